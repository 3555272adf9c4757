import Record

/// Iran's solar calendar, by the arithmetic of its 33-year cycle, which holds from 1244 to 1501 (1865 to 2122).
enum JalaliCalendar {
  /// The Gregorian day of a Jalali date; nil where there is none such.
  static func day(year: Int, month: Int, day: Int) -> CalendarDay? {
    guard (1244...1501).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    guard day <= (month <= 6 ? 31 : month < 12 || isLeap(year) ? 30 : 29) else { return nil }
    let past = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30
    let yearsPast = year - 1244
    // The leap years' places in a cycle give the days of the years before; 1244 began on 21 March 1865.
    var leaps = 0
    for earlier in 1244..<(1244 + yearsPast) where isLeap(earlier) { leaps += 1 }
    return CalendarDay(year: 1865, month: 3, day: 21)?
      .adding(days: yearsPast * 365 + leaps + past + day - 1)
  }

  private static func isLeap(_ year: Int) -> Bool {
    [1, 5, 9, 13, 17, 22, 26, 30].contains(year % 33)
  }
}
