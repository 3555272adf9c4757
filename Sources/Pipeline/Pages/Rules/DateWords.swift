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
  }
}
