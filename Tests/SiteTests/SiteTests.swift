import Foundation
import Hummingbird
import HummingbirdTesting
import NIOCore
import Record
import Storage
import Testing

@testable import Site

/// A store of one article, hand-built, in a folder of its own; the site's router is asked without a port.
private struct Fixture {
  static let hostile = "<script>alert(1)</script> & “\u{202E}right” \u{200B}to left"

  let site: NewsSite
  let document: Document
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/newsline-site-\(UUID().uuidString).db"
    let text = "Arland met rebels in May. “We met,” said Arland."
    var document = Document(
      page: PageRecord(
        input: "fixture", producer: Producer(version: "test"),
        canonicalURL: "https://post.example/talks", site: "post.example", title: Self.hostile,
        section: "World & more", published: Stamp(start: "2021-05-03T10:20+02:00", grain: .minute),
        text: text, blocks: [Block(kind: .paragraph, start: 0, end: 48)],
        newsLine: [
          Headline(title: "Storm <b>ends</b>", url: "javascript:alert(1)", published: nil)
        ]))
    document.sentences = [Span(start: 0, end: 25), Span(start: 26, end: 48)]
    document.mentions = [
      Mention(id: "m1", start: 0, end: 6, text: "Arland", actor: "state/arland", rule: "test"),
      Mention(id: "m2", start: 11, end: 17, text: "rebels", actor: "local/1", rule: "test"),
    ]
    document.actors = [
      Actor(id: "state/arland", name: "Arland", kind: .state, country: "ARL", code: "ARL"),
      Actor(id: "local/1", name: "rebels", kind: .armedGroup, code: "REB"),
    ]
    document.statements = [
      Statement(
        id: "s1", start: 26, end: 48, act: .deny, cue: Span(start: 36, end: 40), speaker: "m1",
        speakerKind: .institution, quote: .direct, content: [Span(start: 27, end: 34)],
        about: ["e1"], rule: "test")
    ]
    document.events = [
      Event(
        id: "e1", sentence: 0, type: .consult, status: .happened, category: .consult,
        cameo: "040", score: 2.5, actors: ["m1", "m2"], trigger: Span(start: 7, end: 10),
        span: Span(start: 0, end: 24), confidence: 0.8, rule: "verb:test")
    ]
    document.places = [
      Place(
        id: "p1", start: 15, end: 18, name: "Oslo", country: "NOR", geonames: 3_143_244,
        rule: "test")
    ]
    document.events[0].place = "p1"
    document.sourcing = Sourcing(of: document)
    self.document = document
    let archive = try Archive(path: path, for: .writing)
    _ = try archive.store([document], readAt: Date(timeIntervalSince1970: 1_700_000_000))
    site = try NewsSite(archive: archive, version: "test")
  }

  /// What the router answers to a GET.
  func get(_ path: String) async throws -> TestResponse {
    let app = Application(router: site.router())
    return try await app.test(.router) { client in
      try await client.execute(uri: path, method: .get)
    }
  }

  func remove() {
    for ending in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: path + ending)
    }
  }
}

struct SiteTests {
  @Test(
    "Every page and its twin answer, with the headers that keep scripts out",
    arguments: [
      "/", "/index.json", "/events", "/events.json", "/events?type=CONSULT&status=happened",
      "/actors/state/arland", "/actors/state/arland.json", "/search?q=rebels",
      "/search.json?q=rebels", "/codebook", "/codebook.json", "/about", "/about.json",
      "/days/2021-05-03", "/days/2021-05-03.json", "/sections/World%20%26%20more", "/feed.xml",
      "/sitemap.xml", "/healthz", "/sources", "/sources.json", "/sources/post.example",
      "/sources/post.example/feed.xml", "/sections/World%20%26%20more/feed.xml", "/places/Oslo",
      "/places/3143244", "/places/3143244.json",
    ])
  func pages(_ path: String) async throws {
    let fixture = try Fixture()
    defer { fixture.remove() }
    let response = try await fixture.get(path)
    #expect(response.status == .ok)
    #expect(response.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
    #expect(response.headers[.contentSecurityPolicy]?.contains("unsafe") == false)
    #expect(response.headers[.xContentTypeOptions] == "nosniff")
    let body = String(buffer: response.body)
    // In the twins text stands as it is: they are JSON, and told to be nothing else.
    let isJSON = response.headers[.contentType] == "application/json; charset=utf-8"
    #expect(isJSON == path.contains(".json"))
    // No style or script of the page's own: the policy would not let it run.
    #expect(isJSON || !body.contains(" style=") && !body.contains("<style"))
    #expect(isJSON || !body.contains("<script>alert"))
    #expect(!body.contains("href=\"javascript:"))
    #expect(body.utf8.count < 60_000)
  }

