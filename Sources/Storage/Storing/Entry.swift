import Record

/// A document made ready for the store: its record compressed, its rows laid out.
///
/// That is the dear part of storing, and needs no lock: make entries where documents are coded, in parallel. Cost:
/// linear in the record, about a millisecond for a page of 500 words.
public struct Entry: Sendable {
  /// What the caller named the document.
  public let input: String
  /// Names the revision.
  public let revision: String
  /// Names the thing.
  public let document: String

  let page: PageRecord
  /// Whether it has the record, not the page alone.
  let isWhole: Bool
  let producer: String
  let record: Deflated
  let moment: Moment
  let edited: Moment
  let opening: String
  let headlines: [HeadlineRow]
  let events: [EventRow]
  let statements: [StatementRow]
  let actors: [ActorRow]
  let places: [PlaceRow]
  let times: [TimeExpression]

  /// Lays out a record.
  ///
  /// - Throws: `EncodingError` where a number in it is none that JSON can hold.
  public init(_ document: Document) throws { try self.init(document, isWhole: true) }

  /// Lays out a page whose revision the store is known to have: only headlines that it lists may be new.
  public init(known page: PageRecord) throws { try self.init(Document(page: page), isWhole: false) }

  private init(_ document: Document, isWhole: Bool) throws {
    let encoder = JSONLineEncoder()
    self.isWhole = isWhole
    page = document.page
    input = page.input
    revision = page.id
    self.document = page.document
    producer = try encoder.encode(page.producer)
    record = isWhole ? Deflated(try encoder.encode(document)) : Deflated("")
    let moment = Moment(page.published)
    self.moment = moment
    edited = Moment(page.updated ?? page.published)
    let passages = Passages(page.text)
    opening = passages.opening(of: page.blocks)
    headlines = HeadlineRow.rows(of: page)
    let parties = Parties(document, passages: passages)
    events = document.events.map {
      EventRow($0, of: document, parties: parties, passages: passages, day: moment.day)
    }
    statements = document.statements.map {
      StatementRow($0, parties: parties, passages: passages, day: moment.day)
    }
    actors = document.actors.map { ActorRow($0, parties: parties) }
    places = document.places.map(PlaceRow.init)
    times = document.times
  }
}

/// The passages of a text, by code points.
struct Passages {
  private let scalars: [Unicode.Scalar]

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// The words of a span, as far as it lies in the text.
  subscript(start: Int, end: Int) -> String {
    let start = min(max(0, start), scalars.count)
    let end = min(max(start, end), scalars.count)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[start..<end])
    return String(view)
  }

  subscript(span: Span) -> String { self[span.start, span.end] }

  /// The first paragraph, cut at a word's end near 280 code points: for lists and feeds.
  func opening(of blocks: [Block]) -> String {
    let limit = 280
    let first = blocks.first { $0.kind != .heading }
    let start = min(max(0, first?.start ?? 0), scalars.count)
    var end = min(first?.end ?? scalars.count, scalars.count)
    guard end > start else { return "" }
    if let line = scalars[start..<end].firstIndex(of: "\n"), first == nil { end = line }
    guard end - start > limit else { return self[start, end] }
    let cut = scalars[start..<(start + limit)].lastIndex(of: " ") ?? start + limit
    return self[start, cut] + "…"
  }
}
