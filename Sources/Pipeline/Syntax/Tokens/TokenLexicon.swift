import Tables

/// What the tokenizer knows about words: abbreviations, contractions, prefixes, units, and words that begin sentences.
package struct TokenLexicon: Sendable {
  /// What an abbreviation's full stop may mean.
  package enum Abbreviation: String, Sendable {
    case title, number, numeral, other
  }

  private var abbreviations: [String: Abbreviation] = [:]
  private var contractions: [String: Int] = [:]
  /// The clitics' bytes, the longest first.
  private(set) var clitics: [[UInt8]] = []
  private var prefixes: Set<String> = []
  private var units: Set<String> = []
  private var openers: Set<String> = []

  /// The compiled-in lexicons; what cannot be read is left out (a test reads them all).
  package init() {
    if let table = try? TabSeparatedTable(
      embedded: "lexicons/syntax/abbreviations.tsv", columns: 2, required: 2)
    {
      for row in table.rows { abbreviations[row[0]] = Abbreviation(rawValue: row[1]) }
    }
    if let table = try? TabSeparatedTable(
      embedded: "lexicons/syntax/splits.tsv", columns: 3, required: 2)
    {
      for row in table.rows { add(row) }
    }
    if let table = try? TabSeparatedTable(embedded: "lexicons/syntax/openers.tsv", columns: 1) {
      for row in table.rows { openers.insert(row[0]) }
    }
  }

  private mutating func add(_ row: TabSeparatedTable.Row) {
    switch row[1] {
    case "contraction": contractions[row[0]] = Int(row[2])
    case "clitic": clitics.append(Array(row[0].utf8))
    case "prefix": prefixes.insert(row[0])
    case "unit": units.insert(row[0])
    default: break
    }
  }

  /// What kind of abbreviation a form without its last stop is.
  func abbreviation(_ form: some Collection<UInt8>) -> Abbreviation? {
    form.count > 6 ? nil : abbreviations[String(decoding: form, as: UTF8.self)]
  }

  /// The length of a contraction's first word.
  func contraction(_ form: some Collection<UInt8>) -> Int? {
    form.count > 8 ? nil : contractions[lower(form)]
  }

  func isPrefix(_ form: some Collection<UInt8>) -> Bool {
    form.count < 8 && prefixes.contains(lower(form))
  }

  func isUnit(_ form: some Collection<UInt8>) -> Bool {
    form.count < 5 && units.contains(lower(form))
  }

  func isOpener(_ form: some Collection<UInt8>) -> Bool {
    form.count < 16 && openers.contains(lower(form))
  }

  private func lower(_ form: some Collection<UInt8>) -> String {
    String(decoding: form.map { (65...90).contains($0) ? $0 + 32 : $0 }, as: UTF8.self)
  }
}
