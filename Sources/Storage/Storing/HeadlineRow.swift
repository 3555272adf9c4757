import Record

/// A line of the news line that a page adds: a headline that it lists, or its own.
struct HeadlineRow: Sendable, Equatable {
  let title: String
  let folded: String
  let url: String?
  let site: String
  let section: String?
  let published: Stamp?
  let moment: Moment
  let marks: [Headline.Mark]

  /// To the minute as printed, without the zone: the same item carries one in an article's metadata and none in a list.
  var minute: String { String((published?.start ?? "").prefix(16)) }

  private init(
    title: String, url: String?, site: String, section: String?, published: Stamp?,
    marks: [Headline.Mark]
  ) {
    self.title = title
    folded = Storage.folded(title)
    self.url = url
    self.site = site
    self.section = section
    self.published = published
    moment = Moment(published)
    self.marks = marks
  }

  /// The page's own line; nil for a page without an article or title.
  init?(article page: PageRecord) {
    guard let title = page.title, !page.text.isEmpty else { return nil }
    self.init(
      title: title, url: Self.address(of: page), site: page.site ?? "",
      section: page.section, published: page.published, marks: [])
  }

  /// Where a page is, if that is an address of the web.
  static func address(of page: PageRecord) -> String? {
    [page.canonicalURL, page.url].lazy.compactMap { $0 }.first { absolute($0, on: nil) != nil }
  }

  /// The headlines that a page lists.
  static func rows(of page: PageRecord) -> [HeadlineRow] {
    page.newsLine.map { headline in
      let url = headline.url.flatMap { absolute($0, on: address(of: page)) }
      return HeadlineRow(
        title: headline.title, url: url, site: site(of: url, on: page.site) ?? "", section: nil,
        published: headline.published, marks: headline.marks)
    }
  }

  /// A link's whole address; nil where it leads to no web page or cannot be told.
  static func absolute(_ link: String, on page: String?) -> String? {
    if link.hasPrefix("http://") || link.hasPrefix("https://") { return link }
    guard let page, let scheme = page.firstRange(of: "://") else { return nil }
    if link.hasPrefix("//") { return page[..<scheme.lowerBound] + ":" + link }
    guard link.hasPrefix("/") else { return nil }
    let host = page[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return page[..<scheme.upperBound] + host + link
  }

  /// The link's site: the page's own for its own host and those below it, else the host.
  private static func site(of url: String?, on site: String?) -> String? {
    guard let url, let scheme = url.firstRange(of: "://") else { return site }
    var host = url[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    if let colon = host.firstIndex(of: ":") { host = host[..<colon] }
    let name = host.lowercased()
    if let site, name == site || name.hasSuffix("." + site) { return site }
    return name.hasPrefix("www.") ? String(name.dropFirst(4)) : name
  }
}
