import Intake
import Record

/// Makes pages of a feed: one whose news line is the list, and one of each article that the feed carries.
struct FeedPageReader {
  /// More names than this are no byline.
  private static let mostAuthors = 64
  /// A date is shorter than this.
  private static let longestDate = 200

  let rules: PageRules

  /// Reads a part of a feed.
  ///
  /// - Parameter address: where the feed was read, where that is known.
  func read(_ part: FeedPart?, address: String?) -> Page {
    switch part {
    case .list(let feed): list(feed, address: address)
    case .item(let item, let head): article(item, of: head)
    case nil: Page()
    }
  }

  // MARK: The list

  private func list(_ feed: Feed, address: String?) -> Page {
    var page = Page()
    page.canonicalURL = Self.webAddress(feed.head.address) ?? address ?? feed.head.link
    page.site = (page.canonicalURL ?? feed.head.link).flatMap { rules.suffixes.site(of: $0) }
    page.title = feed.head.title.map(FeedText.plain).flatMap(Self.filled)
    page.language = feed.head.language.flatMap(FeedText.languageTag)
    page.updated = feed.head.updated.flatMap(stamp)
    page.warnings = feed.warnings
    var untitled = 0
    var seen: Set<Headline> = []
    var entries: [(headline: Headline, instant: Int?)] = []
    for item in feed.items {
      let titled = item.title.map(FeedText.plain).flatMap(Self.filled)
      // A sitemap without Google's extension tells addresses and times alone.
      guard let text = titled ?? (feed.format == .sitemap ? item.link : nil) else {
        untitled += 1
        continue
      }
      let (title, marks) = titled == nil ? (text, []) : rules.marks.split(text)
      let date = item.published ?? item.updated
      let headline = Headline(
        title: title.isEmpty ? text : title, url: item.link, published: date.flatMap(stamp),
        marks: title.isEmpty ? [] : marks)
      if seen.insert(headline).inserted {
        entries.append((headline, date.flatMap(FeedDate.init)?.instant))
      }
    }
    // Newest first, where every time is known; else the feed's own order says more.
    if entries.allSatisfy({ $0.instant != nil }) {
      let order = entries.indices.sorted {
        let (left, right) = (entries[$0].instant ?? 0, entries[$1].instant ?? 0)
        return left != right ? left > right : $0 < $1
      }
      page.newsLine = order.map { entries[$0].headline }
    } else {
      page.newsLine = entries.map(\.headline)
    }
    if untitled > 0 {
      page.warnings.append("\(untitled) of \(feed.items.count) items have no title")
    }
    return page
  }

  private func stamp(_ text: String) -> Stamp? {
    guard text.utf8.count < Self.longestDate else { return nil }
    return FeedDate(text)?.stamp ?? rules.dates.find(in: text).first { $0.day != nil }?.stamp
  }

  private static func filled(_ text: String) -> String? { text.isEmpty ? nil : text }

  private static func webAddress(_ text: String?) -> String? {
    text.flatMap { $0.hasPrefix("http://") || $0.hasPrefix("https://") ? $0 : nil }
  }

  // MARK: An article

  private func article(_ item: Feed.Item, of head: Feed.Head) -> Page {
    var page = Page()
    page.canonicalURL = Self.webAddress(item.link)
    page.site = (page.canonicalURL ?? head.link).flatMap { rules.suffixes.site(of: $0) }
    page.title = item.title.map(FeedText.plain).flatMap(Self.filled)
    if item.categories.count == 1 {
      page.section = item.categories.first.map {
        FeedText.plain(Feed.Text($0, isMarkup: true))
      }.flatMap(Self.filled)
    }
    let authors = item.authors.isEmpty ? head.authors : item.authors
    for name in authors.prefix(Self.mostAuthors) where name.utf8.count < 4_096 {
      for person in people(in: name) where !page.authors.contains(person) {
        page.authors.append(person)
      }
    }
    page.published = item.published.flatMap(stamp)
    page.updated = item.updated.flatMap(stamp)
    fill(&page, with: item.body)
    page.language =
      (item.language ?? head.language).flatMap(FeedText.languageTag)
      ?? rules.languages.language(of: page.text)
    return page
  }

  /// People in an author's entry, which RSS writes "mail@example.org (First Last)".
  private func people(in author: String) -> [String] {
    var name = FeedText.plain(Feed.Text(author, isMarkup: true))
    if let open = name.firstIndex(of: "("), name.hasSuffix(")"), name[..<open].contains("@") {
      name = String(name[name.index(after: open)...].dropLast())
    }
    if name.contains("@") { return [] }
    return AuthorNames(rules: rules.bylines).people(in: name, isByline: true)
  }

  private func fill(_ page: inout Page, with text: Feed.Text?) {
    guard let text else { return }
    guard text.isMarkup else {
      let plain = PlainText.page(text.value)
      page.text = plain.text
      page.blocks = plain.blocks
      return
    }
    var body = BodyText()
    var captions: Set<String> = []
    let tree = HTMLParser.tree(of: Array(text.value.utf8))
    for segment in Segmentation.segments(
      of: tree, weights: NodeWeights(tree), classes: rules.classes)
    {
      if segment.roles.contains(.caption) {
        if captions.insert(segment.text).inserted { page.captions.append(segment.text) }
        continue
      }
      guard segment.roles.isDisjoint(with: .furniture),
        rules.furniture.kind(of: segment.text) == nil || segment.length >= 80
      else { continue }
      body.append(segment.kind, segment.text)
    }
    page.text = body.text
    page.blocks = body.blocks
  }
}

/// The texts of feeds, made plain.
enum FeedText {
  /// A text in one line, without markup.
  static func plain(_ text: Feed.Text) -> String {
    guard text.isMarkup else { return text.value.squeezedSpace() }
    let bytes = Array(text.value.utf8)
    var plain: [UInt8] = []
    var start = 0
    var at = 0
    while let open = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
      let next = open + 1 < bytes.count ? bytes[open + 1] : 0
      let isTag =
        (97...122).contains(next | 32) || next == UInt8(ascii: "/")
        || next == UInt8(ascii: "!")
      guard isTag, let close = bytes[open...].firstIndex(of: UInt8(ascii: ">")) else {
        if isTag { break }
        at = open + 1
        continue
      }
      CharacterReferences.append(bytes[start..<open], to: &plain)
      at = close + 1
      start = at
    }
    CharacterReferences.append(bytes[start...], to: &plain)
    return String(decoding: plain, as: UTF8.self).squeezedSpace()
  }

  /// A language tag in BCP 47's own letters; nil for what is none.
  static func languageTag(_ label: String) -> String? {
    let parts = label.trimmedSpace().split { "-_".contains($0) }
    guard let first = parts.first, (2...3).contains(first.utf8.count),
      first.utf8.allSatisfy({ (97...122).contains($0 | 32) })
    else { return nil }
    let region = parts.dropFirst().first { $0.utf8.count == 2 }
    return first.lowercased() + (region.map { "-" + $0.uppercased() } ?? "")
  }
}
