import FoundationEssentials
import Record
import Tables

extension KnowledgeBase {
  /// The tables of named parties but people.
  static let partyTables = ["organisations.tsv", "armed-groups.tsv", "populations.tsv"]
  /// The tables of places.
  static let placeTables = ["regions.tsv", "localities.tsv"]

  /// Whether a code has the form of ISO 3166-1 alpha-3.
  static func isAlpha3(_ code: String) -> Bool {
    code.utf8.count == 3 && code.utf8.allSatisfy { (65...90).contains($0) }
  }

  /// The lexicons of a user's folder, by file name.
  ///
  /// - Throws: `TabSeparatedTable.Malformed` for a folder that can't be read, or a `.tsv` of a name that no
  ///   compiled-in lexicon has (most often a slip, and never one to pass over in silence).
  static func lexicons(inFolder folder: String) throws -> [String: Lexicon] {
    let known = EmbeddedFile.paths.filter { $0.hasSuffix(".tsv") }
      .compactMap { $0.split(separator: "/").last.map(String.init) }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw TabSeparatedTable.Malformed(
        file: folder, line: 0, reason: "is no folder that can be read")
    }
    var lexicons: [String: Lexicon] = [:]
    for name in names.sorted() where name.hasSuffix(".tsv") {
      let path = "\(folder)/\(name)"
      guard known.contains(name) else {
        throw TabSeparatedTable.Malformed(
          file: path, line: 0,
          reason: "no lexicon has this name; there are \(known.sorted().joined(separator: ", "))")
      }
      guard let data = FileManager.default.contents(atPath: path) else {
        throw TabSeparatedTable.Malformed(file: path, line: 0, reason: "can't be read")
      }
      lexicons[name] = Lexicon(file: path, bytes: Array(data))
    }
    return lexicons
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
