import Testing

@testable import Pages

@Suite("Days of HTML pages")
struct DayTests {
  @Test(
    "the day that a page shows by its title outweighs what may tell of something else",
    arguments: [
      // A meta that says no more than "date" is often the content system's own.
      (
        "<meta name=\"date\" content=\"2021-03-09T11:02:44+01:00\">",
        "<p><time datetime=\"2021-03-04\">4 March 2021</time></p>"
      ),
      ("<meta name=\"dcterms.date\" content=\"2021-03-09T09:43+01:00\">", "<p>4 March 2021</p>"),
      // The meta that names publishing and the page agree against linked data.
      (
        """
        <meta property="article:published_time" content="2021-03-04T08:29:34">
        <script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2021-03-01T07:29:00Z"}</script>
        """, "<p class=\"info\">04.03.2021</p>"
      ),
      // A year that stands first leaves no doubt of the month.
      (
        "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\":\"2021-03-04T05:00:14\"}</script>",
        "<p>03/04/2021</p>"
      ),
    ])
  func shown(head: String, top: String) throws {
    let start = try read(Prose.page(head: head, top: top)).published?.start ?? ""
    #expect(start.hasPrefix("2021-03-04"), "\(start)")
  }

  @Test("linked data alone stand against a page that shows the day of its last change")
  func linked() throws {
    let head =
      "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\":\"2021-03-04T08:00:00Z\"}</script>"
    let page = try read(Prose.page(head: head, top: "<p>9 March 2021</p>"))
    #expect(page.published?.start == "2021-03-04T08:00Z")
  }

  @Test(
    "the day of a teaser, a picture or a comment is not the article's",
    arguments: [
      // Teasers that are bylines by their classes, below a list.
      (
        "<div class=\"info\">Press release <span>4 March 2021</span></div>",
        "<ul>\(String(repeating: "<li><a href=\"/k\">A word</a></li>", count: 120))</ul><div class=\"byline\">Report<i>9 March 2021</i></div><h3><a href=\"/b\">Nine lamps burn again</a></h3>"
      ),
      // The caption of a picture in the text.
      (
        "<figure><img src=\"a.jpg\"><figcaption>The quay of Lindow, 2 March 2021</figcaption></figure>",
        "<ul><li>Date 4 March 2021</li></ul>"
      ),
      // A heading below the text bears the day of what it heads.
      (
        "",
        "<ul><li>Date 4 March 2021</li></ul><h2>Nine lamps of the quay burn again <span>2 March 2021</span></h2>"
      ),
      // Where the only time is a comment's.
      (
        "<div class=\"meta\">Home | 4 March 2021</div>",
        "<div class=\"comments\"><p>Well said.</p><abbr title=\"2021-03-09T10:57:27Z\">9 March</abbr></div>"
      ),
    ])
  func foreign(top: String, end: String) throws {
    let page = try read(
      """
      <html lang="en"><head><title>Storm closes Lindow harbour</title></head><body><main>
      <h1>Storm closes Lindow harbour</h1>\(top)<div class="text"><p>\(Prose.first)</p><p>\(Prose.second)</p></div>
      \(end)</main></body></html>
      """)
    #expect(page.published?.start == "2021-03-04")
  }

  @Test("a comment's time is told where the page has no other")
  func comment() throws {
    let end =
      "<div class=\"comments\"><p>Well said.</p><time datetime=\"2021-03-09\">x</time></div>"
    #expect(try read(Prose.page(end: end)).published?.start == "2021-03-09")
  }

  @Test(
    "what stands between the title and the text is the article's, in whatever elements",
    arguments: [
      // An article element that holds the title alone, of the class of a commentary.
      """
      <article class="HeaderComment"><h1>Storm closes Lindow harbour</h1>
      <div class="HeaderComment_date">Thursday, 4 March 2021</div></article>
      """,
      // In the heading itself.
      "<div><h1>Storm closes Lindow harbour<br><small>04.03.2021 • Harbour</small></h1></div>",
    ])
  func between(top: String) throws {
    let quoted =
      "<blockquote><p>A post of the port's, shared on 2 January 2020 at noon by all of its hands.</p></blockquote>"
    let page = try read(
      """
      <html lang="en"><head><title>Storm closes Lindow harbour</title></head><body>\(top)
      <div class="text"><p>\(Prose.first)</p><p>\(Prose.second)</p>\(quoted)</div></body></html>
      """)
    #expect(page.published?.start == "2021-03-04")
  }

  @Test("a menu that links to the article doesn't stand for its title")
  func menu() throws {
    let item =
      "<li><h2><a href=\"/a\">Storm closes Lindow harbour</a></h2><p class=\"meta\"><span>9 January 2021</span></p></li>"
    let head = "<meta property=\"article:published_time\" content=\"2021-03-04\">"
    let page = try read(
      """
      <html lang="en"><head><title>Storm closes Lindow harbour</title>\(head)</head><body><ul>\(item)</ul><article>
      <h1>Storm closes Lindow harbour</h1><p>\(Prose.first)</p><p>\(Prose.second)</p></article></body></html>
      """)
    #expect(page.published?.start == "2021-03-04")
    #expect(page.text == [Prose.first, Prose.second].joined(separator: "\n\n"))
  }

  @Test("what happened last on a day is no change of the page")
  func lastSeen() throws {
    let seen = "<p>Die Frau wurde zuletzt am 3. März 2021 gesehen.</p>"
    let page = try read(Prose.page(top: "<p>4. März 2021</p>", middle: seen))
    #expect(page.published?.start == "2021-03-04")
    #expect(page.updated == nil)
  }

  @Test("a wiki's page was changed on the day that its foot names")
  func wiki() throws {
    let text =
      "The masters of the port have met there every year since the storm of 5 February 2020, as the keepers of its books wrote down with some care, and with more words than most people would have found for it."
    let page = try read(
      """
      <html lang="de"><head><title>Hafen</title></head><body><div><h1>Hafen von Lindow</h1><p>\(text)</p></div>
      <ul><li>Diese Seite wurde zuletzt am 4. März 2021 um 13:22 Uhr geändert.</li></ul></body></html>
      """)
    #expect(page.published?.start == "2021-03-04T13:22")
  }
}
