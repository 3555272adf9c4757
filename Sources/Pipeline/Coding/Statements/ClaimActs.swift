import Record
import Syntax

/// Tells whether words of confirming and denying do so, and which other words do: "called the report false".
///
/// Cost: linear in the words of the statement.
struct ClaimActs {
  let text: StatementText
  let lexicon: CueLexicon

  /// What a cue with its content does by saying it; nil where nobody confirms or denies anything by it.
  func act(of draft: StatementDraft) -> Statement.Act? {
    let cue = draft.cue
    guard cue.form == .verb || cue.form == .noun else { return cue.act }
    switch cue.act {
    case .confirm, .deny:
      if cue.form == .noun { return isAwaited(cue.head) || isOthers(cue.head) ? nil : cue.act }
      return isSaid(cue) && !isOfThings(cue) ? cue.act : nil
    case .say, .report, .condemn, .accuse, .praise, .suggest, .announce:
      if isLabelledUntrue(cue) { return .deny }
      return verdict(in: draft) ?? answer(in: draft) ?? cue.act
    default: return cue.act
    }
  }

  // MARK: - Confirming and denying

  /// Whether it is told as done: not asked, supposed, hoped for or shied away from.
  private func isSaid(_ cue: Cue) -> Bool {
    let verb = cue.head
    // "Not in a position to confirm"
    if ["xcomp", "acl", "advcl"].contains(text.relation(verb)),
      let head = text.tree.words[verb].head,
      ["position", "able", "unable"].contains(text.lemma(head))
    {
      return false
    }
    for dependent in text.tree.dependents[verb] {
      switch text.relation(dependent) {
      case "mark", "case":
        if lexicon.contains(text.form(dependent), in: .unreal) { return false }
        // "Stopped short of confirming"
        if text.tree.words[verb].xpos == "VBG", ["of", "from"].contains(text.form(dependent)) {
          return false
        }
      case "aux":
        let modal = ["will", "would", "may", "might", "could", "should", "shall", "'ll"]
        if modal.contains(text.form(dependent)) { return false }
        if text.form(dependent) == "can", !isFirstPerson(cue.speaker) { return false }
      default: continue
      }
    }
    return true
  }

  private func isFirstPerson(_ word: Int?) -> Bool {
    word.map { ["i", "we"].contains(text.form($0)) } ?? false
  }

  /// Whether what is confirmed or denied is a post, a visa, a sentence; or a picture, a test does it.
  private func isOfThings(_ cue: Cue) -> Bool {
    let verb = cue.head
    if let speaker = cue.speaker, lexicon.contains(text.lemma(speaker), in: .evidence) {
      return true
    }
    let object =
      cue.isPassive
      ? text.dependent(of: verb, ["nsubj"]) : text.dependent(of: verb, ["obj"])
    if cue.act == .deny {
      // "Denied the visitors a penalty": the tree may call both objects.
      let objects = text.tree.dependents[verb].filter { $0 > verb && text.relation($0) == "obj" }
      if objects.count > 1 || text.dependent(of: verb, ["iobj"]) != nil { return true }
      // "Visa denied": nobody denies anything by a word.
      if let speaker = cue.speaker, lexicon.contains(text.lemma(speaker), in: .withheld) {
        return true
      }
      return object.map { lexicon.contains(text.lemma($0), in: .withheld) } ?? false
    }
    if let object, lexicon.contains(text.lemma(object), in: .settled) { return true }
    if let speaker = cue.speaker, lexicon.contains(text.lemma(speaker), in: .confirming),
      cue.isPassive || object.map(isPerson) == true
    {
      return true
    }
    return text.tree.dependents[verb].contains {
      text.caseMarker($0) == "as" || ["dead", "missing", "infected"].contains(text.lemma($0))
    }
  }

  /// "Waited for confirmation", "sought a denial".
  private func isAwaited(_ noun: Int) -> Bool {
    guard let head = text.tree.words[noun].head else { return false }
    let waiting = ["wait", "await", "seek", "ask", "demand", "want", "need", "expect", "pending"]
    return waiting.contains(text.lemma(head)) || text.isNegated(noun, lexicon)
  }

