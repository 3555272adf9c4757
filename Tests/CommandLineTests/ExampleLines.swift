import Foundation
import Record

/// A record as one reads it by eye: a line for each event, statement, actor and headline, in their words.
///
/// Spans, ids and rules are left out: they change with every entry and model, and say nothing of what was understood.
struct ExampleLines {
  private let document: Document
  private let text: [Unicode.Scalar]

  init(_ document: Document) {
    self.document = document
    text = Array(document.page.text.unicodeScalars)
  }

  /// All lines, the events first.
  var lines: [String] {
    let page = document.page
    let head = [
      "page \(page.title ?? "—")",
      "head published \(page.published?.start ?? "—") | section \(page.section ?? "—")"
        + " | by \(page.authors.isEmpty ? "—" : page.authors.joined(separator: ", "))",
    ]
    let actors = document.actors.map { actor in
      "actor \(actor.name) | \(actor.kind.rawValue) | \(actor.code)"
        + (actor.role.map { " | \($0)" } ?? "")
    }
    let headlines = page.newsLine.map { "line \($0.published?.start ?? "—") | \($0.title)" }
    return head + document.events.map(line) + document.statements.map(line) + actors.sorted()
      + headlines
  }

  private func line(_ event: Event) -> String {
    var parts = [
      "event \(event.type.rawValue) \(event.status.rawValue)",
      "\(names(event.actors)) → \(names(event.recipients))",
    ]
    if let time = event.time { parts.append("when \(period(time))") }
    if let time = event.statusTime { parts.append("since \(period(time))") }
    if let place = event.place.flatMap({ id in document.places.first { $0.id == id } }) {
      parts.append("at \(place.name)")
    }
    let statement = document.statements.first { $0.id == event.statement }
    if event.statement != nil {
      parts.append("told by \(names(statement?.speaker.map { [$0] } ?? []))")
    }
    return parts.joined(separator: " | ") + " | “\(words(event.trigger))”"
  }

  private func line(_ statement: Statement) -> String {
    var parts = [
      "says \(statement.act.rawValue) \(statement.quote.rawValue)",
      names(statement.speaker.map { [$0] } ?? []),
    ]
    if let audience = statement.audience { parts.append("to \(audience)") }
    if let occasion = statement.occasion { parts.append("at \(occasion)") }
    if let time = statement.time { parts.append("when \(period(time))") }
    return (parts + statement.content.map { "“\(words($0))”" }).joined(separator: " | ")
  }

  /// Each mention's words, and its actor's name where that is another.
  private func names(_ ids: [String]) -> String {
    let names = ids.compactMap { id -> String? in
      guard let mention = document.mentions.first(where: { $0.id == id }) else { return nil }
      let actor = document.actors.first { $0.id == mention.actor }?.name
      return actor.map { $0 == mention.text ? $0 : "\(mention.text) (\($0))" } ?? mention.text
    }
    return names.isEmpty ? "—" : names.joined(separator: "; ")
  }

  private func period(_ time: When) -> String {
    let period =
      time.start == time.end ? time.start ?? "—" : "\(time.start ?? "")..\(time.end ?? "")"
    return time.modifier.map { "\(period) \($0)" } ?? period
  }

  private func words(_ span: Span) -> String {
    var words = String.UnicodeScalarView()
    words.append(contentsOf: text[span.start..<min(span.end, text.count)])
    return String(words).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// What a careful reader marked in the records of the example pages.
struct ReadersMark {
  /// How a mark and the record stand to each other.
  enum Verdict: String {
    /// The page says it, and the record has it.
    case right
    /// The page says it, and the record does not have it: a known fault.
    case missing
    /// The record has it, and the page does not say it: a known fault.
    case wrong
  }

  /// The line in the file, from 1.
  let number: Int
  /// The page's number, such as `01`.
  let page: String
  let verdict: Verdict
  /// What a line has to hold, in this order.
  let pieces: [String]
  /// What the page says there.
  let note: String

  /// Reads the file; comments begin with `#`.
  static func read(_ file: URL) throws -> [ReadersMark] {
    let lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
    return try lines.enumerated().compactMap { index, line in
      if line.isEmpty || line.hasPrefix("#") { return nil }
      let cells = line.components(separatedBy: "\t")
      guard cells.count == 4, let verdict = Verdict(rawValue: cells[1]) else {
        throw NotAMark(line: index + 1)
      }
      return ReadersMark(
        number: index + 1, page: cells[0], verdict: verdict,
        pieces: cells[2].components(separatedBy: " … "), note: cells[3])
    }
  }

  /// A line of the file that is no mark: page, verdict, pattern and note, with tabs between.
  struct NotAMark: Error { let line: Int }

  /// Whether a line of the record holds the pieces.
  func fits(_ line: String) -> Bool {
    var rest = line[...]
    for piece in pieces {
      guard let found = rest.range(of: piece) else { return false }
      rest = rest[found.upperBound...]
    }
    return true
  }
}
