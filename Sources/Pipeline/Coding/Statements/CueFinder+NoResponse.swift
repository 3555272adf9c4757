import Record
import Syntax

/// Where somebody is asked and nothing comes back: "did not respond", "calls went unanswered", "no word from".
extension CueFinder {
  func noResponse(at word: Int) -> Cue? {
    let lemma = text.lemma(word)
    if let cue = unheard(at: word) ?? wordless(at: word) { return cue }
    if lexicon.contains(lemma, in: .respond), let cue = noAnswer(at: word) { return cue }
    if lexicon.contains(lemma, in: .reaction), let cue = nothing(at: word) { return cue }
    if lexicon.contains(lemma, in: .request) || lexicon.contains(lemma, in: .attempt),
      let cue = unanswered(at: word)
    {
      return cue
    }
    if lexicon.contains(lemma, in: .silent) || lemma == "silence" { return kept(at: word) }
    if lemma == "ignore" { return ignored(at: word) }
    if ["reach", "contact", "available", "unavailable", "reachable", "unreachable"].contains(lemma)
    {
      return unreached(at: word)
    }
    return nil
  }

  /// "Did not respond to requests for comment", "had not replied", "has yet to answer".
  private func noAnswer(at word: Int) -> Cue? {
    let words = text.tree.words
    guard words[word].upos == .verb else { return nil }
    guard let speaker = speaker(of: word) ?? subject(ofYet: word) else { return nil }
    var isNegated = text.isNegated(word, lexicon) || text.yetTo(word) != nil
    var last = word
    if !isNegated, let head = words[word].head,
      ["xcomp", "ccomp", "advcl"].contains(text.relation(word))
    {
      isNegated = text.lemma(head) == "fail"
    }
    // "Left without answering questions"
    let marker = text.caseMarker(word)
    if marker == "without" { isNegated = true }
    if isDenied(word) { isNegated = true }
    guard isNegated, !lexicon.contains(text.lemma(speaker), in: .device) else { return nil }
    var isAsked = false
    for dependent in text.tree.dependents[word] where dependent > word {
      guard ["obj", "obl"].contains(text.relation(dependent)) else { continue }
      // "A request", "a list of questions"
      if let request = text.subtree[dependent].prefix(8).first(where: {
        lexicon.contains(text.lemma($0), in: .request)
      }) {
        isAsked = true
        last = max(last, request)
      } else if text.relation(dependent) == "obj",
        !["it", "them", "him", "her", "us", "me"].contains(text.form(dependent))
      {
        return nil
      } else if text.caseMarker(dependent) == "to" {
        // "Did not respond to the findings", unlike "to treatment"
        guard isTold(dependent) else { return nil }
        last = max(last, dependent)
      } else if text.caseMarker(dependent) == "for",
        ["minute", "second", "hour"].contains(text.lemma(dependent))
      {
        // "Did not respond for twenty minutes": slow, not silent.
        return nil
      }
    }
    // Calls are returned and questions answered; to respond and to reply need nothing said of what to.
    guard
      isAsked || ["respond", "reply"].contains(text.lemma(word))
        || text.lemma(word) == "answer" && text.dependent(of: word, ["obj"]) != nil
    else { return nil }
    return silent(word, through: last, .noResponse, speaker, rule: "no-response")
  }

  /// Whether a noun is something told, which one can answer.
  private func isTold(_ word: Int) -> Bool {
    lexicon.contains(text.lemma(word), in: .claim)
      || lexicon.contains(text.lemma(word), in: .matter)
      || lexicon.nouns[text.lemma(word)]?.act != nil
  }

  /// "There was no comment from", "had no immediate reaction", "received no answer from", "not a word".
  private func nothing(at word: Int) -> Cue? {
    guard text.tree.words[word].upos == .noun, text.isNegated(word, lexicon) || isNot(word) else {
      return nil
    }
    let from =
      text.tree.dependents[word].first {
        $0 > word && text.caseMarker($0) == "from"
      }
      ?? text.tree.words[word].head.flatMap { head in
        text.tree.dependents[head].first { $0 > word && text.caseMarker($0) == "from" }
      }
    if let from, canAnswer(from) {
      return silent(word, through: word, .noResponse, from, rule: "nothing-from")
    }
    // "There was no answer at the number listed for the company"
    if let head = text.tree.words[word].head, text.dependent(of: head, ["expl"]) != nil,
      let place = (text.tree.dependents[word] + text.tree.dependents[head]).first(where: {
        $0 > word && text.caseMarker($0) == "at" && lexicon.contains(text.lemma($0), in: .place)
      })
    {
      var cue = silent(word, through: word, .noResponse, place, rule: "nothing-at")
      cue.speaker = asked(below: place)
      return cue
    }
    guard text.relation(word) == "obj", let verb = text.tree.words[word].head,
      ["have", "give", "offer", "say", "draw", "get", "receive", "make"].contains(text.lemma(verb)),
      let subject = speaker(of: verb)
    else { return nil }
    if lexicon.contains(text.lemma(subject), in: .request) {
      // "Requests sent to the developer drew no reply."
      return asked(below: subject).map {
        silent(verb, through: word, .noResponse, $0, rule: "drew-none")
      }
    }
    guard ["have", "say", "give", "make"].contains(text.lemma(verb)) else { return nil }
    return silent(verb, through: word, .noResponse, subject, rule: "had-none")
  }

