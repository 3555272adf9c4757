import Knowledge
import Record
import Syntax
import Tables

/// Finds amounts with what they count.
///
/// Numbers come from words and figures, bounds from the words around them, units from the noun behind. Dates and times
/// of day, ranks, names with numbers ("Article 5", "F-16") and the pronoun "one" are no amounts. Cost: linear in the
/// words.
struct QuantityReader: Sendable {
  private let numerals: Numerals
  let lexicon: QuantityLexicon

  init(knowledge: KnowledgeBase) throws {
    numerals = try Numerals(TableSource.numerals.tables(knowledge))
    lexicon = try QuantityLexicon(TableSource.quantities.tables(knowledge))
  }

  func read(_ reading: inout Reading) {
    let tree = reading.tree
    var isTime = Array(repeating: false, count: tree.words.count)
    for time in reading.times where time.kind == .date || time.kind == .time {
      // "two days after the vote" is no date yet, and two days all the same.
      if time.rule == "time/units-from-event" { continue }
      for word in time.words { isTime[word] = true }
    }
    for sentence in tree.sentences {
      let pieces = Piece.pieces(of: sentence.words, in: tree)
      var index = 0
      while index < pieces.count {
        guard !isTime[pieces[index].word], let found = quantity(pieces, at: index, tree) else {
          index += 1
          continue
        }
        reading.quantities.append(found.quantity)
        index = max(index + 1, found.end)
      }
    }
  }

  /// An amount as it is being read: its bounds, and where its number ends.
  struct Amount {
    var value: Double?
    var low: Double?
    var high: Double?
    var of: Double?
    var end: Int
    var rule: String
  }

  private func quantity(
    _ pieces: [Piece], at start: Int, _ tree: SyntaxTree
  ) -> (quantity: QuantityFound, end: Int)? {
    if let phrase = phrase(pieces, at: start, tree) { return phrase }
    var begin = start
    var currency: String?
    if let sign = lexicon.entry(pieces, at: start, .currencyBefore) {
      currency = sign.value
      begin = start + sign.words.count
      // "US$" is two pieces.
      if begin < pieces.count, pieces[begin].text == "$", sign.words == ["us"] { begin += 1 }
    }
    guard begin < pieces.count, !isLabel(pieces, begin, hasCurrency: currency != nil, tree),
      var amount = amount(pieces, at: begin)
    else { return nil }
    bound(&amount, pieces, from: start)
    return finish(amount, pieces, start: start, number: begin, currency: currency, tree)
  }

  /// "record levels": an amount without a number.
  private func phrase(
    _ pieces: [Piece], at start: Int, _ tree: SyntaxTree
  ) -> (quantity: QuantityFound, end: Int)? {
    guard start + 1 < pieces.count,
      pieces[start].text == "record" || pieces[start].text == "unprecedented"
    else { return nil }
    let second = tree.words[pieces[start + 1].word]
    let noun = second.lemma.isEmpty ? pieces[start + 1].text : second.lemma.lowercased()
    let singular = [pieces[start].text, noun.hasSuffix("s") ? String(noun.dropLast()) : noun]
    let words = [Piece](pieces[start..<start + 2]).enumerated().map { index, piece in
      Piece(
        text: singular[index], word: piece.word, isGlued: piece.isGlued,
        isCapital: piece.isCapital, digits: 0, number: nil)
    }
    guard lexicon.entry(words, at: 0, .phrase) != nil else { return nil }
    let range = pieces[start].word..<(pieces[start + 1].word + 1)
    return (
      QuantityFound(words: range, number: range.lowerBound, rule: "quantity/phrase"), start + 2
    )
  }

  /// Whether figures name something, or are part of a name or a mark.
  private func isLabel(
    _ pieces: [Piece], _ index: Int, hasCurrency: Bool, _ tree: SyntaxTree
  ) -> Bool {
    if index == 0, !hasCurrency, pieces.count > 1, [",", ":"].contains(pieces[1].text),
      !pieces[1].isGlued || pieces[0].digits == 0
    {
      return true
    }
    guard index > 0, !hasCurrency else {
      // "1." and "a)" before a list's item.
      return index + 1 < pieces.count && pieces[index].digits > 0 && !hasCurrency
        && [".", ")"].contains(pieces[index + 1].text) && index + 2 < pieces.count
        && !pieces[index + 2].isGlued
    }
    let before = pieces[index - 1]
    if pieces[index].isGlued, before.isLetters || ["#", "/", ":", "@", "_"].contains(before.text) {
      return true
    }
    if pieces[index].isGlued, before.text == "-", before.isGlued, index > 1,
      pieces[index - 2].isLetters, numerals.entry(pieces[index - 2].text) == nil
    {
      return true
    }
    // The decimals of a number that letters touch: "N14.3billion".
    if pieces[index].isGlued, before.text == ".", before.isGlued, index > 1,
      pieces[index - 2].digits > 0
    {
      return true
    }
    guard pieces[index].digits > 0 else { return false }
    if lexicon.isLabel(before.text), before.isCapital || before.text == "no" { return true }
    return before.text == "." && index > 1 && pieces[index - 2].text == "no"
  }

