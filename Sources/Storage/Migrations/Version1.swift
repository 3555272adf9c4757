import GRDB

extension Schema {
  /// Documents with their revisions and records, and what is looked up in the current ones.
  ///
  /// Unknown days and moments are `''`, so that they sort last and page keys stay simple. A moment is UTC where the
  /// zone is known; a day is as printed. Events, statements and the rest are those of current revisions alone: an
  /// older revision keeps its record, from which they can be read.
  static let version1: Step = { db in
    try db.execute(sql: documents)
    try db.execute(sql: items)
    try db.execute(sql: actors)
    try db.execute(sql: newsLine)
  }

  private static let documents = """
    CREATE TABLE document (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      revision INTEGER,
      moment TEXT NOT NULL,
      day TEXT NOT NULL,
      first_read TEXT NOT NULL
    ) STRICT;
    CREATE INDEX document_by_moment ON document(moment, number);
    CREATE INDEX document_by_day ON document(day);
    CREATE INDEX document_by_revision ON document(revision);

    CREATE TABLE revision (
      number INTEGER PRIMARY KEY,
      document INTEGER NOT NULL REFERENCES document(number),
      id TEXT NOT NULL UNIQUE,
      input TEXT NOT NULL,
      url TEXT, canonical_url TEXT, site TEXT, title TEXT, section TEXT, language TEXT,
      published TEXT, grain TEXT,
      moment TEXT NOT NULL,
      day TEXT NOT NULL,
      edited TEXT NOT NULL,
      opening TEXT NOT NULL,
      read_at TEXT NOT NULL,
      producer TEXT NOT NULL
    ) STRICT;
    CREATE INDEX revision_by_document ON revision(document);
    CREATE INDEX revision_by_url ON revision(url);
    CREATE INDEX revision_by_canonical_url ON revision(canonical_url);
    CREATE INDEX revision_by_site ON revision(site);

    CREATE TABLE record (
      revision INTEGER PRIMARY KEY REFERENCES revision(number),
      size INTEGER NOT NULL,
      deflated BLOB NOT NULL
    ) STRICT;

    CREATE VIRTUAL TABLE article_text USING fts5(
      title, text, tokenize = 'unicode61 remove_diacritics 2'
    );

    CREATE TABLE change (number INTEGER NOT NULL) STRICT;
    INSERT INTO change VALUES (0);
    """

  private static let items = """
    CREATE TABLE event (
      number INTEGER PRIMARY KEY,
      document INTEGER NOT NULL REFERENCES document(number),
      item TEXT NOT NULL,
      type TEXT NOT NULL, mode TEXT, contexts TEXT NOT NULL, status TEXT NOT NULL,
      category TEXT NOT NULL, cameo TEXT NOT NULL, quad_class INTEGER NOT NULL, score REAL NOT NULL,
      start_time TEXT, end_time TEXT, grain TEXT, modifier TEXT,
      day TEXT NOT NULL,
      place TEXT, country TEXT, latitude REAL, longitude REAL,
      passage TEXT NOT NULL,
      statement TEXT,
      confidence REAL NOT NULL, rule TEXT NOT NULL,
      UNIQUE (document, item)
    ) STRICT;
    CREATE INDEX event_by_day ON event(day, number);
    CREATE INDEX event_by_type ON event(type, day, number);
    CREATE INDEX event_by_status ON event(status, day, number);

    CREATE TABLE event_party (
      event INTEGER NOT NULL REFERENCES event(number) ON DELETE CASCADE,
      role TEXT NOT NULL,
      position INTEGER NOT NULL,
      member INTEGER NOT NULL,
      actor TEXT,
      text TEXT NOT NULL,
      day TEXT NOT NULL,
      PRIMARY KEY (event, role, position, member)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX event_party_by_actor ON event_party(actor, day, event, role);

    CREATE TABLE statement (
      number INTEGER PRIMARY KEY,
      document INTEGER NOT NULL REFERENCES document(number),
      item TEXT NOT NULL,
      act TEXT NOT NULL, quote TEXT NOT NULL,
      speaker_kind TEXT, speaker TEXT, speaker_text TEXT,
      audience TEXT, occasion TEXT,
      passage TEXT NOT NULL, content TEXT NOT NULL,
      start_time TEXT, end_time TEXT,
      day TEXT NOT NULL,
      via TEXT, rule TEXT NOT NULL,
      UNIQUE (document, item)
    ) STRICT;
    CREATE INDEX statement_by_day ON statement(day, number);
    CREATE INDEX statement_by_speaker ON statement(speaker, day, number);

    CREATE TABLE place (
      document INTEGER NOT NULL REFERENCES document(number),
      item TEXT NOT NULL,
      name TEXT NOT NULL, country TEXT, admin1 TEXT, latitude REAL, longitude REAL,
      geonames INTEGER,
      PRIMARY KEY (document, item)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX place_by_name ON place(name);
    CREATE INDEX place_by_geonames ON place(geonames);
    CREATE INDEX place_by_country ON place(country);

    CREATE TABLE time_expression (
      document INTEGER NOT NULL REFERENCES document(number),
      item TEXT NOT NULL,
      text TEXT NOT NULL, type TEXT NOT NULL,
      start_time TEXT, end_time TEXT, grain TEXT NOT NULL, modifier TEXT,
      PRIMARY KEY (document, item)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX time_expression_by_start ON time_expression(start_time);
    """

