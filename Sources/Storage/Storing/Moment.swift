import Record

/// A printed time as the store sorts it: UTC to the second where the zone is known, else as though it were UTC.
///
/// A day alone is its midnight, so that what has no time of day comes last in it. What cannot be read is `''`.
struct Moment: Sendable, Equatable {
  /// `2018-11-02T18:22:00Z`, or `''`.
  let text: String
  /// The day as printed, `2018-11-02`, or `''`.
  let day: String

  static let unknown = Moment(text: "", day: "")

  private init(text: String, day: String) {
    self.text = text
    self.day = day
  }

  init(_ stamp: Stamp?) {
    guard let stamp, let day = CalendarDay(iso: stamp.start) else {
      self = .unknown
      return
    }
    let clock = Clock(stamp.start.dropFirst(10))
    let minutes = clock.minutes - clock.offset
    // Offsets go to 18 hours either way: a neighbouring day at most.
    let shift = minutes < 0 ? -1 : minutes >= 24 * 60 ? 1 : 0
    guard let shifted = shift == 0 ? day : day.adding(days: shift) else {
      self = .unknown
      return
    }
    let rest = minutes - shift * 24 * 60
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
    text = "\(shifted)T\(two(rest / 60)):\(two(rest % 60)):\(two(clock.seconds))Z"
    self.day = day.description
  }
}

/// The part of an ISO 8601 time after its day.
private struct Clock {
  var minutes = 0
  var seconds = 0
  /// Minutes east of UTC.
  var offset = 0

  /// Reads `T22:22:05.5+04:00`, or as much of it as is there.
  init(_ text: Substring) {
    guard text.first == "T" || text.first == " " else { return }
    let clock = text.dropFirst()
    let zone = clock.firstIndex { "Z+-−".contains($0) } ?? clock.endIndex
    let fields = clock[..<zone].split(separator: ":").map { Int($0.prefix(2)) }
    if fields.count >= 2, let hour = fields[0], let minute = fields[1], (0...24).contains(hour),
      (0...59).contains(minute)
    {
      minutes = hour * 60 + minute
    }
    if fields.count >= 3, let second = fields[2], (0...60).contains(second) {
      seconds = min(second, 59)
    }
    guard zone < clock.endIndex, clock[zone] != "Z" else { return }
    let digits = clock[clock.index(after: zone)...].filter { $0 != ":" }
    guard digits.count >= 2, let hours = Int(digits.prefix(2)), hours <= 18 else { return }
    let minutes = Int(digits.dropFirst(2).prefix(2)) ?? 0
    offset = (clock[zone] == "+" ? 1 : -1) * (hours * 60 + min(minutes, 59))
  }
}
