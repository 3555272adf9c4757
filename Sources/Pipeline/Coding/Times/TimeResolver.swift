import Record

/// Finds the calendar value of a pattern that fits; nil where the words, after all, tell no time.
struct TimeResolver {
  let context: TimeContext
  let lexicon: TimeLexicon
  /// The tense of the clause around the expression, asked for only where it matters.
  let tense: () -> TimeContext.Tense

  func value(_ pattern: TimePattern, _ slots: TimeSlots) -> TimeValue? {
    switch pattern.resolver {
    case .numeric: numeric(slots)
    case .calendar: calendar(slots)
    case .year:
      slots.year.flatMap { CalendarInterval(year: $0) }.map { TimeValue($0, hasYear: true) }
    case .decade:
      slots.decade.flatMap { CalendarInterval(year: $0, years: 10, grain: .decade) }
        .map { TimeValue($0, hasYear: true) }
    case .century: century(slots)
    case .quarter: quarter(slots)
    case .half: half(slots)
    case .week: week(slots)
    case .containing:
      day(of: slots).flatMap { CalendarInterval(containing: $0, unit: .week) }.map { TimeValue($0) }
    case .partOf: part(pattern, slots)
    case .partsOf: parts(pattern, slots)
    case .weekdayOf: weekdayOf(pattern, slots)
    case .season: season(pattern, slots)
    case .festival: festival(slots)
    case .weekday: weekday(slots)
    case .modified: modified(pattern, slots)
    case .clock: clock(slots)
    case .hour: hour(pattern, slots)
    case .theUnit: theUnit(slots)
    case .part: partOfDay(slots)
    case .duration, .durationAfterWord: duration(slots)
    case .set: TimeValue(nil, kind: .set, grain: slots.units.first?.grain ?? .day)
    case .unresolved: unresolved(pattern, slots)
    case .daysFrom, .tonight, .lastNight, .dayPart: dayFrom(pattern, slots)
    case .relative: relative(pattern, slots)
    case .relativeWeekday: relativeWeekday(pattern, slots)
    case .relativeMonth, .relativeSeason, .relativeFestival: relativeNamed(pattern, slots)
    case .count: count(pattern, slots)
    case .countTwo: countTwo(pattern, slots)
    case .span: span(pattern, slots)
    case .openSpan: openSpan(pattern, slots)
    case .neighbour: neighbour(pattern, slots)
    case .toDate: toDate(slots)
    case .toNow: toNow(slots)
    case .spanFrom: spanFrom(slots)
    case .workDays: workDays(pattern, slots)
    case .theWeekend: theWeekend()
    case .weekendOf: weekendOf(slots)
    case .days, .years: nil
    }
  }

  // MARK: Absolute dates

  private func numeric(_ slots: TimeSlots) -> TimeValue? {
    guard let interval = slots.numeric else { return nil }
    var value = TimeValue(interval, hasYear: true)
    if let clock = slots.clock {
      value.kind = .time
      value.grain = .minute
      value.minutes = clock...clock
    }
    return value
  }

  /// The year that a date names or that another expression in it does.
  func year(_ slots: TimeSlots) -> Int? {
    if let year = slots.year { return year }
    if let short = slots.shortYear { return short < 50 ? 2000 + short : 1900 + short }
    guard let date = slots.date, date.grain == .year else { return nil }
    return date.interval?.start.year
  }

  func calendar(_ slots: TimeSlots) -> TimeValue? {
    if let date = slots.date, date.grain != .year, date.grain != .month || slots.month != nil {
      return nil
    }
    if slots.days.count == 1, let month = slots.month, slots.days[0].value > 31 || month > 12 {
      return nil
    }
    guard let month = slots.month else { return dayAlone(slots) }
    let day = slots.days.first?.value
    let grain: Grain = day == nil ? .month : .day
    func candidate(_ year: Int) -> CalendarInterval? {
      guard let day else { return CalendarInterval(year: year, month: month) }
      return CalendarDay(year: year, month: month, day: day).map { CalendarInterval(day: $0) }
    }
    if let year = year(slots) { return TimeValue(candidate(year), grain: grain, hasYear: true) }
    if slots.date != nil { return TimeValue(nil, grain: grain) }
    if let weekday = slots.weekday, !context.isNarrative,
      let fitting = context.choose(
        .unknown, isDay: true,
        candidate: { candidate($0).flatMap { $0.start.weekday == weekday ? $0 : nil } }),
      let published = context.published, abs(fitting.start.days(since: published)) < 400
    {
      return TimeValue(fitting)
    }
    var value = TimeValue(
      context.choose(tense(), isDay: day != nil, candidate: candidate), grain: grain)
    value.isYearGuessed = true
    return value
  }

