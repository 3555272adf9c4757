import Record

/// Reads the dates and times that a line prints, in many languages.
///
/// Dates that do not exist (31 February) are none. Cost: linear in the line.
struct PrintedDates: Sendable {
  let words: DateWords
  /// Whether 5/10/2024 is the tenth of May, as in the United States.
  var monthFirst = false

  /// What was read, and how many tokens it took.
  private struct Part {
    var time: PrintedTime
    var next: Int
  }

  /// All dates and times of a line, in order; those that belong together are one.
  func find(in line: String) -> [PrintedTime] {
    guard line.mayHoldDigits || mayBeRelative(line) else {
      return []
    }
    let tokens = LineTokens(line)
    var found: [PrintedTime] = []
    var at = 0
    while at < tokens.count {
      if let date = date(tokens, at) {
        var part = date
        if let time = timeAfter(tokens, date.next) {
          part.time.minutes = time.time.minutes
          part.time.zone = time.time.zone
          part.time.range = date.time.range.lowerBound..<time.time.range.upperBound
          part.next = time.next
        }
        found.append(part.time)
        at = part.next
      } else if let time = time(tokens, at, afterDate: false) {
        var part = time
        let next = passJoins(tokens, time.next, limit: 3)
        if let date = date(tokens, next) {
          part.time.day = date.time.day
          part.time.range = time.time.range.lowerBound..<date.time.range.upperBound
          part.next = date.next
        } else if let offset = dayWord(tokens, next) {
          part.time.dayOffset = offset
          part.time.range = time.time.range.lowerBound..<tokens.tokens[next].range.upperBound
          part.next = next + 1
        }
        found.append(part.time)
        at = part.next
      } else if let part = relative(tokens, at) {
        found.append(part.time)
        at = part.next
      } else {
        at += 1
      }
    }
    return found
  }

  private func mayBeRelative(_ line: String) -> Bool {
    guard line.utf8.count < 24 else { return false }
    let low = folded(line.trimmedSpace())
    return words.dayBeginnings.mayHold(low) && words.days[low] != nil
  }

  private func dayWord(_ tokens: LineTokens, _ at: Int) -> Int? {
    tokens.word(at).flatMap { words.days[$0] }
  }

  // MARK: Dates

  private func date(_ tokens: LineTokens, _ at: Int) -> Part? {
    if let number = tokens.number(at) {
      if tokens.isAttached(at), let before = tokens.mark(at - 1),
        "./-:".unicodeScalars.contains(before),
        tokens.number(at - 2) != nil
      {
        return nil
      }
      return number.digits == 4
        ? yearFirst(tokens, at, year: number.value)
        : number.digits <= 2 ? dayFirst(tokens, at, first: number.value) : nil
    }
    guard let name = month(tokens, at) else { return nil }
    return monthFirst(tokens, at, name)
  }

  private func part(
    _ tokens: LineTokens, _ at: Int, _ next: Int, year: Int, month: Int, day: Int,
    calendar: DateWords.Calendar = .gregorian
  ) -> Part? {
    let isJalali = calendar == .jalali || (1300...1450).contains(year)
    guard
      let day = isJalali
        ? JalaliCalendar.day(year: year, month: month, day: day)
        : CalendarDay(year: year, month: month, day: day),
      (1500...2199).contains(day.year)
    else { return nil }
    let range = tokens.tokens[at].range.lowerBound..<tokens.tokens[next - 1].range.upperBound
    return Part(time: PrintedTime(day: day, range: range), next: next)
  }

