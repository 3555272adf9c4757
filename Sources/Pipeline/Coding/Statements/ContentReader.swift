import Syntax

/// What a cue introduces, in words of the tree.
struct CueContent: Equatable {
  /// The words said, without the cue's own; empty where the tree gives none.
  var said: [Range<Int>]
  /// The words of the cue's clause: who, to whom, when.
  var clause: Range<Int>
}

/// Reads off the tree what a cue introduces.
///
/// Cost: linear in the cue's dependents.
struct ContentReader {
  let text: StatementText
  let lexicon: CueLexicon

  /// What is said, and the clause that says so.
  func content(of cue: Cue) -> CueContent {
    switch cue.form {
    case .phrase: return ofPhrase(cue)
    case .noun: return ofNoun(cue)
    case .silence: return ofSilence(cue)
    case .verb: return ofVerb(cue)
    }
  }

  // MARK: - Verbs

  private func ofVerb(_ cue: Cue) -> CueContent {
    let verb = cue.head
    if let told = modified(by: cue) { return told }
    var heads = complements(of: cue)
    if heads.isEmpty, let head = reported(by: cue) {
      return around(cue, clauseOf: head)
    }
    heads.sort()
    var clause = clause(of: cue, without: heads)
    guard let first = heads.first else {
      return byOrder(cue) ?? CueContent(said: [], clause: clause)
    }
    var range = text.subtree[first]
    for head in heads.dropFirst() {
      range =
        min(
          range.lowerBound, text.subtree[head].lowerBound)..<max(
          range.upperBound, text.subtree[head].upperBound)
    }
    var said: [Range<Int>] = []
    if range.contains(verb) {
      // "A, X said, B" read as one clause around the cue.
      let core = core(of: cue)
      said = [range.lowerBound..<core.lowerBound, core.upperBound..<range.upperBound]
      clause = core
    } else if range.lowerBound > verb {
      said = [range]
      clause = clause.lowerBound..<max(verb + 1, min(clause.upperBound, range.lowerBound))
    } else {
      said = [range.lowerBound..<min(range.upperBound, verb)]
      clause = min(verb, max(clause.lowerBound, range.upperBound))..<clause.upperBound
    }
    return CueContent(said: said.map(text.trimmed).filter { !$0.isEmpty }, clause: clause)
  }

  /// The dependents that hold what is said: the first of the verb's frames that the tree fills.
  func complements(of cue: Cue) -> [Int] {
    let verb = cue.governor ?? cue.head
    let frames = cue.frames
    let dependents = text.tree.dependents[verb]
    let clause = dependents.first {
      text.relation($0) == "ccomp" && $0 != cue.speaker && !isAdverbial($0, of: verb)
        && !isParted($0, from: verb)
    }
    if let clause, !frames.isDisjoint(with: [.that, .quote]) || text.caseMarker(clause) == "that" {
      return [clause]
    }
    if cue.isPassive {
      // "Was asked by the host whether …"
      if cue.frames.contains(.listener),
        let question = dependents.first(where: {
          $0 > verb && asks($0)
        })
      {
        return [question]
      }
      guard !isLike(cue), let subject = text.dependent(of: verb, ["nsubj", "csubj"]) else {
        return []
      }
      return [subject]
    }
    let behind = dependents.filter { $0 > verb && $0 != cue.speaker }
    if let aside = behind.first(where: { text.relation($0) == "parataxis" && leads($0) }) {
      return [aside]
    }
    if frames.contains(.that), let question = behind.first(where: asks) { return [question] }
    if frames.contains(.object), let gerund = behind.first(where: isGerund) { return [gerund] }
    if frames.contains(.to), let infinitive = behind.first(where: isInfinitive) {
      return [infinitive]
    }
    if frames.contains(.whole), let whole = whole(of: verb, cue) { return whole }
    if frames.contains(.that), let clause = behind.first(where: isClause) { return [clause] }
    if let phrase = phrase(behind: verb, cue) { return [phrase] }
    if frames.contains(.object),
      let object = behind.first(where: {
        text.relation($0) == "obj" || text.relation($0) == "xcomp" && isNoun($0)
      }),
      isSayable(object) || isClaimed(object, cue)
    {
      return [object]
    }
    return []
  }

  private func isNoun(_ word: Int) -> Bool {
    [.noun, .propn].contains(text.tree.words[word].upos)
      && text.dependent(of: word, ["cop", "mark"]) == nil
  }

