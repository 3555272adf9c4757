import Record

/// A unit of the calendar or clock that expressions count in.
enum TimeUnit: String, Sendable {
  case second, minute, hour, day, weekend, week, fortnight, month, quarter, year, decade, century
  case millennium

  /// The grain of a time told in this unit.
  var grain: Grain {
    switch self {
    case .second: .second
    case .minute: .minute
    case .hour: .hour
    case .day: .day
    case .week: .week
    case .weekend, .fortnight: .span
    case .month: .month
    case .quarter: .quarter
    case .year: .year
    case .decade: .decade
    case .century, .millennium: .century
    }
  }

  /// Whether it is shorter than a day.
  var isOfClock: Bool { self == .second || self == .minute || self == .hour }
}

/// A stretch of days, both ends inclusive, that the calendar has a name for or that two ends make.
struct CalendarInterval: Sendable, Equatable {
  var start: CalendarDay
  var end: CalendarDay
  var grain: Grain

  init(start: CalendarDay, end: CalendarDay, grain: Grain) {
    self.start = start
    self.end = end
    self.grain = grain
  }

  init(day: CalendarDay) { self.init(start: day, end: day, grain: .day) }

  /// So many months from a month on.
  init?(year: Int, month: Int, months: Int = 1, grain: Grain = .month) {
    guard let start = CalendarDay(year: year, month: month, day: 1),
      let last = start.adding(months: months - 1),
      let end = CalendarDay(
        year: last.year, month: last.month,
        day: CalendarDay.length(ofMonth: last.month, year: last.year))
    else { return nil }
    self.init(start: start, end: end, grain: grain)
  }

  init?(year: Int) { self.init(year: year, month: 1, months: 12, grain: .year) }

  /// So many years from a year on; of the first decade and century, from the year 1.
  init?(year: Int, years: Int, grain: Grain) {
    guard let start = CalendarDay(year: max(1, year), month: 1, day: 1),
      let end = CalendarDay(year: year + years - 1, month: 12, day: 31)
    else { return nil }
    self.init(start: start, end: end, grain: grain)
  }

  /// A meteorological season: 1 is March to May; winter (4) bears the year of its December.
  init?(year: Int, season: Int) {
    self.init(year: year, month: season * 3, months: 3, grain: .season)
  }

  /// A week by ISO 8601.
  init?(year: Int, week: Int) {
    guard (1...53).contains(week), let fourth = CalendarDay(year: year, month: 1, day: 4),
      let start = fourth.adding(days: 1 - fourth.weekday + 7 * (week - 1)),
      let end = start.adding(days: 6), (year - 1...year + 1).contains(start.year),
      start.adding(days: 3)?.year == year
    else { return nil }
    self.init(start: start, end: end, grain: .week)
  }

  /// The unit's own interval that a day lies in.
  init?(containing day: CalendarDay, unit: TimeUnit) {
    switch unit {
    case .second, .minute, .hour, .day:
      self.init(day: day)
    case .week, .fortnight, .weekend:
      guard let monday = day.adding(days: 1 - day.weekday),
        let start = unit == .weekend ? monday.adding(days: 5) : monday,
        let end = monday.adding(days: unit == .fortnight ? 13 : 6)
      else { return nil }
      self.init(start: start, end: end, grain: unit.grain)
    case .month:
      self.init(year: day.year, month: day.month)
    case .quarter:
      self.init(year: day.year, month: (day.month - 1) / 3 * 3 + 1, months: 3, grain: .quarter)
    case .year:
      self.init(year: day.year)
    case .decade:
      self.init(year: day.year / 10 * 10, years: 10, grain: .decade)
    case .century:
      self.init(year: day.year / 100 * 100, years: 100, grain: .century)
    case .millennium:
      self.init(year: day.year / 1000 * 1000, years: 1000, grain: .century)
    }
  }

  /// The unit's interval so many units before or after the one that this begins in.
  func neighbour(_ count: Int, _ unit: TimeUnit) -> CalendarInterval? {
    start.adding(count, unit).flatMap { CalendarInterval(containing: $0, unit: unit) }
  }

  /// The same days of other years, a 29 February there only where that year has one.
  func inYear(_ year: Int) -> CalendarInterval? {
    guard let start = CalendarDay(year: year, month: start.month, day: start.day) else {
      return nil
    }
    if self.start == self.end { return CalendarInterval(day: start) }
    let years = end.year - self.start.year
    let last = min(end.day, CalendarDay.length(ofMonth: end.month, year: year + years))
    let isMonthEnd = end.day == CalendarDay.length(ofMonth: end.month, year: end.year)
    return CalendarDay(
      year: year + years, month: end.month,
      day: isMonthEnd ? CalendarDay.length(ofMonth: end.month, year: year + years) : last
    ).map { CalendarInterval(start: start, end: $0, grain: grain) }
  }
}

extension CalendarDay {
  /// The day so many units later; a weekend counts as a week.
  func adding(_ count: Int, _ unit: TimeUnit) -> CalendarDay? {
    guard abs(count) <= 10_000_000 else { return nil }
    switch unit {
    case .second, .minute, .hour: return self
    case .day: return adding(days: count)
    case .week, .weekend: return adding(days: 7 * count)
    case .fortnight: return adding(days: 14 * count)
    case .month: return adding(months: count)
    case .quarter: return adding(months: 3 * count)
    case .year: return adding(months: 12 * count)
    case .decade: return adding(months: 120 * count)
    case .century: return adding(months: 1200 * count)
    case .millennium: return adding(months: 12000 * count)
    }
  }
}

extension CalendarInterval {
  /// The nth such weekday in it; the last for -1.
  func weekday(_ weekday: Int, count: Int) -> CalendarDay? {
    let found =
      count > 0
      ? start.adding(days: (weekday - start.weekday + 7) % 7 + 7 * (count - 1))
      : end.adding(days: -((end.weekday - weekday + 7) % 7))
    return found.flatMap { start <= $0 && $0 <= end ? $0 : nil }
  }
}
