import Tables

/// What the names of classes and addresses tell of authors.
struct AuthorMarks: Sendable {
  private var authors: Set<String> = []
  private var others: Set<String> = []
  private var paths: Set<String> = []

  init() throws(TabSeparatedTable.Malformed) {
    let table = try TabSeparatedTable(
      embedded: "lexicons/pages/author_marks.tsv", columns: 2, required: 2)
    for row in table.rows {
      switch row[1] {
      case "author": authors.insert(row[0])
      case "other": others.insert(row[0])
      case "path": paths.insert(row[0])
      default: throw .init(file: table.file, line: row.line, reason: "there is no class \(row[1])")
      }
    }
  }

  /// Whether a class attribute's value says that its element holds authors' names: a word for authors in it, and in the
  /// same name none for what else stands beside authors, such as their pictures.
  func speaks(_ value: ArraySlice<UInt8>) -> Bool {
    for name in value.split(whereSeparator: { $0 <= 32 }) {
      var isAuthor = false
      var isOther = false
      for word in Self.words(name) {
        if authors.contains(word) { isAuthor = true }
        if others.contains(word) { isOther = true }
      }
      if isAuthor, !isOther { return true }
    }
    return false
  }

  /// Whether an address is that of an author's own page: below a folder named for authors.
  func leadsToAuthor(_ href: ArraySlice<UInt8>) -> Bool {
    let parts = href.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: true)
    guard parts.count >= 2 else { return false }
    for part in parts.dropLast() where paths.contains(String(decoding: part, as: UTF8.self)) {
      return true
    }
    return false
  }

  /// The words of a name, in small letters: "Author-authorName" is author, author, name.
  private static func words(_ name: ArraySlice<UInt8>) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var previous: UInt8 = 0
    for byte in name {
      let isLetter = (97...122).contains(byte | 32)
      if !isLetter || (65...90).contains(byte) && (97...122).contains(previous) {
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word = []
      }
      if isLetter { word.append(byte | 32) }
      previous = byte
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }
}
