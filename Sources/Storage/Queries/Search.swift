import GRDB
import Record

/// A document that a search found.
public struct SearchHit: Sendable, Equatable, Encodable {
  /// A piece of the excerpt.
  public struct Piece: Sendable, Equatable, Encodable {
    /// The words.
    public var text: String
    /// Whether they are what was looked for.
    public var matched: Bool
  }

  /// The document.
  public var article: ArticleSummary
  /// Where in the text it was found; without words, the opening.
  public var excerpt: [Piece]
  /// The first events that the filters fit, at most three; none where no filter asks for events.
  public var events: [StoredEvent]
  /// The first statements by whom `said-by:` names, at most three.
  public var statements: [StoredStatement]
}

/// What a search found.
public struct SearchResult: Sendable, Equatable, Encodable {
  /// The page of hits: with words the best first, without them the latest.
  public var hits: [SearchHit]
  /// How many there are in all, counted up to ``Archive/searchLimit``.
  public var total: Int
}

extension Archive {
  /// How many hits are counted and can be paged through.
  public static let searchLimit = 1000

  /// Documents that fit a query.
  public func search(
    _ query: SearchQuery, offset: Int = 0, limit: Int = 20
  ) throws -> SearchResult {
    guard !query.isEmpty, (0..<Self.searchLimit).contains(offset) else {
      return SearchResult(hits: [], total: 0)
    }
    return try read { db in
      let actors = try query.actor.map { try self.identifiers($0, db) }
      let speakers = try query.saidBy.map { try self.identifiers($0, db) }
      let plan = SearchPlan(query, actors: actors, speakers: speakers)
      let total = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM (SELECT 1 \(plan.source) LIMIT \(Self.searchLimit))",
        arguments: plan.arguments)
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT \(ArticleSummary.columns) \(plan.source) ORDER BY \(plan.order)
          LIMIT \(limit) OFFSET \(offset)
          """, arguments: plan.arguments)
      let hits = try rows.map { row in
        let article = ArticleSummary(row)
        return SearchHit(
          article: article, excerpt: try self.excerpt(of: article, query, db),
          events: try self.events(of: article, plan, db),
          statements: try self.statements(of: article, speakers, db))
      }
      return SearchResult(hits: hits, total: total ?? 0)
    }
  }

  /// The actors that a filter's value means: one by its id, or those whose names hold its words.
  private func identifiers(_ value: String, _ db: Database) throws -> [String] {
    if value.contains("/") { return [value] }
    var conditions = Conditions()
    for word in folded(value).split(separator: " ").prefix(8) {
      conditions.add("instr(' ' || folded || ' ', ?) > 0", [" \(word) "])
    }
    return try String.fetchAll(
      db,
      sql: "SELECT id FROM actor \(conditions.sql) ORDER BY documents DESC, id LIMIT 100",
      arguments: conditions.arguments)
  }

  private func excerpt(
    of article: ArticleSummary, _ query: SearchQuery, _ db: Database
  ) throws -> [SearchHit.Piece] {
    guard !query.terms.isEmpty else {
      return [SearchHit.Piece(text: article.opening, matched: false)]
    }
    let marked = try String.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT snippet(article_text, 1, char(2), char(3), '…', 32) FROM article_text
          WHERE article_text MATCH ? AND rowid = ?
          """), arguments: [query.match, article.documentNumber])
    var pieces: [SearchHit.Piece] = []
    for part in (marked ?? "").split(separator: "\u{2}", omittingEmptySubsequences: false) {
      let halves = part.split(separator: "\u{3}", maxSplits: 1, omittingEmptySubsequences: false)
      if halves.count == 2 { pieces.append(.init(text: String(halves[0]), matched: true)) }
      if let plain = halves.last, !plain.isEmpty {
        pieces.append(.init(text: String(plain), matched: false))
      }
    }
    return pieces
  }

  private func events(
    of article: ArticleSummary, _ plan: SearchPlan, _ db: Database
  ) throws -> [StoredEvent] {
    guard let events = plan.events else { return [] }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT \(StoredEvent.columns) FROM event e \(StoredEvent.joins)
        WHERE e.document = ? \(events.clauses.map { "AND " + $0 }.joined(separator: " "))
        ORDER BY e.number LIMIT 3
        """, arguments: [article.documentNumber] + events.arguments)
    return try Self.withParties(rows.map(StoredEvent.init), db)
  }

  private func statements(
    of article: ArticleSummary, _ speakers: [String]?, _ db: Database
  ) throws -> [StoredStatement] {
    guard let speakers else { return [] }
    return try Row.fetchAll(
      db,
      sql: """
        SELECT \(StoredStatement.columns)
        WHERE s.document = ? AND +s.speaker IN (\(speakers.placeholders)) ORDER BY s.number LIMIT 3
        """, arguments: [article.documentNumber] + StatementArguments(speakers)
    ).map(StoredStatement.init)
  }
}

/// A search in SQL.
struct SearchPlan {
  /// From the tables to the conditions.
  let source: String
  let arguments: StatementArguments
  let order: String
  /// The conditions on one event, where there are any.
  let events: Conditions?

  init(_ query: SearchQuery, actors: [String]?, speakers: [String]?) {
    var events = Conditions()
    events.equal("e.type", query.type?.rawValue)
    events.equal("e.status", query.status?.rawValue)
    let asksForEvents = !events.clauses.isEmpty
    let parties = actors.map { "p.actor IN (\($0.placeholders))" }
    var conditions = Conditions()
    if !query.terms.isEmpty { conditions.add("article_text MATCH ?", [query.match]) }
    conditions.days("d.day", since: query.since, until: query.until)
    // Sets of documents, each made once: asked of one document after another, the planner may go through all events for each.
    if let actors, let parties, asksForEvents {
      conditions.add(
        """
        d.number IN (SELECT e.document FROM event_party p CROSS JOIN event e ON e.number = p.event
          WHERE \(parties) AND \(events.clauses.joined(separator: " AND ")))
        """, StatementArguments(actors) + events.arguments)
    } else if asksForEvents {
      conditions.add(
        "d.number IN (SELECT e.document FROM event e \(events.sql))", events.arguments)
    } else if let actors {
      conditions.add(
        """
        d.number IN (SELECT v.document FROM appearance v WHERE v.actor IN (\(actors.placeholders)))
        """, StatementArguments(actors))
    }
    if let speakers {
      conditions.add(
        """
        d.number IN
          (SELECT s.document FROM statement s WHERE s.speaker IN (\(speakers.placeholders)))
        """, StatementArguments(speakers))
    }
    // Of the few events of one hit: the plus signs keep the planner from going through all of a type.
    var ofHit = Conditions()
    ofHit.equal("+e.type", query.type?.rawValue)
    ofHit.equal("+e.status", query.status?.rawValue)
    if let actors, let parties {
      ofHit.add(
        "EXISTS (SELECT 1 FROM event_party p WHERE p.event = e.number AND \(parties))",
        StatementArguments(actors))
    }
    let tables =
      query.terms.isEmpty
      ? "document d" : "article_text JOIN document d ON d.number = article_text.rowid"
    source = "FROM \(tables) JOIN revision r ON r.number = d.revision \(conditions.sql)"
    arguments = conditions.arguments
    // A word in the headline weighs as much as four in the text.
    order =
      (query.terms.isEmpty ? "" : "bm25(article_text, 4.0, 1.0), ")
      + "d.moment DESC, d.number DESC"
    self.events = asksForEvents || actors != nil ? ofHit : nil
  }
}
