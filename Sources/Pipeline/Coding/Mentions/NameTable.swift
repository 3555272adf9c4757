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
  init(_ tree: SyntaxTree, knowledge: KnowledgeBase, lexicon: MentionLexicon) {
    nameAt = Array(repeating: nil, count: tree.words.count)
    knownAt = nameAt
    findKnown(tree, knowledge)
    merge(tree, knowledge, lexicon)
    takeUpPeople(tree, knowledge, lexicon)
    takeUpGivenNames(tree, knowledge, lexicon)
    takeUpSurnames(tree, knowledge)
    restoreOrder()
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

  private mutating func merge(
    _ tree: SyntaxTree, _ knowledge: KnowledgeBase, _ lexicon: MentionLexicon
  ) {
    var found: [NamedSpan] = []
    for name in tree.names where !name.words.isEmpty {
      var words = name.words
      if tree.words[words.lowerBound].upos == .det, words.count > 1 {
        words = (words.lowerBound + 1)..<words.upperBound
      }
      let last = words.upperBound - 1
      if tree.words[last].xpos == "POS", words.count > 1 { words = words.lowerBound..<last }
      if name.kind == .person { words = withoutTitle(words, in: tree, knowledge, lexicon) }
      if isThing(words, in: tree, lexicon) { continue }
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
      } else if other.words.count > name.words.count, !isWholeOfKnown(other, from: left, knowledge)
      {
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

  /// Whether what the model takes for a name is none of a party's: "the Water Act", a common noun that begins a sentence.
  private func isThing(
    _ words: Range<Int>, in tree: SyntaxTree, _ lexicon: MentionLexicon
  ) -> Bool {
    if lexicon.thing.contains(tree.words[words.upperBound - 1].form.lowercased()) { return true }
    return !words.contains { tree.words[$0].upos == .propn }
  }

  /// The name without the title that the model took into it: "President Edda Marrow".
  private func withoutTitle(
    _ words: Range<Int>, in tree: SyntaxTree, _ knowledge: KnowledgeBase, _ lexicon: MentionLexicon
  ) -> Range<Int> {
    var start = words.lowerBound
    for word in words.dropLast().prefix(5) {
      let form = tree.words[word].form.lowercased()
      let isTitle =
        lexicon.nouns[form].map { $0.form == .person && !$0.sectors.isEmpty }
        ?? (knowledge.role(ofNoun: form) != nil)
      if isTitle, lexicon.givenNames[form] == nil { start = word + 1 }
    }
    return start..<words.upperBound
  }

  /// Whether a place that the model found is made up of several names of knowledge: "Vardia Edda Marrow".
  private func isWholeOfKnown(_ name: NamedSpan, from first: Int, _ knowledge: KnowledgeBase)
    -> Bool
  {
    guard name.kind == .location else { return false }
    var covered = 0
    var index = first
    var hasPerson = false
    while index < known.count, known[index].words.lowerBound < name.words.upperBound {
      covered += known[index].words.count
      if case .entry(let entry)? = known[index].referents.first {
        hasPerson = hasPerson || knowledge.entries[entry].kind == .person
      }
      index += 1
    }
    return index > first + 1 && (covered >= name.words.count || hasPerson)
  }

  private func isPerson(_ name: NamedSpan, _ knowledge: KnowledgeBase) -> Bool {
    if case .entry(let index)? = name.referents.first, name.kind == nil {
      return knowledge.entries[index].kind == .person
    }
    return name.kind == .person
  }

  /// A proper noun without a label that is the last word of a person's name elsewhere in the document is that name.
  private mutating func takeUpSurnames(_ tree: SyntaxTree, _ knowledge: KnowledgeBase) {
    var surnames: Set<String> = []
    for name in names where isPerson(name, knowledge) && name.words.count > 1 {
      if let last = name.words.last { surnames.insert(tree.words[last].form) }
    }
    for (index, word) in tree.words.enumerated()
    where word.upos == .propn && surnames.contains(word.form) {
      if let at = nameAt[index] {
        // The model's guess at a single word yields to the document.
        if names[at].words.count == 1, names[at].referents.isEmpty { names[at].kind = .person }
      } else {
        add(NamedSpan(words: index..<(index + 1), head: index, kind: .person, referents: []))
      }
    }
  }

  /// Proper nouns without a label that stand where only people do: behind a title, or as the one who says something.
  private mutating func takeUpPeople(
    _ tree: SyntaxTree, _ knowledge: KnowledgeBase, _ lexicon: MentionLexicon
  ) {
    var word = 0
    while word < tree.words.count {
      let start = word
      while word < tree.words.count, isUnlabelledProper(word, in: tree),
        tree.words[word].sentence == tree.words[start].sentence
      {
        word += 1
      }
      guard word > start else {
        word += 1
        continue
      }
      let run = withoutTitle(start..<word, in: tree, knowledge, lexicon)
      guard run.count >= 2, run.count <= 4,
        lexicon.nouns[tree.words[run.upperBound - 1].form.lowercased()] == nil,
        !isThing(run, in: tree, lexicon)
      else { continue }
      // A given name tells a person's.
      if lexicon.givenNames[tree.words[run.lowerBound].form.lowercased()] != nil
        || run.lowerBound > start || isTitle(before: start, tree, knowledge, lexicon)
        || says(run, in: tree, lexicon)
      {
        add(NamedSpan(words: run, head: head(of: run, in: tree), kind: .person, referents: []))
      }
    }
  }

  /// Gives a person's surname the proper noun before it that the tree ties to it: "Edda" in "Edda Marrow".
  ///
  /// Without it the surname would be taken for somebody else of that name.
  private mutating func takeUpGivenNames(
    _ tree: SyntaxTree, _ knowledge: KnowledgeBase, _ lexicon: MentionLexicon
  ) {
    for index in names.indices where names[index].words.count == 1 {
      let surname = names[index].words.lowerBound
      let given = surname - 1
      guard isPerson(names[index], knowledge), given >= 0,
        tree.words[given].sentence == tree.words[surname].sentence,
        isTied(given, surname, in: tree)
      else { continue }
      // A word by itself that the model took for another name is part of this one.
      let other = nameAt[given]
      guard
        isUnlabelledProper(given, in: tree)
          || other.map({ names[$0].words.count == 1 && names[$0].referents.isEmpty }) ?? false
      else { continue }
      let form = tree.words[given].form
      let lower = form.lowercased()
      guard form.utf8.count > 1, form != form.uppercased(), !form.hasSuffix("."),
        !lexicon.honorifics.contains(lower), lexicon.nouns[lower] == nil,
        knowledge.role(ofNoun: lower) == nil
      else { continue }
      names[index].words = given..<(surname + 1)
      names[index].head = head(of: names[index].words, in: tree)
      names[index].kind = .person
      names[index].referents = knowledge.referents(
        ofName: text(of: names[index].words, in: tree))
      if let other { names[other].words = given..<given }
      nameAt[given] = index
    }
  }

  /// Whether the one word is part of the other's name in the tree.
  private func isTied(_ first: Int, _ second: Int, in tree: SyntaxTree) -> Bool {
    tree.words[second].head == first && tree.words[second].relation.universal == "flat"
      || tree.words[first].head == second
        && ["flat", "compound"].contains(tree.words[first].relation.universal)
  }

  private func isUnlabelledProper(_ word: Int, in tree: SyntaxTree) -> Bool {
    nameAt[word] == nil && knownAt[word] == nil && tree.words[word].upos == .propn
      && tree.words[word].form.unicodeScalars.first?.properties.isUppercase == true
  }

  private func isTitle(
    before word: Int, _ tree: SyntaxTree, _ knowledge: KnowledgeBase, _ lexicon: MentionLexicon
  ) -> Bool {
    // Also behind a comma: "his neighbour, Ann Reed".
    var title = word - 1
    if title > 0, tree.words[title].form == "," { title -= 1 }
    guard title >= 0, tree.words[title].sentence == tree.words[word].sentence,
      tree.words[title].upos == .noun
    else { return false }
    let form = tree.words[title].form.lowercased()
    if let noun = lexicon.nouns[form] { return noun.form == .person }
    return knowledge.role(ofNoun: form)?.kind == .person
  }

  private func says(_ run: Range<Int>, in tree: SyntaxTree, _ lexicon: MentionLexicon) -> Bool {
    let head = head(of: run, in: tree)
    guard tree.words[head].relation.name == "nsubj", let verb = tree.words[head].head else {
      return false
    }
    return lexicon.attitude.contains(tree.words[verb].lemma.lowercased())
  }

  /// Adds a name; those added stand behind the others until ``restoreOrder()``.
  private mutating func add(_ name: NamedSpan) {
    for word in name.words { nameAt[word] = names.count }
    names.append(name)
  }

  private mutating func restoreOrder() {
    names.removeAll { $0.words.isEmpty }
    names.sort { $0.words.lowerBound < $1.words.lowerBound }
    for (index, name) in names.enumerated() { for word in name.words { nameAt[word] = index } }
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
