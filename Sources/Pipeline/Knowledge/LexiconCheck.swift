import FoundationEssentials
import Synchronization
import Tables

/// What is wrong with some lexicons, in the order in which it was found.
final class Complaints: Sendable {
  private let found = Mutex<[TabSeparatedTable.Malformed]>([])

  func add(_ fault: TabSeparatedTable.Malformed) { found.withLock { $0.append(fault) } }

  /// The faults by file and line.
  var sorted: [TabSeparatedTable.Malformed] {
    found.withLock { $0 }.sorted { ($0.file, $0.line, $0.reason) < ($1.file, $1.line, $1.reason) }
  }
}

extension KnowledgeBase {
  /// What is wrong with a folder of lexicons, by file and line: all of it, where ``init(folders:)`` stops at the first.
  ///
  /// Lines that are wrong are passed over, so that one may be the reason why another knows no name.
  ///
  /// - Returns: the faults; none where the folder would do. And how many lines hold entries.
  /// - Throws: `TabSeparatedTable.Malformed` for a folder that can't be read.
  public static func check(
    folder: String
  ) throws -> (faults: [TabSeparatedTable.Malformed], entries: Int, files: [String]) {
    let complaints = Complaints()
    var layer: [String: Lexicon] = [:]
    var entries = 0
    for name in try lexiconNames(inFolder: folder) {
      do {
        var lexicon = try lexicon(named: name, inFolder: folder)
        lexicon.complaints = complaints
        lexicon.forEachLine { _, _ in entries += 1 }
        layer[name] = lexicon
      } catch let fault as TabSeparatedTable.Malformed {
        complaints.add(fault)
      }
    }
    _ = try KnowledgeBase(layers: [layer])
    return (complaints.sorted, entries, layer.keys.sorted())
  }
}
