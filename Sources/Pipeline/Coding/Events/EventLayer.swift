import Record
import Tables

/// The learned layer: what each feature of an event says for each category.
///
/// A multinomial logistic regression, trained by tools/events/train.py on marked sentences; models/events.md is its card.
/// Weights are whole hundredths, so that sums are exact. Cost: a look-up a feature; opening reads 700 kB once.
struct EventLayer: Sendable {
  /// The names of the categories that it tells apart: PLOVER's, CONCEDE and RETREAT as `YIELD`, and ``none``.
  let categories: [String]
  private var rows: [String: Int] = [:]
  private var weights: [Int16] = []

  /// What a word says that tells of no event.
  static let none = "NONE"
  /// CONCEDE and RETREAT.
  static let yield = "YIELD"
  /// The group of the sentence's other words.
  private static let bias = "bias"
  private static let path = "models/events.tsv"

  /// Reads the compiled-in table.
  ///
  /// - Throws: `TabSeparatedTable.Malformed` for a row without a weight for each category.
  init() throws {
    guard let file = EmbeddedFile(Self.path) else {
      throw TabSeparatedTable.Malformed(
        file: Self.path, line: 0, reason: "no file of this name is compiled in")
    }
    try self.init(file: Self.path, bytes: file.bytes)
  }

  init(file: String, bytes: UnsafeBufferPointer<UInt8>) throws {
    var categories: [String] = []
    var line = 0
    var position = 0
    while position < bytes.count {
      line += 1
      let end = bytes[position...].firstIndex(of: 10) ?? bytes.count
      let row = bytes[position..<end]
      position = end + 1
      guard let first = row.first, first != UInt8(ascii: "#") else { continue }
      guard let tab = row.firstIndex(of: 9) else {
        throw TabSeparatedTable.Malformed(file: file, line: line, reason: "column 2 is empty")
      }
      let name = String(decoding: row[..<tab], as: UTF8.self)
      let cell = row[(tab + 1)...]
      if categories.isEmpty {
        categories = String(decoding: cell, as: UTF8.self).split(separator: " ").map(String.init)
        continue
      }
      let found = Self.numbers(cell)
      guard found.count == categories.count else {
        throw TabSeparatedTable.Malformed(
          file: file, line: line,
          reason: "column 2: \(found.count) weights; allowed: \(categories.count)")
      }
      rows[name] = weights.count
      weights += found
    }
    self.categories = categories
  }

  private static func numbers(_ cell: Slice<UnsafeBufferPointer<UInt8>>) -> [Int16] {
    var found: [Int16] = []
    var value = 0
    var isNegative = false
    var hasDigits = false
    for byte in cell {
      switch byte {
      case UInt8(ascii: "-"): isNegative = true
      case 48...57:
        value = min(value * 10 + Int(byte - 48), Int(Int16.max))
        hasDigits = true
      default:
        if hasDigits { found.append(Int16(isNegative ? -value : value)) }
        (value, isNegative, hasDigits) = (0, false, false)
      }
    }
    if hasDigits { found.append(Int16(isNegative ? -value : value)) }
    return found
  }

  /// What a feature says for a category, in hundredths of a logit.
  func weight(of feature: String, for category: Int) -> Int {
    rows[feature].map { Int(weights[$0 + category]) } ?? 0
  }

  /// How likely each category is, the sum 1.
  func likelihoods(_ features: [String]) -> [Double] {
    var sums = [Int](repeating: 0, count: categories.count)
    for feature in [Self.bias] + features {
      guard let row = rows[feature] else { continue }
      for category in sums.indices { sums[category] += Int(weights[row + category]) }
    }
    let highest = sums.max() ?? 0
    let shares = sums.map { Exponential.of(Double($0 - highest) / 100) }
    let total = shares.reduce(0, +)
    return shares.map { $0 / total }
  }

  /// The features that speak most for one category against another, the weightiest first.
  func reasons(_ features: [String], for one: Int, against other: Int, most: Int) -> [String] {
    features
      .map { (name: $0, weight: weight(of: $0, for: one) - weight(of: $0, for: other)) }
      .filter { $0.weight > 0 }
      .sorted { ($1.weight, $0.name) < ($0.weight, $1.name) }
      .prefix(most)
      .map { "\($0.name) +\(Self.decimal($0.weight))" }
  }

  private static func decimal(_ hundredths: Int) -> String {
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}

/// The exponential function by additions and multiplications alone, so that every machine gives the same bits.
///
/// C libraries differ in the last bit. The argument is halved until a short series is exact to 1e-15.
enum Exponential {
  static func of(_ exponent: Double) -> Double {
    if exponent < -700 { return 0 }
    if exponent > 700 { return .infinity }
    let halvings = 12
    let small = exponent / 4096
    var term = 1.0
    var sum = 1.0
    for step in 1...9 {
      term *= small / Double(step)
      sum += term
    }
    for _ in 0..<halvings { sum *= sum }
    return sum
  }

  /// The natural logarithm by Newton's steps on the exponential.
  static func logarithm(of value: Double) -> Double {
    guard value > 0 else { return -700 }
    var found = 0.0
    for _ in 0..<60 {
      let power = of(found)
      let step = 2 * (value - power) / (value + power)
      found += step
      if step.magnitude < 1e-14 { break }
    }
    return found
  }
}
