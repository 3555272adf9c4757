import Record
import Syntax

/// Reads to whom, at what and when something was said from the words of the cue's clause.
struct CircumstanceReader {
  let text: StatementText
  let lexicon: CueLexicon
  let speakers: SpeakerReader

  /// To whom: "told reporters", "confirmed to Reuters".
  func audience(of cue: Cue) -> String? {
    guard cue.form == .verb || cue.form == .silence else { return nil }
    let dependents = text.tree.dependents[cue.head]
    if cue.frames.contains(.listener), !cue.isPassive {
      let told = dependents.first {
        ["iobj", "obj"].contains(text.relation($0)) && $0 > cue.head && isListener($0)
      }
      if let told { return words(of: told) }
    }
    let to = dependents.first {
      text.relation($0) == "obl" && text.caseMarker($0) == "to" && isListener($0)
        && !cue.words.contains($0)
    }
    return to.map(words)
  }

  private func isListener(_ word: Int) -> Bool {
    let upos = text.tree.words[word].upos
    guard [.noun, .propn, .pron].contains(upos) else { return false }
    return !lexicon.contains(text.form(word), in: .nobody)
      && !(lexicon.nouns[text.lemma(word)]?.isOccasion ?? false && upos != .propn)
  }

  /// At what: "at a briefing", "in an interview with a newspaper".
  func occasion(in clause: Range<Int>) -> String? {
    for word in clause {
      guard let noun = occasionNoun(at: word), let marker = marker(before: word) else { continue }
      guard lexicon.contains(text.form(marker), in: .occasionPreposition), clause.contains(marker)
      else { continue }
      let phrase = speakers.phrase(of: word)
      guard noun.isOccasion, phrase.lowerBound > marker else { continue }
      return text.tree.passage(text.bytes(of: phrase))
    }
    return nil
  }

  private func occasionNoun(at word: Int) -> CueNoun? {
    guard [.noun, .propn].contains(text.tree.words[word].upos) else { return nil }
    if word > 0, let noun = lexicon.nouns[text.form(word - 1) + " " + text.lemma(word)] {
      return noun.isOccasion ? noun : nil
    }
    guard let noun = lexicon.nouns[text.lemma(word)], noun.isOccasion else { return nil }
    return noun
  }

  /// The preposition before a noun phrase: of its head, or the nearest before it.
  private func marker(before word: Int) -> Int? {
    text.tree.dependents[word].first { text.relation($0) == "case" && $0 < word }
  }

  private func words(of head: Int) -> String {
    text.tree.passage(text.bytes(of: speakers.phrase(of: head)))
  }

  /// When: the index of the time expression that the cue's clause has for the saying.
  func time(of draft: StatementDraft, times: [TimeFound]) -> Int? {
    let clause = draft.clause
    var lower = times.partitioningIndex { $0.words.lowerBound < clause.lowerBound }
    while lower < times.count, times[lower].words.lowerBound < clause.upperBound {
      let time = times[lower]
      if time.start != nil, [.date, .time].contains(time.kind), isOfSaying(time, draft.cue) {
        return lower
      }
      lower += 1
    }
    return nil
  }

  /// Whether a time hangs on the cue rather than on its speaker or what is said.
  private func isOfSaying(_ time: TimeFound, _ cue: Cue) -> Bool {
    var word: Int? = time.words.upperBound - 1
    for _ in 0..<6 {
      guard let at = word else { return false }
      if at == cue.head { return true }
      if !time.words.contains(at), at != cue.head {
        // Through an occasion ("at a briefing on Friday") or a listener beside the verb, not through a clause.
        guard ["obl", "obj", "iobj", "nmod", "advmod"].contains(text.relation(at)) else {
          return false
        }
      }
      word = text.tree.words[at].head
    }
    return false
  }
}
