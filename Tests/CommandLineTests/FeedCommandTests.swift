import Foundation
import Testing

/// Feeds and web archives are inputs of the commands.
struct FeedCommandTests {
  private static let feed = """
    <?xml version="1.0" encoding="utf-8"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
    <title>Harbour News</title><link>https://news.example.org/</link><language>en-gb</language>
    <item><title>Old pier closes</title><link>https://news.example.org/1</link>
      <pubDate>Thu, 01 Nov 2018 10:00:00 GMT</pubDate></item>
    <item><title>VIDEO: Norway condemns &lt;i&gt;the&lt;/i&gt; attack</title>
      <link>https://news.example.org/2</link><author>desk@example.org (Ada Quist)</author>
      <pubDate>Fri, 02 Nov 2018 22:22:00 +0400</pubDate>
      <content:encoded><![CDATA[<p>Norway condemned the attack.</p><p>Iceland did, too.</p>]]></content:encoded>
    </item></channel></rss>
    """

  @Test("A feed is its list, newest first, and a document an item with a body")
  func list() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let path = try scratch.text("feed.html", Self.feed)
    for arguments in [["page", path], ["page", "--input", "feed", path]] {
      let outcome = try Binary.run(
        [Binary.folder.appendingPathComponent("newsline").path] + arguments, in: scratch.folder)
      #expect(outcome.status == 0)
      let objects = try outcome.objects
      try #require(objects.count == 2)
      #expect(objects[0]["title"] as? String == "Harbour News")
      #expect(objects[0]["language"] as? String == "en-GB")
      #expect(objects[0]["text"] as? String == "")
      let lines = objects[0]["news_line"] as? [[String: Any]] ?? []
      #expect(
        lines.map { $0["title"] as? String } == ["Norway condemns the attack", "Old pier closes"])
      #expect(lines.first?["marks"] as? [String] == ["video"])
      #expect(
        (lines.first?["published"] as? [String: Any])?["start"] as? String
          == "2018-11-02T22:22+04:00")
      #expect(objects[1]["input"] as? String == "https://news.example.org/2")
      #expect(objects[1]["canonical_url"] as? String == "https://news.example.org/2")
      #expect(objects[1]["authors"] as? [String] == ["Ada Quist"])
      #expect(
        objects[1]["text"] as? String == "Norway condemned the attack.\n\nIceland did, too.")
    }
  }

  @Test("An item of a feed is coded as an article is")
  func coded() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let outcome = try Binary.newsline("code", scratch.text("feed.xml", Self.feed))
    #expect(outcome.status == 0)
    let objects = try outcome.objects
    #expect((objects.last?["events"] as? [Any])?.isEmpty == false)
    try Schema.expectRecords(outcome)
  }

  @Test("A broken record of an archive is named with its byte, and the others are done")
  func archive() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    func record(_ number: Int) -> String {
      let block =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Norway condemned attack \(number).</p>"
      return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/\(number)\r\n"
        + "Content-Length: \(block.utf8.count)\r\n\r\n\(block)\r\n\r\n"
    }
    let path = try scratch.text(
      "crawl.warc", record(1) + "WARC/1.0\r\nWARC-Type: response\r\n\r\n" + record(2))
    let outcome = try Binary.newsline("code", path)
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("\(path)@\(record(1).utf8.count): the record has no"))
    #expect(outcome.error.contains("2 pages, 0 passed over, 1 broken"))
    #expect(
      try outcome.objects.map { $0["url"] as? String } == [
        "https://example.org/1", "https://example.org/2",
      ])
    try Schema.expectRecords(outcome)
  }
}
