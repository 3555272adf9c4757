/// A trained map from keys to small numbers, used where it lies in the model's bytes.
///
/// Layout, little-endian: the logarithm of the number of buckets (4 bytes), the buckets' starts and the end, counted
/// in entries (4 each), the entries: the key's lower 16 bits and the value (2 each).
package struct ValueTable: Sendable {
  private let shift: UInt64
  /// How many entries there are; starts beyond are a broken model's.
  private let count: Int
  /// Both lie in a constant array that lives as long as the process, or in bytes that the model retains.
  nonisolated(unsafe) private let starts: UnsafeRawPointer
  nonisolated(unsafe) private let entries: UnsafeRawPointer

  /// The table in a section of a model; nil where the bytes are no table.
  package init?(_ section: UnsafeRawBufferPointer) {
    guard section.count >= 4, let start = section.baseAddress else { return nil }
    let bits = Int(section.loadUnaligned(as: UInt32.self))
    guard (1...24).contains(bits) else { return nil }
    let header = 4 + 4 * ((1 << bits) + 1)
    guard section.count >= header else { return nil }
    count = Int(section.loadUnaligned(fromByteOffset: header - 4, as: UInt32.self))
    guard section.count >= header + 4 * count else { return nil }
    shift = UInt64(64 - bits)
    starts = start + 4
    entries = start + header
  }

  /// The value of a key; nil where it has none.
  package subscript(key: UInt64) -> Int? {
    let bucket = Int(key >> shift) * 4
    let first = Int(starts.loadUnaligned(fromByteOffset: bucket, as: UInt32.self))
    let end = Int(starts.loadUnaligned(fromByteOffset: bucket + 4, as: UInt32.self))
    guard first < end, end <= count else { return nil }
    let tag = UInt16(truncatingIfNeeded: key)
    for at in first..<end
    where entries.loadUnaligned(fromByteOffset: at * 4, as: UInt16.self) == tag {
      return Int(entries.loadUnaligned(fromByteOffset: at * 4 + 2, as: UInt16.self))
    }
    return nil
  }
}