  private func yearFirst(_ tokens: LineTokens, _ at: Int, year: Int) -> Part? {
    if let separator = tokens.mark(at + 1), "-/.".unicodeScalars.contains(separator),
      let month = tokens.number(at + 2), month.digits <= 2, tokens.mark(at + 3) == separator,
      let day = tokens.number(at + 4), day.digits <= 2
    {
      return part(tokens, at, at + 5, year: year, month: month.value, day: day.value)
    }
    if let sign = tokens.word(at + 1), "年년".contains(sign),
      let month = tokens.number(at + 2), let next = tokens.word(at + 3), "月월".contains(next),
      let day = tokens.number(at + 4), let last = tokens.word(at + 5), "日일号".contains(last)
    {
      return part(tokens, at, at + 6, year: year, month: month.value, day: day.value)
    }
    var next = at + 1
    if let mark = tokens.mark(next), mark == "." || mark == "," { next += 1 }
    next = passFillers(tokens, next, limit: 2)
    guard let name = month(tokens, next) else { return nil }
    next += name.tokens
    if tokens.mark(next) == "." { next += 1 }
    guard let day = tokens.number(next), day.digits <= 2, tokens.mark(next + 1) != ":" else {
      return nil
    }
    return part(
      tokens, at, next + 1, year: year, month: name.month, day: day.value, calendar: name.calendar)
  }

  private func dayFirst(_ tokens: LineTokens, _ at: Int, first: Int) -> Part? {
    if let separator = tokens.mark(at + 1), "./-".unicodeScalars.contains(separator),
      tokens.isAttached(at + 1), let second = tokens.number(at + 2), second.digits <= 2,
      tokens.mark(at + 3) == separator, let third = tokens.number(at + 4),
      separator == "." || tokens.isAttached(at + 2) && tokens.isAttached(at + 4)
    {
      let isFull = third.digits == 4 && third.value >= 1300
      guard isFull || third.digits == 2 && separator != "-" && tokens.isAttached(at + 4) else {
        return nil
      }
      // "1.2.3.4" is no date.
      if tokens.mark(at + 5) == separator, tokens.isAttached(at + 6), tokens.number(at + 6) != nil {
        return nil
      }
      let year = isFull ? third.value : third.value < 70 ? 2000 + third.value : 1900 + third.value
      let isMonthFirst = second.value > 12 || monthFirst && separator == "/" && first <= 12
      return part(
        tokens, at, at + 5, year: year, month: isMonthFirst ? first : second.value,
        day: isMonthFirst ? second.value : first)
    }
    var next = at + 1
    if let mark = tokens.mark(next), ".-/º°".unicodeScalars.contains(mark) { next += 1 }
    next = passFillers(tokens, next, limit: 2)
    guard let name = month(tokens, next) else { return nil }
    next += name.tokens
    if let mark = tokens.mark(next), ".,-/،'’".unicodeScalars.contains(mark) { next += 1 }
    next = passFillers(tokens, next, limit: 2)
    if tokens.mark(next) == "," { next += 1 }
    guard let year = tokens.number(next), year.digits == 4, year.value >= 1300 else { return nil }
    return part(
      tokens, at, next + 1, year: year.value, month: name.month, day: first, calendar: name.calendar
    )
  }

  private func monthFirst(
    _ tokens: LineTokens, _ at: Int, _ name: (month: Int, calendar: DateWords.Calendar, tokens: Int)
  ) -> Part? {
    var next = at + name.tokens
    if let mark = tokens.mark(next), ".-/".unicodeScalars.contains(mark) { next += 1 }
    next = passFillers(tokens, next, limit: 1)
    guard let day = tokens.number(next), day.digits <= 2 else { return nil }
    next += 1
    next = passFillers(tokens, next, limit: 1)
    if let mark = tokens.mark(next), ".,-/،'’".unicodeScalars.contains(mark) { next += 1 }
    guard let year = tokens.number(next), year.digits == 4, year.value >= 1300 else { return nil }
    return part(
      tokens, at, next + 1, year: year.value, month: name.month, day: day.value,
      calendar: name.calendar)
  }

  private func month(
    _ tokens: LineTokens, _ at: Int
  ) -> (month: Int, calendar: DateWords.Calendar, tokens: Int)? {
    guard let word = tokens.word(at), words.monthBeginnings.mayHold(word) else { return nil }
    if let next = tokens.word(at + 1), let found = words.months[word + " " + next] {
      return (found.month, found.calendar, 2)
    }
    return words.months[word].map { ($0.month, $0.calendar, 1) }
  }

