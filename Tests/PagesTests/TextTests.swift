import Intake
import Record
import Testing

@testable import Pages

@Suite("Texts as word lists compare them")
struct TextTests {
  /// Folding as it is told, by the standard library alone.
  private static func slowlyFolded(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      let value = ScalarTable.equal(scalar.value)
      if value != ScalarTable.dropped, let scalar = Unicode.Scalar(value) { result.append(scalar) }
    }
    return String(result)
  }

  @Test("folding by bytes gives what folding by Unicode's properties does, for every scalar")
  func folding() {
    let wrong = (UInt32(0)...0x1FFFF).compactMap { Unicode.Scalar($0) }.filter {
      let text = "a" + String($0) + "Z"
      return folded(text) != Self.slowlyFolded(text)
    }
    #expect(wrong.isEmpty)
  }

  @Test("white space is taken off and squeezed, whatever its width")
  func space() {
    #expect(" \u{A0}a\u{2003} \n b\u{3000}".squeezedSpace() == "a b")
    #expect("\u{FEFF}\u{3000}a b\u{200B}".trimmedSpace() == "a b")
    #expect(" \u{A0}".trimmedSpace().isEmpty && "".squeezedSpace().isEmpty)
  }

  @Test(
    "phrases are found wherever they stand",
    arguments: [
      ("read on here", true), ("please read on", true), ("rea", false), ("", false),
      ("read o", false), ("subscribe", false), ("all to subscribe now", true), ("xab", true),
    ])
  func phrases(text: String, isFound: Bool) {
    let finder = PhraseFinder(["read on", "to subscribe now", "reading", "xab"])
    #expect(withFolded(text) { finder.isFound(in: $0) } == isFound)
  }

  @Test("a sitemap without headlines lists its addresses with their times")
  func plainSitemap() throws {
    let map = """
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://x.org/a</loc>
      <lastmod>2021-03-04</lastmod></url><url><loc>https://x.org/b</loc><lastmod>2021-03-05</lastmod>
      </url></urlset>
      """
    let captures = try Intake().captures(
      of: Array(map.utf8), input: "sitemap.xml", fields: Capture.Fields())
    let page = try PageReader().read(try #require(captures.first))
    #expect(page.newsLine.map(\.title) == ["https://x.org/b", "https://x.org/a"])
    #expect(page.newsLine.map { $0.published?.start } == ["2021-03-05", "2021-03-04"])
    #expect(page.warnings.isEmpty)
  }
}