  @Test("An article's passages lead to the notes that rest on them")
  func article() async throws {
    let fixture = try Fixture()
    defer { fixture.remove() }
    let address = "/articles/\(fixture.document.page.document.prefix(16))"
    let body = String(buffer: try await fixture.get(address).body)
    #expect(body.contains(##"<a class="on did" href="#e1">met</a>"##))
    #expect(body.contains(##"<a class="on said" href="#s1">We met,</a>"##))
    #expect(body.contains(#"id="e1""#))
    #expect(body.contains(#"href="/actors/state/arland""#))
    #expect(body.contains("verb:test, confidence 0.8"))
    // What rests on the paragraph is told beside it before anything is opened.
    #expect(body.contains(#"</span> happened</span> <span class="who" dir="auto">Arland, rebels"#))
    #expect(body.contains(##"<a href="#p1">back to the words</a>"##))
    #expect(!body.contains("<script"))
    // Who says it, how known, by what act, and on whose word the whole stands.
    #expect(body.contains("<dt>Known</dt><dd dir=\"auto\">a body that speaks as such</dd>"))
    #expect(body.contains("<dt>Act</dt><dd dir=\"auto\">denies (“said”)</dd>"))
    #expect(
      body.contains(
        ##"<dt>Denies</dt><dd dir="auto"><a href="#e1">Consult (happened), Arland, rebels</a></dd>"##
      ))
    #expect(
      body.contains(##"<dt>Denied by</dt><dd dir="auto"><a href="#s1">Arland: denies</a></dd>"##))
    #expect(
      body.contains("On whose word: 1 source (1 body); heard 1 of the 2 parties to its events."))
    let twin = try await fixture.get(address + ".json")
    let read = try JSONDecoder().decode(Document.self, from: Data(twin.body.readableBytesView))
    #expect(read == fixture.document)
  }

  @Test("An actor that only one document knows has a page by that document")
  func localActor() async throws {
    let fixture = try Fixture()
    defer { fixture.remove() }
    let response = try await fixture.get(
      "/actors/local/\(fixture.document.page.id.prefix(16))-1")
    #expect(response.status == .ok)
    #expect(String(buffer: response.body).contains("rebels"))
  }

  @Test(
    "What is not there, or not well formed, is refused in one shape and never breaks the server",
    arguments: [
      ("/articles/0123456789abcdef", 404), ("/articles/..%2F..%2Fetc", 404),
      ("/actors/state/nowhere", 404), ("/actors/../../etc/passwd", 404), ("/nothing", 404),
      ("/events/x", 404), ("/sections/None", 404), ("/days/2021-02-30", 400),
      ("/events?type=FLY", 400), ("/events?status=-1", 400), ("/events?since=now", 400),
      ("/?after=-1", 400), ("/events?after=%00", 400), ("/search?q=a&from=-1", 400),
      ("/search?q=type:FLY", 400), ("/live?since=-5", 400), ("/assets/none.css", 404),
      ("/places/0", 404), ("/places/-1", 404), ("/sources/none.example", 404),
      ("/events/0123456789abcdef-e1", 404), ("/api/v1/events/x", 404),
      ("/api/v1/events?type=FLY", 400), ("/api/v1/nothing", 404), ("/sections/None/feed.xml", 404),
    ])
  func refusals(_ path: String, _ status: Int) async throws {
    let fixture = try Fixture()
    defer { fixture.remove() }
    let response = try await fixture.get(path)
    #expect(response.status.code == status)
    #expect(response.headers[.contentSecurityPolicy] != nil)
    let question = path.firstIndex(of: "?") ?? path.endIndex
    if path.hasPrefix("/api/") {
      let body = String(buffer: response.body)
      #expect(body.hasPrefix(#"{"error":{"status":\#(status),"message":"#))
    } else if !path.hasPrefix("/live"), !path.hasPrefix("/assets"), !path.hasSuffix(".xml"),
      path != "/?after=-1",
      !path.contains("..")
    {
      let twin = try await fixture.get(path[..<question] + ".json" + path[question...])
      #expect(twin.status.code == status)
      #expect(String(buffer: twin.body).hasPrefix(#"{"error":{"status":\#(status),"message":"#))
    }
  }

  @Test(
    "Search takes any text",
    arguments: ["%22", "a%20AND", "NEAR(", "*", "%22a%20%22b%22", "%E2%80%8B", "(a%20OR", "'"])
  func search(_ text: String) async throws {
    let fixture = try Fixture()
    defer { fixture.remove() }
    #expect(try await fixture.get("/search?q=\(text)").status == .ok)
  }

  @Test("A search of five thousand letters is refused with its limit")
  func longSearch() async throws {
    let fixture = try Fixture()
    defer { fixture.remove() }
    let response = try await fixture.get("/search.json?q=" + String(repeating: "a", count: 5000))
    #expect(response.status == .badRequest)
    #expect(String(buffer: response.body).contains("500"))
  }

  @Test("An event has a page of its own, with its parties, its place and its rule")
  func event() async throws {
    let fixture = try Fixture()
    defer { fixture.remove() }
    let address = "/events/\(fixture.document.page.id.prefix(16))-e1"
    let response = try await fixture.get(address)
    #expect(response.status == .ok)
    let body = String(buffer: response.body)
    for words in ["Arland met rebels in May", "rebels</a>", "/places/Oslo", "verb:test"] {
      #expect(body.contains(words), "\(words)")
    }
    let twin = String(buffer: try await fixture.get(address + ".json").body)
    #expect(twin.hasPrefix(#"{"id":"\#(fixture.document.page.id.prefix(16))-e1""#))
  }

  @Test("A place tells what happened at it and where it is named")
  func place() async throws {
    let fixture = try Fixture()
    defer { fixture.remove() }
    let body = String(buffer: try await fixture.get("/places/3143244").body)
    #expect(body.contains("What was done here, or is to be"))
    #expect(body.contains("Arland met rebels in May"))
    #expect(body.contains("GeoNames 3143244"))
  }

  @Test(
    "The interface by nouns gives the twins' bytes",
    arguments: [
      ("/api/v1/news-line", "/index.json"), ("/api/v1/events", "/events.json"),
      ("/api/v1/sources", "/sources.json"), ("/api/v1/places/Oslo", "/places/Oslo.json"),
      ("/api/v1/search?q=rebels", "/search.json?q=rebels"),
    ])
  func interface(_ noun: String, _ twin: String) async throws {
    let fixture = try Fixture()
    defer { fixture.remove() }
    let response = try await fixture.get(noun)
    #expect(response.status == .ok)
    #expect(try await fixture.get(twin).body == response.body)
  }

  @Test("Feeds and the site's map are well-formed XML, whatever headlines hold")
  func xml() async throws {
    let fixture = try Fixture()
    defer { fixture.remove() }
    for path in ["/feed.xml", "/sections/World%20%26%20more/feed.xml", "/sitemap.xml"] {
      let body = String(buffer: try await fixture.get(path).body)
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
      process.arguments = [
        "-c", "import sys, xml.dom.minidom; xml.dom.minidom.parseString(sys.argv[1])", body,
      ]
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0, "\(path)")
      #expect(body.contains("/articles/\(fixture.document.page.document.prefix(16))"))
    }
  }

  @Test("A page that the client has already is not sent again")
  func notModified() async throws {
    let fixture = try Fixture()
    defer { fixture.remove() }
    let tag = try #require(try await fixture.get("/").headers[.eTag])
    let app = Application(router: fixture.site.router())
    let status = try await app.test(.router) { client in
      try await client.execute(uri: "/", method: .get, headers: [.ifNoneMatch: tag]).status
    }
    #expect(status == .notModified)
  }

  @Test("A page that was being made while the store changed is not kept")
  func changedMeanwhile() async throws {
    let fixture = try Fixture()
    defer { fixture.remove() }
    let cache = fixture.site.cache
    let made = try cache.entry(for: "page") {
      // Somebody stores another article and a page is asked for, which notices it.
      var other = fixture.document
      other.page.id = String(repeating: "a", count: 64)
      other.page.document = other.page.id
      _ = try fixture.site.archive.store(
        [other], readAt: Date(timeIntervalSince1970: 1_700_000_100))
      usleep(300_000)
      _ = try cache.entry(for: "other") { ("other", "text/plain") }
      return ("old", "text/plain")
    }
    #expect(String(buffer: made.bytes) == "old")
    let next = try cache.entry(for: "page") { ("new", "text/plain") }
    #expect(String(buffer: next.bytes) == "new")
    let kept = try cache.entry(for: "page") { ("newer", "text/plain") }
    #expect(String(buffer: kept.bytes) == "new")
  }

  @Test("The style sheet's address changes with its bytes, so that it may be kept for ever")
  func assets() async throws {
    let fixture = try Fixture()
    defer { fixture.remove() }
    let body = String(buffer: try await fixture.get("/").body)
    let start = try #require(body.range(of: "/assets/"))
    let path = String(body[start.lowerBound...].prefix { $0 != "\"" })
    let response = try await fixture.get(path)
    #expect(response.status == .ok)
    #expect(response.headers[.cacheControl]?.contains("immutable") == true)
  }

  @Test("The live line tells what came after a number, and ends with its listener")
  func live() async throws {
    let fixture = try Fixture()
    defer { fixture.remove() }
    struct Gone: Error {}
    var sent: [String] = []
    await #expect(throws: Gone.self) {
      try await fixture.site.live.send(after: 0) { text in
        sent.append(text)
        if text.contains("event: headline") { throw Gone() }
      }
    }
    #expect(sent.last?.contains("alert(1)") == true)
    #expect(sent.last?.hasSuffix("\n\n") == true)
  }
}

struct WordingTests {
  @Test(
    "Times are put as readers put them",
    arguments: [
      ("2018-11-02", "2018-11-02", "2 November 2018"), ("2018-08-01", "2018-08-31", "August 2018"),
      ("2016-01-01", "2016-12-31", "2016"), ("2016-01-01", nil, "since 1 January 2016"),
      ("2018-09-02", "2018-11-02", "2 September 2018 to 2 November 2018"), (nil, nil, ""),
    ])
  func period(_ start: String?, _ end: String?, _ words: String) {
    #expect(Wording.period(start, end) == words)
  }

  @Test(
    "What a speaker does is put as a verb",
    arguments: [
      (Statement.Act.say, "says"), (.deny, "denies"), (.declineComment, "declines to comment"),
      (.noResponse, "gives no response"), (.accuse, "accuses"),
    ])
  func deed(_ act: Statement.Act, _ words: String) {
    #expect(Wording.deed(act) == words)
  }

  @Test("Addresses escape what is not plain")
  func addresses() {
    #expect(Address.section("A & b/ü") == "/sections/A%20%26%20b%2F%C3%BC")
    #expect(Address.event("0123456789abcdef-e3") == "/articles/0123456789abcdef#e3")
  }
}
