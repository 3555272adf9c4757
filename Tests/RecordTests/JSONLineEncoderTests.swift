import Testing

@testable import Record

struct JSONLineEncoderTests {
  private struct Sample: Encodable {
    var zebra = 1
    var apple: String? = nil
    var list: [Double] = [1, 0.85, -2.5]
    var flag = true
  }

  @Test("Keys keep their order and nil members are left out")
  func order() throws {
    let line = try JSONLineEncoder().encode(Sample())
    #expect(line == #"{"zebra":1,"list":[1,0.85,-2.5],"flag":true}"#)
  }

  @Test(
    "Strings are escaped so that one record stays on one line",
    arguments: [
      ("a\"b", #""a\"b""#), ("back\\slash", #""back\\slash""#), ("two\nlines", #""two\nlines""#),
      ("\u{1}", #""\u0001""#), ("Türkiye “quoted”", "\"Türkiye “quoted”\""), ("", "\"\""),
    ])
  func escapes(_ text: String, _ json: String) throws {
    #expect(try JSONLineEncoder().encode(text) == json)
  }

  @Test("Empty lists and objects are written as such")
  func empty() throws {
    #expect(try JSONLineEncoder().encode([String]()) == "[]")
    #expect(try JSONLineEncoder().encode([String: Int]()) == "{}")
  }

  @Test("A number that JSON has no form for is refused")
  func infinite() {
    #expect(throws: EncodingError.self) { try JSONLineEncoder().encode(Double.infinity) }
  }
}
