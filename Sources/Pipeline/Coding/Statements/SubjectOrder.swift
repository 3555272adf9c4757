import Syntax

/// Finds the one who speaks by the order of words, where trees err most: around quotations and at the end of sentences.
///
/// Cost: a few dozen words around the verb.
struct SubjectOrder {
  let text: StatementText
  let lexicon: CueLexicon

  private static let marks: Set<String> = [
    ",", "”", "\"", "’", "'", "''", "»", "?", "!", "“", "—", "-",
  ]

  /// The one who speaks in "…, said X": the noun phrase right behind a verb that a comma or closing mark precedes.
  func inverted(_ word: Int) -> Int? {
    guard let entry = lexicon.verbs[text.lemma(word)],
      !entry.frames.isDisjoint(with: [.that, .quote]), isFinite(word), word > 0,
      Self.marks.contains(text.form(word - 1)), !hasAuxiliary(word)
    else { return nil }
    // Behind a bare comma the verb may go on with a subject far before it; behind a quotation it does not.
    let followsQuotation =
      text.quotation[max(0, word - 1)] != nil
      || word > 1 && text.quotation[word - 2] != nil
    guard
      followsQuotation && text.quotation[word] == nil
        || text.form(word - 1) == "," && text.dependent(of: word, ["nsubj"]) ?? .max > word
          && text.quotation[word] == text.quotation[word - 1]
          && (text.relation(word) == "parataxis" || leansOnClause(word, entry))
        || hasSubjectBehind(word)
    else { return nil }
    guard !entry.frames.contains(.listener) || followsQuotation && text.lemma(word) == "ask" else {
      return nil
    }
    let end = text.sentence(of: word).upperBound
    var phrase = word + 1
    while phrase < min(end, word + 14), isNominal(phrase),
      text.quotation[phrase] == text.quotation[word]
    {
      phrase += 1
    }
    let words = word + 1..<phrase
    // A pronoun ends the phrase: "said he" and no more.
    if let first = words.first, text.tree.words[first].upos == .pron,
      !["one", "another", "some", "many", "others"].contains(text.form(first))
    {
      return words.count == 1 || followsQuotation ? first : nil
    }
    return head(of: words)
  }

  /// "…, said several people": what stands before the comma is a clause, and the verb can hardly go on with it.
  private func leansOnClause(_ word: Int, _ entry: CueVerb) -> Bool {
    entry.frames.isDisjoint(with: [.listener, .weak, .object]) && text.relation(word) != "conj"
      && text.dependent(of: word, ["cc"]) == nil
      && text.hasVerb(in: text.sentence(of: word).lowerBound..<word)
  }

  private func hasSubjectBehind(_ word: Int) -> Bool {
    let subjects = text.tree.dependents[word].filter {
      text.tree.words[$0].relation.name == "nsubj"
    }
    guard subjects.contains(where: { $0 > word }) else { return false }
    // Of two subjects the one behind speaks only where no clause follows, which it would be the subject of: "X, a
    // spokesman, said the firm had paid".
    let end = min(text.sentence(of: word).upperBound, word + 14)
    return !subjects.contains { $0 < word } || !text.hasVerb(in: word + 1..<max(word + 1, end))
  }

  /// The one who speaks in "…, X said." at the end of a sentence: what stands between the last comma and the verb.
  func closing(_ word: Int) -> Int? {
    guard let entry = lexicon.verbs[text.lemma(word)], entry.frames.contains(.that), isFinite(word)
    else { return nil }
    let sentence = text.sentence(of: word)
    // Nothing but a few adjuncts may follow, and no clause.
    var end = word + 1
    while end < sentence.upperBound, end < word + 8, !text.isPunctuation(end),
      ![.verb, .aux, .sconj, .pron].contains(text.tree.words[end].upos)
    {
      end += 1
    }
    guard end == sentence.upperBound || text.isPunctuation(end) && text.form(end) != ":",
      text.trimmed(end..<sentence.upperBound).isEmpty
    else { return nil }
    var first = word
    while first > sentence.lowerBound, word - first < 12, !text.isPunctuation(first - 1),
      ![.verb, .sconj, .cconj].contains(text.tree.words[first - 1].upos)
    {
      first -= 1
    }
    guard first > sentence.lowerBound + 3,
      [",", "”", "\"", "’", "''"].contains(text.form(first - 1)),
      first < word, text.quotation[first] == text.quotation[word],
      text.tree.words[first].upos != .adp,
      text.hasVerb(in: sentence.lowerBound..<first)
    else { return nil }
    return head(of: first..<word)
  }

