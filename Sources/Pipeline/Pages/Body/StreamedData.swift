import Intake

/// What a page's scripts push to the browser piece by piece (`self.__next_f.push([1, "…"])`, as React's server components
/// stream it): rows of JSON, and of text whose length is told.
///
/// A row is an id in hexadecimal, a colon, and JSON up to the end of the line, or `T`, a length of bytes in hexadecimal, a
/// comma and the text. Other rows are passed over. Cost: linear in the scripts.
struct StreamedData {
  /// The rows' values, texts among them, in order.
  private(set) var values: [JSONValue] = []

  private static let name = Array("__next_f".utf8)
  private static let call = Array(".push(".utf8)
  /// The name stands within so many bytes of a script.
  private static let longestStart = 64
  /// Ids and lengths have no more digits.
  private static let mostDigits = 7

  /// What a script pushes, by one call or by several; nil where it pushes nothing.
  static func pushed(by script: ArraySlice<UInt8>) -> String? {
    guard Array(script.prefix(longestStart)).firstRange(of: name) != nil else { return nil }
    var text = ""
    var at = script.startIndex
    while let open = next(in: script, from: at) {
      var reader = JSONReader(script, at: open)
      guard case .array(let pieces)? = reader.value(depth: 0) else { break }
      if pieces.count == 2, case .string(let piece) = pieces[1] { text += piece }
      at = max(reader.at, open + 1)
    }
    return text.isEmpty ? nil : text
  }

  /// Where the next call's array begins: after ".push(".
  private static func next(in script: ArraySlice<UInt8>, from start: Int) -> Int? {
    var at = start
    while let bracket = script[at...].firstIndex(of: UInt8(ascii: "(")) {
      at = bracket + 1
      if script[..<at].suffix(call.count).elementsEqual(call) {
        return at < script.endIndex && script[at] == UInt8(ascii: "[") ? at : nil
      }
    }
    return nil
  }

  /// Reads what all scripts of a page push, one after the other.
  init(_ stream: String) {
    let bytes = Array(stream.utf8)
    var at = 0
    while at < bytes.count {
      guard let colon = bytes[at...].prefix(8).firstIndex(of: UInt8(ascii: ":")),
        colon + 1 < bytes.count,
        Hexadecimal.number(bytes[at..<colon], atMost: Self.mostDigits) != nil
      else {
        // Rows without an id tell the browser what to load.
        guard let end = bytes[at...].firstIndex(of: 10) else { return }
        at = end + 1
        continue
      }
      let first = colon + 1
      if bytes[first] == UInt8(ascii: "T"),
        let comma = bytes[first...].prefix(16).firstIndex(of: UInt8(ascii: ",")),
        let length = Hexadecimal.number(bytes[(first + 1)..<comma], atMost: Self.mostDigits)
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
}
