import Record
import Syntax

/// Gives quotations to the cues that introduce them.
///
/// The tree says which clause a cue governs; where quotation marks stand says how far it reaches, over sentences and
/// past a wrong tree. Cost: linear in the words, cues and quotations.
struct QuotationLinker {
  let text: StatementText
  let lexicon: CueLexicon
  /// For each quotation the draft that it belongs to.
  private(set) var owner: [Int?]

  init(text: StatementText, lexicon: CueLexicon) {
    self.text = text
    self.lexicon = lexicon
    owner = Array(repeating: nil, count: text.quotations.count)
  }

  /// Completes drafts, which are in the order of their cues, by the quotations in the text.
  mutating func link(_ drafts: inout [StatementDraft]) {
    for index in drafts.indices { widen(&drafts[index], index) }
    for quotation in text.quotations.indices where owner[quotation] == nil {
      if let index = cue(after: quotation, drafts) ?? cue(before: quotation, drafts) {
        take(quotation, index, &drafts)
      }
    }
    for quotation in text.quotations.indices where owner[quotation] == nil {
      if let index = continued(by: quotation, drafts) { take(quotation, index, &drafts) }
    }
    for index in drafts.indices { settle(&drafts[index]) }
  }

  // MARK: - What the tree gives

  /// Lets content that reaches into a quotation take it whole; content of a cue within one ends with it.
  private mutating func widen(_ draft: inout StatementDraft, _ index: Int) {
    if let around = text.quotation[draft.cue.head] {
      let bounds = text.quotations[around].inner
      draft.content = draft.content.compactMap {
        let range = $0.clamped(to: bounds)
        return range.isEmpty ? nil : range
      }
      return
    }
    for range in draft.content {
      for quotation in quotations(overlapping: range) where owner[quotation] == nil {
        owner[quotation] = index
        draft.quotations.append(quotation)
        draft.add(text.quotations[quotation].outer)
      }
    }
    draft.quotations.sort()
  }

  private func quotations(overlapping range: Range<Int>) -> Range<Int> {
    let first = firstQuotation(endingAfter: range.lowerBound)
    var end = first
    while end < text.quotations.count, text.quotations[end].outer.lowerBound < range.upperBound {
      end += 1
    }
    return first..<end
  }

  private func firstQuotation(endingAfter byte: Int) -> Int {
    text.quotations.partitioningIndex { $0.outer.upperBound <= byte }
  }

  private mutating func take(_ quotation: Int, _ index: Int, _ drafts: inout [StatementDraft]) {
    owner[quotation] = index
    drafts[index].quotations.append(quotation)
    drafts[index].add(text.quotations[quotation].outer)
  }

  // MARK: - What the order gives

  /// As in “‘…,’ said X” and “‘…,’ X said”.
  private func cue(after quotation: Int, _ drafts: [StatementDraft]) -> Int? {
    let passage = text.quotations[quotation]
    let paragraph = text.wordsOfParagraph[passage.paragraph]
    let last = lastWord(of: passage)
    var first = text.firstWord(at: passage.outer.upperBound)
    var hasComma =
      last.map { [",", "?", "!", "—", "–", "-", "…", "..."].contains(text.form($0)) } ?? false
    // "“….” X said." as a sentence of its own says nothing but whose the quotation is.
    if first < paragraph.upperBound, let index = loneCue(at: first, drafts) { return index }
    while first < paragraph.upperBound, text.isPunctuation(first) {
      guard [",", "—", "–", "-", "…"].contains(text.form(first)) else { return nil }
      hasComma = true
      first += 1
    }
    guard first < paragraph.upperBound else { return nil }
    let window = first..<min(paragraph.upperBound, first + 30)
    guard let index = firstDraft(at: first, drafts), drafts[index].cue.head < window.upperBound
    else { return nil }
    let cue = drafts[index].cue
    guard cue.form == .verb || cue.form == .phrase, text.quotation[cue.head] == nil else {
      return nil
    }
    // Nothing may part them but the speaker.
    var at = first
    while at < cue.words.lowerBound {
      if text.quotation[at] != nil || [".", ";", ":", "!", "?"].contains(text.form(at)) {
        return nil
      }
      at += 1
    }
    let isNext = cue.words.lowerBound == first
    let subject = cue.speaker.map { text.subtree[$0] }
    let isSubject = subject.map { $0.lowerBound <= first && first < $0.upperBound } ?? false
    let isNear =
      cue.words.lowerBound - first <= 14
      && !(first..<cue.words.lowerBound).contains {
        ["VBD", "VBZ", "VBP", "MD"].contains(text.tree.words[$0].xpos)
      }
    guard isNext || hasComma && (isSubject || isNear) else { return nil }
    // A cue that has what it says after it takes what comes before only where that leans on it.
    if !drafts[index].content.isEmpty && !hasComma && !isNext { return nil }
    return index
  }

