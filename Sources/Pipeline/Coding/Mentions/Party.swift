import Record

/// An actor while its document is being read.
struct Party: Sendable {
  /// What the record will say; a party that only this document knows has no id yet.
  var actor: Actor
  /// nil where nothing tells.
  var gender: Gender?
  /// Whether "they" is the pronoun for it.
  var isPlural = false
  /// A named person's name in lower-case words.
  var nameWords: [String] = []
  /// The lemma of the noun that describes an unnamed party.
  var noun: String?
  /// The index of the latest mention of it so far.
  var lastSeen: Int?
  /// How often it was mentioned so far.
  var timesSeen = 0
  /// Whether its country and sectors come from knowledge, which text does not overrule.
  var isKnown = false

  /// The party is a single person.
  var isPerson: Bool { actor.kind == .person && !isPlural }
}

/// The parties of a document, each once.
struct PartyBook: Sendable {
  private(set) var parties: [Party] = []
  private var byKey: [String: Int] = [:]
  /// Named people by each word of their names.
  private(set) var peopleByNameWord: [String: [Int]] = [:]

  subscript(index: Int) -> Party {
    get { parties[index] }
    set { parties[index] = newValue }
  }

  /// The party of a key, made if it is new.
  mutating func party(key: String, _ make: () -> Party) -> Int {
    if let known = byKey[key] { return known }
    byKey[key] = parties.count
    parties.append(make())
    return parties.count - 1
  }

  /// The party of a key, if there is one.
  func party(key: String) -> Int? { byKey[key] }

  /// A party without a key.
  mutating func add(_ party: Party) -> Int {
    parties.append(party)
    return parties.count - 1
  }

  /// Enters a person under the words of a name.
  mutating func enter(_ party: Int, underName words: [String]) {
    for word in words where peopleByNameWord[word]?.contains(party) != true {
      peopleByNameWord[word, default: []].append(party)
    }
    if words.count > parties[party].nameWords.count { parties[party].nameWords = words }
  }

  /// Adds what the text calls a party, once.
  mutating func addRole(_ title: String, to party: Int) {
    guard !title.isEmpty,
      !parties[party].actor.roles.contains(where: { $0.title == title })
    else { return }
    parties[party].actor.roles.append(Actor.Role(title: title, source: .text))
  }

  /// Adds what the text tells of a party where knowledge has nothing.
  mutating func add(country: String?, sectors: [Actor.Sector], to party: Int) {
    guard !parties[party].isKnown else { return }
    if parties[party].actor.country == nil { parties[party].actor.country = country }
    for sector in sectors where !parties[party].actor.sectors.contains(sector) {
      parties[party].actor.sectors.append(sector)
    }
  }
}
