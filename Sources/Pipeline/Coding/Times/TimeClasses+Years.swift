import Record
import Syntax

extension TimeScan {
  // MARK: Years and decades

  /// A year in four figures or in words.
  func takeYear(at index: Int, into slots: inout TimeSlots) -> Int? {
    if pieces[index].digits > 0 {
      guard pieces[index].digits == 4, let year = pieces[index].number,
        (1000...2199).contains(year),
        !isDecimal(at: index),
        let numeral = lexicon.numerals.numeral(pieces, at: index), numeral.isPlainFigure
      else { return nil }
      if text(index + 1) == "s", pieces[index + 1].isGlued { return nil }
      slots.year = year
      slots.yearPieces.append(index..<(index + 1))
      return index + 1
    }
    guard let first = lexicon.numerals.entry(text(index)) else { return nil }
    if first.class == .teen || first.class == .ten && first.value == 20,
      let rest = lexicon.numerals.entry(text(index + 1)),
      rest.class == .ten || rest.class == .teen,
      let numeral = lexicon.numerals.numeral(pieces, at: index + 1), numeral.value < 100,
      !numeral.isOrdinal
    {
      slots.year = Int(first.value) * 100 + Int(numeral.value)
    } else if first.class == .teen, text(index + 1) == "hundred",
      let numeral = lexicon.numerals.numeral(pieces, at: index), !numeral.isOrdinal,
      numeral.end > index + 2, (1300...1999).contains(numeral.value)
    {
      // "nineteen hundred ninety three"
      slots.year = Int(numeral.value)
      slots.yearPieces.append(index..<numeral.end)
      return numeral.end
    } else if text(index) == "two", text(index + 1) == "thousand",
      let numeral = lexicon.numerals.numeral(pieces, at: index), !numeral.isOrdinal,
      (2000...2099).contains(numeral.value)
    {
      slots.year = Int(numeral.value)
      slots.yearPieces.append(index..<numeral.end)
      return numeral.end
    }
    guard slots.year != nil, let numeral = lexicon.numerals.numeral(pieces, at: index + 1) else {
      return nil
    }
    slots.yearPieces.append(index..<numeral.end)
    return numeral.end
  }

  /// Whether figures are the later part of a decimal or clock time.
  private func isDecimal(at index: Int) -> Bool {
    index >= 2 && pieces[index].isGlued && pieces[index - 1].isGlued
      && (text(index - 1) == "." || text(index - 1) == ":") && pieces[index - 2].digits > 0
  }

  /// What makes a count or an amount of the figures after it.
  private static let countLeads: Set<String> = [
    "$", "£", "€", "no", "number", "some", "than", "over", "nearly", "almost", "least", "roughly",
    "approximately", "another", "#",
  ]
  /// What a year of any century may follow.
  private static let yearLeads: Set<String> = [
    "in", "since", "by", "until", "till", "before", "after", "during", "from", "of", "to",
    "between",
    "and", "through", "year", "circa", "c", "(", "early", "mid", "late", "-", "ad",
  ]

  /// A year that stands alone: one that nothing beside it makes a count.
  func takeBareYear(at index: Int, into slots: inout TimeSlots) -> Int? {
    var taken = slots
    guard let end = takeYear(at: index, into: &taken), let year = taken.year else { return nil }
    let before = text(index - 1)
    let isCompared = before == "than" && ["later", "earlier"].contains(text(index - 2))
    if Self.countLeads.contains(before), !isCompared { return nil }
    let hasLead = Self.yearLeads.contains(before)
    let standsAlone =
      (index == 0 || !pieces[index - 1].isLetters)
      && (end == pieces.count || !pieces[end].isLetters)
    // "the 1777 campaign", "Theatre 1861-1863"; round hundreds are counts more often.
    let isNamed = ["the", "for", "as"].contains(before) && year % 100 != 0
    guard
      hasLead || isCompared || standsAlone || isNamed || isInRange(at: index, year)
        || (1900...2099).contains(year)
    else { return nil }
    if end < pieces.count {
      let next = tree.words[pieces[end].word]
      if next.upos == .noun, next.xpos == "NNS" || next.features.contains("Number=Plur"),
        !["elections", "games", "talks", "finals", "olympics"].contains(pieces[end].text)
      {
        return nil
      }
      if ["%", "percent", "km", "kilometres", "kilometers", "miles", "people", "troops", "men"]
        .contains(pieces[end].text)
      {
        return nil
      }
    }
    slots = taken
    return end
  }

  /// Whether a hyphen joins a year to another.
  private func isInRange(at index: Int, _ year: Int) -> Bool {
    guard text(index + 1) == "-", index + 2 < pieces.count, pieces[index + 2].digits == 4,
      let other = pieces[index + 2].number
    else { return false }
    return other > year && other < year + 100
  }

  func takeShortYear(at index: Int, into slots: inout TimeSlots) -> Int? {
    let start = text(index) == "'" ? index + 1 : index
    guard start < pieces.count, pieces[start].digits == 2, let number = pieces[start].number,
      start == index || pieces[start].isGlued,
      text(start + 1) != ":" && text(start + 1) != "%"
    else { return nil }
    slots.shortYear = number
    slots.yearPieces.append(index..<(start + 1))
    return start + 1
  }

  /// "1990s", "1990's", "the '90s", "the nineties".
  func takeDecade(at index: Int, into slots: inout TimeSlots) -> Int? {
    if let entry = lexicon.words[text(index)]?.first(where: { $0.kind == .decadeName }) {
      slots.decade = 1900 + entry.value
      return index + 1
    }
    let start = text(index) == "'" ? index + 1 : index
    guard start < pieces.count, let number = pieces[start].number, number % 10 == 0 else {
      return nil
    }
    var end = start + 1
    if text(end) == "'", text(end + 1) == "s", text(index - 1) == "the" { end += 1 }
    guard text(end) == "s" else { return nil }
    // Copied text may part them: "in the 1990 s".
    let isParted =
      pieces[start].digits == 4 && (end + 1 >= pieces.count || !pieces[end + 1].isLetters)
    guard pieces[end].isGlued || isParted else { return nil }
    switch pieces[start].digits {
    case 4 where (1000...2190).contains(number): slots.decade = number
    case 2: slots.decade = number <= 20 ? 2000 + number : 1900 + number
    default: return nil
    }
    return end + 1
  }
}
