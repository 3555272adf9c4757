/// Comma-separated values by RFC 4180, in UTF-8.
enum CSV {
  /// One row with its line end; nil is an empty field.
  static func line(_ fields: [String?]) -> String {
    fields.map { quoted($0 ?? "") }.joined(separator: ",") + "\r\n"
  }

  private static func quoted(_ field: String) -> String {
    // By code units: a carriage return and its line feed are one character.
    guard field.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else { return field }
    let inside = field.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"")
    return "\"\(inside)\""
  }
}

/// What can be a row of a table.
protocol CSVRow {
  /// The names of the columns.
  static var columns: [String] { get }
  /// One field a column.
  var fields: [String?] { get }
}
