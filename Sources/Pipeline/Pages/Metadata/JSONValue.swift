/// A JSON value, read as leniently as pages write it.
///
/// Line ends within strings, commas too many and comments around the whole are passed over; what is broken ends the
/// value, and what was read of it stays. Nested at most 64 deep. Cost: linear in the text.
enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  /// Reads the first value of a text; nil where it holds none.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard
      let start = bytes.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") })
    else { return nil }
    var reader = JSONReader(bytes: bytes, at: start)
    guard let value = reader.value(depth: 0) else { return nil }
    self = value
  }

  /// The first member of a name.
  subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == name }?.value
  }

  /// A string or a number as text; of an array its first.
  var text: String? {
    switch self {
    case .string(let text): text.isEmpty ? nil : text
    case .number(let text): text
    case .array(let values): values.first?.text
    default: nil
    }
  }

  /// An array's values; anything else alone.
  var values: [JSONValue] {
    switch self {
    case .array(let values): values
    case .null: []
    default: [self]
    }
  }
}

private struct JSONReader {
  private static let deepest = 64
  let bytes: ArraySlice<UInt8>
  var at: Int

  private mutating func skipSpace() {
    while at < bytes.endIndex, bytes[at] <= 32 { at += 1 }
  }

  mutating func value(depth: Int) -> JSONValue? {
    skipSpace()
    guard at < bytes.endIndex, depth < Self.deepest else { return nil }
    switch bytes[at] {
    case UInt8(ascii: "{"): return object(depth)
    case UInt8(ascii: "["): return array(depth)
    case UInt8(ascii: "\""): return string().map { .string($0) }
    default: return word()
    }
  }

  private mutating func object(_ depth: Int) -> JSONValue? {
    at += 1
    var members: [(key: String, value: JSONValue)] = []
    while true {
      skipSpace()
      guard at < bytes.endIndex else { break }
      if bytes[at] == UInt8(ascii: "}") {
        at += 1
        break
      }
      if bytes[at] == UInt8(ascii: ",") {
        at += 1
        continue
      }
      guard bytes[at] == UInt8(ascii: "\""), let key = string() else { return .object(members) }
      skipSpace()
      guard at < bytes.endIndex, bytes[at] == UInt8(ascii: ":") else { return .object(members) }
      at += 1
      guard let value = value(depth: depth + 1) else { return .object(members) }
      members.append((key, value))
    }
    return .object(members)
  }

  private mutating func array(_ depth: Int) -> JSONValue? {
    at += 1
    var values: [JSONValue] = []
    while true {
      skipSpace()
      guard at < bytes.endIndex else { break }
      if bytes[at] == UInt8(ascii: "]") {
        at += 1
        break
      }
      if bytes[at] == UInt8(ascii: ",") {
        at += 1
        continue
      }
      guard let value = value(depth: depth + 1) else { break }
      values.append(value)
    }
    return .array(values)
  }

  private mutating func word() -> JSONValue? {
    let start = at
    while at < bytes.endIndex, !",]}: \n\r\t".utf8.contains(bytes[at]) { at += 1 }
    guard at > start else { return nil }
    let word = String(decoding: bytes[start..<at], as: UTF8.self)
    switch word {
    case "null": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    default: return .number(word)
    }
  }

  private mutating func string() -> String? {
    at += 1
    var result: [UInt8] = []
    while at < bytes.endIndex {
      let byte = bytes[at]
      at += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: result, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\"), at < bytes.endIndex else {
        result.append(byte)
        continue
      }
      let escape = bytes[at]
      at += 1
      switch escape {
      case UInt8(ascii: "n"), UInt8(ascii: "r"): result.append(10)
      case UInt8(ascii: "t"): result.append(32)
      case UInt8(ascii: "b"), UInt8(ascii: "f"): continue
      case UInt8(ascii: "u"):
        if let scalar = codePoint(), let encoded = UTF8.encode(scalar) { result += encoded }
      default: result.append(escape)
      }
    }
    return nil
  }

  private mutating func codePoint() -> Unicode.Scalar? {
    guard let first = unit() else { return nil }
    if (0xD800..<0xDC00).contains(first), at + 1 < bytes.endIndex, bytes[at] == UInt8(ascii: "\\"),
      bytes[at + 1] == UInt8(ascii: "u")
    {
      at += 2
      guard let second = unit(), (0xDC00..<0xE000).contains(second) else { return "\u{FFFD}" }
      return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    }
    return Unicode.Scalar(first) ?? "\u{FFFD}"
  }

  private mutating func unit() -> UInt32? {
    guard at + 4 <= bytes.endIndex else { return nil }
    let digits = String(decoding: bytes[at..<(at + 4)], as: UTF8.self)
    guard let value = UInt32(digits, radix: 16) else { return nil }
    at += 4
    return value
  }
}
