import ArgumentParser
import Newsline
import Pages
import Record

/// `newsline page`: the article and the news line.
struct PageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "page",
    abstract: "Print what a page says of itself: its article, metadata and news line.",
    discussion: """
      JSON Lines: an object a page, the document fields of the record down to news_line.

      EXAMPLE: newsline page saved-pages/ > pages.jsonl
      """)

  @OptionGroup var input: InputOptions

  @Option(help: "The zone of pages that print local times, such as Asia/Baku.")
  var timezone: String?

  func run() async throws {
    let options = try ReadingOptions.pipelineOptions(timezone: timezone)
    let reader = try PageReader(today: options.today)
    let encoder = JSONLineEncoder()
    try await InputRun(options: input).run { capture in
      let page = Pipeline.page(capture, by: reader, zone: options.zone)
      return Printed(text: try encoder.encode(page.record) + "\n", warnings: page.warnings)
    }
  }
}
