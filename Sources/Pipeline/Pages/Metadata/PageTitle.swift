/// A page's headline, as the page shows it and without the site's name.
struct PageTitle {
  /// How many headings of the first level are taken, and how many of a level looked at.
  private static let mostHeadings = 8
  private static let mostNodes = 64
  private static let longestHeading = 600
  /// A title has as many words; a heading of fewer may head a section.
  private static let fewestWords = 4
  private static let charactersOfWord = 4
  /// A headline of fewer bytes of letters is not looked for among the lower headings.
  private static let shortestShown = 15

  private let headings: [String]
  /// Those of the second and third level that lead nowhere.
  private let lower: [String]
  private let site: SiteInTitle
  /// What the metas for networks say, the site's name off.
  private let bare: [String]

  /// Chooses among what the page's linked data, headings, metas and title element say.
  ///
  /// A heading that says what the metas say is how the page shows its headline, even a lower one: pages whose first
  /// heading is written for search engines show another below it. Else linked data names the headline outright. Else the
  /// heading of the first level that the metas or the title element agree with; else the only heading of the first level;
  /// else the metas; else the title element. What stands before it is a kicker where the metas have the headline without.
  static func choose(tree: HTMLTree, head: HeadData, linked: LinkedData, site: String?) -> String? {
    PageTitle(tree: tree, head: head, linked: linked, site: site).choose(head, linked, tree)
  }

  private init(tree: HTMLTree, head: HeadData, linked: LinkedData, site: String?) {
    let names = SiteInTitle(
      name: head.first(["og:site_name", "application-name"]), site: site,
      section: linked.section ?? head.section)
    self.site = names
    bare = ["og:title", "twitter:title"].compactMap { head.meta[$0] }
      .map { names.takenOff($0, isSure: true) }
    headings = Self.headings(tree)
    lower = Self.lowerHeadings(tree)
  }

  private func choose(_ head: HeadData, _ linked: LinkedData, _ tree: HTMLTree) -> String? {
    if let headline = linked.headline {
      return withoutKicker(asShown(site.takenOff(headline, isSure: true)))
    }
    let declared = head.first([
      "og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "title",
    ])
    let isDeclared = headings.contains { heading in
      bare.contains { squeezed($0) == squeezed(heading) }
    }
    if !isDeclared {
      if let shown = headings.lazy.compactMap({ besideSite($0, in: head.title, tree) }).first {
        return withoutKicker(shown)
      }
      if let shown = displayed() { return withoutKicker(shown) }
    }
    let references = [declared, head.title].compactMap { $0 }
    for reference in references {
      if let shown = headings.first(where: { leads($0, reference) })
        ?? headings.first(where: { agree($0, reference) })
      {
        return withoutKicker(shown)
      }
    }
    let own = headings.filter { !site.isNamed($0) }
    // The page's only heading is what it shows, though its metas word it otherwise; a word or two head a section.
    if own.count == 1, isSentenceLike(own[0]) { return withoutKicker(own[0]) }
    if let declared { return site.takenOff(declared, isSure: false) }
    let named = (head.title ?? linked.name).map { site.takenOff($0, isSure: false) }
    if let named, own.count == 1, isSentenceLike(named), !site.isNamed(named) { return named }
    if own.count == 1, squeezed(own[0]).unicodeScalars.count >= 5 { return own[0] }
    return named ?? headings.first
  }

  // MARK: Headings

  private static func headings(_ tree: HTMLTree) -> [String] {
    var headings: [String] = []
    for node in tree.nodes.indices.lazy.filter({ tree.nodes[$0].tag == .h1 }).prefix(mostNodes) {
      let words = tree.words(in: node)
      // Some pages bear a heading twice, for small screens and large.
      if !words.isEmpty, words.utf8.count < longestHeading, !headings.contains(words) {
        headings.append(words)
      }
      if headings.count >= mostHeadings { break }
    }
    return headings
  }

  /// The headings of the second and third level that are no links to other pages.
  private static func lowerHeadings(_ tree: HTMLTree) -> [String] {
    var found: [String] = []
    var looked = 0
    var endOfLink = 0
    for node in tree.nodes.indices {
      let tag = tree.nodes[node].tag
      if tag == .a { endOfLink = max(endOfLink, Int(tree.nodes[node].end)) }
      guard tag == .h2 || tag == .h3 else { continue }
      looked += 1
      if looked > mostNodes { break }
      guard node >= endOfLink, !tree.subtree(node).contains(where: { tree.nodes[$0].tag == .a })
      else { continue }
      let words = tree.words(in: node)
      if words.utf8.count < longestHeading { found.append(words) }
    }
    return found
  }

  /// A headline as a heading shows it: whole where linked data cut it off, and worded as heading and metas agree.
  private func asShown(_ headline: String) -> String {
    let said = squeezed(headline)
    if headline.hasSuffix("…") || headline.hasSuffix("..."),
      let whole = (headings + bare).first(where: { squeezed($0).hasPrefix(said) })
    {
      return whole
    }
    if let shown = displayed(), squeezed(shown) != said { return shown }
    // A lower heading may show what linked data say.
    let isShown = lower.contains { squeezed($0).hasSuffix(said) }
    for heading in headings {
      let shown = squeezed(heading)
      guard shown != said, let meta = bare.first(where: { squeezed($0) == shown }) else { continue }
      if said.hasPrefix(shown) || shown.hasPrefix(said) || !isShown {
        return better(heading, meta)
      }
    }
    return headline
  }

