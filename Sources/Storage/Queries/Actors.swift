import GRDB
import Record

/// An actor over all documents.
public struct StoredActor: Sendable, Equatable, Encodable {
  /// `KIND/slug`; for one whom a single document knows `local/` with the document's first 16 characters and a number.
  public var id: String
  /// The name.
  public var name: String
  /// What it is.
  public var kind: Actor.Kind
  /// ISO 3166-1 alpha-3.
  public var country: String?
  /// PLOVER's sectors.
  public var sectors: [String]
  /// The CAMEO-style code.
  public var code: String
  /// The office held, or once held, as its latest document says.
  public var role: String?
  /// The number of documents that speak of it.
  public var documents: Int

  static let columns = "a.id, a.name, a.kind, a.country, a.sectors, a.code, a.role, a.documents"

  init(_ row: Row) {
    id = row["id"]
    name = row["name"]
    kind = Actor.Kind(rawValue: row["kind"]) ?? .person
    country = row["country"]
    sectors = words(row["sectors"])
    code = row["code"]
    role = row["role"]
    documents = row["documents"]
  }
}

/// An office of an actor, as text or knowledge gives it.
public struct StoredOffice: Sendable, Equatable, Encodable {
  /// "President of Afghanistan".
  public var title: String
  /// In what body.
  public var organisation: String?
  /// Its first day, as finely as known.
  public var start: String?
  /// Its last day.
  public var end: String?
  /// `text` or `knowledge`.
  public var source: Actor.Role.Source
  /// The number of documents that give it.
  public var documents: Int
  /// The latest of them, by its document's id.
  public var evidence: String?
}

/// A document that speaks of an actor.
public struct Appearance: Sendable, Equatable, Encodable {
  /// The document.
  public var article: ArticleSummary
  /// The office that it gives the actor.
  public var role: String?
  /// How often it speaks of it.
  public var mentions: Int

  var key: PageKey { PageKey(sort: day, number: article.documentNumber) }
  let day: String

  enum CodingKeys: String, CodingKey { case article, role, mentions }
}

extension Archive {
  /// An actor by its id in the store; nil where no current revision speaks of it.
  public func actor(_ id: String) throws -> StoredActor? {
    try read { db in
      try Row.fetchOne(
        db.cachedStatement(sql: "SELECT \(StoredActor.columns) FROM actor a WHERE a.id = ?"),
        arguments: [id]
      ).map(StoredActor.init)
    }
  }

  /// An actor's offices by date, those without a first day last.
  public func offices(of actor: String) throws -> [StoredOffice] {
    try read { db in
      try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT o.title, o.organisation, o.start_day, o.end_day, o.source, o.documents,
              (SELECT d.id FROM office_evidence v JOIN document d ON d.number = v.document
               WHERE v.office = o.number ORDER BY v.document DESC LIMIT 1) AS evidence
            FROM office o WHERE o.actor = ?
            ORDER BY o.start_day = '', o.start_day, o.end_day = '', o.end_day, o.title, o.source,
              o.organisation
            """), arguments: [actor]
      ).map { row in
        StoredOffice(
          title: row["title"], organisation: known(row["organisation"]),
          start: known(row["start_day"]), end: known(row["end_day"]),
          source: Actor.Role.Source(rawValue: row["source"]) ?? .text,
          documents: row["documents"], evidence: row["evidence"])
      }
    }
  }

  /// The documents that speak of an actor, the latest published first.
  public func appearances(
    of actor: String, after key: PageKey? = nil, limit: Int = 50
  ) throws -> Listing<Appearance> {
    var conditions = Conditions()
    conditions.equal("v.actor", actor)
    conditions.after(key, "v.day, v.document")
    let sql = """
      SELECT \(ArticleSummary.columns), v.role, v.mentions, v.day AS appearance_day
      FROM appearance v CROSS JOIN document d ON d.number = v.document
        JOIN revision r ON r.number = d.revision
      \(conditions.sql) ORDER BY v.day DESC, v.document DESC LIMIT \(limit + 1)
      """
    return try read { db in
      let rows = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: conditions.arguments)
      let found = rows.map { row in
        Appearance(
          article: ArticleSummary(row), role: row["role"], mentions: row["mentions"],
          day: row["appearance_day"])
      }
      return Listing(found, limit: limit, key: \.key)
    }
  }

  /// Actors whose names hold the words, those in most documents first; without words the most spoken of.
  ///
  /// Whom a single document knows is left out unless asked for.
  public func actors(
    named words: String = "", includingLocal: Bool = false, limit: Int = 50
  ) throws -> [StoredActor] {
    var conditions = Conditions()
    if !includingLocal { conditions.add("a.id NOT GLOB 'local/*'") }
    for word in folded(words).split(separator: " ").prefix(8) {
      conditions.add("instr(a.folded, ?) > 0", [String(word)])
    }
    let sql = """
      SELECT \(StoredActor.columns) FROM actor a \(conditions.sql)
      ORDER BY a.documents DESC, a.id LIMIT \(limit)
      """
    return try read { db in
      try Row.fetchAll(db, sql: sql, arguments: conditions.arguments).map(StoredActor.init)
    }
  }
}
