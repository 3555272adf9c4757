/// A page's headline, as the page shows it and without the site's name.
struct PageTitle {
  private static let separators: Set<Character> = [
    "|", "-", "–", "—", "·", "•", "»", "«", "›", "~", "/", "_", "｜", "－",
  ]

  /// How many headings of the first level are taken, and how many of a level looked at.
  private static let mostHeadings = 8
  private static let mostNodes = 64
  /// A title has as many words; a heading of fewer may head a section.
  private static let fewestWords = 4
  private static let charactersOfWord = 4

  /// Chooses among what the page's linked data, headings, metas and title element say.
  ///
  /// Linked data names the headline outright, but where heading and metas agree on more or less of it. Else the heading of
  /// the first level that says what the metas say is how the page shows it, or, where that is the site's, the lower one
  /// that the title element has beside it; else the metas; else the title element where it is long enough; else the only
  /// heading of the first level. What stands before it is a kicker where the metas have the headline without.
  static func choose(tree: HTMLTree, head: HeadData, linked: LinkedData, site: String?) -> String? {
    let siteName = head.first(["og:site_name", "application-name"])
    func clean(_ text: String, isSure: Bool) -> String {
      withoutSite(text, siteName: siteName, site: site, isSure: isSure)
    }
    func isSite(_ text: String) -> Bool { names(text, siteName: siteName, site: site) }
    var headings: [String] = []
    for node in tree.nodes.indices.lazy.filter({ tree.nodes[$0].tag == .h1 }).prefix(mostNodes) {
      let words = tree.words(in: node)
      // Some pages bear a heading twice, for small screens and large.
      if !words.isEmpty, words.utf8.count < 600, !headings.contains(words) {
        headings.append(words)
      }
      if headings.count >= mostHeadings { break }
    }
    let declared = head.first([
      "og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "title",
    ])
    let bare = ["og:title", "twitter:title"].compactMap { head.meta[$0] }
      .map { clean($0, isSure: true) }
    if let headline = linked.headline {
      let headline = clean(headline, isSure: true)
      let said = squeezed(headline)
      let agreed = headings.first { shown in
        let shown = squeezed(shown)
        return shown != said && (said.hasPrefix(shown) || shown.hasPrefix(said))
          && bare.contains { squeezed($0) == shown }
      }
      return withoutKicker(agreed ?? headline, as: bare)
    }
    if let shown = headings.lazy.compactMap({ besideSite($0, in: head.title, tree) }).first {
      return withoutKicker(shown, as: bare)
    }
    for reference in [declared, head.title].compactMap({ $0 }) {
      if let shown = headings.first(where: { agree($0, reference) }) {
        return withoutKicker(shown, as: bare)
      }
    }
    let own = headings.filter { !isSite($0) }
    // The page's only heading is what it shows, though its metas word it otherwise; a word or two head a section.
    if own.count == 1, isSentenceLike(own[0]) { return own[0] }
    if let declared { return clean(declared, isSure: false) }
    let named = head.title.map { clean($0, isSure: false) }
    if let named, own.count == 1, isSentenceLike(named), !isSite(named) { return named }
    if own.count == 1, squeezed(own[0]).unicodeScalars.count >= 5 { return own[0] }
    return named ?? headings.first
  }

  /// The heading of a lower level that the title element has after the one of the first level, which then heads the site:
  /// "The Lindow Diary - Cranes come back" of a page that is headed "The Lindow Diary" and, below, "Cranes come back".
  private static func besideSite(_ heading: String, in title: String?, _ tree: HTMLTree) -> String?
  {
    guard let title else { return nil }
    let (site, whole) = (squeezed(heading), squeezed(title))
    guard whole.hasPrefix(site), whole.utf8.count > site.utf8.count * 2 else { return nil }
    let rest = whole.dropFirst(site.count)
    let lower = tree.nodes.indices.lazy.filter {
      tree.nodes[$0].tag == .h2 || tree.nodes[$0].tag == .h3
    }
    for node in lower.prefix(mostNodes) {
      let words = tree.words(in: node)
      if words.utf8.count < 600, squeezed(words) == rest { return words }
    }
    return nil
  }

  /// The headline alone, where a meta says that it is the greater part of a title's end.
  private static func withoutKicker(_ title: String, as bare: [String]) -> String {
    let whole = squeezed(title)
    return bare.first {
      let end = squeezed($0)
      return end != whole && whole.hasSuffix(end) && end.utf8.count * 2 >= whole.utf8.count
    } ?? title
  }

