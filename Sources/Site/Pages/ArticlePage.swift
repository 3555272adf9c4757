import Hummingbird
import Record
import Storage

/// `/articles/ID`: the text, and beside each paragraph the statements and events that rest on it.
extension NewsSite {
  func article(_ request: PageRequest) throws -> PageContent {
    let id = try request.parameter("id")
    guard let article = try archive.article(id) else {
      throw HTTPError(.notFound, message: "No article of this id is stored.")
    }
    let record = try article.record()
    let page = record.page
    let notes = ArticleNotes(record: record, codebook: codebook)
    var view: [String: Any] = [
      "heading": page.title ?? "Untitled",
      "blocks": ArticleBlocks(record: record, notes: notes).views,
      "isPartial": page.partial ?? false, "isOld": !article.summary.isCurrent,
      "currentHref": Address.article(article.summary.document),
      "actors": actorViews(record),
    ]
    if let sourcing = record.sourcing.flatMap(Wording.sourcing) {
      view["sources"] = sourcing.sources
      if !sourcing.heard.isEmpty { view["heard"] = sourcing.heard }
    }
    if let section = page.section {
      view["section"] = section
      view["sectionHref"] = Address.section(section)
    }
    if let published = page.published {
      view["published"] = Wording.stamp(published)
      view["publishedISO"] = published.start
    }
    if !page.authors.isEmpty { view["authors"] = page.authors.joined(separator: ", ") }
    if let site = page.site { view["site"] = site }
    if let url = article.summary.url { view["url"] = url }
    if article.revisions.count > 1 {
      view["revisions"] = article.revisions.map { revision in
        [
          "href": Address.article(revision.revision),
          "text": "Read \(revision.readAt)" + (revision.isCurrent ? " (current)" : ""),
        ]
      }
    }
    return PageContent("article", title: page.title ?? "Untitled", view: view, value: record)
  }

  /// Whom the article speaks of, those with a place of their own in the store first.
  private func actorViews(_ record: Document) -> [[String: Any]] {
    var counts: [String: Int] = [:]
    for mention in record.mentions {
      if let actor = mention.actor { counts[actor, default: 0] += 1 }
    }
    let known = record.actors.filter { !$0.id.hasPrefix("local/") || $0.kind == .person }
    return known.sorted { (counts[$0.id] ?? 0, $1.id) > (counts[$1.id] ?? 0, $0.id) }.prefix(40).map
    {
      var view: [String: Any] = [
        "href": Address.actor($0.id, in: record.page.id), "text": $0.name,
      ]
      if let role = $0.role { view["note"] = role }
      return view
    }
  }
}

extension Address {
  /// An actor of a document: one that only it knows is qualified by the document.
  static func actor(_ id: String, in revision: String) -> String {
    guard id.hasPrefix("local/") else { return actor(id) }
    return "/actors/local/\(revision.prefix(16))-\(id.dropFirst("local/".count))"
  }
}
