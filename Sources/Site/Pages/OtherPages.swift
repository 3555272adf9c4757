import Hummingbird
import Knowledge
import Record
import Storage

/// `/search`, `/codebook` and `/about`.
extension NewsSite {
  private static let hitsPerPage = 20
  private static let longestQuery = 500

  func search(_ request: PageRequest) throws -> PageContent {
    let text = request.query("q") ?? ""
    guard text.count <= Self.longestQuery else {
      throw HTTPError(
        .badRequest, message: "A search has at most \(Self.longestQuery) characters.")
    }
    let offset = try count(request, "from")
    let result: SearchResult
    do {
      result = try archive.search(SearchQuery(text), offset: offset, limit: Self.hitsPerPage)
    } catch let error as SearchQuery.Mistake {
      throw HTTPError(.badRequest, message: error.description)
    }
    var view: [String: Any] = [
      "query": text, "hits": result.hits.map(hit),
      "lede": text.isEmpty
        ? "Words, or actor:, type:, status:, since:, until:, said-by: before a value."
        : Wording.count(result.total, "article") + " found.",
    ]
    let shown = offset + result.hits.count
    if shown < result.total, !result.hits.isEmpty {
      view["next"] = Address.page("/search", [("q", text), ("from", String(shown))])
    }
    return PageContent("search", title: "Search", view: view, value: result)
  }

  private func count(_ request: PageRequest, _ name: String) throws -> Int {
    guard let text = request.query(name) else { return 0 }
    guard let value = Int(text), (0..<Archive.searchLimit).contains(value) else {
      throw HTTPError(
        .badRequest, message: "\(name) is a number from 0 to \(Archive.searchLimit - 1).")
    }
    return value
  }

  private func hit(_ hit: SearchHit) -> [String: Any] {
    [
      "title": hit.article.title ?? "Untitled", "href": Address.article(hit.article.document),
      "source": [hit.article.published.map(Wording.stamp), hit.article.site]
        .compactMap { $0 }.joined(separator: " · "),
      "events": hit.events.map(summary),
      "statements": hit.statements.map {
        [
          "text": $0.content.isEmpty ? $0.passage : $0.content, "href": Address.event($0.id),
          "speaker": $0.speakerName ?? $0.speakerText ?? "",
        ]
      },
      "excerpt": hit.excerpt.map { ["text": $0.text, "matched": $0.matched] as [String: Any] },
    ]
  }

  private struct CodebookTwin: Encodable {
    struct Mode: Encodable {
      let name: String
      let score: Double
    }
    let type: String
    let quadClass: Int
    let score: Double
    let modes: [Mode]
    let definition: String
    let example: String
    let isNot: String

    enum CodingKeys: String, CodingKey {
      case type
      case quadClass = "quad_class"
      case score, modes, definition, example
      case isNot = "is_not"
    }
  }

  func codebookPage() throws -> PageContent {
    let entries = codebook.entries.map { entry in
      CodebookTwin(
        type: entry.type.rawValue, quadClass: entry.quadClass, score: entry.score,
        modes: entry.modes.map { .init(name: $0.name, score: $0.score) },
        definition: entry.definition, example: entry.example, isNot: entry.isNot)
    }
    let views = entries.map { entry in
      [
        "type": entry.type, "class": "q\(entry.quadClass)", "definition": entry.definition,
        "example": entry.example, "isNot": entry.isNot, "quadClass": entry.quadClass,
        "score": entry.score,
        "any_modes": !entry.modes.isEmpty,
        "modes": entry.modes.map { ["name": $0.name, "score": $0.score] as [String: Any] },
      ] as [String: Any]
    }
    return PageContent("codebook", title: "Codebook", view: ["entries": views], value: entries)
  }

  private struct AboutTwin: Encodable {
    let counts: StoreCounts
    let sources: [Tally]
  }

  func about() throws -> PageContent {
    let counts = try archive.counts()
    let sources = try archive.sites()
    let rows: [(String, String)] = [
      ("Articles and pages", String(counts.documents)), ("Revisions", String(counts.revisions)),
      ("Headlines", String(counts.headlines)), ("Events", String(counts.events)),
      ("Statements", String(counts.statements)), ("Actors", String(counts.actors)),
      ("First day", counts.firstDay ?? "none"), ("Last day", counts.lastDay ?? "none"),
    ]
    let view: [String: Any] = [
      "counts": rows.map { ["name": $0.0, "value": $0.1] }
    ]
    return PageContent(
      "about", title: "About", view: view, value: AboutTwin(counts: counts, sources: sources))
  }
}
