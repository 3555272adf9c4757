/// A time expression and its calendar value.
public struct TimeExpression: Codable, Sendable, Hashable {
  /// TIMEX3's types; `duration` and `set` have no start and end.
  public enum Kind: String, Codable, Sendable { case date, time, duration, set }

  /// `t1`, `t2` … in the order of the text.
  public var id: String
  /// The first code point.
  public var startOffset: Int
  /// One past the last.
  public var endOffset: Int
  /// The words.
  public var text: String
  /// Its TIMEX3 type.
  public var type: Kind
  /// ISO 8601, inclusive; nil where unknown.
  public var start: String?
  /// ISO 8601, inclusive; nil where unknown.
  public var end: String?
  /// How finely it is told.
  public var grain: Grain
  /// Such as `start`, `mid`, `end`, `since`, `before`, `after` or `approx`.
  public var modifier: String?
  /// The rule that read it.
  public var rule: String

  /// A time expression.
  public init(
    id: String, startOffset: Int, endOffset: Int, text: String, type: Kind, start: String?,
    end: String?, grain: Grain, modifier: String? = nil, rule: String
  ) {
    self.id = id
    self.startOffset = startOffset
    self.endOffset = endOffset
    self.text = text
    self.type = type
    self.start = start
    self.end = end
    self.grain = grain
    self.modifier = modifier
    self.rule = rule
  }

  enum CodingKeys: String, CodingKey, CaseIterable {
    case id
    case startOffset = "start_offset"
    case endOffset = "end_offset"
    case text, type, start, end, grain, modifier, rule
  }
}

/// When an event or a statement took place: a time expression's value, perhaps open at one end.
public struct When: Codable, Sendable, Hashable {
  /// ISO 8601, inclusive.
  public var start: String?
  /// ISO 8601, inclusive.
  public var end: String?
  /// How finely it is told.
  public var grain: Grain
  /// As in ``TimeExpression/modifier``.
  public var modifier: String?
  /// The id of the expression that tells it; nil where it follows from the date line.
  public var expression: String?

  /// A time.
  public init(
    start: String?, end: String?, grain: Grain, modifier: String? = nil, expression: String? = nil
  ) {
    self.start = start
    self.end = end
    self.grain = grain
    self.modifier = modifier
    self.expression = expression
  }
}
