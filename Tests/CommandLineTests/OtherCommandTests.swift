import Foundation
import Testing

struct OtherCommandTests {
  @Test("Help shows an example for each command", arguments: ["page", "parse", "code", "explain"])
  func help(_ command: String) throws {
    let outcome = try Binary.newsline(command, "--help")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("EXAMPLE:"))
    try Golden.expect(outcome.output, is: "help-\(command).txt")
  }

  @Test("The command's own help names the commands and the exit statuses")
  func rootHelp() throws {
    let outcome = try Binary.newsline("--help")
    #expect(outcome.status == 0)
    try Golden.expect(outcome.output, is: "help.txt")
  }

  @Test("Pages are printed down to their news line")
  func page() throws {
    let outcome = try Binary.newsline("page", Binary.fixture("harbour.html"))
    #expect(outcome.status == 0)
    try Schema.expectRecords(outcome, whole: false)
    let page = try #require(try outcome.objects.first)
    #expect(page["sentences"] == nil)
    #expect(page["authors"] as? [String] == ["Liv Sandvik"])
    #expect(page["captions"] as? [String] == ["Boats wait outside the closed harbour. Photo: Post"])
  }

  @Test("A parse is CoNLL-U whose words make up the text")
  func parse() throws {
    let text = "Norway's ministry didn't comment. Iceland will send 12 ships."
    let outcome = try Binary.newsline("parse", "--input", "text", "-", input: Data(text.utf8))
    #expect(outcome.status == 0)
    let sentences = outcome.output.split(separator: "\n\n")
    #expect(sentences.count == 2)
    for line in outcome.lines where !line.hasPrefix("#") {
      #expect(line.split(separator: "\t", omittingEmptySubsequences: false).count == 10)
    }
    #expect(outcome.output.contains("# text = Norway's ministry didn't comment."))
  }

  @Test("Given words and sentences are kept")
  func conllu() throws {
    let given = """
      # text = Don't go.
      1-2	Don't	_	_	_	_	_	_	_	_
      1	Do	_	_	_	_	_	_	_	_
      2	n't	_	_	_	_	_	_	_	_
      3	go	_	_	_	_	_	_	_	SpaceAfter=No
      4	.	_	_	_	_	_	_	_	_


      """
    let outcome = try Binary.newsline("parse", "--input", "conllu", "-", input: Data(given.utf8))
    #expect(outcome.status == 0)
    let forms = outcome.lines.filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t").prefix(2).joined(separator: " ") }
    #expect(forms == ["1-2 Don't", "1 Do", "2 n't", "3 go", "4 ."])
    let heads = outcome.lines.filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false)[6] }
    #expect(heads.filter { $0 == "0" }.count == 1)
  }

  @Test("An event is explained by passage, tree, matched words, rule and codebook")
  func explain() throws {
    let outcome = try Binary.newsline("explain", "e1", Binary.fixture("harbour.html"))
    #expect(outcome.status == 0)
    try Golden.expect(outcome.output, is: "explain-e1.txt")
    for part in ["Passage", "Tree", "What matched", "Rule", "Codebook"] {
      #expect(outcome.output.contains(part))
    }
  }

  @Test("Every item of a record can be explained", arguments: ["s1", "m1", "t1", "p1", "q1"])
  func explainItem(_ item: String) throws {
    let outcome = try Binary.newsline("explain", item, Binary.fixture("harbour.html"))
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("\(item)  "))
    #expect(outcome.output.contains("Rule"))
  }

  @Test("An item that is not there is an error that says so")
  func explainNothing() throws {
    let outcome = try Binary.newsline("explain", "e999", Binary.fixture("harbour.html"))
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("e999"))
  }
}
