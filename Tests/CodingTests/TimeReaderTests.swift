import Knowledge
import Record
import Syntax
import Testing

@testable import Coding

/// Times are read from word forms here: no tags, no trees.
struct TimeReaderTests {
  /// What a test wants to know of an expression.
  struct Told: Equatable, CustomStringConvertible {
    var text: String
    var start: String?
    var end: String?
    var grain: Grain

    var description: String { "\(text): \(start ?? "-")…\(end ?? "-") \(grain)" }
  }

  private static let reader = Result { try TimeReader(knowledge: KnowledgeBase()) }

  /// A sentence's words, parted at spaces and marks; full stops stay with abbreviations.
  private static func tree(_ text: String) -> SyntaxTree {
    let bytes = Array(text.utf8)
    var words: [Word] = []
    var start = 0
    func isPart(_ byte: UInt8) -> Bool {
      byte >= 0x80 || byte == 39 || (48...57).contains(byte) || (97...122).contains(byte | 32)
    }
    while start < bytes.count {
      guard bytes[start] != 32 else {
        start += 1
        continue
      }
      var end = start + 1
      if isPart(bytes[start]) { while end < bytes.count, isPart(bytes[end]) { end += 1 } }
      words.append(
        Word(
          form: String(decoding: bytes[start..<end], as: UTF8.self), range: start..<end,
          sentence: 0, spaceAfter: end < bytes.count && bytes[end] == 32))
      start = end
    }
    let sentence = Sentence(words: 0..<words.count, range: 0..<bytes.count)
    return SyntaxTree(text: text, words: words, sentences: [sentence])
  }

  private static func times(_ text: String, on published: String?) throws -> [TimeFound] {
    var reading = Reading(
      tree: tree(text), published: published.flatMap { CalendarDay(iso: $0) })
    try reader.get().read(&reading)
    return reading.times
  }

  private static func told(_ text: String, on published: String?) throws -> [Told] {
    let tree = tree(text)
    return try times(text, on: published).map { found in
      let bytes =
        tree.words[found.words.lowerBound].range
        .lowerBound..<tree.words[found.words.upperBound - 1]
        .range.upperBound
      return Told(
        text: tree.passage(bytes), start: found.start, end: found.end, grain: found.grain)
    }
  }

  @Test(
    "Dates with a year need no date line",
    arguments: [
      ("He left on 3 June 2014 .", "3 June 2014", "2014-06-03", "2014-06-03", Grain.day),
      ("He left on June 3, 2014 .", "June 3, 2014", "2014-06-03", "2014-06-03", .day),
      ("He left on Jun. 3rd , 2014 .", "Jun. 3rd , 2014", "2014-06-03", "2014-06-03", .day),
      ("He left on 03.06.2014 .", "03.06.2014", "2014-06-03", "2014-06-03", .day),
      ("He left on 2014-06-03 .", "2014-06-03", "2014-06-03", "2014-06-03", .day),
      ("He left on 25/06/2014 .", "25/06/2014", "2014-06-25", "2014-06-25", .day),
      ("It began in June 2014 .", "June 2014", "2014-06-01", "2014-06-30", .month),
      ("It began in 2014 .", "2014", "2014-01-01", "2014-12-31", .year),
      ("It began in the 1980s .", "the 1980s", "1980-01-01", "1989-12-31", .decade),
      ("It began in the 19th century .", "the 19th century", "1800-01-01", "1899-12-31", .century),
      ("It began in winter 2010 .", "winter 2010", "2010-12-01", "2011-02-28", .season),
      (
        "Sales fell in the third quarter of 2011 .", "the third quarter of 2011", "2011-07-01",
        "2011-09-30", .quarter
      ),
      (
        "Sales fell in the second half of 2011 .", "the second half of 2011", "2011-07-01",
        "2011-12-31", .half
      ),
      ("It rained at Easter 2018 .", "Easter 2018", "2018-04-01", "2018-04-01", .day),
      (
        "They met in the first week of January 2015 .", "the first week of January 2015",
        "2014-12-29", "2015-01-04", .week
      ),
      (
        "He wrote in nineteen eighty four .", "nineteen eighty four", "1984-01-01", "1984-12-31",
        .year
      ),
    ])
  func readsAbsolute(text: String, words: String, start: String, end: String, grain: Grain) throws {
    let wanted = Told(text: words, start: start, end: end, grain: grain)
    #expect(try Self.told(text, on: nil) == [wanted])
  }

