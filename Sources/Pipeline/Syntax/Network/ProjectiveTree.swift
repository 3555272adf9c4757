/// The best projective tree with one root (Eisner 1996), in the cube of the words: sentences are short.
package struct ProjectiveTree {
  /// Spans between two words, complete or not, with the head at the left or at the right.
  private var scores: [Float]
  private var splits: [Int16]
  private let count: Int

  private enum Span: Int {
    case openLeft, openRight, leftHead, rightHead
  }

  /// The heads of words 1…n by scores at `dependent * (n + 1) + head`, 0 being the root; of equals the first split.
  package static func heads(_ scores: [Float], words: Int) -> [Int] {
    guard words > 1 else { return [Int](repeating: 0, count: words) }
    var chart = ProjectiveTree(words: words)
    scores.withUnsafeBufferPointer { chart.fill($0) }
    return chart.heads(rootScore: { scores[($0 + 1) * (words + 1)] })
  }

  private init(words: Int) {
    count = words
    scores = [Float](repeating: 0, count: 4 * words * words)
    splits = [Int16](repeating: 0, count: 4 * words * words)
  }

  private mutating func fill(_ arcs: UnsafeBufferPointer<Float>) {
    let n = count
    scores.withUnsafeMutableBufferPointer { scores in
      splits.withUnsafeMutableBufferPointer { splits in
        guard let arcs = arcs.baseAddress, let scores = scores.baseAddress,
          let splits = splits.baseAddress
        else { return }
        let area = n * n
        let openLeft = scores
        let openRight = scores + area
        let leftHead = scores + 2 * area
        // Indexed by the right end first, so that the loop over splits runs along memory.
        let rightHead = scores + 3 * area
        for width in 1..<n {
          for i in 0..<n - width {
            let j = i + width
            var best = leftHead[i * n + i] + rightHead[j * n + i + 1]
            var at = i
            for k in i + 1..<max(j, i + 1) {
              let sum = leftHead[i * n + k] + rightHead[j * n + k + 1]
              if sum > best { (best, at) = (sum, k) }
            }
            // Arcs between the words i and j, whose numbers in `arcs` are one higher.
            openLeft[j * n + i] = best + arcs[(i + 1) * (n + 1) + j + 1]
            openRight[i * n + j] = best + arcs[(j + 1) * (n + 1) + i + 1]
            splits[i * n + j] = Int16(truncatingIfNeeded: at)
            var left = rightHead[i * n + i] + openLeft[j * n + i]
            var leftAt = i
            for k in i + 1..<max(j, i + 1) {
              let sum = rightHead[k * n + i] + openLeft[j * n + k]
              if sum > left { (left, leftAt) = (sum, k) }
            }
            rightHead[j * n + i] = left
            splits[3 * area + i * n + j] = Int16(truncatingIfNeeded: leftAt)
            var right = openRight[i * n + i + 1] + leftHead[(i + 1) * n + j]
            var rightAt = i + 1
            for k in i + 2..<max(j + 1, i + 2) {
              let sum = openRight[i * n + k] + leftHead[k * n + j]
              if sum > right { (right, rightAt) = (sum, k) }
            }
            leftHead[i * n + j] = right
            splits[2 * area + i * n + j] = Int16(truncatingIfNeeded: rightAt)
          }
        }
      }
    }
  }

  private func heads(rootScore: (Int) -> Float) -> [Int] {
    let n = count
    let area = n * n
    var root = 0
    var best = -Float.infinity
    for word in 0..<n {
      let sum =
        scores[3 * area + word * n] + scores[2 * area + word * n + n - 1] + rootScore(word)
      if sum > best { (best, root) = (sum, word) }
    }
    var heads = [Int](repeating: 0, count: n)
    var open: [(span: Span, from: Int, to: Int)] = [
      (.rightHead, 0, root), (.leftHead, root, n - 1),
    ]
    while let (span, i, j) = open.popLast() {
      guard i < j else { continue }
      switch span {
      case .rightHead:
        let k = Int(splits[3 * area + i * n + j])
        open += [(.rightHead, i, k), (.openLeft, k, j)]
      case .leftHead:
        let k = Int(splits[2 * area + i * n + j])
        open += [(.openRight, i, k), (.leftHead, k, j)]
      case .openLeft, .openRight:
        if span == .openLeft { heads[i] = j + 1 } else { heads[j] = i + 1 }
        let k = Int(splits[i * n + j])
        open += [(.leftHead, i, k), (.rightHead, k + 1, j)]
      }
    }
    return heads
  }
}
