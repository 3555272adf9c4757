/// The features by which the parser chooses its steps and labels.
///
/// The steps' after Zhang and Nivre (2011), "Transition-based Dependency Parsing with Rich Non-local Features".
package enum ParserFeatures {
  /// Room for the features of a step.
  package static let actionRoom = 144
  /// Room for the features of a label.
  package static let labelRoom = 96

  @inline(__always)
  private static func distance(_ a: Int32, _ b: Int32) -> UInt64 {
    if a < 0 || b < 0 { return 0 }
    let distance = abs(Int(b) - Int(a))
    return distance < 5 ? UInt64(distance) : distance < 8 ? 5 : distance < 14 ? 6 : 7
  }

  /// Fills `keys` for the step from a state; gives their number.
  package static func fillAction(
    _ keys: UnsafeMutableBufferPointer<UInt64>, _ words: ParserWords, _ states: [ParserState],
    _ index: Int
  ) -> Int {
    var next = 0
    @inline(__always) func put(_ key: UInt64) {
      keys[next] = key
      next += 1
    }
    let state = states[index]
    let s0 = state.top
    let b0 = state.front
    let s1 = state.below >= 0 ? states[Int(state.below)].top : PartialTree()
    let below1 = state.below >= 0 ? states[Int(state.below)].below : -1
    let s2 = below1 >= 0 ? states[Int(below1)].top : PartialTree()
    let b1: Int32 = b0.word >= 0 && Int(b0.word) + 1 < words.count ? b0.word + 1 : -1
    let b2: Int32 = b1 >= 0 && Int(b1) + 1 < words.count ? b1 + 1 : -1
    @inline(__always) func w(_ at: Int32) -> UInt64 { words.forms[Int(at + 1)] }
    @inline(__always) func p(_ at: Int32) -> UInt64 { words.tags[Int(at + 1)] }
    @inline(__always) func wp(_ at: Int32) -> UInt64 { words.both[Int(at + 1)] }
    @inline(__always) func f(_ at: Int32) -> UInt64 { words.fine[Int(at + 1)] }
    @inline(__always) func c(_ at: Int32) -> UInt64 { words.coarse[Int(at + 1)] }
    let (s0w, s0p, s0wp) = (w(s0.word), p(s0.word), wp(s0.word))
    let (s1w, s1p, s1wp) = (w(s1.word), p(s1.word), wp(s1.word))
    let (b0w, b0p, b0wp) = (w(b0.word), p(b0.word), wp(b0.word))
    let (b1w, b1p, b1wp) = (w(b1), p(b1), wp(b1))
    let (s2w, s2p) = (w(s2.word), p(s2.word))
    let b2p = p(b2)
    put(FeatureKey.of(1, 0))
    put(FeatureKey.of(2, s0wp))
    put(FeatureKey.of(3, s0w))
    put(FeatureKey.of(4, s0p))
    put(FeatureKey.of(5, s1wp))
    put(FeatureKey.of(6, s1w))
    put(FeatureKey.of(7, s1p))
    put(FeatureKey.of(8, b0wp))
    put(FeatureKey.of(9, b0w))
    put(FeatureKey.of(10, b0p))
    put(FeatureKey.of(11, b1wp))
    put(FeatureKey.of(12, b1w))
    put(FeatureKey.of(13, b1p))
    put(FeatureKey.of(14, w(b2)))
    put(FeatureKey.of(15, b2p))
    put(FeatureKey.of(16, s2w))
    put(FeatureKey.of(17, s2p))
    // Top and next word.
    put(FeatureKey.of(21, s0wp, b0p))
    put(FeatureKey.of(22, s0p, b0wp))
    put(FeatureKey.of(23, s0w, b0w))
    put(FeatureKey.of(24, s0p, b0p))
    put(FeatureKey.of(25, b0p, b1p))
    put(FeatureKey.of(26, s0p, b0p, b1p))
    put(FeatureKey.of(27, s0w, b0p, b1p))
    put(FeatureKey.of(28, b0p, b1p, b2p))
    put(FeatureKey.of(30, s0p, b0p, FeatureKey.of(30, b1p, b2p)))
    // The two topmost.
    put(FeatureKey.of(32, s1wp, s0p))
    put(FeatureKey.of(33, s1p, s0wp))
    put(FeatureKey.of(34, s1w, s0w))
    put(FeatureKey.of(35, s1p, s0p))
    put(FeatureKey.of(36, s1p, s0p, b0p))
    put(FeatureKey.of(37, s1w, s0p, b0p))
    put(FeatureKey.of(38, s1p, s0w, b0p))
    put(FeatureKey.of(39, s1p, s0p, b0w))
    put(FeatureKey.of(40, s2p, s1p, s0p))
    put(FeatureKey.of(41, s1p, b0p))
    put(FeatureKey.of(43, s1w, b0p))
    put(FeatureKey.of(44, s1p, b0w))
    put(FeatureKey.of(45, s2p, s1p, FeatureKey.of(45, s0p, b0p)))
    // Distances.
    let near = distance(s0.word, b0.word)
    let far = distance(s1.word, s0.word)
    put(FeatureKey.of(46, near, s0w))
    put(FeatureKey.of(47, near, s0p))
    put(FeatureKey.of(48, near, b0w))
    put(FeatureKey.of(49, near, b0p))
    put(FeatureKey.of(50, near, s0p, b0p))
    put(FeatureKey.of(51, far, s1w))
    put(FeatureKey.of(52, far, s1p))
    put(FeatureKey.of(53, far, s0p))
    put(FeatureKey.of(54, far, s1p, s0p))
    // What lies between.
    if b0.word >= 0 && s0.word >= 0 {
      let verbs = UInt64(min(2, words.verbs[Int(b0.word)] - words.verbs[Int(s0.word) + 1]))
      let commas = UInt64(min(2, words.commas[Int(b0.word)] - words.commas[Int(s0.word) + 1]))
      put(FeatureKey.of(55, verbs << 4 | commas, s0p, b0p))
      put(FeatureKey.of(56, commas, s0p, b0p))
    }
    if s1.word >= 0 {
      let verbs = UInt64(min(2, words.verbs[Int(s0.word)] - words.verbs[Int(s1.word) + 1]))
      let commas = UInt64(min(2, words.commas[Int(s0.word)] - words.commas[Int(s1.word) + 1]))
      put(FeatureKey.of(57, verbs << 4 | commas, s1p, s0p))
      put(FeatureKey.of(58, commas, s1p, s0p))
    }
    // Valency.
    let s0r = UInt64(s0.rightCount)
    let s0l = UInt64(s0.leftCount)
    let b0l = UInt64(b0.leftCount)
    put(FeatureKey.of(59, s0w, s0r))
    put(FeatureKey.of(60, s0p, s0r))
    put(FeatureKey.of(61, s0w, s0l))
    put(FeatureKey.of(62, s0p, s0l))
    put(FeatureKey.of(63, b0w, b0l))
    put(FeatureKey.of(64, b0p, b0l))
    put(FeatureKey.of(65, s1p, UInt64(s1.rightCount)))
    put(FeatureKey.of(66, s1w, UInt64(s1.rightCount)))
    // Dependents.
    put(FeatureKey.of(67, wp(s0.left1)))
    put(FeatureKey.of(68, p(s0.left1), s0p))
    put(FeatureKey.of(69, UInt64(s0.leftLabel1), s0p))
    put(FeatureKey.of(70, wp(s0.right1)))
    put(FeatureKey.of(71, p(s0.right1), s0p))
    put(FeatureKey.of(72, UInt64(s0.rightLabel1), s0p))
    put(FeatureKey.of(73, wp(b0.left1)))
    put(FeatureKey.of(74, p(b0.left1), b0p))
    put(FeatureKey.of(75, UInt64(b0.leftLabel1), b0p))
    put(FeatureKey.of(76, s0p, p(s0.left1), b0p))
    put(FeatureKey.of(77, s0p, p(s0.right1), b0p))
    put(FeatureKey.of(78, s0p, p(b0.left1), b0p))
    put(FeatureKey.of(79, s1p, p(s1.right1), s0p))
    put(FeatureKey.of(80, s1p, p(s0.left1), s0p))
    put(FeatureKey.of(81, s1p, p(s0.right1), s0p))
    put(FeatureKey.of(82, s1p, p(s1.left1), s0p))
    put(FeatureKey.of(83, w(s0.left1), s0p, s1p))
    put(FeatureKey.of(85, s0p, p(s0.left1), p(s0.left2)))
    put(FeatureKey.of(86, s0p, p(s0.right1), p(s0.right2)))
    put(FeatureKey.of(87, b0p, p(b0.left1), p(b0.left2)))
    put(FeatureKey.of(88, UInt64(s0.leftLabel1), UInt64(s0.leftLabel2), s0p))
    put(FeatureKey.of(89, UInt64(s0.rightLabel1), UInt64(s0.rightLabel2), s0p))
    // Which labels a word has got already.
    put(FeatureKey.of(90, s0w, s0.leftLabels))
    put(FeatureKey.of(91, s0p, s0.leftLabels))
    put(FeatureKey.of(92, s0w, s0.rightLabels))
    put(FeatureKey.of(93, s0p, s0.rightLabels))
    put(FeatureKey.of(94, b0w, b0.leftLabels))
    put(FeatureKey.of(95, b0p, b0.leftLabels))
    put(FeatureKey.of(96, s1p, s1.rightLabels, s0p))
    put(FeatureKey.of(97, s1p, s1.leftLabels, s0p))
    put(FeatureKey.of(98, s0p, s0.leftLabels, b0p))
    put(FeatureKey.of(99, s0p, s0.rightLabels, b0p))
    put(FeatureKey.of(100, s1p, s0p, s0.leftLabels))
    put(FeatureKey.of(101, s1p, FeatureKey.of(101, s1.leftLabels, s1.rightLabels), b0p))
    put(FeatureKey.of(102, b1wp, s0p, b0p))
    put(FeatureKey.of(104, p(s0.word + 1 < Int32(words.count) ? s0.word + 1 : -1), s0p, b0p))
    // Groups of words in the place of words.
    let (s0f, s1f, b0f) = (f(s0.word), f(s1.word), f(b0.word))
    let (s0c, s1c, b0c) = (c(s0.word), c(s1.word), c(b0.word))
    put(FeatureKey.of(106, s0f, s0p))
    put(FeatureKey.of(107, s1f, s1p))
    put(FeatureKey.of(108, b0f, b0p))
    put(FeatureKey.of(109, s0f, b0f))
    put(FeatureKey.of(110, s1f, s0f))
    put(FeatureKey.of(111, s0c, b0c))
    put(FeatureKey.of(112, s1c, s0c))
    put(FeatureKey.of(113, s0f, b0p))
    put(FeatureKey.of(114, s0p, b0f))
    put(FeatureKey.of(115, s1f, s0p))
    put(FeatureKey.of(116, s1p, s0f))
    put(FeatureKey.of(117, s1c, s0c, b0c))
    put(FeatureKey.of(118, f(b1), b0p))
    put(FeatureKey.of(119, w(s0.left1), s0c, s1f))
    put(FeatureKey.of(120, w(b0.word - 1 >= 0 ? b0.word - 1 : -1), s0p, b0w))
    put(FeatureKey.of(121, w(b0.word - 1 >= 0 ? b0.word - 1 : -1), s1p, s0p))
    // How much is left on the stack tells which word may be the root.
    let depth: UInt64 = state.below < 0 ? 0 : below1 < 0 ? 1 : 2
    put(FeatureKey.of(122, depth, s0p, b0p))
    put(FeatureKey.of(123, depth, s1p, s0p))
    put(FeatureKey.of(105, p(b0.word - 1 >= 0 ? b0.word - 1 : -1), s0p, b0p))
    return next
  }

  /// Fills `keys` for the label of the top's arc to its new head; gives their number.
  package static func fillLabel(
    _ keys: UnsafeMutableBufferPointer<UInt64>, _ words: ParserWords, _ states: [ParserState],
    _ index: Int, _ action: ParserAction
  ) -> Int {
    var next = 0
    let state = states[index]
    let d = state.top
    let isLeft = action == .left
    let h = isLeft ? state.front : states[Int(state.below)].top
    let side: UInt64 = isLeft ? 0 : 0x100
    @inline(__always) func put(_ key: UInt64) {
      keys[next] = key
      next += 1
    }
    @inline(__always) func w(_ at: Int32) -> UInt64 { words.forms[Int(at + 1)] }
    @inline(__always) func p(_ at: Int32) -> UInt64 { words.tags[Int(at + 1)] }
    @inline(__always) func wp(_ at: Int32) -> UInt64 { words.both[Int(at + 1)] }
    let (hw, hp, hwp) = (w(h.word), p(h.word), wp(h.word))
    let (dw, dp, dwp) = (w(d.word), p(d.word), wp(d.word))
    let apart = distance(h.word, d.word)
    let labels = isLeft ? h.leftLabels : h.rightLabels
    let last = UInt64(isLeft ? h.leftLabel1 : h.rightLabel1)
    let count = UInt64(isLeft ? h.leftCount : h.rightCount)
    let other = isLeft ? h.rightLabels : h.leftLabels
    put(FeatureKey.of(side | 1, 0))
    put(FeatureKey.of(side | 2, hw))
    put(FeatureKey.of(side | 3, hp))
    put(FeatureKey.of(side | 4, hwp))
    put(FeatureKey.of(side | 5, dw))
    put(FeatureKey.of(side | 6, dp))
    put(FeatureKey.of(side | 7, dwp))
    put(FeatureKey.of(side | 8, hw, dw))
    put(FeatureKey.of(side | 9, hp, dp))
    put(FeatureKey.of(side | 10, hw, dp))
    put(FeatureKey.of(side | 11, hp, dw))
    put(FeatureKey.of(side | 13, hp, dp, apart))
    put(FeatureKey.of(side | 14, dw, apart))
    // The dependent's own: its preposition or conjunction says much.
    put(FeatureKey.of(side | 15, w(d.left1), dp))
    put(FeatureKey.of(side | 16, w(d.left1), dp, hp))
    put(FeatureKey.of(side | 17, w(d.left1), hw))
    put(FeatureKey.of(side | 19, p(d.left1), dp, hp))
    put(FeatureKey.of(side | 20, d.leftLabels, dp))
    put(FeatureKey.of(side | 21, d.leftLabels, dp, hp))
    put(FeatureKey.of(side | 22, d.rightLabels, dp, hp))
    put(FeatureKey.of(side | 23, UInt64(d.leftLabel1), dp, hp))
    put(FeatureKey.of(side | 24, UInt64(d.rightLabel1), dp, hp))
    put(FeatureKey.of(side | 25, UInt64(d.leftLabel1), UInt64(d.leftLabel2), dp))
    put(FeatureKey.of(side | 26, w(d.left2), dp, hp))
    put(FeatureKey.of(side | 27, p(d.right1), dp, hp))
    // The head's: what it has got already.
    put(FeatureKey.of(side | 28, labels, dp))
    put(FeatureKey.of(side | 29, labels, hp, dp))
    put(FeatureKey.of(side | 30, labels, hw))
    put(FeatureKey.of(side | 31, last, dp, hp))
    put(FeatureKey.of(side | 32, last, dw))
    put(FeatureKey.of(side | 33, count, dp, hp))
    put(FeatureKey.of(side | 34, other, hp, dp))
    put(FeatureKey.of(side | 35, h.leftLabels, h.rightLabels, dp))
    put(FeatureKey.of(side | 36, p(isLeft ? h.left1 : h.right1), dp, hp))
    put(FeatureKey.of(side | 37, w(isLeft ? h.left1 : h.right1), dp, hp))
    // Around them.
    let after = d.word + 1 < Int32(words.count) ? d.word + 1 : -1
    let before = d.word - 1
    put(FeatureKey.of(side | 38, p(after), dp, hp))
    put(FeatureKey.of(side | 39, p(before), dp, hp))
    put(FeatureKey.of(side | 40, w(before), dp, hp))
    let between =
      words.commas[Int(max(h.word, d.word))] - words.commas[Int(min(h.word, d.word)) + 1]
    let verbs = words.verbs[Int(max(h.word, d.word))] - words.verbs[Int(min(h.word, d.word)) + 1]
    put(FeatureKey.of(side | 42, UInt64(min(2, between)), dp, hp))
    put(FeatureKey.of(side | 43, UInt64(min(2, verbs)), dp, hp))
    put(FeatureKey.of(side | 44, p(state.front.word), dp, hp))
    put(FeatureKey.of(side | 45, d.leftLabels, hw))
    put(
      FeatureKey.of(side | 47, words.universal[Int(h.word) + 1], words.universal[Int(d.word) + 1]))
    @inline(__always) func f(_ at: Int32) -> UInt64 { words.fine[Int(at + 1)] }
    @inline(__always) func c(_ at: Int32) -> UInt64 { words.coarse[Int(at + 1)] }
    put(FeatureKey.of(side | 48, f(h.word), dp))
    put(FeatureKey.of(side | 49, f(d.word), hp))
    put(FeatureKey.of(side | 50, f(h.word), f(d.word)))
    put(FeatureKey.of(side | 51, c(h.word), c(d.word), dp))
    put(FeatureKey.of(side | 52, f(d.word), w(d.left1)))
    put(FeatureKey.of(side | 53, f(h.word), w(d.left1), dp))
    put(FeatureKey.of(side | 54, f(d.word), d.leftLabels))
    put(FeatureKey.of(side | 55, f(h.word), labels, dp))
    // Who speaks stands after the verb where a comma or quotation mark stands before it.
    put(FeatureKey.of(side | 56, w(h.word - 1), hw, dp))
    put(FeatureKey.of(side | 57, w(h.word - 1), hp, dp))
    put(FeatureKey.of(side | 58, w(h.word + 1 < Int32(words.count) ? h.word + 1 : -1), hp, dp))
    put(FeatureKey.of(side | 59, other, hw, dp))
    put(FeatureKey.of(side | 60, other, hw, w(h.word - 1)))
    put(FeatureKey.of(side | 61, w(d.word - 1), p(before - 1 >= 0 ? before - 1 : -1), dp))
    return next
  }
}
