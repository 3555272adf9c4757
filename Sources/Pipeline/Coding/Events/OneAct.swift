import Record
import Syntax

/// Joins what a sentence says of one act in several words.
///
/// "An attack that killed nine", "filed a suit against them, accusing them of fraud", "summoned the envoy to protest" are
/// one event each, or counts of events would count words.
///
/// Cost: each event climbs a fixed number of governors for each of the few events beside it.
struct OneAct {
  /// An event and all the candidates that say it, the one that says it first in front.
  struct Saying {
    var candidates: [EventCandidate]
    var event: EventFound
  }

  /// How many governors are climbed from one word for an act to another.
  private static let reach = 6
  /// How many events to either side one is held against.
  private static let window = 8
  /// The clauses and phrases that tell more of the act that they hang on.
  private static let elaborations: Set<String> = [
    "advcl", "acl", "obl", "nmod", "obj", "nsubj", "xcomp", "conj",
  ]
  /// What brings in another time, and so another act.
  private static let otherTimes: Set<String> = [
    "after", "before", "since", "following", "until", "despite", "amid", "like", "as", "if", "when",
  ]

  private let tree: SyntaxTree
  private let mentions: [MentionFound]
  private let harm: Set<String>
  private let places: Set<Int>
  private let added: RoleMentions

  /// - Parameters:
  ///   - search: the search that has found the events.
  init(_ search: EventSearch) {
    tree = search.tree
    mentions = search.mentions
    places = search.places
    added = search.parties.added
    harm = search.lexicon.classes["harm"] ?? []
  }

  /// The events of one sentence, those that are one act joined into the first that says it.
  func joined(
    _ found: [(candidate: EventCandidate, event: EventFound)], _ reader: inout ArgumentReader
  ) -> [Saying] {
    var sayings = found.map { Saying(candidates: [$0.candidate], event: $0.event) }
    var inner = sayings.count
    // From the end, because later words tell more of earlier ones, and more still hangs on them.
    while inner > 0 {
      inner -= 1
      let near = max(0, inner - Self.window)..<min(sayings.count, inner + Self.window + 1)
      for outer in near
      where outer != inner && tells(sayings[inner], moreOf: sayings[outer], &reader) {
        join(sayings[inner], into: &sayings[outer])
        sayings.remove(at: inner)
        break
      }
    }
    return sayings
  }

  /// Whether one event's words only tell more of another's act.
  private func tells(
    _ inner: Saying, moreOf outer: Saying, _ reader: inout ArgumentReader
  ) -> Bool {
    guard inner.event.type == outer.event.type, inner.event.statement == outer.event.statement,
      let act = inner.candidates.first, let whole = outer.candidates.first
    else { return false }
    if inner.event.status == outer.event.status, inner.event.type == .assault {
      // The dead and the wounded of an attack, whatever it was aimed at.
      if does(whole, harmBy: act, &reader) || does(act, harmBy: whole, &reader),
        isWithin(inner.event.actors, outer.event.actors)
          || isWithin(outer.event.actors, inner.event.actors)
      {
        return true
      }
      if isHarm(act), hangs(act, on: outer), !inner.event.actors.isEmpty,
        isWithin(inner.event.actors, outer.event.actors)
      {
        return true
      }
    }
    let isPurpose = act.standing.evidence.contains(StandingReader.purpose)
    guard isPurpose || inner.event.status == outer.event.status, hangs(act, on: outer),
      tree.words[act.head].relation.universal != "conj"
        || inner.event.mode == outer.event.mode
          && !inner.event.recipients.isEmpty
    else { return false }
    let parties = outer.event.actors + (isMutual(outer.event.type) ? outer.event.recipients : [])
    return isWithin(inner.event.actors, parties)
      && isWithin(inner.event.recipients, outer.event.recipients)
  }

  private func isMutual(_ type: EventType) -> Bool {
    type == .consult || type == .agree || type == .cooperate
  }

  private func isHarm(_ candidate: EventCandidate) -> Bool {
    candidate.isVerb && harm.contains(tree.words[candidate.head].lemma)
  }

