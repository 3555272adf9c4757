import ArgumentParser
import Intake
import Newsline
import Pages
import Syntax

/// `newsline parse`: sentences, words, tags, lemmas, trees and names.
struct ParseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Print a text's syntax as CoNLL-U.",
    discussion: """
      Names stand in MISC as Name=B-PER, Name=I-PER (PER, ORG, LOC). With --input conllu the given \
      sentences and words are kept and the rest is predicted.

      EXAMPLE: echo 'Kabul declined to comment.' | newsline parse --input text -
      """)

  @OptionGroup var input: InputOptions

  func run() async throws {
    let model = SyntaxModel()
    let reader = try PageReader()
    try await InputRun(options: input).run { capture in
      if capture.kind == .conllu {
        let given = try CoNLLU.read(String(decoding: capture.bytes, as: UTF8.self))
        return Printed(text: CoNLLU.write(model.annotate(given)))
      }
      let page = reader.read(capture)
      let tree = model.read(page.text, breaks: page.blocks.map(\.range.upperBound))
      return Printed(text: CoNLLU.write(tree), warnings: page.warnings)
    }
  }
}
