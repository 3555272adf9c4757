import Record

/// An expression found in a sentence's pieces.
struct TimeMatch {
  var pieces: Range<Int>
  var value: TimeValue
  var rule: String
  /// The second of two that one pattern reads, as in "18–20 April".
  var second: (pieces: Range<Int>, value: TimeValue)?
}

/// Searches a sentence's pieces for the longest pattern that fits and tells a time.
///
/// Cost: a pattern is tried only where its first word or class may stand; expressions nest to a depth of three.
struct TimeMatcher {
  let scan: TimeScan
  let resolver: (Int) -> TimeResolver
  private static let deepest = 3

  /// The longest expression that begins at a piece.
  func best(at start: Int, depth: Int = 0) -> TimeMatch? {
    var best: TimeMatch?
    for index in candidates(at: start) {
      let pattern = scan.lexicon.patterns[index]
      guard
        let (end, slots) = fit(pattern, element: 0, at: start, TimeSlots(), depth: depth),
        end > (best?.pieces.upperBound ?? start)
      else { continue }
      best = match(pattern, start..<end, slots) ?? best
    }
    guard var found = best else { return nil }
    for _ in 0..<2 {
      guard let longer = extended(found, depth: depth) else { break }
      found = longer
    }
    return found
  }

  /// The patterns that may begin at a piece, in the table's order.
  private func candidates(at index: Int) -> [Int] {
    let piece = scan.pieces[index]
    let lexicon = scan.lexicon
    guard piece.isLetters || piece.digits > 0 || piece.text == "'" else { return [] }
    var found = lexicon.byWord[piece.text] ?? []
    for kind in classes(of: piece, at: index) { found += lexicon.byClass[kind] ?? [] }
    // A pattern may be found by a word and a class; the table's order decides between equals.
    found.sort()
    return found
  }

  private func classes(of piece: Piece, at index: Int) -> [TimePattern.Class] {
    if piece.digits > 0 {
      return [
        .num, .ord, .day, .dayRank, .year, .bareYear, .shortYear, .decade, .numericDate,
        .figuresDay, .clock, .quarter, .half, .festival,
      ]
    }
    var classes: [TimePattern.Class] = []
    if scan.lexicon.numerals.entry(piece.text) != nil || piece.text == "a" || piece.text == "an"
      || piece.text == "another"
    {
      classes += [.num, .ord, .day, .year, .bareYear, .clock]
    }
    if piece.text == "'" { classes += [.shortYear, .markedYear, .decade] }
    if piece.text == "q" { classes.append(.quarter) }
    if piece.text == "h" { classes.append(.half) }
    if scan.lexicon.festivalsByWord[piece.text] != nil { classes.append(.festival) }
    for entry in scan.lexicon.words[piece.text] ?? [] {
      switch entry.kind {
      case .month: classes += [.month, .bareMonth]
      case .weekday: classes += [.weekday, .bareWeekday]
      case .unit: classes += [.unit, .anyUnit]
      case .units: classes += [.units, .anyUnit]
      case .season: classes += [.season, .bareSeason]
      case .part: classes.append(.part)
      case .parts: classes.append(.parts)
      case .clock: classes.append(.clock)
      case .vague: classes += [.vague, .num]
      case .weekdays: classes.append(.weekdays)
      case .set: classes.append(.set)
      case .zone: classes.append(.zone)
      case .decadeName: classes.append(.decade)
      }
    }
    return classes
  }

  /// An expression with what goes on from it.
  private func extended(_ base: TimeMatch, depth: Int) -> TimeMatch? {
    guard base.second == nil, base.pieces.upperBound < scan.pieces.count else { return nil }
    var best: TimeMatch?
    for index in scan.lexicon.suffixes {
      let pattern = scan.lexicon.patterns[index]
      var slots = TimeSlots()
      slots.date = base.value
      guard
        let (end, filled) = fit(
          pattern, element: 1, at: base.pieces.upperBound, slots, depth: depth),
        end > (best?.pieces.upperBound ?? base.pieces.upperBound)
      else { continue }
      best = match(pattern, base.pieces.lowerBound..<end, filled) ?? best
    }
    return best
  }

  /// Fits a pattern's elements from one on; greedy, going back where what may be absent was taken in vain.
  private func fit(
    _ pattern: TimePattern, element: Int, at index: Int, _ slots: TimeSlots, depth: Int
  ) -> (end: Int, slots: TimeSlots)? {
    guard element < pattern.elements.count else { return (index, slots) }
    let wanted = pattern.elements[element]
    if index < scan.pieces.count {
      if wanted.words.contains(scan.pieces[index].text) {
        var slots = slots
        if !wanted.classes.isEmpty { slots.words.append(scan.pieces[index].text) }
        if let found = fit(pattern, element: element + 1, at: index + 1, slots, depth: depth) {
          return found
        }
      }
      for kind in wanted.classes {
        var slots = slots
        let end: Int?
        if kind == .date {
          end = takeDate(at: index, depth: depth, into: &slots)
        } else {
          end = scan.take(kind, at: index, into: &slots)
        }
        if let end, let found = fit(pattern, element: element + 1, at: end, slots, depth: depth) {
          return found
        }
      }
    }
    guard wanted.isOptional else { return nil }
    return fit(pattern, element: element + 1, at: index, slots, depth: depth)
  }

