import Knowledge
import Record
import Syntax

/// Finds whom the mentions of a document refer to.
///
/// It goes through them in the order of the text; what a mention needs of another (an apposition of its name, a
/// description of the person in it) is resolved on the way. Looking back is bounded by sentences, so that the cost
/// is linear in the words.
struct MentionResolver {
  let tree: SyntaxTree
  let knowledge: KnowledgeBase
  let lexicon: MentionLexicon
  let positions: KnowledgePositions
  let names: NameTable
  let phrases: NounPhrases
  let day: CalendarDay?
  let finder: MentionFinder
  /// Whether each word stands in quotation marks.
  let isQuoted: [Bool]

  var drafts: [Draft]
  var draftOfHead: [Int: Int] = [:]
  var book = PartyBook()
  private var state: [State]
  private var depth = 0
  /// Countries named so far: word and country, in the order of the text.
  let countryNames: [(word: Int, country: Int)]
  /// The country that the document is about: the one that most of its names and nationalities are of.
  let focus: Int?
  /// Named people whom the text has spoken of so far.
  var peopleSeen: [Int] = []
  /// The government that was spoken of last.
  var lastGovernment: Int?
  /// Of each noun the unnamed party that it described last.
  var unnamedByNoun: [String: Int] = [:]

  private enum State { case open, underway, done }

  /// How deep one mention may wait for another.
  private static var greatestDepth: Int { 8 }

  init(
    tree: SyntaxTree, knowledge: KnowledgeBase, lexicon: MentionLexicon,
    positions: KnowledgePositions, names: NameTable, phrases: NounPhrases, day: CalendarDay?,
    finder: MentionFinder
  ) {
    self.tree = tree
    self.knowledge = knowledge
    self.lexicon = lexicon
    self.positions = positions
    self.names = names
    self.phrases = phrases
    self.day = day
    self.finder = finder
    drafts = finder.drafts()
    state = Array(repeating: .open, count: drafts.count)
    isQuoted = Self.quotations(tree)
    countryNames = names.known.compactMap { name in
      if case .country(let index)? = name.referents.first { (name.head, index) } else { nil }
    }
    focus = Self.focus(of: names)
    for (index, draft) in drafts.enumerated() {
      draftOfHead[draft.head] = index
    }
    for (index, draft) in drafts.enumerated() {
      for other in draft.otherHeads where draftOfHead[other] == nil { draftOfHead[other] = index }
    }
    turnAppositionsToNames()
  }

