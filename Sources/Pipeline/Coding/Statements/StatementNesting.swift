import Syntax

/// Tells which statement carries which: "according to aides, X said …".
enum StatementNesting {
  /// Sets `via` of statements that are in the order of their ranges.
  ///
  /// Of all whose content holds a cue the one with the shortest such passage carries it. Cost: n log n in the passages.
  static func link(_ statements: inout [StatementFound], words: [Word]) {
    var passages: [(range: Range<Int>, statement: Int)] = []
    for (index, statement) in statements.enumerated() {
      passages += statement.content.map { ($0, index) }
    }
    passages.sort {
      ($0.range.lowerBound, -$0.range.upperBound, $0.statement)
        < ($1.range.lowerBound, -$1.range.upperBound, $1.statement)
    }
    let cues = statements.indices.sorted { statements[$0].cueHead < statements[$1].cueHead }
    var open: [Int] = []
    var next = 0
    for cue in cues {
      let at = words[statements[cue].cueHead].range.lowerBound
      while next < passages.count, passages[next].range.lowerBound <= at {
        while let last = open.last,
          passages[last].range.upperBound <= passages[next].range.lowerBound
        {
          open.removeLast()
        }
        open.append(next)
        next += 1
      }
      while let last = open.last, passages[last].range.upperBound <= at { open.removeLast() }
      if let carrier = open.last, passages[carrier].statement != cue {
        statements[cue].via = passages[carrier].statement
      }
    }
    for index in statements.indices where returns(to: index, statements) {
      statements[index].via = nil
    }
  }

  /// Whether the carriers of a statement lead back to it, as wrong trees can have it.
  private static func returns(to index: Int, _ statements: [StatementFound]) -> Bool {
    var at = statements[index].via
    for _ in 0..<32 {
      guard let carrier = at else { return false }
      if carrier == index { return true }
      at = statements[carrier].via
    }
    // Deeper than anybody quotes.
    return true
  }
}
