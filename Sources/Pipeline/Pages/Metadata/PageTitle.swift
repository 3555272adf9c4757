/// A page's headline, as the page shows it and without the site's name.
struct PageTitle {
  /// How many headings of the first level are taken, and how many of a level looked at.
  private static let mostHeadings = 8
  private static let mostNodes = 64
  private static let longestHeading = 600
  /// How many of a title's separators are looked at.
  private static let mostCuts = 16
  /// A title has as many words; a heading of fewer may head a section.
  private static let fewestWords = 4
  private static let charactersOfWord = 4
  /// A headline of fewer bytes of letters is not looked for among the lower headings.
  private static let shortestShown = 15

  /// A wording of the title, and its letters and digits alone.
  private struct Wording {
    let text: String
    let letters: String

    init(_ text: String) {
      self.text = text
      letters = squeezed(text)
    }
  }

  private let tree: HTMLTree
  private let headings: [Wording]
  private let site: SiteInTitle
  /// What the metas for networks say, the site's name off.
  private let bare: [Wording]

  /// Chooses among what the page's linked data, headings, metas and title element say.
  ///
  /// A heading that says what the metas say is how the page shows its headline, even a lower one: pages whose first
  /// heading is written for search engines show another below it. Else linked data names the headline outright. Else the
  /// heading of the first level that the metas or the title element agree with; else the only heading of the first level;
  /// else the metas; else the title element. What stands before it is a kicker where the metas have the headline without.
  static func choose(tree: HTMLTree, head: HeadData, linked: LinkedData, site: String?) -> String? {
    PageTitle(tree: tree, head: head, linked: linked, site: site).choose(head, linked)
  }

  private init(tree: HTMLTree, head: HeadData, linked: LinkedData, site: String?) {
    let names = SiteInTitle(
      name: head.first(["og:site_name", "application-name"]), site: site,
      section: linked.section ?? head.section)
    self.site = names
    self.tree = tree
    bare = ["og:title", "twitter:title"].compactMap { head.meta[$0] }
      .map { Wording(names.takenOff($0, isSure: true)) }
    headings = Self.headings(tree).map(Wording.init)
  }

