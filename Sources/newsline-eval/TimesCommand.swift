import ArgumentParser
import Coding
import FoundationEssentials
import Knowledge
import Record
import Syntax

/// Prints the times and quantities of texts, in the form that the scorer of times reads.
struct TimesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "times",
    abstract: "Read the times and quantities of JSON Lines (id, text, published) and print them.")

  @Flag(help: "Take words by plain rules, without tags and trees, instead of the syntax model.")
  var plain = false

  private struct Input: Decodable {
    var id: String
    var text: String
    var published: String?
  }

  private struct Output: Encodable {
    var input: String
    var text: String
    var times: [TimeExpression]
    var quantities: [Quantity]
  }

  func run() throws {
    let coder = try Coder(knowledge: KnowledgeBase())
    let model = SyntaxModel()
    let encoder = JSONLineEncoder()
    while let line = readLine() {
      let input = try JSONDecoder().decode(Input.self, from: Data(line.utf8))
      let tree = plain ? PlainWords.tree(input.text) : model.read(input.text)
      let reading = coder.code(tree, published: input.published.flatMap { CalendarDay(iso: $0) })
      let document = reading.record(
        page: PageRecord(
          input: input.id, producer: Producer(version: "eval"), text: input.text))
      print(
        try encoder.encode(
          Output(
            input: input.id, text: input.text, times: document.times,
            quantities: document.quantities)))
    }
  }
}