  // MARK: Numbers

  private func amount(_ pieces: [Piece], at index: Int) -> Amount? {
    func text(_ index: Int) -> String { index < pieces.count ? pieces[index].text : "" }
    if text(index) == "a", text(index + 1) == "couple", text(index + 2) == "of" {
      return Amount(value: 2, end: index + 3, rule: "couple")
    }
    if let many = lexicon.entry(pieces, at: index, .many), let value = Double(many.value) {
      return self.many(pieces, at: index, value)
    }
    guard let first = numerals.numeral(pieces, at: index), !first.isOrdinal else { return nil }
    var amount = Amount(value: first.value, end: first.end, rule: "number")
    if text(first.end) == "+", pieces[first.end].isGlued {
      amount.low = first.value
      amount.value = nil
      amount.end += 1
      amount.rule = "at-least"
    } else if let (second, end) = rangeEnd(pieces, first, from: index) {
      amount = Amount(low: second.low, high: second.high, end: end, rule: "range")
    } else if let (of, end) = group(pieces, first) {
      amount.of = of
      amount.end = end
      amount.rule = "fraction"
    }
    return amount
  }

  /// "thousands", "hundreds of thousands".
  private func many(_ pieces: [Piece], at index: Int, _ value: Double) -> Amount? {
    guard index + 1 < pieces.count, pieces[index + 1].text == "of" else { return nil }
    var amount = Amount(low: value, end: index + 1, rule: "many")
    if let second = lexicon.entry(pieces, at: index + 2, .many), let scale = Double(second.value) {
      let step = [24.0: 12.0, 40: 20, 20: 10, 200: 100][value] ?? value
      amount.low = step * scale
      amount.end = index + 3
    } else if index + 2 < pieces.count, let numeral = numerals.entry(pieces[index + 2].text),
      numeral.class == .scale
    {
      amount.low = value * numeral.value
      amount.end = index + 3
    }
    return amount
  }

  /// "10 to 20", "10-20", "between 10 and 20".
  private func rangeEnd(
    _ pieces: [Piece], _ first: Numeral, from index: Int
  ) -> ((low: Double, high: Double), Int)? {
    guard first.end + 1 < pieces.count else { return nil }
    let joint = pieces[first.end]
    let isBetween = index > 0 && pieces[index - 1].text == "between" && joint.text == "and"
    guard isBetween || joint.text == "to" || joint.text == "-" && joint.isGlued else { return nil }
    var start = first.end + 1
    if lexicon.entry(pieces, at: start, .currencyBefore) != nil { start += 1 }
    guard let second = numerals.numeral(pieces, at: start), !second.isOrdinal else { return nil }
    var low = first.value
    // "2 to 3 million": the scale is told once.
    if first.isPlainFigure || pieces[index].digits == 0, low < 1000, second.value >= 1000,
      let scale = [1e12, 1e9, 1e6, 1e3].first(where: { second.value >= $0 }),
      low <= second.value / scale
    {
      low *= scale
    }
    guard low < second.value else { return nil }
    return ((low: low, high: second.value), second.end)
  }

  /// "six of the eight": the group.
  private func group(_ pieces: [Piece], _ first: Numeral) -> (of: Double, end: Int)? {
    var index = first.end
    guard index + 1 < pieces.count else { return nil }
    if pieces[index].text == "out" { index += 1 }
    guard index + 1 < pieces.count, pieces[index].text == "of" else { return nil }
    index += 1
    if ["the", "its", "their", "his", "her", "our", "those", "these", "all", "a", "country"]
      .contains(pieces[index].text)
    {
      index += 1
    }
    guard let group = numerals.numeral(pieces, at: index), !group.isOrdinal,
      group.value >= first.value
    else { return nil }
    return (group.value, group.end)
  }

  /// Makes bounds of an amount by the words before and behind it.
  private func bound(_ amount: inout Amount, _ pieces: [Piece], from start: Int) {
    guard let value = amount.value else { return }
    if let before = lexicon.entry(pieces, before: start, .low, .high) {
      amount.value = nil
      if before.kind == .low { amount.low = value } else { amount.high = value }
      amount.rule = before.kind == .low ? "at-least" : "at-most"
    } else if let after = lexicon.entry(pieces, at: amount.end, .lowAfter, .highAfter) {
      amount.value = nil
      if after.kind == .lowAfter { amount.low = value } else { amount.high = value }
      amount.rule = after.kind == .lowAfter ? "at-least" : "at-most"
      amount.end += after.words.count
    }
  }
}
