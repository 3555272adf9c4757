import ArgumentParser
import Glibc
import Intake
import Knowledge
import Newsline

/// `newsline explain`: why an item was coded so.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say why an item was coded so: passage, tree, words that matched, rule, codebook.",
    discussion: """
      The item's id is the record's (e3, s1, m12, t1, p1, q1), or all (every event and statement). \
      Where the inputs hold several documents, put the first 16 characters of the document's id \
      and a hyphen before it.

      EXAMPLE: newsline explain e3 page.html
      """)

  @Argument(help: ArgumentHelp("The item's id, such as e3.", valueName: "event"))
  var item: String

  @OptionGroup var input: InputOptions
  @OptionGroup var reading: ReadingOptions

  func run() async throws {
    guard let wanted = ItemName(item) else {
      throw ValidationError(
        "\"\(item)\" names no item: it takes e3, s1, m12, t1, p1, q1 or all, "
          + "or the same after a document's 16 characters and a hyphen.")
    }
    let pipeline = try reading.pipeline()
    let codebook = try Codebook()
    let inputs = try input.required()
    let captures = Intake(kind: input.kind).captures(of: inputs)
    var refused = 0
    var found = 0
    for capture in captures {
      switch capture {
      case .failure(let refusal):
        Report.failure(refusal.description)
        refused += 1
      case .success(let capture):
        let coded = pipeline.code(capture)
        guard wanted.belongs(to: coded.document) else { continue }
        for explanation in Explanation(coded: coded, codebook: codebook).texts(of: wanted.item) {
          if found > 0 { try StandardOutput.write("\n") }
          try StandardOutput.write(explanation)
          found += 1
        }
      }
    }
    if found == 0, refused == 0 {
      Report.failure("no \(item) in \(inputs.joined(separator: ", ")): `newsline code` lists them")
    }
    if found == 0 || refused > 0 { throw ExitCode(1) }
  }
}
