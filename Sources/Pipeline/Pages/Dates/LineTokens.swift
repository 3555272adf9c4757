/// A line's numbers, words and marks, each with its bytes.
struct LineTokens {
  enum Kind: Equatable {
    /// A run of digits.
    case number(value: Int, digits: Int)
    /// A run of letters, folded.
    case word(String, isUpper: Bool)
    /// Any other character but white space.
    case mark(Unicode.Scalar)
  }

  struct Token {
    var kind: Kind
    var range: Range<Int>
    /// Whether white space stands before it.
    var spaced: Bool
  }

  private(set) var tokens: [Token] = []

  init(_ line: String) {
    var line = line
    line.withUTF8 { read($0) }
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    var spaced = false
    var at = 0
    while at < bytes.count {
      let start = at
      let (scalar, width) = UTF8Bytes.scalar(bytes, at)
      at += width
      if scalar.isPageSpace {
        spaced = true
        continue
      }
      if let first = scalar.digit {
        var value = first
        var digits = 1
        while at < bytes.count {
          let (next, width) = UTF8Bytes.scalar(bytes, at)
          guard let digit = next.digit else { break }
          value = min(value * 10 + digit, 999_999_999_999)
          digits += 1
          at += width
        }
        append(.number(value: value, digits: digits), start..<at, spaced)
      } else if scalar.isWordPart {
        let ideograph = Self.isIdeograph(scalar)
        var isUpper = Self.isUppercase(scalar)
        while !ideograph, at < bytes.count {
          let (next, width) = UTF8Bytes.scalar(bytes, at)
          guard next.isWordPart, !Self.isIdeograph(next) else { break }
          isUpper = isUpper && Self.isUppercase(next)
          at += width
        }
        let word = Folding.string(UnsafeBufferPointer(rebasing: bytes[start..<at]))
        append(.word(word, isUpper: isUpper), start..<at, spaced)
      } else {
        append(.mark(scalar), start..<at, spaced)
      }
      spaced = false
    }
  }

  private static func isUppercase(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 128 ? (65...90).contains(scalar.value) : scalar.properties.isUppercase
  }

  private mutating func append(_ kind: Kind, _ range: Range<Int>, _ spaced: Bool) {
    tokens.append(Token(kind: kind, range: range, spaced: spaced))
  }

  /// Han characters and Hangul count as a word each, since nothing parts them.
  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    (0x3400...0x9FFF).contains(scalar.value) || (0xAC00...0xD7A3).contains(scalar.value)
  }

  var count: Int { tokens.count }

  func number(_ at: Int) -> (value: Int, digits: Int)? {
    guard tokens.indices.contains(at), case .number(let value, let digits) = tokens[at].kind else {
      return nil
    }
    return (value, digits)
  }

  func word(_ at: Int) -> String? {
    guard tokens.indices.contains(at), case .word(let word, _) = tokens[at].kind else { return nil }
    return word
  }

  func mark(_ at: Int) -> Unicode.Scalar? {
    guard tokens.indices.contains(at), case .mark(let mark) = tokens[at].kind else { return nil }
    return mark
  }

  /// Whether a token stands right after the one before it.
  func isAttached(_ at: Int) -> Bool { tokens.indices.contains(at) && !tokens[at].spaced }
}
