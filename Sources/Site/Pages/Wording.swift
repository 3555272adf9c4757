import Record

/// How dates and names are put for readers.
enum Wording {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  /// "Friday, 2 November 2018".
  static func dayWithWeekday(_ iso: String) -> String {
    guard let day = CalendarDay(iso: iso) else { return "Undated" }
    return "\(weekdays[day.weekday - 1]), \(date(iso))"
  }

  /// "2 November 2018", "November 2018", "2018".
  static func date(_ iso: String) -> String {
    if let day = CalendarDay(iso: iso) { return "\(day.day) \(months[day.month - 1]) \(day.year)" }
    let parts = iso.split(separator: "-")
    if parts.count == 2, let month = Int(parts[1]), (1...12).contains(month) {
      return "\(months[month - 1]) \(parts[0])"
    }
    return iso
  }

  /// "22:22"; nothing where the time is no finer than a day.
  static func clock(_ stamp: Stamp?) -> String {
    guard let stamp, stamp.start.utf8.count >= 16 else { return "" }
    return String(stamp.start.dropFirst(11).prefix(5))
  }

  /// "2 November 2018, 22:22".
  static func stamp(_ stamp: Stamp) -> String {
    let time = clock(stamp)
    return date(String(stamp.start.prefix(10))) + (time.isEmpty ? "" : ", \(time)")
  }

  /// A time from start to end, either of which may be open; whole months and years by their name.
  static func period(_ start: String?, _ end: String?) -> String {
    switch (start, end) {
    case (let start?, let end?):
      if start == end { return moment(start) }
      if start.hasSuffix("-01-01"), end == start.prefix(4) + "-12-31" {
        return String(start.prefix(4))
      }
      if start.hasSuffix("-01"), start.prefix(7) == end.prefix(7), let day = CalendarDay(iso: end),
        day.day == CalendarDay.length(ofMonth: day.month, year: day.year)
      {
        return date(String(start.prefix(7)))
      }
      if start.prefix(10) == end.prefix(10) { return moment(start) }
      return "\(moment(start)) to \(moment(end))"
    case (let start?, nil): return "since \(moment(start))"
    case (nil, let end?): return "until \(moment(end))"
    case (nil, nil): return ""
    }
  }

  private static func moment(_ iso: String) -> String {
    let day = date(String(iso.prefix(10)))
    return iso.utf8.count >= 16 ? "\(day), \(iso.dropFirst(11).prefix(5))" : day
  }

  /// "1 event", "3 events".
  static func count(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    "\(count) \(count == 1 ? one : many ?? one + "s")"
  }

  /// A status or mode without its underscore.
  static func plain(_ word: String) -> String {
    String(word.map { $0 == "_" ? " " : $0 })
  }
}
