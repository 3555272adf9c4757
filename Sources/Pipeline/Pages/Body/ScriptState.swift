/// What a page's scripts carry as data: the article, where a browser would have to build the page before it is seen.
///
/// Data are JSON alone in a script, JSON that a variable is set to (`__NEXT_DATA__`, `__INITIAL_STATE__` and their
/// like), what a function returns (``CalledState``), or what scripts push piece by piece (``StreamedData``). Asked only
/// where the page itself has no text, or no date. Cost: linear in the scripts.
struct ScriptState {
  /// The page's bytes, and its scripts' places in them.
  let bytes: [UInt8]
  let scripts: [Range<Int32>]
  let classes: ClassWords

  /// JSON begins within so many bytes of a script.
  private static let longestStart = 200
  /// A paragraph has as many bytes, and a body in all.
  private static let shortestParagraph = 80
  private static let shortestBody = 400
  /// How many values are looked at.
  private static let mostValues = 50_000
  /// What holds the time of publishing, the surest first.
  private static let publishingKeys = [
    "datePublished", "publishedAt", "published_at", "publicationDate", "publishDate",
    "firstPublished", "publishedDate", "published_date", "publication_time", "firstPublishDate",
    "first_publish_date",
  ]

  /// Strings that stand at the same place of a list's entries, or one alone.
  private struct Group {
    var texts: [String] = []
    /// Bytes of paragraphs among them.
    var prose = 0
    /// How many of them hold paragraphs of HTML.
    var marked = 0
  }

  /// The texts of the article's body, some of them HTML; empty where the scripts carry none.
  ///
  /// - Parameter isArticle: whether the page calls itself one: if not, only a text in HTML will do, for lists of teasers
  ///   look like paragraphs.
  func body(isArticle: Bool) -> [String] {
    var groups: [String: Group] = [:]
    var looked = 0
    var stream = ""
    for script in scripts {
      let script = bytes[Int(script.lowerBound)..<Int(script.upperBound)]
      if let text = StreamedData.pushed(by: script) {
        stream += text
      } else if let called = called(script) {
        for (index, value) in called.values.enumerated() {
          gather(value, path: "=\(index)", into: &groups, looked: &looked)
        }
      } else if let value = json(script) {
        gather(value, path: "", into: &groups, looked: &looked)
      }
    }
    for (row, value) in StreamedData(stream).values.enumerated() {
      // Rows are parts of one tree, but only the entries of one list belong together.
      gather(value, path: "\(row)", into: &groups, looked: &looked)
    }
    let best =
      groups
      .filter { $0.value.prose >= Self.shortestBody && (isArticle || $0.value.marked == 1) }
      .max { ($0.value.prose, $1.key) < ($1.value.prose, $0.key) }
    return best?.value.texts ?? []
  }

  /// What the scripts call the time of publishing, by the surest key that any of them has.
  func published() -> String? {
    let sources = scripts.map { script in
      let range = Int(script.lowerBound)..<Int(script.upperBound)
      return (range: range, called: called(bytes[range]))
    }
    for key in Self.publishingKeys {
      for source in sources {
        var texts: Set<String> = []
        var looked = 0
        for value in source.called?.values ?? [] {
          Self.gatherTexts(of: key, in: value, &texts, &looked)
        }
        // Of several some are other articles'. What is no state at all may still hold data.
        if texts.isEmpty, let found = value(of: Array(key.utf8), in: source.range) { return found }
        if texts.count == 1 { return texts.first }
      }
    }
    return nil
  }

  private func called(_ script: ArraySlice<UInt8>) -> CalledState? {
    guard let sign = script.prefix(Self.longestStart).firstIndex(of: UInt8(ascii: "=")) else {
      return nil
    }
    return CalledState(script, from: sign + 1)
  }

