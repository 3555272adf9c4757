import Record

extension TimeResolver {
  // MARK: Against the date line or the time told before

  func relative(_ pattern: TimePattern, _ slots: TimeSlots) -> TimeValue? {
    guard let unit = slots.units.first, let offset = pattern.number("offset") else { return nil }
    guard !unit.isOfClock else { return TimeValue(nil, kind: .time, grain: unit.grain) }
    let anchor = context.anchor(
      for: unit, fromReference: pattern.isFromReference, needsReference: pattern.needsReference)
    return TimeValue(anchor?.neighbour(offset, unit), grain: unit.grain)
  }

  func neighbour(_ pattern: TimePattern, _ slots: TimeSlots) -> TimeValue? {
    guard let unit = slots.units.first, let offset = pattern.number("offset"), !unit.isOfClock,
      let date = slots.date
    else { return nil }
    guard let interval = date.interval else { return TimeValue(nil, grain: unit.grain) }
    guard unit != .day || interval.start == interval.end else { return nil }
    return TimeValue(interval.neighbour(offset, unit), grain: unit.grain)
  }

  func dayFrom(_ pattern: TimePattern, _ slots: TimeSlots) -> TimeValue? {
    let anchor =
      pattern.isFromReference
      ? context.anchor(
        for: .day, fromReference: true, needsReference: pattern.needsReference)
      : context.published.map { CalendarInterval(day: $0) }
    let day = anchor?.neighbour(pattern.number("days") ?? pattern.number("offset") ?? 0, .day)
    var value = TimeValue(day, kind: pattern.kind)
    switch pattern.resolver {
    case .tonight, .lastNight: value.minutes = slots.part ?? 1200...1439
    case .dayPart: value.minutes = slots.part
    default: break
    }
    if value.minutes != nil { value.grain = .hour }
    return value
  }

  func weekday(_ slots: TimeSlots) -> TimeValue? {
    guard let weekday = slots.weekday else { return nil }
    guard let anchor = context.anchor(for: .day, fromReference: false)?.start else {
      return TimeValue(nil)
    }
    // "Parliament votes on Thursday": the present tense of a day looks ahead.
    let isFuture = context.isNarrative || [.future, .present].contains(tense())
    let ahead = (weekday - anchor.weekday + 7) % 7
    let days = ahead == 0 || isFuture ? ahead : ahead - 7
    return TimeValue(anchor.adding(days: days).map { CalendarInterval(day: $0) })
  }

  func relativeWeekday(_ pattern: TimePattern, _ slots: TimeSlots) -> TimeValue? {
    guard let weekday = slots.weekday, let offset = pattern.number("offset") else { return nil }
    guard
      let anchor = context.anchor(
        for: .day, fromReference: pattern.isFromReference, needsReference: pattern.needsReference
      )?.start
    else { return TimeValue(nil) }
    let ahead = (weekday - anchor.weekday + 7) % 7
    let days: Int
    if offset == 0 {
      days = ahead
    } else if pattern.option("week") == "no" || pattern.isFromReference && context.lastDay != nil {
      days = offset == 1 ? (ahead == 0 ? 7 : ahead) : ahead - 7
    } else {
      // "Last Friday" is the last week's, not yesterday: that is "on Friday".
      days = weekday - anchor.weekday + 7 * offset
    }
    return TimeValue(anchor.adding(days: days).map { CalendarInterval(day: $0) })
  }

  /// "last August", "next spring", "this Christmas".
  func relativeNamed(_ pattern: TimePattern, _ slots: TimeSlots) -> TimeValue? {
    guard let offset = pattern.number("offset") else { return nil }
    let (season, month, festival) = (slots.season, slots.month, slots.festival)
    func candidate(_ year: Int) -> CalendarInterval? {
      if let season { return CalendarInterval(year: year, season: season) }
      if let festival {
        return lexicon.festivals[festival].rule.day(in: year).map { CalendarInterval(day: $0) }
      }
      guard let month else { return nil }
      if let day = slots.days.first?.value {
        return CalendarDay(year: year, month: month, day: day).map { CalendarInterval(day: $0) }
      }
      return CalendarInterval(year: year, month: month)
    }
    let grain: Grain =
      season != nil ? .season : festival != nil || !slots.days.isEmpty ? .day : .month
    guard let anchor = context.anchor(for: .month, fromReference: false)?.start else {
      return TimeValue(nil, grain: grain)
    }
    let years = max(1, anchor.year - 4)...min(9999, anchor.year + 4)
    let found =
      switch offset {
      case -1: years.reversed().lazy.compactMap(candidate).first { $0.end < anchor }
      case 1: years.lazy.compactMap(candidate).first { $0.start > anchor }
      default:
        candidate(anchor.year - (season == 4 && anchor.month < 3 ? 1 : 0))
      }
    return TimeValue(found, grain: grain)
  }

