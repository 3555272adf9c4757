import Tables

/// The words of bylines: what introduces names, and what stands there without being a person.
struct BylineWords: Sendable {
  /// Longest first.
  private(set) var introductions: [String] = []
  private(set) var agencies: Set<String> = []
  private(set) var roles: Set<String> = []

  init() throws(TabSeparatedTable.Malformed) {
    let table = try TabSeparatedTable(
      embedded: "lexicons/pages/bylines.tsv", columns: 3, required: 2)
    for row in table.rows {
      let form = folded(row[0])
      switch row[1] {
      case "by": introductions.append(form)
      case "agency": agencies.insert(form)
      case "role": roles.insert(form)
      default: throw .init(file: table.file, line: row.line, reason: "there is no class \(row[1])")
      }
    }
    introductions.sort { ($0.utf8.count, $1) > ($1.utf8.count, $0) }
  }

  /// What follows a word that introduces a byline, where a text begins with one.
  func namesAfterIntroduction(_ text: String) -> String? {
    let low = folded(text)
    for introduction in introductions where low.hasPrefix(introduction) {
      let rest = text.dropFirst(introduction.count)
      guard let next = rest.unicodeScalars.first, next.isPageSpace || next == ":" || next == "："
      else {
        continue
      }
      return String(
        Substring(rest.unicodeScalars.drop { $0.isPageSpace || $0 == ":" || $0 == "：" }))
    }
    return nil
  }
}
