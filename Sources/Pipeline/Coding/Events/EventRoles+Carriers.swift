import Record
import Syntax

/// What stands around the words that carry or govern a noun's act.
extension EventSearch {
  /// What the verbs that carry a noun add: "Paris held talks with Rome", "Paris imposed sanctions on Rome".
  mutating func addCarriers(of candidate: EventCandidate, _ roles: inout EventRoles) {
    let around: [Slot] = [
      .indirectObject, .preposition("with"), .preposition("to"), .preposition("against"),
      .preposition("on"), .preposition("between"), .preposition("upon"), .preposition("over"),
    ]
    if roles.recipients.isEmpty, reader.preposition(of: candidate.head) == "under",
      let subject = subjectOfState(candidate)
    {
      // "The town was under attack."
      roles.recipients = parties.parties(of: subject, reader: reader)
      if roles.recipients.isEmpty { roles.recipients = [parties.role(ofHead: subject)] }
      roles.actors.removeAll { roles.recipients.contains($0) }
      roles.evidence.append("recipient subj: \(form(subject))")
    } else if roles.actors.isEmpty, let subject = subjectOfState(candidate) {
      roles.actors = parties.parties(of: subject, reader: reader)
      if !roles.actors.isEmpty { roles.evidence.append("actor subj: \(form(subject))") }
    }
    // Whoever wants to end something does it no more than whoever ends it.
    var isAloof = false
    for (position, governor) in candidate.governors.enumerated() where reader.isVerb(governor) {
      let arguments = reader.arguments(of: governor)
      let own = position < candidate.slots.count ? candidate.slots[position] : nil
      isAloof = isAloof || self.isAloof(governor, own, from: candidate.frame)
      if own != .subject, own != .clause, !isAloof,
        let subject = arguments.word(.subject), subject != candidate.head
      {
        var found = parties.parties(of: subject, reader: reader)
        if found.isEmpty, isUnknownParty(subject) { found = [parties.role(ofHead: subject)] }
        if !found.isEmpty {
          let suffers = suffers(by: governor, candidate.frame)
          if suffers {
            merge(found, into: &roles.recipients)
          } else if position == 0 || roles.actors.isEmpty {
            // "Unleashed protests by students": whom "by" names acts, whoever carries it.
            let own = roles.evidence.contains { $0.hasPrefix("actor by:") } ? roles.actors : []
            if own.isEmpty || candidate.frame.isReciprocal {
              roles.actors = frame(candidate.frame, prefers: found, over: roles.actors)
            }
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

  /// Whether a verb's subject keeps an act from coming about, brings it about or speaks of it, and does not do it: "averted
  /// an attack", "led to protests".
  private func isAloof(_ governor: Int, _ slot: Slot?, from frame: Frame) -> Bool {
    guard let verbs = lexicon.classes["averting"] else { return false }
    let lemma = lemma(governor)
    // "Wants to end the killing": it is not his.
    if case .event(.assault, _) = frame.act, slot == .object,
      lexicon.classes["ending"]?.contains(lemma) == true
    {
      return true
    }
    return verbs.contains(lemma) || slot.map { verbs.contains(lemma + "_" + $0.name) } == true
  }

  /// Whether the subject of a verb that carries a noun is who it is done to: "the army suffered an attack", "has four
  /// arrests".
  private func suffers(by governor: Int, _ frame: Frame) -> Bool {
    if lexicon.classes["undergo"]?.contains(lemma(governor)) == true { return true }
    guard lemma(governor) == "have" else { return false }
    switch frame.act {
    case .event(.coerce, "arrest"), .event(.sanction, "convict"): return true
    default: return false
    }
  }

  /// Of whom it is told that he is in an act, or does something in it: "is responsible for the killings", "are in talks",
  /// "is in the third week of a strike", "burned flags in protest", "on a visit to Rome met".
  private mutating func subjectOfState(_ candidate: EventCandidate) -> Int? {
    let last = candidate.governors.last ?? candidate.head
    guard !reader.isVerb(last) else { return nil }
    let preposition = reader.preposition(of: last)
    if preposition != nil || last != candidate.head && tree.words[last].upos == .adj,
      let subject = reader.subject(ofPredicate: last, depth: 0)
    {
      return subject
    }
    guard tree.words[last].relation.universal == "obl",
      preposition == "in" && lexicon.classes["manner"]?.contains(lemma(last)) == true
        || preposition == "on" && isVisit(candidate.frame), let verb = tree.words[last].head,
      reader.isVerb(verb), !reader.arguments(of: verb).isPassive,
      lexicon.classes["undergo"]?.contains(lemma(verb)) != true
    else { return nil }
    return reader.arguments(of: verb).word(.subject)
  }

  private func isVisit(_ frame: Frame) -> Bool {
    if case .event(.consult, "visit") = frame.act { return true }
    return false
  }

  /// A carrier's subject acts; a noun's own parties then are recipients, or act with it.
  private func frame(_ frame: Frame, prefers subjects: [Int], over own: [Int]) -> [Int] {
    frame.isReciprocal ? subjects + own.filter { !subjects.contains($0) } : subjects
  }
}
