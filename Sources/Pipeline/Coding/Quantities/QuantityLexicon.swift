import Tables

/// The words around numbers: bounds, currencies, plurals that are amounts by themselves.
struct QuantityLexicon: Sendable {
  enum Class: String, Sendable, CaseIterable {
    case low, high, about, many, currency, percent, phrase, label
    case lowAfter = "low-after"
    case highAfter = "high-after"
    case aboutAfter = "about-after"
    case currencyBefore = "currency-before"
  }

  /// A form's words, class and value.
  struct Entry: Sendable {
    let words: [String]
    let kind: Class
    let value: String
  }

  /// Entries by their first word, the longest first; bounds by their last.
  private let byFirst: [String: [Entry]]
  private let byLast: [String: [Entry]]

  /// Reads tables; later ones replace entries of the same form and class.
  init(_ tables: [TabSeparatedTable]) throws {
    var entries: [Entry] = []
    var place: [String: Int] = [:]
    for table in tables {
      for row in table.rows {
        let kind: Class = try table.class(in: row)
        let words = row[0].lowercased().split(separator: " ").map(String.init)
        guard !words.isEmpty else {
          throw TabSeparatedTable.Malformed(
            file: table.file, line: row.line, reason: "the form has no word")
        }
        let entry = Entry(words: words, kind: kind, value: row[2])
        let key = words.joined(separator: " ") + "\t" + kind.rawValue
        if let earlier = place[key] {
          entries[earlier] = entry
        } else {
          place[key] = entries.count
          entries.append(entry)
        }
      }
    }
    var byFirst: [String: [Entry]] = [:]
    var byLast: [String: [Entry]] = [:]
    for entry in entries {
      if let word = entry.words.first { byFirst[word, default: []].append(entry) }
      if let word = entry.words.last { byLast[word, default: []].append(entry) }
    }
    self.byFirst = byFirst.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    self.byLast = byLast.mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }

  /// The entry of these classes whose words begin at a piece.
  func entry(_ pieces: [Piece], at index: Int, _ kinds: Class...) -> Entry? {
    guard index < pieces.count else { return nil }
    return byFirst[pieces[index].text]?.first { entry in
      kinds.contains(entry.kind) && index + entry.words.count <= pieces.count
        && entry.words.indices.allSatisfy { pieces[index + $0].text == entry.words[$0] }
    }
  }

  /// The entry of these classes whose words end before a piece.
  func entry(_ pieces: [Piece], before index: Int, _ kinds: Class...) -> Entry? {
    guard index > 0 else { return nil }
    return byLast[pieces[index - 1].text]?.first { entry in
      let start = index - entry.words.count
      return kinds.contains(entry.kind) && start >= 0
        && entry.words.indices.allSatisfy { pieces[start + $0].text == entry.words[$0] }
    }
  }

  /// The code of a currency by the singular words of its name; the longest name that ends there.
  func currency(_ words: [String]) -> String? {
    guard let last = words.last else { return nil }
    return byLast[last]?.first { entry in
      entry.kind == .currency && words.suffix(entry.words.count) == entry.words[...]
    }?.value
  }

  /// Whether a number behind a word names something rather than counts it.
  func isLabel(_ word: String) -> Bool { byFirst[word]?.contains { $0.kind == .label } ?? false }
}