  /// "the 21st", "the 15th of next month".
  private func dayAlone(_ slots: TimeSlots) -> TimeValue? {
    guard let day = slots.days.first?.value else { return nil }
    if let weekday = slots.weekday, slots.date == nil {
      return dayOfWeek(weekday, day)
    }
    let month = slots.date?.interval ?? context.anchor(for: .month, fromReference: true)
    guard let month else { return TimeValue(nil) }
    return TimeValue(
      CalendarDay(year: month.start.year, month: month.start.month, day: day)
        .map { CalendarInterval(day: $0) })
  }

  /// "Friday the 13th": the nearest such day, those before the date line first.
  private func dayOfWeek(_ weekday: Int, _ day: Int) -> TimeValue? {
    guard let anchor = context.anchor(for: .day, fromReference: context.isNarrative)?.start,
      let month = CalendarDay(year: anchor.year, month: anchor.month, day: 1)
    else { return TimeValue(nil) }
    let wantsFuture = tense() == .future
    for offset in 0..<14 {
      for direction in (wantsFuture ? [1, -1] : [-1, 1]) {
        guard let there = month.adding(months: offset * direction),
          let found = CalendarDay(year: there.year, month: there.month, day: day),
          found.weekday == weekday
        else { continue }
        return TimeValue(CalendarInterval(day: found))
      }
    }
    return nil
  }

  private func century(_ slots: TimeSlots) -> TimeValue? {
    guard let ordinal = slots.ordinals.first, (1...99).contains(ordinal) else { return nil }
    return CalendarInterval(year: (ordinal - 1) * 100, years: 100, grain: .century)
      .map { TimeValue($0, hasYear: true) }
  }

  private func quarter(_ slots: TimeSlots) -> TimeValue? {
    guard let number = slots.subdivision ?? slots.ordinals.first, (1...4).contains(number) else {
      return nil
    }
    return subdivision(months: 3, number: number, grain: .quarter, slots)
  }

  private func half(_ slots: TimeSlots) -> TimeValue? {
    guard let number = slots.subdivision ?? slots.ordinals.first ?? (slots.words.isEmpty ? nil : 2),
      (1...2).contains(number)
    else { return nil }
    if let date = slots.date, date.grain != .year {
      var value = date
      value.modifier = number == 1 ? "start" : "end"
      return value
    }
    return subdivision(months: 6, number: number, grain: .half, slots)
  }

  private func subdivision(
    months: Int, number: Int, grain: Grain, _ slots: TimeSlots
  ) -> TimeValue? {
    func candidate(_ year: Int) -> CalendarInterval? {
      CalendarInterval(year: year, month: months * (number - 1) + 1, months: months, grain: grain)
    }
    if let year = year(slots) { return TimeValue(candidate(year), grain: grain, hasYear: true) }
    guard slots.date == nil else { return nil }
    return TimeValue(context.choose(tense(), isDay: false, candidate: candidate), grain: grain)
  }

  private func week(_ slots: TimeSlots) -> TimeValue? {
    guard let number = slots.numbers.first ?? nil, (1...53).contains(number),
      let year = year(slots) ?? (slots.date == nil ? context.published?.year : nil)
    else { return nil }
    return CalendarInterval(year: year, week: Int(number)).map { TimeValue($0) }
  }

  /// The day that another expression in this one tells.
  func day(of slots: TimeSlots) -> CalendarDay? {
    guard let interval = slots.date?.interval, interval.start == interval.end else { return nil }
    return interval.start
  }

  func festival(_ slots: TimeSlots) -> TimeValue? {
    guard let index = slots.festival else { return nil }
    let rule = lexicon.festivals[index].rule
    if case .once(let day) = rule {
      return slots.date == nil ? TimeValue(CalendarInterval(day: day), hasYear: true) : nil
    }
    func candidate(_ year: Int) -> CalendarInterval? {
      rule.day(in: year).map { CalendarInterval(day: $0) }
    }
    if let year = year(slots) { return TimeValue(candidate(year), hasYear: true) }
    guard slots.date == nil else { return nil }
    return TimeValue(context.choose(tense(), isDay: true, candidate: candidate), grain: .day)
  }

