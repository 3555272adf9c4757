import Knowledge
import Tables

/// A lexicon of times or quantities: the compiled-in table, and those of its name in users' folders.
///
/// A later table adds entries, or replaces those of the same key in the tables before it.
struct TableSource: Sendable {
  /// The compiled-in table's path.
  let path: String
  /// How many columns there are, and how many of the first must be filled.
  let columns: Int
  let required: Int
  /// How many of the first columns tell entries apart.
  let key: Int
  /// Reads tables and makes nothing of them.
  let read: @Sendable ([TabSeparatedTable]) throws -> Void

  static let numerals = TableSource(
    path: "lexicons/times/numerals.tsv", columns: 3, required: 3, key: 1
  ) { _ = try Numerals($0) }
  static let quantities = TableSource(
    path: "lexicons/times/quantities.tsv", columns: 3, required: 2, key: 2
  ) { _ = try QuantityLexicon($0) }
  static let timeWords = TableSource(
    path: "lexicons/times/words.tsv", columns: 4, required: 2, key: 3
  ) { _ = try TimeLexicon.words($0) }
  static let festivals = TableSource(
    path: "lexicons/times/festivals.tsv", columns: 2, required: 2, key: 1
  ) { _ = try TimeLexicon.festivals($0) }
  static let timePatterns = TableSource(
    path: "lexicons/times/patterns.tsv", columns: 5, required: 4, key: 2
  ) { _ = try TimeLexicon.patterns($0) }

  static let all = [numerals, quantities, timeWords, festivals, timePatterns]

  /// The name that a user's table has.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The tables, the compiled-in one first.
  ///
  /// - Throws: `TabSeparatedTable.Malformed` for a wrong number of columns or an empty cell.
  func tables(_ knowledge: KnowledgeBase) throws -> [TabSeparatedTable] {
    try [TabSeparatedTable(embedded: path, columns: columns, required: required)]
      + knowledge.userTables.filter { $0.name == name }.map {
        try TabSeparatedTable(file: $0.file, text: $0.text, columns: columns, required: required)
      }
  }

  /// What is wrong with a user's table, each line by itself.
  func faults(in table: KnowledgeBase.UserTable) -> [TabSeparatedTable.Malformed] {
    var faults: [TabSeparatedTable.Malformed] = []
    var lineOfKey: [String: Int] = [:]
    let lines = table.text.utf8.split(separator: 10, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      do {
        let single = try TabSeparatedTable(
          file: table.file, text: String(decoding: line, as: UTF8.self), columns: columns,
          required: required, firstLine: index + 1)
        try read([single])
        for row in single.rows {
          let key = row.cells.prefix(key).joined(separator: "\t")
          if let earlier = lineOfKey.updateValue(row.line, forKey: key) {
            throw TabSeparatedTable.Malformed(
              file: table.file, line: row.line,
              reason: "\"\(row[0])\" is defined already at line \(earlier)")
          }
        }
      } catch let fault as TabSeparatedTable.Malformed {
        faults.append(fault)
      } catch {
        faults.append(
          TabSeparatedTable.Malformed(file: table.file, line: index + 1, reason: "\(error)"))
      }
    }
    return faults
  }
}

extension Coder {
  /// What is wrong with a folder of lexicons, by file and line, those of times and quantities with them.
  ///
  /// - Returns: the faults; none where the folder would do. How many lines hold entries, and the files.
  /// - Throws: `TabSeparatedTable.Malformed` for a folder that can't be read.
  public static func check(
    folder: String
  ) throws -> (faults: [TabSeparatedTable.Malformed], entries: Int, files: [String]) {
    var (faults, entries, files) = try KnowledgeBase.check(folder: folder)
    for table in try KnowledgeBase.furtherTables(inFolder: folder) {
      for source in TableSource.all where source.name == table.name {
        faults += source.faults(in: table)
      }
    }
    faults.sort { ($0.file, $0.line, $0.reason) < ($1.file, $1.line, $1.reason) }
    return (faults, entries, files)
  }
}
