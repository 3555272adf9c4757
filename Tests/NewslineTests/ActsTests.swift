import Foundation
import Intake
import Record
import Testing

@testable import Newsline

/// The acts of labelled sentences (Tests/Fixtures/acts): what was reached may not slip.
@Suite struct ActsTests {
  @Test(
    "Confirming, denying, declining and not responding are told apart as exactly as before",
    arguments: [
      ("sentences", 220, [0.96, 0.96, 0.97, 0.96]), ("held-out", 120, [0.95, 0.93, 0.95, 0.95]),
      ("third", 72, [0.95, 0.92, 0.95, 0.95]), ("fourth", 56, [0.90, 0.95, 0.95, 0.95]),
    ])
  func floors(set: String, size: Int, least: [Double]) throws {
    let acts: [Statement.Act] = [.confirm, .deny, .declineComment, .noResponse]
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/acts/\(set).tsv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
    #expect(lines.count == size)
    let pipeline = try Pipeline()
    var counts = [Statement.Act: (right: Int, made: Int, wanted: Int)]()
    for line in lines {
      let cells = line.split(separator: "\t")
      let wanted = Set(
        cells[1].split(separator: ",").compactMap { Statement.Act(rawValue: String($0)) })
      let capture = Capture(input: String(cells[0]), kind: .text, bytes: Array(cells[2].utf8))
      let made = Set(pipeline.code(capture).document.statements.map(\.act))
      for act in acts {
        counts[act, default: (0, 0, 0)].right += wanted.contains(act) && made.contains(act) ? 1 : 0
        counts[act, default: (0, 0, 0)].made += made.contains(act) ? 1 : 0
        counts[act, default: (0, 0, 0)].wanted += wanted.contains(act) ? 1 : 0
      }
    }
    for (act, least) in zip(acts, least) {
      let count = counts[act] ?? (0, 0, 0)
      let score = Double(2 * count.right) / Double(max(count.made + count.wanted, 1))
      #expect(score >= least, "\(act.rawValue): F1 \(score)")
    }
  }
}
