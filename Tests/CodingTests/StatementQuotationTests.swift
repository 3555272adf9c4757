import Testing

@testable import Coding

@Suite("Quotation marks")
struct StatementQuotationTests {
  private func quotations(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return QuotationScanner(bytes).quotations(in: Paragraphs(bytes).ranges).map {
      String(decoding: bytes[$0.inner], as: UTF8.self)
    }
  }

  @Test(
    "Marks of every form pair up",
    arguments: [
      ("“Come in,” she said.", ["Come in,"]),
      ("\"Come in,\" she said, \"and sit.\"", ["Come in,", "and sit."]),
      ("He said: „Kommt herein.“ Then he left.", ["Kommt herein."]),
      ("« Entrez », dit-elle.", [" Entrez "]),
      ("»Herein«, sagte sie.", ["Herein"]),
      ("‘Come in,’ she said.", ["Come in,"]),
      ("'Come in,' she said.", ["Come in,"]),
      ("''Come in,'' she said.", ["Come in,"]),
      ("``Come in,'' she said.", ["Come in,"]),
    ])
  func forms(text: String, expected: [String]) {
    #expect(quotations(text) == expected)
  }

  @Test(
    "Apostrophes are no marks",
    arguments: [
      "The leaders’ talks didn’t end, and nobody’s sure.", "In the ’90s rock 'n' roll ended.",
      "The players' wages and the clubs' debts", "It was 6\" wide.",
    ])
  func apostrophes(text: String) {
    #expect(quotations(text).isEmpty)
  }

  @Test("A quotation within one belongs to it")
  func nested() {
    #expect(
      quotations("“He told me ‘never’ and left,” she said.") == ["He told me ‘never’ and left,"])
    #expect(quotations("\"A 'maybe' will do,\" she said.") == ["A 'maybe' will do,"])
    #expect(quotations("“She cried “no” twice,” he said.") == ["She cried “no” twice,"])
  }

  @Test("A possessive within single marks does not close them")
  func possessiveWithin() {
    #expect(quotations("‘The miners’ wages rose,’ she said.") == ["The miners’ wages rose,"])
  }

  @Test("A quotation that nothing closes ends with its paragraph")
  func unclosed() {
    let text = "“The first part.\n\n“The second part,” she said.\n\nNothing “more here.\n\nThe end."
    #expect(quotations(text) == ["The first part.", "The second part,", "more here."])
  }

  @Test("An opening mark where a closing one was due begins another quotation")
  func leftOpen() {
    #expect(quotations("“One, she said. “Two,” he said.") == ["One, she said.", "Two,"])
  }

  @Test("Thousands of marks are read in one pass")
  func many() {
    #expect(quotations(String(repeating: "“a” ", count: 20_000)).count == 20_000)
    #expect(quotations(String(repeating: "“", count: 20_000)).count <= 20_000)
    #expect(quotations(String(repeating: "‘a ", count: 20_000)).isEmpty)
  }
}