  /// Whether a heading says what a title does, but for case, marks, and what stands before or after.
  private static func agree(_ heading: String, _ reference: String) -> Bool {
    let (left, right) = (squeezed(heading), squeezed(reference))
    guard !left.isEmpty, !right.isEmpty else { return false }
    if left == right { return true }
    let (short, long) = left.utf8.count < right.utf8.count ? (left, right) : (right, left)
    if long.holds(short) {
      return short.utf8.count * 5 >= long.utf8.count * 2 || short.utf8.count >= 30
    }
    let (words, others) = (Set(words(heading)), Set(words(reference)))
    guard words.count >= 3, others.count >= 3 else { return false }
    return Double(words.intersection(others).count) >= 0.8 * Double(max(words.count, others.count))
  }

  /// Whether a text has as many words as a headline; of scripts that part no words some characters stand for one.
  private static func isSentenceLike(_ text: String) -> Bool {
    let words = words(text)
    let single = words.filter { $0.unicodeScalars.first.map { isUnparted($0) } ?? false }.count
    return words.count - single + single / charactersOfWord >= fewestWords
  }

  private static func isUnparted(_ scalar: Unicode.Scalar) -> Bool {
    (0x3040...0x9FFF).contains(scalar.value)
  }

  /// A text's words; each of Han and kana, which no blanks part, is one.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    for word in folded(text).unicodeScalars.split(whereSeparator: {
      !$0.isWordPart && $0.digit == nil
    }) {
      if word.contains(where: isUnparted) {
        words += word.map { String($0) }
      } else {
        words.append(String(word))
      }
    }
    return words
  }

  /// A title without the site's name before or after it.
  ///
  /// - Parameter isSure: whether only a piece that is known to be the site's name is taken off.
  static func withoutSite(
    _ title: String, siteName: String?, site: String?, isSure: Bool
  ) -> String {
    var title = title.squeezedSpace()
    for _ in 0..<3 {
      guard let shorter = oneOff(title, siteName: siteName, site: site, isSure: isSure) else {
        break
      }
      title = shorter
    }
    return title
  }

  private static func oneOff(
    _ title: String, siteName: String?, site: String?, isSure: Bool
  ) -> String? {
    let characters = Array(title)
    var cuts: [Int] = []
    for index in characters.indices where separators.contains(characters[index]) {
      let isSpaced =
        index > 0 && characters[index - 1] == " "
        || index + 1 < characters.count && characters[index + 1] == " " && characters[index] != "-"
      // Chinese pages write "headline_section_site" and "headline--section--site", without blanks.
      let isTight =
        "_－".contains(characters[index])
        || characters[index] == "-" && index > 0 && characters[index - 1] == "-"
      let joinsWide =
        isTight && index > 0 && index + 1 < characters.count
        && isWide(characters[index + 1]) && (isWide(characters[index - 1]) || index > 1)
      if isSpaced && characters[index] != "_" || joinsWide || "|｜".contains(characters[index]) {
        cuts.append(index)
      }
    }
    guard let last = cuts.last, let first = cuts.first else { return nil }
    let after = String(characters[(last + 1)...]).trimmedSpace()
    let before = String(
      characters[..<last].reversed().drop { "-_".contains($0) }.reversed()
    ).trimmedSpace()
    if names(after, siteName: siteName, site: site), !before.isEmpty { return before }
    if after.isEmpty, !"«»".contains(characters[last]), !before.isEmpty { return before }
    let front = String(characters[..<first]).trimmedSpace()
    let rest = String(characters[(first + 1)...]).trimmedSpace()
    if names(front, siteName: siteName, site: site), !rest.isEmpty { return rest }
    if isSure { return nil }
    // An unknown name at the end: short, capitalised, and much shorter than what stands before.
    let words = after.split(separator: " ").count
    let mark = characters[last]
    let isStrong = "|｜»•·_－".contains(mark) || last > 0 && characters[last - 1] == "-"
    if words <= (isStrong ? 6 : 4), length(before) >= (isStrong ? 2 : 4),
      after.first?.isUppercase == true || after.contains(".") || isStrong,
      after.unicodeScalars.count * 2 <= before.unicodeScalars.count + (isStrong ? 30 : 0)
    {
      return before
    }
    return nil
  }

  /// How many words a text has, two characters of scripts that part none standing for one.
  private static func length(_ text: String) -> Int {
    let wide = text.unicodeScalars.filter { isUnparted($0) }.count
    return text.split(separator: " ").count + wide / 2
  }

  private static func isWide(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { isUnparted($0) } ?? false
  }

  /// Whether a piece of a title is the site's name.
  private static func names(_ piece: String, siteName: String?, site: String?) -> Bool {
    let piece = squeezed(piece)
    guard !piece.isEmpty else { return false }
    if let siteName, squeezed(siteName) == piece { return true }
    if let site {
      let host = squeezed(site)
      let name = squeezed(String(site.split(separator: ".").first ?? ""))
      if piece == host || piece == name || "www" + host == piece { return true }
    }
    return false
  }

  private static func squeezed(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        folded(text).unicodeScalars.filter { $0.isWordPart || $0.digit != nil }))
  }
}
