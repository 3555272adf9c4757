import Testing

@testable import Pages

@Suite("Authors of HTML pages")
struct AuthorTests {
  private static func linked(_ author: String) -> String {
    "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"author\":{\"@type\":\"Person\",\"name\":\"\(author)\"}}</script>"
  }

  @Test(
    "a single word is a name where it is introduced as one or leads to its author's page",
    arguments: [
      (
        "<span class=\"author vcard\"><a rel=\"author\" href=\"/author/tom\">tom</a></span>",
        ["tom"]
      ),
      ("<span class=\"author vcard\"><a href=\"/author/tom\">Tom</a></span>", ["Tom"]),
      ("<span class=\"documentAuthor\">erstellt von <a href=\"/t\">Tom</a></span>", ["Tom"]),
      ("<span class=\"documentAuthor\">Tom</span>", []),
      (
        "<div class=\"byline\"><a href=\"/author/a\">Ada Quist</a> <a href=\"/author/l\">Lindow</a></div>",
        ["Ada Quist"]
      ),
    ])
  func singleWords(top: String, names: [String]) throws {
    #expect(try read(Prose.page(top: top)).authors == names)
  }

  @Test("names of comments and of other articles are no authors")
  func foreign() throws {
    let comments =
      "<div class=\"comments\"><div class=\"comment\"><span class=\"author\">Otto Marn</span><p>Well said.</p></div></div>"
    let teaser =
      "<a href=\"/b\"><h3>Nine lamps of the quay burn again</h3><div class=\"author\">Von Otto Marn</div></a>"
    #expect(try read(Prose.page(end: comments)).authors.isEmpty)
    #expect(try read(Prose.page(end: teaser)).authors.isEmpty)
  }

  @Test(
    "the metas or the byline that name more people than linked data are followed",
    arguments: [
      ("<meta name=\"author\" content=\"Ada Quist, Tom Berg\">", ""),
      ("", "<div class=\"byline\"><a>Ada Quist</a>, <a>Tom Berg</a></div>"),
    ])
  func more(head: String, top: String) throws {
    let page = try read(Prose.page(head: Self.linked("Ada Quist") + head, top: top))
    #expect(page.authors == ["Ada Quist", "Tom Berg"])
  }

  @Test("metas and byline together outweigh linked data that name another")
  func outweighed() throws {
    let head = Self.linked("Otto Marn") + "<meta name=\"author\" content=\"Ada Quist\">"
    let top = "<div class=\"byline\"><a>Ada Quist</a></div>"
    #expect(try read(Prose.page(head: head, top: top)).authors == ["Ada Quist"])
    #expect(try read(Prose.page(head: head)).authors == ["Otto Marn"])
  }

  @Test("a first name in data is told whole by the byline")
  func firstName() throws {
    let top = "<div class=\"author\">Ada Quist</div>"
    #expect(try read(Prose.page(head: Self.linked("Ada"), top: top)).authors == ["Ada Quist"])
  }

  @Test("what metas for networks label as the author is one")
  func labelled() throws {
    let head =
      "<meta name=\"twitter:label1\" content=\"Written by\"><meta name=\"twitter:data1\" content=\"Ada Quist\">"
      + "<meta name=\"twitter:label2\" content=\"Reading time\"><meta name=\"twitter:data2\" content=\"Two Minutes\">"
    #expect(try read(Prose.page(head: head)).authors == ["Ada Quist"])
  }

  @Test(
    "houses, offices and other people's crafts are taken off",
    arguments: [
      ("Ada Quist, LINDOW RADIO", ["Ada Quist"]),
      ("Ada Quist, Projektleiterin der LKW", ["Ada Quist"]),
      ("Ada Quist Illustration: Tom Berg", ["Ada Quist"]), ("Lindower Landesanstalt für Kräne", []),
      ("L-LAMP – Das Magazin für Lampen", []), ("신현주 기자", ["신현주"]), ("About The Author", []),
      ("ADA QUIST and TOM BERG", ["ADA QUIST", "TOM BERG"]),
    ])
  func houses(text: String, names: [String]) throws {
    let head = "<meta name=\"author\" content=\"\(text)\">"
    #expect(try read(Prose.page(head: head)).authors == names)
  }

  @Test(
    "a name below a label of its own is the author's",
    arguments: [
      ("<h5>Autor: </h5>Ada Quist/SP-X<br>", ["Ada Quist"]),
      ("<p>By</p><p>Ada Quist</p>", ["Ada Quist"]),
      ("<div>DE</div><div>English Text</div>", []), ("<p>(责编：牛镛、岳弘彬)</p>", ["牛镛", "岳弘彬"]),
    ])
  func labels(top: String, names: [String]) throws {
    #expect(try read(Prose.page(top: "<div>\(top)</div>")).authors == names)
  }

  @Test("an article may be signed by several, above its first long paragraph")
  func signedAbove() throws {
    let page = Prose.page(top: "").replacing(
      "<p>\(Prose.first)",
      with: "<p><strong>Ada Quist/Tom Berg</strong></p><p>\(Prose.first) \(Prose.second)")
    #expect(try read(page).authors == ["Ada Quist", "Tom Berg"])
  }