  /// What a lower heading shows that metas for networks say, where no heading of the first level says it.
  private func displayed() -> String? {
    for meta in bare {
      let said = squeezed(meta)
      // One that holds the other is the same with or without a kicker, or a mere list of all that the page shows.
      guard said.utf8.count >= Self.shortestShown,
        !headings.map({ squeezed($0) }).contains(where: {
          $0 == said || said.hasSuffix($0) || $0.holds(said) && !$0.hasSuffix(said)
        })
      else { continue }
      for heading in lower {
        let shown = squeezed(heading)
        if shown == said { return better(heading, meta) }
        if shown.hasSuffix(said), said.utf8.count * 2 >= shown.utf8.count { return meta }
      }
    }
    return nil
  }

  /// Of two wordings of the same letters the one that parts more: where a kicker's element and the headline's meet a
  /// heading parts neither words nor the two.
  private func better(_ heading: String, _ meta: String) -> String {
    func parts(_ text: String) -> (Int, Int) {
      (text.split(separator: " ").count, Self.ends(of: text).count)
    }
    let (shown, said) = (parts(heading), parts(meta))
    return said.0 > shown.0 || said.1 > shown.1 ? meta : heading
  }

  /// The heading of a lower level that the title element has after the one of the first level, which then heads the site:
  /// "The Lindow Diary - Cranes come back" of a page that is headed "The Lindow Diary" and, below, "Cranes come back".
  private func besideSite(_ heading: String, in title: String?, _ tree: HTMLTree) -> String? {
    guard let title else { return nil }
    let (site, whole) = (squeezed(heading), squeezed(title))
    guard whole.hasPrefix(site), whole.utf8.count > site.utf8.count * 2 else { return nil }
    let rest = whole.dropFirst(site.count)
    let lower = tree.nodes.indices.lazy.filter {
      tree.nodes[$0].tag == .h2 || tree.nodes[$0].tag == .h3
    }
    for node in lower.prefix(Self.mostNodes) {
      let words = tree.words(in: node)
      if words.utf8.count < Self.longestHeading, squeezed(words) == rest { return words }
    }
    return nil
  }

  // MARK: Kickers

  /// The headline alone, where a meta says that it is the greater part of a title's end, or has another kicker before it.
  private func withoutKicker(_ title: String) -> String {
    let whole = squeezed(title)
    for meta in bare {
      let end = squeezed(meta)
      if end != whole, whole.hasSuffix(end), end.utf8.count * 2 >= whole.utf8.count { return meta }
    }
    for end in Self.ends(of: title) where squeezed(end).utf8.count * 5 >= whole.utf8.count * 3 {
      let said = squeezed(end)
      let isShared = bare.contains { meta in
        squeezed(meta) != whole && Self.ends(of: meta).contains { squeezed($0) == said }
      }
      if isShared { return end }
    }
    return title
  }

  /// What follows each separator in a title.
  private static func ends(of title: String) -> [String] {
    let characters = Array(title)
    var cuts = SiteInTitle.cuts(in: characters)
    cuts += characters.indices.dropLast().filter {
      characters[$0] == ":" && characters[$0 + 1] == " "
    }
    return cuts.sorted().map { String(characters[($0 + 1)...]).trimmedSpace() }
  }

  // MARK: Agreement

  /// Whether a heading is the whole of a title, or all that stands before one of its separators.
  private func leads(_ heading: String, _ reference: String) -> Bool {
    let said = squeezed(heading)
    guard said.unicodeScalars.count >= 5, !site.isNamed(heading) else { return false }
    if squeezed(reference) == said { return true }
    let characters = Array(reference)
    let cuts = SiteInTitle.cuts(in: characters).filter { !":：".contains(characters[$0]) }
    guard cuts.count == 1 || heading.contains(" ") else { return false }
    return cuts.contains { squeezed(String(characters[..<$0])) == said }
  }

  /// Whether a heading says what a title does, but for case, marks, and what stands before or after.
  private func agree(_ heading: String, _ reference: String) -> Bool {
    let (left, right) = (squeezed(heading), squeezed(reference))
    guard !left.isEmpty, !right.isEmpty else { return false }
    if left == right { return true }
    let (short, long) = left.utf8.count < right.utf8.count ? (left, right) : (right, left)
    if long.holds(short) {
      return short.utf8.count * 5 >= long.utf8.count * 2 || short.utf8.count >= 30
    }
    let (words, others) = (Set(Self.words(heading)), Set(Self.words(reference)))
    guard words.count >= 3, others.count >= 3 else { return false }
    return Double(words.intersection(others).count) >= 0.8 * Double(max(words.count, others.count))
  }

  /// Whether a text has as many words as a headline; of scripts that part no words some characters stand for one.
  private func isSentenceLike(_ text: String) -> Bool {
    let words = Self.words(text)
    let single = words.filter { $0.unicodeScalars.first?.isUnparted ?? false }.count
    return words.count - single + single / Self.charactersOfWord >= Self.fewestWords
  }

  /// A text's words; each of Han and kana, which no blanks part, is one.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    for word in folded(text).unicodeScalars.split(whereSeparator: {
      !$0.isWordPart && $0.digit == nil
    }) {
      if word.contains(where: \.isUnparted) {
        words += word.map { String($0) }
      } else {
        words.append(String(word))
      }
    }
    return words
  }
}
