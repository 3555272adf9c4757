import Foundation
import Testing

/// The binary that the build made, run as a user runs it.
enum Binary {
  /// What a run left behind.
  struct Outcome {
    let status: Int32
    let output: String
    let error: String

    /// The lines of standard output.
    var lines: [String] { output.split(separator: "\n").map(String.init) }
    /// The objects of standard output, one a line.
    var objects: [[String: Any]] {
      get throws {
        try lines.map {
          try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
      }
    }
  }

  /// The folder of the test executable, where the build puts the products too.
  static let folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent()

  /// The checkout.
  static let checkout = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Runs `newsline` with these arguments.
  static func newsline(
    _ arguments: String..., input: Data? = nil, in directory: URL? = nil, asUser user: Int? = nil
  ) throws -> Outcome {
    let newsline = folder.appendingPathComponent("newsline").path
    var command = [newsline] + arguments
    if let user {
      command = ["/usr/bin/setpriv", "--reuid=\(user)", "--clear-groups"] + command
    }
    return try run(command, input: input, in: directory)
  }

  /// Runs a command to its end.
  static func run(
    _ command: [String], input: Data? = nil, in directory: URL? = nil
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    process.currentDirectoryURL = directory
    // Files rather than pipes: nobody need read while the process writes.
    let scratch = try Scratch()
    defer { scratch.remove() }
    let output = try scratch.file("stdout", Data())
    let error = try scratch.file("stderr", Data())
    process.standardInput = try FileHandle(
      forReadingFrom: input.map { try scratch.file("stdin", $0) }
        ?? URL(fileURLWithPath: "/dev/null"))
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: error)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      error: String(decoding: try Data(contentsOf: error), as: UTF8.self))
  }

  /// A page or text of Tests/Fixtures.
  static func fixture(_ name: String) -> String {
    checkout.appendingPathComponent("Tests/Fixtures/\(name)").path
  }
}

/// A folder of a test's own.
struct Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("newsline-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// Writes a file there.
  @discardableResult
  func file(_ name: String, _ content: Data) throws -> URL {
    let url = folder.appendingPathComponent(name)
    try content.write(to: url)
    return url
  }

  /// Writes a text there and gives its path.
  func text(_ name: String, _ content: String) throws -> String {
    try file(name, Data(content.utf8)).path
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }
}
