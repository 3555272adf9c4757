import GRDB

extension Archive {
  /// Every current revision's record, in the order in which documents were first stored, as the JSON that it was coded to.
  public func exportDocuments(_ body: ([UInt8]) throws -> Void) throws {
    try read { db in
      let rows = try Int64.fetchCursor(
        db, sql: "SELECT revision FROM document WHERE revision IS NOT NULL ORDER BY number")
      while let revision = try rows.next() { try body(json(revision: revision, db)) }
    }
  }

  /// Every current revision's summary, in the same order.
  public func exportSummaries(_ body: (ArticleSummary) throws -> Void) throws {
    try each(
      """
      SELECT \(ArticleSummary.columns) FROM document d JOIN revision r ON r.number = d.revision
      ORDER BY d.number
      """
    ) { try body(ArticleSummary($0)) }
  }

  /// Every event, document by document.
  public func exportEvents(_ body: (StoredEvent) throws -> Void) throws {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT \(StoredEvent.columns) FROM event e \(StoredEvent.joins)
          ORDER BY e.document, e.number
          """)
      var batch: [StoredEvent] = []
      func hand() throws {
        for event in try Self.withParties(batch, db) { try body(event) }
        batch.removeAll(keepingCapacity: true)
      }
      while let row = try rows.next() {
        batch.append(StoredEvent(row))
        if batch.count == 500 { try hand() }
      }
      try hand()
    }
  }

  /// Every statement, document by document.
  public func exportStatements(_ body: (StoredStatement) throws -> Void) throws {
    try each("SELECT \(StoredStatement.columns) ORDER BY s.document, s.number") {
      try body(StoredStatement($0))
    }
  }

  /// Every actor, by id.
  public func exportActors(_ body: (StoredActor) throws -> Void) throws {
    try each("SELECT \(StoredActor.columns) FROM actor a ORDER BY a.id") {
      try body(StoredActor($0))
    }
  }

  /// The whole news line, newest first.
  public func exportNewsLine(_ body: (NewsLineItem) throws -> Void) throws {
    try each("SELECT \(NewsLineItem.columns) ORDER BY h.moment DESC, h.number DESC") {
      try body(NewsLineItem($0))
    }
  }

  private func each(_ sql: String, _ body: (Row) throws -> Void) throws {
    try read { db in
      let rows = try Row.fetchCursor(db, sql: sql)
      while let row = try rows.next() { try body(row) }
    }
  }
}
