import Record
import Syntax

/// Finds words that tell that somebody says something, and who.
///
/// Cost: linear in the words; chains of verbs without a subject are followed eight steps.
struct CueFinder {
  let text: StatementText
  let lexicon: CueLexicon

  /// The cues, in the order of their head words.
  func cues() -> [Cue] {
    var cues: [Cue] = []
    /// Where the last silence ends: in "did not respond to requests for comment" nobody says the requests.
    var silenceEnd = 0
    for word in text.tree.words.indices where !text.isHeading[word] {
      let cue =
        phrase(at: word) ?? silence(at: word) ?? verb(at: word) ?? noun(at: word)
        ?? colon(at: word)
      guard let cue, cue.form != .noun || word >= silenceEnd else { continue }
      if cue.form == .silence { silenceEnd = cue.words.upperBound }
      cues.append(cue)
    }
    return cues
  }

  // MARK: - Verbs

  /// The entry for a verb, its particle first.
  func entry(of word: Int) -> CueVerb? {
    let lemma = text.lemma(word)
    // "Shrugged off the claims": the tree may take the particle for a preposition.
    if word + 1 < text.tree.words.count,
      let entry = lexicon.verbs[lemma + " " + text.form(word + 1)], entry.frames.contains(.claim)
    {
      return entry
    }
    for particle in text.tree.dependents[word]
    where text.tree.words[particle].relation.name == "compound:prt"
      || particle == word + 1
        && ["advmod", "case", "xcomp", "advcl"].contains(text.relation(particle))
    {
      if let entry = lexicon.verbs[lemma + " " + text.form(particle)] { return entry }
    }
    return lexicon.verbs[lemma]
  }

  private func verb(at word: Int) -> Cue? {
    guard text.tree.words[word].upos == .verb || isMistagged(word) else { return nil }
    if text.lemma(word) == "deny", isBesideConfirm(word) { return nil }
    guard let entry = entry(of: word) else { return unknownVerb(at: word) }
    guard !isAskedBefore(word, entry) else { return nil }
    // "Is expected to say", "if he says": not said, or not yet.
    guard !text.isNegated(word, lexicon) else { return unsaid(at: word, entry) }
    let passive = isPassive(word)
    if entry.frames.contains(.claim) {
      guard claim(of: word, isPassive: passive) != nil || isCalledUntrue(below: word) else {
        return nil
      }
    }
    var cue = Cue(
      head: word, words: span(of: word), act: entry.act, frames: entry.frames,
      prepositions: entry.prepositions, form: .verb, rule: "verb")
    if passive {
      cue.isPassive = true
      cue.rule = "passive"
      cue.speaker = agent(of: word)
      guard cue.speaker != nil else { return agentless(cue) }
    } else {
      cue.isMisread = text.tree.words[word].upos != .verb || isMisreadParticiple(word)
      cue.speaker = speaker(of: word)
    }
    guard let speaker = cue.speaker, isSpeaker(speaker, of: word, entry), !isIrreal(word) else {
      return nil
    }
    return cue
  }

  /// "“…,” Odell notes": a verb that the tagger takes for a plural noun.
  private func isMistagged(_ word: Int) -> Bool {
    if lexicon.contains(text.form(word), in: .verbForm), text.tree.words[word].xpos == "NNS",
      word > 0,
      [.noun, .propn, .pron].contains(text.tree.words[word - 1].upos) || text.form(word - 1) == ","
    {
      return true
    }
    guard text.tree.words[word].xpos == "NNS", word > 1, text.quotation[word] == nil,
      [.propn, .pron].contains(text.tree.words[word - 1].upos),
      lexicon.verbs[text.lemma(word)]?.frames.contains(.that) == true
    else { return false }
    if word + 1 < text.tree.words.count, ["that", ":", "“", "\""].contains(text.form(word + 1)) {
      return true
    }
    var first = word - 1
    while first > 0, text.tree.words[first - 1].upos == .propn { first -= 1 }
    return first > 0 && text.quotation[first - 1] != nil && text.isPunctuation(first - 1)
  }

