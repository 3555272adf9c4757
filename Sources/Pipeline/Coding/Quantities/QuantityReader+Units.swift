import Record
import Syntax

extension QuantityReader {
  // MARK: Units

  /// An amount with its unit and words; nil where the number turns out to be none.
  func finish(
    _ amount: Amount, _ pieces: [Piece], start: Int, number: Int, currency: String?,
    _ tree: SyntaxTree
  ) -> (quantity: QuantityFound, end: Int)? {
    let words = pieces[start].word..<(pieces[amount.end - 1].word + 1)
    var found = QuantityFound(
      words: begin(of: amount, pieces, start: start)..<words.upperBound,
      number: pieces[number].word,
      value: amount.value, low: amount.low, high: amount.high, of: amount.of,
      rule: "quantity/" + amount.rule)
    if let currency {
      found.unit = currency
      return (found, amount.end)
    }
    if let percent = lexicon.entry(pieces, at: amount.end, .percent) {
      let end = amount.end + percent.words.count
      found.unit = "percent"
      found.unitWord = pieces[end - 1].word
      found.words = found.words.lowerBound..<(pieces[end - 1].word + 1)
      return (found, end)
    }
    let unit = unit(behind: amount, pieces, tree)
    if pieces[number].text == "one", amount.of == nil, amount.rule == "number" {
      guard let unit, unit.words.lowerBound == words.upperBound else { return nil }
    }
    guard let unit else {
      return isBare(amount, pieces, number: number) ? nil : (found, amount.end)
    }
    if isNumbered(amount, pieces, number: number, unit, tree) { return nil }
    let last = unit.words.upperBound - 1
    found.words = found.words.lowerBound..<(last + 1)
    found.unitWord = last
    found.unit = lexicon.currency(unit.lemmas) ?? unit.lemmas.joined(separator: " ")
    let end = pieces[amount.end...].firstIndex { $0.word > last } ?? pieces.count
    return (found, end)
  }

  /// Whether figures number what they stand at: "the 32 Artillery Brigade", "the Nord Stream 2 pipeline".
  private func isNumbered(
    _ amount: Amount, _ pieces: [Piece], number: Int, _ unit: UnitPhrase, _ tree: SyntaxTree
  ) -> Bool {
    guard amount.rule == "number", pieces[number].digits > 0, let value = amount.value, value != 1,
      unit.words.lowerBound == pieces[number].word + 1,
      number == 0 || pieces[number - 1].text != "$"
    else { return false }
    let noun = tree.words[unit.words.upperBound - 1]
    if noun.xpos == "NNP" {
      return noun.form.count > 4 && noun.form != noun.form.uppercased()
        && noun.form.unicodeScalars.first?.properties.isUppercase == true
    }
    guard noun.xpos == "NN", unit.words.count > 1, pieces[number].word > 0 else { return false }
    let before = tree.words[pieces[number].word - 1]
    return before.upos == .propn && before.sentence == tree.words[pieces[number].word].sentence
      && pieces[number].digits < 3
  }

  /// The first word: that of the bound, where one stands before the number.
  private func begin(of amount: Amount, _ pieces: [Piece], start: Int) -> Int {
    guard
      let before = lexicon.entry(pieces, before: start, .low, .high, .about),
      amount.rule != "range"
    else { return pieces[start].word }
    return pieces[start - before.words.count].word
  }

  private func unit(behind amount: Amount, _ pieces: [Piece], _ tree: SyntaxTree) -> UnitPhrase? {
    var index = amount.end
    let number = pieces[amount.end - 1].word
    if index < pieces.count, pieces[index].text == "-", pieces[index].isGlued { index += 1 }
    if index < pieces.count, pieces[index].text == "of" {
      index += 1
      if index < pieces.count,
        ["the", "its", "their", "these", "those", "our", "his", "her"].contains(pieces[index].text)
      {
        index += 1
      }
    } else if index < pieces.count, amount.rule == "couple", pieces[index].text == "more" {
      index += 1
    }
    while index < pieces.count,
      ["more", "other", "further", "additional"].contains(pieces[index].text)
    {
      index += 1
    }
    guard index < pieces.count, pieces[index].word > number else { return nil }
    return UnitPhrase(at: pieces[index].word, number: number, in: tree)
  }

  /// Whether a number without a unit is more likely a mark than an amount: a year, a page, a score.
  private func isBare(_ amount: Amount, _ pieces: [Piece], number: Int) -> Bool {
    guard amount.rule == "number", pieces[number].digits > 0 else { return false }
    // "5G", "the 737", "Chelsea 2".
    let isGluedBehind =
      amount.end < pieces.count && pieces[amount.end].isGlued && pieces[amount.end].isLetters
    return isGluedBehind || number > 1 && pieces[number - 1].isCapital
  }
}
