import HTTPTypes
import Hummingbird
import NIOCore
import Record
import Storage

/// Addresses without a page: health, assets, the feed, the map of the site, and what is new.
extension NewsSite {
  func addPlainRoutes(to router: Router<BasicRequestContext>) {
    router.get("/healthz") { _, _ in
      _ = try self.archive.changeNumber()
      return self.plain("ok\n", "text/plain; charset=utf-8")
    }
    router.get("/assets/{name}") { request, _ in
      guard let response = self.assets.response(for: request.uri.path) else {
        throw HTTPError(.notFound)
      }
      return response
    }
    router.get("/feed.xml") { request, _ in
      try self.feed(request, title: "Newsline", NewsLineFilter())
    }
    router.get("/sections/{name}/feed.xml") { request, context in
      let name = try PageRequest(request, context).parameter("name")
      return try self.feed(request, title: "Newsline: \(name)", NewsLineFilter(section: name))
    }
    router.get("/sources/{name}/feed.xml") { request, context in
      let name = try PageRequest(request, context).parameter("name")
      return try self.feed(request, title: "Newsline: \(name)", NewsLineFilter(site: name))
    }
    router.get("/sitemap.xml") { request, context in
      let base = self.base(of: request)
      let entry = try self.cache.entry(for: "\(base)/sitemap.xml") {
        (try SiteMap(base: base).xml(self.archive), "application/xml; charset=utf-8")
      }
      return entry.response(ifNoneMatch: request.headers[.ifNoneMatch])
    }
    router.get("/live") { request, _ in
      let text =
        request.headers[HTTPField.Name("Last-Event-ID") ?? .range]
        ?? request.uri.queryParameters["since"].map(String.init)
      let since = try text.map { text in
        guard let number = Int64(text), number >= 0 else {
          throw HTTPError(.badRequest, message: "since is the number of a headline.")
        }
        return number
      }
      let start = try since ?? self.archive.latestHeadline()
      return Response(
        status: .ok,
        headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
        body: ResponseBody { writer in
          try await self.live.send(after: start) { try await writer.write(ByteBuffer(string: $0)) }
          try await writer.finish(nil)
        })
    }
  }

  private static let entries = 50

  /// The stored articles of a part of the news line, as an Atom feed; a part without any is not there.
  private func feed(
    _ request: Request, title: String, _ filter: NewsLineFilter
  ) throws -> Response {
    let base = base(of: request)
    let path = request.uri.path
    let entry = try cache.entry(for: base + path) {
      var filter = filter
      filter.storedOnly = true
      let items = try archive.newsLine(filter, limit: Self.entries).items
      if items.isEmpty, filter.section != nil || filter.site != nil { throw HTTPError(.notFound) }
      return (
        AtomFeed(base: base, path: path, title: title).xml(items),
        "application/atom+xml; charset=utf-8"
      )
    }
    return entry.response(ifNoneMatch: request.headers[.ifNoneMatch])
  }

  private func plain(_ text: String, _ type: String) -> Response {
    Response(
      status: .ok, headers: [.contentType: type, .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  /// The address that the client asked at, for documents whose links must be whole.
  private func base(of request: Request) -> String {
    let host = request.head.authority ?? "localhost"
    let plain = host.utf8.allSatisfy {
      $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "-")
        || $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]")
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
    }
    return "http://\(plain ? host : "localhost")"
  }
}