  private static let actors = """
    CREATE TABLE actor (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL, folded TEXT NOT NULL,
      kind TEXT NOT NULL, country TEXT, code TEXT NOT NULL, sectors TEXT NOT NULL, role TEXT,
      day TEXT NOT NULL,
      documents INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX actor_by_name ON actor(folded);

    CREATE TABLE appearance (
      document INTEGER NOT NULL REFERENCES document(number),
      actor TEXT NOT NULL REFERENCES actor(id),
      role TEXT,
      mentions INTEGER NOT NULL,
      day TEXT NOT NULL,
      PRIMARY KEY (document, actor)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX appearance_by_actor ON appearance(actor, day, document);

    CREATE TABLE office (
      number INTEGER PRIMARY KEY,
      actor TEXT NOT NULL,
      title TEXT NOT NULL, organisation TEXT NOT NULL,
      start_day TEXT NOT NULL, end_day TEXT NOT NULL,
      source TEXT NOT NULL,
      documents INTEGER NOT NULL,
      UNIQUE (actor, title, organisation, start_day, end_day, source)
    ) STRICT;

    CREATE TABLE office_evidence (
      document INTEGER NOT NULL REFERENCES document(number),
      office INTEGER NOT NULL REFERENCES office(number),
      PRIMARY KEY (document, office)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX office_evidence_by_office ON office_evidence(office);
    """

  // AUTOINCREMENT: a number is never given twice, so that listeners may ask for all that came after one.
  private static let newsLine = """
    CREATE TABLE headline (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      title TEXT NOT NULL, folded TEXT NOT NULL,
      url TEXT, site TEXT NOT NULL, section TEXT,
      published TEXT, grain TEXT, minute TEXT NOT NULL,
      moment TEXT NOT NULL,
      day TEXT NOT NULL,
      marks TEXT NOT NULL,
      document INTEGER UNIQUE REFERENCES document(number),
      first_read TEXT NOT NULL,
      UNIQUE (folded, minute, site)
    ) STRICT;
    CREATE INDEX headline_by_moment ON headline(moment, number);
    CREATE INDEX headline_by_day ON headline(day, moment, number);
    CREATE INDEX headline_by_section ON headline(section, moment, number);
    CREATE INDEX headline_by_site ON headline(site, moment, number);
    CREATE INDEX headline_stored ON headline(moment, number) WHERE document IS NOT NULL;
    CREATE INDEX headline_by_url ON headline(url);
    """
}
