import Knowledge
import Record
import Tables

/// The words, festivals and patterns of time expressions.
struct TimeLexicon: Sendable {
  /// A word's part in time expressions.
  struct Entry: Sendable {
    enum Class: String, Sendable, CaseIterable {
      case month, weekday, unit, units, season, part, parts, clock, vague, weekdays, set, zone
      case decadeName = "decade-name"
    }
    var kind: Class
    var value = 0
    var unit = TimeUnit.day
    /// Minutes of the day.
    var minutes = 0...0
    var isAbbreviation = false
    var needsCapital = false
    /// Whether, standing alone, it counts only behind a word that times follow.
    var needsLead = false
    var isGuarded = false
  }

  let numerals: Numerals
  let words: [String: [Entry]]
  let patterns: [TimePattern]
  /// The patterns that may begin with a word as it stands, and those that may with a class.
  let byWord: [String: [Int]]
  let byClass: [TimePattern.Class: [Int]]
  /// The patterns that go on from an expression already read.
  let suffixes: [Int]
  /// The words of which an expression has one, figures aside: those of classes, and those that tell a time by
  /// themselves ("today").
  let telling: Set<String>
  /// How many pieces an expression may begin before the first such word.
  let lead: Int
  let festivals: [(name: [String], rule: FestivalDate)]
  /// Indices of festivals by the first piece of their name, the longest first.
  let festivalsByWord: [String: [Int]]

  init(_ knowledge: KnowledgeBase) throws {
    numerals = try Numerals(TableSource.numerals.tables(knowledge))
    words = try Self.words(TableSource.timeWords.tables(knowledge))
    patterns = try Self.patterns(TableSource.timePatterns.tables(knowledge))
    var byWord: [String: [Int]] = [:]
    var byClass: [TimePattern.Class: [Int]] = [:]
    var suffixes: [Int] = []
    for (index, pattern) in patterns.enumerated() {
      if pattern.isSuffix {
        suffixes.append(index)
        continue
      }
      for element in pattern.elements {
        for word in element.words { byWord[word, default: []].append(index) }
        for kind in element.classes { byClass[kind, default: []].append(index) }
        if !element.isOptional { break }
      }
    }
    self.byWord = byWord
    self.byClass = byClass
    self.suffixes = suffixes
    festivals = try Self.festivals(TableSource.festivals.tables(knowledge))
    var festivalsByWord: [String: [Int]] = [:]
    for (index, festival) in festivals.enumerated() {
      festivalsByWord[festival.name[0], default: []].append(index)
    }
    self.festivalsByWord = festivalsByWord
    var telling = Set(words.keys).union(festivalsByWord.keys).union(numerals.forms)
    telling.formUnion(["q", "h", "couple"])
    for pattern in patterns { telling.formUnion(Self.tellingWords(of: pattern)) }
    self.telling = telling
    lead =
      Self.amount
      + (patterns.map { pattern in
        pattern.elements.prefix { element in
          element.classes.isEmpty && !element.words.contains(where: telling.contains)
        }.count
      }.max() ?? 0)
  }

  /// How many pieces an amount has at most before its unit: "a couple of".
  private static let amount = 3

  /// The words by one of which a pattern without a class tells a time.
  private static func tellingWords(of pattern: TimePattern) -> [String] {
    let needed = pattern.elements.filter { !$0.isOptional }
    guard needed.allSatisfy(\.classes.isEmpty) else { return [] }
    let words = needed.flatMap(\.words)
    let content = words.filter { $0.utf8.count > 3 }
    return content.isEmpty ? words : content
  }

  /// The patterns of tables; later ones replace those of the same rule and form.
  static func patterns(_ tables: [TabSeparatedTable]) throws -> [TimePattern] {
    var patterns: [TimePattern] = []
    var place: [String: Int] = [:]
    for table in tables {
      for row in table.rows {
        let pattern = try TimePattern(row, file: table.file)
        let key = row[0] + "\t" + row[1]
        if let earlier = place[key] {
          patterns[earlier] = pattern
        } else {
          place[key] = patterns.count
          patterns.append(pattern)
        }
      }
    }
    return patterns
  }

  /// The words of tables by their form; a later table's replace those of earlier ones.
  static func words(_ tables: [TabSeparatedTable]) throws -> [String: [Entry]] {
    var words: [String: [Entry]] = [:]
    for table in tables {
      let more = try Dictionary(grouping: table.rows) { $0[0].lowercased() }
        .mapValues { rows in try rows.map { try entry($0, of: table) } }
      words.merge(more) { $1 }
    }
    return words
  }

