import Tables

/// The lines that name who made a picture.
struct PictureCredits: Sendable {
  private var sources: Set<String> = []
  private var labels: Set<String> = []
  /// The bytes of the longest source.
  private var longestSource = 0

  /// A credit has no more characters than this, nor more words.
  private static let longest = 120
  private static let mostWords = 14
  /// A caption with its credit at its end has no more than this.
  private static let longestCaption = 320
  private static let parting = Set("/|©,;–—-·•()[]".unicodeScalars)

  init() throws(TabSeparatedTable.Malformed) {
    let table = try TabSeparatedTable(
      embedded: "lexicons/pages/picture_credits.tsv", columns: 2, required: 2)
    for row in table.rows {
      switch row[1] {
      case "source": sources.insert(folded(row[0]))
      case "label": labels.insert(folded(row[0]))
      default: throw .init(file: table.file, line: row.line, reason: "there is no class \(row[1])")
      }
    }
    longestSource = sources.reduce(0) { max($0, $1.utf8.count) }
  }

  /// Whether a line is nothing but a credit: "Getty Images", "AFP / Ada Quist", "Foto: Ada Quist".
  func isCredit(_ text: String) -> Bool {
    guard text.utf8.count <= Self.longest * 2 else { return false }
    let low = folded(text).trimmedSpace()
    guard low.unicodeScalars.count <= Self.longest,
      low.utf8.split(separator: 32).count <= Self.mostWords
    else { return false }
    if low.hasPrefix("©") || startsWithLabel(low) { return true }
    // Most lines that are none have nothing that would part a source from the rest.
    let isParted = low.unicodeScalars.contains { Self.parting.contains($0) }
    if !isParted { return low.utf8.count <= longestSource && sources.contains(low) }
    let pieces = low.unicodeScalars.split { Self.parting.contains($0) }
      .map { String($0).trimmedSpace() }.filter { !$0.isEmpty }
    // One piece alone is a credit where it is a source; of several one has to be.
    guard pieces.contains(where: { sources.contains($0) }) else { return false }
    let isMarked = low.unicodeScalars.contains { "/|©".unicodeScalars.contains($0) }
    return pieces.count == 1 || isMarked && !Self.isSentence(low)
  }

  /// Whether a line is a caption that ends in a credit, such as "The harbour (Photo: Ada Quist)".
  func isCaption(_ text: String) -> Bool {
    guard text.utf8.count <= Self.longestCaption,
      let last = text.unicodeScalars.last(where: { !$0.isPageSpace }),
      ")]".unicodeScalars.contains(last) || last.value > 127
    else { return false }
    let low = folded(text).trimmedSpace()
    guard low.last == ")" || low.last == "]", let open = low.lastIndex(where: { "([".contains($0) })
    else { return false }
    let inside = low[low.index(after: open)...].dropLast()
    return startsWithLabel(String(inside)) || inside.hasPrefix("©")
      || sources.contains(String(inside).trimmedSpace()) && inside.contains(" ")
  }

  /// Whether a text begins with a word for a picture and a colon.
  private func startsWithLabel(_ low: String) -> Bool {
    // By bytes first: few lines have a colon, and characters are slow to part.
    guard low.utf8.prefix(100).contains(where: { $0 == UInt8(ascii: ":") || $0 == 0xEF }),
      let colon = low.firstIndex(where: { $0 == ":" || $0 == "：" }),
      low.distance(from: low.startIndex, to: colon) <= 16
    else { return false }
    return labels.contains(low[..<colon].trimmedSpace())
  }

  private static func isSentence(_ low: String) -> Bool {
    guard let last = low.unicodeScalars.last, ".!?".unicodeScalars.contains(last) else {
      return false
    }
    return low.split(separator: " ").count >= 8
  }
}
