import Knowledge
import Record
import Syntax
import Tables

/// Finds who said what, to whom, when.
///
/// Cues are found by lexicon and tree, what they introduce by the tree, and quotations by their marks and where they
/// stand; see Documentation/stages/statements.md. Cost: linear in the words and bytes.
struct StatementReader: Sendable {
  let knowledge: KnowledgeBase
  private let lexicon: CueLexicon

  /// A reader with the compiled-in lexicon.
  init(knowledge: KnowledgeBase) throws {
    self.knowledge = knowledge
    lexicon = try CueLexicon()
  }

  /// Fills `reading.statements`, and adds mentions for speakers that have none.
  func read(_ reading: inout Reading) {
    guard !reading.tree.words.isEmpty else { return }
    let text = StatementText(tree: reading.tree, headings: reading.headings, lexicon: lexicon)
    let contents = ContentReader(text: text, lexicon: lexicon)
    var drafts = CueFinder(text: text, lexicon: lexicon).cues().map { cue in
      let content = contents.content(of: cue)
      return StatementDraft(
        cue: cue, clause: content.clause, content: content.said.map(text.bytes))
    }
    var linker = QuotationLinker(text: text, lexicon: lexicon)
    linker.link(&drafts)
    drafts.removeAll { !isStatement($0) }
    let acts = ClaimActs(text: text, lexicon: lexicon)
    drafts = drafts.compactMap { draft in
      var draft = draft
      guard let act = acts.act(of: draft) else { return nil }
      draft.cue.act = act
      if act == .say, acts.refusesInQuotation(draft) { draft.cue.act = .declineComment }
      return draft
    }
    drafts = acts.withoutUntold(drafts)
    let speakers = SpeakerReader(text: text, lexicon: lexicon, mentions: reading.mentions)
    reading.addMentions(heads: drafts.compactMap { speakerWithoutMention($0, reading) }) {
      speakers.phrase(of: $0)
    }
    var statements = drafts.map { statement($0, text: text, speakers: speakers, reading: reading) }
    statements.sort {
      ($0.range.lowerBound, -$0.range.upperBound, $0.cueHead)
        < ($1.range.lowerBound, -$1.range.upperBound, $1.cueHead)
    }
    StatementNesting.link(&statements, words: reading.tree.words)
    reading.statements = statements
  }

  /// Tells, once events are known, which events and claims told before a statement answers.
  func link(_ reading: inout Reading, typeOfNoun: @escaping (String) -> EventType?) {
    ClaimStanding(
      text: ClaimText(tree: reading.tree), typeOfNoun: typeOfNoun,
      isClaim: { lexicon.contains($0, in: .claim) }
    ).link(&reading)
  }

  private func isStatement(_ draft: StatementDraft) -> Bool {
    guard draft.cue.speaker != nil || draft.cue.isAgentless else { return false }
    return draft.cue.form == .silence || !draft.content.isEmpty
  }

  private func mention(of speaker: Int, _ reading: Reading) -> Int? {
    if let index = reading.mentionOfHead[speaker] { return index }
    // "Six of the eight leaders": the number heads the phrase, the leaders the mention.
    let inner = reading.tree.dependents[speaker].first {
      ["nmod", "flat", "appos", "compound"].contains(reading.tree.words[$0].relation.universal)
        && reading.mentionOfHead[$0] != nil
        && reading.tree.words[$0].relation.name != "nmod:poss"
        && (reading.tree.words[speaker].upos == .num
          || reading.tree.words[$0].relation.universal != "nmod")
    }
    return inner.flatMap { reading.mentionOfHead[$0] }
  }

  private func speakerWithoutMention(_ draft: StatementDraft, _ reading: Reading) -> Int? {
    guard let speaker = draft.cue.speaker, mention(of: speaker, reading) == nil else { return nil }
    return speaker
  }

  private func statement(
    _ draft: StatementDraft, text: StatementText, speakers: SpeakerReader, reading: Reading
  ) -> StatementFound {
    let cue = draft.cue
    var range = text.bytes(of: cue.words)
    let clause = text.bytes(of: draft.clause)
    range = min(range.lowerBound, clause.lowerBound)..<max(range.upperBound, clause.upperBound)
    for said in draft.content + draft.quotations.map({ text.quotations[$0].outer }) {
      range = min(range.lowerBound, said.lowerBound)..<max(range.upperBound, said.upperBound)
    }
    let index = cue.speaker.flatMap { mention(of: $0, reading) }
    var found = StatementFound(
      range: range, act: cue.act, cueHead: cue.head, cue: cue.words, speaker: index,
      quote: draft.quote, content: draft.content, rule: cue.rule)
    if let speaker = cue.speaker {
      found.speakerKind = speakers.kind(
        of: speaker, mention: index.map { reading.mentions[$0] }, reading: reading)
      found.count = speakers.count(of: speaker, quantities: reading.quantities)
    }
    let circumstances = CircumstanceReader(text: text, lexicon: lexicon, speakers: speakers)
    found.audience = circumstances.audience(of: cue)
    found.occasion = circumstances.occasion(in: draft.clause)
    if let time = circumstances.time(of: draft, times: reading.times) {
      let expression = reading.times[time]
      found.timeExpression = time
      found.time = When(
        start: expression.start, end: expression.end, grain: expression.grain,
        modifier: expression.modifier, expression: "t\(time + 1)")
    }
    return found
  }
}