  /// "Asked whether he had paid, the clerk said": who is asked does not ask.
  private func isAskedBefore(_ word: Int, _ entry: CueVerb) -> Bool {
    entry.frames.contains(.listener) && text.relation(word) == "advcl"
      && ["VBN", "VBD"].contains(text.tree.words[word].xpos)
      && (text.tree.words[word].head ?? 0) > word
      && text.dependent(of: word, ["nsubj", "aux", "mark"]) == nil && agent(of: word) == nil
  }

  /// Whether the verb is what somebody wants or is able to say rather than says: "hopes to announce".
  ///
  /// What one goes on, begins or uses something to say is said.
  func isIrreal(_ word: Int) -> Bool {
    guard text.tree.words[word].xpos == "VB" || text.tree.words[word].xpos.isEmpty,
      text.tree.dependents[word].contains(where: { text.form($0) == "to" && $0 < word }),
      let head = text.tree.words[word].head
    else { return false }
    if text.relation(word) == "xcomp" {
      return !lexicon.contains(text.lemma(head), in: .realizing)
    }
    // "Asked the tower to confirm": what is asked for is not done, whatever the tree calls it.
    let asks = [.ask, .demand].contains(lexicon.verbs[text.lemma(head)]?.act)
    return asks && ["ccomp", "advcl", "acl"].contains(text.relation(word)) && head < word
  }

  /// "Would not say whether …" is declined; "did not say when" only notes what is missing, and is no statement.
  private func unsaid(at word: Int, _ entry: CueVerb) -> Cue? {
    guard entry.frames.contains(.that), !isPassive(word), let speaker = speaker(of: word) else {
      return nil
    }
    let isUnwilling = text.tree.dependents[word].contains {
      lexicon.contains(text.form($0), in: .unwilling)
    }
    guard isUnwilling, entry.frames.contains(.strong) || entry.act == .confirm else { return nil }
    return Cue(
      head: word, words: span(of: word), act: .declineComment, frames: [.that, .object],
      speaker: speaker, form: .silence, rule: "not-said")
  }

  static let questionWords: Set<String> = [
    "whether", "if", "who", "when", "where", "why", "how", "what", "which",
  ]

  func isPassive(_ word: Int) -> Bool {
    text.tree.dependents[word].contains {
      text.tree.words[$0].relation.name == "aux:pass"
        || text.relation($0) == "aux" && ["be", "get"].contains(text.lemma($0))
          && text.tree.words[word].xpos == "VBN"
    }
      || text.tree.words[word].xpos == "VBN" && text.tree.words[word].relation.name == "acl"
        && !isMisreadParticiple(word)
      // "Asked by the host whether …"
      || text.tree.words[word].xpos == "VBN" && text.relation(word) == "advcl"
        && text.dependent(of: word, ["nsubj", "aux"]) == nil && agent(of: word) != nil
  }

  /// The words of a verbal cue: auxiliaries and "not" directly before the verb, its particle after.
  private func span(of word: Int) -> Range<Int> {
    var lower = word
    while lower > 0, text.tree.words[lower - 1].head == word,
      ["aux", "advmod"].contains(text.relation(lower - 1)),
      text.tree.words[lower - 1].upos != .adv
        || lexicon.contains(text.form(lower - 1), in: .negation)
    {
      lower -= 1
    }
    var upper = word + 1
    if upper < text.tree.words.count, text.tree.words[upper].head == word,
      text.tree.words[upper].relation.name == "compound:prt"
    {
      upper += 1
    }
    return lower..<upper
  }

  // MARK: - Phrases

  private func phrase(at word: Int) -> Cue? {
    for (words, act) in lexicon.phrases where words[0] == text.form(word) {
      let range = word..<word + words.count
      guard range.upperBound < text.sentence(of: word).upperBound,
        range.allSatisfy({ text.form($0) == words[$0 - word] })
      else { continue }
      guard let source = source(after: range) else { return nil }
      return Cue(
        head: word, words: range, act: act, frames: [], speaker: source, form: .phrase,
        rule: "according-to")
    }
    return nil
  }

