import Syntax

/// Names with their titles, appositions and predicates.
extension MentionFinder {
  /// Takes the title before a name into the mention's description.
  func addTitle(to draft: inout Draft) {
    guard let name = draft.name else { return }
    let before = withoutArticle(draft.words.lowerBound..<name.lowerBound)
    guard draft.words.lowerBound < name.lowerBound else { return titleAround(&draft) }
    // The title's noun stands last before the name, or has its own phrases behind it.
    var found: Int?
    for word in before.reversed() where [.noun, .propn].contains(tree.words[word].upos) {
      if tree.words[word].head.map({ !before.contains($0) }) ?? true, partyNoun(at: word) != nil {
        found = word
        break
      }
    }
    if found == nil, let last = before.last, partyNoun(at: last) != nil { found = last }
    draft.description = before
    defer { extendLeft(&draft) }
    if let found {
      draft.nounWord = found
      draft.noun = partyNoun(at: found)
      if found != draft.head { draft.otherHeads.append(found) }
    }
  }

  /// A title that stands before the name but hangs elsewhere: the description that ends where the name begins.
  private func titleAround(_ draft: inout Draft) {
    guard let name = draft.name, name.lowerBound > 0 else { return }
    var last = name.lowerBound - 1
    guard tree.words[last].sentence == tree.words[name.lowerBound].sentence else { return }
    let sentence = tree.sentences[tree.words[last].sentence].words
    // At most so many words of a title stand before a name.
    let reach = max(sentence.lowerBound, name.lowerBound - 12)
    var title: Int?
    while last >= reach {
      let word = tree.words[last]
      if [.verb, .aux, .sconj, .cconj].contains(word.upos) || word.form == "," { break }
      if [.noun, .propn].contains(word.upos), names.name(at: last)?.kind != .person,
        let noun = partyNoun(at: last), noun.form == .person, !isPlural(last),
        phrases[last].upperBound == name.lowerBound
      {
        title = last
        break
      }
      last -= 1
    }
    guard let title, preposition(of: name.lowerBound) == nil else { return }
    let phrase = phrases[title]
    draft.words = phrase.lowerBound..<draft.words.upperBound
    draft.description = withoutArticle(phrase.lowerBound..<name.lowerBound)
    draft.noun = partyNoun(at: title)
    draft.nounWord = title
    draft.otherHeads.append(title)
    extendLeft(&draft)
  }

  /// A name that ends a title's phrase or stands right behind it: "spokeswoman Maria Zakharova" is one mention.
  func absorbName(into draft: inout Draft) -> Bool {
    guard let noun = draft.noun, noun.form == .person, !draft.isPlural,
      let name = nameBehind(draft), isPerson(name), name.words.lowerBound > draft.head
    else { return false }
    let before = tree.words[name.words.lowerBound - 1]
    guard before.upos != .adp, before.upos != .det, before.upos != .cconj, before.upos != .punct,
      before.upos != .part || before.xpos == "POS"
    else { return false }
    // "the minister's friend Ann Reed" is no minister.
    guard
      !(draft.head..<name.words.lowerBound).contains(where: { word in
        tree.words[word].xpos == "POS" || tree.words[word].form == ","
      })
    else { return false }
    draft.sort = .person
    draft.rule = "title-name"
    draft.name = name.words
    draft.words = draft.words.lowerBound..<name.words.upperBound
    draft.description = withoutArticle(draft.words.lowerBound..<name.words.lowerBound)
    draft.isDefinite = true
    draft.otherHeads = [name.head]
    draft.sameAs = apposition(draft.head)
    extendLeft(&draft)
    return true
  }

  private func nameBehind(_ draft: Draft) -> NamedSpan? {
    let sentence = tree.sentences[tree.words[draft.head].sentence].words
    let next = draft.head + 1
    if next < sentence.upperBound, let name = names.name(at: next), name.words.lowerBound == next,
      isPerson(name)
    {
      return name
    }
    if let name = names.name(at: draft.words.upperBound - 1),
      name.words.upperBound == draft.words.upperBound, name.words.lowerBound > draft.head
    {
      return name
    }
    guard draft.words.upperBound < sentence.upperBound,
      let name = names.name(at: draft.words.upperBound),
      name.words.lowerBound == draft.words.upperBound
    else { return nil }
    return name
  }

  private func belongsToTitle(_ word: Int) -> Bool {
    if lexicon.former.contains(tree.words[word].form.lowercased()) { return true }
    switch tree.words[word].upos {
    case .adj: return true
    case .noun, .propn:
      // "Economy Minister"
      return names.nameAt[word] == nil
        && tree.words[word].form.unicodeScalars.first?.properties.isUppercase == true
    default: return false
    }
  }

