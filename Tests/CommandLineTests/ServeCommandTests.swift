import Foundation
import Testing

/// The server over real connections: how it starts, whom it serves, and how it stops.
@Suite(.serialized)
struct ServeCommandTests {
  private func withStore(_ input: String, _ body: (Scratch, String) throws -> Void) throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let store = scratch.folder.path + "/news.db"
    let path = input.isEmpty ? Binary.fixture("harbour.html") : try scratch.text("n.jsonl", input)
    #expect(try Binary.newsline("read", "--quiet", path, "--db", store).status == 0)
    try body(scratch, store)
  }

  @Test("A page is served, and the stop that SIGTERM asks for ends with status 0")
  func serves() throws {
    try withStore("") { scratch, store in
      let server = try Server(store: store, in: scratch)
      defer { server.end() }
      let answer = try Connection.get("/", port: server.port)
      #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
      #expect(answer.contains("</html>"))
      #expect(try Connection.get("/healthz", port: server.port).hasSuffix("ok\n"))
      // One that has connected and asks nothing keeps nobody waiting.
      let idle = try Connection(port: server.port)
      #expect(server.stop() == 0)
      #expect(idle.read() == "")
    }
  }

  @Test("A port in use is told by its number, with what would do")
  func portInUse() throws {
    try withStore("") { scratch, store in
      let server = try Server(store: store, in: scratch)
      defer { server.end() }
      let second = try Binary.newsline("serve", "--db", store, "--port", "\(server.port)")
      #expect(second.status == 1)
      #expect(second.output == "")
      #expect(
        second.error
          == "newsline: port \(server.port) of 127.0.0.1 is in use; --port takes another\n")
      #expect(try Connection.get("/", port: server.port).hasPrefix("HTTP/1.1 200"))
    }
  }

  @Test(
    "An address that is none of this machine's is told",
    arguments: ["198.51.100.7", "no-such-host.invalid"])
  func otherAddress(_ host: String) throws {
    try withStore("") { _, store in
      let outcome = try Binary.newsline("serve", "--db", store, "--port", "0", "--host", host)
      #expect(outcome.status == 1)
      #expect(outcome.error.hasPrefix("newsline: "))
      #expect(outcome.error.contains(host))
      #expect(outcome.error.contains("--host takes one"))
    }
  }

  @Test("Ports that are none are wrong usage", arguments: ["-1", "65536", "http"])
  func noPort(_ port: String) throws {
    #expect(try Binary.newsline("serve", "--db", "x.db", "--port", port).status == 2)
  }

  @Test("The live line tells a listener what is stored while it listens")
  func live() throws {
    try withStore("") { scratch, store in
      let server = try Server(store: store, in: scratch)
      defer { server.end() }
      let listener = try Connection(port: server.port)
      listener.send("GET /live HTTP/1.1\r\nHost: localhost\r\n\r\n")
      #expect(listener.read(until: "retry: 3000\n\n").contains("text/event-stream"))
      let page = try scratch.text(
        "late.jsonl",
        #"{"id":"late","title":"Ferry <b>sails</b>","text":"Norway condemned it."}"# + "\n")
      #expect(try Binary.newsline("read", "--quiet", page, "--db", store).status == 0)
      let told = listener.read(until: "\"title\":")
      #expect(told.contains("event: headline\n"))
      #expect(told.contains("Ferry <b>sails</b>"))
      #expect(server.stop() == 0)
    }
  }

  @Test("Listeners that never read cost no memory, keep nobody waiting, and do not hold up a stop")
  func silentListeners() throws {
    // To each listener some 6 MB are to be sent, far more than the system's buffers take in.
    let title = String(repeating: "A long headline ", count: 640)
    let lines = (0..<600).map {
      #"{"id":"d\#($0)","title":"\#(title)\#($0)","text":"Norway condemned attack \#($0)."}"# + "\n"
    }
    try withStore(lines.joined()) { scratch, store in
      let server = try Server(store: store, in: scratch)
      defer { server.end() }
      _ = try Connection.get("/healthz", port: server.port)
      let before = try server.memory
      let listeners = try (0..<40).map { _ in
        let listener = try Connection(port: server.port, window: 4096)
        listener.send("GET /live?since=0 HTTP/1.1\r\nHost: localhost\r\n\r\n")
        return listener
      }
      usleep(3_000_000)
      // Kept for them all it would be 240 MB.
      #expect(try server.memory - before < 80 << 20)
      let began = Date()
      #expect(try Connection.get("/about", port: server.port).hasPrefix("HTTP/1.1 200"))
      #expect(-began.timeIntervalSinceNow < 5)
      #expect(server.stop() == 0)
      withExtendedLifetime(listeners) {}
    }
  }

  private static let hostileLines = [
    "GET /../../etc/passwd HTTP/1.1", "GET /articles/..%2f..%2fetc%2fpasswd HTTP/1.1",
    "GET /articles/%ff%fe%00 HTTP/1.1", "GET /actors/%E2%80%AE/%00 HTTP/1.1",
    "GET /events?after=-1 HTTP/1.1", "GET /?after=-1.-1 HTTP/1.1", "GET /events/-1 HTTP/1.1",
    "GET /search?q=a&from=-20 HTTP/1.1", "GET /search?q=%FF%00 HTTP/1.1",
    "GET /live?since=9999999999999999999999 HTTP/1.1", "GET /places/-1 HTTP/1.1",
    "GET /sources/.. HTTP/1.1", "GET /days/0000-00-00 HTTP/1.1", "POST / HTTP/1.1",
    "DELETE /articles/0123456789abcdef HTTP/1.1", "nonsense", "GET  HTTP/9.9",
  ]

  @Test(
    "What is no request, or asks for what is not there, is refused and leaves the server serving")
  func hostileRequests() throws {
    try withStore("") { scratch, store in
      let server = try Server(store: store, in: scratch)
      defer { server.end() }
      for line in Self.hostileLines {
        let connection = try Connection(port: server.port)
        connection.send(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        let status = connection.read().split(separator: " ").dropFirst().first.map(String.init)
        // A line that is no HTTP may be answered by nothing but the end of the connection.
        #expect(status.map { ["200", "400", "404", "405"].contains($0) } != false, "\(line)")
        #expect(try Connection.get("/healthz", port: server.port).hasSuffix("ok\n"))
      }
      #expect(server.stop() == 0)
    }
  }

  @Test("A search of operators, quotes or 5,000 letters is answered or refused over the wire")
  func searches() throws {
    try withStore("") { scratch, store in
      let server = try Server(store: store, in: scratch)
      defer { server.end() }
      for text in ["%22", "a+AND", "NEAR(", "*", "%22%22%22", "-", "a+OR+(", "title:%22x"] {
        let answer = try Connection.get("/search?q=\(text)", port: server.port)
        #expect(answer.hasPrefix("HTTP/1.1 200"), "\(text)")
      }
      let long = String(repeating: "a", count: 5000)
      let refused = try Connection.get("/search?q=\(long)", port: server.port)
      #expect(refused.hasPrefix("HTTP/1.1 400"))
      #expect(refused.contains("at most 500 characters"))
      #expect(server.stop() == 0)
    }
  }
}
