import Tables

/// Guesses a text's language by its script and its most frequent words.
///
/// Meant for texts whose page declares none. It looks at the first 4,000 words, and says nothing where fewer than four
/// frequent words are found or two languages come out even.
struct LanguageGuess: Sendable {
  private static let wordsLookedAt = 4_000
  private static let fewestHits = 3
  /// In the table's order.
  private var codes: [String] = []
  /// The languages whose frequent word it is, by index.
  private var languages: [String: [Int]] = [:]

  init() throws(TabSeparatedTable.Malformed) {
    let table = try TabSeparatedTable(
      embedded: "lexicons/pages/stopwords.tsv", columns: 2, required: 2)
    for row in table.rows {
      for word in row[1].split(separator: " ") {
        languages[folded(word), default: []].append(codes.count)
      }
      codes.append(row[0])
    }
  }

  /// BCP 47; nil where nothing speaks for one language.
  func language(of text: some StringProtocol) -> String? {
    if let code = Self.byScript(text) { return code }
    var hits = [Double](repeating: 0, count: codes.count)
    var words = 0
    var word = String.UnicodeScalarView()
    func count(_ word: String.UnicodeScalarView) {
      guard !word.isEmpty, let found = languages[folded(String(word))] else { return }
      // A word that many languages share says less.
      for index in found { hits[index] += 1 / Double(found.count) }
    }
    for scalar in text.unicodeScalars {
      if scalar.isWordPart {
        word.append(scalar)
      } else if !word.isEmpty {
        count(word)
        word = String.UnicodeScalarView()
        words += 1
        if words >= Self.wordsLookedAt { break }
      }
    }
    count(word)
    guard let best = hits.indices.max(by: { hits[$0] < hits[$1] }) else { return nil }
    let second = hits.indices.filter { $0 != best }.map { hits[$0] }.max() ?? 0
    return hits[best] >= Double(Self.fewestHits) && hits[best] > second ? codes[best] : nil
  }

  /// Scripts that one language's news is written in.
  private static func byScript(_ text: some StringProtocol) -> String? {
    var counts: [Int] = Array(repeating: 0, count: 8)
    var letters = 0
    for scalar in text.unicodeScalars.prefix(8_000) where scalar.value > 64 {
      letters += 1
      switch scalar.value {
      case 0x3040...0x30FF: counts[0] += 1
      case 0xAC00...0xD7A3: counts[1] += 1
      case 0x4E00...0x9FFF: counts[2] += 1
      case 0x10A0...0x10FF: counts[3] += 1
      case 0x530...0x58F: counts[4] += 1
      case 0xE00...0xE7F: counts[5] += 1
      case 0x980...0x9FF: counts[6] += 1
      case 0xB80...0xBFF: counts[7] += 1
      default: break
      }
    }
    guard letters > 0 else { return nil }
    if counts[0] * 8 > letters { return "ja" }
    for (count, code) in zip(counts.dropFirst(), ["ko", "zh", "ka", "hy", "th", "bn", "ta"])
    where count * 3 > letters {
      return code
    }
    return nil
  }
}
