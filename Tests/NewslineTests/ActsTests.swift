import Foundation
import Intake
import Record
import Testing

@testable import Newsline

/// The acts of 220 labelled sentences (Tests/Fixtures/acts): what was reached may not slip.
@Suite struct ActsTests {
  private static let sentences = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/acts/sentences.tsv")

  @Test("Confirming, denying, declining and not responding are told apart as exactly as before")
  func floors() throws {
    let pipeline = try Pipeline()
    let floors: [(act: Statement.Act, least: Double)] = [
      (.confirm, 0.88), (.deny, 0.92), (.declineComment, 0.91), (.noResponse, 0.95),
    ]
    var counts = [Statement.Act: (right: Int, made: Int, wanted: Int)]()
    let lines = try String(contentsOf: Self.sentences, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
    #expect(lines.count == 220)
    for line in lines {
      let cells = line.split(separator: "\t")
      let wanted = Set(
        cells[1].split(separator: ",").compactMap { Statement.Act(rawValue: String($0)) })
      let capture = Capture(input: String(cells[0]), kind: .text, bytes: Array(cells[2].utf8))
      let made = Set(pipeline.code(capture).document.statements.map(\.act))
      for (act, _) in floors {
        counts[act, default: (0, 0, 0)].right += wanted.contains(act) && made.contains(act) ? 1 : 0
        counts[act, default: (0, 0, 0)].made += made.contains(act) ? 1 : 0
        counts[act, default: (0, 0, 0)].wanted += wanted.contains(act) ? 1 : 0
      }
    }
    for (act, least) in floors {
      let count = counts[act] ?? (0, 0, 0)
      let score = Double(2 * count.right) / Double(max(count.made + count.wanted, 1))
      #expect(score >= least, "\(act.rawValue): F1 \(score)")
    }
  }
}
