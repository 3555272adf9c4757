/// Rows brought to mean 0 and variance 1, then scaled and shifted (Ba, Kiros and Hinton 2016).
package struct LayerNorm: Sendable {
  private let gain: [Float]
  private let shift: [Float]

  /// The norm of a model's section: gains, then shifts; nil where it is missing.
  init?(_ file: ModelFile, _ name: String, width: Int) {
    guard let numbers = file.floats(name), numbers.count == 2 * width else { return nil }
    gain = Array(numbers[..<width])
    shift = Array(numbers[width...])
  }

  /// The rows, normed.
  func callAsFunction(_ rows: Matrix) -> Matrix {
    var out = Matrix(rows: rows.rows, columns: rows.columns)
    let width = rows.columns
    out.values.withUnsafeMutableBufferPointer { to in
      rows.values.withUnsafeBufferPointer { from in
        gain.withUnsafeBufferPointer { gain in
          shift.withUnsafeBufferPointer { shift in
            guard let to = to.baseAddress, let from = from.baseAddress,
              let gain = gain.baseAddress, let shift = shift.baseAddress
            else { return }
            for row in 0..<rows.rows {
              Self.norm(from + row * width, to + row * width, width, gain, shift)
            }
          }
        }
      }
    }
    return out
  }

  private static func norm(
    _ from: UnsafePointer<Float>, _ to: UnsafeMutablePointer<Float>, _ width: Int,
    _ gain: UnsafePointer<Float>, _ shift: UnsafePointer<Float>
  ) {
    var sum = Lane(repeating: 0)
    for at in stride(from: 0, to: width, by: Matrix.lanes) { sum += (from + at).lane }
    let mean = Lane(repeating: sum.sum() / Float(width))
    var squares = Lane(repeating: 0)
    for at in stride(from: 0, to: width, by: Matrix.lanes) {
      let distance = (from + at).lane - mean
      squares += distance * distance
    }
    let scale = Lane(repeating: 1 / (squares.sum() / Float(width) + 1e-5).squareRoot())
    for at in stride(from: 0, to: width, by: Matrix.lanes) {
      (to + at).store(((from + at).lane - mean) * scale * (gain + at).lane + (shift + at).lane)
    }
  }
}
