/// A trained table of weights, used where it lies in the model's bytes.
///
/// Features are spread over buckets by the upper bits of their keys; a bucket's body is a run of features, each a
/// 16-bit tag (the key's lower bits), a count, and as many pairs of class and weight; with eight classes or fewer, in
/// the count's place, a bit for each class that has a weight, and the weights alone. What a byte cannot hold stands as
/// several weights that add up. A feature that was not in training meets another's tag about once in 16,000 look-ups.
/// Layout, little-endian: classes (4 bytes), the
/// logarithm of the number of buckets (4), the buckets' offsets into the body and its end (4 each), the body.
package struct WeightTable: Weights, Sendable {
  package let classes: Int
  private let isMasked: Bool
  private let shift: UInt64
  /// Both lie in a constant array that lives as long as the process, or in bytes that the model retains.
  nonisolated(unsafe) private let offsets: UnsafeRawPointer
  nonisolated(unsafe) private let body: UnsafeRawPointer

  /// The table in a section of a model; nil where the bytes are no table.
  package init?(_ section: UnsafeRawBufferPointer) {
    guard section.count >= 8, let start = section.baseAddress else { return nil }
    classes = Int(section.loadUnaligned(as: UInt32.self))
    let bits = Int(section.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
    guard (1...24).contains(bits), (1...255).contains(classes) else { return nil }
    let header = 8 + 4 * ((1 << bits) + 1)
    guard section.count >= header else { return nil }
    let size = section.loadUnaligned(fromByteOffset: header - 4, as: UInt32.self)
    guard section.count >= header + Int(size) else { return nil }
    isMasked = Self.isMasked(classes)
    shift = UInt64(64 - bits)
    offsets = start + 8
    body = start + header
  }

  package func add(_ keys: UnsafeBufferPointer<UInt64>, to scores: UnsafeMutablePointer<Int32>) {
    for key in keys {
      let bucket = Int(key >> shift)
      var at = Int(offsets.loadUnaligned(fromByteOffset: bucket * 4, as: UInt32.self))
      let end = Int(offsets.loadUnaligned(fromByteOffset: bucket * 4 + 4, as: UInt32.self))
      let tag = UInt16(truncatingIfNeeded: key)
      while at < end {
        let found = body.loadUnaligned(fromByteOffset: at, as: UInt16.self)
        let mask = body.load(fromByteOffset: at + 2, as: UInt8.self)
        at += 3
        if isMasked {
          if found == tag {
            var mask = mask
            while mask != 0 {
              scores[mask.trailingZeroBitCount] &+= Int32(
                body.load(fromByteOffset: at, as: Int8.self))
              at += 1
              mask &= mask - 1
            }
          } else {
            at += mask.nonzeroBitCount
          }
          continue
        }
        let count = Int(mask)
        if found == tag {
          for entry in stride(from: at, to: at + 2 * count, by: 2) {
            let index = Int(body.load(fromByteOffset: entry, as: UInt8.self))
            scores[index] &+= Int32(body.load(fromByteOffset: entry + 1, as: Int8.self))
          }
          break
        }
        at += 2 * count
      }
    }
  }

  private static func isMasked(_ classes: Int) -> Bool { classes <= 8 }

  /// One feature's weights, to be written; classes in order, one several times where its weight needs several bytes.
  package struct Entry {
    package let key: UInt64
    package let weights: [(index: UInt8, weight: Int8)]

    package init(key: UInt64, weights: [(index: UInt8, weight: Int8)]) {
      self.key = key
      self.weights = weights
    }
  }

  /// The bytes of a table of these features.
  package static func bytes(of entries: [Entry], classes: Int) -> [UInt8] {
    var bits = 1
    while bits < 24 && entries.count >> bits > 3 { bits += 1 }
    let sorted = entries.sorted { $0.key < $1.key }
    var offsets: [UInt32] = []
    offsets.reserveCapacity(1 << bits + 1)
    var body: [UInt8] = []
    for entry in sorted {
      let bucket = Int(entry.key >> UInt64(64 - bits))
      while offsets.count <= bucket { offsets.append(UInt32(body.count)) }
      if isMasked(classes) {
        appendMasked(entry, to: &body)
        continue
      }
      body.append(UInt8(truncatingIfNeeded: entry.key))
      body.append(UInt8(truncatingIfNeeded: entry.key >> 8))
      body.append(UInt8(entry.weights.count))
      for (index, weight) in entry.weights {
        body.append(index)
        body.append(UInt8(bitPattern: weight))
      }
    }
    while offsets.count <= 1 << bits { offsets.append(UInt32(body.count)) }
    var bytes: [UInt8] = []
    for value in [UInt32(classes), UInt32(bits)] + offsets {
      for shift in stride(from: UInt32(0), to: 32, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: value >> shift))
      }
    }
    return bytes + body
  }

  /// Writes a feature as often as it needs weights for one class.
  private static func appendMasked(_ entry: Entry, to body: inout [UInt8]) {
    var rest = entry.weights
    while !rest.isEmpty {
      var mask: UInt8 = 0
      var weights: [UInt8] = []
      var later: [(index: UInt8, weight: Int8)] = []
      for (index, weight) in rest {
        if mask & 1 << index != 0 {
          later.append((index, weight))
        } else {
          mask |= 1 << index
          weights.append(UInt8(bitPattern: weight))
        }
      }
      body += [
        UInt8(truncatingIfNeeded: entry.key), UInt8(truncatingIfNeeded: entry.key >> 8), mask,
      ]
      body += weights
      rest = later
    }
  }
}
