import ArgumentParser
import FoundationEssentials

/// Writes news pages that nobody wrote, for tests and measurements of many.
struct MakePagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make-pages",
    abstract: "Write a folder of small made-up news pages, the same for the same seed.")

  @Argument(help: "The folder, which is made.")
  var folder: String

  @Option(help: "How many.")
  var count = 10_000

  @Option(help: "What the choices begin from.")
  var seed: UInt64 = 1

  func run() throws {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    let news = SyntheticNews(count: count, seed: seed)
    for index in 0..<count {
      let digits = String(index)
      let name = String(repeating: "0", count: max(0, 6 - digits.count)) + digits
      try Data(news.page(index).utf8).write(to: URL(filePath: "\(folder)/page-\(name).html"))
    }
  }
}
