import Record
import Storage

extension ArticleSummary: CSVRow {
  static let columns = [
    "document", "revision", "input", "url", "site", "title", "section", "language", "published",
    "grain", "read_at",
  ]

  var fields: [String?] {
    [
      document, revision, input, url, site, title, section, language, published?.start,
      published?.grain.rawValue, readAt,
    ]
  }
}

extension StoredEvent: CSVRow {
  static let columns = [
    "id", "document", "site", "published", "type", "mode", "contexts", "status", "category",
    "cameo", "quad_class", "score", "actors", "actor_names", "recipients", "recipient_names",
    "start", "end", "grain", "modifier", "day", "place", "country", "latitude", "longitude",
    "passage", "statement", "confidence", "rule",
  ]

  var fields: [String?] {
    [
      id, document, site, published?.start, type.rawValue, mode, contexts.joined(separator: " "),
      status.rawValue, category.rawValue, cameo, String(quadClass), number(score),
      ids("actor"), names("actor"), ids("recipient"), names("recipient"),
      start, end, grain, modifier, day, place, country, latitude.map(number),
      longitude.map(number), passage, statement, number(confidence), rule,
    ]
  }

  /// The actors' ids, those for whom a plural stands in its place.
  private func ids(_ role: String) -> String {
    parties.filter { $0.role == role }
      .flatMap { [$0.actor] + $0.members.map(\.actor) }.compactMap { $0 }.joined(separator: " ")
  }

  private func names(_ role: String) -> String {
    parties.filter { $0.role == role }.map { $0.name ?? $0.text }.joined(separator: "; ")
  }
}

extension StoredStatement: CSVRow {
  static let columns = [
    "id", "document", "site", "published", "act", "quote", "speaker", "speaker_name",
    "speaker_kind", "speaker_text", "audience", "occasion", "content", "start", "end", "day",
    "passage", "via", "rule",
  ]

  var fields: [String?] {
    [
      id, document, site, published?.start, act.rawValue, quote.rawValue, speaker, speakerName,
      speakerKind?.rawValue, speakerText, audience, occasion, content, start, end, day, passage,
      via, rule,
    ]
  }
}

extension StoredActor: CSVRow {
  static let columns = ["id", "name", "kind", "country", "sectors", "code", "role", "documents"]

  var fields: [String?] {
    [
      id, name, kind.rawValue, country, sectors.joined(separator: " "), code, role,
      String(documents),
    ]
  }
}

extension NewsLineItem: CSVRow {
  static let columns = [
    "number", "title", "url", "site", "section", "published", "grain", "marks", "document",
    "first_read",
  ]

  var fields: [String?] {
    [
      String(number), title, url, site, section, published?.start, published?.grain.rawValue,
      marks.joined(separator: " "), document, firstRead,
    ]
  }
}

/// A number in its shortest form: whole ones without a fraction, as in the records.
private func number(_ value: Double) -> String {
  value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
}
