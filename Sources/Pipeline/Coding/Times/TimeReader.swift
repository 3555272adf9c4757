import Knowledge
import Record
import Syntax
import Tables

/// Finds time expressions and their calendar values.
///
/// A table of patterns over words (`lexicons/times/patterns.tsv`) finds them; the date line, or the time told before
/// them, resolves the relative ones. Values follow TIMEX3 (ISO 24617-1). Cost: linear in the words.
struct TimeReader: Sendable {
  private let lexicon: TimeLexicon
  private let clauseTense: ClauseTense

  init(knowledge: KnowledgeBase) throws {
    lexicon = try TimeLexicon(knowledge)
    clauseTense = try ClauseTense()
  }

  func read(_ reading: inout Reading) {
    let tree = reading.tree
    let sentences = tree.sentences.map { Piece.pieces(of: $0.words, in: tree) }
    var persons = Array(repeating: false, count: tree.words.count)
    for name in tree.names where name.kind == .person {
      for word in name.words { persons[word] = true }
    }
    var context = TimeContext(
      published: reading.published,
      isNarrative: isNarrative(sentences, published: reading.published))
    for pieces in sentences {
      read(pieces, persons: persons, &context, &reading)
    }
  }

  private func read(
    _ pieces: [Piece], persons: [Bool], _ context: inout TimeContext, _ reading: inout Reading
  ) {
    let tree = reading.tree
    let scan = TimeScan(pieces: pieces, lexicon: lexicon, tree: tree) { persons[$0.word] }
    let next = nextTelling(pieces)
    var index = 0
    // The expression read last in this sentence, in case a year behind a range is its year too.
    var last: (found: Int, value: TimeValue, end: Int)?
    while index < pieces.count {
      // Nothing begins far before a word that tells of times.
      guard next[index] < pieces.count else { break }
      index = max(index, next[index] - lexicon.lead)
      let told = context
      let matcher = TimeMatcher(scan: scan) { piece in
        TimeResolver(context: told, lexicon: lexicon) {
          clauseTense.tense(at: pieces[piece].word, in: tree)
        }
      }
      let run = scan.figureRun(at: index)
      guard !isNamed(pieces[index], tree), var match = matcher.best(at: index),
        !isInName(match, pieces, tree),
        run.map({ $0.numbers.count < 3 || match.pieces.upperBound >= $0.end }) ?? true
      else {
        // Figures that are no date after all ("13/13/2018") hold no year either.
        index = run?.end ?? index + 1
        continue
      }
      if let last, match.value.hasYear, let year = match.value.interval?.start.year,
        !last.value.hasYear, last.value.isYearGuessed, let interval = last.value.interval,
        [.day, .month, .season].contains(interval.grain),
        Self.joins(pieces[last.end..<match.pieces.lowerBound]),
        let moved = interval.inYear(year).flatMap({
          $0.start > (match.value.interval?.end ?? $0.start) ? interval.inYear(year - 1) : $0
        })
      {
        reading.times[last.found].start = moved.start.description
        reading.times[last.found].end = moved.end.description
      }
      if let last, !match.value.hasYear,
        Self.joins(pieces[last.end..<match.pieces.lowerBound])
      {
        order(last.found, last.value, &match, &reading)
      }
      for (range, value) in [(match.pieces, match.value)]
        + (match.second.map { [($0.pieces, $0.value)] } ?? [])
      {
        reading.times.append(
          found(value, range, pieces, rule: match.rule))
        if let interval = value.interval, !value.isOpenAtStart, !value.isOpenAtEnd {
          context.note(interval)
        }
        last = (reading.times.count - 1, value, range.upperBound)
      }
      index = match.second?.pieces.upperBound ?? match.pieces.upperBound
    }
  }

  /// For each piece the next one that may tell of a time, itself included; their number where none follows.
  private func nextTelling(_ pieces: [Piece]) -> [Int] {
    var next = Array(repeating: pieces.count, count: pieces.count)
    var latest = pieces.count
    for (index, piece) in pieces.enumerated().reversed() {
      if piece.digits > 0 || lexicon.telling.contains(piece.text) { latest = index }
      next[index] = latest
    }
    return next
  }

  /// Whether a word of the hour is the end of a proper name: "USA Today".
  private func isNamed(_ piece: Piece, _ tree: SyntaxTree) -> Bool {
    guard piece.isCapital, piece.word > 0, Self.hours.contains(piece.text) else { return false }
    let (before, word) = (tree.words[piece.word - 1], tree.words[piece.word])
    guard before.sentence == word.sentence, before.upos == .propn else { return false }
    return word.upos == .propn
      || word.form == word.form.uppercased() && before.form == before.form.uppercased()
  }

  /// Whether a festival begins a proper name: "the Good Friday Agreement".
  private func isInName(_ match: TimeMatch, _ pieces: [Piece], _ tree: SyntaxTree) -> Bool {
    guard match.rule.hasPrefix("festival"), match.pieces.upperBound < pieces.count else {
      return false
    }
    let last = pieces[match.pieces.upperBound - 1].word
    let next = pieces[match.pieces.upperBound].word
    return pieces[match.pieces.upperBound].isCapital && tree.words[next].upos == .propn
      && tree.words[last].relation.universal == "compound"
      && tree.words[last].head.map { $0 >= next } ?? false
  }

