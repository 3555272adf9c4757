/// How well each word would stand as the head of each other: a biaffine form (Dozat and Manning 2017) and a learned
/// term for the distance.
package struct ArcScorer: Sendable {
  private static let reach = 32

  private let from: Linear
  private let to: Linear
  private let pair: Linear
  private let headBias: [Float]
  private let distances: [Float]

  /// The scorer of a model; nil where a section is missing.
  init?(_ file: ModelFile) {
    guard let from = Linear(file, "arc from"), let to = Linear(file, "arc to"),
      let pair = Linear(file, "arc pair"), let headBias = file.floats("arc head bias"),
      let distances = file.floats("distances"), distances.count == 2 * Self.reach + 1,
      from.outputs == to.outputs, pair.outputs == to.outputs, headBias.count == to.outputs,
      to.outputs <= 128, to.outputs % Panels.width == 0
    else { return nil }
    self.from = from
    self.to = to
    self.pair = pair
    self.headBias = headBias
    self.distances = distances
  }

  /// Scores of the rows' words, the first row being the root: at `dependent * rows + head`.
  func scores(of rows: WholeRows) -> [Float] {
    var dependents = from(rows)
    dependents.rectify()
    var heads = to(rows)
    heads.rectify()
    let wholeHeads = WholeRows(heads, limit: WholeRows.narrow)
    let panels = Panels(inputs: heads.columns, outputs: rows.rows) { head, input in
      wholeHeads.numbers[head * heads.columns + input]
    }
    let paired = WholeRows(pair(dependents), limit: WholeRows.narrow)
    let sums = panels.sums(of: paired)
    let bias = headBiases(of: heads)
    let shrink = 1 / Float(heads.columns).squareRoot()
    var scores = [Float](repeating: 0, count: rows.rows * rows.rows)
    for dependent in 0..<rows.rows {
      let scale = paired.scales[dependent] * shrink
      for head in 0..<rows.rows {
        let gap = min(max(head - dependent, -Self.reach), Self.reach) + Self.reach
        let product = Float(sums[dependent * panels.outputs + head])
        scores[dependent * rows.rows + head] =
          product * (scale * wholeHeads.scales[head]) + bias[head] + distances[gap]
      }
    }
    return scores
  }

  private func headBiases(of heads: Matrix) -> [Float] {
    heads.values.withUnsafeBufferPointer { heads_ in
      headBias.withUnsafeBufferPointer { bias in
        guard let heads_ = heads_.baseAddress, let bias = bias.baseAddress else { return [] }
        return (0..<heads.rows).map { row in
          var sum = Lane(repeating: 0)
          for at in stride(from: 0, to: heads.columns, by: Matrix.lanes) {
            sum += (heads_ + row * heads.columns + at).lane * (bias + at).lane
          }
          return sum.sum()
        }
      }
    }
  }
}
