/// A lexicon file: one entry a line, cells parted by tabs.
///
/// Lines that are empty or begin with `#` are comments. Trailing empty cells may be left out. Each row keeps its
/// line number, so that whatever reads it can name the line that is wrong. Cost: linear in the text.
public struct TabSeparatedTable: Sendable {
  /// One entry: its cells and the line that it stands on.
  public struct Row: Sendable {
    /// The cells, as many as the table has columns; an absent cell is empty.
    public let cells: [String]
    /// The line in the file, from 1.
    public let line: Int

    /// The cell of a column, from 0.
    public subscript(column: Int) -> String { cells[column] }
  }

  /// What is wrong with a table, and where.
  public struct Malformed: Error, CustomStringConvertible, Equatable {
    /// The file's name as the caller gave it.
    public let file: String
    /// The line, from 1.
    public let line: Int
    /// What was found and what would do.
    public let reason: String

    /// An error of this file and line.
    public init(file: String, line: Int, reason: String) {
      self.file = file
      self.line = line
      self.reason = reason
    }

    /// `FILE:LINE: REASON`.
    public var description: String { "\(file):\(line): \(reason)" }
  }

  /// The name by which errors call the file.
  public let file: String
  /// The entries, in the file's order.
  public let rows: [Row]

  /// Reads a table of `columns` columns, of which at least the first `required` are filled.
  ///
  /// - Parameter firstLine: the number of the text's first line in its file.
  /// - Throws: ``Malformed`` for a row with too many cells or an empty cell among the required.
  public init(
    file: String, text: String, columns: Int, required: Int = 1, firstLine: Int = 1
  ) throws(Malformed) {
    self.file = file
    var rows: [Row] = []
    var number = firstLine - 1
    for line in text.utf8.split(separator: 10, omittingEmptySubsequences: false) {
      number += 1
      var line = line
      if line.last == 13 { line = line.dropLast() }
      if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
      var cells = line.split(separator: 9, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      guard cells.count <= columns else {
        throw Malformed(
          file: file, line: number,
          reason: "\(cells.count) cells where the table has \(columns) columns")
      }
      while cells.count < columns { cells.append("") }
      if let empty = cells.prefix(required).firstIndex(of: "") {
        throw Malformed(file: file, line: number, reason: "column \(empty + 1) is empty")
      }
      rows.append(Row(cells: cells, line: number))
    }
    self.rows = rows
  }

  /// Reads a compiled-in table, such as `lexicons/states.tsv`.
  public init(embedded path: String, columns: Int, required: Int = 1) throws(Malformed) {
    guard let file = EmbeddedFile(path) else {
      throw Malformed(file: path, line: 0, reason: "no file of this name is compiled in")
    }
    try self.init(file: path, text: file.text, columns: columns, required: required)
  }

  /// The class that a row's cell names, of a closed set.
  ///
  /// - Throws: ``Malformed`` for any other, with those that there are.
  public func `class`<Class: RawRepresentable<String> & CaseIterable>(
    in row: Row, column: Int = 1
  ) throws(Malformed) -> Class {
    if let found = Class(rawValue: row[column]) { return found }
    throw Malformed(
      file: file, line: row.line,
      reason: "\"\(row[column])\" is no class; there are "
        + Class.allCases.map(\.rawValue).joined(separator: ", "))
  }
}
