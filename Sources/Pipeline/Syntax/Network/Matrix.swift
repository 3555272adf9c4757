/// Rows of floating-point numbers, one a word.
///
/// Every operation on it is elementwise or sums in a fixed order, without fused multiply-adds, so results are the same
/// on every machine.
package struct Matrix: Sendable {
  /// The numbers, row by row.
  package var values: [Float]
  /// How many rows.
  package let rows: Int
  /// How many numbers a row: a multiple of ``lanes``.
  package let columns: Int

  /// How many numbers are handled at once.
  package static let lanes = 8

  /// Rows of zeros.
  package init(rows: Int, columns: Int) {
    values = [Float](repeating: 0, count: rows * columns)
    self.rows = rows
    self.columns = columns
  }

  /// The numbers of a row.
  package subscript(row row: Int) -> ArraySlice<Float> {
    values[row * columns..<(row + 1) * columns]
  }

  /// Adds another matrix of the same shape.
  package mutating func add(_ other: Matrix) {
    precondition(other.values.count == values.count, "matrices of different shapes")
    values.withUnsafeMutableBufferPointer { to in
      other.values.withUnsafeBufferPointer { from in
        guard let to = to.baseAddress, let from = from.baseAddress else { return }
        for at in stride(from: 0, to: rows * columns, by: Self.lanes) {
          (to + at).store((to + at).lane + (from + at).lane)
        }
      }
    }
  }

  /// Sets what is below zero to zero.
  package mutating func rectify() {
    values.withUnsafeMutableBufferPointer { numbers in
      guard let numbers = numbers.baseAddress else { return }
      for at in stride(from: 0, to: rows * columns, by: Self.lanes) {
        let lane = (numbers + at).lane
        (numbers + at).store(lane.larger(Lane(repeating: 0)))
      }
    }
  }
}

/// Eight numbers.
typealias Lane = SIMD8<Float>

extension Lane {
  /// The larger of two, number by number: Swift's `pointwiseMax` calls a function a number.
  @inline(__always)
  func larger(_ other: Lane) -> Lane { replacing(with: other, where: self .< other) }

  /// The smaller of two, number by number.
  @inline(__always)
  func smaller(_ other: Lane) -> Lane { replacing(with: other, where: self .> other) }
}

extension UnsafePointer<Float> {
  /// The eight numbers from here on.
  @inline(__always)
  var lane: Lane { UnsafeRawPointer(self).loadUnaligned(as: Lane.self) }
}

extension UnsafeMutablePointer<Float> {
  /// The eight numbers from here on.
  @inline(__always)
  var lane: Lane { UnsafeRawPointer(self).loadUnaligned(as: Lane.self) }

  /// Puts eight numbers here.
  @inline(__always)
  func store(_ lane: Lane) { UnsafeMutableRawPointer(self).storeBytes(of: lane, as: Lane.self) }
}
