import Record

/// Reads an HTML page: its article, what it tells of itself, and its dated headlines.
struct HTMLPageReader: Sendable {
  let rules: PageRules

  /// Text from a script's data stands for the page's own only where that has fewer characters than this.
  private static let shortBody = 1_000

  /// A text with fewer bytes than this may be a front page's scraps.
  private static let shortestArticle = 400
  /// A page that lists as many headlines, of more bytes than its text, has no article.
  private static let fewestOnFront = 8
  /// Section pages are headed too, but by a word or two.
  private static let fewestWordsOfTitle = 4
  private static let shortestBelowHeading = 140
  /// What stands for something else has fewer bytes than this.
  private static let longestPlaceholder = 40

  /// Reads a page.
  ///
  /// - Parameter url: where it was read, where that is known.
  func read(_ bytes: [UInt8], url: String?) -> Page {
    let tree = HTMLParser.tree(of: bytes)
    let head = HeadData(tree)
    let linked = LinkedData(tree)
    let weights = NodeWeights(tree)
    let segments = Segmentation.segments(of: tree, weights: weights, classes: rules.classes)
    var page = Page()
    let base = url ?? head.first(["og:url"]) ?? head.canonical ?? linked.url
    page.canonicalURL =
      [head.canonical, head.first(["og:url"]), linked.url].compactMap { $0 }
      .lazy.compactMap { WebAddress.absolute($0, base: base) }.first
    page.site = (page.canonicalURL ?? url).flatMap { rules.suffixes.site(of: $0) }
    page.title = PageTitle.choose(tree: tree, head: head, linked: linked, site: page.site)
    let article = ArticleBody(tree: tree, segments: segments, title: page.title, rules: rules)
    page.text = article.body.text
    page.blocks = article.body.blocks
    page.captions = article.captions
    useLinkedBody(linked, into: &page)
    let state = ScriptState(bytes: bytes, scripts: tree.scripts, classes: rules.classes)
    if page.text.utf8.count < Self.shortestArticle {
      useNoscript(tree, into: &page)
      let isArticle = linked.hasArticle || head.meta["og:type"]?.lowercased() == "article"
      use(state.body(isArticle: isArticle), into: &page)
    }
    page.image = image(head, linked, base: base)
    page.section = linked.section ?? head.section
    page.language = language(head, linked, text: page.text)
    page.authors = PageAuthors.choose(
      tree: tree, weights: weights, head: head, linked: linked, segments: segments,
      article: article, language: page.language, rules: rules)
    let dates = PageDates(
      tree: tree, weights: weights, head: head, linked: linked, segments: segments,
      article: article,
      urls: [page.canonicalURL, url, head.meta["og:url"]].compactMap { $0 },
      scripted: state.published, rules: rules,
      monthFirst: head.language?.lowercased() == "en-us")
    page.published = dates.published?.stamp
    page.updated = dates.updated?.stamp
    let isLive = linked.isLive || article.parts.filter { $0.roles.contains(.live) }.count >= 3
    if isLive, page.text == article.body.text || !linked.entries.isEmpty {
      let blog = LiveBlog(
        tree: tree, segments: segments, article: article, rules: rules, day: dates.published?.day)
      blog.divide(&page, linked.entries)
    } else {
      AuthorNotes.remove(from: &page)
    }
    page.credit = rules.wires.credit(
      of: linked.organisations + linked.authors + head.authors + article.agencies, text: page.text)
    readNewsLine(
      tree, weights, article, dates.published ?? dates.updated, base,
      saysArticle: linked.hasArticle || head.meta["og:type"]?.lowercased() == "article", into: &page
    )
    page.partial = isPartial(linked, head, segments, page)
    return page
  }

