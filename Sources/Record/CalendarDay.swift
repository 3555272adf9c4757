import FoundationEssentials

/// A day of the Gregorian calendar.
///
/// Only days that exist can be made: 30 February cannot. Arithmetic is Foundation's.
public struct CalendarDay: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// 1 to 9999.
  public let year: Int
  /// 1 to 12.
  public let month: Int
  /// 1 to 31.
  public let day: Int

  private static let calendar: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return calendar
  }()

  /// The day, or nil where the calendar has none such or its year is not in 1…9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    guard day <= Self.length(ofMonth: month, year: year) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day that an ISO 8601 date, or a time beginning with one, names.
  public init?(iso text: some StringProtocol) {
    let parts = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  private init?(date: Date) {
    let parts = Self.calendar.dateComponents([.year, .month, .day], from: date)
    guard let year = parts.year, let month = parts.month, let day = parts.day else { return nil }
    self.init(year: year, month: month, day: day)
  }

  private var date: Date? {
    Self.calendar.date(from: DateComponents(year: year, month: month, day: day))
  }

  /// The number of days of a month.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Monday 1 to Sunday 7.
  public var weekday: Int {
    guard let date else { return 1 }
    return (Self.calendar.component(.weekday, from: date) + 5) % 7 + 1
  }

  /// The day so many days later; nil past the ends of the calendar.
  public func adding(days: Int) -> CalendarDay? {
    guard abs(days) < 4_000_000, let date,
      let moved = Self.calendar.date(byAdding: .day, value: days, to: date)
    else { return nil }
    // Foundation counts years before year 1 upwards again, in another era.
    guard let result = CalendarDay(date: moved), days < 0 ? result < self : result >= self
    else { return nil }
    return result
  }

  /// The day so many months later, or the month's last where it is shorter.
  public func adding(months: Int) -> CalendarDay? {
    guard abs(months) < 120_000 else { return nil }
    let count = year * 12 + month - 1 + months
    guard count >= 12 else { return nil }
    let (year, month) = (count / 12, count % 12 + 1)
    return CalendarDay(
      year: year, month: month, day: min(day, Self.length(ofMonth: month, year: year)))
  }

  /// `YYYY-MM-DD`.
  public var description: String {
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// Whether one day is before the other.
  public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}
