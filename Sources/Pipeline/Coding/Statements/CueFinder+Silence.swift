import Record
import Syntax

/// Where somebody is asked and says nothing: "declined to comment", "did not respond to requests".
extension CueFinder {
  func silence(at word: Int) -> Cue? {
    let lemma = text.lemma(word)
    if lexicon.contains(lemma, in: .refuse) { return refusal(at: word) }
    if lemma == "comment" { return noComment(at: word) }
    if lexicon.contains(lemma, in: .respond) { return noAnswer(at: word) }
    if lemma == "reach" || lemma == "contact" || lemma == "available" { return unreached(at: word) }
    return nil
  }

  /// "Declined to comment", "refused to say whether", "declined an interview".
  private func refusal(at word: Int) -> Cue? {
    guard text.tree.words[word].upos == .verb, !isPassive(word),
      !text.isNegated(word, lexicon), let speaker = speaker(of: word)
    else { return nil }
    var cue = silent(word, through: word, .declineComment, speaker, rule: "declined")
    for dependent in text.tree.dependents[word] where dependent > word {
      switch text.relation(dependent) {
      case "xcomp", "ccomp", "advcl":
        guard lexicon.contains(text.lemma(dependent), in: .speaking) else { continue }
        // "Declined to be named": a condition of speaking, not silence.
        if isPassive(dependent) || text.dependent(of: dependent, ["cop"]) != nil { return nil }
        cue.words = cue.words.lowerBound..<dependent + 1
        cue.governor = dependent
        cue.frames = [.that, .object]
        return isOfSpeech(dependent) ? cue : nil
      case "obj", "obl":
        if text.lemma(dependent) == "comment" || isRequestToSpeak(dependent) {
          cue.words = cue.words.lowerBound..<dependent + 1
          return cue
        }
      default:
        continue
      }
    }
    return nil
  }

  /// Whether a verb below "declined to" speaks here: to give, name or offer what can be told, not a thing.
  private func isOfSpeech(_ word: Int) -> Bool {
    guard
      ["give", "provide", "offer", "share", "take", "answer", "meet"].contains(text.lemma(word))
    else { return true }
    guard let object = text.dependent(of: word, ["obj"]) else { return true }
    let said: Set<String> = [
      "comment", "detail", "name", "reason", "information", "explanation", "figure", "number",
      "question", "answer", "interview", "specific", "specifics", "statement", "date", "timeline",
    ]
    return said.contains(text.lemma(object))
  }

  private func isRequestToSpeak(_ word: Int) -> Bool {
    let range = text.subtree[word]
    guard lexicon.contains(text.lemma(word), in: .request) || text.lemma(word) == "interview" else {
      return false
    }
    return range.prefix(16).contains { ["comment", "interview"].contains(text.lemma($0)) }
  }

  /// "Would not comment", "had no comment", "has not commented".
  private func noComment(at word: Int) -> Cue? {
    if text.tree.words[word].upos == .verb {
      guard text.isNegated(word, lexicon), let speaker = speaker(of: word) else { return nil }
      if text.dependent(of: word, ["aux"]) == nil { return nil }
      let open = text.tree.dependents[word].contains { ["can", "could"].contains(text.lemma($0)) }
      var cue = silent(word, through: word, .declineComment, speaker, rule: "not-commented")
      if open { cue.rule = "could-not-comment" }
      return cue
    }
    guard text.relation(word) == "obj" || text.relation(word) == "obl",
      text.isNegated(word, lexicon),
      let verb = text.tree.words[word].head, lexicon.contains(text.lemma(verb), in: .give),
      let speaker = speaker(of: verb)
    else { return nil }
    return silent(verb, through: word, .declineComment, speaker, rule: "no-comment")
  }

  /// "Did not respond to requests for comment", "did not return calls".
  private func noAnswer(at word: Int) -> Cue? {
    let words = text.tree.words
    guard words[word].upos == .verb, let speaker = speaker(of: word) else { return nil }
    var isNegated = text.isNegated(word, lexicon)
    if !isNegated, let head = words[word].head, text.relation(word) == "xcomp" {
      isNegated = text.lemma(head) == "fail"
    }
    guard isNegated else { return nil }
    var last = word
    var isAsked = false
    for dependent in text.tree.dependents[word] where dependent > word {
      guard ["obj", "obl"].contains(text.relation(dependent)) else { continue }
      guard lexicon.contains(text.lemma(dependent), in: .request) else {
        if text.relation(dependent) == "obj" { return nil }
        continue
      }
      isAsked = true
      last = max(last, dependent)
    }
    // "Did not respond" alone may be about anything; only an answer to being asked is meant.
    return isAsked ? silent(word, through: last, .noResponse, speaker, rule: "no-response") : nil
  }

  /// "Could not be reached for comment", "was not available for comment".
  private func unreached(at word: Int) -> Cue? {
    guard text.isNegated(word, lexicon),
      let subject = text.dependent(of: word, ["nsubj"]),
      let purpose = text.tree.dependents[word].first(where: {
        $0 > word && text.caseMarker($0) == "for"
          && ["comment", "interview"].contains(text.lemma($0))
      }) ?? (text.lemma(word) == "available" ? nil : word)
    else { return nil }
    if text.lemma(word) != "available" && !isPassive(word) { return nil }
    return silent(word, through: purpose, .noResponse, subject, rule: "not-reached")
  }

  private func silent(
    _ word: Int, through last: Int, _ act: Statement.Act, _ speaker: Int, rule: String
  ) -> Cue {
    var lower = word
    while lower > 0, text.tree.words[lower - 1].head == word,
      ["aux", "advmod", "cop"].contains(text.relation(lower - 1))
    {
      lower -= 1
    }
    return Cue(
      head: word, words: lower..<last + 1, act: act, frames: [], speaker: speaker, form: .silence,
      rule: rule)
  }
}