  /// "Celebrated the confirmation of": whoever does something else with it than giving it has not given it.
  private func isOthers(_ noun: Int) -> Bool {
    guard text.relation(noun) == "obj", let verb = text.tree.words[noun].head,
      !text.tree.dependents[noun].contains(where: {
        text.tree.words[$0].relation.name == "nmod:poss"
      })
    else { return false }
    return !lexicon.contains(text.lemma(verb), in: .give)
  }

  private func isPerson(_ word: Int) -> Bool {
    lexicon.contains(text.lemma(word), in: .office) || text.name[word]?.kind == .person
  }

  // MARK: - What is told by others

  /// The drafts without acts that somebody denies or only foresees: "denied that he had refused to comment".
  ///
  /// What is denied in the same clause is told as not done; what a quotation goes on with is not. Cost: linear but for
  /// the drafts of one sentence.
  func withoutUntold(_ drafts: [StatementDraft]) -> [StatementDraft] {
    var outer: [Int: [Range<Int>]] = [:]
    for draft in drafts
    where (draft.cue.act == .deny || draft.cue.act == .predict) && draft.cue.form == .verb {
      guard let said = draft.content.first else { continue }
      var words = text.words(in: said)
      let sentence = text.sentence(of: draft.cue.head)
      guard words.clamped(to: sentence) == words else { continue }
      if let stop = words.first(where: { text.form($0) == ";" }) {
        words = words.lowerBound..<stop
      }
      outer[sentence.lowerBound, default: []].append(words)
    }
    guard !outer.isEmpty else { return drafts }
    return drafts.filter { draft in
      guard [.confirm, .deny, .declineComment, .noResponse].contains(draft.cue.act) else {
        return true
      }
      let around = outer[text.sentence(of: draft.cue.head).lowerBound] ?? []
      return !around.prefix(8).contains { $0.contains(draft.cue.head) }
    }
  }

  // MARK: - What is said of a claim

  /// "Called the accusation a lie", "described reports as false".
  private func isLabelledUntrue(_ cue: Cue) -> Bool {
    guard
      cue.frames.contains(.whole)
        || ["call", "describe", "brand", "label", "term"].contains(text.lemma(cue.head))
    else { return false }
    let words = text.subtree[cue.head]
    let after = cue.head + 1..<min(words.upperBound, cue.head + 30)
    guard after.lowerBound < after.upperBound,
      let object = text.dependent(of: cue.head, ["obj", "xcomp", "ccomp"]),
      let untrue = after.first(where: isUntrue)
    else { return false }
    return object == untrue || isClaim(object)
      || after.contains { $0 < untrue && lexicon.contains(text.lemma($0), in: .claim) }
  }

  /// "The reports are untrue": what the content says of a claim, in its first sentence.
  private func verdict(in draft: StatementDraft) -> Statement.Act? {
    guard let first = draft.content.first else { return nil }
    let words = text.words(in: first).prefix(24)
    for word in words {
      if lacksTruth(word) { return .deny }
      let isTrue = lexicon.contains(text.lemma(word), in: .true)
      guard isTrue || isUntrue(word),
        text.dependent(of: word, ["cop"]) != nil,
        let subject = text.dependent(of: word, ["nsubj", "expl"]), isClaim(subject),
        case let isConfirmed = isTrue != text.isNegated(word, lexicon),
        // "It is true that …" may only concede; "it is not true that …" denies.
        !isConfirmed || text.dependent(of: word, ["csubj", "ccomp"]) == nil
      else { continue }
      return isConfirmed ? .confirm : .deny
    }
    return nil
  }

  /// "There was no truth in it", "not a word of truth", "the claim has no basis".
  private func lacksTruth(_ word: Int) -> Bool {
    guard lexicon.contains(text.lemma(word), in: .ground) else { return false }
    let sentence = text.sentence(of: word)
    let isDenied =
      text.isNegated(word, lexicon)
      || text.lemma(word) == "truth"
        && (max(sentence.lowerBound, word - 5)..<word).contains {
          lexicon.contains(text.form($0), in: .negation)
        }
    guard isDenied, var at = text.tree.words[word].head else { return false }
    for _ in 0..<3 {
      if text.dependent(of: at, ["expl"]) != nil { return true }
      if let subject = text.dependent(of: at, ["nsubj"]), subject != word {
        return text.lemma(at) == "have" && isClaim(subject)
      }
      guard let head = text.tree.words[at].head else { return false }
      at = head
    }
    return false
  }

