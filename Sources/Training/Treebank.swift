import Syntax

/// A treebank made ready to be trained on.
struct Treebank {
  /// A sentence with numbers for what is to be learned.
  struct Sentence {
    var atoms: [WordAtoms]
    var tags: [UInt8]
    /// -1 for the root; made projective.
    var heads: [Int32]
    var labels: [UInt8]
    /// The classes of names; nil where the treebank marks none.
    var names: [UInt8]?
    /// The words, in the tree's order.
    var words: Range<Int>
    var tree: Int
  }

  private(set) var trees: [SyntaxTree] = []
  private(set) var sentences: [Sentence] = []
  private(set) var tagNames: [String] = []
  private(set) var labelNames: [String] = []

  /// Numbers the trees of some files.
  init(texts: [String]) throws {
    var tagNumbers: [String: UInt8] = [:]
    var labelNumbers: [String: UInt8] = [:]
    func number(_ name: String, _ numbers: inout [String: UInt8], _ names: inout [String]) -> UInt8
    {
      if let known = numbers[name] { return known }
      let new = UInt8(names.count)
      numbers[name] = new
      names.append(name)
      return new
    }
    for text in texts {
      let tree = try CoNLLU.read(text)
      let classes = EntityNames.classes(in: text, of: tree)
      for sentence in tree.sentences {
        let words = tree.words[sentence.words]
        let heads = words.map { Int32(($0.head ?? -1) - ($0.head == nil ? 0 : words.startIndex)) }
        sentences.append(
          Sentence(
            atoms: words.map { WordAtoms($0.form) },
            tags: words.map {
              number("\($0.upos.rawValue)|\($0.xpos)", &tagNumbers, &tagNames)
            },
            heads: Projectivity.lifted(heads),
            labels: words.map { number($0.relation.name, &labelNumbers, &labelNames) },
            names: classes.map { Array($0[sentence.words]) }, words: sentence.words,
            tree: trees.count))
      }
      trees.append(tree)
    }
  }

  /// The words of a sentence.
  func words(of sentence: Sentence) -> ArraySlice<Word> {
    trees[sentence.tree].words[sentence.words]
  }
}

/// Makes trees projective, since the parser's steps reach no others.
enum Projectivity {
  /// The heads, those of crossing arcs moved upwards, the shortest first (Nivre and Nilsson 2005).
  static func lifted(_ heads: [Int32]) -> [Int32] {
    var heads = heads
    while let word = crossing(heads) { heads[word] = heads[Int(heads[word])] }
    return heads
  }

  /// The dependent of the shortest arc that does not cover its own words alone.
  private static func crossing(_ heads: [Int32]) -> Int? {
    var best: Int?
    var length = Int.max
    for word in heads.indices where heads[word] >= 0 {
      let head = Int(heads[word])
      guard abs(head - word) < length else { continue }
      for between in min(head, word) + 1..<max(head, word) + 0
      where !descends(between, from: head, heads) {
        // An arc to the artificial root crosses whatever it leaves.
        best = word
        length = abs(head - word)
        break
      }
    }
    return best
  }

  private static func descends(_ word: Int, from head: Int, _ heads: [Int32]) -> Bool {
    var at = Int32(word)
    while at >= 0 {
      if at == head { return true }
      at = heads[Int(at)]
    }
    return false
  }
}