  /// The cue of a sentence that is nothing but a cue.
  private func loneCue(at first: Int, _ drafts: [StatementDraft]) -> Int? {
    let sentence = text.sentence(of: first)
    guard sentence.lowerBound == first, sentence.count <= 10,
      let index = firstDraft(at: first, drafts), sentence.contains(drafts[index].cue.head),
      drafts[index].cue.form == .verb, drafts[index].content.isEmpty
    else { return nil }
    return index
  }

  /// As in “X said: ‘…’” and “X said, ‘…’”.
  private func cue(before quotation: Int, _ drafts: [StatementDraft]) -> Int? {
    let passage = text.quotations[quotation]
    var last = text.firstWord(at: passage.outer.lowerBound) - 1
    guard last >= 0 else { return nil }
    let isColon = text.form(last) == ":"
    guard text.paragraph[last] == passage.paragraph || isColon else { return nil }
    while last >= 0, text.isPunctuation(last) {
      if [".", ";", "!", "?"].contains(text.form(last)) { return nil }
      last -= 1
    }
    guard last >= 0 else { return nil }
    let sentence = text.sentence(of: last)
    let opening = text.firstWord(at: passage.outer.lowerBound)
    guard let index = lastDraft(before: opening, drafts) else { return nil }
    let draft = drafts[index]
    guard sentence.contains(draft.cue.head), text.quotation[draft.cue.head] == nil,
      draft.cue.form != .silence
    else { return nil }
    if isColon { return index }
    let gap = max(draft.cue.words.upperBound, draft.clause.upperBound)
    let end = text.tree.words[last].range.upperBound
    let reached = draft.content.last.map { $0.upperBound >= end } ?? false
    if reached || gap > last || last - draft.cue.words.upperBound < 2 { return index }
    return governs(draft.cue.head, passage) ? index : nil
  }

  /// Whether the tree hangs a quotation below a cue.
  private func governs(_ cue: Int, _ passage: Quotation) -> Bool {
    let first = text.firstWord(at: passage.inner.lowerBound)
    guard first < text.tree.words.count else { return false }
    var word: Int? = first
    for _ in 0..<10 {
      guard let at = word else { return false }
      if at == cue { return true }
      word = text.tree.words[at].head
    }
    return false
  }

  /// A quotation without a cue goes on where the last one of the same paragraph, or the paragraph before, ended.
  private func continued(by quotation: Int, _ drafts: [StatementDraft]) -> Int? {
    let passage = text.quotations[quotation]
    guard quotation > 0, let index = owner[quotation - 1], isWholeSentence(passage) else {
      return nil
    }
    let previous = text.quotations[quotation - 1]
    guard drafts[index].cue.form == .verb || drafts[index].cue.form == .phrase else { return nil }
    let end = max(previous.outer.upperBound, text.bytes(of: drafts[index].clause).upperBound)
    guard end <= passage.outer.lowerBound else { return nil }
    // Between them nothing but the end of the cue's sentence.
    let sentenceEnd = text.tree.sentences[text.tree.words[drafts[index].cue.head].sentence].range
    if passage.paragraph == previous.paragraph {
      let limit = max(end, sentenceEnd.upperBound)
      return isBlank(limit..<max(limit, passage.outer.lowerBound)) ? index : nil
    }
    guard passage.paragraph == previous.paragraph + 1,
      passage.outer.lowerBound == text.paragraphs[passage.paragraph].lowerBound
    else { return nil }
    let limit = max(
      end,
      sentenceEnd.lowerBound < end || previous.paragraph == text.paragraph[drafts[index].cue.head]
        ? sentenceEnd.upperBound : end)
    let before = text.paragraphs[previous.paragraph].upperBound
    return isBlank(limit..<max(limit, before)) ? index : nil
  }

