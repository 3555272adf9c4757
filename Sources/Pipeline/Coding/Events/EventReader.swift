import Knowledge
import Record
import Syntax
import Tables

/// Finds who did what to whom, and whether it came about.
///
/// Frames (verbs, nouns) say what a word means with which arguments; operators (operators.tsv) what its
/// governors make of its standing. The scheme is PLOVER 0.8 with CAMEO's codes. Cost: linear in the words.
struct EventReader: Sendable {
  let knowledge: KnowledgeBase
  let lexicon: EventLexicon
  private let complements: ComplementActs
  private let contexts: EventContexts
  private let codebook: Codebook
  private let decision: EventDecision
  private let proposes: Bool

  /// - Parameters:
  ///   - proposes: whether events are given undecided, with their features, frameless ones among them.
  ///   - frames: a folder whose lexicons stand for the compiled-in ones.
  init(knowledge: KnowledgeBase, proposes: Bool = false, frames: String? = nil) throws {
    self.knowledge = knowledge
    self.proposes = proposes
    lexicon = try EventLexicon(folder: frames)
    complements = try ComplementActs()
    contexts = try EventContexts()
    codebook = try Codebook()
    decision = try EventDecision()
  }

  func read(_ reading: inout Reading) {
    var search = EventSearch(reading, lexicon: lexicon, knowledge: knowledge)
    var circumstances = EventCircumstances(tree: reading.tree)
    let extents = Extents(reading.tree)
    let statements = StatementCover(reading)
    let topic = contexts.topic(of: reading.tree)
    var events: [EventFound] = []
    var meetings = RecentEvents()
    for sentence in reading.tree.sentences {
      if reading.headings.contains(where: { $0.overlaps(sentence.range) }) { continue }
      var candidates = self.candidates(in: sentence, &search)
      let isSport = isSport(sentence, reading.tree)
      if isSport { candidates.removeAll { !isEarnest($0, search) } }
      let before = events.count
      var found: [(candidate: EventCandidate, event: EventFound)] = []
      for candidate in candidates {
        guard
          let event = decided(candidate, &search, reading, meetings, statements, extents, topic)
        else { continue }
        found.append((candidate, event))
        meetings.add(event)
      }
      let sayings =
        proposes
        ? found.map { OneAct.Saying(candidates: [$0.candidate], event: $0.event) }
        : OneAct(search).joined(found, &search.reader)
      for saying in sayings {
        for candidate in saying.candidates { note(candidate, as: events.count, in: &circumstances) }
        events.append(saying.event)
      }
      for candidate in candidates where events.count == before {
        // Where nothing has parties, whoever suffers by the verb above a noun is who it is done to.
        guard let loose = search.loosely(candidate),
          let event = decided(loose, &search, reading, meetings, statements, extents, topic)
        else { continue }
        note(loose, as: events.count, in: &circumstances)
        events.append(event)
      }
      guard !isSport, proposes || events.count == before else { continue }
      let added = frameless(in: sentence, &search, reading, statements, extents, topic)
      for (candidate, event) in added {
        note(candidate, as: events.count, in: &circumstances)
        events.append(event)
      }
    }
    circumstances.attach(to: &events, reading)
    reading.events = events
    reading.adopt(search.parties.added, knowledge: knowledge)
    link(&reading, statements)
  }

  /// The event type that a noun stands for: "attack".
  func type(ofNoun lemma: String) -> EventType? { lexicon.type(ofNoun: lemma) }

  /// What the layer reads where no frame speaks: the likeliest event of a sentence's verbs, or all where they are proposed.
  private func frameless(
    in sentence: Sentence, _ search: inout EventSearch, _ reading: Reading,
    _ statements: StatementCover, _ extents: Extents, _ topic: EventContexts.Topic
  ) -> [(EventCandidate, EventFound)] {
    var found: [(EventCandidate, EventFound)] = []
    for word in sentence.words {
      guard let candidate = search.frameless(at: word),
        var event = event(
          candidate, &search, reading, meetings: RecentEvents(), statements: statements)
      else { continue }
      complete(&event, of: candidate, &search, extents, topic)
      event.rule = EventFeatures.frameless
      guard proposes || decision.add(&event) else { continue }
      fold(&event)
      found.append((candidate, event))
    }
    if proposes { return found }
    return found.max { $0.1.confidence < $1.1.confidence }.map { [$0] } ?? []
  }

