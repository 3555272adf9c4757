/// The encoding that a page or feed declares for itself in its first bytes.
///
/// Source: the HTML standard's "prescan a byte stream", over four times the bytes that it asks for, since saved pages
/// often begin with long comments; and XML's declaration.
package enum DeclaredEncoding {
  private static let prefix = 4_096

  /// The label of the first `meta` that tells one, else of an XML declaration; nil where there is none.
  ///
  /// That is `<meta charset=…>`, or `<meta http-equiv=content-type content="…charset=…">`. Comments are passed over.
  package static func label(in bytes: [UInt8]) -> String? {
    let start = bytes.prefix(prefix)
    return meta(start) ?? xmlDeclaration(start)
  }

  private static func xmlDeclaration(_ bytes: ArraySlice<UInt8>) -> String? {
    let content = bytes.drop { $0 <= 32 || $0 > 127 }
    guard content.starts(with: "<?xml".utf8) else { return nil }
    var tag = TagAttributes(content.dropFirst(5).prefix { $0 != UInt8(ascii: ">") })
    while let (name, value) = tag.next() {
      if name == "encoding", !value.isEmpty { return value }
    }
    return nil
  }

  private static func meta(_ bytes: ArraySlice<UInt8>) -> String? {
    var at = bytes.startIndex
    while let open = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
      let rest = bytes[(open + 1)...]
      at = open + 1
      if rest.starts(with: "!--".utf8) {
        guard let end = endOfComment(bytes, from: open + 4) else { return nil }
        at = end
      } else if isMeta(rest) {
        var tag = TagAttributes(rest.dropFirst(4))
        if let label = label(of: &tag) { return label }
        at = tag.position
      }
    }
    return nil
  }

  private static func isMeta(_ rest: ArraySlice<UInt8>) -> Bool {
    guard rest.count > 4 else { return false }
    let after = rest[rest.startIndex + 4]
    return rest.prefix(4).elementsEqual("meta".utf8) { $0 | 32 == $1 }
      && (after <= 32 || after == UInt8(ascii: "/"))
  }

  private static func endOfComment(_ bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
    var search = min(start, bytes.endIndex)
    while let end = bytes[search...].firstIndex(of: UInt8(ascii: ">")) {
      search = end + 1
      if bytes[end - 1] == UInt8(ascii: "-"), bytes[end - 2] == UInt8(ascii: "-") { return search }
    }
    return nil
  }

  private static func label(of tag: inout TagAttributes) -> String? {
    var label: String?
    var isContentType = false
    var content: String?
    while let (name, value) = tag.next() {
      switch name {
      case "charset": label = label ?? value
      case "http-equiv": isContentType = value.lowercased() == "content-type"
      case "content": content = content ?? value
      default: break
      }
    }
    if let label, !label.isEmpty { return label }
    return isContentType ? content.flatMap(charset(ofContentType:)) : nil
  }

  /// The charset in a Content-Type, `text/html; charset=utf-8`; nil where it tells none.
  package static func charset(ofContentType header: String) -> String? {
    let lowered = Array(header.utf8.prefix(1_024).map { (65...90).contains($0) ? $0 | 32 : $0 })
    let word = Array("charset".utf8)
    var at = 0
    while at + word.count < lowered.count {
      guard lowered[at...].starts(with: word) else {
        at += 1
        continue
      }
      at += word.count
      var rest = lowered[at...].drop { $0 <= 32 }
      guard rest.first == UInt8(ascii: "=") else { continue }
      rest = rest.dropFirst().drop { $0 <= 32 }
      if let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        rest = rest.dropFirst().prefix { $0 != quote }
      } else {
        rest = rest.prefix { $0 > 32 && $0 != UInt8(ascii: ";") }
      }
      return rest.isEmpty ? nil : String(decoding: rest, as: UTF8.self)
    }
    return nil
  }
}

/// The attributes of a tag, one after another, names in lower case, to the tag's end.
private struct TagAttributes {
  private let bytes: ArraySlice<UInt8>
  private(set) var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  mutating func next() -> (name: String, value: String)? {
    pass { $0 <= 32 || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") }
    guard position < bytes.endIndex, bytes[position] != UInt8(ascii: ">") else { return nil }
    let start = position
    position += 1  // a "=" here is part of the name
    pass { $0 > 32 && !"=>/?".utf8.contains($0) }
    let name = text(start..<position).lowercased()
    pass { $0 <= 32 }
    guard position < bytes.endIndex, bytes[position] == UInt8(ascii: "=") else { return (name, "") }
    position += 1
    pass { $0 <= 32 }
    guard position < bytes.endIndex else { return (name, "") }
    let quote = bytes[position]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      position += 1
      let first = position
      pass { $0 != quote }
      let value = text(first..<position)
      if position < bytes.endIndex { position += 1 }
      return (name, value)
    }
    let first = position
    pass { $0 > 32 && $0 != UInt8(ascii: ">") }
    return (name, text(first..<position))
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private mutating func pass(_ isPassed: (UInt8) -> Bool) {
    while position < bytes.endIndex, isPassed(bytes[position]) { position += 1 }
  }
}
