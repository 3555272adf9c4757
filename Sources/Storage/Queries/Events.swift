import GRDB
import Record

/// A party of a stored event.
public struct StoredParty: Sendable, Equatable, Encodable {
  /// `actor` or `recipient`.
  public var role: String
  /// Its id in the store; nil where nobody known is meant.
  public var actor: String?
  /// The actor's name.
  public var name: String?
  /// The words that name it in this event.
  public var text: String
  /// Whom a plural stands for.
  public var members: [Member]

  /// One of those for whom a plural stands.
  public struct Member: Sendable, Equatable, Encodable {
    /// Its id in the store.
    public var actor: String?
    /// The actor's name.
    public var name: String?
    /// The words that name it.
    public var text: String
  }
}

/// An event of a document's current revision.
public struct StoredEvent: Sendable, Equatable, Encodable {
  /// Its name in the store: the revision's first 16 characters, a hyphen, its id in the record.
  public var id: String
  /// The document.
  public var document: String
  /// The document's headline.
  public var title: String?
  /// The document's site.
  public var site: String?
  /// When the document was published, as printed.
  public var published: Stamp?
  /// The act that the words perform.
  public var type: EventType
  /// PLOVER's mode.
  public var mode: String?
  /// PLOVER's contexts.
  public var contexts: [String]
  /// The standing of the act.
  public var status: EventStatus
  /// PLOVER's one word.
  public var category: EventType
  /// Its CAMEO code.
  public var cameo: String
  /// 1 to 4.
  public var quadClass: Int
  /// −10 to 10.
  public var score: Double
  /// Who acted, and upon whom.
  public var parties: [StoredParty]
  /// When, ISO 8601.
  public var start: String?
  /// Until when.
  public var end: String?
  /// How finely that is told.
  public var grain: String?
  /// Such as `since` or `before`.
  public var modifier: String?
  /// The day by which it is sorted: its own, or else its document's.
  public var day: String?
  /// The place's name.
  public var place: String?
  /// The place's country.
  public var country: String?
  /// Degrees north.
  public var latitude: Double?
  /// Degrees east.
  public var longitude: Double?
  /// The words that tell it.
  public var passage: String
  /// The name of the statement on whose word it stands; nil: the outlet's own.
  public var statement: String?
  /// 0…1.
  public var confidence: Double
  /// What decided.
  public var rule: String

  let number: Int64

  var key: PageKey { PageKey(sort: day ?? "", number: number) }

  enum CodingKeys: String, CodingKey {
    case id, document, title, site, published, type, mode, contexts, status, category, cameo
    case quadClass = "quad_class"
    case score, parties, start, end, grain, modifier, day, place, country, latitude, longitude
    case passage, statement, confidence, rule
  }

  static let columns = """
    e.*, d.id AS document_id, r.id AS revision_id, r.title, r.site, r.published,
    r.grain AS published_grain
    """

  static let joins = """
    JOIN document d ON d.number = e.document JOIN revision r ON r.number = d.revision
    """

  init(_ row: Row) {
    let revision: String = row["revision_id"]
    let prefix = revision.prefix(16)
    let item: String = row["item"]
    number = row["number"]
    id = "\(prefix)-\(item)"
    document = row["document_id"]
    title = row["title"]
    site = row["site"]
    published = stamp(row["published"], row["published_grain"])
    // The writer wrote them from these very enumerations.
    type = EventType(rawValue: row["type"]) ?? .consult
    mode = row["mode"]
    contexts = words(row["contexts"])
    status = EventStatus(rawValue: row["status"]) ?? .happened
    category = EventType(rawValue: row["category"]) ?? type
    cameo = row["cameo"]
    quadClass = row["quad_class"]
    score = row["score"]
    parties = []
    start = row["start_time"]
    end = row["end_time"]
    grain = row["grain"]
    modifier = row["modifier"]
    day = known(row["day"])
    place = row["place"]
    country = row["country"]
    latitude = row["latitude"]
    longitude = row["longitude"]
    passage = row["passage"]
    let onWordOf: String? = row["statement"]
    statement = onWordOf.map { "\(prefix)-\($0)" }
    confidence = row["confidence"]
    rule = row["rule"]
  }
}

