/// The way from UTF-8 byte offsets, in which stages count, to code points, in which the record does.
///
/// Cost: one pass over the text; then constant per look-up (a stride's count and at most 64 bytes after it).
public struct CodePoints: Sendable {
  private static let stride = 64
  private let bytes: [UInt8]
  /// Code points that begin before each 64th byte.
  private let counts: [Int]

  /// Counts the code points of a text.
  public init(_ text: String) {
    bytes = Array(text.utf8)
    var counts: [Int] = []
    counts.reserveCapacity(bytes.count / Self.stride + 1)
    var count = 0
    for (offset, byte) in bytes.enumerated() {
      if offset % Self.stride == 0 { counts.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    if bytes.count % Self.stride == 0 { counts.append(count) }
    self.counts = counts
  }

  /// The number of code points that begin before a byte offset.
  public func offset(ofByte byte: Int) -> Int {
    let stride = byte / Self.stride
    var count = counts[stride]
    for offset in (stride * Self.stride)..<byte where bytes[offset] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// The span of a range of bytes.
  public func span(_ range: Range<Int>) -> Span {
    Span(start: offset(ofByte: range.lowerBound), end: offset(ofByte: range.upperBound))
  }
}
