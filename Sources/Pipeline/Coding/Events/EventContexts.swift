import Record
import Syntax
import Tables

/// PLOVER's contexts: what an event's code tells of itself, and the words around its trigger, ordered by the document's topic.
struct EventContexts: Sendable {
  /// How far from the trigger words count.
  private static let reach = 16
  /// More than these would tell nothing.
  private static let most = 3
  /// How many words a term may have.
  private static let longestTerm = 3

  /// The names in PLOVER's order.
  private(set) var names: [String] = []
  private var contexts: [String: [Int]] = [:]
  /// The last words of terms, for which alone the words before are looked at.
  private var endings: Set<String> = []
  private var contextOfCode: [String: Int] = [:]

  /// Reads the compiled-in tables.
  ///
  /// - Throws: `TabSeparatedTable.Malformed` for a code whose context is none.
  init() throws {
    let table = try TabSeparatedTable(
      embedded: "lexicons/events/contexts.tsv", columns: 2, required: 2)
    for row in table.rows {
      let number = names.firstIndex(of: row[0]) ?? names.count
      if number == names.count { names.append(row[0]) }
      for lemma in row[1].split(separator: " ") {
        contexts[String(lemma), default: []].append(number)
        if let part = lemma.lastIndex(of: "_") {
          endings.insert(String(lemma[lemma.index(after: part)...]))
        }
      }
    }
    let codes = try TabSeparatedTable(
      embedded: "lexicons/events/cameo.tsv", columns: 3, required: 2)
    for row in codes.rows where !row[2].isEmpty {
      guard let number = names.firstIndex(of: row[2]) else {
        throw TabSeparatedTable.Malformed(
          file: codes.file, line: row.line,
          reason: "column 3: unknown context \(row[2]); allowed: "
            + names.joined(separator: " "))
      }
      contextOfCode[row[0]] = number
    }
  }

  /// The contexts that each word of a document tells, and how often each is told: its topic.
  struct Topic: Sendable {
    fileprivate var ofWord: [Int: [Int]] = [:]
    fileprivate var counts: [Int]
  }

  /// Reads a document's topic.
  ///
  /// Cost: a look-up for each word and term.
  func topic(of tree: SyntaxTree) -> Topic {
    var topic = Topic(counts: Array(repeating: 0, count: names.count))
    for (index, word) in tree.words.enumerated() {
      switch word.upos {
      case .noun, .adj, .verb, .propn, .num: break
      default: continue
      }
      let lemma = word.lemma.lowercased()
      var found = contexts[lemma] ?? []
      if endings.contains(lemma) {
        var term = lemma
        for earlier in (max(0, index - Self.longestTerm + 1)..<index).reversed() {
          guard tree.words[earlier].upos != .punct else { break }
          term = tree.words[earlier].form.lowercased() + "_" + term
          found += contexts[term] ?? []
        }
      }
      guard !found.isEmpty else { continue }
      topic.ofWord[index] = found
      for number in Set(found) { topic.counts[number] += 1 }
    }
    return topic
  }

  /// The contexts of an event, and the words that told: the code's own first, then those with most words near the
  /// trigger, of equals the one that the document tells most often.
  func contexts(
    at head: Int, code: String, in tree: SyntaxTree, _ topic: Topic
  ) -> (names: [String], evidence: [String]) {
    let sentence = tree.sentences[tree.words[head].sentence].words
    let window =
      max(sentence.lowerBound, head - Self.reach)..<min(sentence.upperBound, head + Self.reach)
    var counts = Array(repeating: 0, count: names.count)
    var evidence: [String] = []
    let own = contextOfCode[code]
    if let own {
      counts[own] = window.count + 1
      evidence.append("context \(names[own]): CAMEO \(code)")
    }
    for word in window {
      for number in topic.ofWord[word] ?? [] {
        counts[number] += 1
        evidence.append("context \(names[number]): \(tree.words[word].form)")
      }
    }
    let found = counts.indices.filter { counts[$0] > 0 }
      .sorted { (counts[$1], topic.counts[$1], $0) < (counts[$0], topic.counts[$0], $1) }
      .prefix(Self.most)
    return (found.sorted().map { names[$0] }, evidence)
  }
}
