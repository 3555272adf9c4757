import Knowledge
import Record
import Syntax
import Tables

/// Where countries and entries stand in knowledge's lists.
struct KnowledgePositions: Sendable {
  /// Countries by alpha-3 code.
  let countries: [String: Int]
  /// Entries by id.
  let entries: [String: Int]

  init(_ knowledge: KnowledgeBase) {
    var countries: [String: Int] = [:]
    for (index, country) in knowledge.countries.enumerated() { countries[country.alpha3] = index }
    var entries: [String: Int] = [:]
    for (index, entry) in knowledge.entries.enumerated() { entries[entry.id] = index }
    self.countries = countries
    self.entries = entries
  }
}

/// Finds references to parties, and whom they refer to.
struct MentionReader: Sendable {
  let knowledge: KnowledgeBase
  private let lexicon: MentionLexicon
  private let positions: KnowledgePositions

  init(knowledge: KnowledgeBase) throws {
    self.knowledge = knowledge
    lexicon = try MentionLexicon()
    positions = KnowledgePositions(knowledge)
  }

  /// Fills in the reading's mentions, actors and heads.
  func read(_ reading: inout Reading) {
    let tree = reading.tree
    var isTime = Array(repeating: false, count: tree.words.count)
    for time in reading.times { for word in time.words { isTime[word] = true } }
    let names = NameTable(tree, knowledge: knowledge, lexicon: lexicon)
    let phrases = NounPhrases(tree, lexicon: lexicon, names: names, isTime: isTime)
    let finder = MentionFinder(
      tree: tree, knowledge: knowledge, lexicon: lexicon, names: names, phrases: phrases,
      isTime: isTime, isHeading: Self.headings(of: reading))
    var resolver = MentionResolver(
      tree: tree, knowledge: knowledge, lexicon: lexicon, positions: positions, names: names,
      phrases: phrases, day: reading.published, finder: finder)
    resolver.resolve()
    hand(over: resolver, to: &reading)
  }

  /// Whether each sentence stands in a heading.
  private static func headings(of reading: Reading) -> [Bool] {
    var next = 0
    return reading.tree.sentences.map { sentence in
      while next < reading.headings.count,
        reading.headings[next].upperBound <= sentence.range.lowerBound
      {
        next += 1
      }
      return next < reading.headings.count
        && reading.headings[next].lowerBound <= sentence.range.lowerBound
    }
  }

  /// Writes what was resolved: actors in the order of their first mention, those of this document alone numbered.
  private func hand(over resolver: MentionResolver, to reading: inout Reading) {
    var actorOfParty: [Int: Int] = [:]
    var locals = 0
    var actors: [Actor] = []
    for draft in resolver.drafts {
      guard let party = draft.party, actorOfParty[party] == nil else { continue }
      var actor = resolver.book[party].actor
      if actor.id.isEmpty {
        locals += 1
        actor.id = "local/\(locals)"
      }
      if actor.role == nil, resolver.book[party].isPerson {
        actor.role = actor.roles.first?.title
      }
      actor.code = ActorCode.of(actor, in: knowledge)
      actorOfParty[party] = actors.count
      actors.append(actor)
    }
    reading.actors = actors
    // An "it" for which nobody was found is a thing.
    var position: [Int: Int] = [:]
    for (index, draft) in resolver.drafts.enumerated()
    where draft.party != nil || !(draft.pronoun?.isNeuter ?? false) {
      position[index] = position.count
    }
    for (index, draft) in resolver.drafts.enumerated() where position[index] != nil {
      reading.mentions.append(
        MentionFound(
          words: draft.words, head: draft.head, actor: draft.party.flatMap { actorOfParty[$0] },
          members: draft.members.compactMap { resolver.draftOfHead[$0].flatMap { position[$0] } },
          name: draft.name, description: draft.description.map(resolver.title),
          isPronoun: draft.pronoun != nil, rule: draft.rule))
    }
    reading.mentionOfHead = resolver.draftOfHead.compactMapValues { position[$0] }
  }
}
