import GRDB
import Record

/// The writing of what can be looked up in a document's current revision.
struct IndexStoring {
  let db: Database
  let document: Int64

  /// Takes away what the revision before it had.
  func clear() throws {
    try run("DELETE FROM article_text WHERE rowid = ?", [document])
    // Parties go with their events.
    for table in ["event", "statement", "place", "time_expression"] {
      try run("DELETE FROM \(table) WHERE document = ?", [document])
    }
    let offices = try Int64.fetchAll(
      statement("SELECT office FROM office_evidence WHERE document = ?"), arguments: [document])
    try run("DELETE FROM office_evidence WHERE document = ?", [document])
    for office in offices {
      try run("UPDATE office SET documents = documents - 1 WHERE number = ?", [office])
      try run("DELETE FROM office WHERE number = ? AND documents = 0", [office])
    }
    let actors = try String.fetchAll(
      statement("SELECT actor FROM appearance WHERE document = ?"), arguments: [document])
    try run("DELETE FROM appearance WHERE document = ?", [document])
    for actor in actors {
      try run("UPDATE actor SET documents = documents - 1 WHERE id = ?", [actor])
      try run("DELETE FROM actor WHERE id = ? AND documents = 0", [actor])
    }
  }

  /// Adds what the new one has.
  func fill(_ entry: Entry) throws {
    if !entry.page.text.isEmpty {
      try run(
        "INSERT INTO article_text (rowid, title, text) VALUES (?, ?, ?)",
        [document, entry.page.title ?? "", entry.page.text])
    }
    for actor in entry.actors { try insert(actor, day: entry.moment.day) }
    for event in entry.events { try insert(event) }
    for row in entry.statements { try insert(row) }
    for row in entry.places {
      let place = row.place
      try run(
        """
        INSERT INTO place (document, item, name, country, admin1, latitude, longitude, geonames)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          document, place.id, place.name, place.country, place.admin1, place.latitude,
          place.longitude, place.geonames,
        ])
    }
    for time in entry.times {
      try run(
        """
        INSERT INTO time_expression
          (document, item, text, type, start_time, end_time, grain, modifier)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          document, time.id, time.text, time.type.rawValue, time.start, time.end,
          time.grain.rawValue, time.modifier,
        ])
    }
  }

  private func insert(_ row: EventRow) throws {
    let event = row.event
    try run(
      """
      INSERT INTO event (document, item, type, mode, contexts, status, category, cameo, quad_class,
        score, start_time, end_time, grain, modifier, day, place, country, latitude, longitude,
        passage, statement, confidence, rule)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        document, event.id, event.type.rawValue, event.mode,
        event.contexts.joined(separator: " "), event.status.rawValue, event.category.rawValue,
        event.cameo, event.quadClass, event.score, event.time?.start, event.time?.end,
        event.time?.grain.rawValue, event.time?.modifier, row.day, row.place?.name,
        row.place?.country, row.place?.latitude, row.place?.longitude, row.passage,
        event.statement, event.confidence, event.rule,
      ])
    let number = db.lastInsertedRowID
    for party in row.parties {
      try run(
        """
        INSERT INTO event_party (event, role, position, member, actor, text, day)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        [
          number, party.role, party.position, party.member, party.party.actor, party.party.text,
          row.day,
        ])
    }
  }

  private func insert(_ row: StatementRow) throws {
    let told = row.statement
    try run(
      """
      INSERT INTO statement (document, item, act, quote, speaker_kind, speaker, speaker_text,
        audience, occasion, passage, content, start_time, end_time, day, via, rule)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        document, told.id, told.act.rawValue, told.quote.rawValue, told.speakerKind?.rawValue,
        row.speaker?.actor, row.speaker?.text, told.audience, told.occasion, row.passage,
        row.content, told.time?.start, told.time?.end, row.day, told.via, told.rule,
      ])
  }

  /// What is said of an actor is what its latest document says.
  private func insert(_ row: ActorRow, day: String) throws {
    let actor = row.actor
    try run(
      """
      INSERT INTO actor (id, name, folded, kind, country, code, sectors, role, day, documents)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
      ON CONFLICT (id) DO UPDATE SET documents = documents + 1
      """,
      [
        row.id, actor.name, folded(actor.name), actor.kind.rawValue, actor.country, actor.code,
        actor.sectors.map(\.rawValue).joined(separator: " "), actor.role, day,
      ])
    try run(
      """
      UPDATE actor SET name = ?, folded = ?, kind = ?, country = ?, code = ?, sectors = ?, role = ?,
        day = ? WHERE id = ? AND day <= ?
      """,
      [
        actor.name, folded(actor.name), actor.kind.rawValue, actor.country, actor.code,
        actor.sectors.map(\.rawValue).joined(separator: " "), actor.role, day, row.id, day,
      ])
    try run(
      "INSERT INTO appearance (document, actor, role, mentions, day) VALUES (?, ?, ?, ?, ?)",
      [document, row.id, actor.role, row.mentions, day])
    for role in actor.roles { try insert(role, of: row.id) }
  }

  private func insert(_ role: Actor.Role, of actor: String) throws {
    let key: StatementArguments = [
      actor, role.title, role.organisation ?? "", role.start ?? "", role.end ?? "",
      role.source.rawValue,
    ]
    try run(
      """
      INSERT OR IGNORE INTO office
        (actor, title, organisation, start_day, end_day, source, documents)
      VALUES (?, ?, ?, ?, ?, ?, 0)
      """, key)
    let office = try Int64.fetchOne(
      statement(
        """
        SELECT number FROM office WHERE actor = ? AND title = ? AND organisation = ?
          AND start_day = ? AND end_day = ? AND source = ?
        """), arguments: key)
    // A record may give one office twice, of which one is enough.
    try run(
      "INSERT OR IGNORE INTO office_evidence (document, office) VALUES (?, ?)", [document, office])
    if db.changesCount > 0 {
      try run("UPDATE office SET documents = documents + 1 WHERE number = ?", [office])
    }
  }

  private func statement(_ sql: String) throws -> GRDB.Statement {
    try db.cachedStatement(sql: sql)
  }

  private func run(_ sql: String, _ arguments: StatementArguments) throws {
    try statement(sql).execute(arguments: arguments)
  }
}
