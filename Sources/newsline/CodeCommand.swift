import ArgumentParser
import Newsline
import Record

/// `newsline code`: the whole record.
struct CodeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "code",
    abstract: "Print what a page or text reports: who did and said what to whom, when, where.",
    discussion: """
      JSON Lines: an object a document, its form in Documentation/record.schema.json. It needs no \
      store and writes nothing else. The output's order is the input's, and its bytes are the same \
      for every number of threads.

      EXAMPLE: newsline code page.html | python3 -m json.tool
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var reading: ReadingOptions

  func run() async throws {
    let pipeline = try reading.pipeline()
    let encoder = JSONLineEncoder()
    try await InputRun(options: input).run { capture in
      let coded = pipeline.code(capture)
      return Printed(text: try encoder.encode(coded.document) + "\n", warnings: coded.warnings)
    }
  }
}
