import Foundation
import TestSupport
import Testing

@testable import Intake

/// Makes broken inputs of whole ones: bytes changed, cut, repeated, and pieces of markup thrown in.
private struct Mutator {
  private static let pieces =
    [
      "<", ">", "&", "]]>", "<![CDATA[", "<!--", "-->", "<!DOCTYPE x [", "&#x", ";", "\"", "\0",
      "\u{FFFD}",
      "WARC/1.0\r\n", "Content-Length: 99999999999999999999\r\n", "\r\n\r\n", "{", "}", "[", "\\u",
      "<item>", "</item>", "<entry>", "xmlns=\"", "1F8B", "charset=", "\u{1B}$B",
    ].map { Array($0.utf8) } + [
      [0x1F, 0x8B, 8, 0], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0x81], [0xF0],
    ]

  var random: SeededRandom

  mutating func mutated(_ whole: [UInt8]) -> [UInt8] {
    var bytes = whole
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      guard !bytes.isEmpty else { return bytes }
      let at = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(bytes.count, at + Int.random(in: 1...64, using: &random))
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 2: bytes.removeSubrange(at..<end)
      case 3: bytes.insert(contentsOf: bytes[at..<end], at: at)
      case 4: bytes.insert(contentsOf: Self.pieces.randomElement(using: &random) ?? [], at: at)
      default: bytes.removeLast(bytes.count - at)
      }
    }
    return bytes
  }
}

/// Every parser of bytes from outside: what it is given is broken in any way, and it ends, soon, without a crash.
///
/// `NEWSLINE_FUZZ_CASES` sets how many cases each parser gets, and a third of it each that reads from a file.
@Suite("Broken inputs", .serialized)
struct FuzzTests {
  private static let count =
    ProcessInfo.processInfo.environment["NEWSLINE_FUZZ_CASES"].flatMap { Int($0) } ?? 7_000

  private static let rss = """
    <?xml version="1.0" encoding="windows-1251"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel><title>Port &amp; town</title><link>https://example.org/</link><item><title>A</title>
    <pubDate>Fri, 02 Nov 2018 22:22:00 GMT</pubDate><dc:creator>Ada</dc:creator>
    <description><![CDATA[<p>One</p>]]></description></item></channel></rss>
    """
  private static let atom = """
    <feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://example.org/"><title type="html">&lt;b></title>
    <entry><link href="a"/><content type="xhtml"><div><p>One</p></div></content></entry></feed>
    """
  private static let json = """
    {"version": "https://jsonfeed.org/version/1", "items": [{"id": 1, "content_html": "<p>\\u00e9</p>"}]}
    """
  private static let archive = Array(
    ("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/\r\nContent-Length: 117\r\n\r\n"
      + "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=big5\r\nTransfer-Encoding: chunked\r\n\r\n"
      + "a\r\n<p>One</p>\r\n0\r\n\r\nx\r\n\r\n"
      + "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://example.org/2\r\n"
      + "Content-Type: text/html\r\nContent-Length: 10\r\n\r\n<p>Two</p>\r\n\r\n").utf8)

  /// Gives mutations to a parser; the longest that one took, in seconds.
  private func fuzz(
    _ seeds: [[UInt8]], seed: UInt64, count: Int = count, parse: ([UInt8]) throws -> Void
  ) rethrows -> Double {
    var mutator = Mutator(random: SeededRandom(seed: seed))
    var longest = 0.0
    for index in 0..<count {
      let bytes = mutator.mutated(seeds[index % seeds.count])
      let begun = ContinuousClock.now
      try parse(bytes)
      longest = max(longest, (ContinuousClock.now - begun) / .seconds(1))
    }
    return longest
  }

  @Test("feeds")
  func feeds() {
    let seeds = [Self.rss, Self.atom, Self.json].map { Array($0.utf8) }
    let longest = fuzz(seeds, seed: 1) { bytes in
      if let feed = try? Feed(bytes) { _ = feed.items.map(\.body) }
    }
    #expect(longest < 1)
  }

