import Tables

/// What the words of class and id attributes tell of an element.
struct ClassWords: Sendable {
  /// What an element is said to be; several may hold.
  struct Roles: OptionSet, Sendable {
    let rawValue: UInt16
    /// A box around a picture; what else stands in it is its caption.
    static let picture = Roles(rawValue: 64)
    /// A live blog.
    static let live = Roles(rawValue: 128)
    static let furniture = Roles(rawValue: 1)
    static let byline = Roles(rawValue: 2)
    static let caption = Roles(rawValue: 4)
    static let body = Roles(rawValue: 8)
    static let lead = Roles(rawValue: 16)
    static let comments = Roles(rawValue: 32)
    /// What leads to another article, unless it stands above the text, where a lead may be called so.
    static let teaser = Roles(rawValue: 256)
  }

  private var roles: [UInt64: Roles] = [:]
  /// After these a word tells of something else: "has-sidebar", "no-comments".
  private static let negations: Set<UInt64> = Set(
    ["has", "no", "not", "with", "without", "is", "hide", "hides", "show", "shows", "enable", "js"]
      .map { NameHash.of($0) })

  init() throws(TabSeparatedTable.Malformed) {
    let table = try TabSeparatedTable(
      embedded: "lexicons/pages/page_classes.tsv", columns: 2, required: 2)
    for row in table.rows {
      let role: Roles
      switch row[1] {
      case "furniture": role = row[0].contains("comment") ? [.furniture, .comments] : .furniture
      case "byline": role = .byline
      case "caption": role = .caption
      case "body": role = .body
      case "lead": role = .lead
      case "picture": role = .picture
      case "live": role = .live
      case "teaser": role = .teaser
      default: throw .init(file: table.file, line: row.line, reason: "there is no class \(row[1])")
      }
      roles[NameHash.of(row[0]), default: []].insert(role)
    }
  }

  /// The roles that the words of an attribute's value give.
  ///
  /// Words end at blanks, hyphens and underscores and where a small letter meets a capital; a word counts alone, with the
  /// one after it, and as the whole of a name without its separators. Names with a colon count for nothing.
  func roles(of value: ArraySlice<UInt8>) -> Roles {
    var scan = Scan()
    var previous: UInt8 = 32
    for byte in value {
      let isLetter = (97...122).contains(byte | 32) || (48...57).contains(byte) || byte > 127
      if byte <= 32 {
        scan.endName(self)
      } else if byte == UInt8(ascii: ":") {
        // "print:hidden", "md:flex": how it looks in some case, not what it is.
        scan.isVariant = true
      } else if !isLetter {
        scan.endWord(self)
      } else {
        if (65...90).contains(byte), (97...122).contains(previous) { scan.endWord(self) }
        scan.add(byte)
      }
      previous = byte
    }
    scan.endName(self)
    return scan.found
  }

  /// What has been read of an attribute's value.
  private struct Scan {
    /// What the names before the one being read give.
    var found: Roles = []
    /// What the words of the name being read give.
    var named: Roles = []
    /// Whether the name being read is one of a style that holds in some case only.
    var isVariant = false
    var whole = NameHash()
    var word = NameHash()
    var pair = NameHash()
    var hasPair = false
    var wordLength = 0
    var words = 0
    var isNegated = false

    mutating func add(_ byte: UInt8) {
      whole.add(byte)
      word.add(byte)
      pair.add(byte)
      wordLength += 1
    }

    mutating func endWord(_ classes: ClassWords) {
      guard wordLength > 0 else { return }
      if !isNegated {
        if let role = classes.roles[word.value] { named.formUnion(role) }
        if hasPair, let role = classes.roles[pair.value] { named.formUnion(role) }
      }
      if ClassWords.negations.contains(word.value) { isNegated = true }
      pair = word
      pair.add(UInt8(ascii: "-"))
      hasPair = true
      word = NameHash()
      wordLength = 0
      words += 1
    }

    mutating func endName(_ classes: ClassWords) {
      endWord(classes)
      if words > 1, !isNegated, let role = classes.roles[whole.value] { named.formUnion(role) }
      if !isVariant { found.formUnion(named) }
      named = []
      isVariant = false
      whole = NameHash()
      pair = NameHash()
      hasPair = false
      words = 0
      isNegated = false
    }
  }
}
