import Testing

@testable import Record

struct CodePointsTests {
  @Test(
    "Byte offsets become counts of code points",
    arguments: [
      "plain", "naïve façade", "“Kabul’s”", "Хронология", "👩‍👩‍👧 family", "",
      String(repeating: "é", count: 200),
    ])
  func offsets(_ text: String) {
    let points = CodePoints(text)
    var byte = 0
    for (count, scalar) in text.unicodeScalars.enumerated() {
      #expect(points.offset(ofByte: byte) == count)
      byte += String(scalar).utf8.count
    }
    #expect(points.offset(ofByte: byte) == text.unicodeScalars.count)
  }

  @Test("A range of bytes becomes a span")
  func span() {
    #expect(CodePoints("a “b” c").span(2..<9) == Span(start: 2, end: 5))
  }
}
