import Record
import Syntax

/// An event that a word may say, before parties and circumstances are final.
struct EventCandidate: Sendable {
  /// The word that says it.
  var head: Int
  /// The frame that matched.
  var frame: Frame
  /// Whether the frame is a verb's.
  var isVerb: Bool
  /// Verbs that only carry the noun, and words that give it its standing; nearest first.
  var governors: [Int] = []
  /// The slot that the word fills below each governor.
  var slots: [Slot] = []
  /// What is spoken of: the complement's chain of words.
  var complement: [Int] = []
  /// The frame of the act spoken of.
  var complementFrame: Frame?
  /// Whether what is spoken of is not to be done: "urged Oslo not to attack".
  var isNegatedComplement = false
  /// The standing.
  var standing = Standing()
  /// Whether a definite act may be taken up from earlier.
  var takesUp = false
  /// Whether the verb is passive.
  var isPassive = false
  /// Whether the word stands in a relative or adverbial clause, which tells more in passing.
  var isSubordinate = false
}

/// Makes candidates of words: what carries them, and how they stand.
extension EventSearch {
  /// The candidate that a word makes, with what carries it and how it stands; nil where it says no event.
  mutating func candidate(at word: Int) -> EventCandidate? {
    guard let frame = frame(of: word) else { return nil }
    let isVerb = speaksAsVerb(word)
    if isVerb, carriesNoun(word, frame) { return nil }
    // "A detention centre" detains nobody here.
    if tree.words[word].relation.universal == "compound", let place = tree.words[word].head,
      lexicon.classes["building"]?.contains(lemma(place)) == true
    {
      return nil
    }
    var candidate = EventCandidate(head: word, frame: frame, isVerb: isVerb)
    if isVerb {
      candidate.standing = standings.standing(of: word, reader: &reader)
      candidate.governors = candidate.standing.governors
    } else {
      climb(&candidate)
    }
    readComplement(&candidate)
    candidate.isPassive = isVerb && reader.arguments(of: word).isPassive
    let clause = isVerb ? word : candidate.governors.first ?? word
    candidate.isSubordinate = ["advcl", "acl"].contains(tree.words[clause].relation.universal)
    return candidate
  }

  /// Whether a verb only carries an event noun: "held talks"; a frame that wants this very argument goes first.
  mutating func carriesNoun(_ verb: Int, _ frame: Frame) -> Bool {
    if frame.conditions.contains(where: { !$0.values.isEmpty && !$0.negated }) { return false }
    return carried(by: verb) != nil
  }

  /// The event noun that a support verb carries.
  mutating func carried(by verb: Int) -> Int? {
    let key = standings.key(of: verb, reader: reader)
    guard let operations = lexicon.operators[key] else { return nil }
    let arguments = reader.arguments(of: verb)
    for (slot, word) in arguments.filled {
      guard operations.contains(where: { $0.slot == slot && $0.isSupport }) else { continue }
      let inner = content(of: word) ?? word
      if tree.words[inner].upos == .noun, frame(of: inner) != nil { return inner }
    }
    return nil
  }

  /// Finds what carries a noun, and reads its standing there.
  private mutating func climb(_ candidate: inout EventCandidate) {
    var word = candidate.head
    readModifiers(word, &candidate)
    for _ in 0..<4 {
      if let measure = measure(of: word) { word = measure }
      // "talks and consultations": a conjunct is governed as the first is.
      if tree.words[word].relation.universal == "conj", let first = tree.words[word].head,
        tree.words[first].upos == .noun
      {
        word = first
      }
      guard let governor = tree.words[word].head else { return }
      if let preposition = reader.preposition(of: word),
        preposition == "without" || preposition == "instead"
      {
        candidate.standing.status = .denied
        candidate.standing.evidence.append("negation \(preposition)")
        return
      }
      let slot: Slot
      if reader.isVerb(governor) {
        guard let found = reader.arguments(of: governor).slot(of: word) else { return }
        slot = found
      } else if let preposition = reader.preposition(of: word) {
        slot = .preposition(preposition)
      } else {
        return
      }
      let key = standings.key(of: governor, reader: reader)
      guard let operation = lexicon.operation(key, slot),
        let applied = standings.apply(governor, slot, reader: &reader, depth: 0)
      else { return }
      candidate.governors.append(governor)
      candidate.slots.append(slot)
      candidate.takesUp = candidate.takesUp || operation.takesUp
      let modified = candidate.standing.status
      candidate.standing = applied
      if modified != .happened, applied.status == .happened { candidate.standing.status = modified }
      if reader.isVerb(governor) {
        for outer in applied.governors where !candidate.governors.contains(outer) {
          candidate.governors.append(outer)
        }
        return
      }
      word = governor
    }
  }

  /// Whether a noun names an agreement that stands, not one being made: "the Iran deal".
  func isOldTreaty(_ candidate: EventCandidate, _ roles: EventRoles) -> Bool {
    !candidate.isVerb && candidate.governors.isEmpty
      && roles.actors.count + roles.recipients.count < 2
      && lexicon.classes["treaty"]?.contains(lemma(candidate.head)) == true
  }

  private func readModifiers(_ noun: Int, _ candidate: inout EventCandidate) {
    for dependent in reader.dependents(noun) {
      let word = tree.words[dependent]
      guard ["amod", "det", "acl"].contains(word.relation.universal) else { continue }
      let form = reader.lowercased(word.form)
      if word.relation.universal == "det", form != "no" { continue }
      if let operation = lexicon.operation(form, .preposition("mod")),
        let status = operation.status
      {
        candidate.standing.status = status
        candidate.standing.evidence.append("\(operation.source) \(form)")
      }
    }
  }

  /// A noun's candidate as carried by a verb above it that tells of suffering: "the prisoner died in May after torture".
  mutating func loosely(_ candidate: EventCandidate) -> EventCandidate? {
    guard !candidate.isVerb, candidate.governors.isEmpty else { return nil }
    var word = candidate.head
    for _ in 0..<4 {
      guard let head = tree.words[word].head else { return nil }
      if reader.isVerb(head) {
        guard lexicon.classes["undergo"]?.contains(lemma(head)) == true,
          let slot = reader.arguments(of: head).slot(of: word)
        else { return nil }
        var loose = candidate
        loose.governors = [head]
        loose.slots = [slot]
        return loose
      }
      word = head
    }
    return nil
  }
}
