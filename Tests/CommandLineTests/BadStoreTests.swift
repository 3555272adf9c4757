import Foundation
import Testing

/// A store that cannot be used is an error of its own status, 3, and says why.
struct BadStoreTests {
  private static let page = Binary.fixture("harbour.html")

  private func expectRefused(
    _ outcome: Binary.Outcome, _ store: String, _ reason: String,
    at location: SourceLocation = #_sourceLocation
  ) {
    #expect(outcome.status == 3, sourceLocation: location)
    #expect(outcome.output == "", sourceLocation: location)
    #expect(outcome.error.hasPrefix("newsline: \(store): "), sourceLocation: location)
    #expect(outcome.error.contains(reason), sourceLocation: location)
  }

  private func withScratch(_ body: (Scratch) throws -> Void) throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try body(scratch)
  }

  @Test("A store that is not there is named, with what makes one")
  func missing() throws {
    try withScratch { scratch in
      let store = scratch.folder.path + "/none.db"
      expectRefused(try Binary.newsline("search", "x", "--db", store), store, "newsline read")
      expectRefused(try Binary.newsline("serve", "--db", store), store, "newsline read")
      expectRefused(
        try Binary.newsline("export", "events", "--format", "csv", "--db", store), store, "no store"
      )
      let lost = scratch.folder.path + "/none/news.db"
      expectRefused(
        try Binary.newsline("read", Self.page, "--db", lost), lost, "does not exist")
    }
  }

  @Test("A file that is no store is refused and left as it is")
  func notAStore() throws {
    try withScratch { scratch in
      let content = String(repeating: "Norway condemned the attack. ", count: 100)
      let store = try scratch.text("notes.txt", content)
      expectRefused(try Binary.newsline("read", Self.page, "--db", store), store, "no database")
      expectRefused(try Binary.newsline("search", "x", "--db", store), store, "no database")
      expectRefused(try Binary.newsline("serve", "--db", store), store, "no database")
      #expect(try String(contentsOfFile: store, encoding: .utf8) == content)
      expectRefused(
        try Binary.newsline("read", Self.page, "--db", scratch.folder.path), scratch.folder.path,
        "is a folder")
    }
  }

  @Test("A store of a newer Newsline is refused by name")
  func newer() throws {
    try withScratch { scratch in
      let store = scratch.folder.path + "/news.db"
      _ = try Binary.newsline("read", Self.page, "--db", store)
      // The header's user_version, as SQLite's file format puts it.
      let file = try FileHandle(forUpdating: URL(fileURLWithPath: store))
      try file.seek(toOffset: 60)
      try file.write(contentsOf: Data([0, 0, 0, 7]))
      try file.close()
      for command in [["read", Self.page], ["search", "x"], ["serve", "--port", "0"]] {
        let newsline = Binary.folder.appendingPathComponent("newsline").path
        expectRefused(
          try Binary.run([newsline] + command + ["--db", store]), store,
          "made by a newer Newsline: schema 7, this one knows 1")
      }
    }
  }

  @Test("A store that may only be read is searched, and not read into")
  func readOnly() throws {
    try withScratch { scratch in
      // Root may write everything: so as another user, who must be able to reach the binary.
      let binary = try scratch.file(
        "newsline", Data(contentsOf: Binary.folder.appendingPathComponent("newsline"))
      ).path
      let manager = FileManager.default
      try manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: binary)
      let store = scratch.folder.path + "/news.db"
      #expect(try Binary.run([binary, "read", Self.page, "--db", store]).status == 0)
      let page = try scratch.file("page.html", Data(contentsOf: URL(fileURLWithPath: Self.page)))
      try manager.setAttributes([.posixPermissions: 0o444], ofItemAtPath: store)
      try manager.setAttributes([.posixPermissions: 0o555], ofItemAtPath: scratch.folder.path)
      defer {
        try? manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: scratch.folder.path)
      }
      let user = getuid() == 0 ? ["/usr/bin/setpriv", "--reuid=65534", "--clear-groups"] : []
      let search = try Binary.run(user + [binary, "search", "talks", "--db", store])
      #expect(search.status == 0)
      #expect(search.error == "1 of 1 articles\n")
      let other = try Scratch()
      defer { other.remove() }
      let server = try Server(store: store, in: other, command: user + [binary])
      defer { server.end() }
      #expect(try Connection.get("/", port: server.port).hasPrefix("HTTP/1.1 200"))
      #expect(server.stop() == 0)
      expectRefused(
        try Binary.run(user + [binary, "read", page.path, "--db", store]), store, "not written")
    }
  }

  @Test(
    "A full disk ends reading with its own status, and what was told is stored",
    .enabled(if: getuid() == 0, "only root can mount the small disk that this test needs"))
  func fullDisk() throws {
    try withScratch { scratch in
      let disk = scratch.folder.path + "/disk"
      try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: false)
      let mount = try Binary.run(
        ["/usr/bin/env", "mount", "-t", "tmpfs", "-o", "size=1800k", "tmpfs", disk])
      guard mount.status == 0 else { return }
      defer { _ = try? Binary.run(["/usr/bin/env", "umount", disk]) }
      let texts = (0..<600).map { number in
        let words = (0..<150).map { "word\(number * 7919 + $0 * 104_729)" }
        return #"{"id":"d\#(number)","text":"Norway condemned \#(words.joined(separator: " "))."}"#
      }
      let input = try scratch.text("news.jsonl", texts.joined(separator: "\n") + "\n")
      let store = disk + "/news.db"
      let outcome = try Binary.newsline("read", input, "--db", store)
      #expect(outcome.status == 3)
      #expect(outcome.error.contains("\(store): no room is left on the disk"))
      let stored = try Binary.newsline("export", "documents", "--format", "jsonl", "--db", store)
      #expect(stored.status == 0)
      let names = try stored.objects.compactMap { $0["input"] as? String }
      #expect(Set(names).count == names.count)
      let told = outcome.lines.map { String($0.dropFirst(4)) }
      #expect(Set(told).isSubset(of: names))
    }
  }
}
