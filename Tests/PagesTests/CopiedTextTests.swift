import Intake
import Record
import Testing

@testable import Pages

private func read(_ text: String) throws -> Page {
  try PageReader().read(Capture(input: "page.txt", kind: .copied, bytes: Array(text.utf8)))
}

private let first =
  "The harbour of Lindow was closed on Monday after a storm had torn two cranes from their rails."
private let second =
  "“Nobody was hurt,” said the harbour master, who had watched it from his office window."

@Suite("Copied text")
struct CopiedTextTests {
  @Test("title, section, date, paragraphs and subheads are read by their lines")
  func article() throws {
    let page = try read(
      "Storm closes Lindow harbour\n\nRegion 08:15 04.03.2021\n\n\(first)\n\nA long night\n\n\(second)\n \n"
    )
    #expect(page.title == "Storm closes Lindow harbour")
    #expect(page.section == "Region")
    #expect(page.published == Stamp(start: "2021-03-04T08:15", grain: .minute))
    #expect(page.blocks.map(\.kind) == [.paragraph, .heading, .paragraph])
    #expect(page.text == "\(first)\n\nA long night\n\n\(second)")
    #expect(page.language == "en")
    #expect(page.newsLine.isEmpty)
  }

  @Test("an updated time and a byline are told apart from the date line")
  func byline() throws {
    let page = try read(
      "Storm closes Lindow harbour\nBy Ada Quist and Tom Berg\nPublished: 4 March 2021, 08:15 | Updated: 5 March 2021, 10:00\n\n\(first)\n\n\(second)"
    )
    #expect(page.authors == ["Ada Quist", "Tom Berg"])
    #expect(page.published?.start == "2021-03-04T08:15")
    #expect(page.updated?.start == "2021-03-05T10:00")
  }

  @Test("the news line's headlines stand once each, newest first, their marks taken off")
  func newsLine() throws {
    let page = try read(
      """
      Storm closes Lindow harbour
      Region 08:15 04.03.2021
      \(first)
      \(second)

      Mayor opens bridge - PHOTO/VIDEO

      News line

      Mayor opens bridge - PHOTO/VIDEO
      Mayor opens bridge - PHOTO/VIDEO
      07:40 05.03.2021
      Is the ferry to sail again?
      09:00 05.03.2021
      LIVE: Council meets
      21:10 04.03.2021
      All
      """)
    #expect(page.blocks.count == 2)
    #expect(
      page.newsLine == [
        Headline(
          title: "Is the ferry to sail again?",
          published: Stamp(start: "2021-03-05T09:00", grain: .minute)),
        Headline(
          title: "Mayor opens bridge", published: Stamp(start: "2021-03-05T07:40", grain: .minute),
          marks: [.photo, .video]),
        Headline(
          title: "Council meets", published: Stamp(start: "2021-03-04T21:10", grain: .minute),
          marks: [.live]),
      ])
  }

  @Test("times under a day's header take its day, above or below their headlines")
  func dayHeader() throws {
    let page = try read(
      "Storm closes Lindow harbour\n\n04.03.2021\n\n\(first)\n\nLatest news\n\n5 March 2021\n\n09:30\nSecond ferry sails again\n\n08:10\nBridge opened by the mayor\n"
    )
    #expect(page.newsLine.map(\.published?.start) == ["2021-03-05T09:30", "2021-03-05T08:10"])
    #expect(
      page.newsLine.map(\.title) == ["Second ferry sails again", "Bridge opened by the mayor"])
  }

  @Test("a piece of furniture between paragraphs does not end the article")
  func inlineFurniture() throws {
    let page = try read(
      "Storm closes Lindow harbour\n04.03.2021\n\(first)\nRead also: Ferry sails again\n\(second)\nShare this article\n"
    )
    #expect(page.text == "\(first)\n\n\(second)")
  }

  @Test("an impossible date is none, and one to come is kept with a warning")
  func strangeDates() throws {
    #expect(try read("Storm closes Lindow harbour\n31.02.2021\n\(first)").published == nil)
    let future = "Storm closes Lindow harbour\nRegion 08:15 04.03.2093\n\(first)"
    let page = try PageReader(today: CalendarDay(year: 2024, month: 1, day: 1)).read(
      Capture(input: "page.txt", kind: .copied, bytes: Array(future.utf8)))
    #expect(page.published?.start == "2093-03-04T08:15")
    #expect(page.warnings == ["the date line 2093-03-04T08:15 lies in the future"])
  }
}

@Suite("Plain text")
struct PlainTextTests {
  @Test("plain text is kept to the letter, its blocks parted by blank lines")
  func toTheLetter() throws {
    let text = "\n One line\nand another. \n \nA second block.\r\n\r\n"
    let page = try PageReader().read(
      Capture(input: "a", kind: .text, bytes: Array(text.utf8)))
    #expect(page.text == text)
    let utf8 = Array(text.utf8)
    #expect(
      page.blocks.map { String(decoding: utf8[$0.range], as: UTF8.self) }
        == [" One line\nand another. ", "A second block."])
    #expect(page.title == nil)
  }

  @Test("what came with the text is carried over")
  func fields() throws {
    let page = try PageReader().read(
      Capture(
        input: "a", kind: .text, bytes: Array("Rain.".utf8),
        fields: .init(
          title: "T", published: "2018-11-02T22:22:00+04:00", section: "S", language: "az")))
    #expect(page.title == "T" && page.section == "S" && page.language == "az")
    #expect(page.published == Stamp(start: "2018-11-02T22:22+04:00", grain: .minute))
  }
}
