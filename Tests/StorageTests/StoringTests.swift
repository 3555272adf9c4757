import Foundation
import Record
import Testing

@testable import Storage

struct StoringTests {
  @Test("A document is new, then unchanged, and reading it again changes nothing")
  func idempotent() throws {
    try withArchive { archive in
      #expect(try archive.store([sample()], readAt: readAt).map(\.kind) == [.new])
      let counts = try archive.counts()
      let change = try archive.changeNumber()
      let again = try archive.store([sample()], readAt: readAt.addingTimeInterval(60))
      #expect(again.map(\.kind) == [.unchanged])
      #expect(try archive.counts() == counts)
      #expect(try archive.changeNumber() == change)
    }
  }

  @Test("A record comes back as it was stored, byte for byte")
  func roundTrip() throws {
    try withArchive { archive in
      try archive.store([sample()], readAt: readAt)
      let article = try #require(try archive.article(String(sample().page.document.prefix(16))))
      #expect(try article.record() == sample())
      #expect(
        String(decoding: article.json, as: UTF8.self) == (try JSONLineEncoder().encode(sample())))
    }
  }

  @Test("A changed page adds a revision, is looked up as it is now, and keeps the old one")
  func revision() throws {
    try withArchive { archive in
      let first = sample()
      var second = sample(samplePage(text: "Borovia declined. The talks in Port Ost are off."))
      second.events = Array(second.events.suffix(1))
      second.events[0].id = "e1"
      try archive.store([first], readAt: readAt)
      let outcome = try archive.store([second], readAt: readAt.addingTimeInterval(60))
      #expect(outcome.map(\.kind) == [.changed])
      let article = try #require(try archive.article(first.page.document))
      #expect(article.revisions.map(\.revision) == [first.page.id, second.page.id])
      #expect(article.revisions.map(\.isCurrent) == [false, true])
      #expect(try article.record() == second)
      #expect(try archive.article(first.page.id)?.record() == first)
      #expect(try archive.events().items.map(\.type) == [.reject])
      #expect(try archive.search(SearchQuery("invited")).total == 0)
      #expect(try archive.search(SearchQuery("declined")).total == 1)
      #expect(try archive.newsLine().items.count == 1)
      #expect(try archive.counts().documents == 1)
      #expect(try archive.counts().revisions == 2)
      #expect(try archive.store([first], readAt: readAt).map(\.kind) == [.unchanged])
      #expect(try archive.article(first.page.document)?.record() == second)
    }
  }

  @Test("An old copy read late is kept as a revision, and the newer text stays the current one")
  func oldCopy() throws {
    try withArchive { archive in
      let late = sample(samplePage(text: "As it was later.", updated: "2021-03-18T12:00+01:00"))
      let early = sample(samplePage(text: "As it was before.", updated: "2021-03-18T10:00+01:00"))
      try archive.store([late], readAt: readAt)
      #expect(try archive.store([early], readAt: readAt).map(\.kind) == [.changed])
      #expect(try archive.article(late.page.document)?.summary.revision == late.page.id)
      #expect(try archive.search(SearchQuery("later")).total == 1)
      #expect(try archive.search(SearchQuery("before")).total == 0)
    }
  }

  @Test("Another model's record takes the place of the first, without a new revision")
  func recoded() throws {
    try withArchive { archive in
      var other = sample(samplePage(model: "another"))
      other.events = Array(other.events.prefix(1))
      try archive.store([sample()], readAt: readAt)
      let producer = sample().page.producer
      #expect(try archive.has(revision: sample().page.id, madeBy: producer))
      #expect(try !archive.has(revision: sample().page.id, madeBy: other.page.producer))
      #expect(try archive.store([other], readAt: readAt).map(\.kind) == [.recoded])
      #expect(try archive.counts().revisions == 1)
      #expect(try archive.events().items.map(\.type) == [.consult])
      #expect(try archive.article(other.page.id)?.record() == other)
      #expect(try archive.offices(of: localEnvoy(other)).count == 2)
      #expect(try archive.actor("state/arland")?.documents == 1)
    }
  }

  @Test("An actor of whom no current revision speaks is gone")
  func forgotten() throws {
    try withArchive { archive in
      try archive.store([sample()], readAt: readAt)
      var bare = sample(samplePage(text: "Nothing of note."))
      bare.mentions = []
      bare.actors = []
      bare.events = []
      bare.statements = []
      try archive.store([bare], readAt: readAt)
      #expect(try archive.actor("state/arland") == nil)
      #expect(try archive.actors(includingLocal: true).isEmpty)
      #expect(try archive.statements().items.isEmpty)
    }
  }

  @Test("The same document twice in a batch is stored once")
  func twice() throws {
    try withArchive { archive in
      let outcomes = try archive.store([sample(), sample()], readAt: readAt)
      #expect(outcomes.map(\.kind) == [.new, .unchanged])
      #expect(try archive.counts().documents == 1)
    }
  }

  @Test("Two writers at once store each document once, whichever comes first")
  func twoWriters() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let documents = (0..<60).map {
      sample(samplePage("page-\($0)", text: "Page \($0) of the day."))
    }
    let path = scratch.path
    // Both open a store that is not there yet: one of them lays it out.
    let kinds = try await withThrowingTaskGroup(of: [StoredOutcome.Kind].self) { group in
      for order in [documents, documents.reversed()] {
        group.addTask {
          let archive = try Archive(path: path, for: .writing)
          var kinds: [StoredOutcome.Kind] = []
          for start in stride(from: 0, to: order.count, by: 7) {
            let batch = Array(order[start..<min(start + 7, order.count)])
            kinds += try archive.store(batch, readAt: readAt).map(\.kind)
          }
          try archive.close()
          return kinds
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(kinds.filter { $0 == .new }.count == 60)
    #expect(kinds.filter { $0 == .unchanged }.count == 60)
    let archive = try Archive(path: path, for: .reading)
    #expect(try archive.counts().documents == 60)
    #expect(try archive.counts().events == 120)
    #expect(try archive.actor("state/arland")?.documents == 60)
  }

  @Test("What one connection stores, another that was open before sees, with a new change number")
  func visible() throws {
    try withArchive { archive in
      let reader = try Archive(path: archive.path, for: .reading)
      let change = try reader.changeNumber()
      try archive.store([sample()], readAt: readAt)
      #expect(try reader.counts().documents == 1)
      #expect(try reader.changeNumber() > change)
    }
  }
}

/// The envoy's id in the store.
func localEnvoy(_ document: Document) -> String { "local/\(document.page.id.prefix(16))-1" }
