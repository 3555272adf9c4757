import Record
import Tables

/// The words beside a headline that say what the item holds, and how they are taken off.
struct HeadlineMarks: Sendable {
  private var marks: [String: Headline.Mark] = [:]

  init() throws(TabSeparatedTable.Malformed) {
    let table = try TabSeparatedTable(embedded: "lexicons/pages/marks.tsv", columns: 3, required: 2)
    for row in table.rows {
      guard let mark = Headline.Mark(rawValue: row[1]) else {
        throw .init(file: table.file, line: row.line, reason: "there is no mark \(row[1])")
      }
      marks[folded(row[0])] = mark
    }
  }

  /// The marks that a text consists of, such as those of "PHOTO/VIDEO"; nil where it holds anything else.
  func all(in text: some StringProtocol) -> [Headline.Mark]? {
    if let mark = marks[folded(text).trimmedSpace()] { return [mark] }
    var found: [Headline.Mark] = []
    let parts = text.split { "/+,&|".contains($0) }
    guard parts.count > 1 else { return nil }
    for part in parts {
      guard let mark = marks[folded(part).trimmedSpace()] else { return nil }
      if !found.contains(mark) { found.append(mark) }
    }
    return found
  }

  /// A headline without its marks: those in brackets, after a dash at its end, or before a colon at its start.
  func split(_ headline: String) -> (title: String, marks: [Headline.Mark]) {
    var title = headline.trimmedSpace()
    var found: [Headline.Mark] = []
    while let (rest, marks) = takenOff(title) {
      for mark in marks where !found.contains(mark) { found.append(mark) }
      title = rest
    }
    return (title, found)
  }

  private func takenOff(_ title: String) -> (String, [Headline.Mark])? {
    for (open, close) in [("(", ")"), ("[", "]"), ("«", "»")] as [(Character, Character)] {
      if title.last == close, let start = title.lastIndex(of: open) {
        let inside = title[title.index(after: start)...].dropLast()
        let rest = title[..<start].trimmedSpace()
        if !rest.isEmpty, let marks = all(in: inside) { return (rest, marks) }
      }
      if title.first == open, let end = title.firstIndex(of: close) {
        let inside = title[title.index(after: title.startIndex)..<end]
        let rest = title[title.index(after: end)...].trimmedSpace()
        if !rest.isEmpty, let marks = all(in: inside) { return (rest, marks) }
      }
    }
    let dashes: Set<Character> = ["-", "–", "—", "|", "/", "―", "•"]
    if let dash = title.lastIndex(where: dashes.contains) {
      let rest = title[..<dash]
      if rest.last?.isWhitespace == true || title[dash] == "|" || title[dash] == "—",
        let marks = all(in: title[title.index(after: dash)...])
      {
        let before = rest.trimmedSpace()
        if !before.isEmpty { return (before, marks) }
      }
      // "- PHOTO/VIDEO": the slash stands within the marks.
      if title[dash] == "/",
        let earlier = rest.lastIndex(where: { dashes.contains($0) && $0 != "/" }),
        let marks = all(in: title[title.index(after: earlier)...])
      {
        let before = title[..<earlier].trimmedSpace()
        if !before.isEmpty { return (before, marks) }
      }
    }
    if let colon = title.firstIndex(where: { $0 == ":" || $0 == "|" }),
      title.distance(from: title.startIndex, to: colon) <= 24,
      let marks = all(in: title[..<colon])
    {
      let after = title[title.index(after: colon)...].trimmedSpace()
      if !after.isEmpty { return (after, marks) }
    }
    return nil
  }
}
