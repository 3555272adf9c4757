import Testing

@testable import Pages

@Suite("Titles of HTML pages")
struct TitleTests {
  private static let shown = "Two cranes come back to the quay of Lindow"
  private static let sought = "Lindow harbour cranes return after the storm"

  private static func linked(_ headline: String) -> String {
    "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"\(headline)\"}</script>"
  }

  private static func network(_ title: String) -> String {
    "<meta property=\"og:title\" content=\"\(title)\">"
  }

  private func title(head: String, top: String, url: String? = nil) throws -> String? {
    try read(
      "<html><head>\(head)</head><body>\(top)<div class=\"text\"><p>\(Prose.first)</p><p>\(Prose.second)</p></div></body></html>",
      url: url
    ).title
  }

  @Test(
    "a heading below one written for search engines is the title where the network's is the same")
  func displayed() throws {
    let head = Self.network(Self.shown) + Self.linked(Self.sought)
    let crumbs = "<nav><a href=\"/\">Home</a><h1>\(Self.sought)</h1></nav>"
    #expect(try title(head: head, top: crumbs + "<h2>\(Self.shown)</h2>") == Self.shown)
    // Without linked data too, and with a kicker before it.
    #expect(
      try title(
        head: Self.network(Self.shown),
        top: crumbs + "<h2><span>Harbour</span> <b>\(Self.shown)</b></h2>") == Self.shown)
    // A link below is a teaser.
    let teaser = "<h2><a href=\"/b\">\(Self.shown)</a></h2>"
    #expect(try title(head: head, top: crumbs + teaser) == Self.sought)
  }

  @Test("of two wordings the one that parts the kicker from the headline is taken")
  func partedKicker() throws {
    let head = Self.network("On the quay: \(Self.shown)") + Self.linked(Self.sought)
    let top = "<h1>\(Self.sought)</h1><h2><em>On the quay</em> <b>\(Self.shown)</b></h2>"
    #expect(try title(head: head, top: top) == "On the quay: \(Self.shown)")
  }

  @Test(
    "heading and network's title together outweigh linked data, but where a heading shows those")
  func outweighed() throws {
    let head = Self.network(Self.shown) + Self.linked(Self.sought)
    #expect(try title(head: head, top: "<h1>\(Self.shown)</h1>") == Self.shown)
    #expect(
      try title(head: head, top: "<h1>\(Self.shown)</h1><h2>\(Self.sought)</h2>") == Self.sought)
  }

  @Test("a headline that linked data cut off is taken whole from the heading")
  func cutOff() throws {
    #expect(
      try title(
        head: Self.linked("Two cranes come back to the quay..."), top: "<h1>\(Self.shown)</h1>")
        == Self.shown)
  }

  @Test("what linked data call a page is no headline")
  func pageName() throws {
    let head =
      "<title>Cranes - Courier</title><script type=\"application/ld+json\">{\"@type\":\"WebPage\",\"name\":\"Cranes - Courier\"}</script>"
    #expect(try title(head: head, top: "<h1>\(Self.shown)</h1>") == Self.shown)
  }

  @Test("what heading and network's title share after two kickers is the headline")
  func sharedEnd() throws {
    #expect(
      try title(
        head: Self.network("Storm of March: “\(Self.shown)”"),
        top: "<h1>After the storm - “\(Self.shown)”</h1>") == "“\(Self.shown)”")
  }

  @Test(
    "a heading of a few words is the title where it stands before a separator of the title element",
    arguments: [
      ("Lindow lamps - Everything for the harbour, fast and cheap", ["Lindow lamps"]),
      ("Cranes for sale | The Lindow Courier", ["Menu", "The Lindow Courier", "Cranes for sale"]),
    ])
  func leads(element: String, headings: [String]) throws {
    let top = headings.map { "<h1>\($0)</h1>" }.joined()
    #expect(try title(head: "<title>\(element)</title>", top: top) == headings.last)
  }

  @Test(
    "a site's name is taken off though it holds separators, stands after a colon or is parted without blanks",
    arguments: [
      (
        "<meta property=\"og:site_name\" content=\"News - The Courier | Lindow\">",
        "\(shown) - News - The Courier | Lindow", shown
      ),
      ("", "クレーンが港に戻ってきた:courier日誌", "クレーンが港に戻ってきた"),
      (
        "<meta property=\"article:section\" content=\"정치\"><meta property=\"og:site_name\" content=\"린도일보\">",
        "크레인 두 대 돌아왔지만… 항만 ·외항 부담 커졌다-정치ㅣ린도일보", "크레인 두 대 돌아왔지만… 항만 ·외항 부담 커졌다"
      ),
    ])
  func siteName(metas: String, element: String, wanted: String) throws {
    let head = metas + "<title>\(element)</title>" + Self.network(element)
    #expect(try title(head: head, top: "", url: "https://courier.example/a/cranes") == wanted)
  }

  @Test("a site that its metas name is taken off after a colon, though no address tells its host")
  func namedAfterColon() throws {
    let head = Self.network("クレーンが港に戻ってきた:港日誌") + "<meta property=\"og:site_name\" content=\"港日誌\">"
    #expect(try title(head: head, top: "") == "クレーンが港に戻ってきた")
    // An address without its scheme tells it too.
    let page = try read(
      Prose.page(head: "<meta property=\"og:url\" content=\"//courier.example/a\">"))
    #expect(page.canonicalURL == "https://courier.example/a")
  }

  @Test("a heading of much less than the title element says does not stand for it")
  func short() throws {
    let whole =
      "linda.quist/harbourcranesofthenorth: Move two old cranes to a new quay without a crane (unsupported, in work, and not for ships)"
    let head = "<title>\(whole)</title>" + Self.network(whole)
    #expect(try title(head: head, top: "<h1>linda.quist/harbourcranesofthenorth</h1>") == whole)
  }

  @Test(
    "kicker and headline are parted as the network's title and the title element agree to",
    arguments: [
      ("On the quay - \(shown)", "On the quay: \(shown)", "On the quay: \(shown)"),
      // Quotation marks are the page's own matter, and fewer marks part less.
      ("On the quay: “\(shown)”", "On the quay: \(shown)", "On the quay: “\(shown)”"),
      ("On the quay / \(shown)", "On the quay \(shown)", "On the quay / \(shown)"),
    ])
  func parted(linked: String, network: String, wanted: String) throws {
    let head = "<title>\(network) - Courier</title>" + Self.network(network) + Self.linked(linked)
    #expect(try title(head: head, top: "") == wanted)
  }
}
