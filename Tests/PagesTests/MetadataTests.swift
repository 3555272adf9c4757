import Record
import Testing

@testable import Pages

@Suite("Metadata of HTML pages")
struct MetadataTests {
  @Test(
    "authors are people, one an entry, wherever the page names them",
    arguments: [
      ("", "<div class=\"c-byline__author-name\">Ada Quist</div>", ["Ada Quist"]),
      ("", "<p>By <a href=\"/author/ada-quist/\">Ada Quist</a></p>", ["Ada Quist"]),
      (
        "",
        "<div class=\"author-name\">By<a href=\"/p/1\">Ada Quist</a><span class=\"author-title\">Staff Writer</span></div>",
        ["Ada Quist"]
      ),
      (
        "", "<div class=\"bylines\"><a>Ada Quist</a> and <a>Tom Berg</a>, Reuters</div>",
        ["Ada Quist", "Tom Berg"]
      ),
      ("<meta value=\"Ada Quist\" name=\"author\">", "", ["Ada Quist"]),
      ("<meta name=\"author\" content=\"Quist, Ada\">", "", ["Ada Quist"]),
      ("<meta name=\"author\" content=\"Ada Quist (Lindow, correspondent)\">", "", ["Ada Quist"]),
      ("<meta name=\"author\" content=\"https://network.example/AdaQuistWriter\">", "", []),
      (
        "<meta name=\"author\" content=\"Lindow Courier\"><meta property=\"og:site_name\" content=\"Lindow Courier\">",
        "", []
      ),
      ("<meta name=\"author\" content=\"courier\">", "<p>Von Ada Quist</p>", ["Ada Quist"]),
      ("", "<p>Posted on 4 March 2021 by Ada Quist</p>", ["Ada Quist"]),
      ("", "<p>Ein Artikel von Ada Quist | 04.03.2021</p>", ["Ada Quist"]),
      (
        "<meta name=\"author\" content=\"Ada Quist And Tom Berg For The Courier\">", "",
        ["Ada Quist", "Tom Berg"]
      ),
      ("", "<p>著者：松田花子</p>", ["松田花子"]),
      (
        """
        <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","author":{"@id":"#a"}},
        {"@type":"Person","@id":"#a","name":"Ada Quist"}]}</script>
        """, "", ["Ada Quist"]
      ),
    ])
  func authors(head: String, top: String, names: [String]) throws {
    #expect(try read(Prose.page(head: head, top: top)).authors == names)
  }

  @Test(
    "the agency whose report it is is credited",
    arguments: [
      ("", "LINDOW, March 4 (Reuters) - \(Prose.first)", "", "Reuters"),
      ("", Prose.first, "<p>(dpa/afp)</p>", "dpa"),
      ("<meta name=\"author\" content=\"Associated Press\">", Prose.first, "", "AP"),
      ("", "\(Prose.first) The report (Reuters) was denied.", "", nil),
      ("", Prose.first, "", nil),
    ] as [(String, String, String, String?)])
  func credit(head: String, opening: String, end: String, name: String?) throws {
    let page = try read(
      "<html><head>\(head)</head><body><article><p>\(opening)</p><p>\(Prose.second)</p>\(end)</article></body></html>"
    )
    #expect(page.credit == name)
  }

  @Test("the lead image's address is made whole")
  func image() throws {
    let head =
      "<meta property=\"og:image\" content=\"/i/crane.jpg\"><link rel=\"canonical\" href=\"https://x.org/a/storm\">"
    #expect(try read(Prose.page(head: head)).image == "https://x.org/i/crane.jpg")
    let linked =
      "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"image\":[{\"url\":\"https://x.org/b.jpg\"}]}</script>"
    #expect(try read(Prose.page(head: linked)).image == "https://x.org/b.jpg")
  }

  @Test("a declared language that the text contradicts yields to the text's, but not to near kin's")
  func language() throws {
    let german = Array(
      repeating:
        "Der Hafen wurde am Montag geschlossen, weil ein Sturm zwei Kräne von den Schienen gerissen hat und nicht mehr fährt.",
      count: 4
    ).joined(separator: "</p><p>")
    func page(_ declared: String) -> String {
      "<html lang=\"\(declared)\"><body><article><p>\(german)</p></article></body></html>"
    }
    #expect(try read(page("en-US")).language == "de")
    #expect(try read(page("de-AT")).language == "de-AT")
    #expect(try read(page("lb")).language == "lb")
  }

  @Test(
    "the day is taken from the surest place that names one",
    arguments: [
      (
        "<link rel=\"canonical\" href=\"https://x.org/2021/03/04/storm\">",
        "<time datetime=\"2009-01-01\">x</time>", "2021-03-04"
      ),
      ("<link rel=\"canonical\" href=\"https://x.org/storm-04-03-2021\">", "", "2021-03-04"),
      ("", "<time datetime=\"2021-03-08T10:00:00Z\">Published 4 March 2021</time>", "2021-03-04"),
      (
        "<meta property=\"og:image\" content=\"https://x.org/i/2021/03/04/a.jpg\">", "",
        "2021-03-04"
      ),
      ("", "<p>4 mars 2021, 12h30</p>", "2021-03-04T12:30"),
      ("", "<p>4 mart 2021, 12:30</p>", "2021-03-04T12:30"),
      ("", "<p>۱۴ اسفند ۱۳۹۹</p>", "2021-03-04"), ("", "<p>04.03.2021</p>", "2021-03-04"),
    ])
  func day(head: String, top: String, start: String) throws {
    #expect(try read(Prose.page(head: head, top: top)).published?.start == start)
  }

