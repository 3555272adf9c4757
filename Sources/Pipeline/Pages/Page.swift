import Record

/// What a page says: the article, what the page tells about it, and the site's news line.
///
/// Offsets of the blocks are bytes of ``text``'s UTF-8; the record counts code points.
public struct Page: Sendable, Equatable {
  /// A part of the body.
  public struct Block: Sendable, Equatable {
    /// What it is.
    public var kind: Record.Block.Kind
    /// Its bytes in the text.
    public var range: Range<Int>
    /// When a live blog's entry was posted.
    public var published: Stamp?

    /// A block.
    public init(kind: Record.Block.Kind, range: Range<Int>, published: Stamp? = nil) {
      self.kind = kind
      self.range = range
      self.published = published
    }
  }

  /// What the page calls its own address.
  public var canonicalURL: String?
  /// The registrable host.
  public var site: String?
  /// The headline, without the site's name.
  public var title: String?
  /// The page's section.
  public var section: String?
  /// People, one an entry.
  public var authors: [String] = []
  /// The agency whose report it is.
  public var credit: String?
  /// BCP 47.
  public var language: String?
  /// When the page says that it was published.
  public var published: Stamp?
  /// When it says that it was changed.
  public var updated: Stamp?
  /// The address of the picture that stands for the page.
  public var image: String?
  /// Whether only part of the article is shown.
  public var partial = false
  /// The body; paragraphs are parted by one blank line.
  public var text = ""
  /// Its parts, in order.
  public var blocks: [Block] = []
  /// Captions, outside the text.
  public var captions: [String] = []
  /// The dated headlines that the page lists, newest first, each once.
  public var newsLine: [Headline] = []
  /// What a reader should know of how the page was read: a date in the future, bytes that meant nothing.
  public var warnings: [String] = []

  /// An empty page.
  public init() {}
}
