import Tables

/// Tells whose report an article is, where an agency is credited.
struct WireCredits: Sendable {
  private var names: [String: String] = [:]

  /// A dateline, or a credit at the end, stands within so many characters.
  private static let longestDateline = 80
  private static let longestEnd = 60

  init() throws(TabSeparatedTable.Malformed) {
    let table = try TabSeparatedTable(embedded: "lexicons/pages/wires.tsv", columns: 2, required: 2)
    for row in table.rows { names[folded(row[0])] = row[1] }
  }

  /// The agency that a page names as its author, in the dateline ("LINDOW (Reuters) - "), or at the text's end ("(dpa)").
  func credit(of authors: [String], text: String) -> String? {
    for author in authors {
      for piece in author.split(whereSeparator: { ",;/|()&+".contains($0) }) {
        if let name = names[folded(piece).trimmedSpace()] { return name }
      }
    }
    return inDateline(text) ?? atEnd(text)
  }

  /// "LINDOW, March 4 (Reuters) – Two cranes …": the brackets end the dateline, or a dash follows them.
  private func inDateline(_ text: String) -> String? {
    let start = text.prefix(Self.longestDateline)
    guard let open = start.firstIndex(of: "("), let close = start[open...].firstIndex(of: ")")
    else { return nil }
    let after = start[start.index(after: close)...].trimmedSpace()
    guard let next = after.unicodeScalars.first, "-–—―:.".unicodeScalars.contains(next) else {
      return nil
    }
    return name(in: start[start.index(after: open)..<close])
  }

  private func atEnd(_ text: String) -> String? {
    let end = text.suffix(Self.longestEnd).trimmedSpace()
    if end.last == ")", let open = end.lastIndex(of: "(") {
      return name(in: end[end.index(after: open)...].dropLast())
    }
    // A line of its own.
    guard let line = end.split(whereSeparator: \.isNewline).last, line.count < 30,
      end.contains(where: \.isNewline)
    else { return nil }
    return name(in: line)
  }

  /// The first agency of several, as in "dpa/afp".
  private func name(in text: some StringProtocol) -> String? {
    let pieces = text.split { "/,&+|".contains($0) }.map { folded($0).trimmedSpace() }
    guard !pieces.isEmpty, let first = names[pieces[0]] else { return nil }
    return first
  }
}