  /// Whether the page says that it shows only part of the article: for want of a subscription, or on more pages than one.
  private func isPartial(
    _ linked: LinkedData, _ head: HeadData, _ segments: [PageSegment], _ page: Page
  ) -> Bool {
    if linked.isPaid, page.text.utf8.count < 1_500 { return true }
    if let next = head.next, let own = page.canonicalURL, head.continues(own, next) { return true }
    return !page.text.isEmpty
      && segments.contains {
        $0.length < 300 && $0.place.isDisjoint(with: [.navigation, .footer, .header])
          && rules.furniture.isPaywall($0.text)
      }
  }

  /// Reads the news line; where it is all that a page has to say, as on a front page, the page has no article.
  private func readNewsLine(
    _ tree: HTMLTree, _ weights: NodeWeights, _ article: ArticleBody, _ time: PrintedTime?,
    _ base: String?, saysArticle: Bool, into page: inout Page
  ) {
    let isArticle = page.text.utf8.count >= Self.shortestArticle
    let around = isArticle ? tree.subtree(article.container) : nil
    page.newsLine = HeadlineLinks.headlines(
      tree: tree, weights: weights, article: around, base: base, now: isArticle ? nil : time,
      rules: rules)
    let listed = page.newsLine.reduce(0) { $0 + $1.title.utf8.count }
    // A text below a heading that is its title is one, however long the lists beside it are.
    let isHeaded =
      article.heading.map { $0 < Int(tree.nodes[article.container].end) } == true
      && (page.title?.split(separator: " ").count ?? 0) >= Self.fewestWordsOfTitle
      && page.text.utf8.count >= Self.shortestBelowHeading
    OwnHeadline.mark(in: &page, address: base)
    if page.newsLine.count >= Self.fewestOnFront, listed > page.text.utf8.count, !saysArticle,
      !isHeaded
    {
      page.text = ""
      page.blocks = []
      page.captions = []
    }
  }

  private func image(_ head: HeadData, _ linked: LinkedData, base: String?) -> String? {
    [
      head.first(["og:image", "og:image:url", "og:image:secure_url"]), linked.image,
      head.first(["twitter:image", "twitter:image:src", "image", "thumbnail"]),
    ]
    .compactMap { $0 }.lazy.compactMap { WebAddress.absolute($0, base: base) }.first
  }

  private func useLinkedBody(_ linked: LinkedData, into page: inout Page) {
    guard let words = linked.body, page.text.utf8.count < Self.shortBody else { return }
    use([words], into: &page)
  }

  /// Takes texts for the body where they are much longer than the page's own.
  private func use(_ texts: [String], into page: inout Page) {
    let length = texts.reduce(0) { $0 + $1.utf8.count }
    guard length > page.text.utf8.count * 3 else { return }
    var body = BodyText()
    var hasText = false
    for text in texts {
      // Some put the body's markup there.
      let tree = HTMLParser.tree(of: Array(text.utf8))
      for segment in Segmentation.segments(
        of: tree, weights: NodeWeights(tree), classes: rules.classes)
      where segment.roles.isDisjoint(with: [.furniture, .caption, .byline]) {
        // Above the text it is the lead, as in a page's own.
        if segment.roles.contains(.teaser), hasText { continue }
        if !segment.roles.contains(.teaser), ArticleBody.weight(segment) > 0 { hasText = true }
        for line in segment.text.split(whereSeparator: \.isNewline)
        where !Self.isPlaceholder(line) {
          body.append(segment.kind, line.squeezedSpace())
        }
      }
    }
    guard body.text.utf8.count > page.text.utf8.count else { return }
    page.text = body.text
    page.blocks = body.blocks
  }

  /// Whether a line of data stands for something that the page puts there: one word between doubled marks, "$$BOX$$".
  private static func isPlaceholder(_ line: Substring) -> Bool {
    let bytes = Array(line.trimmedSpace().utf8)
    guard (2..<longestPlaceholder).contains(bytes.count), let mark = bytes.first,
      "$%#@[{|".utf8.contains(mark), bytes[1] == mark
    else { return false }
    // A bracket's other half is two on in ASCII.
    let closing = "[{".utf8.contains(mark) ? mark + 2 : mark
    return bytes.suffix(2).allSatisfy { $0 == closing } && !bytes.contains(32)
  }

