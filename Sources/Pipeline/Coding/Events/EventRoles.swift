import Record
import Syntax

/// Who acts and to whom it is done.
struct EventRoles: Sendable {
  /// Mentions that act.
  var actors: [Int] = []
  /// Mentions that it is done to.
  var recipients: [Int] = []
  /// What was found where, for explanations.
  var evidence: [String] = []

  /// What evidence says of a recipient that no slot of the frame named.
  static let reached = "recipient by reach"
  /// What evidence says of a state that acts in its own country.
  static let placed = "actor by the country of an act of states"
}

extension EventSearch {
  /// The parties of a role, by a frame's specification over a word's arguments; those given are of the other role.
  mutating func parties(
    _ specification: RoleSpecification, of word: Int, role: String, except others: [Int] = [],
    _ evidence: inout [String]
  ) -> [Int] {
    for alternative in specification.alternatives {
      var found: [Int] = []
      for path in alternative {
        for end in follow(path[...], from: word) {
          for party in named(by: end, path)
          where !found.contains(party) && !others.contains(where: { isSame($0, party) }) {
            found.append(party)
            evidence.append(
              "\(role) \(path.map(\.name).joined(separator: ".")): \(tree.words[end].form)")
          }
        }
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The parties that an argument names; of "between" both, though the tree hangs the second one on another noun.
  private mutating func named(by end: Int, _ path: [Slot]) -> [Int] {
    var found = parties.parties(of: end, reader: reader)
    if let own = unnamed(end, found) {
      let owners = owners(of: end)
      return [own] + found.filter { !owners.contains($0) }
    }
    // "To Uganda, its part in a mission": what describes a place is not named instead of it.
    if places.contains(end), parties.mention(at: end) == nil, !parties.isTime(end) {
      found = found.filter { party in
        party >= mentions.count
          || tree.words[mentions[party].head].head == end
            && tree.words[mentions[party].head].relation.universal == "conj"
      }
      if found.isEmpty { return [parties.role(ofHead: end)] }
    }
    // "Uganda and neighbouring countries": the first has a place in the sentence, though no earlier stage took it for a
    // party.
    if !found.isEmpty, parties.mention(at: end) == nil, !reader.isVerb(end),
      isUnknownParty(end) || isNationality(end),
      reader.dependents(end).contains(where: { tree.words[$0].relation.universal == "conj" })
    {
      found.insert(parties.role(ofHead: end), at: 0)
    }
    // "The United States and its allies": they are others.
    if !found.isEmpty, parties.mention(at: end) != nil {
      for dependent in reader.dependents(end)
      where tree.words[dependent].relation.universal == "conj"
        && parties.mention(at: dependent) == nil && tree.words[dependent].upos == .noun
        && isUnknownParty(dependent)
      {
        found.append(parties.role(ofHead: dependent))
      }
    }
    guard path.last == .preposition("between"), found.count == 1, let head = tree.words[end].head
    else { return found }
    for dependent in reader.dependents(head)
    where dependent > end && tree.words[dependent].relation.universal == "conj" {
      for party in parties.parties(of: dependent, reader: reader) where !found.contains(party) {
        found.append(party)
      }
      break
    }
    return found
  }

  /// Somebody without a name of whom it is told whose he is, "a friend of the suspect", or a place behind a pronoun.
  private mutating func unnamed(_ end: Int, _ found: [Int]) -> Int? {
    guard parties.mention(at: end) == nil, !parties.isTime(end) else { return nil }
    if found.isEmpty, reader.isRelativePronoun(end), let place = reader.antecedent(of: end),
      places.contains(place)
    {
      return parties.role(ofHead: place)
    }
    guard tree.words[end].upos == .noun, content(of: end) == nil,
      lexicon.classes["people"]?.contains(lemma(end)) == true
    else { return nil }
    // "His rival Jones" has the name.
    let owners = owners(of: end)
    let isNamed = found.contains { party in
      !owners.contains(party) && party < mentions.count
        && tree.words[mentions[party].head].relation.universal != "conj"
    }
    return !isNamed && !owners.isEmpty ? parties.role(ofHead: end) : nil
  }

  /// Whose somebody is: "the minister's aide", "a friend of the suspect".
  private mutating func owners(of noun: Int) -> [Int] {
    reader.dependents(noun).filter {
      tree.words[$0].relation.universal == "nmod"
        && (tree.words[$0].relation.name == "nmod:poss" || reader.preposition(of: $0) == "of")
    }.flatMap { parties.parties(of: $0, reader: reader) }
  }

  /// The names, places and harmed things in a role's slots that no earlier stage took for parties.
  ///
  /// - Parameter mayBeHarmed: whether somebody does it, so that a storm harms nobody.
  private mutating func unknownParties(
    _ specification: RoleSpecification, of candidate: EventCandidate, mayBeHarmed: Bool
  ) -> [Int] {
    for alternative in specification.alternatives {
      var found: [Int] = []
      for path in alternative {
        for end in follow(path[...], from: candidate.head) where !reader.isVerb(end) {
          let isHarmed =
            path == [.object]
            ? mayBeHarmed && isHarmed(end, by: candidate.frame)
            : !candidate.isVerb && path.count == 1 && isTarget(end, of: candidate.frame)
          let owner = Self.mayBeOwned(path) ? owner(of: end) : nil
          guard let head = isUnknownParty(end) || isHarmed ? end : owner else { continue }
          let party = parties.role(ofHead: head)
          if path == [.object], isOwnForce(party, of: candidate) { continue }
          if !found.contains(party) { found.append(party) }
        }
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// Whether what ends a path may be a thing that stands for its owner.
  private static func mayBeOwned(_ path: [Slot]) -> Bool {
    ![.compound, .modifier, .possessor].contains(path.last)
  }

  /// The words at the end of a path of slots.
  mutating func follow(_ path: ArraySlice<Slot>, from word: Int) -> [Int] {
    guard let slot = path.first else { return [word] }
    var words = phrases(slot, of: word)
    if path.count == 1 { return words }
    if path.elementsEqual([.object, .complement, .subject]) {
      // Who made a thing, "a plan proposed by", not who acts in what it says, "claims that".
      return words.flatMap { object in
        reader.arguments(of: object).words(.complement).filter { tree.words[$0].xpos == "VBN" }
      }.flatMap { reader.arguments(of: $0).words(.subject) }
    }
    if slot == .object {
      // "Suspended supplies and flights to Norway": what hangs on the last may be of all.
      words += words.flatMap { object in
        reader.dependents(object).filter { tree.words[$0].relation.universal == "conj" }
      }
    }
    var found: [Int] = []
    for next in words.prefix(8) {
      found += follow(path.dropFirst(), from: next)
      // "thousands of rifles to the government": what is counted has phrases of its own.
      if let inner = content(of: next) { found += follow(path.dropFirst(), from: inner) }
    }
    return found
  }

  /// The roles of a candidate.
  mutating func roles(of candidate: EventCandidate) -> EventRoles {
    var roles = EventRoles()
    let frame = candidate.frame
    roles.actors = parties(
      frame.actors, of: candidate.head, role: "actor", &roles.evidence)
    if roles.actors.isEmpty { roles.actors = makers(of: candidate) }
    if roles.actors.isEmpty { roles.actors = speakers(of: candidate, &roles.evidence) }
    if roles.actors.isEmpty {
      roles.actors = unknownParties(frame.actors, of: candidate, mayBeHarmed: false)
    }
    if roles.actors.isEmpty, let state = stateOfPlace(candidate) {
      roles.actors = [state]
      roles.evidence.append(EventRoles.placed)
    }
    roles.recipients = parties(
      frame.recipients, of: candidate.head, role: "recipient", except: roles.actors,
      &roles.evidence)
    if roles.recipients.isEmpty { roles.recipients = addressees(of: candidate) }
    let blamed = blamed(by: candidate)
    if let blamed {
      roles.recipients = blamed
    } else if let harmed = harmedWhere(candidate, roles.recipients) {
      roles.recipients = [harmed]
    }
    if !candidate.isVerb { addCarriers(of: candidate, &roles) }
    if !candidate.complement.isEmpty {
      addComplement(of: candidate, &roles)
    }
    if !roles.actors.isEmpty, !roles.recipients.isEmpty {
      roles.recipients.removeAll { isOwnForce($0, of: candidate) }
    }
    if roles.recipients.isEmpty, blamed == nil {
      let isDone = !roles.actors.isEmpty || candidate.isPassive
      roles.recipients = unknownParties(frame.recipients, of: candidate, mayBeHarmed: isDone)
        .filter { !roles.actors.contains($0) }
    }
    if roles.recipients.isEmpty, !roles.actors.isEmpty, blamed == nil,
      !deniesOthers(candidate),
      roles.actors.count == 1 || !frame.isReciprocal
    {
      roles.recipients = beyond(candidate, &roles)
    }
    if roles.recipients.isEmpty, !roles.actors.isEmpty, refuses(candidate) {
      roles.recipients = awaited(candidate, &roles)
    }
    if frame.isReciprocal, !candidate.standing.isRefusal, candidate.standing.status != .refused {
      for party in roles.recipients where !roles.actors.contains(party) {
        roles.actors.append(party)
      }
      roles.recipients = []
    }
    roles.recipients.removeAll { party in roles.actors.contains { isSame($0, party) } }
    return roles
  }

  /// The building or area that an attack harmed, where only the place that it stands in has a mention: "burned a church in Alba".
  private mutating func harmedWhere(_ candidate: EventCandidate, _ recipients: [Int]) -> Int? {
    guard case .event(.assault, _) = candidate.frame.act, candidate.isVerb, !recipients.isEmpty,
      let object = reader.arguments(of: candidate.head).word(.object),
      parties.mention(at: object) == nil, isHarmed(object, by: candidate.frame)
    else { return nil }
    let isWhere = recipients.allSatisfy { party in
      guard let head = party < mentions.count ? mentions[party].head : parties.added.head(of: party)
      else { return false }
      return tree.words[head].head == object && reader.preposition(of: head) == "in"
    }
    return isWhere ? parties.role(ofHead: object) : nil
  }

  /// The nearest party below the act's arguments or what it speaks of, where no slot names one.
  private mutating func beyond(_ candidate: EventCandidate, _ roles: inout EventRoles) -> [Int] {
    let type: EventType
    var mode: String?
    switch candidate.frame.act {
    case .event(let own, let its): (type, mode) = (own, its)
    case .aboutComplement(let own): type = own
    case .nothing: return []
    }
    let heads = [candidate.head] + candidate.governors.filter { reader.isVerb($0) }.prefix(1)
    var starts: [Int] = []
    for head in heads {
      let arguments = reader.arguments(of: head)
      for (slot, word) in arguments.filled
      where slot != .subject && slot != .possessor && slot != .modifier && slot != .compound
        && word != candidate.head && !starts.contains(word) && !parties.isTime(word)
      {
        if case .clause = slot { continue }
        if case .preposition(let name) = slot {
          // Where people meet or sign nobody is met: "met in Doha".
          let isMutual =
            candidate.frame.isReciprocal
            || [.support, .agree].contains(type) && places.contains(word)
            || places.contains(word) && !isLocal(type, mode)
          if !Self.mayFollow(name) || isMutual && Self.located.contains(name) { continue }
          // "Retreated to Verdun": where one goes is not whom one yields to.
          if mode == "withdraw", name == "to", places.contains(word) { continue }
        }
        starts.append(word)
      }
    }
    starts += candidate.complement.filter { !starts.contains($0) }
    let found = reach(
      from: starts, avoiding: roles.actors, things: things(of: candidate), type: type,
      mode: mode)
    if !found.isEmpty { roles.evidence.append(EventRoles.reached) }
    return found
  }

  /// Whether what a preposition brings in may lead to a recipient; the rest tell when, why and how.
  private static func mayFollow(_ preposition: String) -> Bool {
    ![
      "after", "before", "since", "until", "during", "amid", "despite", "because", "by", "as",
      "without", "per", "following", "if", "while", "when", "although", "unless", "at", "through",
      "because_of", "via", "like", "than", "about", "under", "according", "accord",
    ].contains(preposition)
  }

  /// What the act spoken of adds: "refused to meet the envoy", "demanded the release of the men".
  private mutating func addComplement(of candidate: EventCandidate, _ roles: inout EventRoles) {
    guard let inner = candidate.complement.first, let frame = candidate.complementFrame else {
      return
    }
    var evidence: [String] = []
    let actors = parties(frame.actors, of: inner, role: "spoken of actor", &evidence)
    let recipients = parties(
      frame.recipients, of: inner, role: "spoken of", except: roles.actors, &evidence)
    var carried: [Int] = []
    for verb in candidate.complement.dropFirst() {
      for slot: Slot in [.subject, .preposition("with"), .preposition("to"), .preposition("on")] {
        for word in reader.arguments(of: verb).words(slot) {
          merge(parties.parties(of: word, reader: reader), into: &carried)
        }
      }
    }
    let asks = candidate.frame.act == .aboutComplement(.request)
    if asks, !candidate.isNegatedComplement, !recipients.isEmpty,
      case .event(let type, _) = frame.act, [.assault, .coerce, .sanction].contains(type)
    {
      // Who asks others to seize a ship or bomb a town is against whom it would be done to (complements.tsv: ACCUSE).
      roles.recipients = recipients
      roles.evidence += evidence
      return
    }
    // Who is asked is who should do it; a refusal or threat is to whom it would be done.
    var found = asks && !actors.isEmpty ? actors : recipients + carried + actors
    if candidate.frame.status != nil { found = actors + recipients + carried }
    if deniesOthers(candidate) { return }
    if found.isEmpty, roles.recipients.isEmpty {
      // "Refused to let a Norwegian plane land": whose it is.
      let spoken = EventCandidate(head: inner, frame: frame, isVerb: speaksAsVerb(inner))
      found = unknownParties(frame.recipients, of: spoken, mayBeHarmed: false)
    }
    found.removeAll { roles.actors.contains($0) }
    if roles.recipients.isEmpty || candidate.frame.status != nil {
      merge(found, into: &roles.recipients)
      if !found.isEmpty { roles.evidence += evidence }
    }
  }

  /// Whether somebody promises to give others nothing, who are not those it is promised to: "promised not to let rebels in".
  private func deniesOthers(_ candidate: EventCandidate) -> Bool {
    guard candidate.isNegatedComplement, candidate.frame.act == .aboutComplement(.agree),
      case .event(let type, _)? = candidate.complementFrame?.act
    else { return false }
    return type.quadClass <= 2
  }

  func merge(_ found: [Int], into parties: inout [Int]) {
    for party in found where !parties.contains(party) { parties.append(party) }
  }

  func form(_ word: Int) -> String { tree.words[word].form }
}
