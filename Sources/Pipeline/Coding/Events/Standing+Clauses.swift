import Record
import Syntax

/// What a clause's or noun's place in the sentence makes of the act that it speaks of.
extension StandingReader {
  /// What the clause's place in the sentence says of it.
  mutating func governed(
    _ word: Int, _ own: Auxiliaries, reader: inout ArgumentReader, depth: Int
  ) -> Standing {
    if isImperative(word, own, reader: reader) {
      return Standing(status: .calledFor, evidence: ["imperative"])
    }
    guard let head = tree.words[word].head else { return Standing() }
    let relation = tree.words[word].relation
    let xpos = tree.words[word].xpos
    let isFinite = ["VBD", "VBZ", "VBP"].contains(xpos) || own.hasAny
    switch relation.universal {
    case "conj":
      if own.hasAny || own.mark != nil { return Standing() }
      if reader.dependents(word).contains(where: {
        tree.words[$0].relation.universal == "nsubj"
      }) {
        return Standing()
      }
      let headHasModal = xpos == "VB" || own.isBare || !isFinite
      return headHasModal ? standing(of: head, reader: &reader, depth: depth + 1) : Standing()
    case "xcomp", "ccomp", "csubj", "advcl", "acl", "obj", "obl", "nmod", "nsubj":
      if relation.name == "acl:relcl" { return Standing() }
      if let mark = own.mark, ["without", "instead"].contains(mark) {
        return Standing(status: .denied, evidence: ["mark \(mark)"])
      }
      if !reader.isVerb(word), reader.isVerb(head),
        let applied = content(word, head, reader: &reader, depth: depth)
      {
        return applied
      }
      guard let slot = slot(of: word, own, reader) else { return Standing() }
      let isReport = slot == .clause && isFinite && isFinding(head, own)
      if !isAside(word, own), !isReport,
        let applied = apply(head, slot, reader: &reader, depth: depth)
      {
        return applied
      }
      if isFinite {
        return isStillToCome(word, own, reader: &reader, depth: depth)
          ? Standing(status: .planned, evidence: ["present tense beside a future"]) : Standing()
      }
      if relation.universal == "xcomp" {
        return standing(of: head, reader: &reader, depth: depth + 1)
      }
      if relation.universal == "csubj", own.isInfinitive {
        return idea(head, reader: &reader, depth: depth)
      }
      if relation.universal == "csubj", xpos == "VBG" {
        // "Attacking it would be wrong", but "attacking it was".
        let outer = standing(of: head, reader: &reader, depth: depth + 1)
        return outer.status == .happened
          ? outer : Standing(status: .possible, evidence: ["gerund of an idea"])
      }
      if own.isInfinitive, relation.universal == "advcl", isTooMuch(head, reader) {
        return Standing(status: .denied, evidence: ["too \(tree.words[head].form)"])
      }
      if own.isInfinitive, relation.universal == "advcl" || relation.universal == "acl" {
        // "Will not go to Rome to meet the envoy" refuses the meeting too, "did not bring himself to sign" the signing.
        if relation.universal == "advcl", reader.isVerb(head) {
          let outer = standing(of: head, reader: &reader, depth: depth + 1)
          if outer.isRefusal || outer.status == .denied { return outer }
          if outer.status == .happened, isSaid(word, by: head, reader) { return outer }
        }
        return Standing(status: .planned, evidence: [Self.purpose])
      }
      if xpos == "VBG", relation.universal == "acl" {
        return Standing(status: .ongoing, evidence: ["participle"])
      }
      if relation.universal == "advcl", own.mark == nil, reader.isVerb(head) {
        let outer = standing(of: head, reader: &reader, depth: depth + 1)
        return outer.status == .planned ? outer : Standing()
      }
      return Standing()
    default: return Standing()
    }
  }

  /// Whether what somebody means to say is said by what he does: "phoned to congratulate", "marched to denounce".
  private func isSaid(_ word: Int, by head: Int, _ reader: ArgumentReader) -> Bool {
    lexicon.classes["expressive"]?.contains(Lemmas.lemma(of: tree.words[word], in: lexicon)) == true
      && lexicon.classes["speaking"]?.contains(key(of: head, reader: reader)) == true
  }

  /// The slot that a clause or noun fills below its head, as operators name it; nil where no operator asks.
  private func slot(of word: Int, _ own: Auxiliaries, _ reader: ArgumentReader) -> Slot? {
    let relation = tree.words[word].relation.universal
    switch relation {
    case "xcomp": return .complement
    case "ccomp": return .clause
    case "acl": return own.mark == "that" ? .clause : .complement
    case "csubj": return own.isInfinitive ? .complement : .clause
    case "obj": return .object
    case "nsubj": return nil
    case "obl", "nmod": return reader.preposition(of: word).map { .preposition($0) }
    default: return own.mark.map { .preposition($0) } ?? .complement
    }
  }

