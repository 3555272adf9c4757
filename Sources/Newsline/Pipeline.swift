import Coding
import Intake
import Knowledge
import Pages
import Record
import Syntax

/// One document in, one record out: the stages in their order.
///
/// Immutable and safe to share between threads; the same capture gives the same record on every thread, run and
/// machine. Cost: linear in the document; opening reads the lexicons once.
public struct Pipeline: Sendable {
  /// What the caller may set.
  public struct Options: Sendable {
    /// Folders of lexicons that add to the compiled-in ones or override them.
    public var lexicons: [String]
    /// Tells local times' offset from UTC, for pages that print none.
    public var zone: LocalZone?
    /// The day on which it runs: a date line after it gets a warning.
    public var today: CalendarDay?
    /// Whether events are given undecided, for training the layer that decides on them.
    public var proposesEvents = false
    /// A folder whose events' lexicons stand for the compiled-in ones, for trying frames without a build.
    public var frames: String?

    /// Options, the compiled-in knowledge alone unless told otherwise.
    public init(lexicons: [String] = [], zone: LocalZone? = nil, today: CalendarDay? = nil) {
      self.lexicons = lexicons
      self.zone = zone
      self.today = today
    }
  }

  /// A document as far as it has been read, for those who want to see how its record came about.
  public struct Coded: Sendable {
    /// The record.
    public let document: Document
    /// The trees, and what was found in them with its evidence.
    public let reading: Reading
    /// What a person should know of the page, such as a date line in the future.
    public let warnings: [String]
  }

  /// A page's own fields, with what a person should know of it.
  public struct Paged: Sendable {
    /// The fields.
    public let record: PageRecord
    /// What a person should know.
    public let warnings: [String]
  }

  private let options: Options
  private let pages: PageReader
  private let syntax: SyntaxModel
  private let coder: Coder
  private let producer: Producer

  /// Opens the compiled-in model and lexicons, and the caller's lexicons.
  ///
  /// - Throws: `TabSeparatedTable.Malformed`, naming file and line, for a lexicon that cannot be read.
  public init(_ options: Options = Options()) throws {
    self.options = options
    let knowledge = try KnowledgeBase(folders: options.lexicons)
    pages = try PageReader(today: options.today)
    syntax = SyntaxModel()
    coder = try Coder(
      knowledge: knowledge, proposesEvents: options.proposesEvents, frames: options.frames)
    producer = Producer(
      version: newslineVersion, model: syntax.digest, lexicons: knowledge.digest)
  }

  /// What a page says of itself, by a reader alone: neither model nor knowledge is opened.
  public static func page(_ capture: Capture, by reader: PageReader, zone: LocalZone?) -> Paged {
    let page = reader.read(capture)
    let record = PageRecord(
      page, of: capture, producer: Producer(version: newslineVersion), zone: zone)
    return Paged(record: record, warnings: page.warnings)
  }

  /// The whole record of a document.
  public func code(_ capture: Capture) -> Coded {
    let page = pages.read(capture)
    return code(page, PageRecord(page, of: capture, producer: producer, zone: options.zone))
  }

  /// What became of a document that is coded only where that is news.
  public enum Outcome: Sendable {
    /// It was known, and its page alone was read.
    case known(Paged)
    /// It was coded.
    case coded(Coded)
  }

  /// The whole record of a document, unless its page tells that it is known.
  public func code(
    _ capture: Capture, unless isKnown: (PageRecord) throws -> Bool
  ) rethrows -> Outcome {
    let page = pages.read(capture)
    let record = PageRecord(page, of: capture, producer: producer, zone: options.zone)
    if try isKnown(record) { return .known(Paged(record: record, warnings: page.warnings)) }
    return .coded(code(page, record))
  }

  private func code(_ page: Page, _ record: PageRecord) -> Coded {
    let tree = syntax.read(page.text, breaks: page.blocks.map(\.range.upperBound))
    let reading = coder.code(
      tree, published: record.published.flatMap { CalendarDay(iso: $0.start) },
      headings: page.blocks.filter { $0.kind == .heading }.map(\.range))
    return Coded(
      document: reading.record(page: record), reading: reading, warnings: page.warnings)
  }
}

extension PageRecord {
  /// The record's fields of a page: bytes become code points, local times get the caller's zone.
  init(_ page: Page, of capture: Capture, producer: Producer, zone: LocalZone?) {
    let points = CodePoints(page.text)
    func placed(_ stamp: Stamp?) -> Stamp? { stamp.map { zone?.placed($0) ?? $0 } }
    self.init(
      input: capture.input, producer: producer, url: capture.fields.url,
      canonicalURL: page.canonicalURL, site: page.site, title: page.title, section: page.section,
      authors: page.authors, credit: page.credit, language: page.language,
      published: placed(page.published), updated: placed(page.updated), image: page.image,
      partial: page.partial ? true : nil, text: page.text,
      blocks: page.blocks.map { block in
        let span = points.span(block.range)
        return Block(
          kind: block.kind, start: span.start, end: span.end, published: placed(block.published))
      },
      captions: page.captions,
      newsLine: page.newsLine.map { headline in
        var headline = headline
        headline.published = placed(headline.published)
        return headline
      })
  }
}
