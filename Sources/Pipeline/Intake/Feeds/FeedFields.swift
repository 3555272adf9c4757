import FoundationEssentials

/// What the elements of a channel or an item mean, by the vocabularies that feeds are written in.
///
/// Sources: RSS 0.9x, 1.0, 2.0; RFC 4287 and Atom 0.3; the modules content, Dublin Core, Media RSS and iTunes; the
/// sitemap protocol with Google's news extension.
enum FeedFields {
  /// An item, entry or address of a sitemap.
  static func item(_ element: FeedElement, format: Feed.Format) -> Feed.Item {
    switch format {
    case .atom: atomEntry(element)
    case .sitemap: sitemapAddress(element)
    case .rss, .rdf, .json: rssItem(element)
    }
  }

  /// A channel, or Atom's root.
  static func head(_ element: FeedElement, format: Feed.Format) -> Feed.Head {
    format == .atom ? atomHead(element) : rssHead(element)
  }

  // MARK: RSS and RDF

  private static func rssItem(_ element: FeedElement) -> Feed.Item {
    var item = Feed.Item()
    var fallbacks = Fallbacks()
    var permanent: String?
    for child in element.children {
      switch (child.vocabulary, child.name.lowercased()) {
      case (.core, "title"): item.title = item.title ?? markup(child)
      case (.core, "link"): item.link = rssLink(child) ?? item.link
      case (.core, "guid"):
        item.id = filled(child.source)
        let isPermanent = child.attributes["isPermaLink"]?.lowercased() != "false"
        if isPermanent, item.id?.hasPrefix("http") == true { permanent = item.id }
      case (.core, "pubdate"): item.published = filled(child.ownText)
      case (.core, "author"): append(child.source, to: &item.authors)
      case (.core, "category"): append(child.source, to: &item.categories)
      case (.core, "description"): item.summary = item.summary ?? markup(child)
      case (.content, "encoded"): item.content = markup(child)
      default: fallbacks.read(child)
      }
    }
    fallbacks.fill(&item)
    item.link = item.link ?? fallbacks.alternate ?? permanent
    item.id = item.id ?? element.attributes["rdf:about"] ?? fallbacks.identifier
    return item
  }

  /// The address in an RSS link, which some write as Atom's.
  private static func rssLink(_ element: FeedElement) -> String? {
    element.address(element.ownText) ?? element.target
  }

  private static func rssHead(_ element: FeedElement) -> Feed.Head {
    var head = Feed.Head()
    var fallbacks = Fallbacks()
    for child in element.children {
      switch (child.vocabulary, child.name.lowercased()) {
      case (.core, "title"): head.title = head.title ?? markup(child)
      case (.core, "link"): head.link = rssLink(child) ?? head.link
      case (.core, "pubdate"): head.published = filled(child.ownText)
      case (.core, "lastbuilddate"): head.updated = filled(child.ownText)
      case (.core, "language"): head.language = filled(child.ownText)
      case (.core, "managingeditor"): append(child.source, to: &head.authors)
      case (.core, "category"): append(child.source, to: &head.categories)
      default: fallbacks.read(child)
      }
    }
    head.title = head.title ?? fallbacks.title
    head.link = head.link ?? fallbacks.alternate
    head.address = fallbacks.own
    head.language = head.language ?? fallbacks.language
    head.updated = head.updated ?? fallbacks.updated
    return head
  }

  /// What the modules say, which counts where RSS itself says nothing.
  private struct Fallbacks {
    var title: Feed.Text?
    var alternate: String?
    var own: String?
    var identifier: String?
    var updated: String?
    var language: String?
    private var published: String?
    private var authors: [String] = []
    private var podcastAuthors: [String] = []
    private var subjects: [String] = []
    private var summary: Feed.Text?
    private var content: Feed.Text?

    mutating func read(_ child: FeedElement) {
      switch (child.vocabulary, child.name) {
      case (.dublinCore, "title"), (.media, "title"): title = title ?? markup(child)
      case (.dublinCore, "creator"): append(child.source, to: &authors)
      case (.atom, "author"): authors += FeedFields.person(child)
      case (.podcast, "author"): append(child.source, to: &podcastAuthors)
      case (.dublinCore, "subject"): append(child.source, to: &subjects)
      case (.dublinCore, "date"), (.dublinCoreTerms, "issued"), (.dublinCoreTerms, "created"):
        published = published ?? filled(child.ownText)
      case (.atom, "published"): published = published ?? filled(child.ownText)
      case (.dublinCoreTerms, "modified"), (.atom, "updated"): updated = filled(child.ownText)
      case (.dublinCore, "description"), (.podcast, "summary"), (.media, "description"),
        (.atom, "summary"):
        summary = summary ?? markup(child)
      case (.atom, "content"): content = FeedFields.text(child)
      case (.dublinCore, "identifier"): identifier = filled(child.ownText)
      case (.dublinCore, "language"): language = filled(child.ownText)
      case (.atom, "link"):
        let address = child.target
        switch child.attributes["rel"] ?? "alternate" {
        case "alternate": alternate = alternate ?? address
        case "self": own = own ?? address
        default: break
        }
      default: break
      }
    }

    func fill(_ item: inout Feed.Item) {
      item.title = item.title ?? title
      item.published = item.published ?? published
      item.updated = item.updated ?? updated
      if item.authors.isEmpty { item.authors = authors.isEmpty ? podcastAuthors : authors }
      if item.categories.isEmpty { item.categories = subjects }
      item.summary = item.summary ?? summary
      item.content = item.content ?? content
      item.language = item.language ?? language
    }
  }

  // MARK: Atom

