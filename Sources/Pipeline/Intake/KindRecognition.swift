/// What an input's first bytes are found to be.
///
/// By content; a name's ending decides only between plain text and JSON Lines whose first line is broken.
struct KindRecognition {
  /// How many bytes are looked at.
  static let prefix = 1 << 16

  /// What was found.
  enum Found: Equatable {
    case kind(Capture.Kind)
    case json(String)
    case xml
  }

  let found: Found

  /// Looks at the first bytes of an input, which must be text.
  init(_ bytes: ArraySlice<UInt8>, name: String) throws(Refusal.Reason) {
    if bytes.isEmpty { throw .empty }
    // An archive's first records may hold pictures.
    if bytes.starts(with: "WARC/".utf8) {
      found = .kind(.warc)
      return
    }
    if let format = BinarySignature.name(of: bytes) { throw .binary(format) }
    let text = Self.asciiView(bytes)
    guard let first = text.firstIndex(where: { $0 > 32 }) else {
      if bytes.count < Self.prefix { throw .empty }
      found = .kind(.text)
      return
    }
    let content = text[first...]
    // What an object holds may be markup.
    let isObject = content.first == UInt8(ascii: "{")
    found =
      (isObject ? Self.json(content, name: name) : nil) ?? Self.structured(content)
      ?? Self.json(content, name: name)
      ?? (Self.isConllu(content) ? .kind(.conllu) : nil)
      ?? .kind(CopiedTextEvidence(content).isCopied ? .copied : .text)
  }

  /// The kind to read by: what the user asked for, else what was found, where it can be read.
  func kind(asked: Capture.Kind?) throws(Refusal.Reason) -> Capture.Kind {
    if let asked { return asked }
    switch found {
    case .kind(let kind): return kind
    case .json(let words): throw .json(words)
    case .xml: throw .xml
    }
  }

  /// The bytes without a mark of their order; of UTF-16 each unit as a byte, those past ASCII as 0xFF.
  private static func asciiView(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes.dropFirst(3)) }
    let bigEndian = bytes.starts(with: [0xFE, 0xFF])
    guard bigEndian || bytes.starts(with: [0xFF, 0xFE]) else { return Array(bytes) }
    var view: [UInt8] = []
    var at = bytes.startIndex + 2
    while at + 1 < bytes.endIndex {
      let (high, low) =
        bigEndian ? (bytes[at], bytes[at + 1]) : (bytes[at + 1], bytes[at])
      view.append(high == 0 && low < 128 ? low : 0xFF)
      at += 2
    }
    return view
  }

  private static func structured(_ content: ArraySlice<UInt8>) -> Found? {
    let tags = OpeningTags(content)
    guard content.first == UInt8(ascii: "<") else {
      return tags.htmlCount >= 3 ? .kind(.html) : nil
    }
    if let first = tags.firstName, feeds.contains(first) { return .kind(.feed) }
    if tags.htmlCount > 0 || tags.hasDoctypeHTML { return .kind(.html) }
    if tags.isXML { return .xml }
    return tags.firstName == nil ? nil : .kind(.html)
  }

  /// The roots of feeds and of site maps.
  private static let feeds: Set<String> = [
    "rss", "feed", "atom:feed", "rdf:rdf", "urlset", "sitemapindex",
  ]
  /// A JSON feed tells its version within this many bytes.
  private static let jsonHead = 2_048

  private static func json(_ content: ArraySlice<UInt8>, name: String) -> Found? {
    let name = name.lowercased()
    let named = [".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz"].contains(where: name.hasSuffix)
    let firstLine = content.prefix { $0 != 10 }
    let second = firstLine.dropFirst().first { $0 > 32 }
    if content.first == UInt8(ascii: "{") {
      let head = content.prefix(jsonHead)
      if contains(head, "jsonfeed.org/version") || contains(head, "jsonfeed.org\\/version") {
        return .kind(.feed)
      }
      if second == nil { return named ? .kind(.jsonl) : .json("JSON spread over lines") }
      if second == UInt8(ascii: "\"") || second == UInt8(ascii: "}") { return .kind(.jsonl) }
    }
    if content.first == UInt8(ascii: "["), !named {
      let next = content.dropFirst().first { $0 > 32 }
      if next == UInt8(ascii: "{") { return .json("a JSON array") }
    }
    if named { return .kind(.jsonl) }
    // A first line that is broken, with objects after it.
    let lines = content.split(separator: 10, maxSplits: 6).prefix(6).dropFirst()
    let objects = lines.filter { $0.starts(with: "{\"".utf8) && contains($0, "\"text\"") }
    return lines.count > 1 && objects.count * 2 > lines.count ? .kind(.jsonl) : nil
  }

  private static func contains(_ bytes: ArraySlice<UInt8>, _ word: String) -> Bool {
    let word = Array(word.utf8)
    guard let first = word.first else { return true }
    var at = bytes.startIndex
    while let found = bytes[at...].firstIndex(of: first) {
      if bytes[found...].starts(with: word) { return true }
      at = found + 1
    }
    return false
  }

  /// Ten columns parted by tabs, of which the first numbers the words.
  private static func isConllu(_ content: ArraySlice<UInt8>) -> Bool {
    for line in content.split(separator: 10).prefix(64) {
      if line.first == UInt8(ascii: "#") { continue }
      let columns = line.split(separator: 9, omittingEmptySubsequences: false)
      guard columns.count == 10, let number = columns.first, !number.isEmpty else { return false }
      return number.allSatisfy { (48...57).contains($0) || $0 == 45 || $0 == 46 }
    }
    return false
  }
}

/// The opening tags at an input's start.
struct OpeningTags {
  /// The first element's name in lower case; declarations and comments are passed over.
  private(set) var firstName: String?
  private(set) var hasDoctypeHTML = false
  private(set) var isXML = false
  /// How many elements are HTML's own.
  private(set) var htmlCount = 0

  private static let html: Set<String> = [
    "html", "head", "body", "title", "meta", "link", "script", "style", "div", "p", "span", "a",
    "h1", "h2", "h3", "article", "section", "main", "header", "footer", "nav", "table", "ul", "ol",
    "li", "br", "img", "form", "center", "font", "b", "i", "em", "strong", "blockquote",
  ]

  init(_ content: ArraySlice<UInt8>) {
    var at = content.startIndex
    while let open = content[at...].firstIndex(of: UInt8(ascii: "<")) {
      at = open + 1
      guard at < content.endIndex else { break }
      let rest = content[at...]
      if rest.starts(with: "!--".utf8) {
        // A comment is passed over whole; one without an end hides the rest.
        var search = at + 3
        while let dash = content[search...].firstIndex(of: UInt8(ascii: ">")) {
          search = dash + 1
          if content[dash - 1] == UInt8(ascii: "-"), content[dash - 2] == UInt8(ascii: "-") {
            break
          }
        }
        at = search
        continue
      }
      let name = String(
        decoding: rest.prefix(24).prefix {
          $0 > 32 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
        }, as: UTF8.self
      ).lowercased()
      if name == "?xml" { isXML = true }
      if name == "!doctype" {
        let words = String(decoding: rest.prefix(32), as: UTF8.self).lowercased()
        hasDoctypeHTML = hasDoctypeHTML || words.hasPrefix("!doctype html")
      }
      guard let letter = name.utf8.first, (97...122).contains(letter) else { continue }
      if firstName == nil { firstName = name }
      if Self.html.contains(name) { htmlCount += 1 }
    }
  }
}