  /// What a verb says of what its noun speaks of: "rejected claims that", "the plan to attack was dropped".
  private mutating func content(
    _ noun: Int, _ verb: Int, reader: inout ArgumentReader, depth: Int
  ) -> Standing? {
    guard reader.arguments(of: verb).slot(of: noun) == .object else { return nil }
    return apply(verb, .preposition("content"), reader: &reader, depth: depth)
  }

  /// The standing of what something is said of as an idea: "it would be wrong to attack"; "it was wrong to attack" tells of one.
  private mutating func idea(
    _ predicate: Int, reader: inout ArgumentReader, depth: Int
  ) -> Standing {
    var outer = standing(of: predicate, reader: &reader, depth: depth + 1)
    let isPast = reader.dependents(predicate).contains {
      tree.words[$0].relation.universal == "cop" && tree.words[$0].xpos == "VBD"
    }
    if outer.status == .happened, isPast || reader.isVerb(predicate) { return outer }
    if outer.status != .denied {
      outer.status = .possible
      outer.evidence.append("infinitive of an idea")
    }
    return outer
  }

  /// Whether "suggest" tells what is found, "polls suggest that voters back her", not what somebody proposes.
  private func isFinding(_ verb: Int, _ own: Auxiliaries) -> Bool {
    Lemmas.lemma(of: tree.words[verb], in: lexicon) == "suggest" && own.status != .calledFor
  }

  /// Whether "too" stands at what an infinitive follows: "too ill to attend".
  private func isTooMuch(_ word: Int, _ reader: ArgumentReader) -> Bool {
    reader.dependents(word).contains {
      tree.words[$0].relation.universal == "advmod" && tree.words[$0].form.lowercased() == "too"
    }
  }

  /// Whether a clause tells somebody to do something: "release the hostages".
  private func isImperative(_ word: Int, _ own: Auxiliaries, reader: ArgumentReader) -> Bool {
    guard tree.words[word].xpos == "VB", own.mark == nil, !own.hasAny else { return false }
    switch tree.words[word].relation.universal {
    case "root", "parataxis": break
    case "ccomp":
      // What is quoted, not what somebody lets or sees another do.
      guard let head = tree.words[word].head, head > word || tree.words[head].upos != .verb
      else { return false }
    default: return false
    }
    return !reader.dependents(word).contains {
      ["nsubj", "expl", "cop"].contains(tree.words[$0].relation.universal)
    }
  }

  /// Whether a participle tells what came of the deed, parted by a comma: "set fire to the hall, killing four".
  private func isAside(_ word: Int, _ own: Auxiliaries) -> Bool {
    tree.words[word].relation.universal == "advcl" && tree.words[word].xpos == "VBG"
      && own.mark == nil && word > 0 && tree.words[word - 1].form == ","
  }

  /// Whether a clause in the present tells when something to come will come about: "after she steps down, she will write".
  private mutating func isStillToCome(
    _ word: Int, _ own: Auxiliaries, reader: inout ArgumentReader, depth: Int
  ) -> Bool {
    guard tree.words[word].relation.universal == "advcl", let head = tree.words[word].head,
      ["VBZ", "VBP"].contains(tree.words[word].xpos), !own.hasAny
    else { return false }
    let isWhen = reader.dependents(word).contains { tree.words[$0].form.lowercased() == "when" }
    guard isWhen || own.mark.map({ ["after", "before", "once"].contains($0) }) == true else {
      return false
    }
    let outer = standing(of: head, reader: &reader, depth: depth + 1).status
    return outer == .planned || outer == .calledFor
  }

  /// What an operator makes of the act that fills one of its slots; nil where the governor is none.
  mutating func apply(
    _ governor: Int, _ slot: Slot, reader: inout ArgumentReader, depth: Int
  ) -> Standing? {
    let lemma = key(of: governor, reader: reader)
    guard let operation = lexicon.operation(lemma, slot) else { return nil }
    if lemma == "have", slot == .complement, !reader.isObliged(governor) { return nil }
    var outer = standing(of: governor, reader: &reader, depth: depth + 1)
    outer.governors.insert(governor, at: 0)
    outer.evidence.insert("\(operation.source) \(lemma)/\(slot.name)", at: 0)
    guard let status = operation.status, !isDone(governor, lemma) else { return outer }
    if reader.dependents(governor).contains(where: isYet) {
      outer.status = .denied
      outer.evidence.append("negation yet to")
      return outer
    }
    switch outer.status {
    case .denied, .refused:
      // "does not plan to attend" refuses; a plan that somebody rejects is one; "has not postponed" leaves
      // the act as it was.
      let isTalk = outer.evidence.contains { $0.hasSuffix("/content") }
      if status == .planned, isTalk {
        outer.status = .planned
      } else if status == .planned {
        outer.status = .refused
        outer.isRefusal = true
      } else {
        outer.isDropped = true
      }
    case .cancelled, .postponed:
      // "Called off a plan to attack" calls off the attack.
      if status != .planned, status != .proposed { outer.status = status }
    default: outer.status = status
    }
    return outer
  }

  /// Whether what had to be done was: "had to storm the building".
  private func isDone(_ governor: Int, _ lemma: String) -> Bool {
    lemma == "have" && tree.words[governor].xpos == "VBD"
  }
}
