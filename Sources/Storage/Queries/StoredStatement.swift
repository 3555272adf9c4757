import Record

/// A statement of a document's current revision.
public struct StoredStatement: Sendable, Equatable, Encodable {
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
  /// What was done by saying it.
  public var act: Statement.Act
  /// In whose words it is told.
  public var quote: Statement.Quote
  /// How the speaker is known.
  public var speakerKind: Statement.SpeakerKind?
  /// The speaker's id in the store; nil where nobody known is meant.
  public var speaker: String?
  /// The speaker's name.
  public var speakerName: String?
  /// The words that name the speaker.
  public var speakerText: String?
  /// To whom.
  public var audience: String?
  /// At what.
  public var occasion: String?
  /// The whole passage.
  public var passage: String
  /// The words said.
  public var content: String
  /// When, ISO 8601.
  public var start: String?
  /// Until when.
  public var end: String?
  /// The day by which it is sorted: its own, or else its document's.
  public var day: String?
  /// The name of the statement that carries it.
  public var via: String?
  /// What found it.
  public var rule: String

  let number: Int64

  var key: PageKey { PageKey(sort: day ?? "", number: number) }

  enum CodingKeys: String, CodingKey {
    case id, document, title, site, published, act, quote
    case speakerKind = "speaker_kind"
    case speaker
    case speakerName = "speaker_name"
    case speakerText = "speaker_text"
    case audience, occasion, passage, content, start, end, day, via, rule
  }
}

/// Which statements are wanted.
public struct StatementFilter: Sendable, Equatable {
  /// The speaker's id in the store.
  public var speaker: String?
  /// What was done by saying it.
  public var act: Statement.Act?
  /// The first day: a year, month or day of ISO 8601.
  public var since: String?
  /// The last day.
  public var until: String?

  /// All statements, unless told otherwise.
  public init(
    speaker: String? = nil, act: Statement.Act? = nil, since: String? = nil, until: String? = nil
  ) {
    self.speaker = speaker
    self.act = act
    self.since = since
    self.until = until
  }
}