  /// "Rumours of his death, denied by the court": the noun that the participle describes.
  private func modified(by cue: Cue) -> CueContent? {
    guard cue.isPassive, cue.act == .confirm || cue.act == .deny,
      text.tree.words[cue.head].relation.name == "acl",
      let noun = text.tree.words[cue.head].head, noun < cue.head
    else { return nil }
    let said = text.trimmed(text.subtree[noun].lowerBound..<cue.head)
    guard !said.isEmpty else { return nil }
    return CueContent(said: [said], clause: cue.head..<text.subtree[cue.head].upperBound)
  }

  /// "Asked whether …", "explained how …", whatever the tree calls the clause.
  private func asks(_ word: Int) -> Bool {
    ["advcl", "xcomp", "obj", "conj", "obl"].contains(text.relation(word))
      && CueFinder.questionWords.contains(text.form(text.subtree[word].lowerBound))
      && (text.tree.words[word].upos == .verb || isFinite(word))
  }

  /// As in "denied taking …", "denied having taken …".
  private func isGerund(_ word: Int) -> Bool {
    let first = text.subtree[word].lowerBound
    guard
      text.tree.words[word].xpos == "VBG"
        || text.tree.words[first].xpos == "VBG" && text.relation(first) == "aux"
    else { return false }
    return text.relation(word) == "xcomp"
      || text.relation(word) == "advcl" && first > 0 && !text.isPunctuation(first - 1)
        && (first == word || text.relation(first) == "aux")
  }

  private func isInfinitive(_ word: Int) -> Bool {
    ["xcomp", "advcl"].contains(text.relation(word))
      && text.tree.dependents[word].contains { text.form($0) == "to" && $0 < word }
  }

  /// A clause that the tree does not call one that is said.
  private func isClause(_ word: Int) -> Bool {
    ["advcl", "xcomp"].contains(text.relation(word))
      && (text.caseMarker(word) == "that" || text.relation(word) == "xcomp" && isFinite(word))
  }

  /// "Warned of floods", "asked him about floods": beside a listener the phrase often hangs on the listener.
  private func phrase(behind verb: Int, _ cue: Cue) -> Int? {
    guard !cue.frames.isDisjoint(with: [.preposition, .listener]) else { return nil }
    let own = text.tree.dependents[verb].filter { $0 > verb }
    let told = own.filter { ["obj", "iobj"].contains(text.relation($0)) }
    return (own + told.flatMap { text.tree.dependents[$0] }).first {
      ["obl", "advcl", "nmod"].contains(text.relation($0))
        && cue.prepositions.contains(text.caseMarker($0) ?? "")
    }
  }

  /// Whether a semicolon stands between a verb and a clause behind it, which then is the next sentence.
  private func isParted(_ clause: Int, from verb: Int) -> Bool {
    let first = text.subtree[clause].lowerBound
    return first > verb && (verb...first).suffix(12).contains { text.form($0) == ";" }
  }

  /// Whether a clause tells when or how it was said, whatever the tree calls it: "Asked about it, X said …".
  private func isAdverbial(_ clause: Int, of verb: Int) -> Bool {
    if let marker = text.caseMarker(clause),
      ["as", "when", "while", "after", "before", "because", "since", "although", "though", "until"]
        .contains(marker)
    {
      return true
    }
    if text.isAside(clause) { return true }
    let isParticiple = ["VBN", "VBG"].contains(text.tree.words[clause].xpos)
    return isParticiple && clause < verb && text.quotation[clause] == text.quotation[verb]
      && text.dependent(of: clause, ["nsubj", "aux", "cop", "expl"]) == nil
  }

  private func isFinite(_ word: Int) -> Bool {
    text.tree.dependents[word].contains {
      ["nsubj", "aux"].contains(text.relation($0)) && text.form($0) != "to"
    }
  }

  /// Whether what hangs loosely on a verb follows a colon or a mark of quotation.
  private func leads(_ word: Int) -> Bool {
    let first = text.subtree[word].lowerBound
    guard text.form(first) != ";" else { return false }
    var before = first - 1
    while before > 0, ["“", "\"", "‘", "'", "«", "``"].contains(text.form(before)) { before -= 1 }
    return before >= 0 && (text.form(before) == ":" || before < first - 1)
      || text.isPunctuation(first)
  }

