import Foundation
import Knowledge
import Record
import Syntax
import Tables
import Testing

@testable import Coding

/// Times and quantities with a user's tables beside the compiled-in ones.
struct UserTablesTests {
  private func knowledge(_ files: [String: String]) throws -> KnowledgeBase {
    let path = FileManager.default.temporaryDirectory.path + "/tables-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: path) }
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    }
    return try KnowledgeBase(folders: [path])
  }

  /// Words parted at spaces; numbers and the words behind them are tagged so.
  private func reading(_ text: String) -> Reading {
    var words: [Word] = []
    var start = 0
    for part in text.split(separator: " ") {
      let upos: UPOS = part.first?.isNumber == true ? .num : .noun
      words.append(
        Word(
          form: String(part), lemma: part.lowercased(), upos: upos,
          range: start..<(start + part.utf8.count), sentence: 0))
      start += part.utf8.count + 1
    }
    let sentence = Sentence(words: 0..<words.count, range: 0..<text.utf8.count)
    return Reading(
      tree: SyntaxTree(text: text, words: words, sentences: [sentence]),
      published: CalendarDay(iso: "2018-10-01"))
  }

  @Test(
    "A user's festival is added, or takes the place of one of its name",
    arguments: [("Harvest Day", "2018-09-14"), ("Labor Day", "2018-05-02")])
  func festivals(name: String, day: String) throws {
    let knowledge = try knowledge(["festivals.tsv": "Harvest Day\t09-14\nLabor Day\t05-02"])
    var reading = reading("on \(name) 2018")
    try TimeReader(knowledge: knowledge).read(&reading)
    #expect(reading.times.map(\.start) == [day])
  }

  @Test("A user's currencies and number words are read")
  func quantities() throws {
    let knowledge = try knowledge([
      "quantities.tsv": "florin\tcurrency\tQZF", "numerals.tsv": "myriad\tscale\t10000",
    ])
    var reading = reading("3 myriad florin")
    try QuantityReader(knowledge: knowledge).read(&reading)
    #expect(reading.quantities.map(\.value) == [30_000])
    #expect(reading.quantities.map(\.unit) == ["QZF"])
  }

  @Test("A table that is wrong is refused with its file and line")
  func malformed() throws {
    let knowledge = try knowledge(["festivals.tsv": "# mine\nHarvest Day\t32-01"])
    #expect {
      try TimeReader(knowledge: knowledge)
    } throws: { error in
      "\(error)".contains("festivals.tsv:2: \"32-01\" is no rule for a date")
    }
  }
}
