import Record

/// What relative expressions are resolved against.
struct TimeContext: Sendable {
  /// Whether the words around an expression speak of what is to come.
  enum Tense: Sendable { case past, present, future, unknown }

  /// The date line's day.
  let published: CalendarDay?
  /// Whether the text tells a history far from its date line, so that a bare "April" is one of the year told last.
  let isNarrative: Bool
  /// The last times told, by the coarsest unit that each can anchor: days, months, years.
  private(set) var lastDay: CalendarInterval?
  private(set) var lastMonth: CalendarInterval?
  private(set) var lastYear: CalendarInterval?

  init(published: CalendarDay?, isNarrative: Bool) {
    self.published = published
    self.isNarrative = isNarrative
  }

  /// Takes note of a time that was told.
  mutating func note(_ interval: CalendarInterval) {
    switch interval.grain {
    case .second, .minute, .hour, .day:
      lastDay = interval
      lastMonth = interval
      lastYear = interval
    case .week, .month:
      lastMonth = interval
      lastYear = interval
      lastDay = nil
    case .season, .quarter, .half, .year:
      lastYear = interval
      lastMonth = nil
      lastDay = nil
    case .decade, .century, .span:
      break
    }
  }

  /// The time told before that is fine enough to count such units from; nil where there is none.
  func told(for unit: TimeUnit) -> CalendarInterval? {
    switch unit {
    case .second, .minute, .hour, .day: lastDay
    case .weekend, .week, .fortnight, .month: lastMonth
    case .quarter: lastMonth ?? lastYear
    case .year, .decade, .century, .millennium: lastYear
    }
  }

  /// What an expression counts such units from: the time told before it, or the date line.
  func anchor(
    for unit: TimeUnit, fromReference: Bool, needsReference: Bool = false
  ) -> CalendarInterval? {
    if needsReference { return told(for: unit) }
    let line = published.map { CalendarInterval(day: $0) }
    if fromReference { return told(for: unit) ?? (isNarrative ? nil : line) }
    return isNarrative ? told(for: unit) : line
  }

  /// The year, of those in which a part of the year may be meant, that the text most likely means.
  ///
  /// Of news, that is the latest that has begun by the date line, or in a clause on the future the first that has not
  /// ended before it; a day near at hand may be either. Of a history, it is the year told last.
  func choose(
    _ tense: Tense, isDay: Bool, candidate: (Int) -> CalendarInterval?
  ) -> CalendarInterval? {
    if isNarrative { return chooseOfHistory(candidate) }
    guard let published else { return nil }
    let years = max(1, published.year - 4)...min(9999, published.year + 4)
    let before = years.reversed().lazy.compactMap(candidate).first { $0.start <= published }
    let after = years.lazy.compactMap(candidate).first { $0.end >= published }
    guard let before, let after else { return before ?? after }
    let past = published.days(since: before.end)
    let ahead = after.start.days(since: published)
    switch tense {
    case .past: return isDay && ahead <= Self.near && past >= Self.far ? after : before
    case .future: return after
    case .present, .unknown: return past <= ahead * (isDay ? 1 : 2) ? before : after
    }
  }

  /// Days within which a day ahead is meant even in the past tense, where the last such day is this long ago.
  private static let near = 60
  private static let far = 270
  /// How many months a history may go back without naming the year.
  private static let monthsBack = 7

  private func chooseOfHistory(_ candidate: (Int) -> CalendarInterval?) -> CalendarInterval? {
    guard let lastYear else { return nil }
    let year = lastYear.start.year
    guard let found = candidate(year), lastYear.grain != .year,
      (lastYear.start.month - found.start.month) > Self.monthsBack
    else { return candidate(year) }
    return candidate(year + 1)
  }
}

extension CalendarDay {
  /// The number of days from another day to this one, to about a day in months of 31.
  ///
  /// It only serves to tell which of two days is nearer.
  func days(since other: CalendarDay) -> Int {
    (year - other.year) * 366 + (month - other.month) * 31 + day - other.day
  }
}