  /// Whether a quotation begins and ends as sentences do.
  private func isWholeSentence(_ passage: Quotation) -> Bool {
    let paragraph = text.paragraphs[passage.paragraph]
    let first = text.firstWord(at: passage.outer.lowerBound)
    guard first < text.tree.words.count else { return false }
    let begins =
      passage.outer.lowerBound == paragraph.lowerBound
      || text.tree.sentences[text.tree.words[first].sentence].range.lowerBound
        == passage.outer.lowerBound
    guard begins else { return false }
    if !passage.isClosed || isBlank(passage.outer.upperBound..<paragraph.upperBound) { return true }
    return lastWord(of: passage).map { [".", "!", "?", "…", "..."].contains(text.form($0)) }
      ?? false
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    text.tree.bytes[range].allSatisfy { byte in
      byte == 32 || (9...13).contains(byte) || byte == UInt8(ascii: ".")
    }
  }

  private func lastWord(of passage: Quotation) -> Int? {
    let end = text.firstWord(at: passage.inner.upperBound)
    return end > 0 && text.tree.words[end - 1].range.lowerBound >= passage.inner.lowerBound
      ? end - 1 : nil
  }

  private func firstDraft(at word: Int, _ drafts: [StatementDraft]) -> Int? {
    let index = drafts.partitioningIndex { $0.cue.head < word }
    return index < drafts.count ? index : nil
  }

  private func lastDraft(before word: Int, _ drafts: [StatementDraft]) -> Int? {
    let next = firstDraft(at: word, drafts) ?? drafts.count
    return next > 0 ? next - 1 : nil
  }

  // MARK: - In whose words

  /// Tells direct from mixed from indirect, and takes the outer marks off.
  private func settle(_ draft: inout StatementDraft) {
    guard !draft.content.isEmpty else { return }
    guard !draft.quotations.isEmpty else {
      draft.quote = .indirect
      return
    }
    let all = draft.content.reduce(0) { $0 + text.spoken(in: text.words(in: $1)) }
    let quoted = draft.quotations.reduce(0) {
      $0 + text.spoken(in: text.words(in: text.quotations[$1].outer))
    }
    if let first = draft.quotations.first, precedes(text.quotations[first], draft) || quoted == all
    {
      // Beside a quotation that leans on the cue the tree's further words are not part of what is said.
      let isWhole = quoted == all || beginsSaid(text.quotations[first], draft)
      draft.quote = isWhole ? .direct : .mixed
      if isWhole {
        draft.content = draft.quotations.map { text.quotations[$0].inner }
        return
      }
    } else {
      draft.quote = draft.quotations.isEmpty ? .indirect : .mixed
    }
    draft.content = draft.content.compactMap { $0.isEmpty ? nil : $0 }
  }

  /// Whether a quotation comes before the cue.
  private func precedes(_ passage: Quotation, _ draft: StatementDraft) -> Bool {
    passage.outer.upperBound <= text.tree.words[draft.cue.head].range.lowerBound
  }

  /// Whether what is said begins with the quotation, as a sentence does, and the quotation leads to the cue.
  private func beginsSaid(_ passage: Quotation, _ draft: StatementDraft) -> Bool {
    guard let first = draft.content.first, first.lowerBound == passage.outer.lowerBound else {
      return false
    }
    let clause = text.bytes(of: draft.clause).lowerBound
    guard passage.outer.upperBound <= clause else { return false }
    return text.tree.bytes[passage.outer.upperBound..<clause].allSatisfy { byte in
      byte == 32 || byte == UInt8(ascii: ",") || byte >= 0x80
    }
  }
}