  @Test(
    "the title is the article's, not the site's heading",
    arguments: [
      (
        "<title>The Lindow Diary - Two cranes come back to the quay</title>",
        "<h1>The Lindow Diary</h1><h2>Two cranes come back to the quay</h2>",
        "Two cranes come back to the quay"
      ),
      (
        "<title>Two cranes come back to the quay | Courier</title>", "<h1>Original text</h1>",
        "Two cranes come back to the quay"
      ),
      (
        "<title>Courier</title>",
        "<h1>Two cranes come back to the quay</h1><h1>Two cranes come back to the quay</h1>",
        "Two cranes come back to the quay"
      ),
      (
        """
        <meta property="og:title" content="Two cranes come back to the quay of Lindow">
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"Two cranes come back to the"}</script>
        """, "<h1>Two cranes come back to the quay of Lindow</h1>",
        "Two cranes come back to the quay of Lindow"
      ),
    ])
  func titles(head: String, top: String, title: String) throws {
    let page = try read(
      "<html><head>\(head)</head><body>\(top)<div class=\"text\"><p>\(Prose.first)</p><p>\(Prose.second)</p></div></body></html>"
    )
    #expect(page.title == title)
  }

  @Test(
    "an article is signed by a name alone in bold or italics",
    arguments: [
      ("<p><b><i>Ada Quist</i></b></p>", ["Ada Quist"]), ("<p>Ada Quist</p>", []),
      ("<p><b>The End</b></p>", []), ("<p><b>Ada Quist</b> wrote it.</p>", []),
    ])
  func signature(end: String, names: [String]) throws {
    let page = try read(Prose.page(end: end))
    #expect(page.authors == names)
    #expect(names.isEmpty || page.text == Prose.text)
  }

  @Test("of several authors' metas the one that the rights are reserved for is the publisher's")
  func rights() throws {
    let head =
      "<meta name=\"author\" content=\"Quist Marby\"><meta name=\"copyright\" content=\"(c) Quist Marby 2022\">"
    let author = "<meta name=\"article:author\" content=\"Tom Berg\">"
    #expect(try read(Prose.page(head: head + author)).authors == ["Tom Berg"])
    #expect(try read(Prose.page(head: head)).authors == ["Quist Marby"])
  }

  @Test(
    "the day is the article's own, not that of something else on the page",
    arguments: [
      // What is quoted, and what is listed far below.
      (
        "", "<p>4 March 2021</p>",
        "<blockquote><p>A post</p><time datetime=\"2020-01-02\">2 January 2020</time></blockquote>",
        "2021-03-04"
      ),
      // A label tells which of two days it is.
      ("", "<p>Last updated: 6 March 2021<br>Published on: 4 March 2021</p>", "", "2021-03-04"),
      // The page shows which of the two is the month.
      (
        "<meta name=\"date\" content=\"03/04/2021 12:43:42\">", "<p>4 March 2021</p>", "",
        "2021-03-04"
      ),
      // hAtom.
      (
        "", "<abbr class=\"published\" title=\"2021-03-04T18:52:11\">on Thursday</abbr>", "",
        "2021-03-04"
      ),
      // Another item's time is none for the article's, whatever its zone.
      (
        "<meta property=\"article:published_time\" content=\"2021-03-04T04:41:58Z\">", "",
        "<time datetime=\"2021-03-03T18:23:17+01:00\">3 March 2021</time>", "2021-03-04"
      ),
      // The address agrees with the time in UTC: the day beside it is today's.
      (
        "<link rel=\"canonical\" href=\"https://x.org/2021/03/04/storm\"><meta property=\"article:published_time\" content=\"2021-03-04T13:01:18+00:00\">",
        "<div class=\"today\">5 March 2021</div>", "", "2021-03-04"
      ),
      // A day alone in a meta is often that of the last change.
      ("<meta name=\"date\" content=\"2021-03-06\">", "<p>4 March 2021</p>", "", "2021-03-04"),
      (
        "<meta name=\"date\" content=\"2021-03-04\">", "", "<aside><p>6 March 2021</p></aside>",
        "2021-03-04"
      ),
      // A comment's time, and a teaser's.
      (
        "", "",
        "<p class=\"end\">This article was set down here on 4 March 2021 at 14:48 by the port's own office of words.</p><div class=\"comments\"><div class=\"comment\"><p>7 March 2021</p></div></div>",
        "2021-03-04"
      ),
      (
        "", "<p>4 March 2021. \(Prose.first)</p>",
        "<a href=\"/b\"><h3>Nine lamps of the quay burn again</h3><p>2 January 2020</p></a>",
        "2021-03-04"
      ),
      (
        "<script type=\"application/json\">{\"review\": {\"publishedDate\":\"2021-03-04T20:37:27Z\", \"pad\": \"\(Prose.first)\"}}</script>",
        "", "", "2021-03-04"
      ),
      (
        "<script>var page = {\"id\": 1234567890, \"title\": \"Storm closes Lindow harbour\", \"publishedAt\": \"2021-03-04T10:00:00Z\"}</script>",
        "", "", "2021-03-04"
      ),
    ])
  func ownDay(head: String, top: String, end: String, day: String) throws {
    let page = try read(Prose.page(head: head, top: top, end: end))
    #expect(page.published?.start.hasPrefix(day) == true, "\(page.published?.start ?? "none")")
  }
}
