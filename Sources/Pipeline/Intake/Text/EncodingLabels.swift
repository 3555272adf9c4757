import Tables

/// An encoding that pages are written in.
struct TextEncoding: Sendable, Equatable {
  /// The WHATWG Encoding Standard's name.
  let name: String
  /// What the C library's iconv calls it.
  let systemName: String

  static let utf8 = TextEncoding(name: "UTF-8", systemName: "UTF-8")
  static let utf16LE = TextEncoding(name: "UTF-16LE", systemName: "UTF-16LE")
  static let utf16BE = TextEncoding(name: "UTF-16BE", systemName: "UTF-16BE")

  /// Whether bytes below 128 mean something else than in ASCII.
  var isWide: Bool { self == .utf16LE || self == .utf16BE }
}

/// The names that pages call encodings by, and what they mean by them (WHATWG Encoding Standard).
enum EncodingLabels {
  /// Encodings by label; the table is compiled in and cannot be malformed at run time.
  private static let table: [String: TextEncoding] = {
    var labels: [String: TextEncoding] = [:]
    guard
      let table = try? TabSeparatedTable(
        embedded: "lexicons/intake/encodings.tsv", columns: 3, required: 3)
    else { return labels }
    for row in table.rows {
      let encoding = TextEncoding(name: row[0], systemName: row[1])
      for label in row[2].split(separator: " ") { labels[String(label)] = encoding }
    }
    return labels
  }()

  /// The encoding of a label; nil where it is unknown, or UTF-8's.
  static func encoding(of label: String?) -> TextEncoding? {
    guard let label, label.utf8.count < 64 else { return nil }
    let bytes = label.utf8.drop { $0 <= 32 }
    let trimmed = bytes.prefix(
      bytes.count - bytes.reversed().prefix { $0 <= 32 }.count)
    return table[String(decoding: trimmed, as: UTF8.self).lowercased()]
  }

  /// The encoding of a name that the table is known to hold.
  static func named(_ label: String) -> TextEncoding { table[label] ?? .utf8 }
}