  private static let hours: Set = ["today", "tonight", "tomorrow", "yesterday", "now"]

  /// Puts the ends of a stretch in order where the second tells no year.
  ///
  /// "From May to September" has both in one year or the first in the year before; "from Monday to Friday" ends on the
  /// first Friday after that Monday.
  private func order(
    _ found: Int, _ first: TimeValue, _ second: inout TimeMatch, _ reading: inout Reading
  ) {
    guard let start = first.interval?.start, let end = second.value.interval?.start else { return }
    if second.rule == "weekday", first.kind == .date, first.grain == .day {
      let days = (end.weekday - start.weekday + 7) % 7
      guard let day = start.adding(days: days) else { return }
      second.value.interval = CalendarInterval(day: day)
    } else if first.isYearGuessed, second.value.isYearGuessed, end < start,
      let moved = first.interval?.inYear(start.year - 1)
    {
      reading.times[found].start = moved.start.description
      reading.times[found].end = moved.end.description
    }
  }

  /// Whether what stands between two expressions makes them the ends of one stretch.
  private static func joins(_ between: ArraySlice<Piece>) -> Bool {
    between.count <= 2
      && between.contains {
        ["-", "to", "and", "until", "till", "through", "or"].contains($0.text)
      }
      && between.allSatisfy {
        ["-", "to", "and", "until", "till", "through", "or", "the"].contains($0.text)
      }
  }

  private func found(
    _ value: TimeValue, _ range: Range<Int>, _ pieces: [Piece], rule: String
  ) -> TimeFound {
    var start: String?
    var end: String?
    if let interval = value.interval, value.kind == .date || value.kind == .time {
      start = interval.start.description
      end = interval.end.description
      if let minutes = value.minutes {
        start? += "T" + Self.clock(minutes.lowerBound)
        end? += "T" + Self.clock(minutes.upperBound)
      }
      if value.isOpenAtStart { start = nil }
      if value.isOpenAtEnd { end = nil }
    }
    let words = pieces[range.lowerBound].word..<(pieces[range.upperBound - 1].word + 1)
    return TimeFound(
      words: words, kind: value.kind, start: start, end: end, grain: value.grain,
      modifier: value.modifier ?? modifier(before: range.lowerBound, pieces)
        ?? modifier(behind: range.upperBound, pieces), rule: "time/" + rule)
  }

  /// What a preposition or adverb before an expression makes of it.
  private func modifier(before index: Int, _ pieces: [Piece]) -> String? {
    func text(_ back: Int) -> String { index >= back ? pieces[index - back].text : "" }
    switch text(1) {
    case "since": return "since"
    case "by", "until", "till", "before": return "before"
    case "to" where text(2) == "prior" || text(2) == "up": return "before"
    case "after", "following": return "after"
    case "than":
      if text(2) == "later" { return text(3) == "no" ? "before" : "after" }
      return text(2) == "earlier" ? (text(3) == "no" ? "since" : "before") : nil
    case "on" where ["starting", "beginning", "commencing"].contains(text(2)): return "since"
    case "starting", "beginning", "commencing": return "since"
    case "as" where text(2) == "early" && text(3) == "as": return "since"
    case "as" where text(2) == "late" && text(3) == "as": return "before"
    case "about", "around", "circa", "approximately", "roughly", "nearly", "almost": return "approx"
    default: return nil
    }
  }

  /// What stands behind an expression and makes it a first or last time: "2012 or later".
  private func modifier(behind index: Int, _ pieces: [Piece]) -> String? {
    guard index + 1 < pieces.count, ["or", "and"].contains(pieces[index].text) else { return nil }
    switch pieces[index + 1].text {
    case "later", "after", "onward", "onwards", "beyond": return "since"
    case "earlier", "before": return "before"
    default: return nil
    }
  }

  private static func clock(_ minutes: Int) -> String {
    let (hour, minute) = (minutes / 60, minutes % 60)
    return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }

  /// Whether a text tells a history: most of its months with a year lie a year and more before the date line.
  private func isNarrative(_ sentences: [[Piece]], published: CalendarDay?) -> Bool {
    guard let published else { return true }
    var (old, all) = (0, 0)
    for pieces in sentences {
      for (index, piece) in pieces.enumerated() {
        guard piece.digits == 4, let year = piece.number, (1000...2199).contains(year),
          let month = month(before: index, pieces)
        else { continue }
        all += 1
        if (published.year - year) * 12 + published.month - month >= 12 { old += 1 }
      }
    }
    return old >= Self.leastOfHistory && old * 4 > all * 3
  }

  /// The least number of dates that makes a history.
  private static let leastOfHistory = 5

  /// The month that stands before a year.
  private func month(before index: Int, _ pieces: [Piece]) -> Int? {
    for piece in pieces[max(0, index - 3)..<index].reversed() {
      if let entry = lexicon.words[piece.text]?.first(where: { $0.kind == .month }) {
        return entry.value
      }
    }
    return nil
  }
}
