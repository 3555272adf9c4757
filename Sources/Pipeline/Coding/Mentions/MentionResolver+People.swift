import Knowledge
import Record
import Syntax

/// People by name.
extension MentionResolver {
  /// Enters all people whose names have two words or more, so that a surname finds them.
  mutating func enterFullNames() {
    for index in drafts.indices where drafts[index].sort == .person {
      let words = nameWords(drafts[index])
      guard words.count > 1 else { continue }
      drafts[index].party = fullName(index, words)
    }
  }

  /// The words of a person's name in lower case, honorifics and punctuation left out.
  private func nameWords(_ draft: Draft) -> [String] {
    guard let name = draft.name else { return [] }
    var words: [String] = []
    for word in name where tree.words[word].upos != .punct && tree.words[word].xpos != "POS" {
      let form = tree.words[word].form.lowercased()
      if lexicon.honorifics.contains(form), word != name.upperBound - 1 { continue }
      words.append(form)
    }
    return words
  }

  private mutating func fullName(_ index: Int, _ words: [String]) -> Int {
    let draft = drafts[index]
    let name = draft.name ?? draft.words
    if let entry = knownEntry(names.name(at: name.lowerBound)?.referents ?? [], draft) {
      let party = knownPerson(entry)
      book.enter(party, underName: words)
      return party
    }
    // The same person with fewer or more names between: "Ann Reed", "Ann Mary Reed".
    if let last = words.last, let known = book.peopleByNameWord[last] {
      for party in known.reversed() {
        let other = book[party].nameWords
        guard other.count > 1, other.last == last else { continue }
        if other.first == words.first || words.allSatisfy({ other.contains($0) }) {
          book.enter(party, underName: words)
          return party
        }
      }
    }
    let party = book.add(
      Party(actor: Actor(id: "", name: fullText(name), kind: .person, code: "")))
    book.enter(party, underName: words)
    book[party].gender = gender(of: draft) ?? lexicon.givenNames[words[0]]
    return party
  }

  private func fullText(_ name: Range<Int>) -> String {
    var name = name
    while let first = name.first, name.count > 1,
      lexicon.honorifics.contains(tree.words[first].form.lowercased())
    {
      name = (first + 1)..<name.upperBound
    }
    return text(name)
  }

  /// The gender that an honorific or title before a name tells.
  private func gender(of draft: Draft) -> Gender? {
    if let gender = draft.noun?.gender { return gender }
    guard let name = draft.name else { return nil }
    for word in max(draft.words.lowerBound, name.lowerBound - 2)...name.lowerBound {
      switch tree.words[word].form.lowercased() {
      case "mr", "mr.", "sir", "lord": return .male
      case "mrs", "mrs.", "ms", "ms.", "miss", "lady", "dame": return .female
      default: break
      }
    }
    return nil
  }

  /// The one person of knowledge that a name stands for here.
  private mutating func knownEntry(
    _ referents: [KnowledgeBase.Referent], _ draft: Draft
  ) -> Int? {
    var people: [Int] = []
    for case .entry(let entry) in referents where knowledge.entries[entry].kind == .person {
      if !knowledge.isKnownByAffiliation(entry) || mayServe(entry, draft) { people.append(entry) }
    }
    if people.count < 2 { return people.first }
    if let word = draft.nounWord, let country = country(ofPhrase: draft, at: word) {
      people = people.filter { knowledge.entries[$0].country == country }
    }
    if people.count < 2 { return people.first }
    let serving = people.filter { holdsOffice($0) }
    return serving.count == 1 ? serving.first : nil
  }

  /// Whether somebody of whom only service to a state is known may be meant.
  ///
  /// Many bear one name: the text must be of the years around the service, and
  /// give the name no other country.
  private mutating func mayServe(_ entry: Int, _ draft: Draft) -> Bool {
    if let word = draft.nounWord, let told = country(ofPhrase: draft, at: word),
      knowledge.entries[entry].country != told
    {
      return false
    }
    guard let day else { return true }
    return knowledge.affiliations(ofEntry: entry).contains { service in
      guard let start = CalendarDay.year(of: service.start) else { return false }
      let end = service.end.flatMap { CalendarDay.year(of: $0) } ?? day.year
      return (start - Self.yearsBefore...max(start, end + Self.yearsAfter)).contains(day.year)
    }
  }

  /// For how many years before and after a service a name is its bearer's.
  private static let yearsBefore = 1
  private static let yearsAfter = 10

  func holdsOffice(_ entry: Int) -> Bool {
    knowledge.offices(ofPerson: knowledge.entries[entry].id).contains { standing($0) == .current }
  }

  enum Standing { case current, former, yetToCome }

  /// Whether an office is held on the document's day; without one, whether it is still held.
  func standing(_ office: KnowledgeBase.Office) -> Standing {
    guard let day = day?.description else { return office.end == nil ? .current : .former }
    if day.prefix(office.start.count) < office.start { return .yetToCome }
    guard let end = office.end else { return .current }
    return day.prefix(end.count) <= end ? .current : .former
  }