  // MARK: Times

  private func passFillers(_ tokens: LineTokens, _ at: Int, limit: Int) -> Int {
    var next = at
    while next < at + limit, let word = tokens.word(next), words.fillers.contains(word) {
      next += 1
    }
    return next
  }

  /// Passes over what may stand between a time and the date after it.
  private func passJoins(_ tokens: LineTokens, _ at: Int, limit: Int) -> Int {
    var next = at
    while next < at + limit {
      if let word = tokens.word(next) {
        guard words.fillers.contains(word) || words.weekdays.contains(word) else { break }
      } else if let mark = tokens.mark(next) {
        guard ",،|-–—·•/)".unicodeScalars.contains(mark) else { break }
      } else {
        break
      }
      next += 1
    }
    return next
  }

  /// A time that belongs to the date before it.
  private func timeAfter(_ tokens: LineTokens, _ at: Int) -> Part? {
    var next = at
    var passed = 0
    while passed < 5 {
      if let found = time(tokens, next, afterDate: true) { return found }
      let mark = tokens.mark(next)
      let isSeparator = mark.map { ",،|-–—·•:./@(T".unicodeScalars.contains($0) } ?? false
      let isFiller = tokens.word(next).map { word in
        words.fillers.contains(word) || words.hours.contains(word) || words.weekdays.contains(word)
      }
      guard isSeparator || isFiller == true else { return nil }
      next += 1
      passed += 1
    }
    return nil
  }

  private func time(_ tokens: LineTokens, _ at: Int, afterDate: Bool) -> Part? {
    guard let hour = tokens.number(at), hour.digits <= 2, hour.value <= 24 else { return nil }
    if tokens.isAttached(at), let before = tokens.mark(at - 1), before == ":" || before == ".",
      tokens.number(at - 2) != nil
    {
      return nil
    }
    var minutes = hour.value * 60
    var next = at + 1
    var isClock = false
    let separator = tokens.mark(next)
    if separator == ":" || separator == "." || separator == "：", tokens.isAttached(next + 1),
      let minute = tokens.number(next + 1), minute.digits == 2, minute.value < 60
    {
      minutes += minute.value
      next += 2
      isClock = separator != "." || afterDate
      if tokens.mark(next) == ":", tokens.isAttached(next + 1),
        let second = tokens.number(next + 1),
        second.digits == 2
      {
        next += 2
        if let mark = tokens.mark(next), mark == "." || mark == ",", tokens.isAttached(next + 1),
          tokens.number(next + 1) != nil
        {
          next += 2
        }
      }
      if separator == ".", !isClock {
        isClock = tokens.word(next).map(words.hours.contains) ?? false
        if let before = tokens.word(at - 1), words.hours.contains(before) { isClock = true }
      }
    } else if let word = tokens.word(next), words.hours.contains(word), tokens.isAttached(next),
      tokens.isAttached(next + 1), let minute = tokens.number(next + 1), minute.digits == 2,
      minute.value < 60
    {
      minutes += minute.value
      next += 2
      isClock = true
    } else if afterDate, let word = tokens.word(next), words.hours.contains(word) {
      next += 1
      isClock = true
    }
    if let (meridiem, after) = meridiem(tokens, next) {
      if (1...12).contains(hour.value) {
        minutes = minutes % 720 + (meridiem == .pm ? 720 : 0)
      }
      next = after
      isClock = true
    } else if isClock, let word = tokens.word(next), words.hours.contains(word) {
      next += 1
    }
    guard isClock, minutes < 1440 else { return nil }
    let zone = zone(tokens, next)
    if let zone { next = zone.next }
    return Part(
      time: PrintedTime(
        minutes: minutes, zone: zone?.minutes,
        range: tokens.tokens[at].range.lowerBound..<tokens.tokens[next - 1].range.upperBound),
      next: next)
  }

