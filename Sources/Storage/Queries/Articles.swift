import FoundationEssentials
import GRDB
import Record

/// A stored revision as lists show it.
public struct ArticleSummary: Sendable, Equatable, Encodable {
  /// Names the thing: the article's address on the site is its first 16 characters.
  public var document: String
  /// Names the revision: items are called by its first 16 characters, a hyphen, and their own id.
  public var revision: String
  /// What the reader named it.
  public var input: String
  /// Its address on the web.
  public var url: String?
  /// The registrable host.
  public var site: String?
  /// The headline.
  public var title: String?
  /// The section.
  public var section: String?
  /// BCP 47.
  public var language: String?
  /// When it was published, as printed.
  public var published: Stamp?
  /// The first paragraph, or its beginning.
  public var opening: String
  /// When this revision was first read, in UTC.
  public var readAt: String
  /// Whether it is the document's current revision.
  public var isCurrent: Bool

  let number: Int64
  let moment: String
  let documentNumber: Int64

  enum CodingKeys: String, CodingKey {
    case document, revision, input, url, site, title, section, language, published, opening
    case readAt = "read_at"
    case isCurrent = "is_current"
  }

  static let columns = """
    d.id AS document, r.id AS revision, r.input, coalesce(r.canonical_url, r.url) AS url, r.site,
    r.title, r.section, r.language, r.published, r.grain, r.opening, r.read_at, r.number, r.moment,
    d.number AS document_number, d.revision = r.number AS is_current
    """

  init(_ row: Row) {
    document = row["document"]
    revision = row["revision"]
    input = row["input"]
    url = webAddress(row["url"])
    site = row["site"]
    title = row["title"]
    section = row["section"]
    language = row["language"]
    published = stamp(row["published"], row["grain"])
    opening = row["opening"]
    readAt = row["read_at"]
    isCurrent = row["is_current"]
    number = row["number"]
    moment = row["moment"]
    documentNumber = row["document_number"]
  }

  var key: PageKey { PageKey(sort: moment, number: documentNumber) }
}

/// A stored article with its record and all its revisions.
public struct Article: Sendable {
  /// The revision asked for.
  public var summary: ArticleSummary
  /// Its record as `newsline code` printed it: one JSON object.
  public var json: [UInt8]
  /// All revisions of the document, the first read first.
  public var revisions: [ArticleSummary]

  /// The record.
  public func record() throws -> Document {
    try JSONDecoder().decode(Document.self, from: Data(json))
  }
}

extension Archive {
  /// An article by its document's id, a revision's, or the first 16 characters or more of either; nil where none is.
  ///
  /// A document's id gives its current revision.
  public func article(_ id: String) throws -> Article? {
    guard let range = IdentifierRange(id) else { return nil }
    return try read { db in
      guard let row = try self.row(range, db) else { return nil }
      let summary = ArticleSummary(row)
      let revisions = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT \(ArticleSummary.columns) FROM revision r JOIN document d ON d.number = r.document
            WHERE d.number = ? ORDER BY r.number
            """), arguments: [summary.documentNumber]
      ).map(ArticleSummary.init)
      return Article(
        summary: summary, json: try self.json(revision: summary.number, db), revisions: revisions)
    }
  }

  /// What lists show of an article, without its record.
  public func summary(_ id: String) throws -> ArticleSummary? {
    guard let range = IdentifierRange(id) else { return nil }
    return try read { db in try self.row(range, db).map(ArticleSummary.init) }
  }

  private func row(_ range: IdentifierRange, _ db: Database) throws -> Row? {
    // A document without an address of its own bears its revision's id: then both ways lead to it.
    for (join, column) in [("r.number = d.revision", "d.id"), ("r.document = d.number", "r.id")] {
      let found = try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT \(ArticleSummary.columns) FROM document d JOIN revision r ON \(join)
            WHERE \(column) >= ? AND \(column) < ? LIMIT 1
            """), arguments: [range.lower, range.upper])
      if let found { return found }
    }
    return nil
  }

  func json(revision: Int64, _ db: Database) throws -> [UInt8] {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT size, deflated FROM record WHERE revision = ?"),
      arguments: [revision])
    guard let row, let bytes = Deflated(size: row["size"], bytes: row["deflated"]).inflated()
    else {
      throw ArchiveError.damaged(path: path, detail: "the record of revision \(revision)")
    }
    return bytes
  }

  /// Stored articles, the latest published first; pages without an article's text are left out.
  public func articles(
    after key: PageKey? = nil, limit: Int = 50
  ) throws -> Listing<ArticleSummary> {
    var conditions = Conditions()
    conditions.add("r.opening <> ''")
    conditions.after(key, "d.moment, d.number")
    let sql = """
      SELECT \(ArticleSummary.columns) FROM document d JOIN revision r ON r.number = d.revision
      \(conditions.sql) ORDER BY d.moment DESC, d.number DESC LIMIT \(limit + 1)
      """
    return try read { db in
      let rows = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: conditions.arguments)
      return Listing(rows.map(ArticleSummary.init), limit: limit, key: \.key)
    }
  }
}

/// The identifiers that begin with at least 16 given hexadecimal digits.
struct IdentifierRange {
  let lower: String
  let upper: String

  init?(_ text: String) {
    guard (16...64).contains(text.utf8.count),
      text.utf8.allSatisfy({ "0123456789abcdef".utf8.contains($0) })
    else { return nil }
    lower = text
    // "g" comes after every digit.
    upper = text + "g"
  }
}

/// An address as far as it is one of the web: a page may call anything its own.
func webAddress(_ text: String?) -> String? {
  text.flatMap { $0.hasPrefix("https://") || $0.hasPrefix("http://") ? $0 : nil }
}
