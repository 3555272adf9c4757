import Record
import Syntax

/// A sentence being searched for time expressions: its pieces, and what each class takes of them.
struct TimeScan {
  let pieces: [Piece]
  let lexicon: TimeLexicon
  let tree: SyntaxTree
  /// Whether a piece is a word of a person's name.
  let isInPerson: (Piece) -> Bool

  /// The end of what a class takes at a piece, noted in the slots; nil where it takes nothing.
  func take(_ kind: TimePattern.Class, at index: Int, into slots: inout TimeSlots) -> Int? {
    guard index < pieces.count else { return nil }
    switch kind {
    case .num: return takeNumber(at: index, into: &slots)
    case .vague: return takeVague(at: index, into: &slots)
    case .ord: return takeOrdinal(at: index, into: &slots)
    case .day, .dayRank: return takeDay(at: index, rankOnly: kind == .dayRank, into: &slots)
    case .year: return takeYear(at: index, into: &slots)
    case .bareYear: return takeBareYear(at: index, into: &slots)
    case .shortYear: return takeShortYear(at: index, into: &slots)
    case .markedYear:
      return text(index) == "'" ? takeShortYear(at: index, into: &slots) : nil
    case .figuresDay: return takeFiguresDay(at: index, into: &slots)
    case .decade: return takeDecade(at: index, into: &slots)
    case .numericDate: return takeNumericDate(at: index, into: &slots)
    case .clock: return takeClock(at: index, into: &slots)
    case .quarter: return takeSubdivision("q", upTo: 4, at: index, into: &slots)
    case .half: return takeSubdivision("h", upTo: 2, at: index, into: &slots)
    case .festival: return takeFestival(at: index, into: &slots)
    case .month, .bareMonth:
      return takeWord(.month, at: index, bare: kind == .bareMonth) { slots.month = $0.value }
    case .weekday, .bareWeekday:
      return takeWord(.weekday, at: index, bare: kind == .bareWeekday) { slots.weekday = $0.value }
    case .season, .bareSeason:
      return takeWord(.season, at: index, bare: kind == .bareSeason) { slots.season = $0.value }
    case .unit: return takeWord(.unit, at: index) { slots.units.append($0.unit) }
    case .units: return takeWord(.units, at: index) { slots.units.append($0.unit) }
    case .anyUnit:
      return takeWord(.unit, at: index) { slots.units.append($0.unit) }
        ?? takeWord(.units, at: index) { slots.units.append($0.unit) }
    case .part: return takeWord(.part, at: index) { slots.part = $0.minutes }
    case .parts: return takeWord(.parts, at: index) { _ in }
    case .weekdays: return takeWord(.weekdays, at: index) { _ in }
    case .set:
      return pieces[index].isCapital && index > 0 ? nil : takeWord(.set, at: index) { _ in }
    case .zone:
      return takeWord(.zone, at: index) { _ in } ?? takePhrase(["local", "time"], at: index)
    case .date: return nil
    }
  }

  /// The text of a piece; empty past the ends.
  func text(_ index: Int) -> String {
    pieces.indices.contains(index) ? pieces[index].text : ""
  }

  private func takePhrase(_ words: [String], at index: Int) -> Int? {
    for (offset, word) in words.enumerated() where text(index + offset) != word { return nil }
    return index + words.count
  }

  private func takeWord(
    _ kind: TimeLexicon.Entry.Class, at index: Int, bare: Bool = false,
    note: (TimeLexicon.Entry) -> Void
  ) -> Int? {
    guard let entry = lexicon.words[pieces[index].text]?.first(where: { $0.kind == kind }),
      fits(entry, at: index, bare: bare)
    else { return nil }
    note(entry)
    if entry.isAbbreviation, text(index + 1) == ".", pieces[index + 1].isGlued,
      index + 2 < pieces.count
    {
      return index + 2
    }
    return index + 1
  }

