import Tables

/// The lines by which a page's furniture is known: headings of lists, calls to read, share and subscribe.
struct FurnitureWords: Sendable {
  enum Kind: Sendable {
    /// What follows is no more of the article, unless prose does.
    case end
    /// What follows is no more of the article.
    case stop
    /// Only the line, and what it heads, are not.
    case inline
  }

  /// A line is looked at only up to this many bytes: a longer one is prose.
  private static let longest = 160
  private static let leading = Set("([•*-–—>»|".unicodeScalars)
  private static let trailing = Set(":：>»….)]|!↓→›".unicodeScalars)
  private var whole: [String: Kind] = [:]
  /// By their first character, longest first.
  private var starts: [Character: [String]] = [:]
  /// What stands anywhere in the notice of a page that shows its readers only part of the article.
  private var paywalls: [String] = []
  /// What stands anywhere in a call to subscribe, follow, write or give.
  private var notices: [String] = []

  init() throws(TabSeparatedTable.Malformed) {
    let table = try TabSeparatedTable(
      embedded: "lexicons/pages/furniture.tsv", columns: 4, required: 3)
    for row in table.rows {
      let phrase = folded(row[0])
      switch (row[1], row[2]) {
      case ("end", "whole"): whole[phrase] = .end
      case ("stop", "whole"): whole[phrase] = .stop
      case ("inline", "whole"): whole[phrase] = .inline
      case ("paywall", "within"): paywalls.append(phrase)
      case ("inline", "within"): notices.append(phrase)
      case ("inline", "start"):
        if let first = phrase.first { starts[first, default: []].append(phrase) }
      default:
        throw .init(
          file: table.file, line: row.line, reason: "there is no \(row[1]) by \(row[2])")
      }
    }
  }

  /// Whether a segment is the notice of a page that shows only part of its article.
  func isPaywall(_ text: String) -> Bool { holds(text, paywalls) }

  /// Whether a segment, however long, is a call to read on, subscribe, follow, write or give.
  func isNotice(_ text: String) -> Bool { holds(text, notices) || holds(text, paywalls) }

  private func holds(_ text: String, _ phrases: [String]) -> Bool {
    guard text.utf8.count < 800 else { return false }
    let low = folded(text)
    return phrases.contains { low.holds($0) }
  }

  /// What a line is, where it is furniture.
  func kind(of line: String) -> Kind? {
    guard line.utf8.count <= Self.longest else { return nil }
    let line = folded(line)
    let scalars = line.unicodeScalars
    guard let front = scalars.firstIndex(where: { !$0.isPageSpace && !Self.leading.contains($0) })
    else { return nil }
    let text = line[front...]
    let last = scalars.lastIndex { !$0.isPageSpace && !Self.trailing.contains($0) } ?? front
    let bare = last >= front ? String(text[...last]) : String(text)
    if let kind = whole[bare] { return kind }
    guard let first = text.first else { return nil }
    for phrase in starts[first] ?? [] where text.hasPrefix(phrase) {
      // The phrase ends where a word does: "foto:" but not "fotografie".
      let rest = text.dropFirst(phrase.count)
      guard let last = phrase.unicodeScalars.last, let next = rest.unicodeScalars.first else {
        return .inline
      }
      if !last.isWordPart || !next.isWordPart { return .inline }
    }
    return nil
  }
}