  /// "two weeks ago", "a year later", "three days before Christmas".
  func count(_ pattern: TimePattern, _ slots: TimeSlots) -> TimeValue? {
    guard let unit = slots.units.first, let direction = pattern.number("direction") else {
      return nil
    }
    if pattern.option("future") != nil, tense() != .future { return nil }
    let amount = pattern.number("count").map { Double($0) } ?? slots.numbers.first ?? nil
    guard !unit.isOfClock else { return TimeValue(nil, kind: .time, grain: unit.grain) }
    guard let amount, amount == amount.rounded(), amount < 1_000_000 else {
      return TimeValue(nil, grain: unit.grain)
    }
    let anchor: CalendarInterval?
    switch pattern.option("anchor") {
    case "date":
      guard let date = slots.date else { return nil }
      anchor = date.interval
      guard anchor.map({ $0.start == $0.end || Self.isCoarse(unit) }) ?? true else { return nil }
    case "reference": anchor = context.anchor(for: unit, fromReference: true)
    default: anchor = context.published.map { CalendarInterval(day: $0) }
    }
    guard let moved = anchor?.start.adding(direction * Int(amount), unit) else {
      return TimeValue(nil, grain: unit.grain)
    }
    // "Two months after 5 May" is a day as "two months ago" is not.
    let isExact = pattern.option("anchor") == "date" && anchor.map { $0.start == $0.end } ?? false
    return TimeValue(
      CalendarInterval(containing: moved, unit: Self.isCoarse(unit) && !isExact ? unit : .day))
  }

  /// Whether counting a unit tells no day: "two months ago" is a month.
  private static func isCoarse(_ unit: TimeUnit) -> Bool {
    switch unit {
    case .month, .quarter, .year, .decade, .century, .millennium: true
    default: false
    }
  }

  func countTwo(_ pattern: TimePattern, _ slots: TimeSlots) -> TimeValue? {
    guard slots.units.count == 2, slots.numbers.count == 2, let first = slots.numbers[0],
      let second = slots.numbers[1], let direction = pattern.number("direction"),
      first == first.rounded(), second == second.rounded(), first < 10_000, second < 10_000,
      !slots.units[0].isOfClock, !slots.units[1].isOfClock
    else { return nil }
    let day = context.published?.adding(direction * Int(first), slots.units[0])?
      .adding(direction * Int(second), slots.units[1])
    return TimeValue(day.flatMap { CalendarInterval(containing: $0, unit: slots.units[1]) })
  }

  /// "the past two months", "the next ten days": to the date line's day, and from the day after it.
  func span(_ pattern: TimePattern, _ slots: TimeSlots) -> TimeValue? {
    guard let unit = slots.units.first, let direction = pattern.number("direction") else {
      return nil
    }
    if pattern.option("future") != nil, tense() != .future { return nil }
    guard !unit.isOfClock else { return TimeValue(nil, kind: .duration, grain: unit.grain) }
    guard !context.isNarrative, let published = context.published,
      let amount = slots.numbers.first ?? nil, amount < 1_000_000,
      let moved = published.adding(direction * Int(amount.rounded()), unit)
    else { return slots.numbers.first == .some(nil) ? openSpan(pattern, slots) : openValue() }
    if unit == .quarter || unit == .decade {
      // Whole ones: "the last two quarters" ends before this one.
      let count = Int(amount.rounded())
      guard count > 0, let here = CalendarInterval(containing: published, unit: unit),
        let first = here.neighbour(direction > 0 ? 1 : -count, unit),
        let last = here.neighbour(direction > 0 ? count : -1, unit)
      else { return openValue() }
      return TimeValue(CalendarInterval(start: first.start, end: last.end, grain: .span))
    }
    if direction < 0 {
      return TimeValue(CalendarInterval(start: moved, end: published, grain: .span))
    }
    return published.adding(days: pattern.option("from") == "today" ? 0 : 1).flatMap { start in
      start <= moved ? TimeValue(CalendarInterval(start: start, end: moved, grain: .span)) : nil
    }
  }

