/// What the model sees of a word's form: the hash of it, and rows that its ends and its shape choose.
///
/// Curly quotation marks count as straight ones, capitals (ASCII) as small letters, every digit as 0.
package struct WordAtoms: Sendable {
  /// The form in small letters.
  package let lower: UInt64
  /// Rows of the tables: endings of one to four bytes, beginnings of one to three, shape.
  package let rows: [Int]

  /// How many rows each table has: powers of two.
  package static let buckets = [256, 1024, 4096, 8192, 256, 1024, 4096, 512]

  /// Of a longer word only beginning and end are looked at, so that no word costs more than a line.
  private static let limit = 64

  /// The atoms of a form.
  package init(_ form: String) {
    var bytes = Self.straightened(form)
    if bytes.count > Self.limit {
      bytes = bytes[..<(Self.limit / 2)] + bytes[(bytes.count - Self.limit / 2)...]
      bytes = ArraySlice(Array(bytes))
    }
    var letters = Array(bytes)
    let shape = Self.lower(&letters)
    let count = letters.count
    func hash(_ range: Range<Int>) -> UInt64 {
      letters.withUnsafeBufferPointer {
        FeatureKey.of(bytes: UnsafeBufferPointer(rebasing: $0[range]))
      }
    }
    lower = hash(0..<count)
    let hashes =
      (1...4).map { hash(max(0, count - $0)..<count) } + (1...3).map { hash(0..<min($0, count)) }
      + [FeatureKey.mix(shape, 7)]
    rows = zip(hashes, Self.buckets).map { Int(truncatingIfNeeded: $0 & UInt64($1 - 1)) }
  }

  private static func straightened(_ form: String) -> ArraySlice<UInt8> {
    let bytes = Array(form.utf8)
    guard bytes.contains(0xe2) else { return bytes[...] }
    var straight: [UInt8] = []
    straight.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count {
      if bytes[at] == 0xe2 && at + 2 < bytes.count && bytes[at + 1] == 0x80 {
        let mark = bytes[at + 2]
        if let plain: UInt8 = mark == 0x98 || mark == 0x99
          ? 39 : mark == 0x9c || mark == 0x9d ? 34 : nil
        {
          straight.append(plain)
          at += 3
          continue
        }
      }
      straight.append(bytes[at])
      at += 1
    }
    return straight[...]
  }

  /// Makes small letters and zeros; gives the kinds of characters, a run as one.
  private static func lower(_ letters: inout [UInt8]) -> UInt64 {
    var shape: UInt64 = 0
    var last: UInt64 = 0
    for (index, byte) in letters.enumerated() {
      var kind: UInt64
      switch byte {
      case 65...90: kind = 1
      case 97...122: kind = 2
      case 48...57: kind = 3
      case 128...: kind = 4
      case UInt8(ascii: "-"): kind = 5
      case UInt8(ascii: "."): kind = 6
      default: kind = 7
      }
      if kind == 1 { letters[index] = byte + 32 }
      if kind == 3 { letters[index] = 48 }
      // A single capital and a run of them tell initials from acronyms.
      if kind == 1 && last == 1 { kind = 8 }
      if kind != last && shape < 1 << 56 { shape = shape << 4 | kind }
      last = kind
    }
    return shape
  }
}
