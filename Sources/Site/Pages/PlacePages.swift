import Hummingbird
import Record
import Storage

/// `/places/ID`: what happened at a place, and which articles name it.
extension NewsSite {
  private static let itemsOfPlace = 50

  private struct Twin: Encodable {
    let place: StoredPlace
    let events: [StoredEvent]
    let articles: [ArticleSummary]
  }

  func place(_ request: PageRequest) throws -> PageContent {
    guard let place = try archive.place(try request.parameter("id")) else {
      throw HTTPError(.notFound, message: "No stored article names a place of this id.")
    }
    let limit = Self.itemsOfPlace
    let twin = Twin(
      place: place, events: try archive.events(at: place, limit: limit).items,
      articles: try archive.articles(at: place, limit: limit).items)
    var groups: [[String: Any]] = []
    if !twin.events.isEmpty {
      groups.append(["name": "What was done here, or is to be", "table": eventTable(twin.events)])
    }
    groups.append([
      "name": "Where it is named", "lines": ["items": twin.articles.map(articleLine)],
    ])
    var facts = [place.country].compactMap { $0 }
    if let latitude = place.latitude, let longitude = place.longitude {
      facts.append("\(latitude), \(longitude)")
    }
    if let number = place.geonames { facts.append("GeoNames \(number)") }
    facts.append(Wording.count(place.documents, "article"))
    let view: [String: Any] = ["heading": place.name, "facts": facts, "groups": groups]
    return PageContent("place", title: place.name, view: view, value: twin)
  }

  /// A line of a list that leads to an article.
  func articleLine(_ article: ArticleSummary) -> [String: Any] {
    [
      "text": article.title ?? "Untitled", "href": Address.article(article.document),
      "note": [article.published.map(Wording.stamp), article.site].compactMap { $0 }
        .joined(separator: " · "),
    ]
  }
}
