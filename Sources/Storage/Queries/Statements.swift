import GRDB
import Record

extension StoredStatement {
  static let columns = """
    s.*, d.id AS document_id, r.id AS revision_id, r.title, r.site, r.published, r.grain,
    a.name AS speaker_name
    FROM statement s JOIN document d ON d.number = s.document
      JOIN revision r ON r.number = d.revision LEFT JOIN actor a ON a.id = s.speaker
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
    published = stamp(row["published"], row["grain"])
    act = .init(rawValue: row["act"]) ?? .say
    quote = .init(rawValue: row["quote"]) ?? .none
    let kind: String? = row["speaker_kind"]
    speakerKind = kind.flatMap { .init(rawValue: $0) }
    speaker = row["speaker"]
    speakerName = row["speaker_name"]
    speakerText = row["speaker_text"]
    audience = row["audience"]
    occasion = row["occasion"]
    passage = row["passage"]
    content = row["content"]
    start = row["start_time"]
    end = row["end_time"]
    day = known(row["day"])
    let carrier: String? = row["via"]
    via = carrier.map { "\(prefix)-\($0)" }
    rule = row["rule"]
  }
}

extension Archive {
  /// A page of statements, the latest first.
  public func statements(
    _ filter: StatementFilter = StatementFilter(), after key: PageKey? = nil, limit: Int = 50
  ) throws -> Listing<StoredStatement> {
    var conditions = Conditions()
    conditions.equal("s.speaker", filter.speaker)
    conditions.equal("s.act", filter.act?.rawValue)
    conditions.days("s.day", since: filter.since, until: filter.until)
    conditions.after(key, "s.day, s.number")
    let sql = """
      SELECT \(StoredStatement.columns) \(conditions.sql)
      ORDER BY s.day DESC, s.number DESC LIMIT \(limit + 1)
      """
    return try read { db in
      let rows = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: conditions.arguments)
      return Listing(rows.map(StoredStatement.init), limit: limit, key: \.key)
    }
  }
}
