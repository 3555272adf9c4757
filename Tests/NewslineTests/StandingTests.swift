import Foundation
import Intake
import Record
import Testing

@testable import Newsline

/// Which events and claims a statement answers, on short texts through the whole pipeline.
@Suite("Standing of claims")
struct StandingTests {
  /// A text, an act that answers in it, and what it is about: events' triggers and statements' speakers.
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let act: Statement.Act
    let events: [String]
    let speakers: [String]

    var testDescription: String { text }

    init(_ text: String, _ act: Statement.Act, _ events: [String], _ speakers: [String] = []) {
      (self.text, self.act, self.events, self.speakers) = (text, act, events, speakers)
    }
  }

  private static func document(_ text: String) throws -> Document {
    try Pipeline().code(Capture(input: "test", kind: .text, bytes: Array(text.utf8))).document
  }

  @Test(
    "A statement that answers points at what it answers",
    arguments: [
      Case(
        "The army shelled the town on Monday, residents said. The defence ministry denied "
          + "shelling the town.", .deny, ["shelled", "shelling"], ["residents"]),
      Case(
        "Rebels attacked the airport on Friday. A government spokesman confirmed the attack.",
        .confirm, ["attacked"]),
      Case(
        "The minister will visit Ankara next week. The embassy confirmed the visit.", .confirm,
        ["visit"]),
      Case(
        "Gunmen kidnapped two engineers in the north, police said. The rebels denied kidnapping "
          + "the engineers.", .deny, ["kidnapped", "kidnapping"], ["police"]),
      Case(
        "Norland bombed a bridge near the border. Norland's foreign ministry denied that its "
          + "planes had bombed the bridge.", .deny, ["bombed", "bombed"]),
      Case(
        "The president met the rebel leader in secret, a newspaper reported. His office declined "
          + "to comment on the meeting.", .declineComment, ["met"], ["a newspaper"]),
      Case(
        "Police arrested three journalists on Sunday. The interior minister confirmed that police "
          + "had arrested the journalists.", .confirm, ["arrested", "arrested"]),
      Case(
        "The union accused the company of firing its leaders. The company rejected the accusation.",
        .deny, ["firing"], ["The union"]),
      Case(
        "The mayor said that soldiers had killed four farmers. The army denied the killings.",
        .deny, ["denied the killings", "killed"], ["The mayor"]),
      Case(
        "Iran attacked the tanker, a senior American official said. Iran denied attacking the "
          + "tanker.", .deny, ["attacked", "attacking"], ["a senior American official"]),
      Case(
        "The bank closed on Friday. A spokesman declined to comment on the weather.",
        .declineComment, []),
    ])
  func about(_ expected: Case) throws {
    let document = try Self.document(expected.text)
    let scalars = Array(document.page.text.unicodeScalars)
    let answer = try #require(document.statements.first { $0.act == expected.act })
    let triggers = document.events.filter { answer.about.contains($0.id) }.map { event in
      String(String.UnicodeScalarView(scalars[event.trigger.start..<event.trigger.end]))
    }
    #expect(triggers.sorted() == expected.events.sorted())
    let speakers = document.statements.filter { answer.about.contains($0.id) }.map { statement in
      document.mentions.first { $0.id == statement.speaker }?.text ?? "nobody"
    }
    #expect(speakers == expected.speakers)
  }

  @Test(
    "The speaker of a speaker is kept beside the first",
    arguments: [
      ("According to aides, Karim said that he would resign.", "aides", "Karim"),
      ("The paper reported that the minister had denied the charge.", "The paper", "the minister"),
    ])
  func nested(text: String, outer: String, inner: String) throws {
    let document = try Self.document(text)
    let speaker = { (statement: Statement) in
      document.mentions.first { $0.id == statement.speaker }?.text
    }
    let carried = try #require(document.statements.first { $0.via != nil })
    let carrier = try #require(document.statements.first { $0.id == carried.via })
    #expect(speaker(carried) == inner)
    #expect(speaker(carrier) == outer)
  }

  @Test(
    "Marks that stand alone, scare and titles lead to no runaway content",
    arguments: [
      "The so-called “republic” has no seat. Farmers met in May. It rained for days.",
      "The film “Harbour Lights” opened on Friday. Nobody said why it was late.",
      "He held up a sign that read “Go. The crowd cheered.\n\nThe minister left early.",
      "The ’90s were kind to the miners’ town. The players’ bus was late.",
      "It was \" odd \" they thought, and \" left. Rain fell.\n\nThe end came in June.",
    ])
  func runaway(text: String) throws {
    let document = try Self.document(text)
    let said = document.statements.flatMap(\.content).reduce(0) { $0 + $1.end - $1.start }
    #expect(said <= 40, "\(document.statements)")
  }

  @Test("A quotation that never closes ends with its paragraph")
  func neverCloses() throws {
    let document = try Self.document(
      "“We will rebuild the bridge, the mayor said.\n\nThe river rose on Friday. Boats sank.")
    let end = document.page.text.unicodeScalars.prefix { $0 != "\n" }.count
    for statement in document.statements {
      #expect(statement.content.allSatisfy { $0.end <= end })
    }
  }

  @Test("An article that stands in quotation marks as a whole gives nobody more than a paragraph")
  func wholeInQuotes() throws {
    let paragraph = "The river rose on Friday. Boats sank in the harbour. Farmers left. "
    let text =
      "“" + Array(repeating: paragraph, count: 6).joined(separator: "\n\n") + "”\n\nRain fell."
    let document = try Self.document(text)
    for statement in document.statements {
      let said = statement.content.reduce(0) { $0 + $1.end - $1.start }
      #expect(said <= paragraph.count)
    }
  }
}
