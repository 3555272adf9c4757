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
  }

  /// A name right behind a title, hung on it: "spokeswoman Maria Zakharova" is one mention.
  func absorbName(into draft: inout Draft) -> Bool {
    guard let noun = draft.noun, noun.form == .person, !draft.isPlural else { return false }
    let sentence = tree.sentences[tree.words[draft.head].sentence].words
    for dependent in tree.dependents[draft.head] where dependent > draft.head {
      guard let name = names.name(at: dependent), isPerson(name), name.head == dependent,
        name.words.lowerBound > sentence.lowerBound,
        tree.words[name.words.lowerBound - 1].form != ",",
        ["flat", "appos", "compound", "nmod", "dep"].contains(
          tree.words[dependent].relation.universal),
        preposition(of: dependent) == nil
      else { continue }
      guard !(draft.head..<name.words.lowerBound).contains(where: { tree.words[$0].form == "," })
      else { continue }
      draft.sort = .person
      draft.rule = "title-name"
      draft.name = name.words
      draft.words =
        draft.words.lowerBound..<max(name.words.upperBound, phrases[dependent].upperBound)
      draft.description = withoutArticle(draft.words.lowerBound..<name.words.lowerBound)
      draft.isDefinite = true
      draft.otherHeads = [dependent]
      draft.sameAs = apposition(draft.head)
      return true
    }
    return false
  }

  private func isPerson(_ name: NamedSpan) -> Bool {
    if name.kind == .person { return true }
    if case .entry(let index)? = name.referents.first {
      return knowledge.entries[index].kind == .person
    }
    return false
  }

  /// The head of the phrase that this one is an apposition of, also as a further conjunct of one.
  func apposition(_ word: Int) -> Int? {
    var word = word
    var steps = 0
    while tree.words[word].relation.universal == "conj", steps < 8,
      let up = tree.words[word].head
    {
      word = up
      steps += 1
    }
    return tree.words[word].relation.universal == "appos" ? tree.words[word].head : nil
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
    // "became president", "has become a critic".
    guard tree.words[word].relation.universal == "xcomp", let verb = tree.words[word].head,
      lexicon.copulas.contains(lemma(verb))
    else { return nil }
    return tree.dependents[verb].first { tree.words[$0].relation.name == "nsubj" }
  }
}
