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
}
