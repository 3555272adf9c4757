import Tables

/// The words that tell a place by what stands around its name.
struct PlaceWords: Sendable {
  /// What a word tells; see the lexicon's head.
  enum Kind: String, CaseIterable {
    case inside = "in"
    case toward, noun, meeting, verb, recipient
  }

  private let words: [Kind: Set<String>]

  init() throws {
    let table = try TabSeparatedTable(
      embedded: "lexicons/knowledge/place-words.tsv", columns: 2, required: 2)
    var words: [Kind: Set<String>] = [:]
    for row in table.rows {
      guard let kind = Kind(rawValue: row[1]) else {
        let known = Kind.allCases.map(\.rawValue).joined(separator: ", ")
        throw TabSeparatedTable.Malformed(
          file: table.file, line: row.line,
          reason: "column 2 (kind): '\(row[1])' is none of \(known)")
      }
      words[kind, default: []].insert(row[0])
    }
    self.words = words
  }

  /// Whether a lemma is of a kind.
  func contains(_ lemma: String, _ kind: Kind) -> Bool { words[kind]?.contains(lemma) ?? false }
}
