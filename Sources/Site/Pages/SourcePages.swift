import Hummingbird
import Record
import Storage

/// `/sources`: the sites that headlines lead to, each with its own news line.
extension NewsSite {
  private struct Twin: Encodable { let items: [Tally] }

  func sources() throws -> PageContent {
    let sources = try archive.sites()
    let view: [String: Any] = [
      "sources": sources.map {
        [
          "name": $0.name, "href": Address.source($0.name),
          "count": Wording.count($0.count, "headline"),
        ]
      }
    ]
    return PageContent("sources", title: "Sources", view: view, value: Twin(items: sources))
  }

  func source(_ request: PageRequest) throws -> PageContent {
    let name = try request.parameter("name")
    guard try archive.sites().contains(where: { $0.name == name }) else {
      throw HTTPError(.notFound, message: "No headline of a site of that name is stored.")
    }
    return try newsLine(
      request, NewsLineFilter(site: name), heading: name, lede: "This site, newest first.")
  }
}
