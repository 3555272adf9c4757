import Knowledge
import Syntax

/// A name in the text and what it may stand for.
struct NamedSpan: Sendable, Equatable {
  /// Its words.
  var words: Range<Int>
  /// The word of it that hangs on something outside.
  var head: Int
  /// What the syntax model takes it for; nil where only knowledge has it.
  var kind: Name.Kind?
  /// What knowledge takes it for, best known first.
  var referents: [KnowledgeBase.Referent]
}

/// The names of a document, those of knowledge and those of the syntax model brought together.
///
/// Of two that overlap the longer one holds; a name of knowledge inside a longer one of the model ("U.S." in "U.S. Embassy")
/// is kept as evidence. Cost: linear in the words.
struct NameTable: Sendable {
  /// The names that hold, in order, none overlapping.
  private(set) var names: [NamedSpan] = []
  /// For each word, the index of the name that holds it.
  private(set) var nameAt: [Int?]
  /// Names of knowledge, also those inside longer ones, in order.
  private(set) var known: [NamedSpan] = []
  /// For each word, the index into ``known``.
  private(set) var knownAt: [Int?]

  /// Finds the names of a tree.
  init(_ tree: SyntaxTree, knowledge: KnowledgeBase) {
    nameAt = Array(repeating: nil, count: tree.words.count)
    knownAt = nameAt
    findKnown(tree, knowledge)
    merge(tree, knowledge)
  }

  /// The name that holds a word.
  func name(at word: Int) -> NamedSpan? { nameAt[word].map { names[$0] } }

  /// The name of knowledge that holds a word.
  func knownName(at word: Int) -> NamedSpan? { knownAt[word].map { known[$0] } }

  private mutating func findKnown(_ tree: SyntaxTree, _ knowledge: KnowledgeBase) {
    for sentence in tree.sentences {
      let forms = tree.words[sentence.words].map(\.form)
      var position = 0
      while position < forms.count {
        let word = sentence.words.lowerBound + position
        guard Self.mayBegin(tree.words[word]),
          let (length, referents) = knowledge.longestName(in: forms, at: position),
          length > 0, !referents.isEmpty
        else {
          position += 1
          continue
        }
        var words = word..<(word + length)
        if words.count > 1, tree.words[word].upos == .det { words = (word + 1)..<words.upperBound }
        if Self.isPlausible(words, in: tree) {
          for word in words { knownAt[word] = known.count }
          known.append(
            NamedSpan(words: words, head: head(of: words, in: tree), referents: referents))
        }
        position += length
      }
    }
  }

  /// A name begins with a capital or a figure, or with a short word before a hyphen ("al-").
  private static func mayBegin(_ word: Word) -> Bool {
    guard let first = word.form.unicodeScalars.first else { return false }
    if word.upos == .punct { return false }
    return first.properties.isUppercase || first.properties.numericType != nil
      || first.value > 0x7F || word.form.utf8.count <= 3
  }

  /// Whether the words are tagged as a name or a demonym would be, not as verbs or particles at a sentence's start.
  private static func isPlausible(_ words: Range<Int>, in tree: SyntaxTree) -> Bool {
    words.contains { word in
      switch tree.words[word].upos {
      case .propn, .adj, .noun, .x: true
      default: false
      }
    }
      && words.contains {
        tree.words[$0].form.unicodeScalars.contains { $0.properties.isUppercase || $0.value > 0x7F }
      }
  }

  private mutating func merge(_ tree: SyntaxTree, _ knowledge: KnowledgeBase) {
    var found: [NamedSpan] = []
    for name in tree.names where !name.words.isEmpty {
      var words = name.words
      if tree.words[words.lowerBound].upos == .det, words.count > 1 {
        words = (words.lowerBound + 1)..<words.upperBound
      }
      let last = words.upperBound - 1
      if tree.words[last].xpos == "POS", words.count > 1 { words = words.lowerBound..<last }
      found.append(
        NamedSpan(words: words, head: head(of: words, in: tree), kind: name.kind, referents: []))
    }
    // Both lists are in order: one walk over the two.
    var (left, right) = (0, 0)
    var merged: [NamedSpan] = []
    while left < known.count || right < found.count {
      guard left < known.count else {
        merged.append(found[right])
        right += 1
        continue
      }
      guard right < found.count, found[right].words.lowerBound < known[left].words.upperBound else {
        merged.append(known[left])
        left += 1
        continue
      }
      if found[right].words.upperBound <= known[left].words.lowerBound {
        merged.append(found[right])
        right += 1
        continue
      }
      var (name, other) = (known[left], found[right])
      if name.words == other.words {
        name.kind = other.kind
        merged.append(name)
        left += 1
        right += 1
      } else if other.words.count > name.words.count {
        while left < known.count, known[left].words.lowerBound < other.words.upperBound {
          left += 1
        }
        other.referents = knowledge.referents(ofName: text(of: other.words, in: tree))
        merged.append(other)
        right += 1
      } else {
        while right < found.count, found[right].words.lowerBound < name.words.upperBound {
          right += 1
        }
        merged.append(name)
        left += 1
      }
    }
    for name in merged where name.words.allSatisfy({ nameAt[$0] == nil }) {
      for word in name.words { nameAt[word] = names.count }
      names.append(name)
    }
  }

  private func text(of words: Range<Int>, in tree: SyntaxTree) -> String {
    guard let first = words.first, let last = words.last else { return "" }
    return tree.passage(tree.words[first].range.lowerBound..<tree.words[last].range.upperBound)
  }

  private func head(of words: Range<Int>, in tree: SyntaxTree) -> Int {
    words.first { word in tree.words[word].head.map { !words.contains($0) } ?? true }
      ?? words.lowerBound
  }
}
