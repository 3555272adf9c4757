/// Beam search over the parser's steps.
///
/// Every sequence of steps has 2n − 1 of them and ends with one root, so any sentence gets a tree, in time linear in
/// its length.
package struct ParserSearch<Table: Weights> {
  private let actions: Table
  private let labels: Table
  private let width: Int
  private let rootLabel: UInt8

  package init(actions: Table, labels: Table, width: Int, rootLabel: UInt8) {
    self.actions = actions
    self.labels = labels
    self.width = width
    self.rootLabel = rootLabel
  }

  /// A step that may be taken.
  package struct Candidate {
    package var from: Int32
    package var action: ParserAction
    package var label: UInt8
    package var score: Int64
  }

  /// Heads (-1 for the root) and labels.
  package func parse(_ words: ParserWords) -> (heads: [Int32], labels: [UInt8]) {
    guard words.count > 0 else { return ([], []) }
    var states = ParserStates(count: words.count)
    states.states.reserveCapacity(min(1 << 20, words.count * 2 * width))
    var beam = 0..<1
    for _ in 1..<words.count * 2 { beam = step(&states, beam, words) }
    var best = beam.lowerBound
    for index in beam where states.states[index].score > states.states[best].score { best = index }
    return states.tree(at: best, rootLabel: rootLabel)
  }

  /// Takes the best steps from the states of the beam; gives the new beam.
  package func step(_ states: inout ParserStates, _ beam: Range<Int>, _ words: ParserWords)
    -> Range<Int>
  {
    let first = states.states.count
    withUnsafeTemporaryAllocation(of: Candidate.self, capacity: width + 1) { best in
      var count = 0
      func offer(_ candidate: Candidate) {
        if count == width && candidate.score <= best[count - 1].score { return }
        var at = count
        while at > 0 && candidate.score > best[at - 1].score {
          best[at] = best[at - 1]
          at -= 1
        }
        best[at] = candidate
        if count < width { count += 1 }
      }
      for index in beam { candidates(from: index, states, words, offer) }
      for candidate in best[..<count] {
        var state = states.after(
          candidate.action, label: candidate.label, from: Int(candidate.from))
        state.score = candidate.score
        state.isGold = false
        states.states.append(state)
      }
    }
    return first..<states.states.count
  }

  /// Offers the steps from a state: the shift, and each arc with its two likeliest labels.
  @inline(__always)
  private func candidates(
    from index: Int, _ states: ParserStates, _ words: ParserWords, _ offer: (Candidate) -> Void
  ) {
    let score = states.states[index].score
    let steps = scores(from: index, states, words)
    if states.allows(.shift, from: index) {
      offer(Candidate(from: Int32(index), action: .shift, label: 0, score: score + steps.0))
    }
    for action in [ParserAction.left, .right] where states.allows(action, from: index) {
      let step = action == .left ? steps.1 : steps.2
      let (best, second) = bestLabels(from: index, action, states, words)
      for (label, points) in [best, second] {
        offer(
          Candidate(from: Int32(index), action: action, label: label, score: score + step + points))
      }
    }
  }

  /// The scores of the three steps from a state.
  package func scores(from index: Int, _ states: ParserStates, _ words: ParserWords)
    -> (Int64, Int64, Int64)
  {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: ParserFeatures.actionRoom) { keys in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: 4) { scores in
        scores.initialize(repeating: 0)
        let count = ParserFeatures.fillAction(keys, words, states.states, index)
        if let start = scores.baseAddress {
          actions.add(UnsafeBufferPointer(rebasing: keys[..<count]), to: start)
        }
        return (Int64(scores[0]), Int64(scores[1]), Int64(scores[2]))
      }
    }
  }

  /// The score of one label for an arc.
  package func score(
    ofLabel label: UInt8, from index: Int, _ action: ParserAction, _ states: ParserStates,
    _ words: ParserWords
  ) -> Int64 {
    labelScores(from: index, action, states, words) { Int64($0[Int(label)]) }
  }

  private func bestLabels(
    from index: Int, _ action: ParserAction, _ states: ParserStates, _ words: ParserWords
  ) -> ((UInt8, Int64), (UInt8, Int64)) {
    labelScores(from: index, action, states, words) { scores in
      var best = 0
      var second = -1
      for label in 1..<max(2, labels.classes) {
        if scores[label] > scores[best] {
          second = best
          best = label
        } else if second < 0 || scores[label] > scores[second] {
          second = label
        }
      }
      return ((UInt8(best), Int64(scores[best])), (UInt8(second), Int64(scores[second])))
    }
  }

  private func labelScores<Result>(
    from index: Int, _ action: ParserAction, _ states: ParserStates, _ words: ParserWords,
    _ use: (UnsafeMutableBufferPointer<Int32>) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: ParserFeatures.labelRoom) { keys in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: 256) { scores in
        scores.initialize(repeating: 0)
        let count = ParserFeatures.fillLabel(keys, words, states.states, index, action)
        if let start = scores.baseAddress {
          labels.add(UnsafeBufferPointer(rebasing: keys[..<count]), to: start)
        }
        return use(scores)
      }
    }
  }
}
