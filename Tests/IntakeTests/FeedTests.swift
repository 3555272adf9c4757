import Testing

@testable import Intake

private func feed(_ text: String) throws -> Feed { try Feed(Array(text.utf8)) }

@Suite("Feeds")
struct FeedTests {
  @Test("RSS gives its title, and each item with link, date, author and body")
  func rss() throws {
    let feed = try feed(
      """
      <?xml version="1.0"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
        xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel><title>Harbour News</title><link>https://example.org/</link>
      <item><title>Ferry &amp; crew safe</title><link>https://example.org/1</link>
        <guid isPermaLink="false">n1</guid><pubDate>Fri, 02 Nov 2018 22:22:00 +0400</pubDate>
        <dc:creator>Ada Quist</dc:creator><category>Port</category>
        <description>Short.</description>
        <content:encoded><![CDATA[<p>The ferry left.</p><p>Nobody was hurt.</p>]]></content:encoded>
      </item></channel></rss>
      """)
    #expect(feed.format == .rss)
    #expect(feed.head.title?.value == "Harbour News" && feed.head.link == "https://example.org/")
    let item = try #require(feed.items.first)
    #expect(item.title?.value == "Ferry & crew safe" && item.link == "https://example.org/1")
    #expect(item.id == "n1" && item.authors == ["Ada Quist"] && item.categories == ["Port"])
    #expect(item.summary?.value == "Short.")
    #expect(item.body?.value == "<p>The ferry left.</p><p>Nobody was hurt.</p>")
    #expect(
      item.published.flatMap(FeedDate.init)?.stamp
        == .init(start: "2018-11-02T22:22+04:00", grain: .minute))
    #expect(feed.warnings.isEmpty)
  }

  @Test("Atom gives the alternate link, XHTML without its wrapping, and the source's authors")
  func atom() throws {
    let feed = try feed(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.org/a/" xml:lang="az">
      <title>Port</title><link rel="self" href="feed.xml"/><link href="/"/>
      <entry><title type="html">A &lt;b&gt;bold&lt;/b&gt; move</title><id>x</id>
      <link rel="enclosure" href="film.mp4"/><link rel="alternate" href="1.html"/>
      <source><author><name>Ada Quist</name></author></source>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One &amp; two.</p><br/></div></content>
      </entry></feed>
      """)
    #expect(feed.head.address == "https://example.org/a/feed.xml" && feed.head.language == "az")
    let item = try #require(feed.items.first)
    #expect(item.link == "https://example.org/a/1.html" && item.authors == ["Ada Quist"])
    #expect(item.title == Feed.Text("A <b>bold</b> move", isMarkup: true))
    #expect(item.content?.value == "<p>One &amp; two.</p><br>")
  }

  @Test("a news sitemap is a list of dated headlines; a list of sitemaps is refused")
  func sitemap() throws {
    let feed = try feed(
      """
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
        xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
      <url><loc>https://example.org/1</loc><news:news><news:publication><news:name>Port</news:name>
      <news:language>en</news:language></news:publication>
      <news:publication_date>2021-02-03</news:publication_date>
      <news:title>Ferry leaves</news:title></news:news></url></urlset>
      """)
    let item = try #require(feed.items.first)
    #expect(item.title?.value == "Ferry leaves" && item.link == "https://example.org/1")
    #expect(item.published == "2021-02-03" && item.language == "en")
    #expect(throws: Refusal.Reason.notAFeed("a list of sitemaps")) {
      try Feed(Array("<sitemapindex><sitemap><loc>x</loc></sitemap></sitemapindex>".utf8))
    }
  }

  @Test("a JSON feed is read item by item, and a broken item costs no other")
  func json() throws {
    let feed = try feed(
      """
      {"version": "https://jsonfeed.org/version/1.1", "title": "Port", "items": [
        {"id": 7, "url": "https://example.org/7", "title": "T", "content_html": "<p>B</p>",
         "authors": [{"name": "Ada Quist"}], "date_published": "2021-02-03T04:05:06Z"},
        {"id": "8", "title": 5}]}
      """)
    #expect(feed.items.map(\.id) == ["7"] && feed.items.first?.authors == ["Ada Quist"])
    #expect(feed.warnings.count == 1)
  }

  @Test(
    "markup that XML forbids is mended",
    arguments: [
      ("Fish & chips", "Fish & chips"), ("caf&eacute;&nbsp;noir", "café\u{A0}noir"),
      ("a\u{1}b", "ab"), ("x &bogus; y", "x &bogus; y"), ("&#233;&#xE9;&#0;", "éé&#0;"),
      ("?a=1&copy=2", "?a=1&copy=2"), ("<![CDATA[R&D &amp; more]]>", "R&D &amp; more"),
    ])
  func mended(written: String, read: String) throws {
    let feed = try feed("  <rss><channel><title>\(written)</title></channel></rss>")
    #expect(feed.head.title?.value == read)
    #expect(feed.warnings.isEmpty)
  }

  @Test("a feed that is cut gives what is there, and says so")
  func cut() throws {
    let feed = try feed("<rss><channel><item><title>One</title></item><item><title>Tw")
    #expect(feed.items.compactMap { $0.title?.value } == ["One", "Tw"])
    #expect(feed.warnings.count == 1)
  }

  @Test("entities that a feed defines are not expanded, and none is fetched")
  func entities() throws {
    let feed = try feed(
      """
      <!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">
        <!ENTITY file SYSTEM "file:///etc/passwd"><!-- it's ]> -->]>
      <rss><channel><title>&b;&file;</title></channel></rss>
      """)
    #expect(feed.head.title?.value == "&b;&file;")
  }

  @Test(
    "what is no feed is refused by what it is",
    arguments: ["<note><to>A</to></note>", "{\"verion\": \"1.0\"", "{\"a\": 1}", "plain", "<!--"])
  func refused(text: String) {
    #expect(throws: Refusal.Reason.self) { try feed(text) }
  }

  @Test(
    "dates are read in the forms that feeds write",
    arguments: [
      ("Sun, 06 Jul 2014 12:56:00 GMT", "2014-07-06T12:56Z"),
      ("6 Jul 14 12:56 EST", "2014-07-06T12:56-05:00"),
      ("Sunday, 06-Jul-14 12:56:00 +0430", "2014-07-06T12:56+04:30"),
      ("2014-07-06T12:56:00.123+04:00", "2014-07-06T12:56+04:00"), ("2014-07-06", "2014-07-06"),
      ("2014-07-06 12:56:00", "2014-07-06T12:56"), ("2014-07-06T12:56Z", "2014-07-06T12:56Z"),
      ("31 Feb 2014 10:00 GMT", nil), ("yesterday", nil), ("", nil), ("2014-13-01", nil),
    ] as [(String, String?)])
  func dates(text: String, stamp: String?) {
    #expect(FeedDate(text)?.stamp.start == stamp)
  }

  @Test("a feed becomes its list, then each item with a body, named by its address")
  func captures() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "feed.dat",
      """
      <rss><channel><title>T</title>
      <item><title>A</title><link>https://example.org/a</link></item>
      <item><title>B</title><link>https://example.org/b</link>
        <content:encoded>&lt;p&gt;Body.&lt;/p&gt;</content:encoded></item>
      <item><title>C</title><description>\(String(repeating: "words ", count: 300))</description></item>
      </channel></rss>
      """)
    let captures = try Array(Intake().captures(of: [path])).map { try $0.get() }
    #expect(captures.map(\.input) == [path, "https://example.org/b", "\(path)#3"])
    #expect(captures.allSatisfy { $0.kind == .feed })
    #expect(captures.map(\.fields.url) == [nil, "https://example.org/b", nil])
  }
}
