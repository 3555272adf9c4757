/// What a page's scripts push to the browser piece by piece (`self.__next_f.push([1, "…"])`, as React's server components
/// stream it): rows of JSON, and of text whose length is told.
///
/// A row is an id in hexadecimal, a colon, and JSON up to the end of the line, or `T`, a length of bytes in hexadecimal, a
/// comma and the text. What is broken ends the reading. Cost: linear in the scripts.
struct StreamedData {
  /// The rows' values, texts among them, in order.
  private(set) var values: [JSONValue] = []

  private static let call = Array("__next_f.push(".utf8)
  /// The call stands within so many bytes of a script.
  private static let longestStart = 64

  /// What a script pushes; nil where it pushes nothing.
  static func pushed(by script: ArraySlice<UInt8>) -> String? {
    let start = Array(script.prefix(longestStart))
    guard let at = start.firstRange(of: call),
      case .array(let pieces)? = JSONValue(script[(script.startIndex + at.upperBound)...]),
      pieces.count == 2, case .string(let text) = pieces[1]
    else { return nil }
    return text
  }

  /// Reads what all scripts of a page push, one after the other.
  init(_ stream: String) {
    let bytes = Array(stream.utf8)
    var at = 0
    while at < bytes.count {
      guard let colon = bytes[at...].firstIndex(of: UInt8(ascii: ":")), colon + 1 < bytes.count,
        Self.number(bytes[at..<colon]) != nil
      else { return }
      let first = colon + 1
      if bytes[first] == UInt8(ascii: "T"),
        let comma = bytes[first...].prefix(16).firstIndex(of: UInt8(ascii: ",")),
        let length = Self.number(bytes[(first + 1)..<comma])
      {
        let end = min(comma + 1 + length, bytes.count)
        values.append(.string(String(decoding: bytes[(comma + 1)..<end], as: UTF8.self)))
        at = end
        continue
      }
      let end = bytes[first...].firstIndex(of: 10) ?? bytes.count
      if bytes[first] == UInt8(ascii: "[") || bytes[first] == UInt8(ascii: "{"),
        let value = JSONValue(bytes[first..<end])
      {
        values.append(value)
      }
      at = end + 1
    }
  }

  /// A number in hexadecimal digits, of at most seven.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard (1...7).contains(digits.count) else { return nil }
    return Int(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
