/// A residual block: norm, convolution, minimal gated recurrences in both directions, gate, linear layer.
///
/// The convolution is depthwise over five words; the recurrences are those of Feng and others (2024).
package struct RecurrentBlock: Sendable {
  private static let reach = 2

  private let norm: LayerNorm
  private let taps: [Float]
  private let inward: Linear
  private let outward: Linear
  private let width: Int

  /// The block of that number; nil where a section is missing.
  init?(_ file: ModelFile, number: Int, width: Int) {
    guard let norm = LayerNorm(file, "block \(number).n", width: width),
      let taps = file.floats("block \(number).taps"), taps.count == 5 * width,
      let inward = Linear(file, "block \(number) in"), inward.outputs == 6 * width,
      let outward = Linear(file, "block \(number) out"), outward.outputs == width
    else { return nil }
    self.norm = norm
    self.taps = taps
    self.inward = inward
    self.outward = outward
    self.width = width
  }

  /// Adds to each row what the rows around it say.
  func apply(to rows: inout Matrix) {
    let gates = inward(convolved(norm(rows)))
    rows.add(outward(recurred(gates)))
  }

  private func convolved(_ rows: Matrix) -> Matrix {
    var out = Matrix(rows: rows.rows, columns: width)
    out.values.withUnsafeMutableBufferPointer { to in
      rows.values.withUnsafeBufferPointer { from in
        taps.withUnsafeBufferPointer { taps in
          guard let to = to.baseAddress, let from = from.baseAddress, let taps = taps.baseAddress
          else { return }
          for row in 0..<rows.rows {
            let first = max(0, row - Self.reach)
            let last = min(rows.rows - 1, row + Self.reach)
            for at in stride(from: 0, to: width, by: Matrix.lanes) {
              var sum = Lane(repeating: 0)
              for source in first...last {
                let tap = (taps + (source - row + Self.reach) * width + at).lane
                sum += (from + source * width + at).lane * tap
              }
              (to + row * width + at).store(sum)
            }
          }
        }
      }
    }
    return out
  }

  /// `h[t] = f · h[t−1] + (1 − f) · u`, then `h · hardswish(o)`; the second half of each part runs backwards.
  private func recurred(_ gates: Matrix) -> Matrix {
    let half = 2 * width
    var out = Matrix(rows: gates.rows, columns: half)
    out.values.withUnsafeMutableBufferPointer { to in
      gates.values.withUnsafeBufferPointer { gates in
        guard let to = to.baseAddress, let gates = gates.baseAddress else { return }
        for at in stride(from: 0, to: half, by: Matrix.lanes) {
          Self.scan(
            gates + at, stride: 6 * width, part: half, to + at, outStride: half, rows: out.rows,
            backwards: at >= width)
        }
      }
    }
    return out
  }

  @inline(__always)
  private static func scan(
    _ gates: UnsafePointer<Float>, stride: Int, part: Int, _ to: UnsafeMutablePointer<Float>,
    outStride: Int, rows: Int, backwards: Bool
  ) {
    var state = Lane(repeating: 0)
    for step in 0..<rows {
      let row = backwards ? rows - 1 - step : step
      let from = gates + row * stride
      let forget = hardSigmoid(from.lane)
      let output = (from + 2 * part).lane
      state = forget * state + (1 - forget) * (from + part).lane
      (to + row * outStride).store(state * (output * hardSigmoid(output)))
    }
  }

  /// `x / 6 + 1 / 2`, held between 0 and 1.
  @inline(__always)
  private static func hardSigmoid(_ x: Lane) -> Lane {
    ((x + 3) * (1 / 6)).larger(Lane(repeating: 0)).smaller(Lane(repeating: 1))
  }
}
