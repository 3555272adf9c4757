import Tables

/// What the names of classes and addresses tell of authors.
struct AuthorMarks: Sendable {
  /// Words by their hashes.
  private var authors: Set<UInt64> = []
  private var others: Set<UInt64> = []
  private var paths: Set<String> = []
  private var longestPath = 0

  init() throws(TabSeparatedTable.Malformed) {
    let table = try TabSeparatedTable(
      embedded: "lexicons/pages/author_marks.tsv", columns: 2, required: 2)
    for row in table.rows {
      switch row[1] {
      case "author": authors.insert(NameHash.of(row[0]))
      case "other": others.insert(NameHash.of(row[0]))
      case "path": paths.insert(row[0])
      default: throw .init(file: table.file, line: row.line, reason: "there is no class \(row[1])")
      }
    }
    longestPath = paths.reduce(0) { max($0, $1.utf8.count) }
  }

  /// Whether a class attribute's value says that its element holds authors' names: a word for authors in it, and in the
  /// same name none for what else stands beside authors, such as their pictures.
  func speaks(_ value: ArraySlice<UInt8>) -> Bool {
    // The words end where letters do, and where a small letter meets a capital: "Author-authorName" is author, author, name.
    var isAuthor = false
    var isOther = false
    var word = NameHash()
    var length = 0
    func endWord() {
      guard length > 0 else { return }
      if authors.contains(word.value) { isAuthor = true }
      if others.contains(word.value) { isOther = true }
      word = NameHash()
      length = 0
    }
    var previous: UInt8 = 0
    for byte in value {
      let isLetter = (97...122).contains(byte | 32)
      if !isLetter || (65...90).contains(byte) && (97...122).contains(previous) { endWord() }
      if isLetter {
        word.add(byte)
        length += 1
      } else if byte <= 32 {
        if isAuthor, !isOther { return true }
        isAuthor = false
        isOther = false
      }
      previous = byte
    }
    endWord()
    return isAuthor && !isOther
  }

  /// Whether an address is that of an author's own page: below a folder named for authors.
  func leadsToAuthor(_ href: ArraySlice<UInt8>) -> Bool {
    var start = href.startIndex
    while let end = href[start...].firstIndex(of: UInt8(ascii: "/")) {
      let part = href[start..<end]
      start = end + 1
      guard !part.isEmpty else { continue }
      // Something has to stand below the folder.
      if part.count <= longestPath, paths.contains(String(decoding: part, as: UTF8.self)) {
        return href[start...].contains { $0 != UInt8(ascii: "/") }
      }
    }
    return false
  }
}
