/// What a page's JSON-LD says of its article (schema.org).
struct LinkedData: Sendable {
  var headline: String?
  /// What it calls the page, which is often what the title element says.
  var name: String?
  var published: String?
  var updated: String?
  var authors: [String] = []
  /// Who publishes it, and organisations that it names as its authors.
  var organisations: [String] = []
  var section: String?
  var language: String?
  var body: String?
  var url: String?
  /// The address of its picture.
  var image: String?
  /// Whether it is a live blog.
  var isLive = false
  /// A live blog's entries.
  var entries: [Entry] = []
  /// Whether the article is there for subscribers alone.
  var isPaid = false
  /// Whether anything on the page calls itself an article.
  var hasArticle = false

  /// An entry of a live blog.
  struct Entry: Sendable {
    var published: String?
    var headline: String?
    var body: String
  }

  private static let articles: Set<String> = [
    "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle",
    "BackgroundNewsArticle", "ReviewNewsArticle", "BlogPosting", "LiveBlogPosting", "TechArticle",
    "ScholarlyArticle", "SocialMediaPosting", "Report", "AdvertiserContentArticle",
  ]
  private static let pages: Set<String> = [
    "WebPage", "ItemPage", "VideoObject", "Recipe", "Event", "HowTo", "PodcastEpisode",
    "DiscussionForumPosting",
  ]
  /// Pages as such: their names are no headlines.
  private static let bare: Set<String> = ["WebPage", "ItemPage"]
  /// How many objects are looked at.
  private static let most = 2_000

  init(_ tree: HTMLTree) {
    var pageFields: [JSONValue] = []
    // Names of people and organisations by their ids, which articles refer to.
    var named: [String: JSONValue] = [:]
    var articleFields: [JSONValue] = []
    for index in tree.nodes.indices where tree.nodes[index].tag == .script {
      let text = index + 1
      guard text < Int(tree.nodes[index].end), tree.nodes[text].tag == .text,
        let root = JSONValue(tree.textBytes(text))
      else { continue }
      var pending = root.values
      var looked = 0
      while let value = pending.popLast(), looked < Self.most {
        looked += 1
        if let graph = value["@graph"] { pending += graph.values.reversed() }
        for name in ["mainEntity", "mainEntityOfPage", "hasPart"] {
          if let inner = value[name] { pending += inner.values }
        }
        let types = (value["@type"]?.values ?? []).compactMap(\.text)
        if value["name"] != nil, let id = value["@id"]?.text { named[id] = named[id] ?? value }
        if types.contains("LiveBlogPosting") { isLive = true }
        if types.contains(where: Self.articles.contains) {
          articleFields.append(value)
        } else if types.contains(where: Self.pages.contains) {
          pageFields.append(value)
        }
      }
    }
    hasArticle = !articleFields.isEmpty
    for fields in articleFields + pageFields { take(fields, isArticle: hasArticle, named) }
    headline = headline.map(Self.plain)
    name = name.map(Self.plain)
    authors = authors.map(Self.plain)
    organisations = organisations.map(Self.plain)
    section = section.map(Self.plain)
  }

  /// A string whose character references were written once too often.
  private static func plain(_ text: String) -> String {
    guard text.contains("&") else { return text.squeezedSpace() }
    var text = text
    var result: [UInt8] = []
    text.withUTF8 { CharacterReferences.append($0, to: &result) }
    return String(decoding: result, as: UTF8.self).squeezedSpace()
  }

  private mutating func take(
    _ fields: JSONValue, isArticle: Bool, _ named: [String: JSONValue]
  ) {
    func whole(_ value: JSONValue) -> JSONValue {
      guard value["name"] == nil, let id = value["@id"]?.text else { return value }
      return named[id] ?? value
    }
    func isPerson(_ value: JSONValue) -> Bool {
      (whole(value)["@type"]?.values ?? []).contains { $0.text == "Person" }
    }
    for value in fields["publisher"]?.values ?? [] where !isPerson(value) {
      organisations += (whole(value)["name"] ?? value).values.compactMap(\.text)
    }
    headline = headline ?? fields["headline"]?.text
    if !isArticle, let words = fields["name"]?.text {
      let types = (fields["@type"]?.values ?? []).compactMap(\.text)
      if types.allSatisfy(Self.bare.contains) {
        name = name ?? words
      } else {
        headline = headline ?? words
      }
    }
    published =
      published ?? fields["datePublished"]?.text ?? (isArticle ? fields["dateCreated"]?.text : nil)
    updated = updated ?? fields["dateModified"]?.text
    for found in [fields["author"], fields["creator"]] where authors.isEmpty {
      for value in (found?.values ?? []).map(whole) {
        // Organisations are no people, unless a person's site is one.
        let types = (value["@type"]?.values ?? []).compactMap(\.text)
        let names = (value["name"] ?? value).values.compactMap(\.text)
        let isHouse = types.contains("Organization") || types.contains("NewsMediaOrganization")
        if isHouse, !types.contains("Person") { organisations += names } else { authors += names }
      }
    }
    section = section ?? fields["articleSection"]?.text
    language = language ?? fields["inLanguage"].flatMap { ($0["alternateName"] ?? $0).text }
    body = body ?? fields["articleBody"]?.text
    url = url ?? fields["url"]?.text
    if image == nil, let first = fields["image"]?.values.first {
      image = (first["url"] ?? first["contentUrl"] ?? first).text
    }
    if entries.isEmpty, let updates = fields["liveBlogUpdate"]?.values {
      entries = updates.compactMap { update in
        guard let body = update["articleBody"]?.text else { return nil }
        return Entry(
          published: update["datePublished"]?.text, headline: update["headline"]?.text, body: body)
      }
    }
    switch fields["isAccessibleForFree"] {
    case .bool(false): isPaid = true
    case .string(let word) where word.lowercased() == "false": isPaid = true
    default: break
    }
  }
}
