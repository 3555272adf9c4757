import Record

/// A statement while its parts are being put together: content in bytes, the rest in words.
struct StatementDraft {
  /// The words that introduce it.
  var cue: Cue
  /// The words of the cue's clause.
  var clause: Range<Int>
  /// The bytes said, in order and apart from each other.
  var content: [Range<Int>]
  /// The quotations that belong to it, in order.
  var quotations: [Int] = []
  /// In whose words.
  var quote = Statement.Quote.none

  /// Adds bytes said, joining what overlaps or touches.
  mutating func add(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    guard let last = content.last, range.lowerBound < last.lowerBound else {
      if let last = content.last, range.lowerBound <= last.upperBound {
        content[content.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        content.append(range)
      }
      return
    }
    content = (content + [range]).sorted { $0.lowerBound < $1.lowerBound }
      .reduce(into: []) { joined, next in
        if let last = joined.last, next.lowerBound <= last.upperBound {
          joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, next.upperBound)
        } else {
          joined.append(next)
        }
      }
  }
}
