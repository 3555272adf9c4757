/// A table of rows of one-byte numbers with a scale each, used where it lies in the model.
///
/// Layout, little-endian: rows and columns (4 bytes each), the rows' scales (4-byte floats), the numbers.
package struct ByteRows: Sendable {
  /// How many rows.
  let rows: Int
  /// How many numbers a row.
  let columns: Int
  /// Both lie in a constant array that lives as long as the process, or in bytes that the model retains.
  nonisolated(unsafe) private let scales: UnsafeRawPointer
  nonisolated(unsafe) private let numbers: UnsafePointer<Int8>

  /// The table in a section of a model; nil where the bytes are no table.
  init?(_ section: UnsafeRawBufferPointer) {
    guard section.count >= 8, let start = section.baseAddress else { return nil }
    rows = Int(section.loadUnaligned(as: UInt32.self))
    columns = Int(section.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
    // Both are looked at first: the product of two broken numbers need not fit.
    guard max(rows, columns) < section.count, section.count == 8 + rows * (4 + columns) else {
      return nil
    }
    scales = start + 8
    numbers = (start + 8 + 4 * rows).assumingMemoryBound(to: Int8.self)
  }

  /// A number before scaling.
  subscript(row: Int, column: Int) -> Int8 { numbers[row * columns + column] }

  /// What a row's numbers are to be multiplied by.
  func scale(of row: Int) -> Float {
    scales.loadUnaligned(fromByteOffset: row * 4, as: Float.self)
  }

  /// Adds a row to numbers; `columns` is a multiple of eight.
  @inline(__always)
  func add(_ row: Int, to target: UnsafeMutablePointer<Float>) {
    let scale = Lane(repeating: scale(of: row))
    let from = numbers + row * columns
    for at in stride(from: 0, to: columns, by: Matrix.lanes) {
      let whole = UnsafeRawPointer(from + at).loadUnaligned(as: SIMD8<Int8>.self)
      (target + at).store((target + at).lane + Lane(whole) * scale)
    }
  }

  /// A row's numbers, scaled, into a buffer.
  func copy(_ row: Int, to target: UnsafeMutablePointer<Float>) {
    let scale = scale(of: row)
    for column in 0..<columns { target[column] = Float(self[row, column]) * scale }
  }
}
