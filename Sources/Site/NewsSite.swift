import HTTPTypes
import Hummingbird
import Knowledge
import Storage

/// The site and its JSON twins over a store.
///
/// Everything read from pages is text and escaped on its way out; the Content-Security-Policy lets nothing run that the
/// binary does not carry. Pages are rendered once for each state of the store and kept, so a busy page costs a look-up.
public struct NewsSite: Sendable {
  let archive: Archive
  let version: String
  let templates: Templates
  let assets: Assets
  let codebook: Codebook
  let cache: PageCache
  let live: LiveLine

  /// A site over an open store.
  ///
  /// - Parameter version: the program's, for the foot of each page.
  public init(archive: Archive, version: String) throws {
    self.archive = archive
    self.version = version
    assets = try Assets()
    templates = try Templates()
    codebook = try Codebook()
    cache = PageCache(archive: archive)
    live = LiveLine(archive: archive)
  }

  /// All routes, with the errors' one shape and the security headers around them.
  public func router() -> Router<BasicRequestContext> {
    let router = Router(options: .autoGenerateHeadEndpoints)
    router.add(middleware: SecurityHeaders())
    router.add(middleware: ErrorPages(site: self))
    page(router, "/", twin: "/index.json") { try self.home($0) }
    page(router, "/sections/{name}") { try self.section($0) }
    page(router, "/days/{day}") { try self.day($0) }
    page(router, "/articles/{id}") { try self.article($0) }
    page(router, "/actors/{kind}/{slug}") { try self.actor($0) }
    page(router, "/places/{id}") { try self.place($0) }
    page(router, "/sources", twin: "/sources.json") { _ in try self.sources() }
    page(router, "/sources/{name}") { try self.source($0) }
    page(router, "/events", twin: "/events.json") { try self.events($0) }
    page(router, "/events/{id}") { try self.event($0) }
    page(router, "/search", twin: "/search.json") { try self.search($0) }
    page(router, "/codebook", twin: "/codebook.json") { _ in try self.codebookPage() }
    page(router, "/about", twin: "/about.json") { _ in try self.about() }
    addPlainRoutes(to: router)
    return router
  }

  /// A page and its JSON twin: at `twin`, or at the last parameter with `.json` behind it; and once more under
  /// `/api/v1`, by its noun.
  private func page(
    _ router: Router<BasicRequestContext>, _ path: RouterPath, twin: RouterPath? = nil,
    content: @escaping @Sendable (PageRequest) throws -> PageContent
  ) {
    let noun = path.description == "/" ? "/news-line" : path.description
    router.get(RouterPath("/api/v1" + noun)) { request, context in
      try self.answer(PageRequest(request, context, isTwin: true), content: content)
    }
    router.get(path) { request, context in
      try self.answer(PageRequest(request, context), content: content)
    }
    if let twin {
      router.get(twin) { request, context in
        try self.answer(PageRequest(request, context, isTwin: true), content: content)
      }
    }
  }

  private func answer(
    _ request: PageRequest, content: (PageRequest) throws -> PageContent
  ) throws -> Response {
    let entry = try cache.entry(for: request.key) {
      let content = try content(request)
      if request.isTwin { return (try content.json(), "application/json; charset=utf-8") }
      return (try render(content, for: request), "text/html; charset=utf-8")
    }
    return entry.response(ifNoneMatch: request.ifNoneMatch)
  }

  /// The page's HTML: its own template inside the layout.
  func render(_ content: PageContent, for request: PageRequest) throws -> String {
    var view = content.view
    // A template cannot ask whether a list is empty.
    for (name, value) in content.view {
      if let list = value as? [Any] { view["any_\(name)"] = !list.isEmpty }
    }
    view["title"] = content.title
    view["isHome"] = request.path == "/"
    view["feed"] = content.feed ?? "/feed.xml"
    view["version"] = version
    view["stylesheet"] = assets.path(of: "site.css")
    view["icon"] = assets.path(of: "icon.svg")
    if content.isLive { view["script"] = assets.path(of: "live.js") }
    view["query"] = view["query"] ?? ""
    view["twin"] = request.twin
    view["menu"] = [
      ("/", "News line"), ("/events", "Events"), ("/sources", "Sources"),
      ("/codebook", "Codebook"), ("/about", "About"),
    ].map {
      ["href": $0.0, "name": $0.1, "isHere": $0.0 == request.path] as [String: Any]
    }
    return try templates.render(content.template, view)
  }
}