  /// "Has not said a word".
  private func isNot(_ word: Int) -> Bool {
    guard text.lemma(word) == "word", text.relation(word) == "obj",
      let verb = text.tree.words[word].head
    else { return false }
    return text.isNegated(verb, lexicon)
  }

  private func canAnswer(_ word: Int) -> Bool {
    !lexicon.contains(text.lemma(word), in: .request) && text.tree.words[word].upos != .num
  }

  /// "Calls to the governor went unanswered", "emails were not returned", "attempts to reach the owner failed".
  private func unanswered(at word: Int) -> Cue? {
    guard text.tree.words[word].upos == .noun || text.tree.words[word].upos == .propn,
      text.relation(word) == "nsubj", let verb = text.tree.words[word].head
    else { return nil }
    let isAttempt = lexicon.contains(text.lemma(word), in: .attempt)
    let isFailed = text.lemma(verb) == "fail" && isAttempt
    let isEmpty =
      ([verb] + text.tree.dependents[verb]).contains {
        lexicon.contains(text.lemma($0), in: .unanswered)
          || lexicon.contains(text.form($0), in: .unanswered)
      }
      || isAttempt && text.lemma(verb) == "successful" && text.isNegated(verb, lexicon)
    let isUnreturned =
      lexicon.contains(text.lemma(verb), in: .respond) && isPassive(verb)
      && text.isNegated(verb, lexicon)
    guard isFailed || isEmpty || isUnreturned, let whom = asked(below: word) else { return nil }
    return silent(verb, through: verb, .noResponse, whom, rule: "unanswered")
  }

  /// Whom a request was made to: "calls to X", "attempts to reach X"; else the request itself.
  private func asked(below word: Int) -> Int? {
    let range = text.subtree[word]
    for inner in range.dropFirst(0) where inner > word {
      let relation = text.relation(inner)
      if relation == "nmod" || relation == "obl",
        text.caseMarker(inner) == "to" || text.caseMarker(inner) == "for",
        canAnswer(inner), text.lemma(inner) != "comment"
      {
        if let owner = text.tree.dependents[inner].first(where: {
          text.tree.words[$0].relation.name == "nmod:poss"
        }) {
          return owner
        }
        return inner
      }
      if relation == "obj", let verb = text.tree.words[inner].head,
        ["reach", "contact", "interview", "speak", "call"].contains(text.lemma(verb))
      {
        return inner
      }
    }
    return text.tree.dependents[word].first { text.tree.words[$0].relation.name == "nmod:poss" }
      ?? word
  }

  /// "Has kept silent about", "remained silent", "Silence from the ministry".
  private func kept(at word: Int) -> Cue? {
    if text.lemma(word) == "silence" {
      guard let from = text.tree.dependents[word].first(where: { text.caseMarker($0) == "from" })
      else { return nil }
      return silent(word, through: word, .noResponse, from, rule: "silence")
    }
    // "Has so far been silent on"
    if text.dependent(of: word, ["cop"]) != nil, !text.isNegated(word, lexicon),
      text.tree.dependents[word].contains(where: {
        text.relation($0) == "aux" && text.lemma($0) == "have"
      }), let subject = text.dependent(of: word, ["nsubj"])
    {
      return silent(word, through: word, .noResponse, subject, rule: "kept-silent")
    }
    guard let verb = text.tree.words[word].head,
      ["keep", "remain", "stay"].contains(text.lemma(verb)),
      !text.isNegated(verb, lexicon), let speaker = speaker(of: verb)
    else { return nil }
    return silent(verb, through: word, .noResponse, speaker, rule: "kept-silent")
  }

  /// "Ignored questions", "ignored requests for comment".
  private func ignored(at word: Int) -> Cue? {
    guard !isPassive(word), !text.isNegated(word, lexicon), let object = asked(by: word),
      let speaker = speaker(of: word)
    else { return nil }
    return silent(word, through: object, .noResponse, speaker, rule: "ignored")
  }

  /// "Could not be reached for comment", "was not available", "nobody could be reached".
  private func unreached(at word: Int) -> Cue? {
    let lemma = text.lemma(word)
    let isUn = lemma.hasPrefix("un")
    let subject = text.dependent(of: word, ["nsubj"])
    let isNobody =
      subject.map {
        ["nobody", "none", "no", "neither"].contains(text.form(text.subtree[$0].lowerBound))
      } ?? false
    let purpose = text.tree.dependents[word].first {
      $0 > word && text.caseMarker($0) == "for"
        && ["comment", "interview"].contains(text.lemma($0))
    }
    if isUn, subject == nil, let purpose,
      text.relation(word) == "amod" || text.relation(word) == "acl"
        || text.relation(word) == "advcl", let head = text.tree.words[word].head
    {
      return silent(word, through: purpose, .noResponse, head, rule: "not-reached")
    }
    guard let subject, isUn || isNobody || text.isNegated(word, lexicon) else { return nil }
    switch lemma {
    case "available", "unavailable":
      guard let purpose else { return nil }
      return silent(word, through: purpose, .noResponse, subject, rule: "not-reached")
    case "reachable", "unreachable":
      return silent(word, through: purpose ?? word, .noResponse, subject, rule: "not-reached")
    default:
      // "Could not be reached"; agreements and goals are reached otherwise.
      guard isPassive(word), !lexicon.contains(text.lemma(subject), in: .attained),
        purpose != nil
          || text.tree.dependents[word].contains(where: {
            ["can", "could"].contains(text.form($0))
          })
      else { return nil }
      return silent(word, through: purpose ?? word, .noResponse, subject, rule: "not-reached")
    }
  }
}
