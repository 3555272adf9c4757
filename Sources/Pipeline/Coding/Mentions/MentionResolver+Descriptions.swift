import Knowledge
import Record
import Syntax

/// Parties by description: offices, bodies, groups.
extension MentionResolver {
  /// How many sentences a definite description reaches back to an unnamed party.
  private static var unnamedReach: Int { 8 }
  /// How many sentences "the government" reaches back to one.
  private static var governmentReach: Int { 15 }
  /// How many of the named people, the last to come up first, a definite description may mean.
  private static var peopleRemembered: Int { 64 }

  mutating func described(_ index: Int) -> Int? {
    let draft = drafts[index]
    if case .measure(let object) = draft.sort { return measured(draft, of: object) }
    guard let noun = draft.noun, let word = draft.nounWord else { return nil }
    let country = country(ofPhrase: draft, at: word)
    switch noun.form {
    case .country:
      return countryDescribed(draft, noun)
    case .people:
      if country != nil, !isCounted(draft.head),
        ["people", "public", "population"].contains(finder.lemma(word)),
        let index = countryIndex(country)
      {
        return population(index)
      }
      return unnamed(draft, noun, country)
    case .body:
      return body(draft, noun, country)
    case .person:
      return person(draft, noun, country)
    case .measure:
      return nil
    }
  }

  private func isCounted(_ head: Int) -> Bool {
    tree.dependents[head].contains {
      tree.words[$0].relation.universal == "nummod"
        || ["a", "an"].contains(tree.words[$0].form.lowercased())
    }
  }

  func countryIndex(_ alpha3: String?) -> Int? {
    alpha3.flatMap { positions.countries[$0] }
  }

  // MARK: - Countries

  private mutating func countryDescribed(_ draft: Draft, _ noun: PartyNoun) -> Int? {
    if draft.isPlural {
      return unnamed(draft, noun, nil)
    }
    guard draft.isDefinite, let index = countryMeant(at: draft.head) else {
      return draft.isDefinite ? nil : unnamed(draft, noun, nil)
    }
    return state(index)
  }

  /// Which country "the country" is: the latest named in the sentence, else that of the clause's subject, else the
  /// latest of the sentence before.
  private mutating func countryMeant(at word: Int) -> Int? {
    let sentence = tree.words[word].sentence
    let latest = latestCountry(before: word)
    if let latest, tree.words[latest.word].sentence == sentence { return latest.country }
    var verb = tree.words[word].head
    var steps = 0
    while let at = verb, steps < 6 {
      for dependent in tree.dependents[at] where dependent < word {
        guard tree.words[dependent].relation.universal == "nsubj" else { continue }
        if let party = party(ofHead: dependent), let index = countryIndex(book[party].actor.country)
        {
          return index
        }
      }
      verb = tree.words[at].head
      steps += 1
    }
    if let latest, tree.words[latest.word].sentence >= sentence - 1 { return latest.country }
    return nil
  }