  @Test(
    "The ends of a range are in order, the date line a Friday in May",
    arguments: [
      ("They met from May to December .", "2018-05-01", "2018-12-01"),
      ("They will meet from next Monday to Friday .", "2019-05-20", "2019-05-24"),
      ("They met from 3 May to 6 May 2017 .", "2017-05-03", "2017-05-06"),
    ])
  func ordersRanges(text: String, first: String, second: String) throws {
    #expect(try Self.told(text, on: "2019-05-17").map(\.start) == [first, second])
  }

  @Test(
    "Weekends, days of work and what lasts until now are stretches, the date line a Friday",
    arguments: [
      ("It lasted three days starting on Monday .", "2019-05-13", "2019-05-15"),
      ("They will meet on the weekend .", "2019-05-18", "2019-05-19"),
      ("They met on the weekend of 4 March 2019 .", "2019-03-02", "2019-03-04"),
      ("It lasts the next three working days .", "2019-05-20", "2019-05-22"),
      ("It lasted the last two working days .", "2019-05-15", "2019-05-16"),
      ("It grew between March 2018 and now .", "2018-03-01", "2019-05-17"),
      ("It was built in nineteen hundred ninety three .", "1993-01-01", "1993-12-31"),
      ("It rose later than 2011 .", "2011-01-01", "2011-12-31"),
    ])
  func stretches(text: String, start: String, end: String) throws {
    let told = try Self.told(text, on: "2019-05-17")
    #expect(told.map(\.start) == [start])
    #expect(told.map(\.end) == [end])
  }

  @Test(
    "Relative expressions are resolved against the date line, here a Friday",
    arguments: [
      ("They met yesterday .", "2019-05-16", "2019-05-16"),
      ("They met on Tuesday .", "2019-05-14", "2019-05-14"),
      ("They met on Friday .", "2019-05-17", "2019-05-17"),
      ("They will meet on Tuesday .", "2019-05-21", "2019-05-21"),
      ("They met last week .", "2019-05-06", "2019-05-12"),
      ("They met this week .", "2019-05-13", "2019-05-19"),
      ("They met last month .", "2019-04-01", "2019-04-30"),
      ("They meet next year .", "2020-01-01", "2020-12-31"),
      ("They met three days ago .", "2019-05-14", "2019-05-14"),
      ("They met two weeks ago .", "2019-05-03", "2019-05-03"),
      ("They met two months ago .", "2019-03-01", "2019-03-31"),
      ("They met in March .", "2019-03-01", "2019-03-31"),
      ("They met last September .", "2018-09-01", "2018-09-30"),
      ("They met last summer .", "2018-06-01", "2018-08-31"),
      ("They met on 12 April .", "2019-04-12", "2019-04-12"),
      ("They will meet on 12 April .", "2020-04-12", "2020-04-12"),
      ("They met over the past two months .", "2019-03-17", "2019-05-17"),
      ("They meet during the next ten days .", "2019-05-18", "2019-05-27"),
      ("They met in April last year .", "2018-04-01", "2018-04-30"),
      ("They met on Monday of last week .", "2019-05-06", "2019-05-06"),
      ("They met three days before Christmas 2018 .", "2018-12-22", "2018-12-22"),
    ])
  func readsRelative(text: String, start: String, end: String) throws {
    let found = try Self.told(text, on: "2019-05-17")
    #expect(found.map(\.start) == [start])
    #expect(found.map(\.end) == [end])
  }

  @Test(
    "Without a date line a relative expression has no value",
    arguments: ["They met last week .", "They met on Tuesday .", "They met two years ago ."])
  func needsDateLine(text: String) throws {
    let found = try Self.told(text, on: nil)
    #expect(found.count == 1)
    #expect(found.allSatisfy { $0.start == nil && $0.end == nil })
  }

