import Intake

/// Reads values of JSON and, where ``names`` are given, of scripts: keys without quotation marks, strings between
/// apostrophes, and names that stand for values.
struct JSONReader {
  private static let deepest = 64
  let bytes: ArraySlice<UInt8>
  var at: Int
  /// What a name stands for in a script, and how many bytes its strings have.
  typealias Named = (value: JSONValue, length: Int)
  /// What names stand for in a script; nil where JSON is read.
  var names: [String: Named]?
  /// How many bytes of strings may be put in for names, in whatever values: without a limit long ones that many name would
  /// be read as often.
  private var budget: Int

  init(_ bytes: ArraySlice<UInt8>, at: Int, names: [String: Named]? = nil) {
    self.bytes = bytes
    self.at = at
    self.names = names
    budget = 4 * bytes.count
  }

  mutating func skipSpace() {
    while at < bytes.endIndex, bytes[at] <= 32 { at += 1 }
  }

  mutating func value(depth: Int) -> JSONValue? {
    skipSpace()
    guard at < bytes.endIndex, depth < Self.deepest else { return nil }
    switch bytes[at] {
    case UInt8(ascii: "{"): return object(depth)
    case UInt8(ascii: "["): return array(depth)
    case UInt8(ascii: "\""): return string().map { .string($0) }
    case UInt8(ascii: "'") where names != nil: return string().map { .string($0) }
    default: return names == nil ? word() : expression()
    }
  }

  /// A key: a string, or in scripts a bare name or number too.
  private mutating func key() -> String? {
    if bytes[at] == UInt8(ascii: "\"") || names != nil && bytes[at] == UInt8(ascii: "'") {
      return string()
    }
    guard names != nil else { return nil }
    let start = at
    while at < bytes.endIndex, !":,{}[]() \n\r\t".utf8.contains(bytes[at]) { at += 1 }
    return at > start ? String(decoding: bytes[start..<at], as: UTF8.self) : nil
  }

  /// What stands in a script up to the comma, semicolon or bracket that ends it: a name, a number, or something to
  /// compute, which is null.
  private mutating func expression() -> JSONValue? {
    let start = at
    skipExpression()
    let text = String(decoding: bytes[start..<at].prefix(64), as: UTF8.self).trimmedSpace()
    switch text {
    case "": return nil
    case "true", "!0": return .bool(true)
    case "false", "!1": return .bool(false)
    default: break
    }
    if let named = names?[text] {
      budget -= named.length
      return budget >= 0 ? named.value : .null
    }
    let isNumber = text.utf8.allSatisfy { (48...57).contains($0) || "-.eE".utf8.contains($0) }
    return isNumber ? .number(text) : .null
  }

  /// Passes over an expression, its brackets and strings.
  mutating func skipExpression() {
    var depth = 0
    while at < bytes.endIndex {
      switch bytes[at] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
        skipString()
        continue
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        if depth == 0 { return }
        depth -= 1
      case UInt8(ascii: ","), UInt8(ascii: ";"): if depth == 0 { return }
      default: break
      }
      at += 1
    }
  }

  private mutating func skipString() {
    let mark = bytes[at]
    at += 1
    while at < bytes.endIndex, bytes[at] != mark {
      at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    at = min(at + 1, bytes.endIndex)
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
      guard let key = key() else { return .object(members) }
      skipSpace()
      guard at < bytes.endIndex, bytes[at] == UInt8(ascii: ":") else { return .object(members) }
      at += 1
      guard let value = value(depth: depth + 1) else { return .object(members) }
      members.append((key, value))
      if names != nil { skipExpression() }
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
      if names != nil { skipExpression() }
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
    let mark = bytes[at]
    at += 1
    var result: [UInt8] = []
    while at < bytes.endIndex {
      let byte = bytes[at]
      at += 1
      if byte == mark { return String(decoding: result, as: UTF8.self) }
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
      case UInt8(ascii: "x") where names != nil:
        if let scalar = unit(digits: 2).flatMap(Unicode.Scalar.init),
          let encoded = UTF8.encode(scalar)
        {
          result += encoded
        }
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

  private mutating func unit(digits count: Int = 4) -> UInt32? {
    guard at + count <= bytes.endIndex,
      let value = Hexadecimal.number(bytes[at..<(at + count)], atMost: count)
    else { return nil }
    at += count
    return UInt32(value)
  }
}