  /// Whether an everyday word is meant as time here.
  private func fits(_ entry: TimeLexicon.Entry, at index: Int, bare: Bool) -> Bool {
    let piece = pieces[index]
    let isNumbered =
      index > 0 && pieces[index - 1].digits > 0
      || index + 1 < pieces.count && pieces[index + 1].digits > 0
      || [".", "-", "/"].contains(text(index + 1)) && index + 2 < pieces.count
        && pieces[index + 2].digits > 0
      || (index > 0 && lexicon.numerals.entry(pieces[index - 1].text)?.class.isRank ?? false)
      || (lexicon.numerals.entry(text(index + 1)) != nil)
      || text(index - 1) == "of"
    if entry.needsCapital, !piece.isCapital, !isNumbered { return false }
    if tree.words[piece.word].xpos == "MD" { return false }
    guard bare else { return true }
    if isInPerson(piece) { return false }
    if entry.kind == .unit || entry.isGuarded { return false }
    if entry.kind == .season {
      return (Self.seasonLeads.contains(text(index - 1)) || piece.isCapital)
        && !isBeforeNoun(index)
    }
    if entry.isAbbreviation {
      return piece.isCapital && ([".", "-"].contains(text(index + 1)) || isAfterLead(index))
    }
    return entry.needsLead ? piece.isCapital && isAfterLead(index) : true
  }

  /// Whether a word that time expressions follow stands before a piece.
  private func isAfterLead(_ index: Int) -> Bool {
    Self.leads.contains(text(index - 1))
  }

  private static let seasonLeads: Set<String> = [
    "the", "in", "by", "since", "this", "until", "during", "early", "late", "mid", "last", "that",
    "of", "through", "and", "-", "before", "after", "for",
  ]
  private static let leads: Set<String> = [
    "in", "of", "by", "since", "until", "till", "last", "next", "this", "early", "late", "mid",
    "from",
    "to", "through", "during", "and", "or", "before", "after", "-", ",", "on", "between", "for",
    "every", "that", "until", "around", "about",
  ]

  /// Whether a noun follows on a piece's word.
  private func isBeforeNoun(_ index: Int) -> Bool {
    guard index + 1 < pieces.count else { return false }
    let next = tree.words[pieces[index + 1].word]
    return next.upos == .noun || next.upos == .propn
  }

  // MARK: Numbers

  private func takeNumber(at index: Int, into slots: inout TimeSlots) -> Int? {
    if let end = takePhrase(["a", "couple", "of"], at: index)
      ?? takePhrase(["a", "couple"], at: index)
    {
      slots.numbers.append(2)
      return end
    }
    if text(index) == "couple" {
      slots.numbers.append(2)
      return takePhrase(["couple", "of"], at: index) ?? index + 1
    }
    if text(index) == "a", text(index + 1) == "few" {
      slots.numbers.append(nil)
      return index + 2
    }
    if let numeral = lexicon.numerals.numeral(pieces, at: index), !numeral.isOrdinal {
      slots.numbers.append(numeral.value)
      return numeral.end
    }
    if ["a", "an", "another"].contains(text(index)) {
      slots.numbers.append(1)
      return index + 1
    }
    return takeVague(at: index, into: &slots)
  }

  private static let currencies: Set<String> = ["$", "€", "£", "¥"]

  private func takeVague(at index: Int, into slots: inout TimeSlots) -> Int? {
    let start = text(index) == "a" ? index + 1 : index
    guard start < pieces.count else { return nil }
    return takeWord(.vague, at: start) { _ in slots.numbers.append(nil) }
  }

  private func takeOrdinal(at index: Int, into slots: inout TimeSlots) -> Int? {
    guard let numeral = lexicon.numerals.numeral(pieces, at: index), numeral.isOrdinal,
      numeral.value < 10_000
    else { return nil }
    slots.ordinals.append(Int(numeral.value))
    return numeral.end
  }

  private func takeDay(at index: Int, rankOnly: Bool, into slots: inout TimeSlots) -> Int? {
    guard let numeral = lexicon.numerals.numeral(pieces, at: index),
      numeral.isOrdinal || !rankOnly && numeral.isPlainFigure && numeral.digits <= 2
        || !rankOnly && pieces[index].digits == 0 && numeral.value < 32,
      numeral.value == numeral.value.rounded(), (1...31).contains(numeral.value)
    else { return nil }
    if rankOnly {
      // "the 18th century", "the second attempt": a noun follows, and it is no day.
      let isNamed = numeral.end < pieces.count && pieces[numeral.end].isCapital
      guard pieces[index].digits > 0, !isNamed, !isBeforeNoun(numeral.end - 1) else { return nil }
    }
    // "$12 December 27" tells a price and a day.
    if Self.currencies.contains(text(index - 1)) { return nil }
    // "10:30" and "5.2" begin no day.
    if [":", "%"].contains(text(numeral.end)) { return nil }
    slots.days.append((Int(numeral.value), index..<numeral.end))
    return numeral.end
  }
}

extension Numerals.Class {
  /// Whether it ends a number as a rank.
  var isRank: Bool { self == .ordinalUnit || self == .ordinalTeen }
}
