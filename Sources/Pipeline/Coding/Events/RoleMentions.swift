import Knowledge
import Record
import Syntax

/// Mentions that events need for parties which no earlier stage took for one: the town that was shelled, the base that
/// was stormed, a name of an unknown kind.
///
/// They bear indices behind those of the reading's own mentions until ``Reading/adopt(_:used:knowledge:)`` puts them in place.
struct RoleMentions: Sendable {
  /// The index of the first new mention.
  let first: Int
  /// The heads of new mentions, by index less ``first``.
  private(set) var heads: [Int] = []
  private var index: [Int: Int] = [:]

  init(first: Int) { self.first = first }

  /// The mention of a head, made if it is new.
  mutating func mention(ofHead head: Int) -> Int {
    if let known = index[head] { return known }
    let new = first + heads.count
    index[head] = new
    heads.append(head)
    return new
  }

  /// The head of a new mention; nil for one that the reading has already.
  func head(of mention: Int) -> Int? {
    mention >= first && mention - first < heads.count ? heads[mention - first] : nil
  }
}

extension Reading {
  /// Puts the new mentions that events name among the others, in the order of the text, and moves all indices along.
  ///
  /// A place that is a country refers to its state. Cost: that of sorting the mentions.
  mutating func adopt(_ new: RoleMentions, knowledge: KnowledgeBase) {
    let used = Set(events.flatMap { $0.actors + $0.recipients }).filter { $0 >= new.first }.sorted()
    guard !used.isEmpty else { return }
    var placeOfHead: [Int: PlaceFound] = [:]
    for place in places { placeOfHead[place.head] = place }
    var added: [(index: Int, mention: MentionFound)] = []
    for index in used {
      guard let head = new.head(of: index) else { continue }
      var mention = MentionFound(words: roleWords(of: head), head: head, rule: "role")
      if let place = placeOfHead[head] {
        mention.words = place.words
        mention.name = place.words
        mention.actor = state(of: place, knowledge: knowledge)
      } else if let country = Nationalities(knowledge).country(of: tree.words[head].form) {
        mention.name = head..<head + 1
        mention.words = head..<head + 1
        mention.actor = state(of: knowledge.countries[country], knowledge: knowledge)
      }
      added.append((index, mention))
    }
    let all = mentions.enumerated().map { (index: $0.offset, mention: $0.element) } + added
    let order = all.sorted {
      ($0.mention.words.lowerBound, -$0.mention.words.upperBound, $0.index)
        < ($1.mention.words.lowerBound, -$1.mention.words.upperBound, $1.index)
    }
    var place: [Int: Int] = [:]
    for (position, item) in order.enumerated() { place[item.index] = position }
    let moved = { (index: Int) in place[index] ?? index }
    mentions = order.map { item in
      var mention = item.mention
      mention.members = mention.members.map(moved)
      return mention
    }
    mentionOfHead = mentionOfHead.mapValues(moved)
    for (index, mention) in mentions.enumerated() where mentionOfHead[mention.head] == nil {
      mentionOfHead[mention.head] = index
    }
    for index in statements.indices {
      statements[index].speaker = statements[index].speaker.map(moved)
    }
    for index in events.indices {
      events[index].actors = events[index].actors.map(moved)
      events[index].recipients = events[index].recipients.map(moved)
    }
  }

  /// The words of a noun phrase without what follows its head but names: "a regional police headquarters".
  private func roleWords(of head: Int) -> Range<Int> {
    var low = head
    var high = head + 1
    for dependent in tree.dependents[head].prefix(ArgumentReader.breadth).reversed()
    where dependent < head {
      guard
        ["det", "amod", "compound", "nummod", "flat", "nmod"].contains(
          tree.words[dependent].relation.universal)
      else { break }
      low = dependent
      // "a two-year-old boy": the modifier's own words stand before it.
      let isNumber = tree.words[dependent].relation.universal == "nummod"
      while low > 0, let above = tree.words[low - 1].head, above == dependent,
        tree.words[low - 1].relation.universal != "case",
        !isNumber || [.num, .adv].contains(tree.words[low - 1].upos)
      {
        low -= 1
      }
    }
    for dependent in tree.dependents[head].prefix(ArgumentReader.breadth)
    where dependent >= high
      && ["flat", "compound", "fixed"].contains(tree.words[dependent].relation.universal)
      && dependent == high
    {
      high = dependent + 1
    }
    return low..<high
  }

  /// The state that a country's name stands for, entered among the actors if it is new; nil for other places.
  private mutating func state(of place: PlaceFound, knowledge: KnowledgeBase) -> Int? {
    guard place.isCountry(in: knowledge), let code = place.country,
      let country = knowledge.country(alpha3: code)
    else { return nil }
    return state(of: country, knowledge: knowledge)
  }

  /// A country's state, entered among the actors if it is new.
  private mutating func state(
    of country: KnowledgeBase.Country, knowledge: KnowledgeBase
  ) -> Int {
    let id = "state/" + country.slug
    if let known = actors.firstIndex(where: { $0.id == id }) { return known }
    var actor = Actor(
      id: id, name: country.name, kind: .state, country: country.alpha3, code: "")
    actor.code = ActorCode.of(actor, in: knowledge)
    actors.append(actor)
    return actors.count - 1
  }
}

extension PlaceFound {
  /// Whether the place is a country and not one within it.
  func isCountry(in knowledge: KnowledgeBase) -> Bool {
    guard let country, let known = knowledge.country(alpha3: country) else { return false }
    return name == known.name || known.names.contains(name)
  }
}
