import FoundationEssentials
import Testing

@testable import Record

/// A small document, right in all respects.
private func sample() -> Document {
  let text = "Arland’s president met rebels."
  var document = Document(
    page: PageRecord(
      input: "sample", producer: Producer(version: "1"), title: "Talks", text: text,
      blocks: [Block(kind: .paragraph, start: 0, end: 30)]))
  document.sentences = [Span(start: 0, end: 30)]
  document.mentions = [
    Mention(
      id: "m1", start: 0, end: 18, text: "Arland’s president", actor: "local/1", rule: "test"),
    Mention(id: "m2", start: 23, end: 29, text: "rebels", actor: nil, rule: "test"),
  ]
  document.actors = [Actor(id: "local/1", name: "president", kind: .person, code: "GOV")]
  document.statements = [
    Statement(
      id: "s1", start: 0, end: 30, act: .say, cue: Span(start: 19, end: 22), quote: .indirect,
      rule: "test")
  ]
  document.events = [
    Event(
      id: "e1", sentence: 0, type: .consult, status: .happened, category: .consult,
      cameo: "040", score: 2.5, actors: ["m1", "m2"], trigger: Span(start: 19, end: 22),
      span: Span(start: 0, end: 29), statement: "s1", confidence: 0.8567, rule: "test")
  ]
  return document
}

struct DocumentTests {
  @Test("A record reads back as it was written, its page's fields first")
  func roundTrip() throws {
    let line = try JSONLineEncoder().encode(sample())
    #expect(line.hasPrefix(#"{"format":1,"input":"sample","id":""#))
    #expect(line.contains(#""confidence":0.86"#))
    let read = try JSONDecoder().decode(Document.self, from: Data(line.utf8))
    #expect(read == sample())
  }

  @Test("A sound record has no inconsistency")
  func sound() {
    #expect(sample().inconsistencies == [])
  }

  @Test("The page alone is the document's first fields")
  func page() throws {
    let page = try JSONLineEncoder().encode(sample().page)
    let whole = try JSONLineEncoder().encode(sample())
    #expect(whole.hasPrefix(page.dropLast()))
  }

  private struct Fault: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let make: @Sendable (inout Document) -> Void
  }

  private static let faultyRecords = [
    Fault(testDescription: "a mention's words are others") { $0.mentions[0].text = "Arland" },
    Fault(testDescription: "a span leaves the text") { $0.mentions[1].end = 99 },
    Fault(testDescription: "an actor that is not there") { $0.mentions[0].actor = "person/x" },
    Fault(testDescription: "an actor without a mention") {
      $0.actors.append(Actor(id: "local/2", name: "x", kind: .person, code: ""))
    },
    Fault(testDescription: "an id out of order") { $0.mentions[0].id = "m7" },
    Fault(testDescription: "an event of an absent mention") { $0.events[0].actors = ["m9"] },
    Fault(testDescription: "a trigger outside its event") {
      $0.events[0].span = Span(start: 23, end: 29)
    },
    Fault(testDescription: "a statement that is not there") { $0.events[0].statement = "s4" },
    Fault(testDescription: "an id that is not the digest") { $0.page.id = "0" },
  ]

  @Test("Each contradiction of the contract is named", arguments: faultyRecords)
  private func faults(_ fault: Fault) {
    var document = sample()
    fault.make(&document)
    #expect(!document.inconsistencies.isEmpty)
  }
}
