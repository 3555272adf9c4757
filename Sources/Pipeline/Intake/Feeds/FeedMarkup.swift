import CLibXML2

/// The XML of feeds as it is found, made into XML that a parser reads to its end.
///
/// Left out: the XML declaration (the bytes are UTF-8 by now), comments, the document type with all that it defines, so
/// that no entity can be expanded, characters that XML has not, and attributes past ``mostAttributes``. Mended: an
/// ampersand that begins no reference, and references by HTML's names. Cost: linear in the bytes.
struct FeedMarkup {
  /// libxml2 compares each attribute of a tag with all before it.
  private static let mostAttributes = 128

  private let bytes: [UInt8]
  private var at = 0
  private var result: [UInt8] = []

  /// The mended markup, from its first tag on.
  static func mended(_ bytes: [UInt8]) -> [UInt8] {
    var markup = FeedMarkup(bytes)
    markup.mend()
    return markup.result
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    result.reserveCapacity(bytes.count + 64)
  }

  private mutating func mend() {
    at = bytes.firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "<"): markup()
      case UInt8(ascii: "&"): reference()
      default: character()
      }
    }
  }

  private mutating func character() {
    let byte = bytes[at]
    if byte >= 32 || byte == 10 || byte == 9 || byte == 13 {
      // U+FFFE and U+FFFF are no characters.
      if byte == 0xEF, at + 2 < bytes.count, bytes[at + 1] == 0xBF, bytes[at + 2] >= 0xBE {
        at += 3
        return
      }
      result.append(byte)
    }
    at += 1
  }

  private mutating func markup() {
    let rest = bytes[at...]
    if rest.starts(with: "<!--".utf8) {
      skip(to: "-->", from: at + 4)
    } else if rest.starts(with: "<![CDATA[".utf8) {
      let end = find("]]>", from: at + 9) ?? bytes.count
      while at < end { character() }
    } else if rest.starts(with: "<?".utf8) {
      skip(to: "?>", from: at + 2)
    } else if rest.prefix(9).elementsEqual("<!doctype".utf8, by: { $0 | 32 == $1 | 32 }) {
      skipDocumentType()
    } else {
      tag()
    }
  }

  /// Copies a tag, but for attributes past the limit.
  private mutating func tag() {
    var count = 0
    result.append(bytes[at])
    at += 1
    while at < bytes.count, bytes[at] != UInt8(ascii: ">"), bytes[at] != UInt8(ascii: "<") {
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        count += 1
        let isKept = count < Self.mostAttributes
        quoted(byte)
        if !isKept { return skipTag() }
      } else if byte == UInt8(ascii: "&") {
        reference()
      } else {
        character()
      }
    }
  }

  private mutating func quoted(_ quote: UInt8) {
    result.append(quote)
    at += 1
    while at < bytes.count, bytes[at] != quote, bytes[at] != UInt8(ascii: "<") {
      if bytes[at] == UInt8(ascii: "&") { reference() } else { character() }
    }
    guard at < bytes.count, bytes[at] == quote else { return }
    result.append(quote)
    at += 1
  }

  private mutating func skipTag() {
    while at < bytes.count, bytes[at] != UInt8(ascii: ">"), bytes[at] != UInt8(ascii: "<") {
      at += 1
    }
    if at > 0, bytes[at - 1] == UInt8(ascii: "/") { result.append(UInt8(ascii: "/")) }
  }

  private mutating func skip(to mark: String, from start: Int) {
    at = find(mark, from: start).map { $0 + mark.utf8.count } ?? bytes.count
  }

  private func find(_ mark: String, from start: Int) -> Int? {
    let mark = Array(mark.utf8)
    guard let last = mark.last else { return nil }
    var search = start + mark.count - 1
    while search < bytes.count, let end = bytes[search...].firstIndex(of: last) {
      let first = end - mark.count + 1
      if first >= start, bytes[first...end].elementsEqual(mark) { return first }
      search = end + 1
    }
    return nil
  }

  /// Passes over `<!DOCTYPE … [ … ]>`, its quoted strings and comments with it.
  private mutating func skipDocumentType() {
    var depth = 0
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      switch byte {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        at = (bytes[at...].firstIndex(of: byte) ?? bytes.count - 1) + 1
      case UInt8(ascii: "<") where bytes[at...].starts(with: "!--".utf8):
        skip(to: "-->", from: at + 3)
      case UInt8(ascii: ">") where depth <= 0: return
      default: break
      }
    }
  }

  /// Copies a reference of XML, replaces one by HTML's names, and makes any other ampersand a character.
  private mutating func reference() {
    let name = bytes[(at + 1)...].prefix(32).prefix { $0 != UInt8(ascii: ";") && $0 > 32 }
    let end = name.endIndex
    if !name.isEmpty, end < bytes.count, bytes[end] == UInt8(ascii: ";") {
      if name.first == UInt8(ascii: "#") {
        if let scalar = Self.scalar(name.dropFirst()), Self.isCharacter(scalar) {
          result += bytes[at...end]
          at = end + 1
          return
        }
      } else if Self.own.contains(where: { name.elementsEqual($0.utf8) }) {
        result += bytes[at...end]
        at = end + 1
        return
      } else if let scalar = Self.html(name), let encoded = UTF8.encode(scalar) {
        result += encoded
        at = end + 1
        return
      }
    }
    result += "&amp;".utf8
    at += 1
  }

  private static let own = ["amp", "lt", "gt", "quot", "apos"]

  private static func html(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard name.allSatisfy({ (48...57).contains($0) || (97...122).contains($0 | 32) }) else {
      return nil
    }
    let terminated = Array(name) + [0]
    // libxml2's table of HTML 4's names, which is constant.
    guard let entity = htmlEntityLookup(terminated) else { return nil }
    return Unicode.Scalar(UInt32(entity.pointee.value))
  }

  private static func scalar(_ digits: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let isHex = digits.first == UInt8(ascii: "x")
    let text = String(decoding: isHex ? digits.dropFirst() : digits, as: UTF8.self)
    guard text.utf8.allSatisfy({ $0 > 47 }) else { return nil }
    return UInt32(text, radix: isHex ? 16 : 10).flatMap(Unicode.Scalar.init)
  }

  private static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 32 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
      || [9, 10, 13].contains(scalar.value)
  }
}
