import Knowledge
import Syntax

/// Parties by description or count: nouns that call a party, alone or measured.
extension MentionFinder {
  /// The party noun that a word is, its compound words taken in ("foreign ministry spokeswoman").
  func partyNoun(at word: Int) -> PartyNoun? {
    var phrase = lemma(word)
    var phrases = [phrase]
    var left = word - 1
    let first = tree.sentences[tree.words[word].sentence].words.lowerBound
    while left >= first, phrases.count < 4,
      [.noun, .propn, .adj, .punct].contains(tree.words[left].upos)
    {
      let form = tree.words[left].form
      if tree.words[left].upos == .punct {
        guard form == "-" else { break }
      } else {
        phrase = lemma(left) + " " + phrase
        phrases.append(phrase)
      }
      left -= 1
    }
    var own: PartyNoun?
    var ownLength = 0
    for (length, phrase) in phrases.enumerated().reversed() {
      if let noun = lexicon.nouns[phrase] {
        (own, ownLength) = (noun, length)
        break
      }
    }
    if own == nil, let noun = lexicon.nouns[tree.words[word].form.lowercased()] { own = noun }
    if lexicon.abstract.contains(lemma(word)) { return nil }
    guard let role = knowledge.role(ofNoun: phrases[phrases.count - 1]) else { return own }
    guard var noun = own else {
      let form: PartyNoun.Form =
        switch role.kind {
        case .person: .person
        case .population: .people
        case .state: .country
        default: .body
        }
      return PartyNoun(
        form: form, kind: role.kind, sectors: role.sectors, gender: nil, isWeak: false)
    }
    // Knowledge's longer wording tells more of the sectors.
    let roleLength = role.noun.split(separator: " ").count - 1
    if roleLength >= ownLength, !role.sectors.isEmpty, noun.form != .country {
      noun.sectors = role.sectors
      if roleLength > ownLength {
        noun.kind = role.kind
        noun.isWeak = false
      }
    }
    return noun
  }

  func described(_ word: Int, noun nounWord: Int? = nil) -> Draft? {
    let nounWord = nounWord ?? word
    if let of = measuredObject(word) { return measure(word, of: of) }
    guard let noun = partyNoun(at: nounWord) else { return nil }
    guard !noun.isWeak || hasEvidence(word, noun) else { return nil }
    if noun.form == .country, isPlaceDescription(word) { return nil }
    if noun.form == .person || noun.form == .body, isCondition(word) { return nil }
    var words = phrases[word]
    let sentence = tree.sentences[tree.words[word].sentence].words
    while words.lowerBound > sentence.lowerBound,
      lexicon.former.contains(tree.words[words.lowerBound - 1].form.lowercased())
    {
      words = (words.lowerBound - 1)..<words.upperBound
    }
    var draft = Draft(words: words, head: word, sort: .description, rule: "description")
    draft.noun = noun
    draft.nounWord = nounWord
    draft.isPlural = isPlural(nounWord)
    draft.isDefinite = isDefinite(word)
    draft.description = withoutArticle(draft.words)
    if tree.words[word].upos == .propn {
      if noun.form == .country { return nil }
      if noun.form == .body { draft.name = properName(nounWord) }
    }
    if !absorbName(into: &draft) { draft.sameAs = apposition(word) ?? predicate(word) }
    return draft
  }

  /// The capitalised words up to the head: "Foreign Ministry".
  private func properName(_ word: Int) -> Range<Int> {
    var start = word
    while start > phrases[word].lowerBound {
      if isProper(start - 1) {
        start -= 1
      } else if start - 1 > phrases[word].lowerBound, tree.words[start - 1].xpos == "POS",
        isProper(start - 2),
        names.nameAt[start - 2] == nil || names.nameAt[start - 2] == names.nameAt[word]
      {
        // "People's Party", but not "Vardia's Foreign Ministry".
        start -= 2
      } else {
        break
      }
    }
    return start..<(word + 1)
  }

  private func isProper(_ word: Int) -> Bool {
    ([.propn, .adj].contains(tree.words[word].upos) || names.nameAt[word] != nil)
      && tree.words[word].form.unicodeScalars.first?.properties.isUppercase == true
  }