  private func season(_ pattern: TimePattern, _ slots: TimeSlots) -> TimeValue? {
    guard let season = slots.season else { return nil }
    if let year = year(slots) {
      return TimeValue(
        CalendarInterval(year: year, season: season), grain: .season, hasYear: true)
    }
    guard slots.date == nil else { return nil }
    let interval = context.choose(tense(), isDay: false) {
      CalendarInterval(year: $0, season: season)
    }
    var value = TimeValue(interval, grain: .season)
    value.isYearGuessed = true
    return value
  }

  // MARK: Parts of a date

  private func part(_ pattern: TimePattern, _ slots: TimeSlots) -> TimeValue? {
    guard let unit = slots.units.first, let number = pattern.number("index") ?? slots.ordinals.first
    else { return nil }
    guard let date = slots.date, !unit.isOfClock else {
      return TimeValue(nil, kind: unit.isOfClock ? .time : .date, grain: unit.grain)
    }
    guard let whole = date.interval else { return TimeValue(nil, grain: unit.grain) }
    return Self.unit(unit, number, in: whole).map { TimeValue($0) }
  }

  /// The nth unit in an interval (the last for -1); a week is in the interval that its Thursday is in.
  private static func unit(
    _ unit: TimeUnit, _ number: Int, in whole: CalendarInterval
  ) -> CalendarInterval? {
    if unit == .week {
      return whole.weekday(4, count: number)
        .flatMap { CalendarInterval(containing: $0, unit: .week) }
    }
    let first = CalendarInterval(containing: number > 0 ? whole.start : whole.end, unit: unit)
    let found = number > 1 ? first?.neighbour(number - 1, unit) : first
    guard let found, found.start >= whole.start, found.end <= whole.end, found != whole else {
      return nil
    }
    return found
  }

  private func parts(_ pattern: TimePattern, _ slots: TimeSlots) -> TimeValue? {
    guard let unit = slots.units.first, let index = pattern.number("index"),
      let count = slots.numbers.first ?? nil, count >= 1, count < 1000, !unit.isOfClock,
      let whole = slots.date?.interval
    else { return nil }
    guard let edge = Self.unit(unit, index, in: whole),
      let other = edge.neighbour(index * (Int(count) - 1), unit)
    else { return nil }
    let (first, last) = index > 0 ? (edge, other) : (other, edge)
    guard first.start >= whole.start || unit == .week, last.end <= whole.end || unit == .week else {
      return nil
    }
    return TimeValue(CalendarInterval(start: first.start, end: last.end, grain: .span))
  }

  private func weekdayOf(_ pattern: TimePattern, _ slots: TimeSlots) -> TimeValue? {
    guard let weekday = slots.weekday, let date = slots.date else { return nil }
    if pattern.option("grain") == "week" {
      guard date.grain == .week else { return nil }
      return TimeValue(date.interval?.weekday(weekday, count: 1).map { CalendarInterval(day: $0) })
    }
    guard let number = pattern.number("index") ?? slots.ordinals.first, let whole = date.interval
    else { return nil }
    return whole.weekday(weekday, count: number).map { TimeValue(CalendarInterval(day: $0)) }
  }

  private func modified(_ pattern: TimePattern, _ slots: TimeSlots) -> TimeValue? {
    var value: TimeValue
    if let date = slots.date {
      value = date
    } else if let unit = slots.units.first, !unit.isOfClock, unit != .day {
      let anchor = context.anchor(for: unit, fromReference: context.isNarrative)
      value = TimeValue(anchor?.neighbour(0, unit), grain: unit.grain)
    } else if let unit = slots.units.first, unit == .day {
      return nil
    } else {
      value = TimeValue(
        context.anchor(for: .year, fromReference: false)?.neighbour(0, .year), grain: .year)
    }
    guard value.kind == .date || value.kind == .time else { return nil }
    value.modifier = pattern.option("modifier") ?? value.modifier
    return value
  }

  private func unresolved(_ pattern: TimePattern, _ slots: TimeSlots) -> TimeValue? {
    if let unit = slots.units.first { return TimeValue(nil, grain: unit.grain) }
    return TimeValue(nil, grain: pattern.option("grain").flatMap { Grain(rawValue: $0) } ?? .day)
  }

  private func duration(_ slots: TimeSlots) -> TimeValue? {
    guard let unit = slots.units.first else { return nil }
    return TimeValue(nil, kind: .duration, grain: unit.grain)
  }
}
