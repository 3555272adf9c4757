import Syntax

/// A document as the reading of statements sees it: paragraphs, quotations, and how far each word's subtree reaches.
///
/// Cost: linear in the words and bytes.
struct StatementText {
  /// The words and their trees.
  let tree: SyntaxTree
  /// The paragraphs' bytes.
  let paragraphs: [Range<Int>]
  /// The quotations, in order.
  let quotations: [Quotation]
  /// For each word the words from the first through the last of its subtree.
  let subtree: [Range<Int>]
  /// For each word the quotation that it stands in.
  let quotation: [Int?]
  /// For each word its paragraph.
  let paragraph: [Int]
  /// For each word whether it stands in a heading.
  let isHeading: [Bool]
  /// For each word the name that it is part of.
  let name: [Name?]
  /// For each word how many before it are no punctuation.
  let spoken: [Int]
  /// For each word how many before it are verbs.
  let verbs: [Int]
  /// The words of each paragraph.
  let wordsOfParagraph: [Range<Int>]
  private let lemmas: [String]
  private let forms: [String]

  /// Looks at a document.
  init(tree: SyntaxTree, headings: [Range<Int>], lexicon: CueLexicon) {
    self.tree = tree
    let forms = tree.words.map { $0.form.lowercased() }
    let mender = WordLemmas(lexicon: lexicon)
    lemmas = tree.words.indices.map { index in
      let word = tree.words[index]
      guard !word.lemma.isEmpty, word.lemma != "_" else { return forms[index] }
      return mender.lemma(word.lemma.lowercased(), form: forms[index], xpos: word.xpos)
    }
    self.forms = forms
    paragraphs = Paragraphs(tree.bytes).ranges
    quotations = QuotationScanner(tree.bytes).quotations(in: paragraphs)
    subtree = Self.subtrees(of: tree)
    paragraph = Self.indices(of: tree, in: paragraphs).map { $0 ?? 0 }
    quotation = Self.indices(of: tree, in: quotations.map(\.outer))
    isHeading = Self.indices(of: tree, in: headings).map { $0 != nil }
    var (spoken, verbs) = ([0], [0])
    for word in tree.words {
      spoken.append((spoken.last ?? 0) + (Self.isPunctuation(word) ? 0 : 1))
      verbs.append((verbs.last ?? 0) + ([.verb, .aux].contains(word.upos) ? 1 : 0))
    }
    (self.spoken, self.verbs) = (spoken, verbs)
    var names = [Name?](repeating: nil, count: tree.words.count)
    for name in tree.names {
      for word in name.words { names[word] = name }
    }
    name = names
    var ofParagraph = [Range<Int>](repeating: 0..<0, count: paragraphs.count)
    for (word, index) in paragraph.enumerated() where index < ofParagraph.count {
      let range = ofParagraph[index]
      ofParagraph[index] = (range.isEmpty ? word : range.lowerBound)..<word + 1
    }
    wordsOfParagraph = ofParagraph
  }

  /// For each word the range, of ranges in order, that its first byte lies in.
  private static func indices(of tree: SyntaxTree, in ranges: [Range<Int>]) -> [Int?] {
    var next = 0
    return tree.words.map { word in
      while next < ranges.count && ranges[next].upperBound <= word.range.lowerBound { next += 1 }
      return next < ranges.count && ranges[next].lowerBound <= word.range.lowerBound ? next : nil
    }
  }

  private static func subtrees(of tree: SyntaxTree) -> [Range<Int>] {
    var reach = tree.words.indices.map { $0..<$0 + 1 }
    // Heads before their dependents, so that the reverse order finishes every subtree first.
    var order = tree.words.indices.filter { tree.words[$0].head == nil }
    var next = 0
    while next < order.count {
      order += tree.dependents[order[next]]
      next += 1
    }
    for word in order.reversed() {
      guard let head = tree.words[word].head else { continue }
      reach[head] =
        min(
          reach[head].lowerBound, reach[word].lowerBound)..<max(
          reach[head].upperBound, reach[word].upperBound)
    }
    return reach
  }

  // MARK: - Words

  /// The dictionary form, lower case.
  func lemma(_ word: Int) -> String { lemmas[word] }