  /// Takes the body from what the page holds for browsers without scripts, where that is much longer than its own.
  private func useNoscript(_ tree: HTMLTree, into page: inout Page) {
    var opened = tree
    var hasAny = false
    for index in opened.nodes.indices where opened.nodes[index].tag == .noscript {
      opened.nodes[index].tag = .div
      hasAny = true
    }
    guard hasAny else { return }
    let segments = Segmentation.segments(
      of: opened, weights: NodeWeights(opened), classes: rules.classes)
    let article = ArticleBody(tree: opened, segments: segments, title: page.title, rules: rules)
    let length = article.body.text.utf8.count
    guard length >= Self.shortestArticle, length > page.text.utf8.count * 3 else { return }
    page.text = article.body.text
    page.blocks = article.body.blocks
    page.captions = article.captions
  }

  private func language(_ head: HeadData, _ linked: LinkedData, text: String) -> String? {
    let declared =
      head.language ?? head.first(["content-language", "language", "dc.language"]) ?? linked
      .language
      ?? head.first(["og:locale"])
    let guessed = rules.languages.language(of: text)
    guard let declared = declared.flatMap(Self.tag) else { return guessed }
    return rules.languages.correction(of: declared, by: text) ?? declared
  }

  /// A language tag in BCP 47's own letters: "en-US" of "en_us".
  private static func tag(_ label: String) -> String? {
    let parts = label.trimmedSpace().split { "-_".contains($0) }
    guard let first = parts.first, (2...3).contains(first.utf8.count),
      first.utf8.allSatisfy({ (97...122).contains($0 | 32) })
    else { return nil }
    var tag = first.lowercased()
    for part in parts.dropFirst() {
      switch part.utf8.count {
      case 2: tag += "-" + part.uppercased()
      case 4: tag += "-" + part.prefix(1).uppercased() + part.dropFirst().lowercased()
      default: return tag
      }
    }
    return tag
  }
}

/// Addresses made whole.
enum WebAddress {
  /// An address as it stands, or below the base where it is a relative one; nil for anything but web pages.
  static func absolute(_ reference: String, base: String?) -> String? {
    let reference = reference.trimmedSpace()
    if reference.hasPrefix("http://") || reference.hasPrefix("https://") { return reference }
    guard let base, let scheme = base.firstRange(of: "://") else {
      // What leaves out the scheme alone is whole but for that.
      return reference.hasPrefix("//") && reference.utf8.count > 4 ? "https:" + reference : nil
    }
    if reference.hasPrefix("//") { return base[..<scheme.lowerBound] + ":" + reference }
    if reference.isEmpty || reference.hasPrefix("#") { return nil }
    if let colon = reference.firstIndex(of: ":"), !reference[..<colon].contains("/") { return nil }
    let pathStart = base[scheme.upperBound...].firstIndex(of: "/") ?? base.endIndex
    let origin = String(base[..<pathStart])
    if reference.hasPrefix("/") { return origin + reference }
    if reference.hasPrefix("?") {
      return String(base.prefix { $0 != "?" && $0 != "#" }) + reference
    }
    let path = base[pathStart...].prefix { $0 != "?" && $0 != "#" }
    var folders = path.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
    if !path.hasSuffix("/"), !folders.isEmpty { folders.removeLast() }
    var rest = Substring(reference)
    while true {
      if rest.hasPrefix("./") {
        rest = rest.dropFirst(2)
      } else if rest.hasPrefix("../") {
        rest = rest.dropFirst(3)
        if !folders.isEmpty { folders.removeLast() }
      } else {
        break
      }
    }
    return ([origin] + folders + [String(rest)]).joined(separator: "/")
  }
}
