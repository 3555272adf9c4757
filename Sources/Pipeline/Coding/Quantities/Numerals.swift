import Tables

/// A number as it stands in a text.
struct Numeral: Sendable, Equatable {
  /// What it amounts to.
  var value: Double
  /// One past its last piece.
  var end: Int
  /// Whether it is a rank ("third", "3rd").
  var isOrdinal = false
  /// Whether it stands in figures alone, without separators, decimals or a scale.
  var isPlainFigure = false
  /// How many digits such a figure has.
  var digits = 0
}

/// Reads numbers in words and figures: "1,250", "3.5 million", "two hundred and six", "a dozen", "twenty-first".
///
/// Cost: constant a piece; a number of more than twenty pieces is cut there.
struct Numerals: Sendable {
  enum Class: String, CaseIterable {
    case zero, unit, teen, ten, hundred, scale, dozen, fraction, group
    case scaleSign = "scale-sign"
    case ordinalUnit = "ordinal-unit"
    case ordinalTeen = "ordinal-teen"
  }

  private let words: [String: (class: Class, value: Double)]

  /// Reads tables of number words; later ones replace words of earlier ones.
  init(_ tables: [TabSeparatedTable]) throws {
    var words: [String: (class: Class, value: Double)] = [:]
    for table in tables {
      for row in table.rows {
        let kind: Class = try table.class(in: row)
        guard let value = Double(row[2]), value.isFinite else {
          throw TabSeparatedTable.Malformed(
            file: table.file, line: row.line, reason: "the value \"\(row[2])\" is no number")
        }
        words[row[0].lowercased()] = (kind, value)
      }
    }
    self.words = words
  }

  /// All number words.
  var forms: some Sequence<String> { words.keys }

  /// What a word is among number words.
  func entry(_ word: String) -> (class: Class, value: Double)? { words[word] }

  /// The number that begins at a piece; nil where none does.
  func numeral(_ pieces: [Piece], at start: Int) -> Numeral? {
    guard start < pieces.count else { return nil }
    return pieces[start].digits > 0 ? figure(pieces, at: start) : spelled(pieces, at: start)
  }

  private func figure(_ pieces: [Piece], at start: Int) -> Numeral? {
    guard let first = pieces[start].number else { return nil }
    var numeral = Numeral(
      value: Double(first), end: start + 1, isPlainFigure: true, digits: pieces[start].digits)
    if pieces[start].digits <= 3 {
      while groups(pieces, ",", at: numeral.end, digits: 3),
        let group = pieces[numeral.end + 1].number
      {
        numeral.value = numeral.value * 1000 + Double(group)
        numeral.end += 2
        numeral.isPlainFigure = false
      }
    }
    if groups(pieces, ".", at: numeral.end, digits: nil), let part = pieces[numeral.end + 1].number,
      !(numeral.end + 2 < pieces.count && groups(pieces, ".", at: numeral.end + 2, digits: nil))
    {
      var scale = 1.0
      for _ in 0..<pieces[numeral.end + 1].digits { scale *= 10 }
      numeral.value += Double(part) / scale
      numeral.end += 2
      numeral.isPlainFigure = false
    }
    if numeral.isPlainFigure, numeral.end < pieces.count, pieces[numeral.end].isGlued,
      ["st", "nd", "rd", "th"].contains(pieces[numeral.end].text)
    {
      numeral.end += 1
      numeral.isOrdinal = true
      numeral.isPlainFigure = false
      return numeral
    }
    scale(&numeral, pieces)
    return numeral
  }

  /// Whether a separator and so many digits follow, all touching.
  private func groups(_ pieces: [Piece], _ mark: String, at index: Int, digits: Int?) -> Bool {
    guard index + 1 < pieces.count, pieces[index].text == mark, pieces[index].isGlued,
      pieces[index + 1].isGlued, pieces[index + 1].digits > 0
    else { return false }
    return digits.map { pieces[index + 1].digits == $0 } ?? true
  }

  private func scale(_ numeral: inout Numeral, _ pieces: [Piece]) {
    var index = numeral.end
    if index + 1 < pieces.count, pieces[index].text == "-", pieces[index].isGlued { index += 1 }
    guard index < pieces.count, let entry = words[pieces[index].text] else { return }
    let fits =
      switch entry.class {
      case .hundred, .scale, .dozen: pieces[index].digits == 0
      case .scaleSign: pieces[index].isGlued && index == numeral.end
      default: false
      }
    guard fits else { return }
    numeral.value *= entry.value
    numeral.end = index + 1
    numeral.isPlainFigure = false
  }

  private func spelled(_ pieces: [Piece], at start: Int) -> Numeral? {
    var index = start
    var (total, current) = (0.0, 0.0)
    var last: Class?
    if pieces[index].text == "half", index + 2 < pieces.count, pieces[index + 1].text == "a",
      let scale = words[pieces[index + 2].text], scale.class == .scale || scale.class == .dozen
    {
      return Numeral(value: scale.value / 2, end: index + 3)
    }
    // "a hundred", "a dozen": the article counts only before these.
    if pieces[index].text == "a" || pieces[index].text == "an" {
      guard index + 1 < pieces.count, let next = words[pieces[index + 1].text],
        [.hundred, .scale, .dozen].contains(next.class)
      else { return nil }
      index += 1
      current = 1
      last = .unit
    }
    var end = start
    while index < pieces.count, index < start + 20 {
      guard let entry = words[pieces[index].text] else { break }
      switch entry.class {
      case .zero where last == nil:
        return Numeral(value: 0, end: index + 1)
      case .unit where last == nil || last == .ten || last == .hundred || last == .scale:
        current += entry.value
      case .teen where last == nil || last == .hundred || last == .scale,
        .ten where last == nil || last == .hundred || last == .scale:
        current += entry.value
      case .hundred where last == .unit || last == .teen:
        current *= entry.value
      case .dozen where last != nil && current < 100:
        current *= entry.value
      case .scale where last != nil && last != .dozen && (current > 0 || total > 0):
        total = (current > 0 ? total + current * entry.value : total * entry.value)
        current = 0
      case .ordinalUnit where last == nil || last == .ten || last == .hundred || last == .scale,
        .ordinalTeen where last == nil || last == .hundred || last == .scale:
        return Numeral(value: total + current + entry.value, end: index + 1, isOrdinal: true)
      default:
        return last == nil ? nil : Numeral(value: total + current, end: end)
      }
      last = entry.class
      index += 1
      end = index
      guard index + 1 < pieces.count else { continue }
      if pieces[index].text == "-", pieces[index].isGlued, words[pieces[index + 1].text] != nil {
        index += 1
      } else if pieces[index].text == "and", entry.class == .hundred || entry.class == .scale,
        let next = words[pieces[index + 1].text],
        [.unit, .teen, .ten, .ordinalUnit, .ordinalTeen].contains(next.class),
        current + total >= 100
      {
        index += 1
      }
    }
    return last == nil ? nil : Numeral(value: total + current, end: end)
  }
}
