import Foundation
import GRDB
import Record
import Testing

@testable import Storage

struct OpeningTests {
  private func expect(
    _ expected: ArchiveError, opening path: String, for access: [Archive.Access]
  ) {
    for access in access {
      #expect(throws: expected) { try Archive(path: path, for: access) }
    }
  }

  private func inScratch(_ body: (Scratch) throws -> Void) throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try body(scratch)
  }

  private func run(_ sql: String, at path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }

  @Test("A store is made where none is, and only for writing")
  func made() throws {
    try inScratch { scratch in
      expect(.missing(path: scratch.path), opening: scratch.path, for: [.reading])
      #expect(!FileManager.default.fileExists(atPath: scratch.path))
      let archive = try scratch.archive()
      #expect(try archive.counts().documents == 0)
      try archive.close()
      let reader = try Archive(path: scratch.path, for: .reading)
      #expect(throws: ArchiveError.readOnly(path: scratch.path)) {
        try reader.store([sample()], readAt: readAt)
      }
    }
  }

  @Test("A closed store is one file, whoever read it meanwhile")
  func closed() throws {
    try inScratch { scratch in
      let archive = try scratch.archive()
      try archive.store([sample()], readAt: readAt)
      #expect(try archive.counts().documents == 1)
      try archive.close()
      let copy = scratch.folder.appendingPathComponent("copy.db")
      try FileManager.default.copyItem(at: URL(fileURLWithPath: scratch.path), to: copy)
      #expect(try Archive(path: copy.path, for: .reading).counts().documents == 1)
    }
  }

  @Test("A store bears its program and version, and an empty file becomes one")
  func identity() throws {
    try inScratch { scratch in
      try Data().write(to: URL(fileURLWithPath: scratch.path))
      try scratch.archive().close()
      let header = try Data(contentsOf: URL(fileURLWithPath: scratch.path)).prefix(100)
      #expect(Array(header[60..<64]) == [0, 0, 0, 1])
      #expect(Array(header[68..<72]) == Array("NwsL".utf8))
    }
  }

  @Test("A store of a newer version is refused by name and left as it is")
  func newer() throws {
    try inScratch { scratch in
      try scratch.archive().close()
      try run("PRAGMA user_version = 7", at: scratch.path)
      let before = try Data(contentsOf: URL(fileURLWithPath: scratch.path))
      let error = ArchiveError.newer(path: scratch.path, found: 7, known: 1)
      expect(error, opening: scratch.path, for: [.reading, .writing])
      #expect(
        error.description.contains("made by a newer Newsline: schema 7, this one knows 1"))
      #expect(try Data(contentsOf: URL(fileURLWithPath: scratch.path)) == before)
    }
  }

  @Test(
    "A file that is no database is refused",
    arguments: ["news, not a database\n", "SQLite format 2\0"])
  func notADatabase(_ content: String) throws {
    try inScratch { scratch in
      let text = String(repeating: content, count: 300)
      try text.write(toFile: scratch.path, atomically: false, encoding: .utf8)
      expect(.notADatabase(path: scratch.path), opening: scratch.path, for: [.reading, .writing])
      #expect(try String(contentsOfFile: scratch.path, encoding: .utf8) == text)
    }
  }

  @Test("Another program's database is refused and left as it is, its journal mode too")
  func otherProgram() throws {
    try inScratch { scratch in
      try run("CREATE TABLE recipe (name TEXT); PRAGMA application_id = 42", at: scratch.path)
      let before = try Data(contentsOf: URL(fileURLWithPath: scratch.path))
      expect(
        .otherProgram(path: scratch.path, applicationID: 42), opening: scratch.path,
        for: [.reading, .writing])
      #expect(try Data(contentsOf: URL(fileURLWithPath: scratch.path)) == before)
    }
  }

  @Test("A folder, a missing folder and a store cut short are told apart")
  func paths() throws {
    try inScratch { scratch in
      expect(.folder(path: scratch.folder.path), opening: scratch.folder.path, for: [.writing])
      let lost = scratch.folder.path + "/none/news.db"
      expect(.missingFolder(path: lost), opening: lost, for: [.reading, .writing])
      let archive = try scratch.archive()
      try archive.store(
        (0..<40).map { sample(samplePage("p\($0)", text: "Text \($0).")) }, readAt: readAt)
      try archive.close()
      let file = try FileHandle(forWritingTo: URL(fileURLWithPath: scratch.path))
      try file.truncate(atOffset: 50_000)
      try file.close()
      let error = #expect(throws: ArchiveError.self) {
        try Archive(path: scratch.path, for: .reading).exportDocuments { _ in }
      }
      #expect(error?.description.contains("damaged") == true)
    }
  }

  @Test("Later versions are reached step by step, once, with what was stored before")
  func steps() throws {
    try inScratch { scratch in
      let archive = try scratch.archive()
      try archive.store([sample()], readAt: readAt)
      try archive.close()
      let later = Schema(
        steps: Schema.current.steps + [
          { try $0.execute(sql: "ALTER TABLE document ADD COLUMN note TEXT") },
          { try $0.execute(sql: "UPDATE document SET note = 'seen'") },
        ])
      for access in [Archive.Access.reading, .writing, .reading] {
        let opened = try Archive(path: scratch.path, for: access, schema: later)
        #expect(
          try opened.read { try String.fetchAll($0, sql: "SELECT note FROM document") } == ["seen"])
        #expect(try opened.counts().events == 2)
        try opened.close()
      }
      expect(
        .newer(path: scratch.path, found: 3, known: 1), opening: scratch.path, for: [.writing])
    }
  }

  @Test("A step that fails leaves the store at its version")
  func failingStep() throws {
    try inScratch { scratch in
      try scratch.archive().close()
      let broken = Schema(
        steps: Schema.current.steps + [
          {
            try $0.execute(sql: "ALTER TABLE document ADD COLUMN note TEXT")
            try $0.execute(sql: "SELECT no_such_column FROM document")
          }
        ])
      #expect(throws: ArchiveError.self) {
        try Archive(path: scratch.path, for: .writing, schema: broken)
      }
      let archive = try scratch.archive()
      try archive.store([sample()], readAt: readAt)
      let columns = try archive.read { try $0.columns(in: "document").map(\.name) }
      #expect(!columns.contains("note"))
    }
  }
}