  /// A candidate's event with the learned layer's word on it; nil where it has no party.
  private func decided(
    _ candidate: EventCandidate, _ search: inout EventSearch, _ reading: Reading,
    _ meetings: RecentEvents, _ statements: StatementCover, _ extents: Extents,
    _ topic: EventContexts.Topic
  ) -> EventFound? {
    guard
      var event = event(candidate, &search, reading, meetings: meetings, statements: statements)
    else { return nil }
    complete(&event, of: candidate, &search, extents, topic)
    if !proposes { decision.decide(&event, isVerb: candidate.isVerb) }
    fold(&event)
    return event
  }

  /// Fills in what an event's own words tell: trigger, passage, contexts, and the features of all that.
  private func complete(
    _ event: inout EventFound, of candidate: EventCandidate, _ search: inout EventSearch,
    _ extents: Extents, _ topic: EventContexts.Topic
  ) {
    event.trigger = trigger(of: candidate, search)
    event.range = extents.range(of: candidate, search.tree)
    let found = contexts.contexts(
      at: candidate.head, code: event.cameo, in: search.tree, topic)
    event.contexts = found.names
    event.evidence += found.evidence
    event.features = EventFeatures(of: candidate, read: event, &search).names
  }

  /// The candidates of a sentence in order, those spoken of within others left out.
  private func candidates(in sentence: Sentence, _ search: inout EventSearch) -> [EventCandidate] {
    var found: [EventCandidate] = []
    var spokenOf: Set<Int> = []
    for word in sentence.words {
      guard let candidate = search.candidate(at: word) ?? search.asked(at: word),
        !search.isFiction(word)
      else { continue }
      found.append(candidate)
      for inner in candidate.complement {
        spokenOf.insert(inner)
        // "refused to meet or recognise": the second act is refused with the first.
        for dependent in search.reader.dependents(inner)
        where search.tree.words[dependent].relation.universal == "conj"
          && search.reader.isVerb(dependent) == search.reader.isVerb(inner)
        {
          spokenOf.insert(dependent)
        }
      }
      for inner in silenced(by: candidate, &search) { spokenOf.insert(inner) }
    }
    joinAid(&found, &spokenOf)
    return found.filter { !spokenOf.contains($0.head) }
  }

  /// "Gave ten trucks to help the villagers" is one act: the purpose names whom it helps.
  private func joinAid(_ candidates: inout [EventCandidate], _ spokenOf: inout Set<Int>) {
    let isAid = { (candidate: EventCandidate) in
      if case .event(.aid, _) = candidate.frame.act { return true }
      return false
    }
    for inner in candidates
    where isAid(inner) && inner.standing.evidence.contains(StandingReader.purpose) {
      guard
        let outer = candidates.firstIndex(where: {
          isAid($0) && $0.head < inner.head && $0.complement.isEmpty
            && $0.frame.status == nil && inner.head - $0.head < 24
        })
      else { continue }
      candidates[outer].complement = [inner.head]
      candidates[outer].complementFrame = inner.frame
      spokenOf.insert(inner.head)
    }
  }

  /// Nouns that a frame has used up: "rejected the invitation" is not also an invitation.
  private func silenced(by candidate: EventCandidate, _ search: inout EventSearch) -> [Int] {
    var keepsDeeds = false
    if case .event(let type, _) = candidate.frame.act {
      // "condemned the attack" tells of the attack too.
      keepsDeeds = type == .accuse || type == .support
      // "called for sanctions" tells of none.
      if search.lexicon.classes["asking"]?.contains(candidate.frame.lemma) == true {
        keepsDeeds = false
      }
    }
    let arguments = search.reader.arguments(of: candidate.head)
    var found: [Int] = []
    for condition in candidate.frame.conditions where condition.isChoosy {
      // A clause that the condition is not about stays: "went to court to sue Norway".
      for word in arguments.words(condition.slots)
      where !search.reader.isVerb(word)
        || condition.values.contains(where: { search.belongs(word, to: $0) })
      {
        let inner = search.content(of: word) ?? word
        if keepsDeeds, case .event(let type, _)? = search.frame(of: inner)?.act,
          type.quadClass % 2 == 0
        {
          continue
        }
        found.append(inner)
        if let chain = search.spokenOfBelow(inner) { found += chain }
      }
    }
    return found
  }

