import Kernels

/// A matrix laid out for the kernel: panels of 16 outputs, pairs of inputs (Kernels.h).
package struct Panels: Sendable {
  /// Outputs a panel.
  static let width = 16

  /// The weights.
  private let weights: [Int16]
  /// How many inputs: even.
  let inputs: Int
  /// How many outputs, rounded up to whole panels.
  let outputs: Int

  /// A matrix of `outputs` rows of `inputs` weights, given by place.
  init(inputs: Int, outputs: Int, _ weight: (_ output: Int, _ input: Int) -> Int16) {
    precondition(inputs % 2 == 0, "inputs go in pairs")
    self.inputs = inputs
    self.outputs = (outputs + Self.width - 1) / Self.width * Self.width
    var weights = [Int16](repeating: 0, count: self.outputs * inputs)
    for output in 0..<outputs {
      let start = output / Self.width * Self.width * inputs + output % Self.width * 2
      for input in 0..<inputs {
        weights[start + input / 2 * 2 * Self.width + input % 2] = weight(output, input)
      }
    }
    self.weights = weights
  }

  /// The widest form of the kernel that this processor has.
  static let widest = newsline_widest_form()

  /// `Σ_k rows[i][k] · matrix[o][k]` for each row and output; exact, whichever form of the kernel computes it.
  func sums(of rows: WholeRows, as form: newsline_form = widest) -> [Int32] {
    precondition(rows.columns == inputs, "rows of another width")
    return [Int32](unsafeUninitializedCapacity: rows.rows * outputs) { sums, count in
      rows.numbers.withUnsafeBufferPointer { numbers in
        weights.withUnsafeBufferPointer { weights in
          newsline_multiply(
            form, numbers.baseAddress, rows.rows, inputs, weights.baseAddress, outputs,
            sums.baseAddress)
        }
      }
      count = rows.rows * outputs
    }
  }
}
