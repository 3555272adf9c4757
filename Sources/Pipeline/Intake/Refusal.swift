/// An input that was not taken in: which, where, what was found, and what would do.
public struct Refusal: Error, Sendable, Equatable, CustomStringConvertible {
  /// Why an input is refused, with the evidence.
  public enum Reason: Error, Sendable, Equatable {
    /// There is no such file or folder.
    case missing
    /// The system's own words for why it could not be read.
    case unreadable(String)
    /// No bytes at all, or only white space.
    case empty
    /// Bytes that are no text: what they were found to be.
    case binary(String)
    /// What is none of the feeds that are read: what was found.
    case notAFeed(String)
    /// A record of a web archive that cannot be read.
    case record(String)
    /// A web archive where one page was meant.
    case archive
    /// An address rather than a file.
    case address
    /// JSON that is not an object a line.
    case json(String)
    /// XML that is no page.
    case xml
    /// More bytes than the kind may have.
    case tooLarge(Capture.Kind, limit: Int)
    /// A line of JSON Lines with more bytes than a line may have.
    case lineTooLong(limit: Int)
    /// A line of JSON Lines that does not hold what it should.
    case line(String)
    /// A gzip stream that ends before its time.
    case gzipCut
    /// A gzip stream that does not decompress: zlib's own words.
    case gzipBroken(String)
    /// A gzip stream that grows past all measure.
    case gzipBomb(ratio: Int)
    /// Folders within folders past the limit.
    case tooDeep(limit: Int)
  }

  /// The path as given, or as found in a folder; of JSON Lines `PATH:LINE`.
  public let input: String
  /// Why.
  public let reason: Reason

  /// A refusal.
  public init(input: String, reason: Reason) {
    self.input = input
    self.reason = reason
  }

  /// `INPUT: what was found; what would do`.
  public var description: String { "\(input): \(reason.description)" }
}

extension Refusal.Reason: CustomStringConvertible {
  /// The wording of every refusal.
  public var description: String {
    switch self {
    case .missing: "no such file or folder"
    case .unreadable(let words): "cannot be read: \(words)"
    case .empty: "holds no text"
    case .binary(let found): "is \(found), not a page; HTML, text or JSON Lines would do"
    case .notAFeed(let found):
      "is no feed: \(found); RSS, Atom, RDF, a JSON feed or a news sitemap would do"
    case .record(let found): "the record \(found); the others are read"
    case .archive: "is a web archive, not a page; its file would do"
    case .address: "is an address: pages are not fetched yet; a saved file would do"
    case .json(let found): "is \(found); JSON Lines, an object with \"text\" a line, would do"
    case .xml: "is XML that is neither a page nor a feed; HTML would do"
    case .tooLarge(let kind, let limit):
      "is larger than the \(Self.size(limit)) that \(kind.rawValue) may have"
    case .lineTooLong(let limit): "the line is longer than \(Self.size(limit))"
    case .line(let found): "\(found); an object with \"text\" would do"
    case .gzipCut: "the gzip stream is cut off before its end"
    case .gzipBroken(let words): "the gzip stream is broken: \(words)"
    case .gzipBomb(let ratio):
      "the gzip stream grows to more than \(ratio) times its size, as no page does"
    case .tooDeep(let limit): "folders lie deeper than \(limit) in one another"
    }
  }

  private static func size(_ bytes: Int) -> String {
    bytes >= 1 << 20 ? "\(bytes >> 20) MB" : "\(bytes) bytes"
  }
}
