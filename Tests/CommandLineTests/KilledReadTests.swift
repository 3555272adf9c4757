import Foundation
import Testing

/// Reading that is killed, and reading by two at once.
@Suite(.serialized)
struct KilledReadTests {
  private static let count = 240

  /// Small documents, each of its own text.
  private func documents(in scratch: Scratch) throws -> String {
    let lines = (0..<Self.count).map { number in
      #"{"id":"d\#(number)","text":"Norway condemned attack number \#(number) on Monday. "#
        + #"Iceland will send \#(number + 2) ships to Oslo.","published":"2021-03-18"}"#
    }
    return try scratch.text("news.jsonl", lines.joined(separator: "\n") + "\n")
  }

  /// Starts `newsline read`, its standard output in a file.
  private func start(_ input: String, _ store: String, output: URL) throws -> Process {
    let process = Process()
    process.executableURL = Binary.folder.appendingPathComponent("newsline")
    process.arguments = ["read", "--quiet", input, "--db", store]
    try Data().write(to: output)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// The documents of whole lines that a run has told of.
  private func told(_ output: URL) throws -> [String] {
    let text = try String(contentsOf: output, encoding: .utf8)
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .filter { !$0.hasPrefix("read ") }
      .compactMap { $0.split(separator: " ").last.map(String.init) }
  }

  /// The documents in a store; none where the killed run had not made one yet.
  private func stored(_ store: String) throws -> [String] {
    guard FileManager.default.fileExists(atPath: store) else { return [] }
    let outcome = try Binary.newsline("export", "documents", "--format", "jsonl", "--db", store)
    #expect(outcome.status == 0)
    #expect(outcome.error == "")
    return try outcome.objects.compactMap { $0["input"] as? String }
  }

  @Test(
    "After each of 20 kills the store opens, with all that was told in it once; the next run ends it"
  )
  func killed() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let input = try documents(in: scratch)
    let output = scratch.folder.appendingPathComponent("told")
    let began = Date()
    let whole = try start(input, scratch.folder.path + "/whole.db", output: output)
    whole.waitUntilExit()
    let duration = -began.timeIntervalSinceNow
    #expect(try told(output).count == Self.count)
    var killedInTheMidst = 0
    for number in 0..<20 {
      let store = scratch.folder.path + "/\(number % 5).db"
      let process = try start(input, store, output: output)
      usleep(UInt32(Double.random(in: 0...duration) * 1_000_000))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let names = try stored(store)
      #expect(Set(names).count == names.count)
      let told = try told(output)
      #expect(Set(told).isSubset(of: names))
      if (1..<Self.count).contains(names.count) { killedInTheMidst += 1 }
    }
    // Or else the kills have tried nothing.
    #expect(killedInTheMidst > 0)
    for store in 0..<5 {
      let path = scratch.folder.path + "/\(store).db"
      let last = try start(input, path, output: output)
      last.waitUntilExit()
      #expect(last.terminationStatus == 0)
      #expect(try stored(path).sorted() == (0..<Self.count).map { "d\($0)" }.sorted())
    }
  }

  @Test("Two runs at once over the same documents store each once")
  func two() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let input = try documents(in: scratch)
    let store = scratch.folder.path + "/news.db"
    let outputs = [0, 1].map { scratch.folder.appendingPathComponent("told-\($0)") }
    let runs = try outputs.map { try start(input, store, output: $0) }
    for run in runs {
      run.waitUntilExit()
      #expect(run.terminationStatus == 0)
    }
    let lines = try outputs.flatMap {
      try String(contentsOf: $0, encoding: .utf8).split(separator: "\n")
    }
    #expect(lines.filter { $0.hasPrefix("new ") }.count == Self.count)
    #expect(lines.filter { $0.hasPrefix("unchanged ") }.count == Self.count)
    #expect(try stored(store).count == Self.count)
  }
}
