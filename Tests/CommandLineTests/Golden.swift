import Foundation
import Testing

/// What people read, held to the letter against Tests/CommandLineTests/Golden.
enum Golden {
  /// Expects a text to be the golden file's; with UPDATE_GOLDEN=1 it becomes it.
  static func expect(
    _ text: String, is name: String, at location: SourceLocation = #_sourceLocation
  ) throws {
    let file = Binary.checkout.appendingPathComponent("Tests/CommandLineTests/Golden/\(name)")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data(text.utf8).write(to: file)
    }
    let golden = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let differing = zip(
      text.split(separator: "\n", omittingEmptySubsequences: false),
      golden.split(separator: "\n", omittingEmptySubsequences: false)
    ).first { $0 != $1 }
    #expect(
      text == golden,
      "\(name): \(differing.map { "\"\($0)\" stands where \"\($1)\" should" } ?? "lengths differ")",
      sourceLocation: location)
  }
}
