/// A page's text out of its bytes.
///
/// The encoding is told by, in this order: a mark of the byte order; that the bytes are UTF-8, as those of no other
/// encoding are by chance; what the server, then what the page says; what the bytes look like. Bytes that mean nothing
/// become U+FFFD and are counted. Cost: linear in the bytes. Source: WHATWG Encoding Standard, and the HTML standard's
/// "determining the character encoding", but that a page's bytes stand above its words.
package struct DecodedText: Sendable {
  /// The text.
  package let text: String
  /// The encoding's name, in the WHATWG standard.
  package let encoding: String
  /// How many bytes meant nothing.
  package let replaced: Int

  /// Reads bytes as text.
  ///
  /// - Parameters:
  ///   - told: the encoding's label as the server told it.
  ///   - declared: the label that the page declares.
  package init(_ bytes: [UInt8], told: String? = nil, declared: String? = nil) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      self.init(utf8: bytes[3...])
      return
    }
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
      self.init(bytes[2...], encoding: bytes[0] == 0xFE ? .utf16BE : .utf16LE)
      return
    }
    let told = EncodingLabels.encoding(of: told)
    var declared = EncodingLabels.encoding(of: declared)
    // A declaration that could be read as ASCII is not in UTF-16, whatever it says.
    if declared?.isWide == true { declared = nil }
    if told?.isWide == true || Self.isWide(bytes) {
      self.init(bytes[...], encoding: told ?? (bytes.first == 0 ? .utf16BE : .utf16LE))
      return
    }
    let claimed = told ?? declared
    // The one encoding whose bytes are all below 128, and so UTF-8's as well.
    let isEscaped = claimed?.name == "ISO-2022-JP" && bytes.contains(0x1B)
    if !isEscaped, let text = String(validating: bytes, as: UTF8.self) {
      self.init(text: text, encoding: "UTF-8", replaced: 0)
      return
    }
    let census = ByteCensus(bytes)
    if census.isMostlyUTF8 {
      self.init(utf8: bytes[...])
    } else {
      self.init(
        bytes[...], encoding: claimed ?? EncodingLabels.named(census.likelyEncoding))
    }
  }

  /// Whether every other byte of the start is zero, as of markup in UTF-16 without its mark.
  private static func isWide(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 4 else { return false }
    return bytes[0] == UInt8(ascii: "<") && bytes[1] == 0 && bytes[2] != 0 && bytes[3] == 0
      || bytes[0] == 0 && bytes[1] == UInt8(ascii: "<") && bytes[2] == 0 && bytes[3] != 0
  }

  private init(text: String, encoding: String, replaced: Int) {
    self.text = text
    self.encoding = encoding
    self.replaced = replaced
  }

  private init(utf8 bytes: ArraySlice<UInt8>) {
    let text = String(decoding: bytes, as: UTF8.self)
    var marks = 0
    for scalar in text.unicodeScalars where scalar == "\u{FFFD}" { marks += 1 }
    var own = 0
    var at = bytes.startIndex
    while at + 2 < bytes.endIndex {
      if bytes[at] == 0xEF, bytes[at + 1] == 0xBF, bytes[at + 2] == 0xBD { own += 1 }
      at += 1
    }
    self.init(text: text, encoding: "UTF-8", replaced: max(0, marks - own))
  }

  private init(_ bytes: ArraySlice<UInt8>, encoding: TextEncoding) {
    let (decoded, replaced) = EncodingConversion.utf8(from: bytes, encoding: encoding)
    self.init(
      text: String(decoding: decoded, as: UTF8.self), encoding: encoding.name, replaced: replaced)
  }
}
