import Record

/// A date as feeds write it: RFC 822 ("Sun, 06 Jul 2014 12:56:00 GMT") or ISO 8601 ("2014-07-06T12:56:00Z").
public struct FeedDate: Sendable, Equatable {
  /// The day, by the zone that is written.
  public let day: CalendarDay
  /// Minutes since midnight; nil where only a day is written.
  public private(set) var minutes: Int?
  /// Minutes east of UTC, where written.
  public private(set) var zone: Int?

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  /// RFC 822's names of zones, in minutes east of UTC.
  private static let zones = [
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "est": -300, "edt": -240, "cst": -360, "cdt": -300,
    "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
  ]

  /// Reads a date; nil where it is in neither form, as where months are named in another language than English.
  public init?(_ text: String) {
    guard text.utf8.count < 100 else { return nil }
    let words = text.split(whereSeparator: { $0 == " " || $0 == "," || $0.isNewline || $0 == "\t" })
    guard let first = words.first else { return nil }
    if first.utf8.count >= 8, first.first?.isNumber == true, first.contains("-"),
      let day = CalendarDay(iso: first)
    {
      self.day = day
      let rest = first.dropFirst(10)
      if rest.isEmpty {
        readClock(words.dropFirst()[...])
      } else if rest.first == "T" || rest.first == "t" {
        readISOClock(rest.dropFirst())
      }
      return
    }
    // A day's name may stand first, and dashes may join day, month and year.
    var parts = words
    if first.first?.isLetter == true { parts.removeFirst() }
    if let joined = parts.first, joined.contains("-") {
      parts.replaceSubrange(0..<1, with: joined.split(separator: "-"))
    }
    guard parts.count >= 3, let number = Int(parts[0]),
      let month = Self.months.firstIndex(of: String(parts[1].prefix(3)).lowercased()),
      let written = Int(parts[2])
    else { return nil }
    // RFC 2822: two figures up to 49 are of this century.
    let year = parts[2].count > 2 ? written : written + (written < 50 ? 2000 : 1900)
    guard let day = CalendarDay(year: year, month: month + 1, day: number) else { return nil }
    self.day = day
    readClock(parts.dropFirst(3))
  }

  /// The record's form.
  public var stamp: Stamp {
    guard let minutes else { return Stamp(start: day.description, grain: .day) }
    var text = "\(day)T\(Self.clock(minutes))"
    if let zone {
      text += zone == 0 ? "Z" : (zone < 0 ? "-" : "+") + Self.clock(abs(zone))
    }
    return Stamp(start: text, grain: .minute)
  }

  /// Minutes since 1 January of year 1, in UTC as far as the zone is known: for ordering.
  public var instant: Int {
    let year = day.year - 1
    var days = year * 365 + year / 4 - year / 100 + year / 400 + day.day
    for month in 1..<day.month { days += CalendarDay.length(ofMonth: month, year: day.year) }
    return days * 1440 + (minutes ?? 0) - (zone ?? 0)
  }

  private static func clock(_ minutes: Int) -> String {
    func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
    return padded(minutes / 60) + ":" + padded(minutes % 60)
  }

  private mutating func readClock(_ words: ArraySlice<Substring>) {
    guard let clock = words.first else { return }
    minutes = Self.minutes(clock)
    if minutes != nil, let name = words.dropFirst().first { zone = Self.zone(name) }
  }

  private mutating func readISOClock(_ text: Substring) {
    let clock = text.prefix { $0.isNumber || ":.".contains($0) }
    minutes = Self.minutes(clock)
    let rest = text[clock.endIndex...]
    if minutes != nil, !rest.isEmpty { zone = Self.zone(rest) }
  }

  private static func minutes(_ clock: Substring) -> Int? {
    let parts = clock.split(separator: ":")
    guard parts.count >= 2, let hour = Int(parts[0]), let minute = Int(parts[1]),
      (0..<24).contains(hour), (0..<60).contains(minute)
    else { return nil }
    return hour * 60 + minute
  }

  private static func zone(_ text: Substring) -> Int? {
    let name = text.lowercased()
    if let known = zones[name] { return known }
    guard let sign = name.first, sign == "+" || sign == "-" || sign == "−" else { return nil }
    let digits = name.dropFirst().filter { $0 != ":" }
    guard (1...4).contains(digits.utf8.count), let value = Int(digits) else { return nil }
    let minutes = digits.utf8.count > 2 ? value / 100 * 60 + value % 100 : value * 60
    guard minutes <= 14 * 60 else { return nil }
    return sign == "+" ? minutes : -minutes
  }
}