  /// "Confirmed them", "denied it": the pronoun stands for what was claimed.
  private func isClaimed(_ object: Int, _ cue: Cue) -> Bool {
    (cue.act == .confirm || cue.act == .deny) && ["it", "them"].contains(text.form(object))
  }

  private func isSayable(_ object: Int) -> Bool {
    !lexicon.contains(text.form(object), in: .nobody) && text.tree.words[object].upos != .pron
  }

  /// "Called them liars", "accused him of lying": the object through what is said of it.
  private func whole(of verb: Int, _ cue: Cue) -> [Int]? {
    guard let object = text.dependent(of: verb, ["obj", "iobj"]), object > verb else { return nil }
    let rest = text.tree.dependents[verb].filter { dependent in
      dependent > object
        && (["xcomp", "obj"].contains(text.relation(dependent))
          || ["obl", "advcl", "nmod"].contains(text.relation(dependent))
            && cue.prepositions.contains(text.caseMarker(dependent) ?? ""))
    }
    if rest.isEmpty && (cue.act == .say || isBodily(verb, object)) { return nil }
    return [object] + rest
  }

  /// Whether a verb may mean a blow rather than words: "attacked the airport", unlike "attacked the decision".
  private func isBodily(_ verb: Int, _ object: Int) -> Bool {
    lexicon.contains(text.lemma(verb), in: .bodily) && text.quotation[object] == nil
      && !lexicon.contains(text.lemma(object), in: .claim)
      && lexicon.nouns[text.lemma(object)]?.act == nil
  }

  /// The word that heads the clause around "…, X said": the cue hangs on it as an aside.
  private func reported(by cue: Cue) -> Int? {
    let verb = cue.head
    guard !cue.frames.isDisjoint(with: [.that, .quote]), let head = text.tree.words[verb].head
    else { return nil }
    // A verb that only quotes has nothing to say without a quotation: "as voters went to the polls, …".
    guard
      cue.frames.contains(.that)
        || text.subtree[head].prefix(80).contains(where: { text.quotation[$0] != nil })
    else { return nil }
    if isLike(cue) { return cue.frames.contains(.that) ? head : nil }
    return text.relation(verb) == "parataxis" && (isFinite(verb) || isInverted(cue)) ? head : nil
  }

  /// "As X said", "as reported by X".
  private func isLike(_ cue: Cue) -> Bool {
    text.relation(cue.head) == "advcl" && text.caseMarker(cue.head) == "as"
      && (cue.isPassive || text.dependent(of: cue.head, ["nsubj"]) != nil)
  }

  private func isInverted(_ cue: Cue) -> Bool { (cue.speaker ?? -1) > cue.head }

  /// What stands around a cue that hangs on it.
  private func around(_ cue: Cue, clauseOf head: Int) -> CueContent {
    let clause = text.subtree[cue.head]
    let whole = text.subtree[head]
    let said = [
      whole.lowerBound..<max(whole.lowerBound, clause.lowerBound),
      min(clause.upperBound, whole.upperBound)..<whole.upperBound,
    ]
    return CueContent(
      said: said.map(text.trimmed).filter { !$0.isEmpty }, clause: text.trimmed(clause))
  }

  /// What is said where the tree shows none: behind a "that", or around "…, X said, …".
  private func byOrder(_ cue: Cue) -> CueContent? {
    guard cue.frames.contains(.that), !cue.isPassive, let speaker = cue.speaker else { return nil }
    let sentence = text.sentence(of: cue.head)
    let end = cue.words.upperBound
    if let that = (end..<max(end, min(sentence.upperBound, end + 25))).first(where: {
      text.form($0) == "that" && [.sconj, .pron].contains(text.tree.words[$0].upos)
        && text.relation($0) != "det"
    }), !text.hasVerb(in: end..<that),
      !(end..<that).contains(where: { [";", "."].contains(text.form($0)) })
    {
      let said = text.trimmed(that..<sentence.upperBound)
      return said.isEmpty
        ? nil : CueContent(said: [said], clause: min(speaker, cue.words.lowerBound)..<that)
    }
    // What "which" and "who" say comes after them.
    let isRelative = ["WP", "WDT"].contains(text.tree.words[speaker].xpos)
    return (isRelative ? nil : aside(cue, speaker)) ?? rest(cue, speaker)
  }

