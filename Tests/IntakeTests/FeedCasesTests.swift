import Foundation
import Testing

@testable import Intake

/// The cases of two feed parsers, gofeed and FeedKit, read where they lie beside the checkout.
@Suite("Feeds of other parsers' tests")
struct FeedCasesTests {
  private static let formats = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/data/formats").standardizedFileURL

  /// The XML or JSON files of a folder; empty, told aloud, where it is not there.
  private static func cases(_ folder: String, _ ending: String) -> [URL] {
    let url = formats.appending(path: folder)
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: url.path) else {
      print("Skipped: \(folder) is not here (../shared/data/formats beside the checkout).")
      return []
    }
    return names.filter { $0.hasSuffix(ending) }.sorted().map { url.appending(path: $0) }
  }

  private static func object(_ url: URL) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any])
  }

  /// Tags without attributes: addresses within texts are no part of the record.
  private static func bare(_ text: String?) -> String? {
    text?.replacing(/<([a-z]+) [^>]*>/) { "<\($0.1)>" }
  }

  private static func string(_ value: Any?) -> String? {
    (value as? String).flatMap { $0.isEmpty ? nil : $0 }
  }

  @Test("gofeed's RSS and RDF", .serialized, arguments: cases("gofeed/testdata/parser/rss", ".xml"))
  func rss(url: URL) throws {
    let feed = try Feed(Array(Data(contentsOf: url)))
    let expected = try Self.object(url.deletingPathExtension().appendingPathExtension("json"))
    #expect(feed.head.title?.value == Self.string(expected["title"]))
    #expect(feed.head.link == Self.string(expected["link"]))
    #expect(feed.head.language == Self.string(expected["language"]))
    #expect(feed.head.published == Self.string(expected["pubDate"]))
    #expect(feed.head.updated == Self.string(expected["lastBuildDate"]))
    let items = expected["items"] as? [[String: Any]] ?? []
    try #require(feed.items.count == items.count)
    for (item, expected) in zip(feed.items, items) {
      let hasModules = expected["extensions"] != nil
      let guid = (expected["guid"] as? [String: Any]).flatMap { Self.string($0["value"]) }
      let categories = (expected["categories"] as? [[String: Any]] ?? [])
        .compactMap { Self.string($0["value"]) }
      #expect(Self.bare(item.title?.value) == Self.bare(Self.string(expected["title"])))
      #expect(item.link == Self.string(expected["link"]))
      #expect(item.published == Self.string(expected["pubDate"]))
      #expect(
        item.published.flatMap(FeedDate.init)?.instant == Self.instant(expected, "pubDateParsed"))
      #expect(Self.bare(item.summary?.value) == Self.bare(Self.string(expected["description"])))
      #expect(item.content?.value == Self.string(expected["content"]))
      if let guid { #expect(item.id == guid) }
      if !hasModules {
        #expect(item.authors == [Self.string(expected["author"])].compactMap { $0 })
        #expect(item.categories == categories)
      }
    }
  }

  private static func instant(_ item: [String: Any], _ key: String) -> Int? {
    string(item[key]).flatMap(FeedDate.init)?.instant
  }

  @Test("gofeed's Atom", .serialized, arguments: cases("gofeed/testdata/parser/atom", ".xml"))
  func atom(url: URL) throws {
    let feed = try Feed(Array(Data(contentsOf: url)))
    let expected = try Self.object(url.deletingPathExtension().appendingPathExtension("json"))
    #expect(Self.bare(feed.head.title?.value) == Self.bare(Self.string(expected["title"])))
    #expect(feed.head.id == Self.string(expected["id"]))
    #expect(feed.head.updated == Self.string(expected["updated"]))
    #expect(feed.head.authors == Self.people(expected))
    Self.expectLink(feed.head.link ?? feed.head.address, expected)
    let entries = expected["entries"] as? [[String: Any]] ?? []
    try #require(feed.items.count == entries.count)
    for (item, expected) in zip(feed.items, entries) {
      let content = expected["content"] as? [String: Any]
      let source = expected["source"] as? [String: Any] ?? [:]
      let people = Self.people(expected)
      let categories = (expected["categories"] as? [[String: Any]] ?? [])
        .compactMap { Self.string($0["label"]) ?? Self.string($0["term"]) }
      #expect(Self.bare(item.title?.value) == Self.bare(Self.string(expected["title"])))
      #expect(item.id == Self.string(expected["id"]))
      #expect(item.published == Self.string(expected["published"]))
      #expect(item.updated == Self.string(expected["updated"]))
      #expect(
        item.published.flatMap(FeedDate.init)?.instant == Self.instant(expected, "publishedParsed"))
      #expect(
        item.updated.flatMap(FeedDate.init)?.instant == Self.instant(expected, "updatedParsed"))
      #expect(item.authors == (people.isEmpty ? Self.people(source) : people))
      #expect(item.categories == categories)
      #expect(Self.bare(item.content?.value) == Self.bare(Self.string(content?["value"])))
      #expect(Self.bare(item.summary?.value) == Self.bare(Self.string(expected["summary"])))
      Self.expectLink(item.link, expected)
    }
  }

  private static func people(_ object: [String: Any]) -> [String] {
    (object["authors"] as? [[String: Any]] ?? []).compactMap {
      string($0["name"]) ?? string($0["email"])
    }
  }

  private static func expectLink(_ link: String?, _ expected: [String: Any]) {
    let links = (expected["links"] as? [[String: Any]] ?? []).compactMap { string($0["href"]) }
    if links.isEmpty { #expect(link == nil) } else { #expect(link.map(links.contains) == true) }
  }

  @Test(
    "gofeed's modules", .serialized,
    arguments: ["dublincore", "itunes", "media"].flatMap {
      cases("gofeed/testdata/extensions/\($0)", ".xml")
    })
  func modules(url: URL) throws {
    let feed = try Feed(Array(Data(contentsOf: url)))
    let expected = try Self.object(url.deletingPathExtension().appendingPathExtension("json"))
    let items = expected["items"] as? [[String: Any]] ?? []
    #expect(feed.head.title?.value == Self.string(expected["title"]))
    try #require(feed.items.count == items.count)
    for (item, expected) in zip(feed.items, items) {
      #expect(item.title?.value == Self.string(expected["title"]))
      #expect(item.summary?.value == Self.string(expected["description"]))
      #expect(item.published == Self.string(expected["published"]))
      // gofeed takes the first of several creators alone.
      #expect(item.authors.first == Self.people(expected).first)
      #expect(item.categories == expected["categories"] as? [String] ?? [])
    }
  }

  @Test(
    "gofeed's JSON feeds", .serialized,
    arguments: cases("gofeed/testdata/parser/json", "expected.json"))
  func json(url: URL) throws {
    let given = URL(filePath: url.path.replacing("_expected", with: ""))
    let feed = try Feed(Array(Data(contentsOf: given)))
    let expected = try Self.object(url)
    #expect(feed.head.title?.value == Self.string(expected["title"]))
    #expect(feed.head.link == Self.string(expected["home_page_url"]))
    #expect(feed.head.address == Self.string(expected["feed_url"]))
    let items = expected["items"] as? [[String: Any]] ?? []
    try #require(feed.items.count == items.count)
    for (item, expected) in zip(feed.items, items) {
      #expect(item.id == Self.string(expected["id"]) && item.link == Self.string(expected["url"]))
      #expect(item.title?.value == Self.string(expected["title"]))
      #expect(item.content?.value == Self.string(expected["content_html"]))
      #expect(item.summary?.value == Self.string(expected["summary"]))
      #expect(item.published == Self.string(expected["date_published"]))
      #expect(item.updated == Self.string(expected["date_modified"]))
      #expect(item.categories == expected["tags"] as? [String] ?? [])
      let author = expected["author"] as? [String: Any]
      #expect(item.authors == [Self.string(author?["name"])].compactMap { $0 })
    }
  }

  @Test(
    "gofeed's feeds of all formats are told apart by content",
    .serialized, arguments: cases("gofeed/testdata/parser/universal", ""))
  func universal(url: URL) throws {
    let name = url.lastPathComponent
    let bytes = Array(try Data(contentsOf: url))
    if ["unknown", "empty", "invalid"].contains(where: name.hasPrefix) {
      #expect(throws: Refusal.Reason.self) { try Feed(bytes) }
      return
    }
    let feed = try Feed(bytes)
    let prefix = feed.format.rawValue
    #expect(name.hasPrefix(prefix) || name == "sample.json" && feed.format == .json)
  }

  @Test(
    "FeedKit's feeds are read", .serialized,
    arguments: cases("feedkit/Tests/FeedKitTests/Resources/xml", ".xml")
      + cases("feedkit/Tests/FeedKitTests/Resources/json", ".json"))
  func feedKit(url: URL) throws {
    let bytes = Array(try Data(contentsOf: url))
    if url.lastPathComponent == "FeedNotFound.xml" {
      #expect(throws: Refusal.Reason.self) { try Feed(bytes) }
      return
    }
    let feed = try Feed(bytes)
    let marks = ["<item>", "<item ", "<entry>", "\"content_html\""]
    let text = String(decoding: bytes, as: UTF8.self)
    let count = marks.reduce(0) { $0 + text.ranges(of: $1).count }
    #expect(feed.items.count == count)
  }
}
