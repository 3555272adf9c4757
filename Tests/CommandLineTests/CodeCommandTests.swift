import Foundation
import Testing

struct CodeCommandTests {
  @Test(
    "The records of the fixtures keep the contract", arguments: ["harbour.html", "harbour.txt"])
  func contract(_ name: String) throws {
    let outcome = try Binary.newsline("code", Binary.fixture(name))
    #expect(outcome.status == 0)
    #expect(outcome.error == "")
    #expect(outcome.lines.count == 1)
    try Schema.expectRecords(outcome)
  }

  @Test("A page and the text copied from it give the same article and headlines")
  func copied() throws {
    let fields = ["title", "text", "section"]
    let html = try #require(
      try Binary.newsline("page", Binary.fixture("harbour.html")).objects.first)
    let text = try #require(
      try Binary.newsline("page", Binary.fixture("harbour.txt")).objects.first)
    for field in fields { #expect(html[field] as? String == text[field] as? String) }
    let titles = { (page: [String: Any]) in
      (page["news_line"] as? [[String: Any]] ?? []).map { $0["title"] as? String }
    }
    #expect(titles(html) == titles(text))
    #expect(titles(html).count == 3)
  }

  @Test(
    "The bytes are the same for every number of threads, on a second run, and from another folder")
  func determinism() throws {
    let inputs = [Binary.fixture("harbour.html"), Binary.fixture("harbour.txt")]
    let many = (0..<6).flatMap { _ in inputs }
    let newsline = Binary.folder.appendingPathComponent("newsline").path
    let runs = try [(["--threads", "1"], "/"), (["--threads", "2"], "/tmp"), ([], "/usr")].map {
      try Binary.run(
        [newsline, "code"] + $0.0 + many, in: URL(fileURLWithPath: $0.1)
      ).output
    }
    #expect(runs[0].split(separator: "\n").count == 12)
    #expect(runs[0] == runs[1])
    #expect(runs[0] == runs[2])
  }

  @Test("Folders are gone through in the order of their names, gzip undone")
  func folder() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    for name in ["b", "a", "c"] {
      _ = try scratch.text("\(name).txt", "\(name.uppercased()) condemned the attack.")
    }
    let zipped = try Binary.run(["/bin/gzip", scratch.folder.appendingPathComponent("b.txt").path])
    #expect(zipped.status == 0)
    let outcome = try Binary.newsline("code", "--input", "text", scratch.folder.path)
    let names = try outcome.objects.compactMap {
      ($0["input"] as? String)?.split(separator: "/").last
    }
    #expect(names == ["a.txt", "b.txt.gz", "c.txt"])
    try Schema.expectRecords(outcome)
  }

  @Test("Standard input is read as -")
  func standardInput() throws {
    let outcome = try Binary.newsline(
      "code", "--input", "text", "-", input: Data("Norway condemned the attack.\n".utf8))
    #expect(outcome.status == 0)
    #expect(try outcome.objects.first?["input"] as? String == "-")
    try Schema.expectRecords(outcome)
  }

  @Test("JSON Lines keep text and fields as given")
  func jsonLines() throws {
    let line =
      #"{"id":"n1","text":"  Norway\n condemned it. ","title":"T","published":"2021-03-18","#
      + #""section":"World","language":"en","url":"https://post.example/1"}"#
    let outcome = try Binary.newsline("code", "-", input: Data((line + "\n").utf8))
    let document = try #require(try outcome.objects.first)
    #expect(document["text"] as? String == "  Norway\n condemned it. ")
    #expect(document["input"] as? String == "n1")
    #expect(document["title"] as? String == "T")
    #expect(document["url"] as? String == "https://post.example/1")
    #expect((document["published"] as? [String: Any])?["start"] as? String == "2021-03-18")
    try Schema.expectRecords(outcome)
  }

  @Test("The configured zone is given to local times that have none")
  func zone() throws {
    guard FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/Asia/Baku") else {
      print("Skipped: this system has no zone files (Debian: tzdata).")
      return
    }
    let outcome = try Binary.newsline(
      "page", "--timezone", "Asia/Baku", Binary.fixture("harbour.txt"))
    let page = try #require(try outcome.objects.first)
    #expect(
      (page["published"] as? [String: Any])?["start"] as? String == "2021-03-18T09:40+04:00")
    try Schema.expectRecords(outcome, whole: false)
  }

  @Test("What the pipeline says of a page is held line by line", arguments: ["harbour.html"])
  func golden(_ name: String) throws {
    let outcome = try Binary.newsline(
      "code", "harbour.html", in: Binary.checkout.appendingPathComponent("Tests/Fixtures"))
    var object = try #require(try outcome.objects.first)
    // The model's and lexicons' hashes change with every entry: they say nothing of the reading.
    object["producer"] = nil
    let pretty = try JSONSerialization.data(
      withJSONObject: object, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
    try Golden.expect(String(decoding: pretty, as: UTF8.self) + "\n", is: "harbour.json")
  }
}
