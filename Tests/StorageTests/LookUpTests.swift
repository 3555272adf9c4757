import Foundation
import Record
import Testing

@testable import Storage

struct LookUpTests {
  @Test("An article is found by 16 characters or more of its document's or revision's id")
  func identifiers() throws {
    try withArchive { archive in
      let page = sample().page
      try archive.store([sample()], readAt: readAt)
      for id in [
        page.document, page.id, String(page.document.prefix(16)), String(page.id.prefix(20)),
      ] {
        #expect(try archive.article(id)?.summary.revision == page.id)
        #expect(try archive.summary(id)?.title == "Arland invites Borovia")
      }
    }
  }

  @Test(
    "What is no id finds nothing",
    arguments: [
      "", "0123456789abcde", "0123456789abcdef", "../../etc/passwd", "ABCDEF0123456789", "%",
      "' OR 1=1 --        ", String(repeating: "a", count: 65), String(repeating: "ø", count: 16),
    ])
  func noIdentifier(_ id: String) throws {
    try withArchive { archive in
      try archive.store([sample()], readAt: readAt)
      #expect(try archive.article(id) == nil)
      #expect(try archive.event(id + "-e1") == nil)
      #expect(try archive.actor(id) == nil)
    }
  }

  @Test("An event has its parties, whom they stand for, its place, time and passage")
  func event() throws {
    try withArchive { archive in
      try archive.store([sample()], readAt: readAt)
      let prefix = sample().page.id.prefix(16)
      let event = try #require(try archive.event("\(prefix)-e1"))
      #expect(event.id == "\(prefix)-e1")
      #expect(event.status == .invited)
      #expect(event.parties.map(\.text) == ["both"])
      #expect(event.parties.first?.members.map(\.name) == ["Arland", "Borovia"])
      #expect(event.place == "Port Ost")
      #expect(event.latitude == 60.5)
      #expect(event.day == "2021-03-22")
      #expect(event.statement == "\(prefix)-s1")
      #expect(event.passage == "Arland invited Borovia to talks in Port Ost.")
      #expect(event.published?.start == "2021-03-18T09:40+01:00")
      #expect(try archive.event("\(prefix)-e9") == nil)
    }
  }

  private static let filters: [(EventFilter, [String])] = [
    (EventFilter(), ["e1", "e2"]),
    (EventFilter(type: .reject), ["e2"]),
    (EventFilter(status: .invited), ["e1"]),
    (EventFilter(type: .reject, status: .invited), []),
    (EventFilter(actor: "state/arland"), ["e1", "e2"]),
    (EventFilter(actor: "state/arland", role: .recipient), ["e2"]),
    (EventFilter(actor: "state/borovia", role: .actor), ["e1", "e2"]),
    (EventFilter(type: .consult, actor: "state/borovia"), ["e1"]),
    (EventFilter(actor: "state/nowhere"), []),
    (EventFilter(since: "2021-03-20"), ["e1"]),
    (EventFilter(until: "2021-03-18"), ["e2"]),
    (EventFilter(since: "2021-03", until: "2021-03"), ["e1", "e2"]),
    (EventFilter(until: "2020"), []),
    (EventFilter(actor: "state/arland", until: "2021-03-19"), ["e2"]),
  ]

  @Test("Events are chosen by type, status, party, role and day", arguments: filters)
  func events(_ filter: EventFilter, _ expected: [String]) throws {
    try withArchive { archive in
      try archive.store([sample()], readAt: readAt)
      #expect(try archive.events(filter).items.map { String($0.id.suffix(2)) } == expected)
    }
  }

  @Test("Pages of an actor's events follow each other, each event once")
  func eventPages() throws {
    try withArchive { archive in
      let documents = (0..<9).map {
        sample(samplePage("p\($0)", text: "Text of page number \($0) here."))
      }
      try archive.store(documents, readAt: readAt)
      for filter in [EventFilter(), EventFilter(actor: "state/borovia")] {
        var seen: [String] = []
        var key: PageKey?
        repeat {
          let page = try archive.events(filter, after: key, limit: 4)
          seen += page.items.map(\.id)
          key = page.next
        } while key != nil && seen.count < 100
        #expect(seen.count == 18)
        #expect(Set(seen).count == 18)
      }
    }
  }

  @Test("Statements are chosen by speaker, and local speakers are their document's own")
  func statements() throws {
    try withArchive { archive in
      let other = sample(samplePage("other", text: "Arland asked Borovia to wait in Port Ost."))
      try archive.store([sample(), other], readAt: readAt)
      #expect(try archive.statements().items.count == 2)
      let own = try archive.statements(StatementFilter(speaker: localEnvoy(sample()))).items
      #expect(own.map(\.document) == [sample().page.document])
      #expect(own.first?.speakerName == "the envoy")
      #expect(own.first?.content == "Borovia to talks in Port Ost.")
      #expect(try archive.statements(StatementFilter(speaker: "local/1")).items.isEmpty)
      #expect(try archive.statements(StatementFilter(act: .deny)).items.isEmpty)
    }
  }

  @Test("An actor's offices come by date with their evidence, and its documents with their number")
  func actor() throws {
    try withArchive { archive in
      let other = sample(samplePage("other", text: "Arland asked Borovia to wait in Port Ost."))
      try archive.store([sample(), other], readAt: readAt)
      let state = try #require(try archive.actor("state/arland"))
      #expect(state.documents == 2)
      #expect(state.sectors == ["GOV"])
      let offices = try archive.offices(of: localEnvoy(other))
      #expect(offices.map(\.title) == ["Mayor of Port Ost", "Envoy of Arland"])
      #expect(offices.map(\.evidence) == [other.page.document, other.page.document])
      #expect(offices.map(\.source) == [.knowledge, .text])
      let first = try archive.appearances(of: "state/arland", limit: 1)
      let rest = try archive.appearances(of: "state/arland", after: first.next, limit: 1)
      #expect(
        Set((first.items + rest.items).map(\.article.document))
          == [sample().page.document, other.page.document])
      #expect(rest.next == nil)
      #expect(try archive.actors(named: "BOROV").map(\.id) == ["state/borovia"])
      #expect(try archive.actors().count == 2)
      #expect(try archive.actors(includingLocal: true).count == 4)
    }
  }

  @Test("Everything is exported once, records as they were coded")
  func export() throws {
    try withArchive { archive in
      let other = sample(samplePage("other", text: "Arland asked Borovia to wait in Port Ost."))
      try archive.store([sample(), other], readAt: readAt)
      var records: [String] = []
      try archive.exportDocuments { records.append(String(decoding: $0, as: UTF8.self)) }
      #expect(records == (try [sample(), other].map { try JSONLineEncoder().encode($0) }))
      var counts = [0, 0, 0, 0, 0]
      try archive.exportSummaries { _ in counts[0] += 1 }
      try archive.exportEvents { event in counts[1] += event.parties.isEmpty ? 0 : 1 }
      try archive.exportStatements { _ in counts[2] += 1 }
      try archive.exportActors { _ in counts[3] += 1 }
      try archive.exportNewsLine { _ in counts[4] += 1 }
      // The second page has the first one's title, minute and site: one line.
      #expect(counts == [2, 4, 2, 4, 1])
    }
  }
}
