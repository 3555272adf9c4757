import GRDB

/// How much a store holds.
public struct StoreCounts: Sendable, Equatable, Encodable {
  /// Things, over their revisions.
  public var documents: Int
  /// Revisions, current and old.
  public var revisions: Int
  /// Lines of the news line.
  public var headlines: Int
  /// Events of current revisions.
  public var events: Int
  /// Statements of current revisions.
  public var statements: Int
  /// Actors, those of single documents aside.
  public var actors: Int
  /// The first day on which a stored document was published.
  public var firstDay: String?
  /// The last one.
  public var lastDay: String?

  enum CodingKeys: String, CodingKey {
    case documents, revisions, headlines, events, statements, actors
    case firstDay = "first_day"
    case lastDay = "last_day"
  }
}

extension Archive {
  /// How much is stored.
  ///
  /// Cost: counts every row, some milliseconds for 10,000 documents.
  public func counts() throws -> StoreCounts {
    try read { db in
      func number(_ sql: String) throws -> Int {
        try Int.fetchOne(db.cachedStatement(sql: "SELECT count(*) FROM \(sql)")) ?? 0
      }
      let days = try Row.fetchOne(
        db, sql: "SELECT min(day) AS first, max(day) AS last FROM document WHERE day <> ''")
      return StoreCounts(
        documents: try number("document"), revisions: try number("revision"),
        headlines: try number("headline"), events: try number("event"),
        statements: try number("statement"),
        actors: try number("actor WHERE id NOT GLOB 'local/*'"), firstDay: days?["first"],
        lastDay: days?["last"])
    }
  }

  /// A number that grows whenever anything stored has changed: what was made from an unchanged one is still right.
  public func changeNumber() throws -> Int64 {
    try read { db in
      try Int64.fetchOne(db.cachedStatement(sql: "SELECT number FROM change")) ?? 0
    }
  }
}
