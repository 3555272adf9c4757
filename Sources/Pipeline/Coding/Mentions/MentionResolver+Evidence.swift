import Knowledge
import Record
import Syntax

/// What stands in a phrase of a party's country and sectors.
extension MentionResolver {
  /// How many words of a phrase are looked at.
  private static var reach: Int { 24 }

  /// The country (alpha-3) that a phrase gives its party: possessor, nationality, then "of", "in", "for" phrases.
  mutating func country(ofPhrase draft: Draft, at word: Int) -> String? {
    for dependent in tree.dependents[word]
    where tree.words[dependent].relation.name == "nmod:poss"
      && names.knownName(at: dependent)?.words.contains(word) != true
    {
      if let country = country(at: dependent) { return country }
    }
    let start = max(draft.words.lowerBound, word - Self.reach)
    if let country = countryBefore(word, from: start) { return country }
    for dependent in tree.dependents[word] where dependent > word {
      let relation = tree.words[dependent].relation.universal
      guard draft.words.contains(dependent) || relation == "nmod" else { continue }
      if relation == "nmod", let preposition = finder.preposition(of: dependent) {
        let form = tree.words[preposition].form.lowercased()
        guard lexicon.belongingPrepositions.contains(form) else { continue }
        if form != "of" && form != "for", lexicon.posted.contains(finder.lemma(word)) { continue }
        if let country = country(at: dependent) ?? countryBefore(dependent, from: preposition) {
          return country
        }
      } else if relation == "amod" || relation == "obl" {
        // "an expert close to the Kremlin"
        for under in tree.dependents[dependent] where under > dependent {
          if let country = country(at: under) { return country }
        }
      }
    }
    // "Name, an expert close to the Kremlin": the adjective may hang on the name.
    if let other = draft.sameAs, other < word {
      for dependent in tree.dependents[other]
      where dependent >= draft.words.upperBound - 1 && dependent <= draft.words.upperBound + 1
        && tree.words[dependent].relation.universal == "amod"
      {
        for under in tree.dependents[dependent] where under > dependent {
          if let country = country(at: under) { return country }
        }
      }
    }
    return nil
  }

  /// The country of the name or mention that a word heads.
  private mutating func country(at word: Int) -> String? {
    if let name = names.knownName(at: word), let country = country(of: name) { return country }
    if let party = party(ofHead: word), let country = book[party].actor.country { return country }
    return nil
  }

  /// The country that a name before a word gives: "Afghan", "Boko Haram", "Kabul" in "Kabul police".
  func countryBefore(_ word: Int, from start: Int) -> String? {
    var at = max(start, tree.sentences[tree.words[word].sentence].words.lowerBound)
    while at < word {
      guard let name = names.knownName(at: at) else {
        at += 1
        continue
      }
      let next = name.words.upperBound
      if !name.words.contains(word), modifies(name, word), let country = country(of: name) {
        return country
      }
      at = max(next, at + 1)
    }
    return nil
  }

  /// Whether a name is an attribute of the noun: not "U.S.-backed", not "anti-Soviet".
  private func modifies(_ name: NamedSpan, _ word: Int) -> Bool {
    let next = name.words.upperBound
    if next < tree.words.count, tree.words[next].form == "-" {
      guard next + 1 < tree.words.count else { return false }
      return lexicon.originParticiples.contains(tree.words[next + 1].form.lowercased())
    }
    if name.words.lowerBound > 1, tree.words[name.words.lowerBound - 1].form == "-",
      ["anti", "pro", "non"].contains(tree.words[name.words.lowerBound - 2].form.lowercased())
    {
      return false
    }
    return true
  }

  func country(of name: NamedSpan) -> String? {
    guard let referent = name.referents.first else { return nil }
    switch referent {
    case .country(let index), .demonym(let index), .seat(let index):
      return knowledge.countries[index].alpha3
    case .entry(let index):
      return knowledge.entries[index].country
    case .locality(let index):
      // A town by a name that somebody in the document bears is that person.
      if name.words.count == 1,
        book.peopleByNameWord[tree.words[name.words.lowerBound].form.lowercased()] != nil
      {
        return nil
      }
      return knowledge.localities[index].country
    }
  }

  /// The country of the first name of knowledge among some words.
  func countryInside(_ words: Range<Int>) -> String? {
    for word in words.prefix(Self.reach) {
      if let name = names.knownName(at: word), name.words.lowerBound == word,
        let country = country(of: name)
      {
        return country
      }
    }
    return nil
  }

  /// The sectors that a description gives: of the body it belongs to, and of the noun.
  mutating func sectors(_ draft: Draft, at word: Int) -> [Actor.Sector] {
    guard let noun = draft.noun else { return [] }
    let belongs = lexicon.belonging.contains(finder.lemma(word))
    var named: [Actor.Sector] = []
    var general: [Actor.Sector] = []
    let first = tree.sentences[tree.words[word].sentence].words.lowerBound
    let start = max(draft.words.lowerBound, word - Self.reach, first)
    for at in start..<max(start, word) {
      if let name = names.knownName(at: at) {
        if case .entry(let index)? = name.referents.first, modifies(name, word),
          knowledge.entries[index].kind != .population
        {
          named += knowledge.entries[index].sectors
        }
      } else if noun.form != .country, tree.words[at].upos != .verb,
        let modifier = finder.partyNoun(at: at), modifier.form != .country
      {
        general += modifier.sectors
      }
    }
    if belongs, named.isEmpty, general.isEmpty { named = bodySectors(of: word) }
    var sectors = named
    if belongs || noun.sectors.isEmpty {
      sectors += general + noun.sectors
    } else {
      sectors += noun.sectors + general
    }
    var result: [Actor.Sector] = []
    for sector in sectors where !result.contains(sector) { result.append(sector) }
    if noun.form == .person, saysFormer(draft), let first = result.first,
      [.government, .legislature, .judiciary, .party].contains(first)
    {
      return [.elite]
    }
    return result
  }

  /// The sectors of the body in the phrase behind a noun: "a leader in the party".
  private mutating func bodySectors(of word: Int) -> [Actor.Sector] {
    for dependent in tree.dependents[word] where dependent > word {
      guard tree.words[dependent].relation.universal == "nmod",
        let preposition = finder.preposition(of: dependent),
        lexicon.belongingPrepositions.contains(tree.words[preposition].form.lowercased())
      else { continue }
      guard let party = party(ofHead: dependent) else {
        if let noun = finder.partyNoun(at: dependent), noun.form == .body { return noun.sectors }
        continue
      }
      let actor = book[party].actor
      if actor.kind == .state || actor.kind == .population { continue }
      if !actor.sectors.isEmpty { return actor.sectors }
    }
    return []
  }
}
