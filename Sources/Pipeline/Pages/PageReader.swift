import Intake
import Record
import Tables

/// What a page says: from the bytes of a capture to its article, metadata and news line.
///
/// Immutable; the same capture gives the same page. Cost: linear in the bytes.
public struct PageReader: Sendable {
  private let rules: PageRules
  private let today: CalendarDay?

  /// A reader that finds dates after `today` worth a warning; none, where that is nil.
  public init(today: CalendarDay? = nil) throws(TabSeparatedTable.Malformed) {
    rules = try PageRules()
    self.today = today
  }

  /// Reads a page or text.
  public func read(_ capture: Capture) -> Page {
    var page: Page
    switch capture.kind {
    case .copied:
      let decoded = DecodedText(capture.bytes, told: capture.fields.charset)
      page = CopiedTextReader(rules: rules).read(decoded.text)
      note(decoded, in: &page)
    case .html:
      let decoded = DecodedText(
        capture.bytes, told: capture.fields.charset,
        declared: DeclaredEncoding.label(in: capture.bytes))
      page = HTMLPageReader(rules: rules).read(Array(decoded.text.utf8), url: capture.fields.url)
      note(decoded, in: &page)
    case .feed where capture.feed != nil:
      page = FeedPageReader(rules: rules).read(capture.feed, address: capture.fields.url)
    case .text, .jsonl, .conllu, .feed, .warc:
      let decoded = DecodedText(capture.bytes, told: capture.fields.charset)
      page = PlainText.page(decoded.text)
      if page.language == nil { page.language = rules.languages.language(of: page.text) }
      note(decoded, in: &page)
    }
    carryOver(capture.fields, into: &page)
    if let today, let day = page.published.flatMap({ CalendarDay(iso: $0.start) }), day > today {
      page.warnings.append("the date line \(page.published?.start ?? "") lies in the future")
    }
    return page
  }

  private func note(_ decoded: DecodedText, in page: inout Page) {
    if decoded.replaced > 0 {
      page.warnings.append("\(decoded.replaced) bytes are no \(decoded.encoding)")
    }
  }

  /// What came with the text stands above what the text shows.
  private func carryOver(_ fields: Capture.Fields, into page: inout Page) {
    page.title = fields.title ?? page.title
    page.section = fields.section ?? page.section
    page.language = fields.language ?? page.language
    if let published = fields.published {
      if let time = rules.dates.find(in: published).first(where: { $0.day != nil }) {
        page.published = time.stamp
      } else {
        page.warnings.append("\"published\" is no date: \(published.prefix(40))")
      }
    }
  }
}
