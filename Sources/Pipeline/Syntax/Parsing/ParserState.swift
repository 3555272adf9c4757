/// A step of the parser.
package enum ParserAction: UInt8 {
  /// The next word goes on the stack.
  case shift = 0
  /// The stack's top becomes a dependent of the next word.
  case left = 1
  /// The stack's top becomes a dependent of the word below it.
  case right = 2
}

/// A word in a state: which dependents it has got so far.
package struct PartialTree {
  /// The word's position in the sentence; -1 for none.
  package var word: Int32 = -1
  /// The outermost dependents on each side and those next to them; -1 for none.
  package var left1: Int32 = -1
  package var left2: Int32 = -1
  package var right1: Int32 = -1
  package var right2: Int32 = -1
  package var leftLabel1: UInt8 = 255
  package var leftLabel2: UInt8 = 255
  package var rightLabel1: UInt8 = 255
  package var rightLabel2: UInt8 = 255
  package var leftCount: UInt8 = 0
  package var rightCount: UInt8 = 0
  /// Which labels stand on each side, a bit each.
  package var leftLabels: UInt64 = 0
  package var rightLabels: UInt64 = 0

  @inline(__always)
  mutating func attachLeft(_ word: Int32, _ label: UInt8) {
    left2 = left1
    leftLabel2 = leftLabel1
    left1 = word
    leftLabel1 = label
    if leftCount < 6 { leftCount += 1 }
    leftLabels |= 1 << UInt64(label & 63)
  }

  @inline(__always)
  mutating func attachRight(_ word: Int32, _ label: UInt8) {
    right2 = right1
    rightLabel2 = rightLabel1
    right1 = word
    rightLabel1 = label
    if rightCount < 6 { rightCount += 1 }
    rightLabels |= 1 << UInt64(label & 63)
  }
}

/// A state of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011): a stack, the words still to come, and
/// the step that led here.
///
/// The stack is shared between states: each names the state whose top lies below its own, so that a step costs the
/// same however long the sentence is.
package struct ParserState {
  /// The state before this one; -1 for the first.
  package var parent: Int32 = -1
  /// The state whose top lies below this one's; -1 where there is none.
  package var below: Int32 = -1
  package var action: ParserAction = .shift
  package var label: UInt8 = 0
  /// Whether every step so far is that of the treebank (in training).
  package var isGold = false
  package var score: Int64 = 0
  /// The stack's top.
  package var top = PartialTree()
  /// The next word, with the dependents it has got from the stack.
  package var front = PartialTree()
}

/// The states of one sentence's search.
package struct ParserStates {
  package var states: [ParserState] = []
  private let count: Int32

  /// The first state of a sentence of `count` words.
  package init(count: Int) {
    self.count = Int32(count)
    var first = ParserState()
    first.front.word = count > 0 ? 0 : -1
    first.isGold = true
    states.append(first)
  }

  /// Whether a step can be taken from a state.
  @inline(__always)
  package func allows(_ action: ParserAction, from index: Int) -> Bool {
    let state = states[index]
    switch action {
    case .shift: return state.front.word >= 0
    case .left: return state.front.word >= 0 && state.top.word >= 0
    case .right: return state.below >= 0
    }
  }

  /// The state that a step leads to; not added yet.
  @inline(__always)
  package func after(_ action: ParserAction, label: UInt8, from index: Int) -> ParserState {
    var state = states[index]
    let old = state
    state.parent = Int32(index)
    state.action = action
    state.label = label
    switch action {
    case .shift:
      state.below = old.top.word >= 0 ? Int32(index) : -1
      state.top = old.front
      state.front = PartialTree()
      state.front.word = old.front.word + 1 < count ? old.front.word + 1 : -1
    case .left:
      state.front.attachLeft(old.top.word, label)
      pop(&state, old)
    case .right:
      pop(&state, old)
      state.top.attachRight(old.top.word, label)
    }
    return state
  }

  @inline(__always)
  private func pop(_ state: inout ParserState, _ old: ParserState) {
    if old.below >= 0 {
      let under = states[Int(old.below)]
      state.top = under.top
      state.below = under.below
    } else {
      state.top = PartialTree()
      state.below = -1
    }
  }

  /// Heads (-1 for the root) and labels by the steps that led to a state.
  package func tree(at end: Int, rootLabel: UInt8) -> (heads: [Int32], labels: [UInt8]) {
    var heads = [Int32](repeating: -1, count: Int(count))
    var labels = [UInt8](repeating: rootLabel, count: Int(count))
    var index = end
    while states[index].parent >= 0 {
      let state = states[index]
      let before = states[Int(state.parent)]
      let word = Int(before.top.word)
      switch state.action {
      case .shift: break
      case .left:
        heads[word] = before.front.word
        labels[word] = state.label
      case .right:
        heads[word] = states[Int(before.below)].top.word
        labels[word] = state.label
      }
      index = Int(state.parent)
    }
    return (heads, labels)
  }
}
