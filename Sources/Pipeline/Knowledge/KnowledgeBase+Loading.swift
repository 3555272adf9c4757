import FoundationEssentials
import Record
import Tables

extension KnowledgeBase {
  /// The tables of named parties but people.
  static let partyTables = ["organisations.tsv", "armed-groups.tsv", "populations.tsv"]
  /// The table of who served which state.
  static let affiliationTable = "affiliations.tsv"
  /// The tables of places.
  static let placeTables = ["regions.tsv", "localities.tsv"]

  /// Whether a code has the form of ISO 3166-1 alpha-3.
  static func isAlpha3(_ code: String) -> Bool {
    code.utf8.count == 3 && code.utf8.allSatisfy { (65...90).contains($0) }
  }

  /// The lexicons that a folder may add to.
  static let tables =
    ["countries.tsv", "roles.tsv", "titles.tsv", "people.tsv", "offices.tsv", "aliases.tsv"]
    + partyTables + [affiliationTable] + placeTables + furtherTables
  /// Those of them that later stages read: times and quantities.
  static let furtherTables = [
    "festivals.tsv", "numerals.tsv", "patterns.tsv", "quantities.tsv", "words.tsv",
  ]

  /// A table of a user's folder that a later stage reads.
  public struct UserTable: Sendable {
    /// The file's name.
    public let name: String
    /// The path by which errors call it.
    public let file: String
    /// What is in it.
    public let text: String

    init(name: String, _ lexicon: Lexicon) {
      self.name = name
      file = lexicon.file
      text = lexicon.text(lexicon.bytes.indices)
    }
  }

  /// The tables of a folder that later stages read, by name.
  ///
  /// - Throws: `TabSeparatedTable.Malformed` for a folder or file that can't be read.
  public static func furtherTables(inFolder folder: String) throws -> [UserTable] {
    try lexiconNames(inFolder: folder).filter(furtherTables.contains).map {
      UserTable(name: $0, try lexicon(named: $0, inFolder: folder))
    }
  }

  /// The lexicons of a user's folder, by file name.
  ///
  /// - Throws: `TabSeparatedTable.Malformed` for a folder that can't be read, or a `.tsv` of a name that no
  ///   lexicon has (most often a slip, and never one to pass over in silence).
  static func lexicons(inFolder folder: String) throws -> [String: Lexicon] {
    var lexicons: [String: Lexicon] = [:]
    for name in try lexiconNames(inFolder: folder) {
      lexicons[name] = try lexicon(named: name, inFolder: folder)
    }
    return lexicons
  }

  /// The names of a folder's `.tsv` files, in order.
  static func lexiconNames(inFolder folder: String) throws -> [String] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw TabSeparatedTable.Malformed(
        file: folder, line: 0, reason: "is no folder that can be read")
    }
    return names.filter { $0.hasSuffix(".tsv") }.sorted()
  }

  /// A lexicon of a user's folder.
  static func lexicon(named name: String, inFolder folder: String) throws -> Lexicon {
    let path = "\(folder)/\(name)"
    guard tables.contains(name) else {
      throw TabSeparatedTable.Malformed(
        file: path, line: 0,
        reason: "no lexicon has this name; there are \(tables.sorted().joined(separator: ", "))")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw TabSeparatedTable.Malformed(file: path, line: 0, reason: "can't be read")
    }
    return Lexicon(file: path, bytes: Array(data))
  }

  /// The digest over all compiled-in lexicons and those of the users' folders.
  static func digest(folders: [[String: Lexicon]]) -> String {
    var bytes: [UInt8] = []
    for path in EmbeddedFile.paths where path.hasPrefix("lexicons/") {
      guard let file = EmbeddedFile(path) else { continue }
      bytes.append(contentsOf: path.utf8)
      bytes.append(10)
      bytes.append(contentsOf: file.bytes)
    }
    for folder in folders {
      for (name, lexicon) in folder.sorted(by: { $0.key < $1.key }) {
        bytes.append(contentsOf: name.utf8)
        bytes.append(10)
        bytes.append(contentsOf: lexicon.bytes)
      }
    }
    return SHA256.hexDigest(of: bytes)
  }
}
