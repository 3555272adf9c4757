/// What came in: one page or text as bytes, with what is known of where and when it was read.
public struct Capture: Sendable {
  /// What the bytes are.
  public enum Kind: String, Sendable, CaseIterable {
    case html
    /// Text copied from a page, with its title and furniture.
    case copied
    /// Plain text, kept to the letter; only a blank line is a hard break.
    case text
    /// JSON Lines: an object a line.
    case jsonl
    case conllu
    /// RSS, Atom, RDF, a JSON feed or a news sitemap.
    case feed
    /// A web archive.
    case warc
  }

  /// What the source says of the text, where it came with fields (JSON Lines).
  public struct Fields: Sendable, Equatable {
    /// The object's address.
    public var url: String?
    /// The headline.
    public var title: String?
    /// ISO 8601, as given.
    public var published: String?
    /// The section.
    public var section: String?
    /// BCP 47.
    public var language: String?
    /// The encoding that the server told.
    public var charset: String?

    /// Fields, all unknown unless told.
    public init(
      url: String? = nil, title: String? = nil, published: String? = nil, section: String? = nil,
      language: String? = nil, charset: String? = nil
    ) {
      self.charset = charset
      self.url = url
      self.title = title
      self.published = published
      self.section = section
      self.language = language
    }
  }

  /// What the caller named it: the path as given, a JSON Lines object's id, or `PATH:LINE`.
  public var input: String
  /// Never `jsonl`, each of whose lines is a capture of kind `text`, nor `warc`, whose records are of their own kinds.
  public var kind: Kind
  /// The content, decompressed; empty of a feed.
  public var bytes: [UInt8]
  /// Of a feed: its list, or an article that it carries.
  public var feed: FeedPart?
  /// What came with it.
  public var fields: Fields

  /// A capture.
  public init(input: String, kind: Kind, bytes: [UInt8], fields: Fields = Fields()) {
    self.input = input
    self.kind = kind
    self.bytes = bytes
    self.fields = fields
  }

  /// A capture of a feed.
  public init(input: String, feed: FeedPart, fields: Fields = Fields()) {
    self.init(input: input, kind: .feed, bytes: [], fields: fields)
    self.feed = feed
  }
}
