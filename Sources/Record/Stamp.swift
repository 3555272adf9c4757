/// How finely a time is told, from the second to the century, and `span` for a stretch between two ends.
public enum Grain: String, Codable, Sendable, CaseIterable {
  case second, minute, hour, day, week, month, season, quarter, half, year, decade, century, span
}

/// When something was published: ISO 8601, with the zone where it is known, and how finely it is told.
public struct Stamp: Codable, Sendable, Hashable {
  /// Such as `2018-11-02T22:22+04:00`, `2018-11-02T22:22` or `2018-11-02`.
  public var start: String
  /// `minute` for the first two of these, `day` for the last.
  public var grain: Grain

  /// A time of this grain.
  public init(start: String, grain: Grain) {
    self.start = start
    self.grain = grain
  }
}
