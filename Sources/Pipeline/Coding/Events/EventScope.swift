import Record
import Syntax

/// The passage that each word governs.
struct Extents {
  private var first: [Int]
  private var last: [Int]

  /// Measures every subtree, leaves first.
  init(_ tree: SyntaxTree) {
    first = Array(tree.words.indices)
    last = first
    var waiting = tree.dependents.map(\.count)
    var ready = tree.words.indices.filter { waiting[$0] == 0 }
    while let word = ready.popLast() {
      guard let head = tree.words[word].head else { continue }
      first[head] = min(first[head], first[word])
      last[head] = max(last[head], last[word])
      waiting[head] -= 1
      if waiting[head] == 0 { ready.append(head) }
    }
  }

  /// The bytes of a candidate's clause: its subtree, with those of the verbs that carry it.
  func range(of candidate: EventCandidate, _ tree: SyntaxTree) -> Range<Int> {
    var low = first[candidate.head]
    var high = last[candidate.head]
    for governor in candidate.governors where tree.words[governor].upos == .verb {
      low = min(low, first[governor])
      high = max(high, last[governor])
    }
    // Closing punctuation that hangs on the verb is not what it says.
    while high > candidate.head, tree.words[high].upos == .punct { high -= 1 }
    while low < candidate.head, tree.words[low].upos == .punct { low += 1 }
    return tree.words[low].range.lowerBound..<tree.words[high].range.upperBound
  }
}

/// On whose word each word of the text stands.
struct StatementCover {
  private var statementOfWord: [Int: Int] = [:]

  /// Lays the contents of statements over the words, inner ones last.
  init(_ reading: Reading) {
    let words = reading.tree.words
    let contents = reading.statements.enumerated().flatMap { index, found in
      found.content.map { (index, $0) }
    }
    let bySize = contents.indices.sorted {
      let (a, b) = (contents[$0].1.count, contents[$1].1.count)
      return a != b ? a > b : $0 < $1
    }
    for position in bySize {
      let (index, range) = contents[position]
      var low = words.partitioningIndex { $0.range.lowerBound < range.lowerBound }
      while low < words.count, words[low].range.lowerBound < range.upperBound {
        statementOfWord[low] = index
        low += 1
      }
    }
  }

  /// The statement within whose content a word stands.
  func statement(at word: Int) -> Int? { statementOfWord[word] }
}

/// The events with parties that a definite act may take up again.
struct RecentEvents {
  /// How many sentences back an act is remembered.
  private static let reach = 8

  private var latest: [EventType: EventFound] = [:]

  /// Remembers an event.
  mutating func add(_ event: EventFound) {
    if event.actors.isEmpty && event.recipients.isEmpty { return }
    latest[event.type] = event
  }

  /// The latest event of a type not long before a word.
  func latest(_ type: EventType, before word: Int, in tree: SyntaxTree) -> EventFound? {
    guard let found = latest[type],
      tree.words[word].sentence - tree.words[found.head].sentence <= Self.reach
    else { return nil }
    return found
  }
}
