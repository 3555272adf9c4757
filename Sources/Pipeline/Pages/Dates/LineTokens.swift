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
    var offset = 0
    var spaced = false
    let scalars = line.unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let start = offset
      if scalar.isPageSpace {
        offset += UTF8.width(scalar)
        index = scalars.index(after: index)
        spaced = true
        continue
      }
      if scalar.digit != nil {
        var value = 0
        var digits = 0
        while index < scalars.endIndex, let digit = scalars[index].digit {
          value = min(value * 10 + digit, 999_999_999_999)
          digits += 1
          offset += UTF8.width(scalars[index])
          index = scalars.index(after: index)
        }
        append(.number(value: value, digits: digits), start..<offset, spaced)
      } else if scalar.isWordPart {
        let first = index
        let ideograph = Self.isIdeograph(scalar)
        while index < scalars.endIndex, scalars[index].isWordPart,
          Self.isIdeograph(scalars[index]) == ideograph
        {
          offset += UTF8.width(scalars[index])
          index = scalars.index(after: index)
          if ideograph { break }
        }
        let text = Substring(scalars[first..<index])
        append(
          .word(
            folded(text), isUpper: text.unicodeScalars.allSatisfy { $0.properties.isUppercase }),
          start..<offset, spaced)
      } else {
        offset += UTF8.width(scalar)
        index = scalars.index(after: index)
        append(.mark(scalar), start..<offset, spaced)
      }
      spaced = false
    }
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