  /// The noun phrase right before a verb, or before an apposition right before it.
  func before(_ word: Int) -> Int? {
    guard let entry = lexicon.verbs[text.lemma(word)], entry.frames.contains(.that), isFinite(word)
    else { return nil }
    var end = word
    while end > 0, text.tree.words[end - 1].upos == .adv || text.tree.words[end - 1].upos == .aux {
      end -= 1
    }
    let sentence = text.sentence(of: word)
    if end > sentence.lowerBound, text.form(end - 1) == "," {
      // "X, the one of that name, said".
      var comma = end - 2
      while comma > sentence.lowerBound, end - comma < 26, text.form(comma) != ",",
        text.quotation[comma] == text.quotation[word]
      {
        comma -= 1
      }
      guard comma > sentence.lowerBound, text.form(comma) == "," else { return nil }
      end = comma
    }
    var first = end
    while first > sentence.lowerBound, end - first < 14, isNominal(first - 1),
      text.quotation[first - 1] == text.quotation[word]
    {
      first -= 1
    }
    let words = first..<end
    if let last = words.last, text.tree.words[last].upos == .pron,
      ["who", "which", "that", "what"].contains(text.form(last))
    {
      return nil
    }
    return head(of: words)
  }

  /// The noun phrase right before a verb or right behind it, and the first of the words of both.
  func beside(_ word: Int) -> (subject: Int, first: Int)? {
    if let subject = text.tree.dependents[word].first(where: { text.relation($0) == "nsubj" }) {
      return (subject, min(word, text.subtree[subject].lowerBound))
    }
    let end = text.sentence(of: word).upperBound
    var phrase = word + 1
    while phrase < min(end, word + 14), isNominal(phrase), text.quotation[phrase] == nil {
      phrase += 1
    }
    guard let subject = head(of: word + 1..<phrase) else { return nil }
    return (subject, word)
  }

  // MARK: - Words

  private func isFinite(_ word: Int) -> Bool {
    ["VBD", "VBZ", "VBP", "VBN", "NNS", ""].contains(text.tree.words[word].xpos)
  }

  private func hasAuxiliary(_ word: Int) -> Bool { text.dependent(of: word, ["aux"]) != nil }

  private func isNominal(_ word: Int) -> Bool {
    switch text.tree.words[word].upos {
    case .noun, .propn, .adj, .num, .det, .pron, .x: true
    case .adp: ["of", "for", "in"].contains(text.form(word))
    case .part: ["’s", "'s", "’", "'"].contains(text.form(word))
    case .punct: ["-", "–", "(", ")"].contains(text.form(word)) && text.form(word) != "—"
    default: false
    }
  }

  /// The word that heads a noun phrase: the first noun whose own head lies outside, else the last one.
  private func head(of words: Range<Int>) -> Int? {
    let nominal = words.filter {
      [.noun, .propn, .pron].contains(text.tree.words[$0].upos)
        || text.tree.words[$0].upos == .num && text.dependent(of: $0, ["nmod"]) != nil
    }
    let outside = nominal.first { candidate in
      guard
        text.caseMarker(candidate).map({ ["of", "for", "in", "’s", "'s"].contains($0) }) != true,
        !["compound", "nmod", "amod"].contains(text.relation(candidate))
      else { return false }
      guard let head = text.tree.words[candidate].head else { return true }
      return !words.contains(head)
    }
    if let found = outside ?? nominal.last { return found }
    return words.first {
      ["another", "some", "many", "others", "both", "several", "most", "few"].contains(
        text.form($0))
    }
  }
}