  private static func atomEntry(_ element: FeedElement) -> Feed.Item {
    var item = Feed.Item()
    var links = AtomLinks()
    var source: [String] = []
    for child in element.children where isAtom(child) {
      switch child.name {
      case "title": item.title = item.title ?? text(child)
      case "id": item.id = child.address(child.ownText)
      case "link": links.read(child)
      case "published", "issued": item.published = filled(child.ownText)
      case "created": item.published = item.published ?? filled(child.ownText)
      case "updated", "modified": item.updated = filled(child.ownText)
      case "author": item.authors += person(child)
      case "category": append(category(child), to: &item.categories)
      case "content": item.content = text(child)
      case "summary": item.summary = text(child)
      case "source":
        for part in child.children where part.name == "author" { source += person(part) }
      default: break
      }
    }
    if item.authors.isEmpty { item.authors = source }
    item.link = links.best
    item.language = element.attributes["xml:lang"]
    return item
  }

  private static func atomHead(_ element: FeedElement) -> Feed.Head {
    var head = Feed.Head()
    var links = AtomLinks()
    for child in element.children where isAtom(child) {
      switch child.name {
      case "title": head.title = head.title ?? text(child)
      case "id": head.id = child.address(child.ownText)
      case "link": links.read(child)
      case "updated", "modified": head.updated = filled(child.ownText)
      case "author": head.authors += person(child)
      case "category": append(category(child), to: &head.categories)
      default: break
      }
    }
    head.link = links.best
    head.address = links.own
    head.language = element.attributes["xml:lang"]
    return head
  }

  private static func isAtom(_ element: FeedElement) -> Bool {
    element.vocabulary == .atom || element.vocabulary == .core
  }

  private static func category(_ element: FeedElement) -> String {
    element.attributes["label"] ?? element.attributes["term"] ?? element.ownText
  }

  /// The links of an entry: its page is the alternate one, in HTML before other types.
  private struct AtomLinks {
    private var alternates: [(address: String, isPage: Bool)] = []
    private var first: String?
    private(set) var own: String?

    mutating func read(_ element: FeedElement) {
      guard let address = element.target else { return }
      let type = element.attributes["type"] ?? "text/html"
      switch element.attributes["rel"] ?? "alternate" {
      case "alternate": alternates.append((address, type.contains("html")))
      case "self": own = own ?? address
      case "enclosure", "edit", "replies", "next", "hub", "license": break
      default: first = first ?? address
      }
    }

    var best: String? {
      alternates.first { $0.isPage }?.address ?? alternates.first?.address ?? first
    }
  }

  /// The name of a person, else the address of their mail.
  fileprivate static func person(_ element: FeedElement) -> [String] {
    var mail: String?
    for child in element.children {
      if child.name == "name", let name = filled(child.ownText) { return [name] }
      if child.name == "email" { mail = filled(child.ownText) }
    }
    return [mail ?? filled(element.ownText)].compactMap { $0 }
  }

  /// A text of Atom's: plain, HTML escaped, XHTML inline, or, of other types, in base 64.
  fileprivate static func text(_ element: FeedElement) -> Feed.Text? {
    let type = element.attributes["type"]?.lowercased() ?? "text"
    let mode = element.attributes["mode"]?.lowercased()
    let isInline = mode != "escaped" && (type == "xhtml" || type.hasSuffix("xml"))
    let source = element.unwrapped(isInline: isInline)
    guard !source.isEmpty else { return nil }
    if mode == "base64" || mode == nil && isBinary(type) {
      // As some say so of what stands there plainly.
      guard let data = Data(base64Encoded: source.filter { !$0.isWhitespace }) else {
        return Feed.Text(source, isMarkup: true)
      }
      guard let text = String(bytes: data, encoding: .utf8) else { return nil }
      return Feed.Text(text, isMarkup: true)
    }
    let isPlain = (type == "text" || type == "text/plain") && mode != "escaped"
    return Feed.Text(source, isMarkup: !isPlain || source != element.ownText)
  }

  /// Whether content of a type stands in base 64; RFC 4287, 4.1.3.3, says so of all but texts, but few feeds do.
  private static func isBinary(_ type: String) -> Bool {
    type == "application/octet-stream"
      || ["image/", "audio/", "video/"].contains(where: type.hasPrefix)
  }

  // MARK: Sitemaps

  private static func sitemapAddress(_ element: FeedElement) -> Feed.Item {
    var item = Feed.Item()
    for child in element.children {
      switch (child.vocabulary, child.name) {
      case (.core, "loc"):
        item.link = child.address(child.ownText)
        item.id = item.link
      case (.core, "lastmod"): item.updated = filled(child.ownText)
      case (.news, "news"): readNews(child, into: &item)
      default: break
      }
    }
    return item
  }

  private static func readNews(_ element: FeedElement, into item: inout Feed.Item) {
    for child in element.children where child.vocabulary == .news {
      switch child.name {
      case "title": item.title = markup(child)
      case "publication_date": item.published = filled(child.ownText)
      case "keywords":
        for word in child.ownText.split(separator: ",") {
          append(FeedElement.trimmed(String(word)), to: &item.categories)
        }
      case "publication":
        for part in child.children where part.name == "language" {
          item.language = filled(part.ownText)
        }
      default: break
      }
    }
  }

  // MARK: Values

  private static func filled(_ text: String) -> String? { text.isEmpty ? nil : text }

  private static func append(_ text: String, to list: inout [String]) {
    if !text.isEmpty { list.append(text) }
  }

  private static func markup(_ element: FeedElement) -> Feed.Text? {
    filled(element.source).map { Feed.Text($0, isMarkup: true) }
  }
}