  private func openValue() -> TimeValue { TimeValue(nil, grain: .span) }

  /// "in recent weeks", "the coming days": one end is the date line, the other is not told.
  func openSpan(_ pattern: TimePattern, _ slots: TimeSlots) -> TimeValue? {
    guard let direction = pattern.number("direction") else { return nil }
    guard !context.isNarrative, let published = context.published else { return openValue() }
    var value = TimeValue(CalendarInterval(start: published, end: published, grain: .span))
    value.isOpenAtStart = direction < 0
    value.isOpenAtEnd = direction > 0
    return value
  }

  func toDate(_ slots: TimeSlots) -> TimeValue? {
    guard let unit = slots.units.first, !unit.isOfClock else { return nil }
    guard let published = context.published else { return openValue() }
    return CalendarInterval(containing: published, unit: unit).map {
      TimeValue(CalendarInterval(start: $0.start, end: published, grain: .span))
    }
  }

  /// "the year", at the end of a clause: the one told before, or that of the date line.
  func theUnit(_ slots: TimeSlots) -> TimeValue? {
    guard let unit = slots.units.first, [.week, .fortnight, .month, .quarter, .year].contains(unit)
    else {
      return nil
    }
    let anchor = context.anchor(for: unit, fromReference: context.isNarrative)
    return TimeValue(anchor?.neighbour(0, unit), grain: unit.grain)
  }

  // MARK: Times of day

  /// "half past seven", "ten past nine in the evening", "at 7".
  func hour(_ pattern: TimePattern, _ slots: TimeSlots) -> TimeValue? {
    var minute: Int
    if let clock = slots.clock {
      minute = clock
    } else {
      guard let last = slots.numbers.last ?? nil, (1...12).contains(last), last == last.rounded()
      else { return nil }
      minute = Int(last) * 60
      if pattern.option("first") == "minutes" {
        guard slots.numbers.count == 2, let minutes = slots.numbers[0], (1...59).contains(minutes)
        else { return nil }
        minute += Int(minutes)
      }
    }
    minute = (minute + (pattern.number("add") ?? 0) + 1440) % 1440
    if let part = slots.part {
      if minute >= 720, part.lowerBound < 720 { minute -= 720 }
      if minute < 720, part.lowerBound >= 720 { minute += 720 }
    } else if pattern.option("half") == "after", minute >= 360, minute < 720 {
      minute += 720
    }
    var own = slots
    own.clock = minute
    own.part = nil
    return clock(own)
  }

  func clock(_ slots: TimeSlots) -> TimeValue? {
    guard var minute = slots.clock else { return nil }
    if let part = slots.part, slots.isHalfDayOpen, minute < 720, part.lowerBound >= 720 {
      minute += 720
    }
    var value: TimeValue
    if let date = slots.date {
      guard date.grain == .day || date.grain == .hour else { return nil }
      if let part = date.minutes, slots.isHalfDayOpen, minute < 720, part.lowerBound >= 720 {
        minute += 720
      }
      value = date
    } else {
      value = TimeValue(context.anchor(for: .day, fromReference: context.isNarrative), grain: .day)
    }
    value.kind = .time
    value.grain = .minute
    value.minutes = minute...minute
    return value
  }

  func partOfDay(_ slots: TimeSlots) -> TimeValue? {
    guard let part = slots.part, let date = slots.date, date.grain == .day, date.minutes == nil
    else { return nil }
    var value = date
    value.kind = .time
    value.grain = .hour
    value.minutes = part
    return value
  }
}
