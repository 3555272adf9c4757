import Record

extension TimeScan {
  // MARK: Dates and times of day in figures

  /// Where a run of figures joined by one sort of mark ends: "02.11.2018", "2018-11-02", "13/13/2018".
  func figureRun(at index: Int) -> (numbers: [Int], digits: [Int], mark: String, end: Int)? {
    guard index + 2 < pieces.count, let first = pieces[index].number else { return nil }
    let mark = text(index + 1)
    // In the middle of a run none begins.
    if index > 1, pieces[index].isGlued, pieces[index - 1].isGlued, text(index - 1) == mark,
      pieces[index - 2].digits > 0
    {
      return nil
    }
    guard [".", "/", "-"].contains(mark) else { return nil }
    var (numbers, digits, end) = ([first], [pieces[index].digits], index + 1)
    while end + 1 < pieces.count, text(end) == mark, pieces[end].isGlued, pieces[end + 1].isGlued,
      let number = pieces[end + 1].number
    {
      numbers.append(number)
      digits.append(pieces[end + 1].digits)
      end += 2
    }
    return numbers.count > 1 ? (numbers, digits, mark, end) : nil
  }

  /// A date in figures.
  ///
  /// With points the day is first. With strokes and hyphens the month is, as in most English text that writes them
  /// so, unless only the other order is a date. Two-figure years are those from 1950 to 2049.
  func takeNumericDate(at index: Int, into slots: inout TimeSlots) -> Int? {
    if pieces[index].digits == 8, let number = pieces[index].number,
      (1900_01_01...2099_12_31).contains(number),
      let day = CalendarDay(year: number / 10000, month: number / 100 % 100, day: number % 100)
    {
      slots.numeric = CalendarInterval(day: day)
      return index + 1
    }
    guard let run = figureRun(at: index) else { return nil }
    let (numbers, digits) = (run.numbers, run.digits)
    var day: CalendarDay?
    if numbers.count == 3, digits[0] == 4, digits[1] <= 2, digits[2] <= 2 {
      day = CalendarDay(year: numbers[0], month: numbers[1], day: numbers[2])
    } else if numbers.count == 3, digits[0] <= 2, digits[1] <= 2, digits[2] == 4 || digits[2] == 2 {
      let year =
        digits[2] == 4 ? numbers[2] : numbers[2] < 50 ? 2000 + numbers[2] : 1900 + numbers[2]
      if digits[2] == 2, run.mark == "-" { return nil }
      let dayFirst = CalendarDay(year: year, month: numbers[1], day: numbers[0])
      let monthFirst = CalendarDay(year: year, month: numbers[0], day: numbers[1])
      day = run.mark == "." ? dayFirst ?? monthFirst : monthFirst ?? dayFirst
    } else if numbers.count == 2, run.mark != ".", digits[0] == 4,
      digits[1] == 2 || run.mark == "/",
      digits[1] <= 2, (1000...2199).contains(numbers[0]),
      let month = CalendarInterval(year: numbers[0], month: numbers[1])
    {
      // "2018-19" names a season of two years; "2015-12" is taken for a month only of a year that is not before it.
      if run.mark == "-", numbers[0] % 100 + 1 == numbers[1] { return nil }
      slots.numeric = month
      return run.end
    } else if numbers.count == 2, digits[0] <= 2, digits[1] == 4, run.mark != ".",
      (1000...2199).contains(numbers[1]),
      let month = CalendarInterval(year: numbers[1], month: numbers[0])
    {
      slots.numeric = month
      return run.end
    }
    guard let day else { return nil }
    slots.numeric = CalendarInterval(day: day)
    return isoTimeEnd(run.end, into: &slots) ?? run.end
  }

  /// A month and day in figures, behind a word that days follow: a fraction or a score looks the same.
  func takeFiguresDay(at index: Int, into slots: inout TimeSlots) -> Int? {
    guard let run = figureRun(at: index), run.numbers.count == 2, run.mark == "/",
      run.digits.allSatisfy({ $0 <= 2 }),
      Self.dayLeads.contains(text(index - 1))
        || lexicon.words[text(index - 1)]?.contains(where: { $0.kind == .weekday }) ?? false
    else { return nil }
    let (first, second) = (run.numbers[0], run.numbers[1])
    let (month, day) = first <= 12 ? (first, second) : (second, first)
    guard CalendarDay(year: 2000, month: month, day: day) != nil else { return nil }
    slots.month = month
    slots.days.append((day, index..<run.end))
    return run.end
  }

  private static let dayLeads: Set<String> = [
    "on", "from", "to", "by", "until", "till", "between", "before", "after", "since", "and", "this",
    "back", ",",
  ]

  /// The end of ISO 8601's "T22:22" behind a date.
  private func isoTimeEnd(_ index: Int, into slots: inout TimeSlots) -> Int? {
    guard text(index) == "t", pieces[index].isGlued, index + 1 < pieces.count,
      pieces[index + 1].isGlued, let time = hourAndMinute(at: index + 1)
    else { return nil }
    slots.clock = time.minute
    return time.end
  }

