/// The marks that quotations stand between.
enum QuotationMarks {
  /// Marks that are nothing else.
  static let double: Set<Character> = ["\"", "“", "”", "„", "«", "»"]
  /// Marks that are apostrophes too, or letters of names: at one end alone they quote nothing for certain.
  static let single: Set<Character> = ["'", "‘", "’"]
  static let all = double.union(single)

  /// A text without the marks that it stands between, and without double ones at one end alone.
  static func stripped(from text: String) -> String {
    var text = text[...]
    while let first = text.first, let last = text.last {
      if double.contains(first) {
        text.removeFirst()
      } else if double.contains(last) {
        text.removeLast()
      } else if text.count > 1, single.contains(first), single.contains(last) {
        text = text.dropFirst().dropLast()
      } else {
        break
      }
    }
    return String(text)
  }
}
