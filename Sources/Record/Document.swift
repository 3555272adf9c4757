/// Newsline's record of one document: the page, and what it reports.
///
/// It is the object of one line of `newsline code`; its JSON Schema stands in Documentation/record.schema.json.
public struct Document: Codable, Sendable, Equatable {
  /// The page's own fields.
  public var page: PageRecord
  /// The sentences of the text.
  public var sentences: [Span]
  /// Every reference to a party.
  public var mentions: [Mention]
  /// Whom the mentions refer to.
  public var actors: [Actor]
  /// Time expressions.
  public var times: [TimeExpression]
  /// Places named.
  public var places: [Place]
  /// Amounts.
  public var quantities: [Quantity]
  /// Who said what.
  public var statements: [Statement]
  /// Who did what to whom.
  public var events: [Event]
  /// On whose word all of it stands; nil in records from before it was counted.
  public var sourcing: Sourcing?

  /// A record of a page, with nothing found yet.
  public init(page: PageRecord) {
    self.page = page
    sentences = []
    mentions = []
    actors = []
    times = []
    places = []
    quantities = []
    statements = []
    events = []
  }

  enum CodingKeys: String, CodingKey, CaseIterable {
    case sentences, mentions, actors, times, places, quantities, statements, events, sourcing
  }

  /// Reads the page's fields and the document's from one object.
  public init(from decoder: any Decoder) throws {
    page = try PageRecord(from: decoder)
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    sentences = try fields.decode([Span].self, forKey: .sentences)
    mentions = try fields.decode([Mention].self, forKey: .mentions)
    actors = try fields.decode([Actor].self, forKey: .actors)
    times = try fields.decode([TimeExpression].self, forKey: .times)
    places = try fields.decode([Place].self, forKey: .places)
    quantities = try fields.decode([Quantity].self, forKey: .quantities)
    statements = try fields.decode([Statement].self, forKey: .statements)
    events = try fields.decode([Event].self, forKey: .events)
    sourcing = try fields.decodeIfPresent(Sourcing.self, forKey: .sourcing)
  }

  /// Writes both into one object, the page's fields first.
  public func encode(to encoder: any Encoder) throws {
    try page.encode(to: encoder)
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(sentences, forKey: .sentences)
    try fields.encode(mentions, forKey: .mentions)
    try fields.encode(actors, forKey: .actors)
    try fields.encode(times, forKey: .times)
    try fields.encode(places, forKey: .places)
    try fields.encode(quantities, forKey: .quantities)
    try fields.encode(statements, forKey: .statements)
    try fields.encode(events, forKey: .events)
    try fields.encodeIfPresent(sourcing, forKey: .sourcing)
  }
}