  /// A person of knowledge with the offices of the document's day.
  mutating func knownPerson(_ index: Int) -> Int {
    let entry = knowledge.entries[index]
    if let party = book.party(key: entry.id) { return party }
    var actor = Actor(
      id: entry.id, name: entry.name, kind: .person, country: entry.country, code: "")
    var former: [Actor.Sector] = []
    var formerTitle: String?
    // Of several offices that of a head of state or government is the role, else the latest.
    var leads = false
    var led = false
    var hasServed = false
    for office in knowledge.offices(ofPerson: entry.id) {
      switch standing(office) {
      case .yetToCome: continue
      case .current:
        if actor.role == nil || !leads && knowledge.leadsCountry(office) {
          actor.role = office.title
          leads = knowledge.leadsCountry(office)
        }
        for sector in office.sectors where !actor.sectors.contains(sector) {
          actor.sectors.append(sector)
        }
        actor.roles.append(role(office, title: office.title))
        if actor.country == nil { actor.country = office.country }
      case .former:
        let title = "former " + office.title
        if formerTitle == nil || !led && knowledge.leadsCountry(office) {
          formerTitle = title
          led = knowledge.leadsCountry(office)
        }
        for sector in office.sectors where !former.contains(sector) { former.append(sector) }
        actor.roles.append(role(office, title: title))
      }
    }
    if actor.role == nil { actor.role = formerTitle }
    if actor.sectors.isEmpty, let day {
      for service in knowledge.affiliations(ofEntry: index) {
        if service.covers(day) {
          for sector in service.sectors where !actor.sectors.contains(sector) {
            actor.sectors.append(sector)
          }
          if actor.country == nil { actor.country = service.country }
        } else if service.isPast(by: day) {
          hasServed = true
        }
      }
    }
    for sector in entry.sectors where !actor.sectors.contains(sector) {
      actor.sectors.append(sector)
    }
    if actor.sectors.isEmpty, formerTitle != nil || hasServed { actor.sectors = [.elite] }
    var party = Party(actor: actor)
    party.isKnown = !actor.sectors.isEmpty && actor.country != nil
    let words = entry.name.lowercased().split(separator: " ").map(String.init)
    party.nameWords = words
    party.gender = words.first.flatMap { lexicon.givenNames[$0] }
    return book.party(key: entry.id) { party }
  }

  private func role(_ office: KnowledgeBase.Office, title: String) -> Actor.Role {
    Actor.Role(
      title: title, organisation: office.organisation, start: office.start, end: office.end,
      source: .knowledge)
  }

  // MARK: - Short names

  /// Whom a single word names: a person named in full in the document, else one in office.
  mutating func shortName(_ index: Int) -> Int? {
    let draft = drafts[index]
    guard let word = nameWords(draft).last, let name = draft.name else { return nil }
    let gender = gender(of: draft)
    let named = (book.peopleByNameWord[word] ?? []).filter { party in
      gender == nil || book[party].gender == nil || book[party].gender == gender
    }
    // The family name stands last, in some languages first; a given name counts where no family name does.
    let family = named.filter { book[$0].nameWords.last == word }
    let candidates = family.isEmpty ? named : family
    if candidates.count == 1 { return candidates.first }
    if candidates.count > 1 { return oneOf(candidates, draft) }
    let referents = names.name(at: name.lowerBound)?.referents ?? []
    var entry = knownEntry(referents, draft)
    if entry == nil {
      entry = bearer(ofSurname: text(name), draft)
    }
    if let entry {
      let party = knownPerson(entry)
      book.enter(party, underName: [word])
      return party
    }
    let party = book.add(
      Party(actor: Actor(id: "", name: fullText(name), kind: .person, code: "")))
    book.enter(party, underName: [word])
    book[party].gender = gender
    return party
  }

  /// Which of several people of one surname: the one with the title that stands here, else none.
  private mutating func oneOf(_ people: [Int], _ draft: Draft) -> Int? {
    if let word = draft.nounWord {
      let noun = finder.lemma(word)
      let fitting = people.filter { party in
        book[party].actor.roles.contains { $0.title.lowercased().contains(noun) }
      }
      if fitting.count == 1 { return fitting.first }
    }
    // The only one of them of whom the text has spoken up to here.
    let before = people.filter { book[$0].lastSeen != nil }
    return before.count == 1 ? before.first : nil
  }

  /// The only one of a surname who holds an office on the document's day, with the title that stands here if one does.
  private mutating func bearer(ofSurname surname: String, _ draft: Draft) -> Int? {
    let people = knowledge.people(surname: surname)
    guard !people.isEmpty else { return nil }
    if let word = draft.nounWord {
      let noun = finder.lemma(word)
      let country = country(ofPhrase: draft, at: word)
      let isFormer = saysFormer(draft)
      let fitting = people.filter { entry in
        knowledge.offices(ofPerson: knowledge.entries[entry].id).contains { office in
          let standing = standing(office)
          return standing == (isFormer ? .former : .current)
            && office.title.lowercased().contains(noun)
            && (country == nil || office.country == country)
        }
      }
      if fitting.count == 1 { return fitting.first }
      return nil
    }
    let serving = people.filter { holdsOffice($0) }
    return serving.count == 1 ? serving.first : nil
  }

  /// Whether a description says that what it tells is past.
  func saysFormer(_ draft: Draft) -> Bool {
    guard let word = draft.nounWord else { return false }
    let start = max(draft.words.lowerBound, word - 6)
    return (start..<max(start, word)).contains {
      lexicon.former.contains(tree.words[$0].form.lowercased())
    }
  }
}

extension CalendarDay {
  /// The year of a date as finely as known, `2009-03`.
  fileprivate static func year(of date: String) -> Int? { Int(date.prefix(4)) }
}
