/// A word as the tokenizer finds it.
struct Token: Equatable {
  /// Its bytes in the text.
  var range: Range<Int>
  /// Whether it belongs to the multiword token of the one before.
  var continues = false
  /// Whether a blank comes before it.
  var spaceBefore = false
  /// Whether an empty line, or a break that the caller gave, comes before it.
  var breakBefore = false
}

/// What a byte is to the tokenizer.
enum ByteKind {
  @inline(__always) static func isUpper(_ byte: UInt8) -> Bool { byte >= 65 && byte <= 90 }
  @inline(__always) static func isLower(_ byte: UInt8) -> Bool { byte >= 97 && byte <= 122 }
  @inline(__always) static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
  @inline(__always) static func isLetter(_ byte: UInt8) -> Bool { isUpper(byte) || isLower(byte) }
  /// A letter or digit of ASCII, or a byte of any other character.
  @inline(__always) static func isWord(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte >= 128 || byte == 95
  }
}

/// Characters beyond ASCII that are no letters.
enum Mark {
  case openQuote, closeQuote, apostrophe, dash, ellipsis, currency, other, blank

  /// The mark at a position and its length in bytes; nil where another character stands.
  static func at(_ at: Int, in bytes: UnsafeBufferPointer<UInt8>, before end: Int) -> (Mark, Int)? {
    guard at + 1 < end else { return nil }
    if bytes[at] == 0xc2 {
      switch bytes[at + 1] {
      case 0x80...0xa0, 0xad: return (.blank, 2)
      case 0xab: return (.openQuote, 2)
      case 0xbb: return (.closeQuote, 2)
      case 0xa2...0xa5: return (.currency, 2)
      case 0xa1, 0xa7, 0xa9, 0xac, 0xae...0xb1, 0xb6, 0xb7, 0xbf: return (.other, 2)
      default: return nil
      }
    }
    guard at + 2 < end else { return nil }
    if bytes[at] == 0xe3 {
      return bytes[at + 1] == 0x80 && bytes[at + 2] == 0x80 ? (.blank, 3) : nil
    }
    if bytes[at] == 0xef {
      return bytes[at + 1] == 0xbb && bytes[at + 2] == 0xbf ? (.blank, 3) : nil
    }
    guard bytes[at] == 0xe2 else { return nil }
    if bytes[at + 1] == 0x82 && bytes[at + 2] >= 0xa0 { return (.currency, 3) }
    if (0x86...0x9e).contains(bytes[at + 1]) { return (.other, 3) }
    guard bytes[at + 1] == 0x80 || bytes[at + 1] == 0x81 else { return nil }
    if bytes[at + 1] == 0x81 { return (bytes[at + 2] == 0x9f ? .blank : .other, 3) }
    switch bytes[at + 2] {
    case 0x80...0x8f, 0xa8...0xaf: return (.blank, 3)
    case 0x90, 0x92...0x95: return (.dash, 3)
    case 0x98, 0x9a, 0x9c, 0x9e, 0xb9: return (bytes[at + 2] == 0xb9 ? .openQuote : .openQuote, 3)
    case 0x99: return (.apostrophe, 3)
    case 0x9d, 0x9f, 0xba: return (.closeQuote, 3)
    case 0xa6: return (.ellipsis, 3)
    case 0x91: return nil
    default: return (.other, 3)
    }
  }
}
