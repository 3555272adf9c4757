import Syntax

/// Trains the parser by a structured perceptron with maximum-violation updates (Huang, Fayong and Guo 2012).
struct ParserTrainer {
  let labels: Int
  let rootLabel: UInt8
  let width: Int
  let epochs: Int
  let seed: UInt64

  /// The weights of steps and labels.
  func train(
    on sentences: [Treebank.Sentence], words: [ParserWords], report: (String) -> Void
  ) -> (actions: PerceptronTable, labels: PerceptronTable) {
    let actionTable = PerceptronTable(classes: 3)
    let labelTable = PerceptronTable(classes: labels)
    let search = ParserSearch(
      actions: actionTable, labels: labelTable, width: width, rootLabel: rootLabel)
    let updater = ParserUpdater(actions: actionTable, labels: labelTable)
    var random = TrainingRandom(seed: seed)
    for epoch in 1...max(1, epochs) {
      var wrong = 0
      for number in random.order(sentences.count) {
        if let pair = violation(sentences[number], words[number], search) {
          wrong += 1
          updater.update(pair.states, predicted: pair.predicted, gold: pair.gold, words[number])
        }
        actionTable.step += 1
        labelTable.step += 1
      }
      report("parser: epoch \(epoch), \(wrong) of \(sentences.count) sentences wrong")
    }
    return (actionTable, labelTable)
  }

  /// Where the search's best goes furthest beyond the treebank's tree; nil where it finds that.
  private func violation(
    _ sentence: Treebank.Sentence, _ words: ParserWords, _ search: ParserSearch<PerceptronTable>
  ) -> (states: ParserStates, predicted: Int, gold: Int)? {
    var oracle = ParserOracle(sentence)
    var states = ParserStates(count: words.count)
    states.states.reserveCapacity(words.count * 2 * (width + 1))
    var beam = 0..<1
    var gold = 0
    var worst: (predicted: Int, gold: Int, excess: Int64)?
    for _ in 1..<words.count * 2 {
      let (action, label) = oracle.next(states.states[gold], below: { states.states[Int($0)] })
      let from = gold
      beam = search.step(&states, beam, words)
      gold = -1
      for index in beam {
        let state = states.states[index]
        if Int(state.parent) == from && state.action == action
          && (action == .shift || state.label == label)
        {
          gold = index
        }
      }
      if gold < 0 {
        var state = states.after(action, label: label, from: from)
        let scores = search.scores(from: from, states, words)
        state.score +=
          action == .shift ? scores.0 : action == .left ? scores.1 : scores.2
        if action != .shift {
          state.score += search.score(ofLabel: label, from: from, action, states, words)
        }
        gold = states.states.count
        states.states.append(state)
      }
      let best = beam.lowerBound
      if best != gold {
        let excess = states.states[best].score - states.states[gold].score
        if worst.map({ excess >= $0.excess }) ?? true { worst = (best, gold, excess) }
      }
    }
    guard beam.lowerBound != gold, let worst else { return nil }
    return (states, worst.predicted, worst.gold)
  }
}

/// The treebank's next step: an arc to the right word as soon as it can be made.
struct ParserOracle {
  private let heads: [Int32]
  private let labels: [UInt8]
  /// The last dependent of each word.
  private var last: [Int32]

  init(_ sentence: Treebank.Sentence) {
    heads = sentence.heads
    labels = sentence.labels
    last = [Int32](repeating: -1, count: heads.count)
    for (word, head) in heads.enumerated() where head >= 0 { last[Int(head)] = Int32(word) }
  }

  mutating func next(_ state: ParserState, below: (Int32) -> ParserState) -> (ParserAction, UInt8) {
    let top = state.top.word
    let front = state.front.word
    guard top >= 0 else { return (.shift, 0) }
    if front >= 0 && heads[Int(top)] == front { return (.left, labels[Int(top)]) }
    if state.below >= 0 && heads[Int(top)] == below(state.below).top.word
      && (front < 0 || last[Int(top)] < front)
    {
      return (.right, labels[Int(top)])
    }
    return (.shift, 0)
  }
}

/// Raises the weights of one path through the states and lowers those of another.
struct ParserUpdater {
  let actions: PerceptronTable
  let labels: PerceptronTable

  func update(_ states: ParserStates, predicted: Int, gold: Int, _ words: ParserWords) {
    let actionKeys = UnsafeMutableBufferPointer<UInt64>.allocate(
      capacity: ParserFeatures.actionRoom)
    let labelKeys = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: ParserFeatures.labelRoom)
    defer {
      actionKeys.deallocate()
      labelKeys.deallocate()
    }
    var (predicted, gold) = (predicted, gold)
    // Both paths have as many steps, so they meet in the state that they share.
    while predicted != gold {
      for (index, delta) in [(gold, Int32(1)), (predicted, -1)] {
        let state = states.states[index]
        let from = Int(state.parent)
        let count = ParserFeatures.fillAction(actionKeys, words, states.states, from)
        actions.update(
          UnsafeBufferPointer(rebasing: actionKeys[..<count]), Int(state.action.rawValue),
          by: delta)
        if state.action != .shift {
          let count = ParserFeatures.fillLabel(
            labelKeys, words, states.states, from, state.action)
          labels.update(
            UnsafeBufferPointer(rebasing: labelKeys[..<count]), Int(state.label), by: delta)
        }
      }
      predicted = Int(states.states[predicted].parent)
      gold = Int(states.states[gold].parent)
    }
  }
}
