import Tables

/// The words of bylines: what introduces names, and what stands there without being a person.
struct BylineWords: Sendable {
  /// Longest first.
  private let introductions: PrefixTable
  private let whole: Set<String>
  private(set) var agencies: Set<String> = []
  private var roles: Set<String> = []
  /// What words for offices end in, as German forms them.
  private var roleEnds: [String] = []
  /// Words that no person's name has.
  private(set) var houses: Set<String> = []
  /// What no person's name begins with: articles, and words for whose something is.
  private(set) var articles: Set<String> = []

  init() throws(TabSeparatedTable.Malformed) {
    let table = try TabSeparatedTable(
      embedded: "lexicons/pages/bylines.tsv", columns: 3, required: 2)
    var introductions: [String] = []
    for row in table.rows {
      let form = folded(row[0])
      switch row[1] {
      case "by": introductions.append(form)
      case "agency": agencies.insert(form)
      case "role": roles.insert(form)
      case "role-end": roleEnds.append(form)
      case "house": houses.insert(form)
      case "article": articles.insert(form)
      default: throw .init(file: table.file, line: row.line, reason: "there is no class \(row[1])")
      }
    }
    introductions.sort { ($0.utf8.count, $1) > ($1.utf8.count, $0) }
    self.introductions = PrefixTable(introductions)
    whole = Set(introductions)
  }

  /// Whether a word is an office's or a profession's.
  func isRole(_ word: some StringProtocol) -> Bool {
    let low = folded(word)
    return roles.contains(low)
      || roleEnds.contains { low.utf8.count > $0.utf8.count && low.hasSuffix($0) }
  }

  /// Whether a text is nothing but a word that introduces a byline.
  func isIntroduction(_ text: String) -> Bool {
    guard text.utf8.count <= introductions.longest * 2 else { return false }
    let low = folded(text)
    if whole.contains(low) { return true }
    guard let last = low.last, last == ":" || last == "：" else { return false }
    return whole.contains(low.dropLast().trimmedSpace())
  }

  /// A text without the word that introduces a byline where it stands twice in front: "By" and "by Ada Quist" that meet
  /// without a blank.
  func introducedOnce(_ text: String) -> String {
    let first = text.unicodeScalars.prefix { !Self.parts($0) }
    let half = first.count / 2
    guard half > 0, first.count == 2 * half, first.count <= 2 * introductions.longest else {
      return text
    }
    let word = folded(String(first.prefix(half)))
    guard whole.contains(word), folded(String(first.suffix(half))) == word else { return text }
    return String(text.unicodeScalars.dropFirst(half))
  }

  /// What follows a word that introduces a byline, where a text begins with one.
  func namesAfterIntroduction(_ text: String) -> String? {
    // What is folded of the text is enough for the longest word, though folding drops marks.
    let start =
      text.utf8.count <= introductions.longest * 4
      ? Substring(text)
      : Substring(text.unicodeScalars.prefix(introductions.longest * 2))
    var names: String?
    _ = withFolded(start) { low in
      introductions.first(of: low) { word in
        let introduction = String(decoding: word, as: UTF8.self)
        let rest = text.dropFirst(introduction.count)
        guard let next = rest.unicodeScalars.first, Self.parts(next) else { return false }
        names = String(Substring(rest.unicodeScalars.drop { Self.parts($0) }))
        return true
      }
    }
    return names
  }

  /// Whether it stands between an introduction and the names.
  private static func parts(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isPageSpace || scalar == ":" || scalar == "："
  }
}