  /// The head of the noun phrase after a phrase's words.
  private func source(after words: Range<Int>) -> Int? {
    // The phrase's first word is the case of its noun, or leads there by way of "words".
    var head: Int? = words.lowerBound
    for _ in 0..<8 {
      guard let word = head else { break }
      if word >= words.upperBound { return word }
      if let inner = text.tree.dependents[word].first(where: {
        $0 >= words.upperBound && ["nmod", "obl", "obj", "nsubj"].contains(text.relation($0))
      }) {
        return inner
      }
      head = text.tree.words[word].head
      if let up = head, up < words.lowerBound { break }
    }
    // Whatever the tree says: the first noun, name or pronoun that follows.
    let end = text.sentence(of: words.lowerBound).upperBound
    var candidate: Int?
    for word in words.upperBound..<max(words.upperBound, min(end, words.upperBound + 12)) {
      switch text.tree.words[word].upos {
      case .noun, .propn, .pron: candidate = word
      case .punct, .adp, .verb, .aux, .cconj: if candidate != nil { return candidate }
      default: break
      }
    }
    return candidate
  }

  // MARK: - Nouns

  private func noun(at word: Int) -> Cue? {
    guard text.tree.words[word].upos == .noun, let noun = lexicon.nouns[text.lemma(word)],
      let act = noun.act, ContentReader.complement(ofNoun: word, noun.prepositions, text) != nil
    else { return nil }
    var cue = Cue(
      head: word, words: word..<word + 1, act: act, frames: [.that],
      prepositions: noun.prepositions, speaker: issuer(of: word), form: .noun, rule: "noun")
    if cue.speaker == nil {
      guard act == .confirm || act == .deny, let arrival = arrival(of: word) else { return nil }
      cue.speaker = arrival.speaker
      cue.isAgentless = arrival.speaker == nil
    }
    return cue
  }

  // MARK: - Cues by order alone

  /// "“…,” he deadpanned": whatever verb leans on a quotation that ends with a comma or so introduces it.
  private func unknownVerb(at word: Int) -> Cue? {
    guard ["VBD", "VBZ", "VBP"].contains(text.tree.words[word].xpos), text.quotation[word] == nil,
      !text.tree.dependents[word].contains(where: {
        ["obj", "iobj", "ccomp", "xcomp", "cop"].contains(text.relation($0)) && $0 > word
          && text.tree.words[$0].upos != .propn
      })
    else { return nil }
    let order = SubjectOrder(text: text, lexicon: lexicon)
    guard let (subject, first) = order.beside(word), first > 1,
      let quotation = text.quotation[first - 1], text.quotations[quotation].isClosed,
      [",", "?", "!", "—", "–", "…"].contains(text.form(first - 2)) || text.form(first - 1) == ","
    else { return nil }
    return Cue(
      head: word, words: word..<word + 1, act: .say, frames: [.quote], speaker: subject,
      form: .verb, rule: "verb-by-quotation")
  }

  /// "X: “…”" and "X was clear: “…”", where no verb of speaking stands before the colon.
  private func colon(at word: Int) -> Cue? {
    guard text.form(word) == ":", text.quotation[word] == nil,
      word + 1 < text.tree.words.count, let quotation = text.quotation[word + 1],
      text.firstWord(at: text.quotations[quotation].outer.lowerBound) == word + 1
    else { return nil }
    let sentence = text.sentence(of: word)
    let before = max(sentence.lowerBound, word - 40)..<word
    if before.contains(where: { text.tree.words[$0].upos == .verb && entry(of: $0) != nil }) {
      return nil
    }
    var speaker: Int?
    if text.hasVerb(in: before) {
      speaker = before.first {
        text.tree.words[$0].relation.name == "nsubj" && text.quotation[$0] == nil
          && [.propn, .pron, .noun].contains(text.tree.words[$0].upos)
          && !lexicon.contains(text.form($0), in: .nobody)
      }
    } else if before.count <= 12, before.lowerBound == sentence.lowerBound {
      speaker = before.first { text.name[$0]?.kind == .person }
    }
    guard let speaker else { return nil }
    return Cue(
      head: word, words: word..<word + 1, act: .say, frames: [.quote], speaker: speaker,
      form: .verb, rule: "colon")
  }
}
