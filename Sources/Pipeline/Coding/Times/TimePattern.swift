import Record
import Tables

/// A form of time expressions, as a line of `patterns.tsv` gives it.
struct TimePattern: Sendable {
  /// What a pattern's element may be besides a word as it stands; `patterns.tsv` says what each is.
  enum Class: String, CaseIterable, Sendable {
    case num = "NUM"
    case ord = "ORD"
    case day = "DAY"
    case dayRank = "DAYTH"
    case year = "YEAR"
    case shortYear = "YY"
    case markedYear = "AYY"
    case figuresDay = "NUMDAY"
    case month = "MONTH"
    case weekday = "WEEKDAY"
    case unit = "UNIT"
    case units = "UNITS"
    case anyUnit = "UNITX"
    case season = "SEASON"
    case part = "PART"
    case parts = "PARTS"
    case weekdays = "WEEKDAYS"
    case festival = "FESTIVAL"
    case clock = "CLOCK"
    case zone = "ZONE"
    case numericDate = "NUMDATE"
    case decade = "DECADE"
    case quarter = "QUARTER"
    case half = "HALF"
    case vague = "VAGUE"
    case set = "SET"
    case bareMonth = "MONTHBARE"
    case bareWeekday = "WEEKDAYBARE"
    case bareSeason = "SEASONBARE"
    case bareYear = "YEARBARE"
    case date = "DATE"
  }

  /// The ways in which an expression's value is found (``TimeResolver``).
  enum Resolver: String, Sendable {
    case numeric, calendar, days, years, year, decade, century, quarter, half, week, containing
    case season, festival, tonight, relative, count, span, neighbour, modified, clock, part
    case duration, set, unresolved, weekday, hour
    case theUnit = "the-unit"
    case partOf = "part-of"
    case partsOf = "parts-of"
    case weekdayOf = "weekday-of"
    case daysFrom = "days-from"
    case relativeWeekday = "relative-weekday"
    case relativeMonth = "relative-month"
    case relativeSeason = "relative-season"
    case relativeFestival = "relative-festival"
    case countTwo = "count-two"
    case openSpan = "open-span"
    case toDate = "to-date"
    case toNow = "to-now"
    case spanFrom = "span-from"
    case workDays = "work-days"
    case theWeekend = "the-weekend"
    case weekendOf = "weekend-of"
    case dayPart = "day-part"
    case lastNight = "last-night"
    case durationAfterWord = "duration-after-word"
  }

  /// What stands at one place of a pattern.
  struct Element: Sendable {
    var words: [String] = []
    var classes: [Class] = []
    var isOptional = false
  }

  let rule: String
  let elements: [Element]
  let kind: TimeExpression.Kind
  let resolver: Resolver
  private let options: [String: String]

  /// Reads a line of the table.
  init(_ row: TabSeparatedTable.Row, file: String) throws(TabSeparatedTable.Malformed) {
    func malformed(_ reason: String) -> TabSeparatedTable.Malformed {
      TabSeparatedTable.Malformed(file: file, line: row.line, reason: reason)
    }
    guard let kind = TimeExpression.Kind(rawValue: row[2]) else {
      throw malformed("no kind \"\(row[2])\"; date, time, duration and set are")
    }
    guard let resolver = Resolver(rawValue: row[3]) else {
      throw malformed("no resolver \"\(row[3])\"")
    }
    var elements: [Element] = []
    for cell in row[1].split(separator: " ") {
      var element = Element()
      element.isOptional = cell.last == "?"
      for choice in (element.isOptional ? cell.dropLast() : cell).split(separator: "|") {
        if choice.utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }) {
          guard let known = Class(rawValue: String(choice)) else {
            throw malformed("no class \"\(choice)\"")
          }
          element.classes.append(known)
        } else {
          element.words.append(String(choice))
        }
      }
      elements.append(element)
    }
    guard elements.contains(where: { !$0.isOptional }) else {
      throw malformed("a pattern needs an element that must be there")
    }
    var options: [String: String] = [:]
    for option in row[4].split(separator: ";") {
      let pair = option.split(separator: "=", maxSplits: 1)
      guard pair.count == 2 else { throw malformed("\"\(option)\" is no NAME=VALUE") }
      options[String(pair[0])] = String(pair[1])
    }
    self.rule = row[0]
    self.elements = elements
    self.kind = kind
    self.resolver = resolver
    self.options = options
  }

  /// Whether it goes on from an expression that is already read.
  var isSuffix: Bool { elements[0].classes == [.date] && !elements[0].isOptional }

  /// An option's value.
  func option(_ name: String) -> String? { options[name] }

  /// An option that is a whole number.
  func number(_ name: String) -> Int? { options[name].flatMap { Int($0) } }

  /// Whether it counts from the time before it in the text.
  var isFromReference: Bool { options["anchor"] == "reference" || needsReference }
  /// Whether it tells nothing without a time before it.
  var needsReference: Bool { options["anchor"] == "told" }
}
