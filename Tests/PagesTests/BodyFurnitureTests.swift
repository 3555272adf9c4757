import Record
import Testing

@testable import Pages

@Suite("What is no part of a body")
struct BodyFurnitureTests {
  @Test(
    "credits, calls to subscribe and read on, and notes on the authors stay out of the text",
    arguments: [
      "<p>Foto: Ada Quist</p>", "<p>AFP / Ada Quist</p>", "<p>Getty Images</p>",
      "<p>© Lindow Courier</p>", "<p>The quay at dawn. (Photo: Tom Berg)</p>",
      "<p>Subscribe to our newsletter and have the news of the coast in your mailbox every single morning.</p>",
      "<p>Folgen Sie uns auf allen Kanälen, damit Sie keine Nachricht aus dem Hafen verpassen, Tag und Nacht.</p>",
      "<p>Read more: Ferry sails again</p>", "<p>Inscrivez-vous à notre lettre du soir</p>",
      "<div class=\"newsletter-box\"><p>All the news of the coast, free of charge, at six in the evening.</p></div>",
    ])
  func furniture(piece: String) throws {
    #expect(try read(Prose.page(middle: piece)).text == Prose.text)
  }

  @Test("sentences that only begin or sound like furniture are kept")
  func prose() throws {
    let sentence =
      "Photography was forbidden on the quay, and Reuters and the AP were told so by the guards at the gate."
    #expect(try read(Prose.page(middle: "<p>\(sentence)</p>")).text.contains(sentence))
  }

  @Test("the author's name and the note on the author are taken out, a quote of another stays")
  func notes() throws {
    let page = try read(
      Prose.page(
        head: "<meta name=\"author\" content=\"Ada Quist\">", top: "<p>Ada Quist</p>",
        end: "<h3>The author</h3><p>Ada Quist has written about harbours for ten years.</p>"))
    #expect(page.authors == ["Ada Quist"])
    #expect(page.text == Prose.text)
  }

  @Test("the text in a picture's box is its caption")
  func caption() throws {
    let page = try read(
      Prose.page(
        middle: "<div class=\"article__picture\"><img src=\"c.jpg\"><p>The fallen cranes</p></div>")
    )
    #expect(page.text == Prose.text)
    #expect(page.captions == ["The fallen cranes"])
  }

  @Test("a lead below a title with its kicker is the first paragraph")
  func lead() throws {
    let lead =
      "Two cranes fell into the water, and nobody knows when ships will be able to land again."
    let page = try read(
      """
      <html><head><title>x</title><meta property="og:title" content="Storm closes Lindow harbour">
      </head><body><article><header><h1><span>Weather:</span> Storm closes Lindow harbour</h1>
      <p class="article-lead">\(lead)</p></header><section class="article-content"><p>\(Prose.first)</p>
      <p>\(Prose.second)</p><p>\(Prose.third)</p></section></article></body></html>
      """)
    #expect(page.title == "Storm closes Lindow harbour")
    #expect(page.text == lead + "\n\n" + Prose.text)
  }

  @Test("readings beside Han characters are left out")
  func ruby() throws {
    let page = try read(
      Prose.page(middle: "<p>\(Prose.first)<ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby></p>"))
    #expect(page.text.contains("港") && !page.text.contains("みなと"))
  }

  @Test(
    "boxes of facts, and teasers within the text, stay out of it",
    arguments: [
      "<div class=\"c-factbox\"><h2>In short</h2><ul><li>Two cranes fell into the water of the old harbour.</li></ul></div>",
      "<div class=\"infobox infobox--wide\"><p>The harbour of Lindow was built in 1912 and has three quays.</p></div>",
      "<div class=\"teaser\"><p>Nine lamps of the quay burn again, as the keepers of the harbour had hoped.</p></div>",
      "<div class=\"oembed__placeholder embed-placeholder\"><p>To see what others show here you have to agree to it.</p></div>",
      "<div><img src=\"a.jpg\"><span class=\"caption small\">The quay of Lindow on the morning after the storm had passed.</span></div>",
    ])
  func boxes(piece: String) throws {
    #expect(try read(Prose.page(middle: piece)).text == Prose.text)
  }

  @Test("what is called a teaser above the text is its lead, and a whole article may be called so")
  func teaser() throws {
    let lead = "Two cranes fell into the water, and nobody knows when ships will land again."
    let page = try read(
      "<html><body><article><h1>Storm</h1><div class=\"teaser\"><p>\(lead)</p></div><div><p>\(Prose.first)</p><p>\(Prose.second)</p></div></article></body></html>"
    )
    #expect(page.text == [lead, Prose.first, Prose.second].joined(separator: "\n\n"))
    let whole = "<div class=\"blog_teaser_text\"><p>\(Prose.first)</p><p>\(Prose.second)</p></div>"
    #expect(
      try read("<html><body><p>A page of the port.</p>\(whole)</body></html>").text.hasSuffix(
        Prose.second))
  }

  @Test("a list's heading ends the article only where no more of its paragraphs follow")
  func ends() throws {
    let list =
      "<h3>Related articles</h3><ul><li><a href=\"/b\">Nine lamps of the quay burn again</a></li></ul>"
    let bio =
      "<div><p>The Courier of Lindow has been printed every day but Sundays since the year of 1887.</p></div>"
    let text = (0..<5).map { "<p>\(Prose.first) \($0)</p>" }
    func page(_ body: String) throws -> String {
      try read("<html><body><h1>Storm</h1><div class=\"text\">\(body)</div></body></html>").text
    }
    let whole = try page(text.joined())
    #expect(try page(text[..<4].joined() + list + text[4]) == whole)
    #expect(try page(text.joined() + list + bio) == whole)
    // Each paragraph may stand in an element of its own.
    let apart = text.map { "<div class=\"row\">\($0)</div>" }
    #expect(try page(apart[..<4].joined() + list + apart[4]) == whole)
  }

  @Test("a body that is parted into boxes alike is read whole, but not the next entry of a blog")
  func twins() throws {
    let long = Array(repeating: "<p>\(Prose.first) \(Prose.second)</p>", count: 3).joined()
    func page(_ between: String) throws -> String {
      try read(
        """
        <html><body><main><h1>Storm closes Lindow harbour</h1><div><div class="story-body story-body-1">\(long)</div></div>
        \(between)<section><div class="story-body story-body-2"><p>\(Prose.third) \(Prose.first)</p><p>\(Prose.second)</p>
        </div></section></main></body></html>
        """
      ).text
    }
    #expect(try page("<div>Advertisement</div>").contains(Prose.third))
    let entry = try page("<h2><a href=\"/b\">Nine lamps of the quay burn again</a></h2>")
    #expect(entry.contains(Prose.first))
    #expect(!entry.contains(Prose.third))
  }
}