  private static func entry(
    _ row: TabSeparatedTable.Row, of table: TabSeparatedTable
  ) throws -> Entry {
    func malformed(_ reason: String) -> TabSeparatedTable.Malformed {
      TabSeparatedTable.Malformed(file: table.file, line: row.line, reason: reason)
    }
    let kind: Entry.Class = try table.class(in: row)
    var entry = Entry(kind: kind)
    switch kind {
    case .unit, .units:
      guard let unit = TimeUnit(rawValue: row[2]) else {
        throw malformed("\"\(row[2])\" is no unit")
      }
      entry.unit = unit
    case .part, .parts, .clock:
      let ends = row[2].split(separator: "-").compactMap { minutes($0) }
      guard let first = ends.first, let last = ends.last, first <= last else {
        throw malformed("no times of day as HH:MM or HH:MM-HH:MM")
      }
      entry.minutes = first...last
    case .month, .weekday, .season, .decadeName:
      let range =
        switch kind {
        case .month: 1...12
        case .weekday: 1...7
        case .season: 1...4
        default: 0...99
        }
      guard let value = Int(row[2]), range.contains(value) else {
        throw malformed(
          "\"\(row[2])\" is no number from \(range.lowerBound) to \(range.upperBound)")
      }
      entry.value = value
    case .vague, .weekdays, .set, .zone:
      break
    }
    entry.isAbbreviation = row[3] == "abbreviation"
    entry.needsCapital = ["capital", "proper", "abbreviation"].contains(row[3])
    entry.needsLead = row[3] == "capital"
    entry.isGuarded = row[3] == "guarded"
    return entry
  }

  private static func minutes(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":").compactMap { Int($0) }
    guard parts.count == 2, (0..<24).contains(parts[0]), (0..<60).contains(parts[1]) else {
      return nil
    }
    return parts[0] * 60 + parts[1]
  }

  /// The festivals of tables, the longest names first; later tables replace those of the same name.
  static func festivals(
    _ tables: [TabSeparatedTable]
  ) throws -> [(name: [String], rule: FestivalDate)] {
    var festivals: [(name: [String], rule: FestivalDate)] = []
    for (layer, table) in tables.enumerated() {
      var names: Set<[String]> = []
      var more: [(name: [String], rule: FestivalDate)] = []
      for row in table.rows {
        guard let rule = FestivalDate(row[1]) else {
          throw TabSeparatedTable.Malformed(
            file: table.file, line: row.line, reason: "\"\(row[1])\" is no rule for a date")
        }
        let name = pieces(of: row[0].lowercased())
        guard !name.isEmpty else {
          throw TabSeparatedTable.Malformed(
            file: table.file, line: row.line, reason: "the name has no word")
        }
        names.insert(name)
        more.append((name, rule))
      }
      if layer > 0 { festivals.removeAll { names.contains($0.name) } }
      festivals += more
    }
    // The longest first, so that "Christmas Eve" is not read as "Christmas"; names have no order among equals.
    return festivals.enumerated()
      .sorted { ($1.element.name.count, $0.offset) < ($0.element.name.count, $1.offset) }
      .map(\.element)
  }

  /// A name's words and marks.
  private static func pieces(of name: String) -> [String] {
    var pieces: [String] = []
    for word in name.split(separator: " ") {
      var rest = word[...]
      while let mark = rest.firstIndex(where: { "'.-/".contains($0) }) {
        if mark > rest.startIndex { pieces.append(String(rest[..<mark])) }
        pieces.append(String(rest[mark]))
        rest = rest[rest.index(after: mark)...]
      }
      if !rest.isEmpty { pieces.append(String(rest)) }
    }
    return pieces
  }
}

/// How a festival's date follows from the year.
enum FestivalDate: Sendable, Equatable {
  case fixed(month: Int, day: Int)
  /// The nth such weekday of a month (the last: -1) and so many days on.
  case nth(month: Int, weekday: Int, count: Int, after: Int)
  /// So many days from Western Easter Sunday.
  case easter(days: Int)
  /// A day of history.
  case once(CalendarDay)

  /// Reads the form of `festivals.tsv`.
  init?(_ text: String) {
    let words = text.split(separator: " ")
    let numbers = words.dropFirst().compactMap { Int($0) }
    if text.first == "=", let day = CalendarDay(iso: text.dropFirst()) {
      self = .once(day)
    } else if words.first == "nth", numbers.count >= 3 {
      self = .nth(
        month: numbers[0], weekday: numbers[1], count: numbers[2],
        after: numbers.count > 3 ? numbers[3] : 0)
    } else if words.first == "easter", numbers.count == 1 {
      self = .easter(days: numbers[0])
    } else {
      let parts = text.split(separator: "-").compactMap { Int($0) }
      guard parts.count == 2, CalendarDay(year: 2000, month: parts[0], day: parts[1]) != nil else {
        return nil
      }
      self = .fixed(month: parts[0], day: parts[1])
    }
  }

  /// The day in a year.
  func day(in year: Int) -> CalendarDay? {
    switch self {
    case .fixed(let month, let day):
      return CalendarDay(year: year, month: month, day: day)
    case .nth(let month, let weekday, let count, let after):
      return CalendarInterval(year: year, month: month)?
        .weekday(weekday, count: count)?.adding(days: after)
    case .easter(let days):
      return Self.easter(year)?.adding(days: days)
    case .once(let day):
      return day
    }
  }

  /// Easter Sunday by the anonymous Gregorian algorithm (Nature, 20 April 1876).
  private static func easter(_ year: Int) -> CalendarDay? {
    let (a, b, c) = (year % 19, year / 100, year % 100)
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let days = h + l - 7 * m + 114
    return CalendarDay(year: year, month: days / 31, day: days % 31 + 1)
  }
}
