/// What a page says of itself: the document fields of the record down to its news line.
///
/// `newsline page` prints just this; ``Document`` begins with it.
public struct PageRecord: Codable, Sendable, Equatable {
  /// The version of the contract.
  public static let format = 1

  /// The contract's version, 1.
  public var format = PageRecord.format
  /// What the caller named it: path, URL, a JSON Lines object's id, or `PATH:LINE`.
  public var input: String
  /// Names this revision: SHA-256 of canonical URL (or nothing), a newline, and the text.
  public var id: String
  /// Names the thing over its revisions: SHA-256 of the canonical URL, else ``id``.
  public var document: String
  /// What made the record.
  public var producer: Producer
  /// Where it was read.
  public var url: String?
  /// What the page calls its own address.
  public var canonicalURL: String?
  /// The registrable host.
  public var site: String?
  /// The headline, without the site's name.
  public var title: String?
  /// The page's own section.
  public var section: String?
  /// People, one an entry.
  public var authors: [String]
  /// The agency whose report it is.
  public var credit: String?
  /// BCP 47.
  public var language: String?
  /// When the page says that it was published.
  public var published: Stamp?
  /// When it says that it was last changed.
  public var updated: Stamp?
  /// The address of the picture that stands for the page.
  public var image: String?
  /// True where the page shows only part of the article.
  public var partial: Bool?
  /// The article's body; paragraphs are parted by one blank line.
  public var text: String
  /// Its parts, in order.
  public var blocks: [Block]
  /// Captions, which stand outside ``text``.
  public var captions: [String]
  /// The dated headlines listed beside the article, newest first, each once.
  public var newsLine: [Headline]

  /// A page; the ids follow from URL and text.
  public init(
    input: String, producer: Producer, url: String? = nil, canonicalURL: String? = nil,
    site: String? = nil, title: String? = nil, section: String? = nil, authors: [String] = [],
    credit: String? = nil, language: String? = nil, published: Stamp? = nil,
    updated: Stamp? = nil, image: String? = nil, partial: Bool? = nil, text: String,
    blocks: [Block] = [], captions: [String] = [],
    newsLine: [Headline] = []
  ) {
    self.input = input
    self.producer = producer
    self.url = url
    self.canonicalURL = canonicalURL
    self.site = site
    self.title = title
    self.section = section
    self.authors = authors
    self.credit = credit
    self.language = language
    self.published = published
    self.updated = updated
    self.image = image
    self.partial = partial
    self.text = text
    self.blocks = blocks
    self.captions = captions
    self.newsLine = newsLine
    id = SHA256.hexDigest(of: (canonicalURL ?? "") + "\n" + text)
    document = canonicalURL.map { SHA256.hexDigest(of: $0) } ?? id
  }

  enum CodingKeys: String, CodingKey, CaseIterable {
    case format, input, id, document, producer, url
    case canonicalURL = "canonical_url"
    case site, title, section, authors, credit, language, published, updated, image, partial, text
    case blocks, captions
    case newsLine = "news_line"
  }
}

/// What made a record: so that two records can be compared, or one made again.
public struct Producer: Codable, Sendable, Hashable {
  /// The program's version.
  public var version: String
  /// SHA-256 of the syntax model; nil where none was run.
  public var model: String?
  /// SHA-256 over all lexicons in use.
  public var lexicons: String?

  /// A producer of this version, model and lexicons.
  public init(version: String, model: String? = nil, lexicons: String? = nil) {
    self.version = version
    self.model = model
    self.lexicons = lexicons
  }
}

/// A part of the article's body.
public struct Block: Codable, Sendable, Hashable {
  /// What a block is: `quote` is a set-off one, `entry` one of a live blog.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    case heading, paragraph
    case listItem = "list_item"
    case quote, entry
  }

  /// What it is.
  public var kind: Kind
  /// The first code point.
  public var start: Int
  /// One past the last.
  public var end: Int
  /// When a live blog's entry was posted.
  public var published: Stamp?

  /// A block over `[start, end)`.
  public init(kind: Kind, start: Int, end: Int, published: Stamp? = nil) {
    self.kind = kind
    self.start = start
    self.end = end
    self.published = published
  }
}

/// One line of a site's news line.
public struct Headline: Codable, Sendable, Hashable {
  /// What stands beside a headline to say what the item holds.
  public enum Mark: String, Codable, Sendable, CaseIterable {
    case video, photo, live, audio, updated, exclusive, opinion, interview, analysis, breaking
  }

  /// The headline, its marks taken off.
  public var title: String
  /// Where it leads, if the page says so.
  public var url: String?
  /// The time that stands beside it.
  public var published: Stamp?
  /// The marks.
  public var marks: [Mark]
  /// True of the one that is the page's own article; else nil.
  public var own: Bool?

  /// A headline.
  public init(
    title: String, url: String? = nil, published: Stamp? = nil, marks: [Mark] = [],
    own: Bool? = nil
  ) {
    self.title = title
    self.url = url
    self.published = published
    self.marks = marks
    self.own = own
  }
}
