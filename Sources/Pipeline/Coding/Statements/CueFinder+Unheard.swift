import Record
import Syntax

/// Silence that no word of answering tells: a telephone that nobody picks up, a walk past the question.
extension CueFinder {
  /// "Never got back to us", "nobody picked up the phone", "said nothing about", "has not spoken publicly".
  func unheard(at word: Int) -> Cue? {
    guard text.tree.words[word].upos == .verb, !isPassive(word) else { return nil }
    switch text.lemma(word) {
    case "get":
      guard follows(word, "back"), isDenied(word),
        text.tree.dependents[word].contains(where: { text.caseMarker($0) == "to" })
      else { return nil }
      return unanswering(word, through: word + 1)
    case "pick":
      guard follows(word, "up"), isDenied(word), let object = text.dependent(of: word, ["obj"]),
        lexicon.contains(text.lemma(object), in: .request)
      else { return nil }
      return unanswering(word, through: object)
    case "reach", "contact", "locate":
      // "Reporters could not reach the owner for comment."
      guard isDenied(word), let object = text.dependent(of: word, ["obj"]), object > word,
        let purpose = text.tree.dependents[word].first(where: {
          $0 > word && text.caseMarker($0) == "for"
            && ["comment", "interview"].contains(text.lemma($0))
        })
      else { return nil }
      return silent(word, through: purpose, .noResponse, object, rule: "not-reached")
    case "say":
      guard let object = text.dependent(of: word, ["obj"]), text.form(object) == "nothing",
        hasPerfect(word)
      else { return nil }
      return unanswering(word, through: object)
    case "speak":
      guard isDenied(word), hasPerfect(word),
        let publicly = (word + 1..<min(text.sentence(of: word).upperBound, word + 4)).first(
          where: { text.form($0) == "publicly" })
      else { return nil }
      return unanswering(word, through: publicly)
    default: return nil
    }
  }

  /// "Asked for his reaction, the senator walked past without a word".
  func wordless(at word: Int) -> Cue? {
    guard ["word", "comment", "reply", "answer"].contains(text.lemma(word)),
      text.caseMarker(word) == "without",
      let verb = text.tree.words[word].head, text.tree.words[verb].upos == .verb,
      text.sentence(of: word).contains(where: {
        abs($0 - word) < 40 && lexicon.contains(text.lemma($0), in: .press)
      })
    else { return nil }
    guard let speaker = speaker(of: verb) else { return nil }
    return silent(verb, through: word, .noResponse, speaker, rule: "wordless")
  }

  private func unanswering(_ word: Int, through last: Int) -> Cue? {
    guard let speaker = speaker(of: word) ?? text.dependent(of: word, ["nsubj"]) else { return nil }
    return silent(word, through: last, .noResponse, speaker, rule: "unheard")
  }

  private func follows(_ word: Int, _ form: String) -> Bool {
    word + 1 < text.tree.words.count && text.form(word + 1) == form
  }

  private func hasPerfect(_ word: Int) -> Bool {
    text.tree.dependents[word].contains {
      text.relation($0) == "aux" && text.lemma($0) == "have"
    }
  }

  /// Whether a verb is negated, or done by nobody.
  func isDenied(_ word: Int) -> Bool {
    if text.isNegated(word, lexicon) { return true }
    guard let subject = text.dependent(of: word, ["nsubj"]) else { return false }
    return text.isNegated(subject, lexicon)
      || ["nobody", "none", "neither", "no"].contains(text.form(text.subtree[subject].lowerBound))
  }
}