  /// The form, lower case.
  func form(_ word: Int) -> String { forms[word] }

  /// The words of the sentence that a word stands in.
  func sentence(of word: Int) -> Range<Int> { tree.sentences[tree.words[word].sentence].words }

  /// The universal relation of a word to its head.
  func relation(_ word: Int) -> String { tree.words[word].relation.universal }

  /// The first dependent with one of these universal relations.
  func dependent(of word: Int, _ relations: [String]) -> Int? {
    tree.dependents[word].first { relations.contains(relation($0)) }
  }

  /// The lower-case preposition or mark before a phrase; of a fixed one its words.
  func caseMarker(_ word: Int) -> String? {
    guard
      let marker = tree.dependents[word].first(where: {
        ["case", "mark"].contains(relation($0)) && $0 < word
      })
    else { return nil }
    return form(marker)
  }

  /// Whether a word is a punctuation mark.
  func isPunctuation(_ word: Int) -> Bool { Self.isPunctuation(tree.words[word]) }

  private static func isPunctuation(_ word: Word) -> Bool {
    word.upos == .punct
      || word.form.unicodeScalars.allSatisfy { scalar in
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x24, 0x25: false
        case 0..<0x80, 0xAB, 0xBB, 0x2010...0x2027: true
        default: false
        }
      }
  }

  /// How many of the words are no punctuation.
  func spoken(in words: Range<Int>) -> Int { spoken[words.upperBound] - spoken[words.lowerBound] }

  /// Whether a verb is among the words.
  func hasVerb(in words: Range<Int>) -> Bool { verbs[words.upperBound] > verbs[words.lowerBound] }

  /// Whether a participle behind a comma tells in passing what went with its head, whatever the tree calls it: "she said,
  /// rejecting the claim".
  func isAside(_ word: Int) -> Bool {
    guard let head = tree.words[word].head, head < word, word > 0,
      ["VBG", "VBN"].contains(tree.words[word].xpos), ["advcl", "ccomp"].contains(relation(word)),
      quotation[word] == quotation[head],
      dependent(of: word, ["nsubj", "aux", "cop", "mark", "expl"]) == nil
    else { return false }
    return form(max(0, subtree[word].lowerBound - 1)) == "," || form(word - 1) == ","
  }

  /// The "have" of "has yet to reply" before its verb, whatever heads the phrase in the tree.
  func yetTo(_ verb: Int) -> Int? {
    let first = sentence(of: verb).lowerBound
    guard verb > first + 2, let to = (first..<verb).suffix(2).last(where: { form($0) == "to" }),
      to > first + 1, form(to - 1) == "yet"
    else { return nil }
    return (first..<to - 1).suffix(2).last { lemma($0) == "have" }
  }

  /// Whether a participle is a noun here: "the accused".
  func isNominal(_ word: Int) -> Bool {
    tree.words[word].upos == .verb
      && tree.dependents[word].contains { $0 < word && relation($0) == "det" }
      && dependent(of: word, ["aux", "obj", "cop", "mark"]) == nil
  }

  /// Whether one of the dependents says no.
  func isNegated(_ word: Int, _ lexicon: CueLexicon) -> Bool {
    tree.dependents[word].contains {
      ["advmod", "aux", "det", "cc"].contains(relation($0))
        && lexicon.contains(form($0), in: .negation)
    }
  }

  /// Words cut of the punctuation at their ends.
  func trimmed(_ words: Range<Int>) -> Range<Int> {
    var (lower, upper) = (words.lowerBound, words.upperBound)
    while lower < upper, isPunctuation(lower) { lower += 1 }
    while upper > lower, isPunctuation(upper - 1) { upper -= 1 }
    return lower..<upper
  }

  /// The index of the first word that begins at or after a byte.
  func firstWord(at byte: Int) -> Int {
    tree.firstWord(at: byte)
  }

  /// The words that begin within bytes.
  func words(in bytes: Range<Int>) -> Range<Int> {
    tree.words(in: bytes)
  }

  /// The bytes from the first word of a range through its last.
  func bytes(of words: Range<Int>) -> Range<Int> {
    guard let first = words.first, let last = words.last else { return 0..<0 }
    return tree.words[first].range.lowerBound..<tree.words[last].range.upperBound
  }
}
