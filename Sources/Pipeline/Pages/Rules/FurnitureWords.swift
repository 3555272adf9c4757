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
  /// A notice has fewer bytes than this.
  private static let longestNotice = 800
  private static let leading = Set("([•*-–—>»|".unicodeScalars)
  private static let trailing = Set(":：>»….)]|!↓→›".unicodeScalars)
  private var whole: [String: Kind] = [:]
  /// The bytes of the longest of them.
  private var longestWhole = 0
  private let starts: PrefixTable
  /// What stands anywhere in the notice of a page that shows its readers only part of the article.
  private let paywalls: PhraseFinder
  /// The same, and what stands anywhere in a call to subscribe, follow, write or give.
  private let notices: PhraseFinder

  init() throws(TabSeparatedTable.Malformed) {
    let table = try TabSeparatedTable(
      embedded: "lexicons/pages/furniture.tsv", columns: 4, required: 3)
    var starts: [String] = []
    var paywalls: [String] = []
    var notices: [String] = []
    for row in table.rows {
      let phrase = folded(row[0])
      switch (row[1], row[2]) {
      case ("end", "whole"): whole[phrase] = .end
      case ("stop", "whole"): whole[phrase] = .stop
      case ("inline", "whole"): whole[phrase] = .inline
      case ("paywall", "within"): paywalls.append(phrase)
      case ("inline", "within"): notices.append(phrase)
      case ("inline", "start"): starts.append(phrase)
      default:
        throw .init(
          file: table.file, line: row.line, reason: "there is no \(row[1]) by \(row[2])")
      }
    }
    longestWhole = whole.keys.reduce(0) { max($0, $1.utf8.count) }
    self.starts = PrefixTable(starts)
    self.paywalls = PhraseFinder(paywalls)
    self.notices = PhraseFinder(notices + paywalls)
  }

  /// Whether a segment is the notice of a page that shows only part of its article.
  func isPaywall(_ text: String) -> Bool { holds(text, paywalls) }

  /// Whether a segment, however long, is a call to read on, subscribe, follow, write or give.
  func isNotice(_ text: String) -> Bool { holds(text, notices) }

  private func holds(_ text: String, _ phrases: PhraseFinder) -> Bool {
    text.utf8.count < Self.longestNotice && withFolded(text) { phrases.isFound(in: $0) }
  }

  /// What a line is, where it is furniture.
  func kind(of line: String) -> Kind? {
    guard line.utf8.count <= Self.longest else { return nil }
    let line = folded(line)
    let scalars = line.unicodeScalars
    guard let front = scalars.firstIndex(where: { !$0.isPageSpace && !Self.leading.contains($0) })
    else { return nil }
    let text = scalars[front...]
    let last = scalars.lastIndex { !$0.isPageSpace && !Self.trailing.contains($0) } ?? front
    let bare = Substring(last >= front ? text[...last] : text)
    if bare.utf8.count <= longestWhole, let kind = whole[String(bare)] { return kind }
    let begins = withFolded(Substring(text)) { text in
      // The phrase ends where a word does: "foto:" but not "fotografie".
      starts.first(of: text) { phrase in
        guard phrase.count < text.count else { return true }
        return !UTF8Bytes.lastScalar(phrase).isWordPart
          || !UTF8Bytes.scalar(text, phrase.count).0.isWordPart
      } != nil
    }
    return begins ? .inline : nil
  }
}
