import Syntax

/// Finds the acts that speech acts speak of.
extension EventSearch {
  /// Finds the act that a speech act is about.
  mutating func readComplement(_ candidate: inout EventCandidate) {
    var speaks = candidate.frame.conditions.contains {
      // "refused to attend the summit": a frame that names the act spoken of speaks of it, too.
      $0.isChoosy && $0.slots.contains(.complement)
    }
    if case .aboutComplement = candidate.frame.act { speaks = true }
    guard speaks || candidate.frame.status != nil else { return }
    let arguments = reader.arguments(of: candidate.head)
    let slots: [Slot] = [
      .complement, .clause, .preposition("for"), .preposition("to"), .preposition("on"),
      .preposition("with"), .preposition("against"), .preposition("from"), .preposition("of"),
      .preposition("in"), .preposition("over"), .object,
    ]
    for slot in slots {
      for word in arguments.words(slot) {
        if let (chain, frame) = spokenOf(word) {
          candidate.complement = chain
          candidate.complementFrame = frame
          candidate.isNegatedComplement = chain.contains {
            reader.isVerb($0) && standings.isNegated($0, reader: reader)
          }
          readInnerComplement(&candidate)
          return
        }
      }
    }
  }

  /// Looks through a request or offer that is itself spoken of: "rejected calls for a truce".
  private mutating func readInnerComplement(_ candidate: inout EventCandidate) {
    for _ in 0..<2 {
      guard let frame = candidate.complementFrame, let word = candidate.complement.first,
        case .aboutComplement = frame.act
      else { return }
      var inner = EventCandidate(head: word, frame: frame, isVerb: speaksAsVerb(word))
      inner.frame.status = nil
      let arguments = reader.arguments(of: word)
      for slot: Slot in [.complement, .clause, .preposition("for"), .preposition("of"), .object] {
        guard inner.complementFrame == nil, let next = arguments.word(slot),
          let (chain, found) = spokenOf(next)
        else { continue }
        inner.complement = chain
        inner.complementFrame = found
      }
      guard let found = inner.complementFrame else { return }
      candidate.complement = inner.complement + candidate.complement
      candidate.complementFrame = found
    }
  }

  /// The act that a complement speaks of, and the words that lead to it.
  mutating func spokenOf(_ word: Int, depth: Int = 0) -> (chain: [Int], frame: Frame)? {
    guard depth < 4 else { return nil }
    if reader.isVerb(word) {
      if let frame = frame(of: word), !speaksAsVerb(word) || !carriesNoun(word, frame) {
        return ([word], frame)
      }
      if let noun = carried(by: word), let frame = frame(of: noun) { return ([noun, word], frame) }
      let arguments = reader.arguments(of: word)
      let key = standings.key(of: word, reader: reader)
      for (slot, argument) in arguments.filled {
        guard lexicon.operation(key, slot) != nil || slot == .complement, argument != word else {
          continue
        }
        if let (chain, frame) = spokenOf(argument, depth: depth + 1) {
          return (chain + [word], frame)
        }
      }
      return nil
    }
    let inner = content(of: word) ?? word
    if tree.words[inner].upos == .noun, let frame = frame(of: inner) { return ([inner], frame) }
    return nil
  }

  /// The acts that a noun which a frame has used up speaks of itself.
  mutating func spokenOfBelow(_ word: Int) -> [Int]? {
    guard let frame = frame(of: word) else { return nil }
    var candidate = EventCandidate(head: word, frame: frame, isVerb: speaksAsVerb(word))
    readComplement(&candidate)
    return candidate.complement
  }
}
