import Glibc
import Tables

/// The bytes of a lexicon file, read row by row without making strings of cells that nobody asks for.
///
/// The form is that of `TabSeparatedTable`, which makes a string of every cell: too slow for the gazetteer.
struct Lexicon: Sendable {
  /// The name by which errors call it.
  let file: String
  let bytes: [UInt8]
  /// Takes what is wrong with a line, which is then passed over; without it the first fault is thrown.
  var complaints: Complaints?

  /// A compiled-in lexicon of this stage.
  init(embedded name: String) throws(TabSeparatedTable.Malformed) {
    file = "lexicons/knowledge/\(name)"
    guard let embedded = EmbeddedFile(file) else {
      throw TabSeparatedTable.Malformed(
        file: file, line: 0, reason: "no file of this name is compiled in")
    }
    bytes = Array(embedded.bytes)
  }

  /// A lexicon of these bytes.
  init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
  }

  /// One entry, in place.
  struct Row {
    let lexicon: Lexicon
    let columns: [String]
    let line: Int
    let range: Range<Int>
    let cells: [Range<Int>]

    /// Whether a cell is absent or empty.
    func isEmpty(_ column: Int) -> Bool { column >= cells.count || cells[column].isEmpty }

    /// A cell's text; empty where it is absent.
    func text(_ column: Int) -> String {
      column < cells.count ? lexicon.text(cells[column]) : ""
    }

    /// The parts of a cell of several values, parted by `|`.
    func list(_ column: Int) -> [String] {
      guard column < cells.count, !cells[column].isEmpty else { return [] }
      return lexicon.bytes[cells[column]].split(separator: UInt8(ascii: "|"))
        .map { String(decoding: $0, as: UTF8.self) }
    }

    /// A number that tells rows of other cells apart (FNV-1a).
    func digest(of columns: Range<Int>) -> UInt64 {
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for column in columns {
        let cell = column < cells.count ? cells[column] : 0..<0
        for index in cell { hash = (hash ^ UInt64(lexicon.bytes[index])) &* 0x0000_0100_0000_01b3 }
        hash = (hash ^ 9) &* 0x0000_0100_0000_01b3
      }
      return hash
    }

    /// An error at a cell: what stands there and what would do.
    func malformed(_ column: Int, _ reason: String) -> TabSeparatedTable.Malformed {
      TabSeparatedTable.Malformed(
        file: lexicon.file, line: line,
        reason: "column \(column + 1) (\(columns[column])): \(reason)")
    }
  }

  /// The text of a range of bytes.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Calls with each line that is an entry: its number and its bytes.
  func forEachLine(_ body: (Int, Range<Int>) throws -> Void) rethrows {
    var start = 0
    var number = 0
    while start < bytes.count {
      number += 1
      var end = start + distance(from: start, to: 10)
      let next = end + 1
      if end > start, bytes[end - 1] == 13 { end -= 1 }
      if end > start, bytes[start] != UInt8(ascii: "#") { try body(number, start..<end) }
      start = next
    }
  }

  /// Calls with each entry of a table whose first `required` columns are filled.
  ///
  /// - Throws: `TabSeparatedTable.Malformed` for too many cells or an empty one among the required.
  func forEachRow(
    columns: [String], required: Int, _ body: (Row) throws -> Void
  ) throws {
    try forEachLine { number, range in
      let row = Row(
        lexicon: self, columns: columns, line: number, range: range, cells: cells(of: range))
      do {
        guard row.cells.count <= columns.count else {
          throw TabSeparatedTable.Malformed(
            file: file, line: number,
            reason: """
              \(row.cells.count) columns where the table has \(columns.count): \
              \(columns.joined(separator: ", "))
              """)
        }
        for column in 0..<required where row.isEmpty(column) {
          throw row.malformed(column, "is empty")
        }
        try body(row)
      } catch let fault as TabSeparatedTable.Malformed {
        guard let complaints else { throw fault }
        complaints.add(fault)
      }
    }
  }

  /// The cells of a line.
  func cells(of line: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    cells.reserveCapacity(8)
    var start = line.lowerBound
    for index in line where bytes[index] == 9 {
      cells.append(start..<index)
      start = index + 1
    }
    cells.append(start..<line.upperBound)
    return cells
  }

  /// How far off the next byte of a value is, or the end.
  private func distance(from start: Int, to byte: UInt8) -> Int {
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress,
        let found = memchr(base + start, Int32(byte), buffer.count - start)
      else { return buffer.count - start }
      return UnsafeRawPointer(found) - UnsafeRawPointer(base + start)
    }
  }
}
