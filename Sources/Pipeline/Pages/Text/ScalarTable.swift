/// Unicode's properties that pages are asked for most, of the scalars up to ``limit``, looked up once.
///
/// Asking the standard library costs a search for each scalar; Latin, Greek, Cyrillic, Hebrew, Arabic and punctuation,
/// which nearly all news is written in, lie below the limit.
struct ScalarTable: Sendable {
  /// One past the last scalar of the table.
  static let limit = 0x2100
  static let shared = ScalarTable()

  /// What ``fold(_:)`` gives for a scalar that folding drops.
  static let dropped: UInt32 = 0xFFFF_FFFF
  /// What it gives for a scalar that becomes more than one.
  static let several: UInt32 = 0xFFFF_FFFE

  private let folds: [UInt32]
  private let wordParts: [Bool]

  private init() {
    var folds: [UInt32] = []
    var wordParts: [Bool] = []
    for value in 0..<UInt32(Self.limit) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      folds.append(Self.slowFold(scalar))
      wordParts.append(Self.isSlowWordPart(scalar))
    }
    self.folds = folds
    self.wordParts = wordParts
  }

  /// The scalar without the differences of ``folded(_:)``, or ``dropped`` or ``several``.
  func fold(_ scalar: Unicode.Scalar) -> UInt32 {
    let value = scalar.value
    if value < Self.limit { return folds[Int(value)] }
    return Self.isIdeograph(value) ? value : Self.slowFold(scalar)
  }

  /// Whether it is a letter, or a mark set on one.
  func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < Self.limit { return wordParts[Int(value)] }
    return Self.isIdeograph(value) || Self.isSlowWordPart(scalar)
  }

  /// Han characters and Hangul, which have no case and are all letters.
  private static func isIdeograph(_ value: UInt32) -> Bool {
    (0x4E00...0x9FFF).contains(value) || (0xAC00...0xD7A3).contains(value)
  }

  private static func isSlowWordPart(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    return value < 128
      ? (97...122).contains(value | 32)
      : scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
        || value == 0x200C || value == 0x2BC
  }

  private static func slowFold(_ scalar: Unicode.Scalar) -> UInt32 {
    var result = dropped
    for lower in scalar.properties.lowercaseMapping.unicodeScalars {
      let folded = equal(lower.value)
      if folded == dropped { continue }
      if result != dropped { return several }
      result = folded
    }
    return result
  }

  /// The scalar that stands for a small letter or mark, among those that differ in nothing but their form.
  static func equal(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x307, 0x640, 0x200C, 0x200D, 0x200E, 0x200F, 0xAD: dropped
    case 0x131: 0x69
    case 0x643: 0x6A9
    case 0x64A, 0x649: 0x6CC
    case 0x451: 0x435
    case 0xA0: 0x20
    case 0x2019, 0x2BC: 0x27
    default: value
    }
  }
}
