import Record

/// A date, a time or both as a line prints them.
struct PrintedTime: Sendable, Equatable {
  /// The day; nil where only a time stands.
  var day: CalendarDay?
  /// Minutes since midnight; nil where only a day stands.
  var minutes: Int?
  /// Minutes east of UTC, where printed.
  var zone: Int?
  /// "17 minutes ago".
  var minutesAgo: Int?
  /// Whether what is told back is told in minutes or hours, rather than in days.
  var agoIsExact = false
  /// "Yesterday" is −1.
  var dayOffset: Int?
  /// Its bytes in the line.
  var range: Range<Int>

  /// The record's form; nil where no day is known.
  var stamp: Stamp? {
    guard let day else { return nil }
    guard let minutes else { return Stamp(start: day.description, grain: .day) }
    return Stamp(
      start: "\(day)T\(Self.clock(minutes))\(Self.zoneText(zone))", grain: .minute)
  }

  private static func clock(_ minutes: Int) -> String {
    padded(minutes / 60) + ":" + padded(minutes % 60)
  }

  private static func zoneText(_ zone: Int?) -> String {
    guard let zone else { return "" }
    if zone == 0 { return "Z" }
    return (zone < 0 ? "-" : "+") + clock(abs(zone))
  }

  private static func padded(_ value: Int) -> String {
    value < 10 ? "0\(value)" : String(value)
  }

  /// The same on the page's day, or as long before its time, where it is told so.
  ///
  /// - Parameters:
  ///   - day: the day of a header above, or the page's own.
  ///   - now: the page's own time, which "17 minutes ago" is counted from.
  func resolved(day header: CalendarDay?, now: PrintedTime?) -> PrintedTime {
    var result = self
    if let minutesAgo, let today = now?.day {
      if agoIsExact {
        guard let clock = now?.minutes else { return result }
        let total = clock - minutesAgo
        let days = Int((Double(total) / 1440).rounded(.down))
        result.day = today.adding(days: days)
        result.minutes = total - days * 1440
        result.zone = now?.zone
      } else {
        result.day = today.adding(days: -minutesAgo / 1440)
      }
    } else if let dayOffset, let today = now?.day {
      result.day = today.adding(days: dayOffset)
    } else if day == nil, minutes != nil, minutesAgo == nil {
      result.day = header
    }
    return result
  }

  /// The same with month and day in the other order, where the page shows that day and not this one: 11/01/2023 of a page
  /// that is dated 1 November.
  func turned(like shown: [PrintedTime]) -> PrintedTime {
    guard zone == nil, let day, day.day <= 12, !shown.contains(where: { $0.day == day }),
      let other = CalendarDay(year: day.year, month: day.day, day: day.month),
      shown.contains(where: { $0.day == other })
    else { return self }
    var result = self
    result.day = other
    return result
  }

  /// A time in UTC as the page's readers see it, where the page shows it on the day before or after.
  ///
  /// A clock shown beside the day tells the zone; without one only the day is certain.
  func local(like shown: [PrintedTime]) -> PrintedTime {
    guard zone == 0, let day, let minutes else { return self }
    for other in shown {
      guard let otherDay = other.day, other.zone == nil || other.zone != 0, otherDay != day else {
        continue
      }
      let isBefore = otherDay.adding(days: 1) == day
      guard isBefore || day.adding(days: 1) == otherDay else { continue }
      var result = other
      guard let clock = other.minutes else {
        // West of Greenwich it is still the day before until noon, east of it the day after from ten on.
        guard isBefore ? minutes < 12 * 60 : minutes >= 10 * 60 else { continue }
        // A zone that the page prints elsewhere tells which of the two it is.
        if let zone = shown.lazy.compactMap(\.zone).first(where: { $0 != 0 }) {
          guard isBefore ? minutes + zone < 0 : minutes + zone >= 1440 else { continue }
        }
        return result
      }
      let offset = clock - minutes + (isBefore ? -1440 : 1440)
      // Another clock's time is of something else on the page.
      guard offset % 15 == 0, abs(offset) <= 14 * 60, other.zone == nil || other.zone == offset
      else { continue }
      result.zone = offset
      return result
    }
    return self
  }
}
