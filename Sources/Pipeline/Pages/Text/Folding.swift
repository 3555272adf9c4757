/// Text without the differences that are none to a word list: case, the dots of Turkish i, two forms of Arabic letters.
func folded(_ text: some StringProtocol) -> String {
  if let result = text.utf8.withContiguousStorageIfAvailable({ Folding.string($0) }) {
    return result
  }
  var copy = String(text)
  return copy.withUTF8 { Folding.string($0) }
}

/// Calls a function with a text's folded bytes, which live no longer than the call.
func withFolded<Result>(
  _ text: some StringProtocol, _ body: (UnsafeBufferPointer<UInt8>) -> Result
) -> Result {
  func fold(_ bytes: UnsafeBufferPointer<UInt8>) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Folding.room(for: bytes.count)) {
      // A name for it: the closure's parameter can't be changed.
      let room = $0
      let count = Folding.fold(bytes, into: room)
      return body(UnsafeBufferPointer(rebasing: room[..<count]))
    }
  }
  if let result = text.utf8.withContiguousStorageIfAvailable(fold) { return result }
  var copy = String(text)
  return copy.withUTF8(fold)
}

/// Folding over bytes of UTF-8.
enum Folding {
  /// How many bytes so many may become: a letter of two bytes may have a small one of three.
  static func room(for count: Int) -> Int { count + count / 2 + 4 }

  static func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let isASCII = bytes.allSatisfy { $0 < 128 }
    return String(unsafeUninitializedCapacity: isASCII ? bytes.count : room(for: bytes.count)) {
      fold(bytes, into: $0)
    }
  }

  /// Writes what the bytes fold to; returns how many bytes that is.
  static func fold(
    _ bytes: UnsafeBufferPointer<UInt8>, into out: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    let table = ScalarTable.shared
    var at = 0
    var count = 0
    func write(_ value: UInt32) {
      switch value {
      case ..<0x80:
        out[count] = UInt8(value)
        count += 1
      case ..<0x800:
        out[count] = UInt8(0xC0 | value >> 6)
        out[count + 1] = UInt8(0x80 | value & 0x3F)
        count += 2
      case ..<0x1_0000:
        out[count] = UInt8(0xE0 | value >> 12)
        out[count + 1] = UInt8(0x80 | value >> 6 & 0x3F)
        out[count + 2] = UInt8(0x80 | value & 0x3F)
        count += 3
      default:
        out[count] = UInt8(0xF0 | value >> 18)
        out[count + 1] = UInt8(0x80 | value >> 12 & 0x3F)
        out[count + 2] = UInt8(0x80 | value >> 6 & 0x3F)
        out[count + 3] = UInt8(0x80 | value & 0x3F)
        count += 4
      }
    }
    while at < bytes.count {
      let byte = bytes[at]
      if byte < 128 {
        out[count] = byte &- 65 < 26 ? byte | 32 : byte
        count += 1
        at += 1
        continue
      }
      let (scalar, length) = UTF8Bytes.scalar(bytes, at)
      at += length
      let value = table.fold(scalar)
      if value == ScalarTable.several {
        for lower in scalar.properties.lowercaseMapping.unicodeScalars {
          let part = ScalarTable.equal(lower.value)
          if part != ScalarTable.dropped { write(part) }
        }
      } else if value != ScalarTable.dropped {
        write(value)
      }
    }
    return count
  }
}

/// Scalars out of valid UTF-8.
enum UTF8Bytes {
  /// The scalar that begins at a byte, and how many bytes it has.
  @inline(__always)
  static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (Unicode.Scalar, Int) {
    func more(_ offset: Int) -> UInt32 {
      at + offset < bytes.count ? UInt32(bytes[at + offset] & 0x3F) : 0
    }
    let first = UInt32(bytes[at])
    let (value, length): (UInt32, Int) =
      switch first {
      case ..<0x80: (first, 1)
      case ..<0xE0: ((first & 0x1F) << 6 | more(1), 2)
      case ..<0xF0: ((first & 0xF) << 12 | more(1) << 6 | more(2), 3)
      default: ((first & 7) << 18 | more(1) << 12 | more(2) << 6 | more(3), 4)
      }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  /// The scalar that ends some bytes.
  static func lastScalar(_ bytes: [UInt8]) -> Unicode.Scalar {
    bytes.withUnsafeBufferPointer { bytes in
      guard let start = bytes.lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return "\u{FFFD}" }
      return scalar(bytes, start).0
    }
  }
}

extension Unicode.Scalar {
  /// White space in the sense of pages, which use no-break, zero-width and ideographic blanks too.
  var isPageSpace: Bool {
    switch value {
    case 9...13, 32, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000,
      0xFEFF, 0x2060:
      true
    default: false
    }
  }

  /// The value of a decimal digit: European, Arabic, Persian, Devanagari or full-width.
  var digit: Int? {
    switch value {
    case 48...57: Int(value) - 48
    case 0x660...0x669: Int(value) - 0x660
    case 0x6F0...0x6F9: Int(value) - 0x6F0
    case 0x966...0x96F: Int(value) - 0x966
    case 0xFF10...0xFF19: Int(value) - 0xFF10
    default: nil
    }
  }

  /// Whether it is part of a word: a letter, or a mark set on one.
  var isWordPart: Bool {
    value < 128 ? (97...122).contains(value | 32) : ScalarTable.shared.isWordPart(self)
  }
}
