import Tables

/// Guesses a text's language by its script and its most frequent words.
///
/// Meant for texts whose page declares none. It looks at the first 4,000 words, and says nothing where fewer than four
/// frequent words are found or two languages come out even.
struct LanguageGuess: Sendable {
  private static let wordsLookedAt = 4_000
  private static let fewestHits = 3
  /// A declared language yields to so many words of another, so many times as its own.
  private static let fewestAgainst = 12.0
  private static let timesAgainst = 3.0
  /// Languages too near one another for frequent words to tell.
  private static let kin: [Set<String>] = [
    ["no", "nb", "nn", "da", "sv"], ["hr", "sr", "bs", "sl", "sh"], ["id", "ms"], ["cs", "sk"],
    ["es", "ca", "gl", "pt"], ["nl", "af"], ["az", "tr"], ["fa", "ps", "ar", "ur"],
    ["ru", "uk", "be", "bg", "mk"], ["zh", "yue"], ["de", "gsw", "lb", "nds"],
  ]
  /// In the table's order.
  private var codes: [String] = []
  /// The languages whose frequent word it is, by index; the words by their hashes.
  private var languages: [UInt64: [Int]] = [:]

  init() throws(TabSeparatedTable.Malformed) {
    let table = try TabSeparatedTable(
      embedded: "lexicons/pages/stopwords.tsv", columns: 2, required: 2)
    for row in table.rows {
      for word in row[1].split(separator: " ") {
        languages[NameHash.of(folded(word)), default: []].append(codes.count)
      }
      codes.append(row[0])
    }
  }

  /// Whether a word is among the most frequent of a language, or of any where none is known.
  func isFrequent(_ word: some StringProtocol, in language: String?) -> Bool {
    guard let found = languages[NameHash.of(folded(word))] else { return false }
    guard let own = language?.prefix(while: { $0 != "-" }), codes.contains(String(own)) else {
      return true
    }
    return found.contains { codes[$0] == own }
  }

  /// BCP 47; nil where nothing speaks for one language.
  func language(of text: some StringProtocol) -> String? {
    if let code = Self.byScript(text) { return code }
    let hits = hits(in: text)
    guard let best = hits.indices.max(by: { hits[$0] < hits[$1] }) else { return nil }
    let second = hits.indices.filter { $0 != best }.map { hits[$0] }.max() ?? 0
    return hits[best] >= Double(Self.fewestHits) && hits[best] > second ? codes[best] : nil
  }

  /// The language that a text is in where it can't be the one that its page declares; nil where it may be.
  ///
  /// A declared language is given up only where its own words are few beside another's, and never for its near kin.
  func correction(of declared: String, by text: some StringProtocol) -> String? {
    let own = String(declared.prefix { $0 != "-" })
    let kin = Self.kin.first { $0.contains(own) } ?? [own]
    if let code = Self.byScript(text) { return kin.contains(code) ? nil : code }
    guard codes.contains(own) else { return nil }
    let hits = hits(in: text)
    guard let best = hits.indices.max(by: { hits[$0] < hits[$1] }), !kin.contains(codes[best]),
      hits[best] >= Self.fewestAgainst
    else { return nil }
    let declaredHits = codes.indices.filter { codes[$0] == own }.map { hits[$0] }.max() ?? 0
    return declaredHits * Self.timesAgainst < hits[best] ? codes[best] : nil
  }

  /// How often each language's frequent words stand in a text.
  private func hits(in text: some StringProtocol) -> [Double] {
    var hits = [Double](repeating: 0, count: codes.count)
    let table = ScalarTable.shared
    var words = 0
    var word = NameHash()
    var isOpen = false
    func count(_ word: NameHash) {
      guard let found = languages[word.value] else { return }
      // A word that many languages share says less.
      for index in found { hits[index] += 1 / Double(found.count) }
    }
    func add(_ value: UInt32) {
      guard value != ScalarTable.dropped, let scalar = Unicode.Scalar(value) else { return }
      if value < 128 {
        word.add(UInt8(value))
      } else {
        for byte in UTF8.encode(scalar) ?? .init() { word.add(byte) }
      }
    }
    for scalar in text.unicodeScalars {
      if scalar.isWordPart {
        isOpen = true
        let value = table.fold(scalar)
        if value == ScalarTable.several {
          for lower in scalar.properties.lowercaseMapping.unicodeScalars {
            add(ScalarTable.equal(lower.value))
          }
        } else {
          add(value)
        }
      } else if isOpen {
        count(word)
        word = NameHash()
        isOpen = false
        words += 1
        if words >= Self.wordsLookedAt { break }
      }
    }
    if isOpen { count(word) }
    return hits
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