  /// "A, X said", "A, X said, B", "As X said, B".
  private func aside(_ cue: Cue, _ speaker: Int) -> CueContent? {
    let sentence = text.sentence(of: cue.head)
    var lower = min(cue.words.lowerBound, speaker)
    while lower > sentence.lowerBound, cue.words.lowerBound - lower < 14,
      !text.isPunctuation(lower - 1), ![.verb, .sconj].contains(text.tree.words[lower - 1].upos)
    {
      lower -= 1
    }
    let isLike = lower > sentence.lowerBound && text.form(lower - 1) == "as"
    if isLike { lower -= 1 }
    var upper = max(cue.words.upperBound, speaker + 1)
    while upper < sentence.upperBound, upper - cue.words.upperBound < 20,
      !text.isPunctuation(upper),
      ![.verb, .aux, .sconj].contains(text.tree.words[upper].upos)
    {
      upper += 1
    }
    let isClosed = upper >= sentence.upperBound || text.isPunctuation(upper)
    let isOpened =
      lower > sentence.lowerBound
      && [",", "”", "\"", "’", "''", "—", "–", "-"].contains(text.form(lower - 1))
    guard isClosed, isOpened || isLike else { return nil }
    let before = text.trimmed(sentence.lowerBound..<lower)
    let after = text.trimmed(min(upper, sentence.upperBound)..<sentence.upperBound)
    // "On Friday, X said, …" and "But, X said, …": what comes before says nothing of its own, unless it is the subject
    // of what comes after.
    let isSubject =
      after.first.map { [.verb, .aux].contains(text.tree.words[$0].upos) } ?? false
    let isSaid = isLike || isSubject || text.hasVerb(in: before)
    guard isSaid || text.hasVerb(in: after) || before.count > 3 && !after.isEmpty else {
      return nil
    }
    let said = (isSaid ? [before, after] : [after]).filter { !$0.isEmpty }
    return said.isEmpty ? nil : CueContent(said: said, clause: lower..<upper)
  }

  /// "X said A" where the tree hangs A elsewhere.
  private func rest(_ cue: Cue, _ speaker: Int) -> CueContent? {
    let rest = text.trimmed(cue.words.upperBound..<text.sentence(of: cue.head).upperBound)
    guard cue.frames.contains(.strong) || cue.isMisread || isAppended(cue, rest),
      !cue.frames.contains(.listener), speaker < cue.head,
      rest.lowerBound == cue.words.upperBound, rest.count > 2, let first = rest.first,
      text.hasVerb(in: rest)
        || [.pron, .noun, .propn, .det, .num, .adj].contains(text.tree.words[first].upos)
    else { return nil }
    return CueContent(
      said: [rest], clause: min(speaker, cue.words.lowerBound)..<cue.words.upperBound)
  }

  /// "…, claiming the quarantine violated her rights": a participle behind a comma, before a clause of its own.
  private func isAppended(_ cue: Cue, _ rest: Range<Int>) -> Bool {
    text.tree.words[cue.head].xpos == "VBG" && cue.head > 0 && text.form(cue.head - 1) == ","
      && text.hasVerb(in: rest.lowerBound..<min(rest.upperBound, rest.lowerBound + 12))
  }

  // MARK: - The cue's own clause

  /// The words of the cue's clause, what is said left out.
  func clause(of cue: Cue, without heads: [Int]) -> Range<Int> {
    var lower = cue.words.lowerBound
    var upper = cue.words.upperBound
    for dependent in text.tree.dependents[cue.head] where !heads.contains(dependent) {
      guard !text.isPunctuation(dependent),
        !["conj", "parataxis", "mark"].contains(text.relation(dependent))
      else { continue }
      let range = text.subtree[dependent]
      if range.contains(cue.head) { continue }
      lower = min(lower, range.lowerBound)
      upper = max(upper, range.upperBound)
    }
    return lower..<upper
  }

  /// The verb with its subject and auxiliaries, and nothing that may belong to what is said.
  private func core(of cue: Cue) -> Range<Int> {
    var range = cue.words
    for dependent in text.tree.dependents[cue.head]
    where ["nsubj", "aux", "obj", "iobj"].contains(text.relation(dependent)) {
      let subtree = text.subtree[dependent]
      if subtree.contains(cue.head) { continue }
      range = min(range.lowerBound, subtree.lowerBound)..<max(range.upperBound, subtree.upperBound)
    }
    return range
  }
}
