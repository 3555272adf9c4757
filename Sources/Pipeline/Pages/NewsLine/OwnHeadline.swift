import Record

/// Tells which entry of a news line is the page's own article.
enum OwnHeadline {
  /// Marks the entry that leads to the page's address, else the one that is headed as it is.
  ///
  /// - Parameter address: where the page was read, where it calls no other address its own.
  static func mark(in page: inout Page, address: String?) {
    guard !page.text.isEmpty else { return }
    let own = [page.canonicalURL, address].compactMap { $0 }.map(place)
    let byAddress = page.newsLine.firstIndex { headline in
      headline.url.map { own.contains(place($0)) } ?? false
    }
    let title = page.title.map(bare)
    let found = byAddress ?? page.newsLine.firstIndex { bare($0.title) == title }
    if let found { page.newsLine[found].own = true }
  }

  /// An address without what does not tell where it leads.
  private static func place(_ url: String) -> Substring {
    var rest = url[...]
    if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
    if rest.hasPrefix("www.") { rest = rest.dropFirst(4) }
    rest = rest.prefix { $0 != "#" }
    if let query = rest.firstIndex(of: "?"), rest[query...].hasPrefix("?utm_") {
      rest = rest[..<query]
    }
    return rest.hasSuffix("/") ? rest.dropLast() : rest
  }

  private static func bare(_ title: String) -> String {
    String(
      String.UnicodeScalarView(
        folded(title).unicodeScalars.filter { $0.isWordPart || $0.digit != nil }))
  }
}
