import Syntax

/// Reads names out of GUM's entity marks: `Entity=(1-person-…`, closed by `1)`.
///
/// An entity counts where its head is a proper noun; the name is the run of proper nouns around the head (with `of`,
/// `and` or `the` between two of them), so that determiners and descriptions stay outside.
enum EntityNames {
  private static let kinds: [String: Name.Kind] = [
    "person": .person, "organization": .organisation, "place": .location,
  ]

  private struct Open {
    let id: Substring
    let kind: Substring
    let first: Int
  }

  /// The classes of a file's words; nil where it marks no entities.
  static func classes(in text: String, of tree: SyntaxTree) -> [UInt8]? {
    var spans: [(kind: Name.Kind, words: Range<Int>)] = []
    var open: [Open] = []
    var word = -1
    for line in text.utf8.split(separator: 10) {
      guard let first = line.first, (48...57).contains(first) else { continue }
      let cells = line.split(separator: 9)
      guard cells.count == 10, !cells[0].contains(45), !cells[0].contains(46) else { continue }
      word += 1
      let misc = Substring(cells[9])
      guard let entry = misc.split(separator: "|").first(where: { $0.hasPrefix("Entity=") }) else {
        continue
      }
      for mark in marks(entry.dropFirst(7)) {
        if mark.first == "(" {
          let parts = mark.dropFirst().split(separator: "-")
          guard parts.count > 1 else { continue }
          let kind = parts[1].prefix { $0 != ")" }
          open.append(Open(id: parts[0], kind: kind, first: word))
          if mark.last != ")" { continue }
        }
        let id = mark.first == "(" ? open.last?.id : mark.dropLast()
        guard let at = open.lastIndex(where: { $0.id == id }) else { continue }
        let entity = open.remove(at: at)
        if let kind = kinds[String(entity.kind)] { spans.append((kind, entity.first..<word + 1)) }
      }
    }
    guard !spans.isEmpty else { return nil }
    return classes(of: spans, in: tree)
  }

  /// `(1-person-…`, `(1-person-…)` or `1)`.
  private static func marks(_ entry: Substring) -> [Substring] {
    var marks: [Substring] = []
    var rest = entry
    while !rest.isEmpty {
      let body = rest.dropFirst()
      let end = body.firstIndex { $0 == "(" || $0 == ")" } ?? rest.endIndex
      let next = end < rest.endIndex && rest[end] == ")" ? rest.index(after: end) : end
      marks.append(rest[..<next])
      rest = rest[next...]
    }
    return marks
  }

  private static func classes(
    of spans: [(kind: Name.Kind, words: Range<Int>)], in tree: SyntaxTree
  ) -> [UInt8] {
    var classes = [UInt8](repeating: 0, count: tree.words.count)
    // Outer names first: a place within an organisation's name is part of that.
    for span in spans.sorted(by: {
      ($1.words.count, $0.words.lowerBound) < ($0.words.count, $1.words.lowerBound)
    }) {
      guard
        let head = span.words.first(where: { word in
          tree.words[word].head.map { !span.words.contains($0) } ?? true
        }), tree.words[head].upos == .propn, classes[head] == 0
      else { continue }
      let name = run(around: head, within: span.words, tree, classes)
      let kind = UInt8(Name.Kind.allCases.firstIndex(of: span.kind) ?? 0)
      for word in name { classes[word] = word == name.lowerBound ? 1 + 2 * kind : 2 + 2 * kind }
    }
    return classes
  }

  private static let inner: Set<String> = ["of", "the", "and", "&", "-", "for"]

  private static func run(
    around head: Int, within span: Range<Int>, _ tree: SyntaxTree, _ classes: [UInt8]
  ) -> Range<Int> {
    func isName(_ word: Int) -> Bool {
      // A title describes a name but is none of it.
      span.contains(word) && classes[word] == 0 && tree.words[word].relation.name != "nmod:desc"
        && (tree.words[word].upos == .propn || tree.words[word].xpos.hasPrefix("NNP"))
    }
    func extended(_ from: Int, by direction: Int) -> Int {
      var at = from
      while true {
        var next = at + direction
        while span.contains(next) && abs(next - at) <= 2 && classes[next] == 0
          && inner.contains(tree.words[next].form) && tree.words[next].upos != .propn
        { next += direction }
        guard isName(next) else { return at }
        at = next
      }
    }
    return extended(head, by: -1)..<extended(head, by: 1) + 1
  }
}