  /// Gathers what a key of a value, or of those within it, is set to.
  private static func gatherTexts(
    of key: String, in value: JSONValue, _ texts: inout Set<String>, _ looked: inout Int
  ) {
    looked += 1
    guard looked < mostValues else { return }
    switch value {
    case .object(let members):
      for (name, inner) in members {
        if name == key, let text = inner.text, text.utf8.count >= 10 { texts.insert(text) }
        gatherTexts(of: key, in: inner, &texts, &looked)
      }
    case .array(let values):
      for inner in values { gatherTexts(of: key, in: inner, &texts, &looked) }
    default: break
    }
  }

  private func json(_ script: ArraySlice<UInt8>) -> JSONValue? {
    let content = script.drop { $0 <= 32 }
    if let first = content.first, Self.opens(first) { return JSONValue(content) }
    guard
      let sign = content.prefix(Self.longestStart).firstIndex(of: UInt8(ascii: "=")),
      let first = content[(sign + 1)...].first(where: { $0 > 32 }), Self.opens(first)
    else { return nil }
    return JSONValue(content[(sign + 1)...])
  }

  private static func opens(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
  }

  private func gather(
    _ value: JSONValue, path: String, into groups: inout [String: Group], looked: inout Int
  ) {
    looked += 1
    guard looked < Self.mostValues else { return }
    switch value {
    case .object(let members):
      for (key, value) in members {
        let roles = classes.roles(of: Array(key.utf8)[...])
        guard roles.isDisjoint(with: [.furniture, .comments, .caption]) else { continue }
        // One alone may be the lead.
        if case .array = value, roles.contains(.teaser) { continue }
        gather(value, path: path + "." + key, into: &groups, looked: &looked)
      }
    case .array(let values):
      for value in values { gather(value, path: path + "*", into: &groups, looked: &looked) }
    case .string(let text):
      let isMarked = text.holds("<p>") || text.holds("<p ")
      guard !Self.isData(text), isMarked || Self.isProse(text) else { return }
      groups[path, default: Group()].texts.append(text)
      if isMarked { groups[path, default: Group()].marked += 1 }
      if text.utf8.count >= Self.shortestParagraph {
        groups[path, default: Group()].prose += text.utf8.count
      }
    default: return
    }
  }

  /// Whether a string is data in its turn, which are none to read: brackets open it as they open no sentence ("[Update: …")
  /// and no box that a site puts into its texts ("[[box:12]]").
  private static func isData(_ text: String) -> Bool {
    guard text.utf8.first.map(opens) == true else { return false }
    let rest = text.utf8.drop { opens($0) || $0 <= 32 }
    guard let first = rest.first else { return true }
    switch first {
    case UInt8(ascii: "\""), UInt8(ascii: "]"), UInt8(ascii: "}"): return true
    case 48...57:
      // A list of numbers, but no number of a note.
      return rest.first { !(48...57).contains($0) } == UInt8(ascii: ",")
    default: return false
    }
  }

  /// Whether a string is for people to read: words, parted by blanks where the script parts them, and little else.
  private static func isProse(_ text: String) -> Bool {
    var (letters, spaces, others, wide) = (0, 0, 0, 0)
    for scalar in text.unicodeScalars {
      if scalar == " " {
        spaces += 1
      } else if scalar.isWordPart {
        letters += 1
        if scalar.value >= 0x2E80 { wide += 1 }
      } else {
        others += 1
      }
    }
    return (spaces >= 2 || wide >= 8) && others * 4 <= letters
  }

  /// The string that a key is set to, its quotation marks escaped or not.
  private func value(of key: [UInt8], in range: Range<Int>) -> String? {
    var at = range.lowerBound
    while let quote = bytes[at..<range.upperBound].firstIndex(of: UInt8(ascii: "\"")) {
      at = quote + 1
      guard bytes[at..<range.upperBound].starts(with: key) else { continue }
      let rest = bytes[(at + key.count)..<range.upperBound].prefix(64)
      let marks = rest.prefix { "\"\\: ".utf8.contains($0) }
      guard marks.contains(UInt8(ascii: ":")), marks.last == UInt8(ascii: "\"") else { continue }
      let value = rest[marks.endIndex...].prefix { !"\"\\".utf8.contains($0) }
      if value.count >= 10 { return String(decoding: value, as: UTF8.self) }
    }
    return nil
  }
}
