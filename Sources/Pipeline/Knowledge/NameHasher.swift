/// Turns the words of a name into a number that any spelling of it shares.
///
/// Spaces and hyphens part words alike, full stops and inner apostrophes count for nothing, marks on letters are
/// taken off, "Al" and "El" within are "al": "al-Qa'ida", "al Qaida" and "Al-Qaida" are one name, as are "U.S." and
/// "US". It does not matter whether a tokeniser splits at hyphens and before "'s". Two 64-bit FNV-1a hashes are kept,
/// one with the letters' case and one without; among some 10⁵ names a collision has odds below 10⁻⁹, so names are
/// not compared again.
struct NameHasher {
  /// What a word adds to a name.
  enum Contribution { case piece, nothing, barrier }

  /// The hash with case.
  private(set) var exact: UInt64 = Self.basis
  /// The hash without case.
  private(set) var folded: UInt64 = Self.basis
  /// The hash with case, as if the name began with a capital.
  private(set) var capitalised: UInt64 = Self.basis
  /// Whether a lower-case letter has been seen.
  private(set) var hasLowerCase = false
  /// Letters seen.
  private(set) var letters = 0
  /// Pieces seen.
  private(set) var pieces = 0

  private static let basis: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let prime: UInt64 = 0x0000_0100_0000_01b3
  private static let capitalArticles = [hash(of: "Al"), hash(of: "El"), hash(of: "el")]
  private static let article = hash(of: "al")
  private static let foldedArticle = hash(of: "el")

  private var pieceExact = Self.basis
  private var pieceFolded = Self.basis
  private var pieceCapitalised = Self.basis
  private var pieceLength = 0

  private static func hash(of piece: StaticString) -> UInt64 {
    piece.withUTF8Buffer { $0.reduce(basis) { ($0 ^ UInt64($1)) &* prime } }
  }

  /// Takes in the bytes of a word, or of a whole name; `onPiece` gets the case-less hash after each piece of it.
  @inline(__always)
  mutating func absorb(
    _ bytes: UnsafeBufferPointer<UInt8>, onPiece: (UInt64) -> Void = { _ in }
  ) -> Contribution {
    let before = pieces
    var barred = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
        add(letter: byte)
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "&"), UInt8(ascii: "+"):
        add(byte, byte, byte)
      case UInt8(ascii: "-"), UInt8(ascii: " "), UInt8(ascii: "/"): endPiece(onPiece)
      case UInt8(ascii: "."):
        if bytes.count == 1 { barred = true }
      case UInt8(ascii: ","):
        endPiece(onPiece)
        add(byte, byte, byte)
        endPiece(onPiece)
      case UInt8(ascii: "'"), UInt8(ascii: "`"):
        if isGenitive(bytes, at: index) { endPiece(onPiece) }
      case 0x80...:
        let (scalar, length) = Self.scalar(bytes, at: index - 1)
        let start = index - 1
        index = start + length
        switch LetterFolding.value(of: scalar) {
        case .letters(let first, let second):
          add(letter: first)
          if let second { add(letter: second) }
        case .separator: endPiece(onPiece)
        case .apostrophe: if isGenitive(bytes, at: index) { endPiece(onPiece) }
        case .nothing: break
        case .barrier: barred = true
        case .itself: for byte in bytes[start..<index] { add(byte, byte, byte) }
        }
      default: barred = true
      }
    }
    endPiece(onPiece)
    if barred { return .barrier }
    return pieces > before ? .piece : .nothing
  }

  /// Whether "s" and no more follows an apostrophe.
  @inline(__always)
  private func isGenitive(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    index < bytes.count && bytes[index] | 0x20 == UInt8(ascii: "s")
      && (index + 1 == bytes.count || bytes[index + 1] == UInt8(ascii: " "))
  }

  @inline(__always)
  private mutating func add(letter: UInt8) {
    if letter & 0x20 != 0 { hasLowerCase = true }
    letters += 1
    let first = pieces == 0 && pieceLength == 0
    add(letter, letter | 0x20, first ? letter & ~0x20 : letter)
  }

  @inline(__always)
  private mutating func add(_ exact: UInt8, _ folded: UInt8, _ capitalised: UInt8) {
    pieceExact = (pieceExact ^ UInt64(exact)) &* Self.prime
    pieceFolded = (pieceFolded ^ UInt64(folded)) &* Self.prime
    pieceCapitalised = (pieceCapitalised ^ UInt64(capitalised)) &* Self.prime
    pieceLength += 1
  }

  @inline(__always)
  private mutating func endPiece(_ onPiece: (UInt64) -> Void) {
    guard pieceLength > 0 else { return }
    if pieceLength == 2 {
      if Self.capitalArticles.contains(pieceExact) { pieceExact = Self.article }
      if Self.capitalArticles.contains(pieceCapitalised) { pieceCapitalised = Self.article }
      if pieceFolded == Self.foldedArticle { pieceFolded = Self.article }
    }
    exact = Self.joined(exact, pieceExact)
    folded = Self.joined(folded, pieceFolded)
    capitalised = Self.joined(capitalised, pieceCapitalised)
    pieces += 1
    (pieceExact, pieceFolded, pieceCapitalised) = (Self.basis, Self.basis, Self.basis)
    pieceLength = 0
    onPiece(folded)
  }

  @inline(__always)
  private static func joined(_ name: UInt64, _ piece: UInt64) -> UInt64 {
    let mixed = (name ^ piece) &* 0x9e37_79b9_7f4a_7c15
    return mixed ^ mixed >> 29
  }

  /// The scalar at a byte, and its length; a stray byte is a scalar of its own.
  private static func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (UInt32, Int) {
    let first = UInt32(bytes[index])
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    guard length > 1, index + length <= bytes.count else { return (0xFFFD, 1) }
    var scalar = first & (0x7F >> UInt32(length))
    for offset in 1..<length { scalar = scalar << 6 | UInt32(bytes[index + offset]) & 0x3F }
    return (scalar, length)
  }
}