  /// "in exile", "in prison" tell how somebody lives: a bare singular behind "in" is nobody.
  private func isCondition(_ word: Int) -> Bool {
    guard !isPlural(word), tree.words[word].upos == .noun, phrases[word].lowerBound == word,
      let preposition = preposition(of: word), preposition == word - 1
    else { return false }
    return ["in", "into"].contains(tree.words[preposition].form.lowercased())
  }

  /// "in the country" tells where.
  private func isPlaceDescription(_ word: Int) -> Bool {
    guard let preposition = preposition(of: word) else { return false }
    return lexicon.placePrepositions.contains(tree.words[preposition].form.lowercased())
  }

  /// Whether something beside a weak noun shows that it calls a party.
  private func hasEvidence(_ word: Int, _ noun: PartyNoun) -> Bool {
    // Not what the party is for or against: "opposition to the treaty with Suland".
    var end = word + 1
    if end < tree.words.count,
      lexicon.belongingPrepositions.contains(tree.words[end].form.lowercased())
    {
      end = phrases[word].upperBound
    }
    for at in (phrases[word].lowerBound..<end).prefix(24) {
      if let known = names.knownName(at: at) {
        for referent in known.referents.prefix(1) {
          switch referent {
          case .country, .demonym, .seat, .entry: return true
          case .locality: break
          }
        }
      }
    }
    if apposition(word) != nil || standsAlone(word) { return true }
    let relation = tree.words[word].relation
    if relation.universal == "conj", let first = tree.words[word].head,
      let other = partyNoun(at: first), !other.isWeak, other.form == noun.form
    {
      return true
    }
    if relation.name == "nsubj", let verb = tree.words[word].head, tree.words[verb].upos == .verb {
      return lexicon.attitude.contains(lemma(verb)) || lexicon.partyVerbs.contains(lemma(verb))
    }
    if relation.name == "obl:agent" { return noun.form != .people }
    return tree.dependents[word].contains {
      tree.words[$0].form.lowercased() == "who" || relativeWho(of: $0)
    }
  }

  /// A phrase that is a whole sentence, as in a list or a caption, but no heading ("New Players").
  private func standsAlone(_ word: Int) -> Bool {
    tree.words[word].head == nil && !isHeading[tree.words[word].sentence]
      && tree.sentences[tree.words[word].sentence].words.count <= phrases[word].count + 1
  }

  private func relativeWho(of verb: Int) -> Bool {
    tree.words[verb].relation.name == "acl:relcl"
      && tree.dependents[verb].contains {
        tree.words[$0].form.lowercased() == "who"
          && tree.words[$0].relation.universal == "nsubj"
      }
  }

  // MARK: - Measures

  /// The party that a count or measure is of: "six of the eight leaders", "a group of politicians".
  func measuredObject(_ word: Int) -> Int? {
    guard tree.words[word].upos == .num || lexicon.measures.contains(lemma(word)) else {
      return nil
    }
    for dependent in tree.dependents[word] where dependent > word {
      guard tree.words[dependent].relation.universal == "nmod",
        let preposition = preposition(of: dependent),
        ["of", "among"].contains(tree.words[preposition].form.lowercased())
      else { continue }
      if let name = names.name(at: dependent) {
        switch name.referents.first {
        case .country, .seat, .locality: continue
        default: return dependent
        }
      }
      if let noun = partyNoun(at: dependent), noun.form != .country || isPlural(dependent) {
        return dependent
      }
      return lexicon.pronouns[tree.words[dependent].form.lowercased()].map { _ in dependent }
    }
    return nil
  }

  func measured(_ word: Int) -> Draft? {
    measuredObject(word).map { measure(word, of: $0) }
  }

  private func measure(_ word: Int, of object: Int) -> Draft {
    let words = phrases[word].lowerBound..<max(phrases[word].upperBound, phrases[object].upperBound)
    var draft = Draft(words: words, head: word, sort: .measure(of: object), rule: "measure")
    draft.noun = partyNoun(at: object)
    draft.nounWord = object
    draft.isPlural = lemma(word) != "one"
    draft.description = withoutArticle(words)
    return draft
  }
}