  /// At least three names, and three of five, must be of the country that a document is about.
  private static func focus(of names: NameTable) -> Int? {
    var counts: [Int: Int] = [:]
    var total = 0
    for name in names.known {
      switch name.referents.first {
      case .country(let index), .demonym(let index), .seat(let index):
        counts[index, default: 0] += 1
        total += 1
      default: break
      }
    }
    guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), most.value >= 3,
      most.value * 5 >= total * 3
    else { return nil }
    return most.key
  }

  /// "The minister, Ann Reed,": the description is of the name, not the name of the description.
  private mutating func turnAppositionsToNames() {
    for index in drafts.indices {
      guard drafts[index].sort == .person, let other = drafts[index].sameAs,
        let target = draftOfHead[other], target != index, drafts[target].sort == .description,
        drafts[target].sameAs == nil
      else { continue }
      drafts[target].sameAs = drafts[index].head
      drafts[index].sameAs = nil
    }
  }

  mutating func resolve() {
    enterFullNames()
    for index in drafts.indices { resolve(index) }
    shareCountriesAmongConjuncts()
    gatherMembers()
  }

  /// The party of the mention that a word heads, resolved now if it was not yet.
  mutating func party(ofHead head: Int) -> Int? {
    guard let index = draftOfHead[head] else { return nil }
    resolve(index)
    return drafts[index].party
  }

  private mutating func resolve(_ index: Int) {
    guard state[index] == .open, depth < Self.greatestDepth else { return }
    state[index] = .underway
    depth += 1
    defer {
      depth -= 1
      state[index] = .done
    }
    let draft = drafts[index]
    switch draft.sort {
    case .person:
      if drafts[index].party == nil { drafts[index].party = shortName(index) }
    case .country(let country): drafts[index].party = state(country)
    case .seat(let country): drafts[index].party = government(country)
    case .people(let country): drafts[index].party = people(country, draft)
    case .entry(let entry): drafts[index].party = entryParty(entry)
    case .locality(let place): drafts[index].party = townspeople(place, draft)
    case .organisation: drafts[index].party = organisation(draft)
    case .description, .measure:
      drafts[index].party = same(draft) ?? described(index)
    case .pronoun(let form): resolvePronoun(index, form)
    }
    guard let party = drafts[index].party else { return }
    if book[party].timesSeen == 0, book[party].isPerson, !book[party].nameWords.isEmpty {
      peopleSeen.append(party)
    }
    if book[party].actor.id.hasPrefix("government/") { lastGovernment = party }
    book[party].lastSeen = max(book[party].lastSeen ?? index, index)
    book[party].timesSeen += 1
    tell(draft, of: party)
  }

  /// The party of the mention that this one is an apposition or predicate of.
  private mutating func same(_ draft: Draft) -> Int? {
    guard let other = draft.sameAs, let target = draftOfHead[other] else { return nil }
    guard let party = party(ofHead: other) else { return nil }
    let found = book[party]
    guard let noun = draft.noun else { return nil }
    switch noun.form {
    case .person:
      guard found.actor.kind == .person || found.actor.kind == .population,
        found.isPlural == draft.isPlural
      else { return nil }
    case .country:
      guard found.actor.kind == .state, !draft.isPlural else { return nil }
    case .people:
      guard found.actor.kind == .population else { return nil }
    case .body:
      guard found.actor.kind != .person, found.actor.kind != .state else { return nil }
    case .measure: return nil
    }
    // A person named beside a description that calls another nation is somebody else.
    if drafts[target].sort == .person, draft.name != nil { return nil }
    return party
  }

  /// What a description tells of its party: role, gender, country, sectors.
  private mutating func tell(_ draft: Draft, of party: Int) {
    guard let noun = draft.noun, let word = draft.nounWord else { return }
    if draft.sort == .person || draft.sameAs != nil || book[party].nameWords.isEmpty == false {
      guard book[party].isPerson, noun.form == .person else { return }
      if let gender = noun.gender { book[party].gender = gender }
      let isTold = draft.sort == .person || draft.sameAs != nil
      guard isTold else { return }
      let isPast = saysOnce(draft)
      if let words = draft.description {
        book.addRole((isPast ? "former " : "") + title(words), to: party)
      }
      let country = country(ofPhrase: draft, at: word)
      book.add(country: country, sectors: isPast ? [] : sectors(draft, at: word), to: party)
    }
  }

  /// Whether a predicate tells of the past: "who was once a commander".
  private func saysOnce(_ draft: Draft) -> Bool {
    tree.dependents[draft.head].contains {
      tree.words[$0].relation.universal == "advmod"
        && lexicon.once.contains(tree.words[$0].form.lowercased())
    }
  }

  func title(_ words: Range<Int>) -> String {
    var words = finder.withoutArticle(words)
    while let last = words.last, tree.words[last].upos == .punct || tree.words[last].upos == .adp,
      tree.words[last].form != "."
    {
      words = words.lowerBound..<last
    }
    return text(words)
  }

  func text(_ words: Range<Int>) -> String {
    guard let first = words.first, let last = words.last else { return "" }
    let bytes = tree.words[first].range.lowerBound..<tree.words[last].range.upperBound
    // A line end inside a phrase is a space.
    return String(tree.passage(bytes).map { $0.isNewline ? " " : $0 })
  }

  private static func quotations(_ tree: SyntaxTree) -> [Bool] {
    var inside = false
    var result = Array(repeating: false, count: tree.words.count)
    var end = 0
    for sentence in tree.sentences {
      let gap = tree.bytes[min(end, sentence.range.lowerBound)..<sentence.range.lowerBound]
      if gap.filter({ $0 == 10 }).count > 1 { inside = false }
      for word in sentence.words {
        switch tree.words[word].form {
        case "“", "``", "«": inside = true
        case "”", "''", "»": inside = false
        case "\"": inside.toggle()
        default: result[word] = inside
        }
      }
      end = sentence.range.upperBound
    }
    return result
  }

  // MARK: - Named parties but people

  mutating func state(_ index: Int) -> Int {
    let country = knowledge.countries[index]
    return book.party(key: "state/" + country.slug) {
      var party = Party(
        actor: Actor(
          id: "state/" + country.slug, name: country.name, kind: .state,
          country: country.alpha3, code: ""))
      party.isKnown = true
      return party
    }
  }

  mutating func government(_ index: Int) -> Int {
    let country = knowledge.countries[index]
    return book.party(key: "government/" + country.slug) {
      var party = Party(
        actor: Actor(
          id: "government/" + country.slug, name: "Government of \(country.name)",
          kind: .government, country: country.alpha3, sectors: [.government], code: ""))
      party.isKnown = true
      return party
    }
  }

  mutating func population(_ index: Int) -> Int {
    let country = knowledge.countries[index]
    return book.party(key: "population/" + country.slug) {
      var party = Party(
        actor: Actor(
          id: "population/" + country.slug, name: "People of \(country.name)",
          kind: .population, country: country.alpha3, sectors: [.civilian], code: ""))
      party.isPlural = true
      party.isKnown = true
      return party
    }
  }

  private mutating func people(_ index: Int, _ draft: Draft) -> Int {
    // "Afghanistan's Tajiks" live there.
    let own = country(ofPhrase: draft, at: draft.head)
    if let own, own != knowledge.countries[index].alpha3 {
      var party = Party(
        actor: Actor(
          id: "", name: text(finder.withoutArticle(draft.words)), kind: .population, country: own,
          sectors: [.civilian], code: ""))
      party.isPlural = true
      return book.add(party)
    }
    let isCounted = tree.dependents[draft.head].contains {
      tree.words[$0].relation.universal == "nummod"
        || ["a", "an"].contains(tree.words[$0].form.lowercased())
    }
    guard isCounted || !draft.isPlural else { return population(index) }
    let country = knowledge.countries[index]
    var party = Party(
      actor: Actor(
        id: "", name: text(finder.withoutArticle(draft.words)),
        kind: draft.isPlural ? .population : .person, country: country.alpha3,
        sectors: [.civilian], code: ""))
    party.isPlural = draft.isPlural
    return book.add(party)
  }

  private mutating func townspeople(_ index: Int, _ draft: Draft) -> Int {
    let place = knowledge.localities[index]
    return book.party(key: "town/" + place.name) {
      Party(
        actor: Actor(
          id: "", name: place.name, kind: .population, country: place.country,
          sectors: [.civilian], code: ""))
    }
  }

  mutating func entryParty(_ index: Int) -> Int {
    let entry = knowledge.entries[index]
    if entry.kind == .person { return knownPerson(index) }
    return book.party(key: entry.id) {
      var party = Party(
        actor: Actor(
          id: entry.id, name: entry.name, kind: entry.kind, country: entry.country,
          sectors: entry.sectors, code: ""))
      party.isPlural = entry.kind == .armedGroup || entry.kind == .population
      party.isKnown = true
      return party
    }
  }

  private mutating func organisation(_ draft: Draft) -> Int {
    let name = text(draft.name ?? draft.words)
    let noun = draft.name.flatMap { finder.partyNoun(at: $0.upperBound - 1) } ?? draft.noun
    let country = countryInside(draft.name ?? draft.words)
    return book.party(key: "organisation/" + name.lowercased()) {
      Party(
        actor: Actor(
          id: "", name: name, kind: noun.map { $0.form == .body ? $0.kind : .ngo } ?? .company,
          country: country, sectors: noun?.sectors ?? [], code: ""))
    }
  }
}
