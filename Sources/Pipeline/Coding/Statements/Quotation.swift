/// A passage in quotation marks, in bytes of the text.
struct Quotation: Equatable {
  /// With its marks.
  var outer: Range<Int>
  /// Without them.
  var inner: Range<Int>
  /// The index of its paragraph.
  var paragraph: Int
  /// Whether a mark closes it; one that none closes ends with its paragraph.
  var isClosed: Bool
}

/// A passage between blank lines, in bytes of the text.
struct Paragraphs {
  /// The paragraphs in order, white space at their ends cut.
  let ranges: [Range<Int>]

  /// The paragraphs of a text.
  init(_ bytes: [UInt8]) {
    var ranges: [Range<Int>] = []
    var start: Int?
    /// One past the last byte that is not white space.
    var end = 0
    var lineEnds = 0
    for (index, byte) in bytes.enumerated() {
      if byte == 10 { lineEnds += 1 }
      if byte == 32 || (9...13).contains(byte) { continue }
      if lineEnds > 1, let first = start {
        ranges.append(first..<end)
        start = nil
      }
      lineEnds = 0
      if start == nil { start = index }
      end = index + 1
    }
    if let start { ranges.append(start..<end) }
    self.ranges = ranges
  }
}
