import GRDB
import Record

/// The writing of the news line: each headline once by title, minute and site; a stored article's once by its address.
///
/// Text copied from a page has no site: its headlines are those of any site with their title and minute.
struct HeadlineStoring {
  let db: Database
  let readAt: String

  /// Adds the headlines that a page lists, as far as they are not there.
  func add(_ lines: [HeadlineRow]) throws {
    // Pages list the newest first, and numbers grow with time.
    for line in lines.reversed() {
      if let same = try twin(of: line) {
        // Another page may tell where the headline leads.
        if let url = line.url, same.url == nil, same.document == nil {
          try run("UPDATE headline SET url = ? WHERE number = ?", [url, same.number])
        }
        continue
      }
      if let url = line.url, try isStored(url) { continue }
      try insert(line, document: nil)
    }
  }

  /// Adds the line of a stored article, in the place of the one by which it was listed.
  func put(_ line: HeadlineRow, document: Int64) throws {
    let own = try Int64.fetchOne(
      statement("SELECT number FROM headline WHERE document = ?"), arguments: [document])
    var listed: [Int64] = []
    if let same = try twin(of: line) {
      if same.document == nil {
        listed.append(same.number)
      } else if same.document != document {
        // Two documents with one title, minute and site: a page and its copy under another address. One line is enough.
        if let own { try run("DELETE FROM headline WHERE number = ?", [own]) }
        return
      }
    }
    if let url = line.url {
      listed += try Int64.fetchAll(
        statement("SELECT number FROM headline WHERE url = ? AND document IS NULL ORDER BY number"),
        arguments: [url])
    }
    guard let kept = own ?? listed.first else {
      try insert(line, document: document)
      return
    }
    for number in listed where number != kept {
      try run("DELETE FROM headline WHERE number = ?", [number])
    }
    try run(
      """
      UPDATE headline SET title = ?, folded = ?, url = coalesce(?, url),
        site = coalesce(nullif(?, ''), site), section = ?, published = ?,
        grain = ?, minute = ?, moment = ?, day = ?, document = ? WHERE number = ?
      """,
      [
        line.title, line.folded, line.url, line.site, line.section, line.published?.start,
        line.published?.grain.rawValue, line.minute, line.moment.text, line.moment.day, document,
        kept,
      ])
  }

  private struct Twin {
    let number: Int64
    let url: String?
    let document: Int64?
  }

  private func twin(of line: HeadlineRow) throws -> Twin? {
    try Row.fetchOne(
      statement(
        """
        SELECT number, url, document FROM headline
        WHERE folded = ?1 AND minute = ?2 AND (site = ?3 OR minute <> '' AND '' IN (site, ?3))
        ORDER BY site <> ?3, number LIMIT 1
        """),
      arguments: [line.folded, line.minute, line.site]
    ).map { Twin(number: $0["number"], url: $0["url"], document: $0["document"]) }
  }

  private func isStored(_ url: String) throws -> Bool {
    try Int.fetchOne(
      statement("SELECT 1 FROM headline WHERE url = ? AND document IS NOT NULL LIMIT 1"),
      arguments: [url]) != nil
  }

  private func insert(_ line: HeadlineRow, document: Int64?) throws {
    try run(
      """
      INSERT INTO headline (title, folded, url, site, section, published, grain, minute, moment,
        day, marks, document, first_read) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        line.title, line.folded, line.url, line.site, line.section, line.published?.start,
        line.published?.grain.rawValue, line.minute, line.moment.text, line.moment.day,
        line.marks.map(\.rawValue).joined(separator: " "), document, readAt,
      ])
  }

  private func statement(_ sql: String) throws -> GRDB.Statement {
    try db.cachedStatement(sql: sql)
  }

  private func run(_ sql: String, _ arguments: StatementArguments) throws {
    try statement(sql).execute(arguments: arguments)
  }
}
