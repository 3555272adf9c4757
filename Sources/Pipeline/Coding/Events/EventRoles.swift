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
}

extension EventSearch {
  /// The parties of a role, by a frame's specification over a word's arguments.
  mutating func parties(
    _ specification: RoleSpecification, of word: Int, role: String, _ evidence: inout [String]
  ) -> [Int] {
    for alternative in specification.alternatives {
      var found: [Int] = []
      for path in alternative {
        for end in follow(path[...], from: word) {
          for party in parties.parties(of: end, reader: reader) where !found.contains(party) {
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

  private mutating func follow(_ path: ArraySlice<Slot>, from word: Int) -> [Int] {
    guard let slot = path.first else { return [word] }
    let words = reader.arguments(of: word).words(slot)
    if path.count == 1 { return words }
    var found: [Int] = []
    for next in words.prefix(8) { found += follow(path.dropFirst(), from: next) }
    return found
  }

  /// The roles of a candidate.
  mutating func roles(of candidate: EventCandidate) -> EventRoles {
    var roles = EventRoles()
    let frame = candidate.frame
    roles.actors = parties(
      frame.actors, of: candidate.head, role: "actor", &roles.evidence)
    roles.recipients = parties(
      frame.recipients, of: candidate.head, role: "recipient", &roles.evidence)
    if !candidate.isVerb { addCarriers(of: candidate, &roles) }
    if !candidate.complement.isEmpty {
      addComplement(of: candidate, &roles)
    } else if case .aboutComplement = frame.act, roles.recipients.isEmpty,
      let word = reader.arguments(of: candidate.head).word(.complement)
    {
      // "agreed to share data with Rome": an act of no category still names whom it is with.
      roles.recipients = around(word)
    }
    if frame.isReciprocal {
      for party in roles.recipients where !roles.actors.contains(party) {
        roles.actors.append(party)
      }
      roles.recipients = []
    }
    roles.recipients.removeAll { roles.actors.contains($0) }
    return roles
  }

  /// What the verbs that carry a noun add: "Paris held talks with Rome", "Paris imposed sanctions on Rome".
  private mutating func addCarriers(of candidate: EventCandidate, _ roles: inout EventRoles) {
    let around: [Slot] = [
      .indirectObject, .preposition("with"), .preposition("to"), .preposition("against"),
      .preposition("on"), .preposition("between"), .preposition("upon"), .preposition("over"),
    ]
    for (position, governor) in candidate.governors.enumerated() where reader.isVerb(governor) {
      let arguments = reader.arguments(of: governor)
      let own = position < candidate.slots.count ? candidate.slots[position] : nil
      if own != .subject, let subject = arguments.word(.subject), subject != candidate.head {
        let found = parties.parties(of: subject, reader: reader)
        if !found.isEmpty {
          // "Kabul's army suffered an attack": there the subject is who it is done to.
          let suffers = lexicon.classes["undergo"]?.contains(lemma(governor)) == true
          if suffers {
            merge(found, into: &roles.recipients)
          } else if position == 0 || roles.actors.isEmpty {
            roles.actors = frame(candidate.frame, prefers: found, over: roles.actors)
          }
          roles.evidence.append("\(suffers ? "recipient" : "actor") subj: \(form(subject))")
        }
      }
      for slot in around where slot != own {
        for word in arguments.words(slot) where word != candidate.head {
          guard !reader.isVerb(word) else { continue }
          let found = parties.parties(of: word, reader: reader)
          if found.isEmpty { continue }
          merge(found, into: &roles.recipients)
          roles.evidence.append("recipient \(slot.name): \(form(word))")
        }
      }
    }
  }

  /// A carrier's subject acts; a noun's own parties then are recipients, or act with it.
  private func frame(_ frame: Frame, prefers subjects: [Int], over own: [Int]) -> [Int] {
    frame.isReciprocal ? subjects + own.filter { !subjects.contains($0) } : subjects
  }

  /// What the act spoken of adds: "refused to meet the envoy", "demanded the release of the men".
  private mutating func addComplement(of candidate: EventCandidate, _ roles: inout EventRoles) {
    guard let inner = candidate.complement.first, let frame = candidate.complementFrame else {
      return
    }
    var evidence: [String] = []
    let actors = parties(frame.actors, of: inner, role: "spoken of actor", &evidence)
    let recipients = parties(frame.recipients, of: inner, role: "spoken of", &evidence)
    var carried: [Int] = []
    for verb in candidate.complement.dropFirst() {
      for slot: Slot in [.subject, .preposition("with"), .preposition("to"), .preposition("on")] {
        for word in reader.arguments(of: verb).words(slot) {
          merge(parties.parties(of: word, reader: reader), into: &carried)
        }
      }
    }
    if actors.isEmpty, recipients.isEmpty, carried.isEmpty {
      carried = around(inner)
    }
    let asks = candidate.frame.act == .aboutComplement(.request)
    // Who is asked is who should do it; a refusal or threat is to whom it would be done.
    var found = asks && !actors.isEmpty ? actors : recipients + carried + actors
    if candidate.frame.status != nil { found = actors + recipients + carried }
    found.removeAll { roles.actors.contains($0) }
    if roles.recipients.isEmpty || candidate.frame.status != nil {
      merge(found, into: &roles.recipients)
      if !found.isEmpty { roles.evidence += evidence }
    }
  }

  /// The first party that a spoken-of act's plain arguments name, where its frame finds none.
  private mutating func around(_ word: Int) -> [Int] {
    let slots: [Slot] = [
      .object, .indirectObject, .preposition("to"), .preposition("for"), .preposition("with"),
      .preposition("from"), .preposition("into"), .preposition("against"),
    ]
    for slot in slots {
      for argument in reader.arguments(of: word).words(slot) {
        let found = parties.parties(of: argument, reader: reader)
        if !found.isEmpty { return found }
      }
    }
    return []
  }

  private func merge(_ found: [Int], into parties: inout [Int]) {
    for party in found where !parties.contains(party) { parties.append(party) }
  }

  private func form(_ word: Int) -> String { tree.words[word].form }
}
