import Testing

@testable import Record

/// A document of these statements (speaker's mention, kind, act) and one event of these parties; `m1` and `m2` are one
/// actor, each other mention its own or none.
private func document(
  _ statements: [(String, Statement.SpeakerKind, Statement.Act)], parties: [String] = []
) -> Document {
  var document = Document(page: PageRecord(input: "x", producer: Producer(version: "1"), text: ""))
  let actors = ["m1": "person/a", "m2": "person/a", "m3": "local/1", "m4": nil]
  document.mentions = actors.keys.sorted().map {
    Mention(id: $0, start: 0, end: 0, text: "", actor: actors[$0] ?? nil, rule: "test")
  }
  document.statements = statements.enumerated().map { index, made in
    Statement(
      id: "s\(index + 1)", start: 0, end: 0, act: made.2, cue: Span(start: 0, end: 0),
      speaker: made.0, speakerKind: made.1, quote: .indirect, rule: "test")
  }
  document.events = [
    Event(
      id: "e1", sentence: 0, type: .consult, status: .happened, category: .consult,
      cameo: "040", score: 2.5, actors: parties, trigger: Span(start: 0, end: 0),
      span: Span(start: 0, end: 0), confidence: 0.5, rule: "test")
  ]
  return document
}

@Suite struct SourcingTests {
  @Test("An actor that speaks twice is one source, of its best kind")
  func once() {
    let account = Sourcing(
      of: document([("m1", .anonymous, .say), ("m2", .named, .say), ("m3", .office, .deny)]))
    #expect(account.named == 1)
    #expect(account.anonymous == 0)
    #expect(account.office == 1)
  }

  @Test("Who would not or did not answer is silent, unless something else is said by it")
  func silent() {
    let account = Sourcing(
      of: document([
        ("m1", .named, .declineComment), ("m3", .institution, .noResponse), ("m2", .named, .say),
      ]))
    #expect(account.silent == 1)
    #expect(account.institution == 0)
    #expect(account.named == 1)
  }

  @Test("Parties are counted once, and those heard among them")
  func heard() {
    let account = Sourcing(
      of: document([("m2", .named, .say), ("m4", .anonymous, .say)], parties: ["m1", "m2", "m3"]))
    #expect(account.parties == 2)
    #expect(account.partiesHeard == 1)
    #expect(account.anonymous == 1)
  }
}