  @Test("who is a person and an organisation in linked data is a person, though the site is theirs")
  func own() throws {
    let head = """
      <script type="application/ld+json">{"@graph":[
      {"@type":"NewsArticle","author":{"@id":"#a"},"publisher":{"@id":"#a"}},
      {"@type":["Person","Organization"],"@id":"#a","name":"Ada Quist"}]}</script>
      """
    #expect(try read(Prose.page(head: head)).authors == ["Ada Quist"])
  }

  @Test("where linked data name a house as the author who created the article is asked for")
  func creator() throws {
    let head = """
      <script type="application/ld+json">{"@type":"NewsArticle",
      "author":{"@type":"Organization","name":"Lindow Courier"},"creator":["Ada Quist"]}</script>
      """
    #expect(try read(Prose.page(head: head)).authors == ["Ada Quist"])
  }

  @Test("the byline that markup shows stands above what metas for networks label")
  func shown() throws {
    let head =
      "<meta name=\"twitter:label1\" content=\"Written by\"><meta name=\"twitter:data1\" content=\"Otto Marn\">"
    let top = "<div><span>By</span> <a class=\"author-link\">Ada Quist</a></div>"
    #expect(try read(Prose.page(head: head, top: top)).authors == ["Ada Quist"])
  }

  @Test("names in elements of their own are several, though blanks alone part them")
  func apart() throws {
    let top =
      "<div class=\"byline\"><span>Ada Quist</span> <span>Tom Berg</span> <span>Otto van Marn</span></div>"
    #expect(try read(Prose.page(top: top)).authors == ["Ada Quist", "Tom Berg", "Otto van Marn"])
  }

  @Test(
    "what stands beside a name in data is no part of it",
    arguments: [
      ("Ada Quist @adaquist", ["Ada Quist"]), ("'Ada Quist'", ["Ada Quist"]),
      ("‘Ada Quist’", ["Ada Quist"]), ("“Ada Quist", ["Ada Quist"]), ("„Ada Quist“", ["Ada Quist"]),
      ("'Ada Quist, Tom Berg'", ["Ada Quist", "Tom Berg"]),
      // An ayn and a hamza are letters of the name.
      ("‘Abd al-Rahman", ["‘Abd al-Rahman"]), ("Ada Ra’", ["Ada Ra’"]),
      ("© Ada Quist", []), ("courier.news, Lindow, Norway", []), ("ada quist", ["ada quist"]),
      ("harbour reports, and what became of them", []), ("The Courier", []),
      ("Die Redakteure", []), ("Unsere Leser", []), ("Het Dagblad", []),
    ])
  func beside(text: String, names: [String]) throws {
    #expect(try read(Prose.page(head: Self.linked(text))).authors == names)
  }

  @Test(
    "a printed byline is read beside its date, twice introduced or set as a low heading",
    arguments: [
      (
        "<div><span>By</span><span>by ADA QUIST and TOM BERG</span></div>",
        ["ADA QUIST", "TOM BERG"]
      ),
      ("<div><span>Von</span><span>von Ada Quist</span></div>", ["Ada Quist"]),
      ("<div>Date: 04.03.2021<br>Author: Ada Quist<br>Source: Courier</div>", ["Ada Quist"]),
      ("<h5><em>By Ada Quist</em></h5>", ["Ada Quist"]), ("<h2>By Royal Decree</h2>", []),
      ("<small>04.03.2021 | 13:10 | Ada Quist</small>", ["Ada Quist"]),
      ("<p>Ada Quist • 04.03.2021</p>", ["Ada Quist"]),
      ("<p>04.03.2021 - Ada Quist</p>", ["Ada Quist"]),
      ("<p class=\"byline\">Ada Quist, 04.03.2021</p>", ["Ada Quist"]),
      // Where it was written, not by whom.
      ("<p>Addis Ababa, 4 March 2021</p>", []), ("<p>New York, 04.03.2021</p>", []),
      ("<p>New York – 04.03.2021</p>", []),
      // A section beside the date, which a link leads to, and a label.
      ("<p>2021-03-04 <a href=\"/c/harbour\">Harbour News</a></p>", []),
      ("<p>First Posted: 4 March 2021</p>", []),
    ])
  func printed(top: String, names: [String]) throws {
    #expect(try read(Prose.page(top: top)).authors == names)
  }

  @Test("what the page calls its section is no author beside the date")
  func section() throws {
    let head = "<meta property=\"article:section\" content=\"Middle East\">"
    let top = "<p>Middle East | 4 March 2021</p>"
    #expect(try read(Prose.page(head: head, top: top)).authors.isEmpty)
  }

  @Test("credits of pictures and bylines far below the article are not its authors'")
  func far() throws {
    let picture =
      "<figure><img src=\"a.jpg\"><figcaption>The quay. Photo via Otto Marn</figcaption></figure>"
    #expect(try read(Prose.page(middle: picture)).authors.isEmpty)
    let list = String(repeating: "<li><a href=\"/k\">A word</a></li>", count: 200)
    let page = Prose.page() + "<ul>\(list)</ul><div>Von Otto Marn</div>"
    #expect(try read(page).authors.isEmpty)
    let labelled = Prose.page() + "<ul>\(list)</ul><h5>Author:</h5><p>Otto Marn</p>"
    #expect(try read(labelled).authors.isEmpty)
  }
}
