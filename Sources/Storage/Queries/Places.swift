import GRDB
import Record

/// A place over all documents.
public struct StoredPlace: Sendable, Equatable, Encodable {
  /// The name.
  public var name: String
  /// ISO 3166-1 alpha-3.
  public var country: String?
  /// The first-order division's name.
  public var admin1: String?
  /// Degrees north.
  public var latitude: Double?
  /// Degrees east.
  public var longitude: Double?
  /// GeoNames' number; nil for one that only its name tells.
  public var geonames: Int?
  /// The number of documents that name it.
  public var documents: Int

  init(_ row: Row) {
    name = row["name"]
    country = row["country"]
    admin1 = row["admin1"]
    latitude = row["latitude"]
    longitude = row["longitude"]
    geonames = row["geonames"]
    documents = row["documents"]
  }

  /// The condition on the table of places that finds it again.
  fileprivate var condition: (sql: String, arguments: StatementArguments) {
    if let geonames { return ("p.geonames = ?", [geonames]) }
    return ("p.name = ? AND p.geonames IS NULL", [name])
  }
}

extension Archive {
  /// A place by GeoNames' number or by its name; of several of one name the one that most documents name.
  public func place(_ id: String) throws -> StoredPlace? {
    let number = Int64(id).flatMap { $0 > 0 ? $0 : nil }
    let sql = """
      SELECT p.name, p.country, p.admin1, p.latitude, p.longitude, p.geonames,
        count(DISTINCT p.document) AS documents
      FROM place p WHERE \(number == nil ? "p.name = ?" : "p.geonames = ?")
      GROUP BY p.geonames, p.name, p.country ORDER BY documents DESC, p.geonames, p.country LIMIT 1
      """
    return try read { db in
      try Row.fetchOne(
        db.cachedStatement(sql: sql), arguments: number.map { [$0] } ?? [id]
      ).map(StoredPlace.init)
    }
  }

  /// A page of the events that happened, or are to happen, at a place, the latest first.
  public func events(
    at place: StoredPlace, after key: PageKey? = nil, limit: Int = 50
  ) throws -> Listing<StoredEvent> {
    var conditions = Conditions()
    conditions.add(
      """
      e.number IN (SELECT n.number FROM place p CROSS JOIN event n
        ON n.document = p.document AND n.place = p.name WHERE \(place.condition.sql))
      """, place.condition.arguments)
    conditions.after(key, "e.day, e.number")
    let sql = """
      SELECT \(StoredEvent.columns) FROM event e \(StoredEvent.joins) \(conditions.sql)
      ORDER BY e.day DESC, e.number DESC LIMIT \(limit + 1)
      """
    return try read { db in
      let rows = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: conditions.arguments)
      let events = try Self.withParties(rows.map(StoredEvent.init), db)
      return Listing(events, limit: limit, key: \.key)
    }
  }

  /// A page of the articles that name a place, the latest published first.
  public func articles(
    at place: StoredPlace, after key: PageKey? = nil, limit: Int = 50
  ) throws -> Listing<ArticleSummary> {
    var conditions = Conditions()
    conditions.add(
      "d.number IN (SELECT p.document FROM place p WHERE \(place.condition.sql))",
      place.condition.arguments)
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
