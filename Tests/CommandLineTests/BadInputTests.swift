import Foundation
import Testing

/// Each bad input is named with its reason, and all others are done.
struct BadInputTests {
  private static let good = Binary.fixture("harbour.html")

  /// Runs `code` over a bad input between two good ones.
  private func runBetweenGoodOnes(_ bad: String, asUser user: Int? = nil) throws -> Binary.Outcome {
    try Binary.newsline("code", Self.good, bad, Self.good, asUser: user)
  }

  private func expectRefused(_ outcome: Binary.Outcome, _ path: String, _ reason: String) throws {
    #expect(outcome.status == 1)
    #expect(outcome.lines.count == 2)
    let message = outcome.error.split(separator: "\n").map(String.init)
    #expect(message.count == 1)
    #expect(outcome.error.contains(path))
    #expect(outcome.error.contains(reason))
    try Schema.expectRecords(outcome)
  }

  @Test("An empty file is refused")
  func empty() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let path = try scratch.text("empty.html", "")
    try expectRefused(runBetweenGoodOnes(path), path, "holds no text")
  }

  @Test("A picture named .html is refused as what it is")
  func picture() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
    let path = try scratch.file("picture.html", Data(bytes + [UInt8](repeating: 0, count: 64))).path
    try expectRefused(runBetweenGoodOnes(path), path, "PNG")
  }

  @Test("A file that the user may not read is refused with the system's reason")
  func unreadable() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let path = try scratch.text("secret.html", "<p>Closed.</p>")
    try FileManager.default.setAttributes([.posixPermissions: 0o000], ofItemAtPath: path)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: scratch.folder.path)
    // Only root can become somebody else, and root may read everything: so as another user.
    let other = getuid() == 0 ? 65534 : nil
    let good = try scratch.file("good.html", Data(contentsOf: URL(fileURLWithPath: Self.good))).path
    let binary = try scratch.file(
      "newsline", Data(contentsOf: Binary.folder.appendingPathComponent("newsline"))
    ).path
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: binary)
    let user = other.map { ["/usr/bin/setpriv", "--reuid=\($0)", "--clear-groups"] } ?? []
    let outcome = try Binary.run(
      user + [binary, "code", good, path, good], in: scratch.folder)
    try expectRefused(outcome, path, "Permission denied")
  }

  @Test("A page above 32 MB is refused, the limit named")
  func large() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let paragraph = "<p>" + String(repeating: "news ", count: 2000) + "</p>\n"
    let count = (33 << 20) / paragraph.utf8.count + 1
    let page = "<!DOCTYPE html><html><body>" + String(repeating: paragraph, count: count)
    let path = try scratch.text("large.html", page)
    try expectRefused(runBetweenGoodOnes(path), path, "32 MB")
  }

  @Test("A missing file is refused")
  func missing() throws {
    try expectRefused(
      runBetweenGoodOnes("/nowhere/page.html"), "/nowhere/page.html", "no such file")
  }

  @Test("A broken gzip file is refused")
  func gzip() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let path = try scratch.file("page.html.gz", Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2]))
      .path
    try expectRefused(runBetweenGoodOnes(path), path, "gzip")
  }

  @Test("A broken line of JSON Lines is refused by its number, the lines around it are done")
  func brokenLine() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let path = try scratch.text(
      "news.jsonl",
      """
      {"id":"first","text":"Norway condemned the attack."}
      {"id":"second","text":"Norway con
      {"text":"Iceland condemned the attack.","published":"2021-03-18"}

      """)
    let outcome = try Binary.newsline("code", path)
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("\(path):2"))
    #expect(try outcome.objects.map { $0["input"] as? String } == ["first", "\(path):3"])
    try Schema.expectRecords(outcome)
  }

  @Test("Invalid UTF-8 becomes replacement characters, and the record stays sound")
  func invalidUTF8() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    var bytes = Data("Norway condemned ".utf8)
    bytes += [0xC3, 0x28, 0xFF, 0x80]
    bytes += Data(" the attack in Tromsø on Monday – “a crime”, as Türkiye’s envoy said.".utf8)
    let path = try scratch.file("broken.txt", bytes).path
    let outcome = try Binary.newsline("code", "--input", "text", path)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\u{FFFD}"))
    #expect(outcome.error.contains(path))
    try Schema.expectRecords(outcome)
  }

  @Test("A page with no article has an empty text, and keeps its news line")
  func noArticle() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let items = (1...12).map {
      "<li><a href=\"/news/\($0)\">Headline number \($0) of the day's news</a> <time "
        + "datetime=\"2021-03-18T10:\($0 + 10):00Z\">10:\($0 + 10)</time></li>"
    }
    let page =
      "<!DOCTYPE html><html lang=\"en\"><head><title>Home</title></head><body><h2>Latest news</h2>"
      + "<ul>\(items.joined())</ul></body></html>"
    let path = try scratch.text("home.html", page)
    let outcome = try Binary.newsline("code", path)
    #expect(outcome.status == 0)
    let document = try #require(try outcome.objects.first)
    #expect(document["text"] as? String == "")
    #expect((document["news_line"] as? [Any])?.count == 12)
    try Schema.expectRecords(outcome)
  }

  @Test("A date line in the future is kept and warned of")
  func future() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let page = try String(contentsOfFile: Binary.fixture("harbour.txt"), encoding: .utf8)
      .replacingOccurrences(of: "09:40 18.03.2021", with: "09:40 18.03.2093")
    let path = try scratch.text("future.txt", page)
    let outcome = try Binary.newsline("code", path)
    #expect(outcome.status == 0)
    #expect(outcome.error.contains(path))
    #expect(outcome.error.contains("2093"))
    #expect(outcome.error.contains("future"))
    try Schema.expectRecords(outcome)
  }

  @Test(
    "Wrong usage exits with 2 and says what would do",
    arguments: [
      ["code", "--threads", "0", "x"], ["code", "--input", "pdf", "x"], ["fly"],
      ["code", "--timezone", "Nowhere/Land", "x"], ["explain", "zebra", "x"],
      ["code", "--lexicon", "/nowhere", "x"],
    ])
  func usage(_ arguments: [String]) throws {
    let newsline = Binary.folder.appendingPathComponent("newsline").path
    let outcome = try Binary.run([newsline] + arguments)
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.error != "")
  }

  @Test(
    "Days that no calendar has, and date lines at its end, are left without days",
    arguments: [
      ("They met on 30 February 2018.", "2018-11-02"), ("They met on 13/13/2018.", "2018-11-02"),
      ("They met in the year 0.", "2018-11-02"), ("They meet next year.", "9999-12-31"),
      ("They will meet in two weeks.", "9999-12-31"),
    ])
  func impossibleDays(text: String, published: String) throws {
    let line = #"{"id":"a","text":"\#(text)","published":"\#(published)"}"#
    let outcome = try Binary.newsline("code", "--input", "jsonl", "-", input: Data(line.utf8))
    #expect(outcome.status == 0)
    let record = try #require(try outcome.objects.first)
    let times = try #require(record["times"] as? [[String: Any]])
    for time in times { #expect(time["start"] == nil && time["end"] == nil, "\(time)") }
    for event in try #require(record["events"] as? [[String: Any]]) {
      let when = event["when"] as? [String: Any]
      #expect((when?["start"] as? String).map { $0 == published } ?? true, "\(event)")
    }
  }

  @Test(
    "A date line that no calendar has is refused with its reason or read as none",
    arguments: [
      "0000-01-01", "2018-02-30", "10000-01-01",
    ])
  func impossibleDateLine(published: String) throws {
    let line = #"{"id":"a","text":"They met last week.","published":"\#(published)"}"#
    let outcome = try Binary.newsline("code", "--input", "jsonl", "-", input: Data(line.utf8))
    if outcome.status == 0 {
      let record = try #require(try outcome.objects.first)
      let times = try #require(record["times"] as? [[String: Any]])
      for time in times { #expect(time["start"] == nil, "\(time)") }
    } else {
      #expect(outcome.error.contains(published))
    }
  }

  @Test("A name of ten thousand letters is one party like any other")
  func longName() throws {
    let name = "Ed" + String(repeating: "d", count: 10_000) + "a Marrow"
    let text = "President \(name) met \(name) in Baku."
    let outcome = try Binary.newsline("code", "--input", "text", "-", input: Data(text.utf8))
    #expect(outcome.status == 0)
    try Schema.expectRecords(outcome)
  }
}
