import ArgumentParser
import FoundationEssentials
import Syntax

/// Words, and the sentences that the rules alone see, as the trainer of sentence ends starts from.
struct TokensCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tokens", abstract: "Words and sentences of plain text by the rules alone.",
    discussion: """
      CoNLL-U without tags and trees. tools/syntax/sentences.py learns from it where the rules err.
      """)

  @Argument(help: ArgumentHelp("Plain text, paragraphs parted by empty lines.", valueName: "TEXT"))
  var text: String

  func run() throws {
    let whole = String(decoding: try Data(contentsOf: URL(filePath: text)), as: UTF8.self)
    let tree = Tokenizer.standard.read(whole, breaks: [], byRulesAlone: true)
    print(CoNLLU.write(tree), terminator: "")
  }
}
