import ArgumentParser
import FoundationEssentials
import Intake
import Newsline
import Record

/// Scores whether sentences confirm, deny, decline to comment or tell of no response.
struct ActsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "acts", abstract: "Score statements' acts on single sentences.",
    discussion: """
      Each line of GOLD is an id, the acts (parted by commas, or none) and the sentence, parted by \
      tabs; lines that begin with # are skipped. Prints F1, precision and recall for confirm, deny, \
      decline_comment and no_response: an act counts once a sentence.
      """)

  private static let acts: [Statement.Act] = [.confirm, .deny, .declineComment, .noResponse]

  @Argument(help: ArgumentHelp("Labelled sentences.", valueName: "GOLD.tsv"))
  var gold: String

  @Flag(help: "Print the sentences that were read otherwise than labelled.")
  var errors = false

  func run() throws {
    let pipeline = try Pipeline()
    let text = String(decoding: try Data(contentsOf: URL(filePath: gold)), as: UTF8.self)
    var counts = Self.acts.map { (act: $0, right: 0, made: 0, wanted: 0) }
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count == 3 else { throw ValidationError("not three columns: \(line)") }
      let wanted = Set(
        cells[1].split(separator: ",").compactMap { Statement.Act(rawValue: String($0)) })
      let capture = Capture(input: String(cells[0]), kind: .text, bytes: Array(cells[2].utf8))
      let made = Set(pipeline.code(capture).document.statements.map(\.act))
      var differs = false
      for index in counts.indices {
        let act = counts[index].act
        if wanted.contains(act) { counts[index].wanted += 1 }
        if made.contains(act) { counts[index].made += 1 }
        if wanted.contains(act) && made.contains(act) { counts[index].right += 1 }
        if wanted.contains(act) != made.contains(act) { differs = true }
      }
      if errors && differs {
        let found = made.map(\.rawValue).sorted().joined(separator: ",")
        print("\(cells[0])\twanted \(cells[1])\tread \(found)\t\(cells[2])")
      }
    }
    for count in counts {
      let (right, made, wanted) = (Double(count.right), Double(count.made), Double(count.wanted))
      let score = made + wanted > 0 ? 2 * right / (made + wanted) : 0
      print(
        "\(count.act.rawValue) F1 \(Self.percent(score)) precision \(Self.percent(right / max(made, 1)))"
          + " recall \(Self.percent(right / max(wanted, 1))) of \(count.wanted)")
    }
  }

  private static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
