/// A linear layer: `y = W x + b`, weights of one byte with a scale an output.
package struct Linear: Sendable {
  private let panels: Panels
  private let scales: [Float]
  private let bias: [Float]
  /// How many numbers come out, padding aside.
  let outputs: Int

  /// The layer of a model's sections `NAME.w` and `NAME.b`; nil where they are missing or broken.
  init?(_ file: ModelFile, _ name: String) {
    guard let table = file.section("\(name).w").flatMap({ ByteRows($0) }),
      let bias = file.floats("\(name).b"), bias.count == table.rows, table.columns % 2 == 0,
      table.columns <= 512
    else { return nil }
    outputs = table.rows
    panels = Panels(inputs: table.columns, outputs: table.rows) { output, input in
      Int16(table[output, input])
    }
    let padding = [Float](repeating: 0, count: panels.outputs - table.rows)
    scales = (0..<table.rows).map { table.scale(of: $0) } + padding
    self.bias = bias + padding
  }

  /// The layer's outputs for each row, padded with zeros to a multiple of 16.
  func callAsFunction(_ rows: WholeRows) -> Matrix {
    let sums = panels.sums(of: rows)
    var out = Matrix(rows: rows.rows, columns: panels.outputs)
    out.values.withUnsafeMutableBufferPointer { to in
      sums.withUnsafeBufferPointer { sums in
        scales.withUnsafeBufferPointer { scales in
          bias.withUnsafeBufferPointer { bias in
            guard let to = to.baseAddress, let sums = sums.baseAddress,
              let scales = scales.baseAddress, let bias = bias.baseAddress
            else { return }
            for row in 0..<rows.rows {
              let scale = Lane(repeating: rows.scales[row])
              let start = row * panels.outputs
              for at in stride(from: 0, to: panels.outputs, by: Matrix.lanes) {
                let sum = Lane(
                  UnsafeRawPointer(sums + start + at).loadUnaligned(as: SIMD8<Int32>.self))
                (to + start + at).store(sum * ((scales + at).lane * scale) + (bias + at).lane)
              }
            }
          }
        }
      }
    }
    return out
  }

  /// The same for rows that are not yet whole numbers.
  func callAsFunction(_ rows: Matrix) -> Matrix { self(WholeRows(rows, limit: WholeRows.wide)) }

  /// The number of the largest output of each row; of equals the first.
  func best(of rows: WholeRows) -> [Int] {
    let scores = self(rows)
    return (0..<rows.rows).map { row in
      var best = 0
      let start = row * scores.columns
      for class_ in 1..<max(outputs, 1)
      where scores.values[start + class_] > scores.values[start + best] {
        best = class_
      }
      return best
    }
  }
}
