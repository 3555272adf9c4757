import Record
import Syntax

/// Who speaks, and whom words are for: through letters, bills and condemned deeds, and what a refusal waits for.
extension EventSearch {
  /// To whom a letter or message goes that asks or threatens: "sent a letter to the bank threatening to leave".
  mutating func addressees(of candidate: EventCandidate) -> [Int] {
    guard candidate.isVerb, tree.words[candidate.head].xpos == "VBG",
      ["advcl", "acl"].contains(tree.words[candidate.head].relation.universal),
      var verb = tree.words[candidate.head].head, isAddressed(candidate.frame)
    else { return [] }
    if !reader.isVerb(verb), let above = tree.words[verb].head { verb = above }
    guard ["send", "write", "address", "deliver", "issue"].contains(lemma(verb)) else { return [] }
    return (phrases(.preposition("to"), of: verb) + phrases(.indirectObject, of: verb)).flatMap {
      parties.parties(of: $0, reader: reader)
    }
  }

  /// Whether an act is told to whom it is meant for.
  private func isAddressed(_ frame: Frame) -> Bool {
    switch frame.act {
    case .event(let type, _), .aboutComplement(let type):
      return [.threaten, .request, .accuse, .reject].contains(type)
    case .nothing: return false
    }
  }

  /// Who acts through a thing of his making: "issued a statement criticising", "the report that he wrote accuses",
  /// "introduced a bill that would ban".
  mutating func makers(of candidate: EventCandidate) -> [Int] {
    guard candidate.isVerb, var subject = reader.arguments(of: candidate.head).word(.subject),
      belongs(subject, to: "@utterance")
    else { return [] }
    if reader.isRelativePronoun(subject) {
      // Who rejects a bill or criticises it has not made it.
      guard let noun = reader.antecedent(of: subject), let verb = tree.words[noun].head,
        lexicon.classes["enact"]?.contains(lemma(verb)) == true
      else { return [] }
      subject = noun
    }
    guard let owner = reader.nounOwner(subject, depth: 0), owner != subject else { return [] }
    return parties.parties(of: owner, reader: reader)
  }

  /// Who speaks of himself by a pronoun that no earlier stage took for a party: "the bank said it would lend".
  mutating func speakers(
    of candidate: EventCandidate, _ evidence: inout [String]
  ) -> [Int] {
    guard candidate.frame.actors.alternatives.first == [[.subject]] || !candidate.isVerb,
      var clause = candidate.isVerb
        ? candidate.head : candidate.governors.first(where: { reader.isVerb($0) }),
      let subject = reader.arguments(of: clause).word(.subject),
      tree.words[subject].upos == .pron, parties.mention(at: subject) == nil,
      ["it", "they", "he", "she", "we"].contains(lemma(subject))
    else { return [] }
    for _ in 0..<4 {
      guard let head = tree.words[clause].head else { return [] }
      let relation = tree.words[clause].relation.universal
      if relation == "ccomp" || relation == "parataxis", reader.isVerb(head),
        let speaker = reader.arguments(of: head).word(.subject), speaker != subject
      {
        evidence.append("actor subj: \(form(subject)), who is \(form(speaker))")
        return parties.parties(of: speaker, reader: reader)
      }
      guard ["conj", "xcomp", "ccomp"].contains(relation) else { return [] }
      clause = head
    }
    return []
  }

  /// Of whom a refusal or threat awaits something: "will not return until the company pays".
  mutating func awaited(_ candidate: EventCandidate, _ roles: inout EventRoles) -> [Int] {
    let clause = candidate.isVerb ? candidate.head : candidate.governors.first ?? candidate.head
    let arguments = reader.arguments(of: clause)
    for mark in ["until", "till", "unless", "if", "before"] {
      for verb in arguments.words(.preposition(mark)) {
        let inner = reader.arguments(of: verb)
        for slot: Slot in [.subject, .object] {
          for word in inner.words(slot) {
            var named = parties.parties(of: word, reader: reader)
            if named.isEmpty, isUnknownParty(word) { named = [parties.role(ofHead: word)] }
            let found = named.filter { party in
              !roles.actors.contains { isSame($0, party) } && !isOwn(party)
            }
            if !found.isEmpty {
              roles.evidence.append("recipient \(mark): \(form(word))")
              return found
            }
          }
        }
      }
    }
    return []
  }

  func refuses(_ candidate: EventCandidate) -> Bool {
    if candidate.standing.isRefusal || candidate.standing.status == .refused { return true }
    switch candidate.frame.act {
    case .event(.reject, _), .event(.threaten, _), .aboutComplement(.reject),
      .aboutComplement(.threaten):
      return true
    default: return false
    }
  }

  /// Of an act that is condemned or praised, who did it and not who suffered: "condemned Norway's raid on Chad".
  mutating func blamed(by candidate: EventCandidate) -> [Int]? {
    guard case .event(let type, let mode) = candidate.frame.act,
      type == .accuse || type == .support,
      candidate.isVerb, let object = reader.arguments(of: candidate.head).word(.object),
      !reader.isVerb(object), parties.mention(at: object) == nil,
      candidate.frame.recipients.alternatives.first?.contains(where: { $0.first == .object })
        == true,
      let act = frame(of: object), case .event(let deed, _) = act.act
    else { return nil }
    var evidence: [String] = []
    let actors = parties(act.actors, of: object, role: "recipient", &evidence)
    if !actors.isEmpty { return actors }
    for path in act.actors.alternatives.joined() {
      if let unknown = follow(path[...], from: object).first(where: isUnknownParty) {
        return [parties.role(ofHead: unknown)]
      }
    }
    guard type == .accuse, mode == "disapprove", deed.quadClass == 4 else { return nil }
    let victims = parties(act.recipients, of: object, role: "victim", &evidence)
    return victims.isEmpty ? nil : []
  }
}
