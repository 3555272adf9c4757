import Foundation
import Record
import Testing

/// The records of the twelve example pages, held line by line, and what a reader marked in them.
struct ExampleTests {
  private static let folder = Binary.checkout.appendingPathComponent("Examples")
  private static let marks = Binary.checkout.appendingPathComponent(
    "Tests/CommandLineTests/Golden/examples/reading.tsv")

  /// The pages by name.
  static let pages: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".html") || $0.hasSuffix(".txt") }.sorted()
  }()

  private func lines(_ page: String) throws -> [String] {
    let outcome = try Binary.newsline("code", page, in: Self.folder)
    #expect(outcome.status == 0)
    let line = try #require(outcome.lines.first)
    return ExampleLines(try JSONDecoder().decode(Document.self, from: Data(line.utf8))).lines
  }

  @Test("There are twelve pages, and each says that it was written for this project")
  func twelve() throws {
    #expect(Self.pages.count == 12)
    for page in Self.pages {
      let text = try String(
        contentsOf: Self.folder.appendingPathComponent(page), encoding: .utf8)
      #expect(text.contains("written as an example for the Newsline project"), "\(page)")
    }
  }

  @Test("The record of each page is held line by line", arguments: pages)
  func golden(_ page: String) throws {
    let name = page.prefix { $0 != "." }
    try Golden.expect(
      try lines(page).joined(separator: "\n") + "\n", is: "examples/\(name).txt")
  }

  @Test("What a reader marked as right stands, and what as a fault is one still", arguments: pages)
  func reading(_ page: String) throws {
    let lines = try lines(page)
    let marks = try ReadersMark.read(Self.marks).filter { page.hasPrefix($0.page + "-") }
    #expect(marks.contains { $0.verdict == .right }, "nobody has read \(page)")
    for mark in marks {
      let stands = lines.contains(where: mark.fits)
      let place = "reading.tsv:\(mark.number): \(mark.note)"
      switch mark.verdict {
      case .right: #expect(stands, "\(place): no line of the record has it any more")
      case .missing: #expect(!stands, "\(place): the record has it now; mark it right")
      case .wrong: #expect(stands, "\(place): the record has it no more; take the line away")
      }
    }
  }
}