  private func meridiem(_ tokens: LineTokens, _ at: Int) -> (DateWords.Meridiem, next: Int)? {
    guard let word = tokens.word(at) else { return nil }
    if let found = words.meridiems[word] {
      return (found, tokens.mark(at + 1) == "." ? at + 2 : at + 1)
    }
    guard word == "a" || word == "p", tokens.mark(at + 1) == ".", tokens.word(at + 2) == "m" else {
      return nil
    }
    return (word == "p" ? .pm : .am, tokens.mark(at + 3) == "." ? at + 4 : at + 3)
  }

  private func zone(_ tokens: LineTokens, _ at: Int) -> (minutes: Int, next: Int)? {
    var next = at
    let isBracketed = tokens.mark(next) == "("
    if isBracketed { next += 1 }
    var base: Int?
    if tokens.tokens.indices.contains(next),
      case .word(let word, let isUpper) = tokens.tokens[next].kind,
      let minutes = words.zones[word],
      isUpper || word.unicodeScalars.contains(where: { $0.value > 127 })
    {
      base = minutes
      next += 1
    }
    if base == nil || base == 0, let mark = tokens.mark(next), "+-−".unicodeScalars.contains(mark),
      tokens.isAttached(next + 1), let hours = tokens.number(next + 1),
      base != nil || tokens.isAttached(next) || hours.digits >= 2,
      hours.digits == 4 ? hours.value <= 1400 : hours.digits <= 2 && hours.value <= 14
    {
      var minutes =
        hours.digits == 4 ? hours.value / 100 * 60 + hours.value % 100 : hours.value * 60
      var after = next + 2
      if hours.digits <= 2, tokens.mark(after) == ":", let more = tokens.number(after + 1),
        more.digits == 2, more.value < 60
      {
        minutes += more.value
        after += 2
      } else if base == nil, hours.digits < 4, !tokens.isAttached(next) {
        return nil
      }
      return (mark == "+" ? minutes : -minutes, after)
    }
    guard let base else { return nil }
    if isBracketed, tokens.mark(next) == ")" { next += 1 }
    return (base, next)
  }

  // MARK: Relative times

  private func relative(_ tokens: LineTokens, _ at: Int) -> Part? {
    if let word = tokens.word(at), words.dayBeginnings.mayHold(word),
      let offset = words.days[word]
    {
      var time = PrintedTime(dayOffset: offset, range: tokens.tokens[at].range)
      guard let clock = timeAfter(tokens, at + 1) else { return Part(time: time, next: at + 1) }
      time.minutes = clock.time.minutes
      time.range = time.range.lowerBound..<clock.time.range.upperBound
      return Part(time: time, next: clock.next)
    }
    if let number = tokens.number(at), number.value < 1000, let unit = tokens.word(at + 1),
      let minutes = words.units[unit]
    {
      var next = at + 2
      if tokens.mark(next) == "." { next += 1 }
      guard let ago = tokens.word(next), words.ago[ago] == .after else { return nil }
      return agoPart(tokens, at, next + 1, number.value * minutes, exact: minutes < 1440)
    }
    guard let word = tokens.word(at), words.agoBeginnings.mayHold(word) else { return nil }
    var next = at + 1
    if words.ago[word] != .before {
      guard let second = tokens.word(at + 1), let third = tokens.word(at + 2),
        words.ago["\(word) \(second) \(third)"] == .before
      else { return nil }
      next = at + 3
    }
    guard let number = tokens.number(next), number.value < 1000, let unit = tokens.word(next + 1),
      let minutes = words.units[unit]
    else { return nil }
    return agoPart(tokens, at, next + 2, number.value * minutes, exact: minutes < 1440)
  }

  private func agoPart(
    _ tokens: LineTokens, _ at: Int, _ next: Int, _ minutes: Int, exact: Bool
  ) -> Part {
    let range = tokens.tokens[at].range.lowerBound..<tokens.tokens[next - 1].range.upperBound
    return Part(
      time: PrintedTime(minutesAgo: minutes, agoIsExact: exact, range: range), next: next)
  }
}
