import Tables

/// The words that dates are printed with: months, weekdays, zones, labels.
struct DateWords: Sendable {
  enum Calendar: Sendable { case gregorian, jalali }
  enum Meridiem: Sendable { case am, pm }
  enum AgoPosition: Sendable { case before, after }

  private(set) var months: [String: (month: Int, calendar: Calendar)] = [:]
  private(set) var weekdays: Set<String> = []
  private(set) var meridiems: [String: Meridiem] = [:]
  private(set) var hours: Set<String> = []
  /// Minutes east of UTC.
  private(set) var zones: [String: Int] = [:]
  private(set) var fillers: Set<String> = []
  private(set) var ago: [String: AgoPosition] = [:]
  /// Minutes.
  private(set) var units: [String: Int] = [:]
  /// Days from the page's own.
  private(set) var days: [String: Int] = [:]
  private(set) var publishedLabels: Set<String> = []
  private(set) var updatedLabels: Set<String> = []
  /// How months begin, and words that tell of days and of times back.
  private(set) var monthBeginnings = Beginnings()
  private(set) var dayBeginnings = Beginnings()
  private(set) var agoBeginnings = Beginnings()

  init() throws(TabSeparatedTable.Malformed) {
    let names = try TabSeparatedTable(
      embedded: "lexicons/pages/months.tsv", columns: 4, required: 3)
    for row in names.rows {
      guard let month = Int(row[1]), (1...12).contains(month) else {
        throw .init(file: names.file, line: row.line, reason: "month \(row[1]) is not 1 to 12")
      }
      let name = folded(row[0].split(separator: "_").joined(separator: " "))
      months[name] = (month, row[2] == "jalali" ? .jalali : .gregorian)
    }
    let words = try TabSeparatedTable(
      embedded: "lexicons/pages/date_words.tsv", columns: 4, required: 3)
    for row in words.rows {
      let form = folded(row[0])
      switch row[1] {
      case "weekday": weekdays.insert(form)
      case "meridiem": meridiems[form] = row[2] == "pm" ? .pm : .am
      case "hour": hours.insert(form)
      case "zone": zones[form] = Int(row[2])
      case "filler": fillers.insert(form)
      case "ago": ago[form] = row[2] == "before" ? .before : .after
      case "unit": units[form] = Int(row[2])
      case "day": days[form] = Int(row[2])
      case "published": publishedLabels.insert(form)
      case "updated": updatedLabels.insert(form)
      default:
        throw .init(file: words.file, line: row.line, reason: "there is no class \(row[1])")
      }
    }
    for name in months.keys { monthBeginnings.insert(name) }
    for name in days.keys { dayBeginnings.insert(name) }
    for name in ago.keys { agoBeginnings.insert(name) }
  }
}

/// The first two bytes of some words: what others begin with is none of them.
struct Beginnings: Sendable {
  private var bits = [UInt64](repeating: 0, count: 1 << 10)

  mutating func insert(_ word: some StringProtocol) {
    let pair = Self.pair(word)
    bits[pair >> 6] |= 1 << UInt64(pair & 63)
  }

  /// Whether a word may be one of them.
  func mayHold(_ word: some StringProtocol) -> Bool {
    let pair = Self.pair(word)
    return bits[pair >> 6] >> UInt64(pair & 63) & 1 != 0
  }

  private static func pair(_ word: some StringProtocol) -> Int {
    var bytes = word.utf8.makeIterator()
    let first = bytes.next() ?? 0
    let second = bytes.next() ?? 0
    // A word of one letter may be followed by others.
    return Int(first) << 8 | Int(second == 32 ? 0 : second)
  }
}