  /// "Asked whether he had written it, he said he had not": a verb that only takes up the question.
  private func answer(in draft: StatementDraft) -> Statement.Act? {
    guard draft.content.count == 1, let said = draft.content.first else { return nil }
    let words = text.trimmed(text.words(in: said))
    let sentence = text.sentence(of: draft.cue.head)
    guard (2...5).contains(words.count), words.lowerBound >= sentence.lowerBound,
      let last = words.last
    else { return nil }
    let isNegated = lexicon.contains(text.form(last), in: .negation)
    let verb = isNegated ? last - 1 : last
    guard words.contains(verb), ["be", "have", "do", "will", "would"].contains(text.lemma(verb)),
      let asked = (sentence.lowerBound..<words.lowerBound).prefix(40).first(where: {
        text.lemma($0) == "ask"
      }),
      (asked + 1..<words.lowerBound).prefix(4).contains(where: {
        ["if", "whether"].contains(text.form($0))
      })
    else { return nil }
    return isNegated ? .deny : .confirm
  }

  private func isUntrue(_ word: Int) -> Bool {
    lexicon.contains(text.lemma(word), in: .untrue)
      || lexicon.contains(text.lemma(word), in: .ground)
        && text.tree.dependents[word].contains { $0 < word && text.form($0) == "without" }
      || text.form(word) == "made" && word + 1 < text.tree.words.count
        && text.form(word + 1) == "up"
  }

  private func isClaim(_ word: Int) -> Bool {
    lexicon.contains(text.lemma(word), in: .claim)
      || ["it", "that", "this", "them", "none", "all", "they"].contains(text.form(word))
  }

  // MARK: - Refusals in one's own words

  /// "“No comment,” he said", "“I won't get into that”".
  func refusesInQuotation(_ draft: StatementDraft) -> Bool {
    guard draft.cue.form == .verb, draft.cue.act == .say,
      draft.quote != .none || !draft.quotations.isEmpty,
      let first = draft.content.first
    else { return false }
    let words = text.words(in: first).prefix(24)
    guard let start = words.first else { return false }
    if text.form(start) == "no", words.dropFirst().first.map({ text.form($0) == "comment" }) == true
    {
      return true
    }
    // "I have nothing to say"
    if let nothing = words.first(where: { text.form($0) == "nothing" }),
      let verb = text.tree.words[nothing].head, text.lemma(verb) == "have",
      isFirstPerson(subject(of: verb)),
      (nothing + 1..<min(text.tree.words.count, nothing + 4)).contains(where: {
        ["say", "add"].contains(text.lemma($0))
      })
    {
      return true
    }
    return words.contains { word in
      isWithholding(word) && isFirstPerson(subject(of: word)) && isRefused(word)
    }
  }

  private func isWithholding(_ word: Int) -> Bool {
    guard text.tree.words[word].upos == .verb else { return false }
    if lexicon.contains(text.lemma(word), in: .withhold) { return true }
    let into = text.tree.dependents[word].contains {
      ["into", "about"].contains(text.caseMarker($0) ?? "")
    }
    return into && ["get", "go", "talk", "speak"].contains(text.lemma(word))
  }

  private func subject(of word: Int) -> Int? {
    if let own = text.dependent(of: word, ["nsubj"]) { return own }
    guard text.relation(word) == "xcomp", let head = text.tree.words[word].head else { return nil }
    return text.dependent(of: head, ["nsubj"])
  }

  /// Whether the verb, what it hangs on or the noun that it describes is negated.
  private func isRefused(_ word: Int) -> Bool {
    var at = word
    for _ in 0..<3 {
      if text.isNegated(at, lexicon) { return true }
      guard ["xcomp", "acl", "obj", "ccomp"].contains(text.relation(at)),
        let head = text.tree.words[at].head
      else { return false }
      at = head
    }
    return false
  }
}