  /// "22:22", "22:22:05" or, before a half of the day, "8.10".
  private func hourAndMinute(at index: Int) -> (minute: Int, end: Int, hasPoint: Bool)? {
    guard index + 2 < pieces.count, let hour = pieces[index].number, hour < 24,
      pieces[index].digits <= 2, text(index + 1) == ":" || text(index + 1) == ".",
      pieces[index + 1].isGlued, pieces[index + 2].isGlued, pieces[index + 2].digits == 2,
      let minute = pieces[index + 2].number, minute < 60
    else { return nil }
    var end = index + 3
    if end + 1 < pieces.count, text(end) == ":", pieces[end].isGlued, pieces[end + 1].digits == 2 {
      end += 2
    }
    return (hour * 60 + minute, end, text(index + 1) == ".")
  }

  /// The end of "a.m." or "pm", and whether it is after noon.
  private func halfDay(at index: Int) -> (isAfternoon: Bool, end: Int)? {
    switch text(index) {
    case "am": return (false, index + 1)
    case "pm": return (true, index + 1)
    case "a", "p":
      let isAfternoon = text(index) == "p"
      if text(index + 1) == "m" { return (isAfternoon, index + 2) }
      guard text(index + 1) == ".", text(index + 2) == "m" else { return nil }
      let hasStop = text(index + 3) == "." && index + 4 < pieces.count
      return (isAfternoon, hasStop ? index + 4 : index + 3)
    default: return nil
    }
  }

  func takeClock(at index: Int, into slots: inout TimeSlots) -> Int? {
    if let entry = lexicon.words[text(index)]?.first(where: { $0.kind == .clock }) {
      slots.clock = entry.minutes.lowerBound
      return index + 1
    }
    if index > 0, pieces[index].isGlued, text(index - 1) == ":" || text(index - 1) == "." {
      return nil
    }
    if let time = hourAndMinute(at: index) {
      if let half = halfDay(at: time.end), time.minute < 13 * 60 {
        slots.clock = time.minute % 720 + (half.isAfternoon ? 720 : 0)
        return half.end
      }
      guard !time.hasPoint || isPointedClock(at: index, end: time.end) else { return nil }
      slots.clock = time.minute
      slots.isHalfDayOpen = time.minute < 13 * 60
      return time.end
    }
    guard let numeral = lexicon.numerals.numeral(pieces, at: index), !numeral.isOrdinal,
      numeral.isPlainFigure || pieces[index].digits == 0
    else { return nil }
    if (1...12).contains(numeral.value), let half = halfDay(at: numeral.end) {
      slots.clock = Int(numeral.value) % 12 * 60 + (half.isAfternoon ? 720 : 0)
      return half.end
    }
    // "1140 a.m."
    if (3...4).contains(numeral.digits), (100..<1300).contains(numeral.value),
      numeral.value.truncatingRemainder(dividingBy: 100) < 60, let half = halfDay(at: numeral.end)
    {
      slots.clock =
        Int(numeral.value) / 100 % 12 * 60 + Int(numeral.value) % 100
        + (half.isAfternoon ? 720 : 0)
      return half.end
    }
    if numeral.digits == 4, numeral.value < 2400,
      numeral.value.truncatingRemainder(dividingBy: 100) < 60,
      lexicon.words[text(numeral.end)]?.contains(where: { $0.kind == .zone }) ?? false
        || text(numeral.end) == "hours" && pieces[index].text.first == "0"
    {
      slots.clock = Int(numeral.value) / 100 * 60 + Int(numeral.value) % 100
      return text(numeral.end) == "hours" ? numeral.end + 1 : numeral.end
    }
    guard (0...24).contains(numeral.value) else { return nil }
    if text(numeral.end) == "o", text(numeral.end + 1) == "'", text(numeral.end + 2) == "clock" {
      slots.clock = Int(numeral.value) % 24 * 60
      slots.isHalfDayOpen = true
      return numeral.end + 3
    }
    if text(numeral.end) == "oclock" {
      slots.clock = Int(numeral.value) % 24 * 60
      slots.isHalfDayOpen = true
      return numeral.end + 1
    }
    return nil
  }

  /// Whether "at 6.45" stands at the end of its clause: a clock time, and no decimal.
  private func isPointedClock(at index: Int, end: Int) -> Bool {
    text(index - 1) == "at"
      && (end == pieces.count || [".", ",", ";", "?", "!"].contains(text(end)))
  }

  func takeSubdivision(
    _ letter: String, upTo limit: Int, at index: Int, into slots: inout TimeSlots
  ) -> Int? {
    guard index + 1 < pieces.count, pieces[index + 1].isGlued else { return nil }
    let number =
      text(index) == letter
      ? pieces[index + 1].number : text(index + 1) == letter ? pieces[index].number : nil
    guard let number, (1...limit).contains(number) else { return nil }
    slots.subdivision = number
    return index + 2
  }

  func takeFestival(at index: Int, into slots: inout TimeSlots) -> Int? {
    for candidate in lexicon.festivalsByWord[text(index)] ?? [] {
      let name = lexicon.festivals[candidate].name
      guard index + name.count <= pieces.count,
        name.indices.allSatisfy({ name[$0] == pieces[index + $0].text })
      else { continue }
      slots.festival = candidate
      return index + name.count
    }
    return nil
  }
}
