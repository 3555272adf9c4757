import ArgumentParser
import Exports
import Storage

/// `newsline export`: what is stored, in other programs' forms.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Print what the store holds: documents, events, statements, actors, the news line.",
    discussion: """
      Of each document the current revision. Documents as JSON Lines are the records that \
      `newsline code` prints; as CSV, their metadata. All is one state of the store, whatever is \
      read meanwhile.

      EXAMPLE: newsline export events --format csv --db news.db > events.csv
      """)

  @Argument(help: "documents, events, statements, actors or news-line.")
  var what: Export.Content

  @Option(help: "jsonl or csv.")
  var format: Export.Format

  @OptionGroup var store: StoreOptions

  func run() throws {
    let archive = try store.open(for: .reading)
    // Lines gather to a block: a system call for each would cost more than the line.
    var block = ""
    try Export(what, as: format).write(archive) { line in
      block += line
      if block.utf8.count > 1 << 16 {
        try StandardOutput.write(block)
        block.removeAll(keepingCapacity: true)
      }
    }
    try StandardOutput.write(block)
  }
}

extension Export.Content: ExpressibleByArgument {}
extension Export.Format: ExpressibleByArgument {}