  /// Whether a verb tells whom a deed harmed: "the attack killed nine", "three were wounded in a raid".
  private func does(
    _ deed: EventCandidate, harmBy verb: EventCandidate, _ reader: inout ArgumentReader
  ) -> Bool {
    guard !deed.isVerb, isHarm(verb) else { return false }
    var first = verb.head
    if tree.words[first].relation.universal == "conj", let head = tree.words[first].head {
      first = head
    }
    return reader.arguments(of: verb.head).surfaceSubject == deed.head
      || tree.words[first].head == deed.head
      || tree.words[deed.head].head == verb.head
        && ["in", "by", "during"].contains(reader.preposition(of: deed.head))
  }

  /// Whether a candidate's word hangs on another event's words by what tells more of it, at the same time.
  private func hangs(_ inner: EventCandidate, on outer: Saying) -> Bool {
    var goals: Set<Int> = []
    for candidate in outer.candidates {
      goals.insert(candidate.head)
      if let carrier = candidate.governors.first { goals.insert(carrier) }
      goals.formUnion(candidate.complement)
    }
    guard !goals.contains(inner.head) else { return false }
    var word = inner.head
    for _ in 0..<Self.reach {
      let relation = tree.words[word].relation
      guard Self.elaborations.contains(relation.universal), relation.name != "acl:relcl",
        !isOfAnotherTime(word), let head = tree.words[word].head
      else { return false }
      if goals.contains(head) { return true }
      word = head
    }
    return false
  }

  private func isOfAnotherTime(_ word: Int) -> Bool {
    tree.dependents[word].prefix(ArgumentReader.breadth).contains {
      ["case", "mark", "advmod"].contains(tree.words[$0].relation.universal)
        && Self.otherTimes.contains(tree.words[$0].lemma.lowercased())
    }
  }

  /// Whether the one side names nobody that the other doesn't.
  private func isWithin(_ some: [Int], _ all: [Int]) -> Bool {
    Set(some.flatMap(keys)).isSubset(of: all.flatMap(keys))
  }

  /// Who a mention stands for: actors where they are known, else the mention itself.
  private func keys(_ mention: Int) -> [Int] {
    guard mention < mentions.count else { return [-1 - mention] }
    let found = mentions[mention]
    if let actor = found.actor { return [actor] }
    let members = found.members.filter { $0 < mentions.count }.map { mentions[$0].actor ?? -1 - $0 }
    return members.isEmpty ? [-1 - mention] : members
  }

  /// Whether a mention is a place that the act was in.
  private func isWhere(_ mention: Int) -> Bool {
    guard let head = head(of: mention), places.contains(head) else { return false }
    return tree.dependents[head].prefix(ArgumentReader.breadth).contains {
      ["in", "at", "near", "outside"].contains(tree.words[$0].lemma.lowercased())
    }
  }

  private func join(_ inner: Saying, into outer: inout Saying) {
    let word = inner.candidates.first.map { tree.words[$0.head].form } ?? ""
    outer.candidates += inner.candidates
    var event = outer.event
    if let act = inner.candidates.first, isHarm(act), !inner.event.recipients.isEmpty {
      // "An attack in Lima killed nine": Lima is where, now that it is told whom.
      event.recipients.removeAll(where: isWhere)
    }
    event.actors = union(event.actors, inner.event.actors)
    event.recipients = union(event.recipients, inner.event.recipients)
    if event.mode == nil, let mode = inner.event.mode {
      (event.mode, event.cameo, event.score) = (mode, inner.event.cameo, inner.event.score)
    }
    event.contexts += inner.event.contexts.filter { !event.contexts.contains($0) }
    event.evidence.append("one act with “\(word)”")
    event.evidence += inner.event.evidence.filter { !event.evidence.contains($0) }
    outer.event = event
  }

  /// Both lists of parties in the order of the text, each party once.
  private func union(_ first: [Int], _ second: [Int]) -> [Int] {
    let known = Set(first.flatMap(keys))
    let new = second.filter { !Set(keys($0)).isSubset(of: known) }
    return new.isEmpty ? first : (first + new).sorted { (head(of: $0) ?? 0) < (head(of: $1) ?? 0) }
  }

  private func head(of mention: Int) -> Int? {
    mention < mentions.count ? mentions[mention].head : added.head(of: mention)
  }
}
