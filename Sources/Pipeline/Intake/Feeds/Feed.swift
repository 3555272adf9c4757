/// What a feed says: RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed, or a news sitemap.
///
/// Values stand as the feed gives them; texts tell whether they are markup.
public struct Feed: Sendable, Equatable {
  /// The formats that are read.
  public enum Format: String, Sendable, CaseIterable {
    case rss, rdf, atom, json, sitemap
  }

  /// A text, which may hold HTML.
  public struct Text: Sendable, Equatable {
    /// As given, references of XML undone.
    public var value: String
    /// Whether it is to be read as HTML.
    public var isMarkup: Bool

    /// A text.
    public init(_ value: String, isMarkup: Bool) {
      self.value = value
      self.isMarkup = isMarkup
    }
  }

  /// One entry of the list.
  public struct Item: Sendable, Equatable {
    /// The headline.
    public var title: Text?
    /// Where the article stands.
    public var link: String?
    /// The feed's own name for it.
    public var id: String?
    /// When it was published, as given.
    public var published: String?
    /// When it was changed, as given.
    public var updated: String?
    /// Names as given, one an author.
    public var authors: [String] = []
    /// Sections or tags.
    public var categories: [String] = []
    /// The article's body.
    public var content: Text?
    /// A summary, or of RSS what stands as the description.
    public var summary: Text?
    /// BCP 47, where the item tells its own.
    public var language: String?

    /// An item that tells nothing.
    public init() {}
  }

  /// What a feed tells of itself.
  public struct Head: Sendable, Equatable {
    /// The feed's title.
    public var title: Text?
    /// The site's page.
    public var link: String?
    /// The feed's own address.
    public var address: String?
    /// The feed's own name for itself.
    public var id: String?
    /// When it was published, as given.
    public var published: String?
    /// When it was changed, as given.
    public var updated: String?
    /// Names as given.
    public var authors: [String] = []
    /// Sections or tags.
    public var categories: [String] = []
    /// BCP 47.
    public var language: String?

    /// A head that tells nothing.
    public init() {}
  }

  /// The format.
  public var format: Format
  /// What it tells of itself.
  public var head = Head()
  /// The list, in the feed's order.
  public var items: [Item] = []
  /// What a person should know of how it was read: where it is broken, bytes that meant nothing.
  public var warnings: [String] = []

  /// An empty feed.
  public init(format: Format) { self.format = format }

  /// Reads a feed.
  ///
  /// Broken XML is read as far as it goes, which ``warnings`` tell. Entities that a feed defines are not expanded. Cost:
  /// linear in the bytes; memory for the feed's own.
  ///
  /// - Parameter charset: the encoding that the server told.
  /// - Throws: `notAFeed`, with what was found.
  public init(_ bytes: [UInt8], charset: String? = nil) throws(Refusal.Reason) {
    let decoded = DecodedText(
      bytes, told: charset, declared: DeclaredEncoding.label(in: bytes))
    let text = Array(decoded.text.utf8)
    guard let first = text.first(where: { $0 > 32 }) else { throw .empty }
    if first == UInt8(ascii: "{") {
      self = try FeedJSON.feed(text)
    } else {
      self = try FeedXML.feed(text)
    }
    if decoded.replaced > 0 {
      warnings.append("\(decoded.replaced) bytes are no \(decoded.encoding)")
    }
  }
}

/// What a capture of a feed is: the list, or one of the articles that it carries.
public enum FeedPart: Sendable, Equatable {
  case list(Feed)
  /// An item with a body, and what its feed tells of itself.
  case item(Feed.Item, Feed.Head)
}

extension Feed.Item {
  /// A description with fewer bytes than this is a summary.
  private static let longestSummary = 1_500

  /// The article's body: the content, or a description of RSS that is long enough to be one.
  public var body: Feed.Text? {
    if let content, content.value.utf8.contains(where: { $0 > 32 }) { return content }
    guard let summary, summary.value.utf8.count > Self.longestSummary else { return nil }
    return summary
  }
}

extension Capture {
  /// The captures of a feed: its list, then each item that carries a body.
  ///
  /// An item is named by its address, else by its id, else by the feed's name and its number.
  static func captures(
    ofFeed bytes: [UInt8], input: String, fields: Fields
  ) throws(Refusal.Reason) -> [Capture] {
    let feed = try Feed(bytes, charset: fields.charset)
    var captures = [Capture(input: input, feed: .list(feed), fields: fields)]
    for (index, item) in feed.items.enumerated() where item.body != nil {
      captures.append(
        Capture(
          input: item.link ?? item.id ?? "\(input)#\(index + 1)", feed: .item(item, feed.head),
          fields: Fields(url: item.link)))
    }
    return captures
  }
}