  @Test(
    "Some expressions count from the time told before them",
    arguments: [
      ("It opened in August and shut the following month .", "2018-09-01", "2018-09-30"),
      ("It opened in 2011 and shut a year later .", "2012-01-01", "2012-12-31"),
      ("It opened on 3 May 2012 and shut the next day .", "2012-05-04", "2012-05-04"),
      ("It opened on 3 May 2012 and shut two days later .", "2012-05-05", "2012-05-05"),
      ("It opened in 2011 after talks the previous year .", "2010-01-01", "2010-12-31"),
    ])
  func countsFromReference(text: String, start: String, end: String) throws {
    let found = try Self.told(text, on: "2018-11-02")
    #expect(found.count == 2)
    #expect(found.last?.start == start)
    #expect(found.last?.end == end)
  }

  @Test(
    "Words beside an expression modify it and leave its value as it is",
    arguments: [
      ("Since 2016 it has grown .", "2016", "since"), ("It ends by 2016 .", "2016", "before"),
      ("It grew after 2016 .", "2016", "after"), ("It grew in early 2016 .", "early 2016", "start"),
      ("It grew in mid-2016 .", "mid-2016", "mid"), ("It grew around 2016 .", "2016", "approx"),
      ("It grew until the end of 2016 .", "the end of 2016", "end"),
    ])
  func readsModifiers(text: String, words: String, modifier: String) throws {
    let found = try Self.times(text, on: "2018-11-02")
    #expect(found.map(\.modifier) == [modifier])
    #expect(found.map(\.start) == ["2016-01-01"])
    #expect(found.map(\.end) == ["2016-12-31"])
    #expect(try Self.told(text, on: "2018-11-02").map(\.text) == [words])
  }

  @Test(
    "A range is two expressions, and a year behind it is the year of both",
    arguments: [
      ("It ran from 1939 to 1945 .", ["1939-01-01", "1945-01-01"]),
      ("It ran from 1939-45 .", ["1939-01-01", "1945-01-01"]),
      ("It ran from 18 to 20 April 1940 .", ["1940-04-18", "1940-04-20"]),
      ("It ran from April 18-20 , 1940 .", ["1940-04-18", "1940-04-20"]),
      ("It ran from July to September 1916 .", ["1916-07-01", "1916-09-01"]),
      ("It ran from November to February 1916 .", ["1915-11-01", "1916-02-01"]),
    ])
  func partsRanges(text: String, starts: [String]) throws {
    #expect(try Self.told(text, on: "2018-11-02").compactMap(\.start) == starts)
  }

  @Test(
    "Times of day have hours and minutes",
    arguments: [
      ("It began at 10 a.m. on Tuesday .", "2018-10-30T10:00", "2018-10-30T10:00"),
      ("It began on 3 May 2012 at 22:15 .", "2012-05-03T22:15", "2012-05-03T22:15"),
      ("It began on the morning of 3 May 2012 .", "2012-05-03T08:00", "2012-05-03T11:59"),
      ("It began at noon .", "2018-11-02T12:00", "2018-11-02T12:00"),
      ("It began at half past seven in the evening .", "2018-11-02T19:30", "2018-11-02T19:30"),
      ("It began at ten past nine in the evening .", "2018-11-02T21:10", "2018-11-02T21:10"),
      ("It began at 20 min past eight in the evening .", "2018-11-02T20:20", "2018-11-02T20:20"),
      ("It began last night .", "2018-11-01T20:00", "2018-11-01T23:59"),
    ])
  func readsTimesOfDay(text: String, start: String, end: String) throws {
    let found = try Self.times(text, on: "2018-11-02")
    #expect(found.first?.kind == .time)
    #expect(found.first?.start == start)
    #expect(found.first?.end == end)
  }

  @Test(
    "Durations and repeated times are told apart from dates and have no value",
    arguments: [
      ("He ruled for 13 years .", TimeExpression.Kind.duration),
      ("He ruled for 13 years after the war .", .duration),
      ("It took a week .", .duration), ("A 10-day truce held .", .duration),
      ("They meet every Monday .", .set), ("They meet twice a year .", .set),
      ("It is paid annually .", .set),
    ])
  func partsDurations(text: String, kind: TimeExpression.Kind) throws {
    let found = try Self.times(text, on: "2018-11-02")
    #expect(found.map(\.kind) == [kind])
    #expect(found.allSatisfy { $0.start == nil && $0.end == nil })
  }

