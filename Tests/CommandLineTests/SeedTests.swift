import Foundation
import Testing

/// The page that the product was conceived from, and a careful reader's facts about it.
struct SeedTests {
  private static let seed = Binary.checkout.deletingLastPathComponent()
    .appendingPathComponent("shared/seed")

  @Test("The seed page gives as many of the reader's facts as were reached, in few events")
  func seed() throws {
    let page = Self.seed.appendingPathComponent("page.txt")
    guard FileManager.default.fileExists(atPath: page.path) else {
      print("Skipped: the seed page is not here (../shared/seed beside the checkout).")
      return
    }
    let outcome = try Binary.newsline("code", page.path)
    #expect(outcome.status == 0)
    try Schema.expectRecords(outcome)
    let check = try Binary.run(
      ["/usr/bin/python3", Self.seed.appendingPathComponent("check.py").path],
      input: Data(outcome.output.utf8))
    let summary = try #require(check.output.split(separator: "\n").last)
    print(summary)
    let numbers = summary.split { !$0.isNumber }.compactMap { Int($0) }
    // "N of M facts (E events, S statements)"
    try #require(numbers.count == 4)
    #expect(numbers[0] >= 85)
    #expect(numbers[2] <= 60)
  }
}
