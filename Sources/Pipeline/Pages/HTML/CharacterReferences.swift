import Tables

/// Replaces character references (`&eacute;`, `&#233;`, `&#xE9;`) as pages write them.
enum CharacterReferences {
  private static let longestName = 10

  /// Code points by name's hash; the table is compiled in and cannot be malformed at run time.
  private static let names: [UInt64: Unicode.Scalar] = {
    var names: [UInt64: Unicode.Scalar] = [:]
    guard
      let table = try? TabSeparatedTable(
        embedded: "lexicons/pages/character_references.tsv", columns: 2, required: 2)
    else { return names }
    for row in table.rows {
      if let value = UInt32(row[1], radix: 16), let scalar = Unicode.Scalar(value) {
        names[hash(row[0].utf8)] = scalar
      }
    }
    return names
  }()

  /// FNV-1a; unlike tags, the names of references tell case apart.
  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return value
  }

  /// Appends bytes with their references replaced; what is none stays as it stands.
  static func append(_ bytes: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]) {
    var start = 0
    var at = 0
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "&"), let (scalar, end) = reference(bytes, at) else {
        at += 1
        continue
      }
      text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<at]))
      if let encoded = UTF8.encode(scalar) { text += encoded }
      at = end
      start = end
    }
    text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<at]))
  }

  /// The same of a slice.
  static func append(_ bytes: ArraySlice<UInt8>, to text: inout [UInt8]) {
    bytes.withUnsafeBufferPointer { append($0, to: &text) }
  }

  private static func reference(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int
  ) -> (Unicode.Scalar, end: Int)? {
    var next = at + 1
    guard next < bytes.endIndex else { return nil }
    if bytes[next] == UInt8(ascii: "#") {
      next += 1
      let isHex = next < bytes.endIndex && bytes[next] | 32 == UInt8(ascii: "x")
      if isHex { next += 1 }
      let first = next
      var value: UInt32 = 0
      while next < bytes.endIndex, let digit = hexDigit(bytes[next]), isHex || digit < 10 {
        value = min(value * (isHex ? 16 : 10) + digit, 0x110000)
        next += 1
      }
      guard next > first else { return nil }
      if next < bytes.endIndex, bytes[next] == UInt8(ascii: ";") { next += 1 }
      return (scalar(value), next)
    }
    let first = next
    while next < bytes.endIndex, next - first < longestName, isAlphanumeric(bytes[next]) {
      next += 1
    }
    guard next > first, let scalar = names[hash(UnsafeBufferPointer(rebasing: bytes[first..<next]))]
    else { return nil }
    if next < bytes.endIndex, bytes[next] == UInt8(ascii: ";") { return (scalar, next + 1) }
    // Without its semicolon only where nothing goes on: "?a=1&copy=2" is no reference.
    if next < bytes.endIndex, bytes[next] == UInt8(ascii: "=") || isAlphanumeric(bytes[next]) {
      return nil
    }
    return (scalar, next)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (97...122).contains(byte | 32) || (48...57).contains(byte)
  }

  private static func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 48...57: UInt32(byte - 48)
    case 97...102: UInt32(byte - 87)
    case 65...70: UInt32(byte - 55)
    default: nil
    }
  }

  /// The code points that pages mean by numbers from 128 to 159, which are windows-1252's.
  private static let windows: [UInt32] = [
    0x20AC, 0xFFFD, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039,
    0x152, 0xFFFD, 0x17D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0xFFFD, 0x17E, 0x178,
  ]

  private static func scalar(_ value: UInt32) -> Unicode.Scalar {
    let value = (128...159).contains(value) ? windows[Int(value) - 128] : value
    return value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
