import GRDB
import Record

/// A line of the news line of all that is stored.
public struct NewsLineItem: Sendable, Equatable, Encodable {
  /// Grows with every new line, and is never given twice.
  public var number: Int64
  /// The headline.
  public var title: String
  /// Where it leads; an address of the web, or nil.
  public var url: String?
  /// The site that it was read on.
  public var site: String?
  /// The article's section.
  public var section: String?
  /// When it was published, as printed.
  public var published: Stamp?
  /// The same in UTC as it is sorted; nil where unknown.
  public var moment: String?
  /// Such as `video` or `live`.
  public var marks: [String]
  /// The stored article's document, where it is stored.
  public var document: String?
  /// The article's opening, where it is stored.
  public var opening: String?
  /// When it was first read, in UTC.
  public var firstRead: String

  /// Where it stands in the news line.
  public var key: PageKey { PageKey(sort: moment ?? "", number: number) }
  /// The day on which it was published, as printed.
  public var day: String? { published.map { String($0.start.prefix(10)) } }

  enum CodingKeys: String, CodingKey {
    case number, title, url, site, section, published, moment, marks, document, opening
    case firstRead = "first_read"
  }

  static let columns = """
    h.number, h.title, h.url, h.site, h.section, h.published, h.grain, h.moment, h.marks,
    d.id AS document, r.opening, h.first_read
    FROM headline h LEFT JOIN document d ON d.number = h.document
      LEFT JOIN revision r ON r.number = d.revision
    """

  init(_ row: Row) {
    number = row["number"]
    title = row["title"]
    url = row["url"]
    site = known(row["site"])
    section = row["section"]
    published = stamp(row["published"], row["grain"])
    moment = known(row["moment"])
    marks = words(row["marks"])
    document = row["document"]
    opening = known(row["opening"])
    firstRead = row["first_read"]
  }
}

/// Which lines of the news line are wanted.
public struct NewsLineFilter: Sendable, Equatable {
  /// `YYYY-MM-DD`.
  public var day: String?
  /// A section's name.
  public var section: String?
  /// A site.
  public var site: String?
  /// Whether only articles that are stored are wanted, not headlines that others list.
  public var storedOnly: Bool

  /// All lines, unless told otherwise.
  public init(
    day: String? = nil, section: String? = nil, site: String? = nil, storedOnly: Bool = false
  ) {
    self.day = day
    self.section = section
    self.site = site
    self.storedOnly = storedOnly
  }
}

/// A name that lines of the news line share, with their number.
public struct Tally: Sendable, Equatable, Encodable {
  /// A section, a day or a site.
  public var name: String
  /// How many lines have it.
  public var count: Int
}

extension Archive {
  /// A page of the news line, newest first; what has no time comes last.
  public func newsLine(
    _ filter: NewsLineFilter = NewsLineFilter(), after key: PageKey? = nil, limit: Int = 50
  ) throws -> Listing<NewsLineItem> {
    var conditions = Conditions()
    conditions.equal("h.day", filter.day)
    conditions.equal("h.section", filter.section)
    conditions.equal("h.site", filter.site)
    if filter.storedOnly { conditions.add("h.document IS NOT NULL") }
    conditions.after(key, "h.moment, h.number")
    let sql = """
      SELECT \(NewsLineItem.columns) \(conditions.sql)
      ORDER BY h.moment DESC, h.number DESC LIMIT \(limit + 1)
      """
    return try read { db in
      let rows = try Row.fetchAll(
        db.cachedStatement(sql: sql), arguments: conditions.arguments)
      return Listing(rows.map(NewsLineItem.init), limit: limit, key: \.key)
    }
  }

  /// The lines that came after a number, in the order in which they came: for those who listen.
  public func newsLine(since number: Int64, limit: Int = 100) throws -> [NewsLineItem] {
    try read { db in
      try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT \(NewsLineItem.columns) WHERE h.number > ? ORDER BY h.number LIMIT ?
            """), arguments: [number, limit]
      ).map(NewsLineItem.init)
    }
  }

  /// The highest number given to a line; 0 in an empty store.
  public func latestHeadline() throws -> Int64 {
    try read { db in
      try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT seq FROM sqlite_sequence WHERE name = 'headline'")) ?? 0
    }
  }

  /// The sections of stored articles, the fullest first.
  public func sections() throws -> [Tally] {
    try tally(
      """
      SELECT section AS name, count(*) AS count FROM headline WHERE section IS NOT NULL
      GROUP BY section ORDER BY count DESC, name
      """)
  }

  /// The sites that headlines lead to, the fullest first.
  public func sites() throws -> [Tally] {
    try tally(
      """
      SELECT site AS name, count(*) AS count FROM headline WHERE site <> ''
      GROUP BY site ORDER BY count DESC, name
      """)
  }

  /// The days that have headlines, the latest first.
  public func days(limit: Int = 31) throws -> [Tally] {
    try tally(
      """
      SELECT day AS name, count(*) AS count FROM headline WHERE day <> ''
      GROUP BY day ORDER BY day DESC LIMIT \(limit)
      """)
  }

  private func tally(_ sql: String) throws -> [Tally] {
    try read { db in
      try Row.fetchAll(db.cachedStatement(sql: sql))
        .map { Tally(name: $0["name"], count: $0["count"]) }
    }
  }
}

/// A text column in which nothing is known as `''`.
func known(_ text: String?) -> String? { text.flatMap { $0.isEmpty ? nil : $0 } }

/// A text column of words.
func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

func stamp(_ start: String?, _ grain: String?) -> Stamp? {
  guard let start, let grain = grain.flatMap(Grain.init(rawValue:)) else { return nil }
  return Stamp(start: start, grain: grain)
}
