import FoundationEssentials
import GRDB
import Record

/// What became of a document that was stored.
public struct StoredOutcome: Sendable, Equatable {
  /// The ways it can go.
  public enum Kind: String, Sendable, CaseIterable {
    /// A document that was not there.
    case new
    /// A known document with another text: a revision was added, the old ones are kept.
    case changed
    /// A revision that was there already.
    case unchanged
    /// A revision that was there already, whose record another model or other lexicons have now made anew.
    case recoded
  }

  /// What became of it.
  public var kind: Kind
  /// What the caller named it.
  public var input: String
  /// Names the thing.
  public var document: String
  /// Names the revision.
  public var revision: String
}

extension Archive {
  /// Stores documents in one transaction; what it returns is kept.
  ///
  /// Storing the same documents again changes nothing. The headlines that a page lists are kept even where its text is
  /// known. Cost: about a millisecond a page; another writer's batch is waited for.
  ///
  /// - Throws: ``ArchiveError``; then nothing of the batch is stored.
  @discardableResult
  public func store(_ entries: [Entry], readAt: Date) throws -> [StoredOutcome] {
    guard !entries.isEmpty else { return [] }
    let stamp = readAt.ISO8601Format()
    return try write { db in
      let before = db.totalChangesCount
      let storing = Storing(db: db, readAt: stamp)
      let outcomes = try entries.map(storing.store)
      if db.totalChangesCount != before {
        try db.execute(sql: "UPDATE change SET number = number + 1")
      }
      return outcomes
    }
  }

  /// Stores documents in one transaction, laying them out first.
  @discardableResult
  public func store(_ documents: [Document], readAt: Date) throws -> [StoredOutcome] {
    try store(documents.map { try Entry($0) }, readAt: readAt)
  }

  /// Whether this revision is stored and was made by the same program, model and lexicons.
  public func has(revision: String, madeBy producer: Producer) throws -> Bool {
    let producer = try JSONLineEncoder().encode(producer)
    return try read { db in
      try String.fetchOne(
        db.cachedStatement(sql: "SELECT producer FROM revision WHERE id = ?"),
        arguments: [revision]) == producer
    }
  }
}

/// The writing of a batch, inside its transaction.
struct Storing {
  let db: Database
  let readAt: String

  func store(_ entry: Entry) throws -> StoredOutcome {
    StoredOutcome(
      kind: try put(entry), input: entry.input, document: entry.document, revision: entry.revision)
  }

  private func put(_ entry: Entry) throws -> StoredOutcome.Kind {
    let headlines = HeadlineStoring(db: db, readAt: readAt)
    guard entry.isWhole else {
      try headlines.add(entry.headlines)
      return .unchanged
    }
    let known = try Row.fetchOne(
      statement("SELECT number, document, producer FROM revision WHERE id = ?"),
      arguments: [entry.revision])
    if let known {
      try headlines.add(entry.headlines)
      if known["producer"] == entry.producer { return .unchanged }
      let (revision, document): (Int64, Int64) = (known["number"], known["document"])
      try replaceRecord(of: revision, by: entry)
      if try current(document) == revision { try show(entry, document, revision) }
      return .recoded
    }
    if let document = try Int64.fetchOne(
      statement("SELECT number FROM document WHERE id = ?"), arguments: [entry.document])
    {
      let revision = try insertRevision(entry, of: document)
      if try !isOlder(entry, than: current(document)) { try show(entry, document, revision) }
      try headlines.add(entry.headlines)
      return .changed
    }
    try run(
      "INSERT INTO document (id, moment, day, first_read) VALUES (?, '', '', ?)",
      [entry.document, readAt])
    let document = db.lastInsertedRowID
    try show(entry, document, insertRevision(entry, of: document))
    try headlines.add(entry.headlines)
    return .new
  }

  private func current(_ document: Int64) throws -> Int64? {
    try Int64.fetchOne(
      statement("SELECT revision FROM document WHERE number = ?"), arguments: [document])
  }

  /// Whether a page says itself that it is an earlier state than the current one: an old copy read late.
  private func isOlder(_ entry: Entry, than revision: Int64?) throws -> Bool {
    guard let revision, !entry.edited.text.isEmpty else { return false }
    let shown = try String.fetchOne(
      statement("SELECT edited FROM revision WHERE number = ?"), arguments: [revision])
    return entry.edited.text < shown ?? ""
  }

  private func insertRevision(_ entry: Entry, of document: Int64) throws -> Int64 {
    let page = entry.page
    try run(
      """
      INSERT INTO revision (document, id, input, url, canonical_url, site, title, section, language,
        published, grain, moment, day, edited, opening, read_at, producer)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        document, entry.revision, page.input, page.url, page.canonicalURL, page.site, page.title,
        page.section, page.language, page.published?.start, page.published?.grain.rawValue,
        entry.moment.text, entry.moment.day, entry.edited.text, entry.opening, readAt,
        entry.producer,
      ])
    let revision = db.lastInsertedRowID
    try run(
      "INSERT INTO record (revision, size, deflated) VALUES (?, ?, ?)",
      [revision, entry.record.size, entry.record.bytes])
    return revision
  }

  /// The page's own fields go with the record: another version may read them better.
  private func replaceRecord(of revision: Int64, by entry: Entry) throws {
    let page = entry.page
    try run(
      """
      UPDATE revision SET url = ?, site = ?, title = ?, section = ?, language = ?, published = ?,
        grain = ?, moment = ?, day = ?, edited = ?, opening = ?, producer = ? WHERE number = ?
      """,
      [
        page.url, page.site, page.title, page.section, page.language, page.published?.start,
        page.published?.grain.rawValue, entry.moment.text, entry.moment.day, entry.edited.text,
        entry.opening, entry.producer, revision,
      ])
    try run(
      "UPDATE record SET size = ?, deflated = ? WHERE revision = ?",
      [entry.record.size, entry.record.bytes, revision])
  }

  /// Makes a revision the document's current one, which is the one that can be looked up.
  private func show(_ entry: Entry, _ document: Int64, _ revision: Int64) throws {
    let index = IndexStoring(db: db, document: document)
    if try current(document) != nil { try index.clear() }
    try run(
      "UPDATE document SET revision = ?, moment = ?, day = ? WHERE number = ?",
      [revision, entry.moment.text, entry.moment.day, document])
    try index.fill(entry)
    if let line = HeadlineRow(article: entry.page) {
      try HeadlineStoring(db: db, readAt: readAt).put(line, document: document)
    }
  }

  private func statement(_ sql: String) throws -> GRDB.Statement {
    try db.cachedStatement(sql: sql)
  }

  private func run(_ sql: String, _ arguments: StatementArguments) throws {
    try statement(sql).execute(arguments: arguments)
  }
}
