/// Letters with marks as plain ASCII ones, so that "Erdoğan" and "Erdogan" are the same name.
///
/// Covers the Latin blocks that names in news use: Latin-1, Extended-A, Vietnamese, and the Azerbaijani schwa.
enum LetterFolding {
  private static let latin: [UInt8] = Array(
    """
    AAAAAAACEEEEIIIIDNOOOOO*OUUUUYTsaaaaaaaceeeeiiiidnooooo*ouuuuyty\
    AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOoRrRrRr\
    SsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs
    """.utf8)

  /// What a scalar past ASCII counts as in a name.
  enum Value: Equatable {
    /// One or two ASCII letters.
    case letters(UInt8, UInt8?)
    /// A dash, which parts words.
    case separator
    /// An apostrophe.
    case apostrophe
    /// A combining mark or a joiner, which counts for nothing.
    case nothing
    /// A quotation mark or the like, which no name runs across.
    case barrier
    /// Any other: itself.
    case itself
  }

  static func value(of scalar: UInt32) -> Value {
    switch scalar {
    case 0xC6: return .letters(UInt8(ascii: "A"), UInt8(ascii: "e"))
    case 0xE6: return .letters(UInt8(ascii: "a"), UInt8(ascii: "e"))
    case 0xDF: return .letters(UInt8(ascii: "s"), UInt8(ascii: "s"))
    case 0x152: return .letters(UInt8(ascii: "O"), UInt8(ascii: "e"))
    case 0x153: return .letters(UInt8(ascii: "o"), UInt8(ascii: "e"))
    case 0xC0...0x17F: return .letters(latin[Int(scalar) - 0xC0], nil)
    case 0x18F: return .letters(UInt8(ascii: "A"), nil)
    case 0x259: return .letters(UInt8(ascii: "a"), nil)
    case 0x218, 0x21A: return .letters(scalar == 0x218 ? UInt8(ascii: "S") : UInt8(ascii: "T"), nil)
    case 0x219, 0x21B: return .letters(scalar == 0x219 ? UInt8(ascii: "s") : UInt8(ascii: "t"), nil)
    case 0x1A0: return .letters(UInt8(ascii: "O"), nil)
    case 0x1A1: return .letters(UInt8(ascii: "o"), nil)
    case 0x1AF: return .letters(UInt8(ascii: "U"), nil)
    case 0x1B0: return .letters(UInt8(ascii: "u"), nil)
    case 0x1EA0...0x1EB7: return vowel("A", scalar)
    case 0x1EB8...0x1EC7: return vowel("E", scalar)
    case 0x1EC8...0x1ECB: return vowel("I", scalar)
    case 0x1ECC...0x1EE3: return vowel("O", scalar)
    case 0x1EE4...0x1EF1: return vowel("U", scalar)
    case 0x1EF2...0x1EF9: return vowel("Y", scalar)
    case 0x2018, 0x2019, 0x2BB, 0x2BC, 0x2BF, 0x2BE, 0xB4: return .apostrophe
    case 0x2010...0x2015, 0xA0, 0x2002...0x200A: return .separator
    case 0x300...0x36F, 0xAD, 0x200B...0x200D, 0xFEFF: return .nothing
    case 0x80...0xBF, 0x201A...0x201F, 0x2026: return .barrier
    default: return .itself
    }
  }

  /// In these blocks even scalars are capitals.
  private static func vowel(_ capital: Unicode.Scalar, _ scalar: UInt32) -> Value {
    let letter = UInt8(ascii: capital)
    return .letters(scalar % 2 == 0 ? letter : letter | 0x20, nil)
  }
}
