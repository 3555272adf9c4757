import Record
import Syntax

/// Where somebody is asked and will not say: "declined to comment", "would not confirm or deny".
extension CueFinder {
  func silence(at word: Int) -> Cue? {
    let lemma = text.lemma(word)
    if lexicon.contains(lemma, in: .refuse) { return refusal(at: word) }
    if lemma == "refusal" { return refusalNoun(at: word) }
    if lemma == "comment" { return noComment(at: word) }
    if lexicon.contains(lemma, in: .withhold), let cue = withheld(at: word) { return cue }
    if lemma == "confirm", let cue = neitherConfirmedNorDenied(at: word) { return cue }
    if lemma == "denial" { return denial(at: word) }
    if lemma == "guilty" || lemma == "innocence" { return plea(at: word) }
    if ["draw", "refer", "direct", "defer"].contains(lemma), let cue = evasion(at: word) {
      return cue
    }
    if let cue = evasiveAct(at: word) { return cue }
    return noResponse(at: word)
  }

  /// "Declined to comment", "refused to say whether", "declined an interview".
  private func refusal(at word: Int) -> Cue? {
    guard text.tree.words[word].upos == .verb, !text.isNegated(word, lexicon) else { return nil }
    if isPassive(word) {
      // "Comment was refused by both firms."
      guard let subject = text.dependent(of: word, ["nsubj"]), text.lemma(subject) == "comment",
        let agent = text.tree.dependents[word].first(where: {
          $0 > word && text.caseMarker($0) == "by"
        })
      else { return nil }
      return silent(word, through: word, .declineComment, agent, rule: "declined")
    }
    guard let speaker = speaker(of: word) else { return nil }
    var cue = silent(word, through: word, .declineComment, speaker, rule: "declined")
    for dependent in text.tree.dependents[word] where dependent > word {
      switch text.relation(dependent) {
      case "xcomp", "ccomp", "advcl":
        if let detail = detail(below: dependent) {
          cue.words = cue.words.lowerBound..<detail + 1
          return cue
        }
        // "Declined the invitation, saying …" is no refusal to say.
        guard text.tree.words[dependent].xpos != "VBG" else { continue }
        guard
          lexicon.contains(text.lemma(dependent), in: .speaking)
            || ["interview", "draw", "pin"].contains(text.lemma(dependent))
        else { continue }
        // "Declined to be named": a condition of speaking, not silence; "to be interviewed", "to be drawn" is silence.
        let isInterview = ["interview", "draw", "pin"].contains(text.lemma(dependent))
        if (isPassive(dependent) && !isInterview) || text.dependent(of: dependent, ["cop"]) != nil {
          return nil
        }
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

  /// "Declined to go into detail".
  private func detail(below verb: Int) -> Int? {
    guard ["go", "get", "enter"].contains(text.lemma(verb)) else { return nil }
    return text.tree.dependents[verb].first {
      $0 > verb && text.caseMarker($0) == "into"
        && ["detail", "specific", "specifics", "that", "it", "particular"].contains(text.lemma($0))
    }
  }

  /// "The bank's refusal to comment".
  private func refusalNoun(at word: Int) -> Cue? {
    guard
      let verb = text.tree.dependents[word].first(where: {
        $0 > word && lexicon.contains(text.lemma($0), in: .speaking)
      }), isOfSpeech(verb),
      let owner = text.tree.dependents[word].first(where: {
        text.tree.words[$0].relation.name == "nmod:poss"
          || text.relation($0) == "nmod" && ["by", "of"].contains(text.caseMarker($0) ?? "")
      })
    else { return nil }
    return silent(word, through: verb, .declineComment, owner, rule: "refusal")
  }

  /// Whether a verb below "declined to" speaks here: to give, name or offer what can be told, not a thing.
  private func isOfSpeech(_ word: Int) -> Bool {
    guard
      ["give", "provide", "offer", "share", "take", "answer", "meet", "release"].contains(
        text.lemma(word))
    else { return true }
    guard let object = text.dependent(of: word, ["obj"]) else { return true }
    let said: Set<String> = [
      "comment", "detail", "name", "reason", "information", "explanation", "figure", "number",
      "question", "answer", "interview", "specific", "specifics", "statement", "date", "timeline",
      "identity",
    ]
    // "Declined to give her name": a condition of speaking too.
    let isOwnName =
      text.lemma(object) == "name"
      && text.tree.dependents[object].contains {
        text.tree.words[$0].relation.name == "nmod:poss"
      }
    return said.contains(text.lemma(object)) && !isOwnName
  }

  private func isRequestToSpeak(_ word: Int) -> Bool {
    let range = text.subtree[word]
    guard lexicon.contains(text.lemma(word), in: .request) || text.lemma(word) == "interview" else {
      return false
    }
    return range.prefix(16).contains { ["comment", "interview"].contains(text.lemma($0)) }
  }

  /// "Would not comment", "had no comment", "was unable to comment"; "has not commented" is no response.
  private func noComment(at word: Int) -> Cue? {
    if text.tree.words[word].upos == .verb {
      if let unable = unable(word) {
        guard let speaker = speaker(of: unable) ?? speaker(of: word) else { return nil }
        return silent(unable, through: word, .declineComment, speaker, rule: "unable-to-comment")
      }
      if let have = text.yetTo(word), let speaker = speaker(of: word) ?? subject(ofYet: word) {
        return silent(have, through: word, .noResponse, speaker, rule: "yet-to-comment")
      }
      guard isDenied(word), let speaker = speaker(of: word) else { return nil }
      let auxiliaries = text.tree.dependents[word].filter { text.relation($0) == "aux" }.map(
        text.lemma)
      if auxiliaries.isEmpty { return nil }
      // "Do not comment" is a habit, "did not" and "have not" leave it open.
      let isOpen =
        auxiliaries.contains { ["have", "do"].contains($0) }
        && !text.tree.dependents[word].contains { ["do", "does"].contains(text.form($0)) }
      return silent(
        word, through: word, isOpen ? .noResponse : .declineComment, speaker, rule: "not-commented")
    }
    guard text.relation(word) == "obj" || text.relation(word) == "obl",
      text.isNegated(word, lexicon),
      let verb = text.tree.words[word].head, lexicon.contains(text.lemma(verb), in: .give),
      let speaker = speaker(of: verb)
    else { return noResponse(at: word) }
    // "Had no immediate comment" leaves it open.
    let isEarly = text.tree.dependents[word].contains { text.form($0) == "immediate" }
    return silent(
      verb, through: word, isEarly ? .noResponse : .declineComment, speaker, rule: "no-comment")
  }

  /// Who has yet to do something: the tree may hang the subject on "have", "yet" or the verb.
  func subject(ofYet verb: Int) -> Int? {
    guard let have = text.yetTo(verb) else { return nil }
    var heads = [have]
    if let head = text.tree.words[have].head { heads.append(head) }
    return heads.compactMap { text.dependent(of: $0, ["nsubj"]) }.first { $0 < have }
  }

  /// What says that a verb could not be done: "unable to", "not in a position to", "not able to".
  private func unable(_ word: Int) -> Int? {
    guard ["xcomp", "advcl", "acl", "ccomp"].contains(text.relation(word)),
      let head = text.tree.words[word].head
    else { return nil }
    if lexicon.contains(text.lemma(head), in: .loath) { return head }
    return ["able", "position", "liberty", "willing", "prepared", "ready"].contains(
      text.lemma(head)) && text.isNegated(head, lexicon) ? head : nil
  }

  /// "Would not discuss", "was unable to elaborate": only unwillingness counts, not what was left out.
  private func withheld(at word: Int) -> Cue? {
    guard text.tree.words[word].upos == .verb, text.lemma(word) != "comment" else { return nil }
    if let unable = unable(word), let speaker = speaker(of: unable) ?? speaker(of: word) {
      var cue = silent(unable, through: word, .declineComment, speaker, rule: "unable-to-tell")
      cue.governor = word
      cue.frames = [.that, .object]
      return cue
    }
    let auxiliaries = text.tree.dependents[word].filter { text.relation($0) == "aux" }.map(
      text.form)
    // "Could not discuss", and the habit, where it is told as said: "said it does not discuss operations".
    let isBound =
      ["discuss", "disclose", "elaborate"].contains(text.lemma(word))
      && (auxiliaries.contains { ["can", "could", "ca"].contains($0) }
        || text.relation(word) == "ccomp" && auxiliaries.contains { ["do", "does"].contains($0) })
    guard isBound || auxiliaries.contains(where: { lexicon.contains($0, in: .unwilling) }),
      isDenied(word), !isPassive(word), let speaker = speaker(of: word)
    else { return nil }
    var cue = silent(word, through: word, .declineComment, speaker, rule: "would-not")
    cue.frames = [.that, .object]
    return cue
  }

  /// "Could neither confirm nor deny", "would not confirm".
  private func neitherConfirmedNorDenied(at word: Int) -> Cue? {
    guard text.tree.words[word].upos == .verb, text.isNegated(word, lexicon) else { return nil }
    let denied = text.tree.dependents[word].first {
      text.relation($0) == "conj" && text.lemma($0) == "deny"
    }
    guard let denied, let speaker = speaker(of: word) else { return nil }
    return silent(word, through: denied, .declineComment, speaker, rule: "neither-nor")
  }

  /// Whether "deny" only goes on "confirm", which is negated.
  func isBesideConfirm(_ word: Int) -> Bool {
    guard text.relation(word) == "conj", let head = text.tree.words[word].head else { return false }
    return text.lemma(head) == "confirm" && text.isNegated(head, lexicon)
  }

  /// "Issued an angry denial", "repeated denials by the bank": nothing of what is denied need be told.
  private func denial(at word: Int) -> Cue? {
    guard !text.isNegated(word, lexicon),
      ContentReader.complement(ofNoun: word, ["of"], text) == nil
    else { return nil }
    let owner = text.tree.dependents[word].first {
      text.tree.words[$0].relation.name == "nmod:poss"
        || text.relation($0) == "nmod" && ["by", "from"].contains(text.caseMarker($0) ?? "")
    }
    if let owner { return silent(word, through: word, .deny, owner, rule: "denial") }
    if let arrival = arrival(of: word),
      text.tree.dependents[word].contains(where: { text.form($0) == "the" })
        || arrival.speaker != nil
    {
      var cue = silent(word, through: word, .deny, arrival.speaker ?? word, rule: "denial")
      if arrival.speaker == nil { (cue.speaker, cue.isAgentless) = (nil, true) }
      return cue
    }
    guard text.relation(word) == "obj", let verb = text.tree.words[word].head,
      lexicon.contains(text.lemma(verb), in: .give), text.lemma(verb) != "have",
      !text.isNegated(verb, lexicon), let speaker = speaker(of: verb)
    else { return nil }
    return silent(word, through: word, .deny, speaker, rule: "denial")
  }

  /// "Pleaded not guilty", "maintains his innocence": the charge is denied.
  private func plea(at word: Int) -> Cue? {
    guard let verb = text.tree.words[word].head,
      text.lemma(word) == "innocence"
        ? ["maintain", "protest", "profess", "insist"].contains(text.lemma(verb))
          && !text.isNegated(verb, lexicon)
        : text.lemma(verb) == "plead"
          && (text.isNegated(word, lexicon) || text.isNegated(verb, lexicon)),
      let speaker = speaker(of: verb)
    else { return nil }
    return silent(verb, through: word, .deny, speaker, rule: "plea")
  }

  /// "Would not be drawn", "referred questions to the ministry".
  private func evasion(at word: Int) -> Cue? {
    guard text.tree.words[word].upos == .verb else { return nil }
    if text.lemma(word) == "draw" {
      guard isPassive(word), text.isNegated(word, lexicon),
        let subject = text.dependent(of: word, ["nsubj"])
      else { return nil }
      return silent(word, through: word, .declineComment, subject, rule: "not-drawn")
    }
    guard !text.isNegated(word, lexicon), !isPassive(word),
      let object = text.dependent(of: word, ["obj"]),
      ["question", "inquiry", "enquiry", "query", "call", "reporter", "journalist"].contains(
        text.lemma(object)),
      text.tree.dependents[word].contains(where: { text.caseMarker($0) == "to" })
        || text.tree.dependents[object].contains(where: { text.caseMarker($0) == "to" }),
      let speaker = speaker(of: word)
    else { return nil }
    return silent(word, through: object, .declineComment, speaker, rule: "referred")
  }

  func silent(
    _ word: Int, through last: Int, _ act: Statement.Act, _ speaker: Int, rule: String
  ) -> Cue {
    var lower = word
    while lower > 0, text.tree.words[lower - 1].head == word,
      ["aux", "advmod", "cop"].contains(text.relation(lower - 1))
    {
      lower -= 1
    }
    return Cue(
      head: word, words: lower..<max(last, word) + 1, act: act, frames: [], speaker: speaker,
      form: .silence,
      rule: rule)
  }
}