  private func choose(_ head: HeadData, _ linked: LinkedData) -> String? {
    if let headline = linked.headline {
      return withoutKicker(asParted(asShown(site.takenOff(headline, isSure: true)), head.title))
    }
    let declared = head.first([
      "og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "title",
    ])
    let isDeclared = headings.contains { heading in
      bare.contains { $0.letters == heading.letters }
    }
    if !isDeclared {
      if let shown = headings.lazy.compactMap({ besideSite($0, in: head.title) }).first {
        return withoutKicker(shown)
      }
      if let shown = displayed() { return withoutKicker(shown) }
    }
    for reference in [declared, head.title].compactMap({ $0 }).map(Wording.init) {
      if let shown = headings.first(where: { leads($0, reference) })
        ?? headings.first(where: { agree($0, reference) })
      {
        return withoutKicker(shown.text)
      }
    }
    let own = headings.filter { !site.isNamed($0.text) }
    let only = own.count == 1 ? own[0] : nil
    // The page's only heading is what it shows, though its metas word it otherwise; a word or two head a section.
    if let only, isSentenceLike(only.text) { return withoutKicker(only.text) }
    if let declared { return site.takenOff(declared, isSure: false) }
    let named = (head.title ?? linked.name).map { site.takenOff($0, isSure: false) }
    if let named, only != nil, isSentenceLike(named), !site.isNamed(named) { return named }
    if let only, only.letters.unicodeScalars.count >= 5 { return only.text }
    return named ?? headings.first?.text
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
  private func lowerHeadings() -> [Wording] {
    var found: [Wording] = []
    var looked = 0
    var endOfLink = 0
    for node in tree.nodes.indices {
      let tag = tree.nodes[node].tag
      if tag == .a { endOfLink = max(endOfLink, Int(tree.nodes[node].end)) }
      guard tag == .h2 || tag == .h3 else { continue }
      looked += 1
      if looked > Self.mostNodes { break }
      guard node >= endOfLink, !tree.subtree(node).contains(where: { tree.nodes[$0].tag == .a })
      else { continue }
      let words = tree.words(in: node)
      if words.utf8.count < Self.longestHeading { found.append(Wording(words)) }
    }
    return found
  }

  /// A headline as a heading shows it: whole where linked data cut it off, and worded as heading and metas agree.
  private func asShown(_ headline: String) -> String {
    let said = squeezed(headline)
    if headline.hasSuffix("…") || headline.hasSuffix("..."),
      let whole = (headings + bare).first(where: { $0.letters.hasPrefix(said) })
    {
      return whole.text
    }
    if let shown = displayed(), squeezed(shown) != said { return shown }
    for heading in headings where heading.letters != said {
      let shown = heading.letters
      guard let meta = bare.first(where: { $0.letters == shown }) else { continue }
      // A lower heading may show what linked data say.
      if said.hasPrefix(shown) || shown.hasPrefix(said)
        || !lowerHeadings().contains(where: { $0.letters.hasSuffix(said) })
      {
        return better(heading.text, meta.text)
      }
    }
    return headline
  }

  /// A headline parted as a meta for networks and the title element agree to, where it parts kicker and title otherwise.
  private func asParted(_ headline: String, _ title: String?) -> String {
    guard let title, !title.hasPrefix(headline) else { return headline }
    func unquoted(_ text: String) -> String { text.filter { !QuotationMarks.all.contains($0) } }
    let said = squeezed(headline)
    let parted = bare.first {
      $0.letters == said && title.hasPrefix($0.text) && unquoted($0.text) != unquoted(headline)
        && Self.ends(of: $0.text).count >= Self.ends(of: headline).count
    }
    return parted?.text ?? headline
  }

  /// What a lower heading shows that metas for networks say, where no heading of the first level says it.
  private func displayed() -> String? {
    // One that holds the other is the same with or without a kicker, or a mere list of all that the page shows.
    let metas = bare.filter { meta in
      let said = meta.letters
      return said.utf8.count >= Self.shortestShown
        && !headings.contains {
          $0.letters == said || said.hasSuffix($0.letters)
            || $0.letters.holds(said) && !$0.letters.hasSuffix(said)
        }
    }
    guard !metas.isEmpty else { return nil }
    let lower = lowerHeadings()
    for meta in metas {
      for heading in lower {
        if heading.letters == meta.letters { return better(heading.text, meta.text) }
        if heading.letters.hasSuffix(meta.letters),
          meta.letters.utf8.count * 2 >= heading.letters.utf8.count
        {
          return meta.text
        }
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
  private func besideSite(_ heading: Wording, in title: String?) -> String? {
    guard let title else { return nil }
    let (site, whole) = (heading.letters, squeezed(title))
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
    let others = bare.filter { $0.letters != whole }
    for end in others {
      if whole.hasSuffix(end.letters), end.letters.utf8.count * 2 >= whole.utf8.count {
        return end.text
      }
    }
    guard !others.isEmpty else { return title }
    for end in Self.ends(of: title) {
      let said = squeezed(end)
      guard said.utf8.count * 5 >= whole.utf8.count * 3 else { continue }
      let isShared = others.contains { meta in
        meta.letters.hasSuffix(said) && Self.ends(of: meta.text).contains { squeezed($0) == said }
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
    return cuts.sorted().prefix(mostCuts).map { String(characters[($0 + 1)...]).trimmedSpace() }
  }

  // MARK: Agreement

  /// Whether a heading is the whole of a title, or all that stands before one of its separators.
  private func leads(_ heading: Wording, _ reference: Wording) -> Bool {
    let said = heading.letters
    guard said.unicodeScalars.count >= 5, reference.letters.hasPrefix(said),
      !site.isNamed(heading.text)
    else { return false }
    if reference.letters == said { return true }
    let characters = Array(reference.text)
    let cuts = SiteInTitle.cuts(in: characters).filter { !":：".contains(characters[$0]) }
    guard cuts.count == 1 || heading.text.contains(" ") else { return false }
    return cuts.prefix(Self.mostCuts).contains { squeezed(String(characters[..<$0])) == said }
  }

  /// Whether a heading says what a title does, but for case, marks, and what stands before or after.
  private func agree(_ heading: Wording, _ reference: Wording) -> Bool {
    let (left, right) = (heading.letters, reference.letters)
    guard !left.isEmpty, !right.isEmpty else { return false }
    if left == right { return true }
    let (short, long) = left.utf8.count < right.utf8.count ? (left, right) : (right, left)
    if long.holds(short) {
      return short.utf8.count * 5 >= long.utf8.count * 2
        || short.utf8.count >= 30 && short.utf8.count * 3 >= long.utf8.count
    }
    let (words, others) = (Set(Self.words(heading.text)), Set(Self.words(reference.text)))
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
