import Record

/// What the elements of a pattern took from the text.
struct TimeSlots: Sendable {
  var year: Int?
  var shortYear: Int?
  var month: Int?
  var weekday: Int?
  /// Days of the month, each with its pieces.
  var days: [(value: Int, pieces: Range<Int>)] = []
  /// Amounts; nil where vague ("a few").
  var numbers: [Double?] = []
  var ordinals: [Int] = []
  var units: [TimeUnit] = []
  var season: Int?
  /// First and last minute of the day.
  var part: ClosedRange<Int>?
  /// The minute of the day.
  var clock: Int?
  /// Whether the clock's hour may be before or after noon.
  var isHalfDayOpen = false
  var festival: Int?
  var numeric: CalendarInterval?
  /// The first year of a decade.
  var decade: Int?
  /// The number of a quarter or half.
  var subdivision: Int?
  /// Another expression within this one.
  var date: TimeValue?
  /// The first pieces of the years' ends, for "1939–45".
  var yearPieces: [Range<Int>] = []
  /// Whether the last word as it stands came from alternatives that name the end ("last", "latter").
  var words: [String] = []
}

/// A reading of an expression, before it becomes a record's.
struct TimeValue: Sendable, Equatable {
  var kind: TimeExpression.Kind
  var interval: CalendarInterval?
  /// Minutes of the first and last day at which it starts and ends.
  var minutes: ClosedRange<Int>?
  var grain: Grain
  var modifier: String?
  /// An open end is not told.
  var isOpenAtStart = false
  var isOpenAtEnd = false
  /// Whether the year was given, not guessed.
  var hasYear = false
  /// Whether the year was guessed, so that the other end of a range may tell better.
  var isYearGuessed = false

  init(
    _ interval: CalendarInterval?, kind: TimeExpression.Kind = .date, grain: Grain? = nil,
    modifier: String? = nil, hasYear: Bool = false
  ) {
    self.kind = kind
    self.interval = interval
    self.grain = grain ?? interval?.grain ?? .day
    self.modifier = modifier
    self.hasYear = hasYear
  }
}
