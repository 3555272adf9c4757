import Record
import Testing

@testable import Pages

@Suite("News line of HTML pages")
struct NewsLineTests {
  private static func items(_ times: [String], tag: String = "span") -> String {
    times.enumerated().map {
      "<li><\(tag)>\($0.element)</\(tag)> <a href=\"/n\($0.offset)\">The council of Marby met for the time number \($0.offset)</a></li>"
    }.joined()
  }

  @Test("a front page has headlines with their times, and no text")
  func front() throws {
    let page = try read(
      "<html><head><title>Lindow Courier</title></head><body><ul>"
        + Self.items((0..<9).map { "2021-03-04 1\($0):00" }) + "</ul></body></html>",
      url: "https://courier.example/")
    #expect(page.text.isEmpty)
    #expect(page.newsLine.count == 9)
    #expect(page.newsLine.first?.published?.start == "2021-03-04T18:00")
    #expect(page.newsLine.first?.url == "https://courier.example/n8")
  }

  @Test("clocks below a day's header are of that day")
  func header() throws {
    let page = try read(
      """
      <html><body><h3>4 March 2021</h3><ul>\(Self.items(["21:00", "20:15", "19:00"]))</ul>
      <h3>3 March 2021</h3><ul><li><span>23:10</span> <a href="/z">Lights went out in all of Lindow</a></li></ul>
      </body></html>
      """, url: "https://courier.example/news")
    #expect(
      page.newsLine.map(\.published?.start)
        == ["2021-03-04T21:00", "2021-03-04T20:15", "2021-03-04T19:00", "2021-03-03T23:10"])
  }

  @Test("minutes ago are counted from the page's own time, and stay open where it has none")
  func ago() throws {
    let list = "<ul>" + Self.items(["17 minutes ago", "2 hours ago", "3 hours ago"]) + "</ul>"
    let dated = try read(
      """
      <html><head><meta property="article:modified_time" content="2021-03-04T12:00:00+01:00"></head><body>\(list)</body></html>
      """)
    #expect(dated.newsLine.map(\.published?.start).first == "2021-03-04T11:43+01:00")
    #expect(
      try read("<html><body>\(list)</body></html>").newsLine.allSatisfy { $0.published == nil })
  }

  @Test("an article's page tells its own headline's place in the list, and keeps its text")
  func beside() throws {
    let page = try read(
      Prose.page(end: "")
        .replacing(
          "</article>",
          with: "</article><aside><ul>"
            + Self.items(["4 March 2021 10:00", "4 March 2021 09:30", "3 March 2021 22:10"])
            + "</ul></aside>"))
    #expect(page.text == Prose.text)
    #expect(page.newsLine.count == 3)
  }

  @Test(
    "the entry of the page's own article is told, by its address or else by its title",
    arguments: [
      ("https://courier.example/storm", "Another headline of the Courier", true),
      ("https://courier.example/other", "Storm closes Lindow harbour", true),
      ("https://courier.example/other", "Another headline of the Courier", false),
    ])
  func own(url: String, title: String, isTold: Bool) throws {
    let list =
      "<ul><li><time>2021-03-04 21:00</time> <a href=\"\(url)\">\(title)</a></li>"
      + "<li><time>2021-03-04 20:00</time> <a href=\"/n\">The council of Marby met</a></li></ul>"
    let html = Prose.page(
      head: "<link rel=\"canonical\" href=\"https://www.courier.example/storm/\">")
    let page = try read(html.replacing("</article>", with: "</article>" + list))
    #expect(page.newsLine.count == 2)
    #expect(page.newsLine.map(\.own) == [isTold ? true : nil, nil])
  }
}
