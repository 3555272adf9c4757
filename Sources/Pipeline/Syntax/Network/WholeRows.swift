/// Rows as whole numbers of 16 bits, each with the scale that its numbers were divided by.
package struct WholeRows: Sendable {
  /// The numbers, row by row.
  let numbers: [Int16]
  /// What a row's numbers are to be multiplied by.
  let scales: [Float]
  /// How many rows.
  let rows: Int
  /// How many numbers a row.
  let columns: Int

  /// The largest number where the other factor has 8 bits: the sum of 512 products stays within 32 bits.
  static let wide: Float = 32_000
  /// The largest number where both factors are such rows: the sum of 128 products stays within 32 bits.
  static let narrow: Float = 4_000

  /// Rounds each row to whole numbers whose largest is `limit`; halves go to the even one.
  init(_ matrix: Matrix, limit: Float) {
    rows = matrix.rows
    columns = matrix.columns
    var numbers = [Int16](repeating: 0, count: rows * columns)
    var scales = [Float](repeating: 1, count: rows)
    matrix.values.withUnsafeBufferPointer { from in
      numbers.withUnsafeMutableBufferPointer { to in
        guard let from = from.baseAddress, let to = to.baseAddress else { return }
        for row in 0..<matrix.rows {
          scales[row] = Self.round(
            from + row * matrix.columns, matrix.columns, limit, to + row * matrix.columns)
        }
      }
    }
    self.numbers = numbers
    self.scales = scales
  }

  private init(numbers: [Int16], scales: [Float], columns: Int) {
    self.numbers = numbers
    self.scales = scales
    self.columns = columns
    rows = scales.count
  }

  /// The same rows without what stands after that many columns.
  func cut(to width: Int) -> WholeRows {
    guard width < columns else { return self }
    var kept: [Int16] = []
    kept.reserveCapacity(rows * width)
    for row in 0..<rows { kept += numbers[row * columns..<row * columns + width] }
    return WholeRows(numbers: kept, scales: scales, columns: width)
  }

  private static func round(
    _ from: UnsafePointer<Float>, _ count: Int, _ limit: Float, _ to: UnsafeMutablePointer<Int16>
  ) -> Float {
    var largest = Lane(repeating: 0)
    for at in stride(from: 0, to: count, by: Matrix.lanes) {
      let lane = (from + at).lane
      largest = largest.larger(lane.larger(-lane))
    }
    let peak = largest.max()
    guard peak > 0 else { return 1 }
    let factor = Lane(repeating: limit / peak)
    // Adding 1.5 · 2²³ leaves the rounded number in the lower bits: SSE2 has no instruction that rounds.
    let shift = Lane(repeating: 12_582_912)
    let base = unsafeBitCast(shift, to: SIMD8<Int32>.self)
    for at in stride(from: 0, to: count, by: Matrix.lanes) {
      let whole = unsafeBitCast((from + at).lane * factor + shift, to: SIMD8<Int32>.self) &- base
      UnsafeMutableRawPointer(to + at).storeBytes(
        of: SIMD8<Int16>(truncatingIfNeeded: whole), as: SIMD8<Int16>.self)
    }
    return peak / limit
  }
}