  private func takeDate(at index: Int, depth: Int, into slots: inout TimeSlots) -> Int? {
    guard depth + 1 < Self.deepest, let inner = best(at: index, depth: depth + 1),
      inner.second == nil, inner.value.kind == .date || inner.value.kind == .time,
      !inner.value.isOpenAtStart, !inner.value.isOpenAtEnd
    else { return nil }
    slots.date = inner.value
    return inner.pieces.upperBound
  }

  private func match(
    _ pattern: TimePattern, _ pieces: Range<Int>, _ slots: TimeSlots
  ) -> TimeMatch? {
    if pattern.option("last") != nil, !isLast(pieces.upperBound) { return nil }
    // "He ruled for 13 years after the war": a stretch, not a point.
    if pattern.option("from") == "event",
      ["for", "over", "during", "in", "of"].contains(scan.text(pieces.lowerBound - 1))
    {
      return nil
    }
    let resolver = resolver(pieces.lowerBound)
    if pattern.resolver == .days || pattern.resolver == .years {
      return pair(pattern, pieces, slots, resolver)
    }
    guard isLikely(pattern, pieces, slots), let value = resolver.value(pattern, slots) else {
      return nil
    }
    let start = pattern.resolver == .durationAfterWord ? pieces.lowerBound + 1 : pieces.lowerBound
    return TimeMatch(pieces: start..<pieces.upperBound, value: value, rule: pattern.rule)
  }

  /// Whether no word follows at a piece, nor the rest of a run of figures.
  private func isLast(_ index: Int) -> Bool {
    guard index < scan.pieces.count else { return true }
    if scan.pieces[index].isLetters || scan.pieces[index].digits > 0 { return false }
    return
      !(index + 1 < scan.pieces.count && scan.pieces[index].isGlued
      && scan.pieces[index + 1].isGlued && scan.pieces[index + 1].digits > 0)
  }

  /// Whether a duration is none after all: "a second meeting".
  private func isLikely(_ pattern: TimePattern, _ pieces: Range<Int>, _ slots: TimeSlots) -> Bool {
    guard pattern.resolver == .duration, slots.units.first == .second else { return true }
    return scan.text(pieces.lowerBound) != "a" && scan.text(pieces.lowerBound) != "another"
  }

  /// "18–20 April 1940" and "1939–45" are two expressions each.
  private func pair(
    _ pattern: TimePattern, _ pieces: Range<Int>, _ slots: TimeSlots, _ resolver: TimeResolver
  ) -> TimeMatch? {
    var values: [TimeValue] = []
    let parts: [Range<Int>]
    if pattern.resolver == .days {
      guard slots.days.count == 2 else { return nil }
      parts = slots.days.map(\.pieces)
      for day in slots.days {
        var own = slots
        own.days = [day]
        guard let value = resolver.calendar(own), value.interval != nil else { return nil }
        values.append(value)
      }
    } else {
      guard slots.yearPieces.count == 2, let first = slots.year, let short = slots.shortYear else {
        return nil
      }
      parts = slots.yearPieces
      let last = first / 100 * 100 + short
      guard last > first, last - first < 60 else { return nil }
      values = [first, last].map {
        TimeValue(CalendarInterval(year: $0), grain: .year, hasYear: true)
      }
    }
    guard values.count == 2 else { return nil }
    if pattern.resolver == .days { orderDays(&values, isMonthOfFirst: isMonthFirst(pieces, parts)) }
    let monthFirst = parts[0].lowerBound > pieces.lowerBound && pattern.resolver == .days
    let first = (monthFirst ? pieces.lowerBound : parts[0].lowerBound)..<parts[0].upperBound
    let second = parts[1].lowerBound..<pieces.upperBound
    return TimeMatch(
      pieces: first, value: values[0], rule: pattern.rule, second: (second, values[1]))
  }

  private func isMonthFirst(_ pieces: Range<Int>, _ parts: [Range<Int>]) -> Bool {
    scan.pieces[pieces.lowerBound..<parts[0].lowerBound].contains { piece in
      scan.lexicon.words[piece.text]?.contains { $0.kind == .month } ?? false
    }
  }

  /// "April 27 to 3", "from the 27th to 3 April": the day without a month lies in the one after or before.
  private func orderDays(_ values: inout [TimeValue], isMonthOfFirst: Bool) {
    guard let first = values[0].interval?.start, let second = values[1].interval?.start,
      second < first
    else { return }
    let day = isMonthOfFirst ? second.adding(months: 1) : first.adding(months: -1)
    guard let day else { return }
    values[isMonthOfFirst ? 1 : 0].interval = CalendarInterval(day: day)
  }
}
