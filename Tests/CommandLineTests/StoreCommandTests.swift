import Foundation
import Testing

/// The commands over a store, run as a user runs them.
struct StoreCommandTests {
  private func withStore(_ body: (Scratch, String) throws -> Void) throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try body(scratch, scratch.folder.appendingPathComponent("news.db").path)
  }

  /// A store with the page of the fixtures.
  private func withPage(_ body: (Scratch, String) throws -> Void) throws {
    try withStore { scratch, store in
      let outcome = try Binary.newsline("read", Binary.fixture("harbour.html"), "--db", store)
      #expect(outcome.status == 0)
      try body(scratch, store)
    }
  }

  @Test("Each document is told with what became of it, and the last line sums up")
  func read() throws {
    try withStore { scratch, store in
      let first = try scratch.text("a.txt", "Norway condemned the attack.\n")
      let second = try scratch.text("b.txt", "Iceland will send 12 ships.\n")
      let run = { try Binary.newsline("read", "--input", "text", first, second, "--db", store) }
      var outcome = try run()
      #expect(outcome.status == 0)
      #expect(
        outcome.lines == [
          "new \(first)", "new \(second)", "read 2: 2 new, 0 changed, 0 unchanged, 0 refused",
        ])
      #expect(outcome.error == "")
      outcome = try run()
      #expect(outcome.lines.last == "read 2: 0 new, 0 changed, 2 unchanged, 0 refused")
      let short = try Binary.newsline("read", "--summary", "--input", "text", first, "--db", store)
      #expect(short.lines == ["read 1: 0 new, 0 changed, 1 unchanged, 0 refused"])
    }
  }

  @Test("A page whose text has changed is told as changed")
  func changed() throws {
    try withPage { scratch, store in
      let page = try String(contentsOfFile: Binary.fixture("harbour.html"), encoding: .utf8)
        .replacingOccurrences(of: "detained 14 sailors", with: "detained 15 sailors")
      let path = try scratch.text("later.html", page)
      let outcome = try Binary.newsline("read", path, "--db", store)
      #expect(outcome.lines.first == "changed \(path)")
      let found = try Binary.newsline("export", "documents", "--format", "jsonl", "--db", store)
      #expect(found.lines.count == 1)
      #expect(found.output.contains("15 sailors"))
    }
  }

  @Test("What cannot be read is refused with its reason, counted, and all others are stored")
  func refused() throws {
    try withStore { scratch, store in
      let good = try scratch.text("good.txt", "Norway condemned the attack.\n")
      let outcome = try Binary.newsline(
        "read", "--input", "text", "/nowhere/a.txt", good, "--db", store)
      #expect(outcome.status == 1)
      #expect(outcome.error.contains("/nowhere/a.txt"))
      #expect(
        outcome.lines == ["new \(good)", "read 2: 1 new, 0 changed, 0 unchanged, 1 refused"])
    }
  }

  @Test("The store is where --db says, or else NEWSLINE_DB, or else newsline.db in the folder")
  func place() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let newsline = Binary.folder.appendingPathComponent("newsline").path
    let page = Binary.fixture("harbour.html")
    _ = try Binary.run([newsline, "read", page], in: scratch.folder)
    _ = try Binary.run(
      ["/usr/bin/env", "NEWSLINE_DB=named.db", newsline, "read", page], in: scratch.folder)
    let files = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).sorted()
    #expect(files.filter { $0.hasSuffix(".db") } == ["named.db", "newsline.db"])
  }

  @Test("A search prints day, address and headline, where it was found and the events that fit")
  func search() throws {
    try withPage { _, store in
      let outcome = try Binary.newsline("search", "talks status:invited", "--db", store)
      #expect(outcome.status == 0)
      #expect(outcome.lines.first?.hasPrefix("2021-03-18  ") == true)
      #expect(outcome.output.contains("*talks*"))
      #expect(outcome.output.contains("CONSULT invited"))
      #expect(outcome.error == "1 of 1 articles\n")
      let json = try Binary.newsline("search", "talks", "--format", "json", "--db", store)
      let object = try #require(try json.objects.first)
      #expect(object["total"] as? Int == 1)
      let nothing = try Binary.newsline("search", "zeppelin", "--db", store)
      #expect(nothing.status == 0)
      #expect(nothing.output == "")
      #expect(nothing.error == "nothing found\n")
    }
  }

  @Test("What steers a terminal is taken out of what pages say")
  func plain() throws {
    try withStore { scratch, store in
      let path = try scratch.text("a.txt", "Norway \u{1B}[31m condemned\u{7} the \u{202E}attack.\n")
      _ = try Binary.newsline("read", "--input", "text", path, "--db", store)
      let outcome = try Binary.newsline("search", "condemned", "--db", store)
      #expect(outcome.output.contains("condemned"))
      #expect(!outcome.output.unicodeScalars.contains("\u{1B}"))
      #expect(!outcome.output.unicodeScalars.contains("\u{7}"))
      #expect(!outcome.output.unicodeScalars.contains("\u{202E}"))
    }
  }

  @Test(
    "Any search text is answered or refused as wrong usage",
    arguments: [
      ("\"", 2), ("a AND", 0), ("NEAR(", 0), ("*", 2), ("' OR 1=1 --", 0),
      (String(repeating: "x", count: 5000), 0), ("type:WAR", 2), ("since:monday", 2), ("", 2),
    ])
  func searchTexts(_ text: String, _ status: Int) throws {
    try withPage { _, store in
      let outcome = try Binary.newsline("search", text, "--db", store)
      #expect(outcome.status == Int32(status))
      #expect((outcome.error != "") == true)
    }
  }

  @Test("The records exported are those that code prints, byte for byte")
  func exportRecords() throws {
    try withPage { _, store in
      let coded = try Binary.newsline("code", Binary.fixture("harbour.html"))
      let exported = try Binary.newsline("export", "documents", "--format", "jsonl", "--db", store)
      #expect(exported.output == coded.output)
    }
  }

  @Test(
    "Everything can be exported as JSON Lines and as CSV with the same number of rows",
    arguments: ["documents", "events", "statements", "actors", "news-line"])
  func export(_ what: String) throws {
    try withPage { _, store in
      let json = try Binary.newsline("export", what, "--format", "jsonl", "--db", store)
      #expect(json.status == 0)
      let objects = try json.objects
      #expect(!objects.isEmpty)
      let csv = try Binary.newsline("export", what, "--format", "csv", "--db", store)
      // Python's reader is somebody else's idea of CSV.
      let count = try Binary.run(
        [
          "/usr/bin/env", "python3", "-c",
          "import csv, sys; r = list(csv.reader(sys.stdin)); "
            + "assert len({len(x) for x in r}) == 1; print(len(r))",
        ], input: Data(csv.output.utf8))
      #expect(count.output == "\(objects.count + 1)\n")
    }
  }

  @Test("Output that cannot be written is an error")
  func fullOutput() throws {
    try withPage { _, store in
      let newsline = Binary.folder.appendingPathComponent("newsline").path
      let outcome = try Binary.run(
        ["/bin/sh", "-c", "\(newsline) export events --format csv --db \(store) > /dev/full"])
      #expect(outcome.status == 1)
      #expect(outcome.error.contains("No space left"))
    }
  }

  @Test("Help shows an example for each command", arguments: ["read", "search", "export"])
  func help(_ command: String) throws {
    let outcome = try Binary.newsline(command, "--help")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("EXAMPLE:"))
    try Golden.expect(outcome.output, is: "help-\(command).txt")
  }
}
