import Record

extension TimeResolver {
  // MARK: Weekends, days of work, and what lasts until now

  /// "from March to date", "between May 2012 and now"; without a first day, "to date".
  func toNow(_ slots: TimeSlots) -> TimeValue? {
    guard !context.isNarrative, let published = context.published else { return nil }
    guard let date = slots.date else {
      var value = TimeValue(CalendarInterval(start: published, end: published, grain: .span))
      value.isOpenAtStart = true
      return value
    }
    guard let day = date.interval?.start else { return nil }
    return TimeValue(
      CalendarInterval(start: min(day, published), end: max(day, published), grain: .span))
  }

  /// "three days starting on Monday": so many units from a day on.
  func spanFrom(_ slots: TimeSlots) -> TimeValue? {
    guard let unit = slots.units.first, !unit.isOfClock, let first = day(of: slots),
      let amount = slots.numbers.first ?? nil, amount == amount.rounded(), amount >= 1,
      amount < 10_000, let last = first.adding(Int(amount), unit)?.adding(days: -1)
    else { return nil }
    return TimeValue(CalendarInterval(start: first, end: last, grain: .span))
  }

  /// "the next four working days": Mondays to Fridays from the day after the date line, or up to the day before.
  func workDays(_ pattern: TimePattern, _ slots: TimeSlots) -> TimeValue? {
    guard let direction = pattern.number("direction"), let amount = slots.numbers.first ?? nil,
      amount == amount.rounded(), (1...Self.mostWorkDays).contains(amount)
    else { return nil }
    guard !context.isNarrative, let published = context.published else {
      return TimeValue(nil, grain: .span)
    }
    var day = published
    var first: CalendarDay?
    var left = Int(amount)
    while left > 0 {
      guard let next = day.adding(days: direction) else { return nil }
      day = next
      guard day.weekday < 6 else { continue }
      left -= 1
      first = first ?? day
    }
    guard let first else { return nil }
    return TimeValue(CalendarInterval(start: min(first, day), end: max(first, day), grain: .span))
  }

  private static let mostWorkDays = 250.0

  /// "the weekend": in the past tense the latest that has begun, in the future the first that has not ended, else the
  /// nearer of both.
  func theWeekend() -> TimeValue? {
    guard !context.isNarrative, let published = context.published else {
      return TimeValue(nil, grain: .span)
    }
    let here = CalendarInterval(containing: published, unit: .weekend)
    guard published.weekday < 6 else { return TimeValue(here, grain: .span) }
    let isPast =
      switch tense() {
      case .past: true
      case .future: false
      case .present, .unknown: published.weekday < 4
      }
    return TimeValue(isPast ? here?.neighbour(-1, .weekend) : here, grain: .span)
  }

  /// "Labour Day weekend", "the weekend of 5 May": Saturday and Sunday with the day, where it lies beside them.
  func weekendOf(_ slots: TimeSlots) -> TimeValue? {
    guard let date = slots.festival != nil ? festival(slots) : slots.date, date.grain == .day else {
      return nil
    }
    guard let day = date.interval?.start else { return TimeValue(nil, grain: .span) }
    // A Monday or Tuesday belongs to the weekend before it.
    let offset = day.weekday < 3 ? -1 : 0
    guard
      let weekend = CalendarInterval(containing: day, unit: .weekend)?.neighbour(offset, .weekend)
    else { return nil }
    return TimeValue(
      CalendarInterval(start: min(day, weekend.start), end: max(day, weekend.end), grain: .span),
      hasYear: date.hasYear)
  }
}