  /// "former" and other adjectives before a title belong to it wherever the tree hangs them.
  private func extendLeft(_ draft: inout Draft) {
    let first = tree.sentences[tree.words[draft.head].sentence].words.lowerBound
    var start = draft.words.lowerBound
    while start > first, belongsToTitle(start - 1), tree.words[start].upos != .det { start -= 1 }
    guard start < draft.words.lowerBound else { return }
    if start > first, tree.words[start - 1].upos == .det { start -= 1 }
    draft.words = start..<draft.words.upperBound
    if let name = draft.name { draft.description = withoutArticle(start..<name.lowerBound) }
  }

  private func isPerson(_ name: NamedSpan) -> Bool {
    if name.kind == .person { return true }
    if case .entry(let index)? = name.referents.first {
      return knowledge.entries[index].kind == .person
    }
    return false
  }

  /// The name of "Marrow, an elder of the party, said" where the tree takes what is said of it for the subject and hangs the
  /// name on the verb beside it.
  private func frontedName(_ word: Int) -> Int? {
    let first = phrases[word].lowerBound
    guard tree.words[word].relation.name == "nsubj", let verb = tree.words[word].head,
      word < verb, hasDeterminer(word), first > 1, tree.words[first - 1].form == ","
    else { return nil }
    var end = verb
    while end > word, [.adv, .aux].contains(tree.words[end - 1].upos) { end -= 1 }
    guard tree.words[end - 1].form == ",",
      let name = names.nameAt[first - 2].map({ names.names[$0] }), isPerson(name)
    else { return nil }
    return tree.dependents[verb].first { sibling in
      sibling < first && name.words.contains(sibling)
        && tree.words[sibling].relation.universal != "obl"
        && !tree.dependents[sibling].contains { tree.words[$0].relation.universal == "case" }
    }
  }

  /// The head of the phrase that this one is an apposition of, also as a further conjunct of one.
  func apposition(_ word: Int) -> Int? {
    if let name = frontedName(word) { return name }
    var at = word
    var steps = 0
    while steps < 8, let up = tree.words[at].head {
      let relation = tree.words[at].relation.universal
      if relation == "appos" { return up }
      let isStep =
        relation == "conj"
        || (steps > 0 && ["parataxis", "nmod", "dep"].contains(relation)
          && partyNoun(at: at)?.form != .person)
      guard isStep else { return nil }
      if steps == 0, sharesArticle(word, of: up) { return up }
      at = up
      steps += 1
    }
    return nil
  }

  /// Whether a bare noun behind "and" goes on with a name's apposition, though the tree hangs it on the name itself.
  ///
  /// "Edda Marrow, a leader in the party and former governor": one article, one person.
  private func sharesArticle(_ word: Int, of name: Int) -> Bool {
    guard !isPlural(word), partyNoun(at: word)?.form == .person, !hasDeterminer(word),
      names.nameAt[word] == nil
    else { return false }
    return tree.dependents[name].contains { other in
      other > name && other < word && tree.words[other].relation.universal == "appos"
        && hasDeterminer(other) && !isPlural(other) && partyNoun(at: other)?.form == .person
    }
  }

  private func hasDeterminer(_ word: Int) -> Bool {
    tree.dependents[word].contains { dependent in
      dependent < word
        && (tree.words[dependent].relation.universal == "det"
          || tree.words[dependent].relation.name == "nmod:poss")
    }
  }

  /// The subject that a noun is the predicate of: "who was once a commander".
  func predicate(_ word: Int) -> Int? {
    var subject: Int?
    var linked = false
    for dependent in tree.dependents[word] {
      switch tree.words[dependent].relation.name {
      case "nsubj": subject = dependent
      case "cop": linked = true
      case "advmod" where ["not", "n't", "never"].contains(tree.words[dependent].form.lowercased()):
        return nil
      default: break
      }
    }
    if linked { return subject }
    // "has become a critic", whatever the tree hangs the noun on.
    let before = phrases[word].lowerBound - 1
    if before >= 0, tree.words[before].sentence == tree.words[word].sentence,
      lexicon.copulas.contains(lemma(before)), tree.words[before].upos == .verb
    {
      return self.subject(of: before)
    }
    // "was a commander and later mayor": one article, one person.
    if tree.words[word].relation.universal == "conj", let first = tree.words[word].head,
      first < word,
      !hasDeterminer(word), hasDeterminer(first), !isPlural(first), !isPlural(word),
      partyNoun(at: first)?.form == .person, tree.words[first].relation.universal != "conj"
    {
      return predicate(first)
    }
    guard ["xcomp", "obj"].contains(tree.words[word].relation.universal),
      let verb = tree.words[word].head, lexicon.copulas.contains(lemma(verb))
    else { return nil }
    return self.subject(of: verb)
  }

  /// The subject of a verb, that of the first conjunct where it has none of its own.
  func subject(of verb: Int) -> Int? {
    var verb = verb
    for _ in 0..<4 {
      if let subject = tree.dependents[verb].first(where: {
        tree.words[$0].relation.name == "nsubj"
      }) {
        return subject
      }
      guard tree.words[verb].relation.universal == "conj", let up = tree.words[verb].head else {
        return nil
      }
      verb = up
    }
    return nil
  }
}