  /// The latest country named before a word.
  private func latestCountry(before word: Int) -> (word: Int, country: Int)? {
    var (low, high) = (0, countryNames.count)
    while low < high {
      let middle = (low + high) / 2
      if countryNames[middle].word < word { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? countryNames[low - 1] : nil
  }

  // MARK: - Bodies

  private static var governments: Set<String> {
    ["government", "authority", "authorities", "administration"]
  }
  private static var localModifiers: Set<String> {
    ["local", "provincial", "regional", "municipal", "city", "state", "district", "federal-state"]
  }

  private mutating func body(_ draft: Draft, _ noun: PartyNoun, _ country: String?) -> Int? {
    guard let word = draft.nounWord else { return nil }
    let lemma = finder.lemma(word)
    let modifiers = (draft.words.lowerBound..<word).map { tree.words[$0].form.lowercased() }
    if Self.governments.contains(lemma), !modifiers.contains(where: Self.localModifiers.contains),
      !isCounted(draft.head), !isNamedBody(draft, word)
    {
      if let index = countryIndex(country) { return government(index) }
      if draft.isDefinite, lemma != "administration" {
        if let lastGovernment, isNear(lastGovernment, draft) { return lastGovernment }
        if let focus { return government(focus) }
      }
    }
    // "Russia's foreign ministry" is known as "Russian Foreign Ministry" or by its own words.
    let own = text(finder.withoutArticle(draft.words.lowerBound..<(word + 1)))
    for case .entry(let entry) in knowledge.referents(ofName: own) { return entryParty(entry) }
    let isIndefinite = tree.dependents[draft.head].contains {
      ["a", "an", "another", "some"].contains(tree.words[$0].form.lowercased())
    }
    guard !isIndefinite, !draft.isPlural else { return unnamed(draft, noun, country) }
    let isBare = draft.words.lowerBound == word
    if draft.isDefinite || isBare, country == nil, modifiers.filter({ $0 != "the" }).isEmpty,
      let earlier = earlier(noun: lemma, isPlural: false, before: draft)
    {
      return earlier
    }
    guard country != nil || draft.isDefinite || draft.name != nil else {
      return unnamed(draft, noun, country)
    }
    let phrase = modifiers.filter { modifier in
      modifier != "the" && modifier != "'s" && modifier != "’s"
    }
    let key = "body/\(country ?? "")/\(phrase.joined(separator: " "))/\(lemma)"
    return unnamed(draft, noun, country, key: key)
  }

  /// Whether a body has a name of its own before its noun: "the Export Zones Authority" is no government.
  private func isNamedBody(_ draft: Draft, _ word: Int) -> Bool {
    tree.words[word].upos == .propn
      && (draft.words.lowerBound..<word).contains {
        tree.words[$0].upos == .propn && names.knownAt[$0] == nil
      }
  }

  private func isNear(_ party: Int, _ draft: Draft) -> Bool {
    guard let seen = book[party].lastSeen else { return false }
    let distance = tree.words[draft.head].sentence - tree.words[drafts[seen].head].sentence
    return distance <= Self.governmentReach
  }

  // MARK: - People

  private mutating func person(_ draft: Draft, _ noun: PartyNoun, _ country: String?) -> Int? {
    guard let word = draft.nounWord else { return nil }
    let lemma = finder.lemma(word)
    if draft.isDefinite, !draft.isPlural {
      if let party = bearer(ofRole: lemma, draft, country) { return party }
      if !hasComplement(draft, word),
        let earlier = earlier(noun: lemma, isPlural: false, before: draft, country: country)
      {
        return earlier
      }
    } else if draft.isDefinite, country == nil, !isCounted(draft.head), !hasComplement(draft, word),
      let earlier = earlier(noun: lemma, isPlural: true, before: draft)
    {
      return earlier
    }
    return unnamed(draft, noun, country)
  }

  private func hasComplement(_ draft: Draft, _ word: Int) -> Bool {
    draft.words.upperBound > word + 1
  }

  /// The named person to whom a definite description fits: one whom the document has given that role, else who holds
  /// that office of that country on its day.
  private mutating func bearer(ofRole lemma: String, _ draft: Draft, _ country: String?) -> Int? {
    let isFormer = saysFormer(draft)
    // "The mother of four" is not the mother of two.
    var complement: String?
    if country == nil, let word = draft.nounWord, let last = draft.words.last, last > word {
      complement = tree.words[last].form.lowercased()
    }
    var best: (party: Int, seen: Int)?
    var isTied = false
    for party in peopleSeen.suffix(Self.peopleRemembered) {
      guard let seen = book[party].lastSeen, book[party].isPerson,
        country == nil || book[party].actor.country == nil || book[party].actor.country == country,
        hasRole(party, lemma, isFormer: isFormer, complement: complement)
      else { continue }
      if let noun = draft.noun, let gender = noun.gender, let other = book[party].gender,
        gender != other
      {
        continue
      }
      if let current = best {
        isTied = isTied || current.party != party
        if seen > current.seen { best = (party, seen) }
      } else {
        best = (party, seen)
      }
    }
    if let best {
      // Of several the one in this sentence or the one before it is meant, if the others are not.
      let here = tree.words[draft.head].sentence
      let sentence = tree.words[drafts[best.seen].head].sentence
      if !isTied || here - sentence <= 1 { return best.party }
      return nil
    }
    guard let day, let country, !isFormer, let word = draft.nounWord else { return nil }
    let title = knowledgeTitle(draft, word)
    let holders = knowledge.holders(ofTitle: title, country: country, on: day)
    guard holders.count == 1, let holder = holders.first,
      let index = positions.entries[holder.person]
    else { return nil }
    let party = knownPerson(index)
    let name = knowledge.entries[index].name
    book.enter(party, underName: name.lowercased().split(separator: " ").map(String.init))
    return party
  }

  /// The words of an office without its country: "foreign minister".
  private func knowledgeTitle(_ draft: Draft, _ word: Int) -> String {
    var words: [String] = []
    for at in draft.words.lowerBound...word {
      let form = tree.words[at]
      if form.upos == .det || form.upos == .part || names.knownAt[at] != nil { continue }
      words.append(form.form.lowercased())
    }
    if word + 2 < tree.words.count, tree.words[word + 1].form.lowercased() == "of",
      tree.words[word + 2].upos == .noun, draft.words.contains(word + 2)
    {
      words += ["of", tree.words[word + 2].form.lowercased()]
    }
    return words.joined(separator: " ")
  }

  private func hasRole(
    _ party: Int, _ lemma: String, isFormer: Bool, complement: String?
  ) -> Bool {
    book[party].actor.roles.contains { role in
      if let complement, !role.title.lowercased().hasSuffix(complement) { return false }
      // "spokesman for the former president" is a spokesman.
      let words = role.title.lowercased().split { !$0.isLetter && $0 != "-" }
        .map(String.init).prefix { !lexicon.restrictivePrepositions.contains($0) }
      guard words.contains(lemma) else { return false }
      return words.contains { lexicon.former.contains($0) } == isFormer
    }
  }

  // MARK: - The unnamed

  private mutating func unnamed(
    _ draft: Draft, _ noun: PartyNoun, _ country: String?, key: String? = nil
  ) -> Int {
    let word = draft.nounWord ?? draft.head
    let sectors = sectors(draft, at: word)
    let lemma = finder.lemma(word)
    let named = draft.name.map { text(finder.withoutArticle($0)) }
    let name = named ?? text(finder.withoutArticle(draft.words))
    func make() -> Party {
      var party = Party(
        actor: Actor(
          id: "", name: name, kind: noun.kind, country: country, sectors: sectors, code: ""))
      party.isPlural =
        draft.isPlural || noun.form == .people || lexicon.collective.contains(lemma)
      party.gender = draft.isPlural ? nil : noun.gender
      party.noun = lemma
      return party
    }
    let party = key.map { book.party(key: $0, make) } ?? book.add(make())
    unnamedByNoun[lemma] = party
    return party
  }

  /// The unnamed party of the same noun that the text spoke of last.
  private mutating func earlier(
    noun: String, isPlural: Bool, before draft: Draft, country: String? = nil
  ) -> Int? {
    guard let party = unnamedByNoun[noun], book[party].isPlural == isPlural,
      let seen = book[party].lastSeen,
      country == nil || book[party].actor.country == country
    else { return nil }
    let distance = tree.words[draft.head].sentence - tree.words[drafts[seen].head].sentence
    return distance >= 0 && distance <= Self.unnamedReach ? party : nil
  }

  private mutating func measured(_ draft: Draft, of object: Int?) -> Int? {
    guard let object, let index = draftOfHead[object] else {
      guard draft.rule == "those" else { return nil }
      var party = Party(
        actor: Actor(id: "", name: text(draft.words), kind: .person, code: ""))
      party.isPlural = true
      return book.add(party)
    }
    let inner = party(ofHead: object)
    let other = drafts[index]
    guard let inner else { return nil }
    // "a group of politicians" are those politicians; "six of the eight leaders" are not the eight.
    if !other.isDefinite, other.sort == .description, tree.words[draft.head].upos != .num {
      return inner
    }
    var party = Party(actor: book[inner].actor)
    party.actor.id = ""
    party.actor.name = text(finder.withoutArticle(draft.words))
    party.actor.roles = []
    party.actor.role = nil
    if party.actor.kind != .population { party.actor.kind = other.noun?.kind ?? .population }
    party.isPlural = draft.isPlural
    return book.add(party)
  }

  /// "Afghan officials and diplomats": what stands before the first is said of all, what stands behind the last too.
  mutating func shareCountriesAmongConjuncts() {
    for index in drafts.indices where drafts[index].sort == .description {
      let draft = drafts[index]
      guard tree.words[draft.head].relation.universal == "conj",
        let first = tree.words[draft.head].head, let other = draftOfHead[first],
        drafts[other].sort == .description, let left = drafts[other].party,
        let right = draft.party, left != right,
        draft.words.lowerBound == draft.head
          || !tree.dependents[draft.head].contains(where: {
            tree.words[$0].relation.universal == "det"
          })
      else { continue }
      let before = countryBefore(drafts[other].head, from: drafts[other].words.lowerBound)
      if book[right].actor.country == nil, let before {
        book.add(country: before, sectors: [], to: right)
      } else if book[left].actor.country == nil, draft.words.upperBound > draft.head + 1 {
        book.add(country: book[right].actor.country, sectors: [], to: left)
      }
    }
  }
}