/// Which events are wanted.
public struct EventFilter: Sendable, Equatable {
  /// As what an actor takes part.
  public enum Role: String, Sendable, CaseIterable { case actor, recipient }

  /// PLOVER's type.
  public var type: EventType?
  /// The standing.
  public var status: EventStatus?
  /// A party's id in the store.
  public var actor: String?
  /// As what that party takes part; nil: either.
  public var role: Role?
  /// The first day: a year, month or day of ISO 8601.
  public var since: String?
  /// The last day.
  public var until: String?

  /// All events, unless told otherwise.
  public init(
    type: EventType? = nil, status: EventStatus? = nil, actor: String? = nil, role: Role? = nil,
    since: String? = nil, until: String? = nil
  ) {
    self.type = type
    self.status = status
    self.actor = actor
    self.role = role
    self.since = since
    self.until = until
  }
}

extension Archive {
  /// A page of events, the latest first.
  public func events(
    _ filter: EventFilter = EventFilter(), after key: PageKey? = nil, limit: Int = 50
  ) throws -> Listing<StoredEvent> {
    var conditions = Conditions()
    conditions.equal("e.type", filter.type?.rawValue)
    conditions.equal("e.status", filter.status?.rawValue)
    // With an actor the parties' index leads: it has the events' days, so that only a page of them is looked at.
    let (lead, day, number) =
      filter.actor == nil
      ? ("event e", "e.day", "e.number")
      : ("event_party p CROSS JOIN event e ON e.number = p.event", "p.day", "p.event")
    conditions.equal("p.actor", filter.actor)
    if filter.actor != nil { conditions.equal("p.role", filter.role?.rawValue) }
    conditions.days(day, since: filter.since, until: filter.until)
    conditions.after(key, "\(day), \(number)")
    let sql = """
      SELECT \(StoredEvent.columns) FROM \(lead) \(StoredEvent.joins) \(conditions.sql)
      \(filter.actor == nil ? "" : "GROUP BY p.day, p.event")
      ORDER BY \(day) DESC, \(number) DESC LIMIT \(limit + 1)
      """
    return try read { db in
      let rows = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: conditions.arguments)
      let events = try Self.withParties(rows.map(StoredEvent.init), db)
      return Listing(events, limit: limit, key: \.key)
    }
  }

  /// An event by its name in the store; nil where no current revision has it.
  public func event(_ id: String) throws -> StoredEvent? {
    let parts = id.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let range = IdentifierRange(String(parts[0])) else { return nil }
    let sql = """
      SELECT \(StoredEvent.columns) FROM event e \(StoredEvent.joins)
      WHERE r.id >= ? AND r.id < ? AND e.item = ? LIMIT 1
      """
    return try read { db in
      let rows = try Row.fetchAll(
        db.cachedStatement(sql: sql), arguments: [range.lower, range.upper, String(parts[1])])
      return try Self.withParties(rows.map(StoredEvent.init), db).first
    }
  }

  /// Adds the parties of a page of events, by one query.
  static func withParties(_ events: [StoredEvent], _ db: Database) throws -> [StoredEvent] {
    guard !events.isEmpty else { return [] }
    let numbers = events.map(\.number)
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT p.event, p.role, p.position, p.member, p.actor, p.text, a.name
        FROM event_party p LEFT JOIN actor a ON a.id = p.actor
        WHERE p.event IN (\(numbers.map { _ in "?" }.joined(separator: ", ")))
        ORDER BY p.event, p.role, p.position, p.member
        """, arguments: StatementArguments(numbers))
    var parties: [Int64: [StoredParty]] = [:]
    for row in rows {
      let event: Int64 = row["event"]
      if row["member"] == 0 {
        parties[event, default: []].append(
          StoredParty(
            role: row["role"], actor: row["actor"], name: row["name"], text: row["text"],
            members: []))
      } else if let last = parties[event]?.indices.last {
        parties[event]?[last].members.append(
          StoredParty.Member(actor: row["actor"], name: row["name"], text: row["text"]))
      }
    }
    return events.map { event in
      var event = event
      event.parties = parties[event.number] ?? []
      return event
    }
  }
}