  private func event(
    _ candidate: EventCandidate, _ search: inout EventSearch, _ reading: Reading,
    meetings: RecentEvents, statements: StatementCover
  ) -> EventFound? {
    let standing = candidate.standing
    if standing.isDropped { return nil }
    var roles = search.roles(of: candidate)
    var evidence = [
      "\(candidate.frame.source) \(candidate.frame.description(candidate.isVerb ? "verb" : "noun"))"
    ]
    evidence += standing.evidence
    var (type, mode, cameo) = code(candidate, &evidence)
    var status = candidate.frame.status ?? standing.status
    // "would have invited", "did not invite": what was not done is denied, whatever the word itself gives.
    if candidate.frame.status != nil, standing.status != .happened, standing.status != .ongoing {
      status = standing.status
    }
    if isSpeechAct(type), status == .ongoing || status == .planned && isWish(standing) {
      status = .happened
    }
    if type == .concede, status == .planned,
      candidate.governors.contains(where: {
        ["decide", "decision", "agree", "vote"].contains(search.lemma($0))
      })
    {
      // To decide to lift a rule is to give way in word.
      status = .happened
    }
    var rule = search.rule(of: candidate)
    if let governor = candidate.governors.first {
      rule += "+" + search.lemma(governor)
    }
    if standing.status != .happened { rule += "+" + standing.status.rawValue }
    if standing.isRefusal || status == .refused || status == .denied && type == .concede,
      type.quadClass <= 2
    {
      // Who will not come, sign or help refuses, in whatever words.
      evidence.append("a refusal of \(type.rawValue)")
      let outcome = complements.outcome(of: .reject, about: type, mode: mode)
      (type, mode, cameo) = (outcome.type, outcome.mode, "12" + outcome.digits)
      status = .happened
    }
    let statement = statements.statement(at: candidate.head)
    let speaker = statement.flatMap { reading.statements[$0].speaker }
    if status == .calledFor, type.quadClass <= 2, let speaker, !roles.actors.contains(speaker),
      !roles.actors.contains(where: search.isFirstPerson)
    {
      // Who says that another must do something asks for it.
      evidence.append("asked for by the speaker")
      let isKnown = candidate.frame.source != EventSearch.asked
      let outcome = complements.outcome(of: .request, about: isKnown ? type : nil, mode: mode)
      (type, mode, cameo) = (outcome.type, outcome.mode, "10" + outcome.digits)
      roles.recipients = roles.actors.isEmpty ? roles.recipients : roles.actors
      roles.actors = [speaker]
      status = .happened
    } else if candidate.frame.source == EventSearch.asked {
      return nil
    }
    if candidate.frame.actors.isSpeaker {
      // Who says that another is guilty accuses him; a story that says so itself tells of nobody's act.
      guard status == .happened, let speaker, !roles.recipients.contains(speaker) else {
        return nil
      }
      evidence.append("said by the speaker")
      roles.actors = [speaker]
    }
    var takenUp = false
    if roles.actors.isEmpty, roles.recipients.isEmpty, candidate.takesUp || status == .postponed,
      let earlier = meetings.latest(type, before: candidate.head, in: reading.tree),
      type.quadClass != 4 || search.lemma(earlier.head) == search.lemma(candidate.head)
    {
      // Of a war or attack nothing is taken up but by the same word: another may have begun.
      (roles.actors, roles.recipients) = (earlier.actors, earlier.recipients)
      takenUp = true
      evidence.append("takes up an earlier \(type.rawValue)")
    }
    guard !roles.actors.isEmpty || !roles.recipients.isEmpty,
      !search.isOldTreaty(candidate, roles)
    else { return nil }
    var event = EventFound(
      head: candidate.head, trigger: candidate.head..<candidate.head + 1, range: 0..<0,
      type: type, status: status, cameo: cameo,
      confidence: confidence(candidate, roles, status, takenUp: takenUp), rule: rule)
    event.mode = mode
    event.actors = roles.actors
    event.recipients = roles.recipients
    event.statement = statement
    event.evidence = evidence + roles.evidence
    return event
  }

