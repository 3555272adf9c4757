import ArgumentParser
import Fetching
import FoundationEssentials
import Newsline
import Storage

/// `newsline read`: the whole record, into the store.
struct ReadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Read pages and texts into the store.",
    discussion: """
      A line a document tells what became of it, once that is safe in the store: new, changed (its \
      old revision is kept), unchanged, or recoded (its record was made by another version). The \
      last line sums up. What was told stays told if the command is killed, and the same command \
      goes on from there. Any number of readers and of other commands may use the store meanwhile.

      EXAMPLE: newsline read saved-pages/ --db news.db
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var store: StoreOptions

  @Flag(name: .customLong("summary"), help: "Print the last line alone.")
  var summaryOnly = false

  func run() async throws {
    _ = try input.required()
    let pipeline = try reading.pipeline()
    let archive = try store.open(for: .writing)
    var writing = StoreWriting(archive: archive, printsLines: !summaryOnly)
    let fetcher = Fetcher(userAgent: "Newsline/\(newslineVersion)")
    let refused = try await InputRun(options: input, fetcher: fetcher).run(
      work: { capture in
        let outcome = try pipeline.code(capture) { page in
          try archive.has(revision: page.id, madeBy: page.producer)
        }
        switch outcome {
        case .known(let page):
          return Worked(value: try Entry(known: page.record), warnings: page.warnings)
        case .coded(let coded):
          return Worked(value: try Entry(coded.document), warnings: coded.warnings)
        }
      },
      emit: { entry, progress in try writing.add(entry, progress: &progress) })
    await fetcher.close()
    try writing.finish()
    try StandardOutput.write(writing.summary(refused: refused))
    try archive.close()
    if refused > 0 { throw ExitCode(1) }
  }
}

/// The way of entries into the store, in batches: a transaction for each page would cost more than coding it.
struct StoreWriting {
  private static let batchSize = 32
  private static let batchSeconds = 0.5

  private let archive: Archive
  private let printsLines: Bool
  private var waiting: [Entry] = []
  private var begun = Date()
  private var counts: [StoredOutcome.Kind: Int] = [:]

  init(archive: Archive, printsLines: Bool) {
    self.archive = archive
    self.printsLines = printsLines
  }

  /// Takes an entry, and stores what has gathered once it is enough or has waited long enough.
  mutating func add(_ entry: Entry, progress: inout Progress) throws {
    waiting.append(entry)
    guard waiting.count >= Self.batchSize || -begun.timeIntervalSinceNow > Self.batchSeconds
    else { return }
    progress.finish()
    try finish()
  }

  /// Stores what has gathered, and only then tells of it.
  mutating func finish() throws {
    let outcomes = try archive.store(waiting, readAt: Date())
    waiting.removeAll(keepingCapacity: true)
    begun = Date()
    for outcome in outcomes { counts[outcome.kind, default: 0] += 1 }
    if printsLines {
      let lines = outcomes.map { "\($0.kind.rawValue) \($0.input)\n" }
      try StandardOutput.write(lines.joined())
    }
  }

  /// The last line.
  func summary(refused: Int) -> String {
    let read = counts.reduce(refused) { $0 + $1.value }
    let parts = StoredOutcome.Kind.allCases.compactMap { kind in
      let count = counts[kind] ?? 0
      return kind == .recoded && count == 0 ? nil : "\(count) \(kind.rawValue)"
    }
    return "read \(read): \(parts.joined(separator: ", ")), \(refused) refused\n"
  }
}
