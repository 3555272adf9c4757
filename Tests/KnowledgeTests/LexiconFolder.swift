import Foundation
import Knowledge
import Tables

/// A folder of lexicons that lasts as long as a test.
struct LexiconFolder: ~Copyable {
  let path: String

  init(_ files: [String: String]) throws {
    path = FileManager.default.temporaryDirectory.path + "/lexicons-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// What is wrong with a set of lexicons; nil where they are read.
func complaint(about files: [String: String]) throws -> String? {
  let folder = try LexiconFolder(files)
  do {
    _ = try KnowledgeBase(folders: [folder.path])
    return nil
  } catch let error as TabSeparatedTable.Malformed {
    return String(error.description.dropFirst(folder.path.count + 1))
  }
}
