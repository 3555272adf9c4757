import Hummingbird
import HummingbirdTesting
import Intake
import NIOCore
import Testing

@testable import Fetching

/// A server on this machine, for the time of a test.
private func withServer<Value: Sendable>(
  _ body: @Sendable @escaping (Int) async throws -> Value
) async throws -> Value {
  let router = Router()
  let page = "<!DOCTYPE html><html><body><p>Arland met rebels.</p></body></html>"
  router.get("/page") { _, _ in
    Response(
      status: .ok, headers: [.contentType: "text/html; charset=windows-1251"],
      body: .init(byteBuffer: ByteBuffer(string: page)))
  }
  router.get("/feed") { _, _ in
    let item = "<item><title>Cranes come back</title><link>http://example.org/a</link>"
    let body = "<content:encoded><![CDATA[<p>Two cranes came back.</p>]]></content:encoded></item>"
    let start = "<rss xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>"
    return Response(
      status: .ok,
      body: .init(byteBuffer: ByteBuffer(string: start + item + body + "</channel></rss>")))
  }
  router.get("/moved") { _, _ in Response(status: .found, headers: [.location: "/page"]) }
  router.get("/circle") { _, _ in Response(status: .found, headers: [.location: "/circle"]) }
  router.get("/large") { _, _ in
    Response(
      status: .ok, body: .init(byteBuffer: ByteBuffer(repeating: 0x61, count: 100_000)))
  }
  router.get("/picture") { _, _ in
    Response(
      status: .ok,
      body: .init(byteBuffer: ByteBuffer(bytes: [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0])))
  }
  router.get("/slow") { _, _ in
    try await Task.sleep(for: .seconds(20))
    return Response(status: .ok)
  }
  let app = Application(
    router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)))
  return try await app.test(.live) { client in try await body(client.port ?? 0) }
}

struct FetcherTests {
  @Test(
    "A page is fetched with the address that it came from and the encoding that the server told")
  func page() async throws {
    let captures = try await withServer { port in
      let fetcher = Fetcher(userAgent: "test")
      let captures = try await fetcher.captures(of: "http://127.0.0.1:\(port)/moved")
      await fetcher.close()
      return captures
    }
    let capture = try #require(captures.first)
    #expect(captures.count == 1)
    #expect(capture.kind == .html)
    #expect(capture.fields.url?.hasSuffix("/page") == true)
    #expect(capture.input.hasSuffix("/moved"))
    #expect(capture.fields.charset == "windows-1251")
  }

  @Test("Of a feed the list comes first, and then each article that it carries")
  func feed() async throws {
    let captures = try await withServer { port in
      let fetcher = Fetcher(userAgent: "test")
      let captures = try await fetcher.captures(of: "http://127.0.0.1:\(port)/feed")
      await fetcher.close()
      return captures
    }
    #expect(captures.map(\.kind) == [.feed, .feed])
    #expect(captures.last?.input == "http://example.org/a")
  }

  @Test(
    "What cannot be fetched is named with its reason",
    arguments: [
      ("/nothing", "404"), ("/circle", "redirects"), ("/large", "larger"), ("/picture", "PNG"),
      ("/slow", "no answer"),
    ])
  func failures(_ path: String, _ reason: String) async throws {
    let message = try await withServer { port in
      var limits = Fetcher.Limits()
      limits.bytes = 50_000
      limits.seconds = path == "/slow" ? 1 : 20
      let fetcher = Fetcher(userAgent: "test", limits: limits)
      defer { Task { await fetcher.close() } }
      do {
        _ = try await fetcher.captures(of: "http://127.0.0.1:\(port)\(path)")
        return ""
      } catch { return "\(error)" }
    }
    #expect(message.contains(path))
    #expect(message.contains(reason))
  }

  @Test("No address is fetched that is none", arguments: ["http://", "nonsense"])
  func addresses(_ address: String) async {
    let fetcher = Fetcher(userAgent: "test")
    await #expect(throws: FetchFailure.self) { try await fetcher.captures(of: address) }
    await fetcher.close()
  }

  @Test(
    "The encoding is read from the type",
    arguments: [
      ("text/html; charset=utf-8", "utf-8"), ("text/html;Charset=\"koi8-r\"", "koi8-r"),
      ("text/html", nil), ("", nil), ("text/html; charset=", nil),
    ] as [(String, String?)])
  func charset(_ header: String, _ charset: String?) {
    #expect(Fetcher.charset(ofContentType: header) == charset)
  }
}
