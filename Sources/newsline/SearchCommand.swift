import ArgumentParser
import Record
import Storage

/// `newsline search`: full text, with filters.
struct SearchCommand: ParsableCommand {
  /// How the hits are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search the store's articles by words, parties, events, speakers and days.",
    discussion: """
      Words and "phrases" are looked for in headlines and texts, whatever their case and accents. \
      Filters: actor:, said-by: (an id, or words of a name), type: (REJECT …), status: (planned …), \
      since:, until: (a year, month or day). All must hold; the best come first, and where there \
      are no words the latest.

      EXAMPLE: newsline search talks type:REJECT since:2021 --db news.db
      """)

  @Argument(help: "What is looked for.")
  var query: [String]

  @OptionGroup var store: StoreOptions

  @Option(help: "How hits are printed: table, or one JSON object.")
  var format = Format.table

  @Option(help: "How many hits are printed.")
  var limit = 20

  func validate() throws {
    guard (1...Archive.searchLimit).contains(limit) else {
      throw ValidationError("--limit takes a number from 1 to \(Archive.searchLimit).")
    }
  }

  func run() throws {
    let text = query.joined(separator: " ")
    let asked: SearchQuery
    do { asked = try SearchQuery(text) } catch { throw ValidationError(error.description) }
    guard !asked.isEmpty else {
      throw ValidationError(
        "Nothing to look for in \"\(text.prefix(60))\": type a word or a filter.")
    }
    let found = try store.open(for: .reading).search(asked, limit: limit)
    switch format {
    case .json:
      try StandardOutput.write(try JSONLineEncoder().encode(found) + "\n")
    case .table:
      try StandardOutput.write(found.hits.map(SearchTable.lines).joined())
      let total = found.total == Archive.searchLimit ? "\(found.total) or more" : "\(found.total)"
      Report.line(
        found.total == 0 ? "nothing found" : "\(found.hits.count) of \(total) articles")
    }
  }
}

/// Hits as a person reads them in a terminal.
enum SearchTable {
  /// Day, the article's address and headline; below them where it was found and what fits the filters.
  static func lines(_ hit: SearchHit) -> String {
    let article = hit.article
    let day = article.published.map { String($0.start.prefix(10)) } ?? "          "
    var lines = ["\(day)  \(article.document.prefix(16))  \(article.title ?? article.input)"]
    let excerpt = hit.excerpt.map { $0.matched ? "*\($0.text)*" : $0.text }.joined()
    if !excerpt.isEmpty { lines.append("            \(excerpt)") }
    for event in hit.events {
      let names = { (role: String) in
        event.parties.filter { $0.role == role }.map { $0.name ?? $0.text }.joined(separator: ", ")
      }
      let recipients = names("recipient")
      lines.append(
        "            \(event.type.rawValue) \(event.status.rawValue): \(names("actor"))"
          + (recipients.isEmpty ? "" : " → \(recipients)") + "  [\(event.id)]")
    }
    for statement in hit.statements {
      let speaker = statement.speakerName ?? statement.speakerText ?? ""
      lines.append("            \(speaker): \(statement.content)  [\(statement.id)]")
    }
    return lines.map { plain($0) + "\n" }.joined()
  }

  /// The text without what steers a terminal or turns the writing round: pages may hold anything.
  static func plain(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: result.append(" ")
      case .format: continue
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
