/// What a page's meta elements, links and title say.
struct HeadData: Sendable {
  /// The first content of each meta element's name, in lower case.
  private(set) var meta: [String: String] = [:]
  /// All authors' metas, in order.
  private(set) var authors: [String] = []
  private(set) var title: String?
  private(set) var canonical: String?
  private(set) var base: String?
  /// The page that follows.
  private(set) var next: String?
  private(set) var language: String?

  private static let authorNames: Set<String> = [
    "author", "article:author", "dc.creator", "dcterms.creator", "dc:creator", "parsely-author",
    "sailthru.author", "citation_author", "byl", "article:author_name", "authors",
    "cxenseparse:author",
    "rbauthors", "creator", "article_author", "twitter:data1-author",
  ]

  init(_ tree: HTMLTree) {
    language = tree.attribute(.lang, of: 0) ?? tree.attribute(.xmlLang, of: 0)
    for index in tree.nodes.indices {
      switch tree.nodes[index].tag {
      case .meta:
        // Pages saved by some tools bear the content as a value.
        guard
          let content =
            (tree.attribute(.content, of: index) ?? tree.attribute(.value, of: index))?
            .squeezedSpace(), !content.isEmpty
        else { continue }
        for name in [HTMLAttribute.property, .name, .itemprop, .httpEquiv] {
          guard let key = tree.attribute(name, of: index)?.lowercased() else { continue }
          if meta[key] == nil { meta[key] = content }
          if Self.authorNames.contains(key), !authors.contains(content) { authors.append(content) }
        }
      case .title:
        if title == nil, tree.nodes[index].end > index + 1 {
          title = String(decoding: tree.textBytes(index + 1), as: UTF8.self).squeezedSpace()
        }
      case .link:
        if canonical == nil, let rel = tree.attribute(.rel, of: index)?.lowercased(),
          rel.split(separator: " ").contains("canonical")
        {
          canonical = tree.attribute(.href, of: index)?.trimmedSpace()
        }
        if next == nil, let rel = tree.attribute(.rel, of: index)?.lowercased(), rel == "next" {
          next = tree.attribute(.href, of: index)?.trimmedSpace()
        }
      case .base: base = base ?? tree.attribute(.href, of: index)?.trimmedSpace()
      default: continue
      }
    }
  }

  /// Whether an address is that of the next page of the same article: its own, and after it a number.
  func continues(_ own: String, _ next: String) -> Bool {
    guard let next = WebAddress.absolute(next, base: own) else { return false }
    let stem = own.prefix { $0 != "?" && $0 != "#" }
    let trimmed = stem.hasSuffix("/") ? stem.dropLast() : stem
    guard next.hasPrefix(trimmed) else { return false }
    let rest = next.dropFirst(trimmed.count)
    return rest.contains { $0.isNumber } && rest.utf8.count <= 16
      && rest.utf8.allSatisfy { $0 != UInt8(ascii: "#") }
  }

  /// The section that the page stands in.
  var section: String? {
    first(["article:section", "parsely-section", "section", "content_category"])
  }

  /// The first of these metas that the page has.
  func first(_ names: [String]) -> String? {
    for name in names { if let value = meta[name] { return value } }
    return nil
  }
}
