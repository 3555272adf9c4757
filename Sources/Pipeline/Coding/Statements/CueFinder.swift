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
    // "Is expected to say", "if he says": not said, or not yet.
    guard !text.isNegated(word, lexicon) else { return unsaid(at: word, entry) }
    let passive = isPassive(word)
    if entry.frames.contains(.claim) {
      let object = text.dependent(of: word, [passive ? "nsubj" : "obj"])
      guard let object, lexicon.contains(text.lemma(object), in: .claim) else { return nil }
    }
    var cue = Cue(
      head: word, words: span(of: word), act: entry.act, frames: entry.frames,
      prepositions: entry.prepositions, form: .verb, rule: "verb")
    if passive {
      guard let agent = agent(of: word) else { return nil }
      cue.speaker = agent
      cue.isPassive = true
      cue.rule = "passive"
    } else {
      cue.speaker = speaker(of: word)
    }
    guard let speaker = cue.speaker, isSpeaker(speaker, entry), !isIrreal(word) else { return nil }
    return cue
  }

  /// "“…,” Odell notes": a verb that the tagger takes for a plural noun.
  private func isMistagged(_ word: Int) -> Bool {
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

  /// Whether the verb is what somebody wants or is able to say rather than says: "hopes to announce".
  ///
  /// What one goes on, begins or uses something to say is said.
  private func isIrreal(_ word: Int) -> Bool {
    guard text.tree.words[word].xpos == "VB" || text.tree.words[word].xpos.isEmpty,
      text.tree.dependents[word].contains(where: { text.form($0) == "to" && $0 < word }),
      let head = text.tree.words[word].head
    else { return false }
    return text.relation(word) == "xcomp" && !lexicon.contains(text.lemma(head), in: .realizing)
  }

  /// "Did not say whether …": a question left open is declined; other things not said are no statement.
  private func unsaid(at word: Int, _ entry: CueVerb) -> Cue? {
    guard entry.frames.contains(.that), !isPassive(word), let speaker = speaker(of: word) else {
      return nil
    }
    let isUnwilling = text.tree.dependents[word].contains {
      lexicon.contains(text.form($0), in: .unwilling)
    }
    let opensQuestion = text.tree.dependents[word].contains { dependent in
      ["ccomp", "xcomp", "advcl", "obj"].contains(text.relation(dependent)) && dependent > word
        && Self.questionWords.contains(text.form(text.subtree[dependent].lowerBound))
    }
    guard entry.frames.contains(.strong) || entry.act == .confirm, isUnwilling || opensQuestion
    else { return nil }
    guard
      !text.tree.dependents[word].contains(where: { ["can", "could"].contains(text.lemma($0)) })
    else { return nil }
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
      || text.tree.words[word].xpos == "VBN" && text.relation(word) == "acl"
  }

  /// Who a passive verb is done by.
  private func agent(of word: Int) -> Int? {
    text.tree.dependents[word].first {
      $0 > word && text.relation($0) == "obl" && text.caseMarker($0) == "by"
    }
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

  // MARK: - Speakers

  /// The word that heads the subject of a verb, which a verb without one has from another.
  func speaker(of word: Int, steps: Int = 8) -> Int? {
    if let subject = ownSubject(of: word) { return subject }
    if hasPassiveSubject(word) { return nil }
    guard steps > 0, let head = text.tree.words[word].head else { return nil }
    switch text.relation(word) {
    case "conj":
      return speaker(of: head, steps: steps - 1)
    case "xcomp":
      // "Was quoted as saying", "is expected to say": the subject of the passive is the one who speaks.
      if let subject = subject(of: head, beside: word) { return subject }
      return speaker(of: head, steps: steps - 1)
    case "advcl", "parataxis":
      guard isNonfinite(word) else { return nil }
      if let subject = subject(of: head, beside: word) { return subject }
      return speaker(of: head, steps: steps - 1)
    case "acl":
      guard isNonfinite(word), text.tree.words[word].relation.name != "acl:relcl" else {
        return nil
      }
      return issuer(of: head) ?? head
    default:
      return nil
    }
  }

  /// The subject that stands with the verb, by order where the tree has none.
  private func ownSubject(of word: Int) -> Int? {
    let order = SubjectOrder(text: text, lexicon: lexicon)
    if let subject = order.inverted(word) ?? order.closing(word) { return subject }
    // A subject is in the same quotation as its verb.
    let subject = text.tree.dependents[word].first {
      text.relation($0) == "nsubj" && text.quotation[$0] == text.quotation[word]
        && (text.tree.words[$0].relation.name != "nsubj:pass" || !isPassive(word))
        && text.tree.words[$0].upos != .verb
    }
    if let subject { return subject }
    return isPassive(word) ? nil : order.before(word)
  }

  private func subject(of head: Int, beside word: Int) -> Int? {
    text.tree.dependents[head].first {
      text.relation($0) == "nsubj" && text.quotation[$0] == text.quotation[word]
    }
  }

  private func hasPassiveSubject(_ word: Int) -> Bool {
    isPassive(word)
      && text.tree.dependents[word].contains {
        text.tree.words[$0].relation.name == "nsubj:pass"
      }
  }

  /// Of "issued a statement saying" who issued it.
  private func issuer(of noun: Int) -> Int? {
    guard lexicon.nouns[text.lemma(noun)] != nil else { return nil }
    if let owner = text.tree.dependents[noun].first(where: {
      text.tree.words[$0].relation.name == "nmod:poss"
        || text.relation($0) == "nmod" && ["by", "from"].contains(text.caseMarker($0) ?? "")
    }) {
      return owner
    }
    guard ["obj", "obl"].contains(text.relation(noun)), let verb = text.tree.words[noun].head else {
      return nil
    }
    if isPassive(verb) { return agent(of: verb) }
    return speaker(of: verb, steps: 2)
  }

  private func isNonfinite(_ word: Int) -> Bool {
    let xpos = text.tree.words[word].xpos
    return ["VBG", "VBN", "VB"].contains(xpos) || text.form(word).hasSuffix("ing")
  }

  /// Whether a subject can be one who speaks with this verb.
  func isSpeaker(_ speaker: Int, _ entry: CueVerb) -> Bool {
    let word = text.tree.words[speaker]
    if lexicon.contains(text.form(speaker), in: .nobody) { return false }
    if word.upos == .verb
      || word.upos == .num && entry.frames.contains(.weak) && !isCounted(speaker)
    {
      return false
    }
    return true
  }

  private func isCounted(_ number: Int) -> Bool {
    text.tree.dependents[number].contains { text.relation($0) == "nmod" }
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
      let act = noun.act, ContentReader.complement(ofNoun: word, noun.prepositions, text) != nil,
      let speaker = issuer(of: word)
    else { return nil }
    return Cue(
      head: word, words: word..<word + 1, act: act, frames: [.that],
      prepositions: noun.prepositions, speaker: speaker, form: .noun, rule: "noun")
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
