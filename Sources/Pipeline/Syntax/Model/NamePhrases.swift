import Tables

/// Brings names that were found word by word into line with the phrases of the tree.
///
/// Cost: linear in the words of the names and of the name words beside them.
enum NamePhrases {
  /// What a name of several words is by its last one, in small letters (a test reads the table).
  static let kinds: [String: Name.Kind] = {
    let rows = try? TabSeparatedTable(
      embedded: "lexicons/syntax/name_heads.tsv", columns: 2, required: 2
    ).rows
    return Dictionary(
      (rows ?? []).compactMap { row in Name.Kind(rawValue: row[1]).map { (row[0], $0) } },
      uniquingKeysWith: { first, _ in first })
  }()

  /// The names of a sentence, each cut to one phrase, then widened by what the tree makes part of it.
  static func names(_ found: [Name], in sentence: Range<Int>, of tree: SyntaxTree) -> [Name] {
    var names: [Name] = []
    for name in found {
      // What an earlier name was widened by is no name of its own.
      guard name.words.lowerBound >= (names.last?.words.upperBound ?? 0) else { continue }
      let words = widened(phrase(name.words, of: tree), name.kind, in: sentence, of: tree)
      while let last = names.last, last.words.upperBound > words.lowerBound { names.removeLast() }
      let settled =
        words.count > 1 ? kinds[tree.words[words.upperBound - 1].form.lowercased()] : nil
      names.append(Name(kind: settled ?? name.kind, words: words))
    }
    return names
  }

  /// A name without the words at its ends that belong to another phrase ("State" of "Secretary of State Ann Bell").
  ///
  /// The longest run of words that hang on one of them; of equals the last.
  private static func phrase(_ words: Range<Int>, of tree: SyntaxTree) -> Range<Int> {
    func top(_ word: Int) -> Int {
      var at = word
      while let head = tree.words[at].head, words.contains(head) { at = head }
      return at
    }
    var best = words.lowerBound..<words.lowerBound
    var start = words.lowerBound
    for word in words where word + 1 == words.upperBound || top(word + 1) != top(word) {
      if word + 1 - start >= best.count { best = start..<word + 1 }
      start = word + 1
    }
    return best
  }

  /// A name with the name words beside it that hang on it or that it hangs on: "Lake" before "Chad", both sides of "Al-Nahda".
  private static func widened(
    _ name: Range<Int>, _ kind: Name.Kind, in sentence: Range<Int>, of tree: SyntaxTree
  ) -> Range<Int> {
    var name = name
    func isPart(_ word: Int, beside edge: Int) -> Bool {
      guard ["NNP", "NNPS"].contains(tree.words[word].xpos) else { return false }
      if let head = tree.words[word].head, name.contains(head) {
        let relation = tree.words[word].relation
        // Before a person stand offices and what they are of, as compounds too.
        return relation == "flat" || kind != .person && ["compound", "amod"].contains(relation)
      }
      return tree.words[edge].relation == "flat" && tree.words[edge].head == word
    }
    /// How many words on from an edge the name goes on: 1, 2 over a hyphen, 0 where it ends.
    func steps(from edge: Int, by step: Int) -> Int {
      let (next, beyond) = (edge + step, edge + 2 * step)
      guard sentence.contains(next) else { return 0 }
      if isPart(next, beside: edge) { return 1 }
      let isHyphen = tree.words[next].xpos == "HYPH" && sentence.contains(beyond)
      guard isHyphen, ["NNP", "NNPS"].contains(tree.words[beyond].xpos) else { return 0 }
      let parts = [edge, beyond]
      return parts.contains { word in
        tree.words[word].head.map { parts.contains($0) || name.contains($0) } ?? false
          && ["compound", "flat"].contains(tree.words[word].relation)
      } ? 2 : 0
    }
    while case let count = steps(from: name.lowerBound, by: -1), count > 0 {
      name = name.lowerBound - count..<name.upperBound
    }
    while case let count = steps(from: name.upperBound - 1, by: 1), count > 0 {
      name = name.lowerBound..<name.upperBound + count
    }
    return name
  }
}
