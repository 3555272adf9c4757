/// A map from keys to small numbers.
package protocol Lookup: Sendable {
  /// The value of a key; nil where it has none.
  subscript(key: UInt64) -> Int? { get }
}

extension [UInt64: Int]: Lookup {}

/// A trained map from keys to small numbers, used where it lies in the model's bytes.
///
/// Layout, little-endian: the logarithm of the number of buckets (4 bytes), the buckets' starts and the end, counted
/// in entries (4 each), the entries: the key's lower 16 bits and the value (2 each).
package struct ValueTable: Lookup {
  private let shift: UInt64
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
    let count = section.loadUnaligned(fromByteOffset: header - 4, as: UInt32.self)
    guard section.count >= header + 4 * Int(count) else { return nil }
    shift = UInt64(64 - bits)
    starts = start + 4
    entries = start + header
  }

  /// The value of a key; nil where it has none.
  package subscript(key: UInt64) -> Int? {
    let bucket = Int(key >> shift) * 4
    let first = Int(starts.loadUnaligned(fromByteOffset: bucket, as: UInt32.self))
    let end = Int(starts.loadUnaligned(fromByteOffset: bucket + 4, as: UInt32.self))
    let tag = UInt16(truncatingIfNeeded: key)
    for at in first..<end
    where entries.loadUnaligned(fromByteOffset: at * 4, as: UInt16.self) == tag {
      return Int(entries.loadUnaligned(fromByteOffset: at * 4 + 2, as: UInt16.self))
    }
    return nil
  }

  /// The bytes of a table of these values.
  package static func bytes(of values: [UInt64: Int]) -> [UInt8] {
    var bits = 1
    while bits < 24 && values.count >> bits > 3 { bits += 1 }
    let sorted = values.sorted { $0.key < $1.key }
    var starts: [UInt32] = []
    var body: [UInt8] = []
    for (index, (key, value)) in sorted.enumerated() {
      while starts.count <= Int(key >> UInt64(64 - bits)) { starts.append(UInt32(index)) }
      for part in [UInt16(truncatingIfNeeded: key), UInt16(value)] {
        body.append(UInt8(truncatingIfNeeded: part))
        body.append(UInt8(truncatingIfNeeded: part >> 8))
      }
    }
    while starts.count <= 1 << bits { starts.append(UInt32(sorted.count)) }
    var bytes: [UInt8] = []
    for value in [UInt32(bits)] + starts {
      for shift in stride(from: UInt32(0), to: 32, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: value >> shift))
      }
    }
    return bytes + body
  }
}