  private func code(
    _ candidate: EventCandidate, _ evidence: inout [String]
  ) -> (EventType, String?, String) {
    switch candidate.frame.act {
    case .event(let type, let mode): return (type, mode, candidate.frame.cameo)
    case .aboutComplement(let act):
      var type: EventType?
      var mode: String?
      switch candidate.complementFrame?.act {
      case .event(let spokenOf, let its)?: (type, mode) = (spokenOf, its)
      case .aboutComplement(let spokenOf)?: type = spokenOf
      default: break
      }
      let outcome =
        candidate.isNegatedComplement
        ? complements.outcome(of: act, aboutNot: type)
        : complements.outcome(of: act, about: type, mode: mode)
      let not = candidate.isNegatedComplement ? "not " : ""
      evidence.append("\(outcome.source) about \(not)\(type?.rawValue ?? "something else")")
      if outcome.type != act { return (outcome.type, outcome.mode, outcome.digits) }
      return (outcome.type, outcome.mode, String(candidate.frame.cameo.prefix(2)) + outcome.digits)
    case .nothing: return (.consult, nil, "")
    }
  }

  private func isSpeechAct(_ type: EventType) -> Bool {
    [.agree, .request, .accuse, .reject, .threaten, .support].contains(type)
  }

  private func isWish(_ standing: Standing) -> Bool {
    standing.evidence.contains { $0.hasPrefix("infinitive") }
  }

  /// By the kind of rule; Documentation/stages/events.md has the table.
  private func confidence(
    _ candidate: EventCandidate, _ roles: EventRoles, _ status: EventStatus, takenUp: Bool
  ) -> Double {
    if takenUp { return 0.6 }
    let isSpecific = candidate.frame.conditions.contains { !$0.values.isEmpty && !$0.negated }
    let isReached = roles.evidence.contains(EventRoles.reached)
    let hasBoth =
      !roles.actors.isEmpty && !roles.recipients.isEmpty || roles.actors.count > 1
    var value = candidate.isVerb ? 0.8 : 0.7
    if isSpecific || candidate.complementFrame != nil { value += 0.05 }
    if !candidate.isVerb, !candidate.governors.isEmpty { value += 0.05 }
    if !hasBoth {
      let isAgentless = candidate.isPassive && roles.actors.isEmpty
      value -= isAgentless ? 0.1 : roles.actors.isEmpty ? 0.2 : 0.15
    }
    if status == .possible || status == .calledFor { value -= 0.05 }
    if candidate.standing.evidence.contains(StandingReader.purpose) { value -= 0.15 }
    if candidate.isSubordinate { value -= 0.05 }
    if isReached { value -= 0.1 }
    return value
  }

  /// The event as PLOVER's one word, and its score.
  private func fold(_ event: inout EventFound) {
    event.category = codebook.category(of: event.type, status: event.status)
    event.score = codebook.score(
      of: event.category ?? event.type, mode: event.category == event.type ? event.mode : nil)
  }

  private func trigger(of candidate: EventCandidate, _ search: EventSearch) -> Range<Int> {
    var words = [candidate.head]
    if candidate.isVerb {
      for dependent in search.reader.dependents(candidate.head)
      where search.tree.words[dependent].relation.name == "compound:prt" {
        words.append(dependent)
      }
    } else {
      words += candidate.governors.filter { search.reader.isVerb($0) }.prefix(1)
    }
    let low = words.min() ?? candidate.head
    let high = words.max() ?? candidate.head
    let farthest = 6
    return high - low <= farthest ? low..<high + 1 : candidate.head..<candidate.head + 1
  }

  /// Matches are won and goals attacked without any violence.
  private func isSport(_ sentence: Sentence, _ tree: SyntaxTree) -> Bool {
    guard let words = lexicon.classes["sport"] else { return false }
    var seen: Set<String> = []
    for word in sentence.words {
      let lemma = tree.words[word].lemma.lowercased()
      if words.contains(lemma) { seen.insert(lemma) }
      if seen.count > 1 { return true }
    }
    return false
  }

  /// Whether a word means what it says even beside sport: "police arrested fans at the match".
  private func isEarnest(_ candidate: EventCandidate, _ search: EventSearch) -> Bool {
    lexicon.classes["earnest"]?.contains(search.lemma(candidate.head)) == true
  }
}
