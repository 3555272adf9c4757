import Syntax

/// Whether a name in a tree is used as that of a place.
struct PlaceUse {
  let tree: SyntaxTree
  let words: PlaceWords
  /// For each word, the index of the recognised name that it is in; −1 where it is in none.
  private let nameOfWord: [Int]

  init(tree: SyntaxTree, words: PlaceWords) {
    self.tree = tree
    self.words = words
    var nameOfWord = Array(repeating: -1, count: tree.words.count)
    for (index, name) in tree.names.enumerated() {
      for word in name.words { nameOfWord[word] = index }
    }
    self.nameOfWord = nameOfWord
  }

  /// The rule by which a name is a place; nil where the sentence does not make it one.
  ///
  /// `isSeat`: whether it may stand for a government, so that as a subject or object it is rather a party.
  func rule(for name: Range<Int>, head: Int, isSeat: Bool) -> String? {
    var head = head
    // "in Kabul and Kandahar": what is so of the first is so of the others.
    var steps = 0
    while tree.words[head].relation.universal == "conj", let first = tree.words[head].head,
      tree.words[first].upos == .propn, steps < 16
    {
      head = first
      steps += 1
    }
    if let rule = afterPreposition(head) { return rule }
    let word = tree.words[head]
    guard let governor = word.head else { return nil }
    let lemma = lemma(governor)
    switch word.relation.name {
    case "appos", "flat", "list", "parataxis":
      // "in the capital, Kabul", "in Kandahar, Afghanistan".
      if tree.words[governor].upos == .propn || words.contains(lemma, .noun) {
        return afterPreposition(governor) == nil ? nil : "apposition"
      }
      return nil
    case "compound", "nmod:poss", "nmod", "nmod:unmarked", "nmod:desc":
      if hasCase(head) { return nil }
      if isWhole(name, before: governor) {
        if words.contains(lemma, .noun) { return "modifier" }
        if word.relation.name == "compound", words.contains(lemma, .meeting) { return "modifier" }
      }
      return afterComma(name, governor: governor) ? "apposition" : nil
    case "obj":
      if words.contains(lemma, .verb) { return "object" }
    case "nsubj:pass":
      if words.contains(lemma, .verb) { return "object" }
    default: break
    }
    guard !isSeat else { return nil }
    switch word.relation.universal {
    case "nsubj", "obj", "root", "obl": return "name"
    default: return nil
    }
  }

  /// The rule of the preposition that a word follows.
  func afterPreposition(_ head: Int) -> String? {
    for dependent in tree.dependents[head]
    where tree.words[dependent].relation.universal == "case" {
      let preposition = tree.words[dependent].form.lowercased()
      if words.contains(preposition, .inside) { return "preposition" }
      let governor = tree.words[head].head
      if words.contains(preposition, .toward) {
        if let governor, words.contains(lemma(governor), .recipient) { continue }
        return "direction"
      }
      if preposition == "of", let governor, words.contains(lemma(governor), .noun) {
        return "of-place"
      }
    }
    return nil
  }

  /// A word's dictionary form, in lower case.
  func lemma(_ index: Int) -> String {
    let word = tree.words[index]
    return (word.lemma.isEmpty ? word.form : word.lemma).lowercased()
  }

  private func hasCase(_ head: Int) -> Bool {
    tree.dependents[head].contains {
      tree.words[$0].relation.universal == "case" && tree.words[$0].form.lowercased() != "'s"
        && tree.words[$0].form != "’s"
    }
  }

  /// Whether a name before its noun is not a piece of a longer one: "Wells Fargo Center".
  private func isWhole(_ name: Range<Int>, before noun: Int) -> Bool {
    if name.lowerBound > 0 {
      let before = tree.words[name.lowerBound - 1]
      if before.upos == .propn, before.head == noun || before.head.map(name.contains) ?? false {
        return false
      }
    }
    guard name.upperBound <= noun else { return true }
    return !(name.upperBound..<noun).contains { tree.words[$0].upos == .propn }
  }

  /// Whether a name has an article or a possessive, which towns go without.
  func hasDeterminer(_ head: Int) -> Bool {
    tree.dependents[head].contains { tree.words[$0].relation.universal == "det" }
  }

  /// The last words of the names of people in the text, which may be those of towns.
  func surnames() -> Set<String> {
    var surnames: Set<String> = []
    for name in tree.names where name.kind == .person && name.words.count > 1 {
      surnames.insert(tree.words[name.words.upperBound - 1].form)
    }
    return surnames
  }

  /// "Kandahar, Afghanistan", whatever the parser makes of it.
  private func afterComma(_ name: Range<Int>, governor: Int) -> Bool {
    name.lowerBound >= 2 && tree.words[name.lowerBound - 1].form == ","
      && tree.words[name.lowerBound - 2].upos == .propn
      && (governor == name.lowerBound - 2 || tree.words[name.lowerBound - 2].head == governor)
      && afterPreposition(governor) != nil
  }

  /// Whether a name is but a part of a longer one: a person's, a ship's, a street's.
  func isPart(_ name: Range<Int>) -> Bool {
    for word in name where nameOfWord[word] >= 0 {
      let known = tree.names[nameOfWord[word]]
      if known.kind == .person { return true }
      if known.kind == .organisation,
        known.words.lowerBound < name.lowerBound || known.words.upperBound > name.upperBound,
        !name.contains(where: { afterPreposition($0) != nil })
      {
        return true
      }
    }
    for index in name {
      for other in tree.dependents[index] where !name.contains(other) && isNamePart(other) {
        return true
      }
      if let head = tree.words[index].head, !name.contains(head), isNamePart(index),
        tree.words[head].upos == .propn, tree.words[index].relation.universal == "flat"
      {
        return true
      }
    }
    return false
  }

  private func isNamePart(_ index: Int) -> Bool {
    let word = tree.words[index]
    guard word.upos == .propn else { return false }
    return word.relation.universal == "flat"
      || word.relation.universal == "compound" && !words.contains(lemma(index), .noun)
        && !["eastern", "western", "northern", "southern", "central", "downtown", "greater"]
          .contains(lemma(index))
  }
}
