import Record
import Syntax
import Tables

/// PLOVER's contexts, by the words around a trigger.
struct EventContexts: Sendable {
  /// How far from the trigger words count.
  private static let reach = 16
  /// More than these would tell nothing.
  private static let most = 3

  /// The names in PLOVER's order.
  private(set) var names: [String] = []
  private var contexts: [String: [Int]] = [:]

  /// Reads the compiled-in table.
  init() throws {
    let table = try TabSeparatedTable(
      embedded: "lexicons/events/contexts.tsv", columns: 2, required: 2)
    for row in table.rows {
      let number = names.firstIndex(of: row[0]) ?? names.count
      if number == names.count { names.append(row[0]) }
      for lemma in row[1].split(separator: " ") {
        contexts[String(lemma), default: []].append(number)
      }
    }
  }

  /// The contexts of an event at a word, those with most words first, and the words that told.
  func contexts(at head: Int, in tree: SyntaxTree) -> (names: [String], evidence: [String]) {
    let sentence = tree.sentences[tree.words[head].sentence].words
    let window =
      max(sentence.lowerBound, head - Self.reach)..<min(sentence.upperBound, head + Self.reach)
    var counts = Array(repeating: 0, count: names.count)
    var evidence: [String] = []
    for word in window {
      let tag = tree.words[word].upos
      guard tag == .noun || tag == .adj || tag == .verb || tag == .propn else { continue }
      for number in contexts[tree.words[word].lemma.lowercased()] ?? [] {
        counts[number] += 1
        evidence.append("context \(names[number]): \(tree.words[word].form)")
      }
    }
    let found = counts.indices.filter { counts[$0] > 0 }
      .sorted { counts[$0] != counts[$1] ? counts[$0] > counts[$1] : $0 < $1 }
      .prefix(Self.most)
    return (found.sorted().map { names[$0] }, evidence)
  }
}
