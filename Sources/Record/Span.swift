/// A passage of a document's text: half-open, in Unicode code points.
public struct Span: Codable, Sendable, Hashable {
  /// The first code point.
  public var start: Int
  /// One past the last.
  public var end: Int

  /// The passage `[start, end)`.
  public init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }

  /// Whether the passages share a code point.
  public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

  /// Whether `other` lies wholly inside.
  public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }
}
