import Syntax

/// How well trees match a treebank's: F1 in percent, words matched by the characters that they cover.
///
/// Counts as `LAS` the universal relation, its subtype cut, as the shared task's scorer does.
struct SyntaxScores: CustomStringConvertible {
  private static let names = ["sentences", "words", "UPOS", "lemmas", "UAS", "LAS"]
  private var right = [Int](repeating: 0, count: 6)
  private var gold = [Int](repeating: 0, count: 6)
  private var found = [Int](repeating: 0, count: 6)

  /// A word by the characters of its token, blanks not counted, and its place in that.
  private struct Key: Hashable {
    let start: Int
    let end: Int
    let order: Int
  }

  /// The scores of trees.
  init(_ tree: SyntaxTree, against treebank: SyntaxTree) {
    let goldKeys = Self.keys(of: treebank)
    let foundKeys = Self.keys(of: tree)
    var places: [Key: Int] = [:]
    for (index, key) in foundKeys.enumerated() { places[key] = index }
    let spans = Set(tree.sentences.map { Self.span($0, foundKeys) })
    right[0] = treebank.sentences.filter { spans.contains(Self.span($0, goldKeys)) }.count
    gold = [treebank.sentences.count] + [Int](repeating: treebank.words.count, count: 5)
    found = [tree.sentences.count] + [Int](repeating: tree.words.count, count: 5)
    for (index, word) in treebank.words.enumerated() {
      guard let place = places[goldKeys[index]] else { continue }
      let other = tree.words[place]
      let sameHead = word.head.map { goldKeys[$0] } == other.head.map { foundKeys[$0] }
      right[1] += 1
      if word.upos == other.upos { right[2] += 1 }
      if word.lemma.isEmpty || word.lemma == other.lemma { right[3] += 1 }
      if sameHead { right[4] += 1 }
      if sameHead && word.relation.universal == other.relation.universal { right[5] += 1 }
    }
  }

  private static func keys(of tree: SyntaxTree) -> [Key] {
    var keys: [Key] = []
    var offset = 0
    var index = 0
    while index < tree.words.count {
      let words = tree.words[index].multiword ?? index..<index + 1
      let range =
        tree.words[words.lowerBound].range
        .lowerBound..<tree.words[words.upperBound - 1].range
        .upperBound
      let length = tree.passage(range).unicodeScalars.count { !$0.properties.isWhitespace }
      for order in 0..<words.count {
        keys.append(Key(start: offset, end: offset + length, order: order))
      }
      offset += length
      index = words.upperBound
    }
    return keys
  }

  private static func span(_ sentence: Sentence, _ keys: [Key]) -> Key {
    Key(
      start: keys[sentence.words.lowerBound].start, end: keys[sentence.words.upperBound - 1].end,
      order: 0)
  }

  /// The scores by name, in percent to hundredths, cut: `words 99.12 …`.
  var description: String {
    zip(Self.names, zip(right, zip(gold, found))).map { name, counts in
      let all = counts.1.0 + counts.1.1
      let hundredths = all == 0 ? 0 : (20000 * counts.0 * 2 / all + 1) / 2
      let rest = hundredths % 100
      return "\(name) \(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }.joined(separator: " ")
  }
}
