import Foundation
import GRDB
import Record
import Testing

@testable import Storage

/// Stores as they were written under each released schema, kept and opened again.
struct ReleasedSchemaTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/stores")

  private static func fixture(_ version: Int) -> URL {
    folder.appendingPathComponent("schema-\(version).db")
  }

  private func documents() -> [Document] {
    let changed = sample(samplePage(text: "Borovia declined. The talks in Port Ost are off."))
    let other = sample(
      samplePage(
        "other", text: "Arland asked Borovia to wait in Port Ost.", title: "Arland asks",
        newsLine: [Headline(title: "Storm", url: "/sea/storm", marks: [.video])]))
    return [sample(), changed, other]
  }

  /// With UPDATE_GOLDEN=1 the current schema's store is made, if none is kept; one that is kept is never changed.
  @Test("The current schema has a store that is kept")
  func kept() throws {
    let file = Self.fixture(Schema.current.version)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1",
      !FileManager.default.fileExists(atPath: file.path)
    {
      try FileManager.default.createDirectory(
        at: Self.folder, withIntermediateDirectories: true)
      let archive = try Archive(path: file.path, for: .writing)
      try archive.store(documents(), readAt: readAt)
      try archive.close()
      // Small pages, for a small file.
      let queue = try DatabaseQueue(path: file.path)
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA journal_mode = DELETE; PRAGMA page_size = 512; VACUUM")
      }
      try queue.close()
    }
    #expect(FileManager.default.fileExists(atPath: file.path))
  }

  @Test("A store of each released schema opens and has what was stored", arguments: [1])
  func opened(_ version: Int) throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try FileManager.default.copyItem(
      at: Self.fixture(version), to: URL(fileURLWithPath: scratch.path))
    for access in [Archive.Access.reading, .writing] {
      let archive = try Archive(path: scratch.path, for: access)
      let counts = try archive.counts()
      let expected = StoreCounts(
        documents: 2, revisions: 3, headlines: 3, events: 4, statements: 2, actors: 2,
        firstDay: "2021-03-18", lastDay: "2021-03-18")
      #expect(counts == expected)
      let article = try #require(try archive.article(sample().page.document))
      #expect(try article.record() == documents()[1])
      #expect(article.revisions.count == 2)
      #expect(try archive.search(SearchQuery("declined type:REJECT")).total == 1)
      #expect(try archive.newsLine().items.last?.marks == ["video"])
      #expect(try archive.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") } == ["ok"])
      if access == .writing {
        #expect(
          try archive.store(documents(), readAt: readAt).allSatisfy { $0.kind == .unchanged })
      }
      try archive.close()
    }
  }
}