  @Test(
    "archives, gzip and JSON Lines, as files",
    arguments: [
      [archive], [gzipped(archive), gzipped(archive) + gzipped(archive)],
      [Array("{\"text\": \"One.\", \"id\": 5}\n{\"text\": \"Two.\"}\n".utf8)],
    ])
  func files(seeds: [[UInt8]]) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("input.jsonl", "")
    let file = try #require(FileHandle(forWritingAtPath: path))
    defer { try? file.close() }
    let longest = try fuzz(seeds, seed: 2, count: Self.count / 3) { bytes in
      try file.truncate(atOffset: 0)
      try file.write(contentsOf: bytes)
      for result in Intake().captures(of: [path]) { if case .success = result { continue } }
    }
    #expect(longest < 1)
  }

  @Test("charsets")
  func charsets() {
    let text = Array("<meta charset=shift_jis><p>Новости, 新聞, ニュース, café</p>".utf8)
    let labels = ["big5", "euc-jp", "gb18030", "iso-2022-jp", "koi8-r", "utf-16le", "euc-kr", nil]
    var index = 0
    let longest = fuzz([text, [0x1B, 0x24, 0x42, 0x3F, 0x37] + text], seed: 3) { bytes in
      index += 1
      let decoded = DecodedText(
        bytes, told: labels[index % labels.count], declared: DeclaredEncoding.label(in: bytes))
      #expect(decoded.replaced <= bytes.count)
    }
    #expect(longest < 1)
  }

  /// Inputs made to be slow, by how many times their part is repeated.
  private static let hostile: [(name: String, make: @Sendable (Int) -> String)] = [
    ("attributes", { "<rss " + (0..<$0).map { "a\($0)='x' " }.joined() + "></rss>" }),
    ("a huge attribute", { "<rss a='" + String(repeating: "xyz", count: $0 * 8) + "'></rss>" }),
    ("nesting", { "<rss>" + String(repeating: "<a>", count: $0 * 4) }),
    ("nested items", { "<rss><channel>" + String(repeating: "<item>", count: $0 * 2) }),
    ("ampersands", { "<rss>" + String(repeating: "&&x;", count: $0 * 4) }),
    ("open sections", { "<rss>" + String(repeating: "<![CDATA[", count: $0 * 2) }),
    ("open comments", { "<rss>" + String(repeating: "<!--", count: $0 * 4) }),
    ("document types", { String(repeating: "<!DOCTYPE a [\"", count: $0) + "<rss/>" }),
    (
      "entities in entities",
      {
        "<!DOCTYPE a [" + (0..<$0).map { "<!ENTITY e\($0 + 1) '&e\($0);&e\($0);'>" }.joined()
          + "]><rss><channel><title>&e\($0);</title></channel></rss>"
      }
    ),
    ("texts in pieces", { "<rss><channel><title>" + String(repeating: "a\n&amp;", count: $0 * 4) }),
    (
      "namespaces",
      { "<rss>" + (0..<$0).map { "<a xmlns:n\($0)='u\($0)'><b/></a>" }.joined() + "</rss>" }
    ),
    ("JSON arrays", { "{\"items\": " + String(repeating: "[", count: $0 * 8) }),
  ]

  @Test("an input made to be slow takes time in proportion to its size", arguments: hostile.indices)
  func linear(index: Int) {
    let (name, make) = Self.hostile[index]
    func seconds(_ size: Int) -> Double {
      let bytes = Array(make(size).utf8)
      return (0..<3).map { _ in
        let begun = ContinuousClock.now
        _ = try? Feed(bytes)
        return (ContinuousClock.now - begun) / .seconds(1)
      }.min() ?? 0
    }
    // Four times would be linear, sixteen quadratic; a busy machine is given some room, and asked again.
    var (small, large) = (seconds(4_000), seconds(16_000))
    for _ in 0..<2 where large >= small * 10 + 0.02 {
      (small, large) = (seconds(4_000), seconds(16_000))
    }
    #expect(large < small * 10 + 0.02, "\(name): \(small) s, then \(large) s")
  }

  @Test("archives made to be slow take time in proportion to their size")
  func linearArchives() throws {
    let folder = try TemporaryFolder()
    let parts = [
      "WARC/1.0\r\nContent-Length: 30000000\r\n\r\n", "WARC/1.0\r\n", "\r\nWARC/",
      "WARC/1.0\r\n\r\n",
    ]
    for part in parts {
      func seconds(_ count: Int) throws -> Double {
        let path = try folder.write(
          "a.warc", "WARC/1.0\r\n" + String(repeating: part, count: count))
        let begun = ContinuousClock.now
        for result in Intake().captures(of: [path]) { if case .success = result { continue } }
        return (ContinuousClock.now - begun) / .seconds(1)
      }
      let (small, large) = (try seconds(2_000), try seconds(8_000))
      #expect(large < small * 10 + 0.1, "\(part): \(small) s, then \(large) s")
    }
  }
}