  @Test("An open span has one end")
  func opensSpans() throws {
    let coming = try #require(Self.times("They meet in the coming days .", on: "2018-11-02").first)
    #expect(coming.start == "2018-11-02" && coming.end == nil && coming.grain == .span)
    let past = try #require(Self.times("They met in recent weeks .", on: "2018-11-02").first)
    #expect(past.start == nil && past.end == "2018-11-02")
  }

  @Test("That day is the day told before, and no day without one")
  func needsWhatWasTold() throws {
    #expect(try Self.told("It fell that day .", on: "2018-11-02").map(\.start) == [nil])
    let found = try Self.told("It rose on 3 May 2012 and fell that day .", on: "2018-11-02")
    #expect(found.last?.start == "2012-05-03")
  }

  @Test("A weekday with a day of the month is a day that is both")
  func matchesWeekdays() throws {
    let found = try Self.told("It fell on Friday the 13th .", on: "2018-11-02")
    #expect(found.map(\.start) == ["2018-07-13"])
  }

  @Test("What counts from an event has no value of its own")
  func leavesEvents() throws {
    let found = try Self.told("It fell decades after the army had left .", on: "2018-11-02")
    #expect(found == [Told(text: "decades after", start: nil, end: nil, grain: .decade)])
  }

  @Test(
    "Days that the calendar lacks are never given a value",
    arguments: [
      "It fell on 30 February 2018 .", "It fell on 13/13/2018 .", "It fell on 31.04.2018 .",
      "It fell in the year 0 .", "It fell on 2018-02-30 .", "It fell on June 31 .",
    ])
  func refusesImpossibleDays(text: String) throws {
    #expect(try Self.told(text, on: "2018-11-02").allSatisfy { $0.start == nil })
  }

  @Test(
    "Words that only look like times are none",
    arguments: [
      "They may march .", "A second attempt failed .", "It cost 2,016 dollars .",
      "More than 2000 fled .", "It scored 3.5 points .",
    ])
  func leavesOthers(text: String) throws {
    #expect(try Self.told(text, on: "2018-11-02").isEmpty)
  }

  @Test("Figures of a date are no hour")
  func readsWholeFigures() throws {
    let found = try Self.told("It began at 02-03-2020 and went on .", on: "2018-11-02")
    #expect(found.map(\.start) == ["2020-02-03"])
  }

  @Test("A history goes on in the year that it told last, whatever the date line says")
  func followsHistories() throws {
    let text = """
      It began on 2 March 1871 . By 4 April 1871 it spread . On 8 May 1871 they met . On 9 June 1871 \
      they parted . On 3 July 1871 it rained . In August they met again .
      """
    let found = try Self.told(text, on: "2018-11-02")
    #expect(
      found.last == Told(text: "August", start: "1871-08-01", end: "1871-08-31", grain: .month))
  }

  @Test("A date line at the calendar's ends gives no day beyond them")
  func staysInCalendar() throws {
    #expect(try Self.told("They meet next year .", on: "9999-12-31").map(\.start) == [nil])
    #expect(try Self.told("They met two years ago .", on: "0001-01-01").map(\.start) == [nil])
  }

  @Test("A name of ten thousand characters is read like any other word")
  func readsLongWords() throws {
    let found = try Self.told(String(repeating: "ab", count: 5000) + " left in 2014 .", on: nil)
    #expect(found.map(\.start) == ["2014-01-01"])
  }

  @Test(
    "A word of the hour that ends a name tells no time", arguments: ["USA TODAY", "Vell Today"])
  func names(name: String) throws {
    var tree = Self.tree("said \(name) on Friday")
    tree = SyntaxTree(
      text: tree.text,
      words: tree.words.enumerated().map { index, word in
        var word = word
        if index == 1 || index == 2 && name != "USA TODAY" { word.upos = .propn }
        return word
      }, sentences: tree.sentences)
    var reading = Reading(tree: tree, published: CalendarDay(iso: "2018-11-02"))
    try Self.reader.get().read(&reading)
    #expect(reading.times.map(\.rule) == ["time/weekday"])
  }
}
