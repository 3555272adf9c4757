import Foundation
import Testing

@testable import Intake

/// A record of an archive, written by hand.
private func record(
  _ type: String, _ target: String, _ block: String, media: String = "application/http",
  length: Int? = nil
) -> [UInt8] {
  let size = length ?? block.utf8.count
  return Array(
    ("WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(target)\r\n"
      + "Content-Type: \(media)\r\nContent-Length: \(size)\r\n\r\n\(block)\r\n\r\n").utf8)
}

private func page(_ words: String, headers: String = "") -> String {
  "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\(headers)\r\n<p>\(words)</p>"
}

private func read(_ bytes: [UInt8]) throws -> (results: [Result<Capture, Refusal>], notes: [String])
{
  let folder = try TemporaryFolder()
  let path = try folder.write("crawl", bytes)
  var captures = Intake().captures(of: [path])
  var results: [Result<Capture, Refusal>] = []
  while let result = captures.next() { results.append(result) }
  return (results, captures.takeNotes().map { $0.replacing(path, with: "crawl") })
}

private func texts(_ results: [Result<Capture, Refusal>]) -> [String] {
  results.compactMap { try? $0.get() }.map { String(decoding: $0.bytes, as: UTF8.self) }
}

private func reasons(_ results: [Result<Capture, Refusal>]) -> [Refusal.Reason] {
  results.compactMap { result in
    if case .failure(let refusal) = result { return refusal.reason }
    return nil
  }
}

@Suite("Web archives")
struct WARCTests {
  @Test("pages come by their addresses, what is no page is passed over and counted")
  func pages() throws {
    let bytes =
      record("warcinfo", "", "software: x", media: "application/warc-fields")
      + record("request", "http://example.org/", "GET / HTTP/1.1\r\n\r\n")
      + record("response", "<http://example.org/>", page("One"))
      + record("response", "http://example.org/x", "HTTP/1.1 404 Not Found\r\n\r\n<p>No</p>")
      + record(
        "response", "http://example.org/p", "HTTP/1.1 200\r\nContent-Type: image/png\r\n\r\nx")
      + record("resource", "http://example.org/2", "<p>Two</p>", media: "text/html; charset=koi8-r")
    for bytes in [bytes, gzipped(bytes)] {
      let (results, notes) = try read(bytes)
      let captures = results.compactMap { try? $0.get() }
      #expect(captures.map(\.input) == ["http://example.org/", "http://example.org/2"])
      #expect(captures.map(\.fields.url) == captures.map(\.input))
      #expect(captures.map(\.fields.charset) == ["utf-8", "koi8-r"])
      #expect(captures.allSatisfy { $0.kind == .html })
      #expect(
        notes == [
          "crawl: 6 records: 2 pages, 4 passed over (warcinfo 1, request 1, status 404 1, image/png 1), "
            + "0 broken"
        ])
    }
  }

  @Test(
    "a body's chunks are joined and its compression undone, or it stands as it was written",
    arguments: [
      ("Transfer-Encoding: chunked\r\n", Array("3\r\n<p>\r\n7;x=y\r\nOne</p>\r\n0\r\n\r\n".utf8)),
      ("Transfer-Encoding: chunked\r\n", Array("<p>One</p>".utf8)),
      ("Content-Encoding: gzip\r\n", gzipped(Array("<p>One</p>".utf8))),
      ("Content-Encoding: gzip\r\n", Array("<p>One</p>".utf8)),
      ("Content-Encoding: deflate\r\n", Array("<p>One</p>".utf8)),
      ("Content-Encoding: identity\r\n", Array("<p>One</p>".utf8)),
    ])
  func codings(header: String, body: [UInt8]) throws {
    let bytes = Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\(header)\r\n".utf8) + body
    let response = try HTTPResponse(bytes[...], limits: .init())
    #expect(String(decoding: response.body, as: UTF8.self) == "<p>One</p>")
  }

  @Test(
    "a chunk's size is digits alone; a body without one stands as it was written",
    arguments: ["-5", "+5", "-0", "ffffffffffffff"])
  func chunkSizes(size: String) throws {
    let body = "\(size)\r\n<p>One</p>\r\n0\r\n\r\n"
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    let response = try HTTPResponse(Array((head + body).utf8)[...], limits: .init())
    #expect(String(decoding: response.body, as: UTF8.self) == body)
  }

  @Test("a page in a coding that is not read is refused by its name")
  func coding() throws {
    let bytes = record(
      "response", "http://example.org/", page("x", headers: "Content-Encoding: br\r\n"))
    #expect(
      reasons(try read(bytes).results) == [
        .record("its page is compressed by br, which is not read")
      ])
  }

  @Test(
    "a broken record is refused with the byte where it begins, and those around it are read",
    arguments: [
      (record("response", "http://example.org/b", page("B"), length: 4_990), "does not end"),
      (record("response", "http://example.org/b", page("B"), length: 20), "does not end"),
      (Array("WARC/1.0\r\nWARC-Type: response\r\n\r\nx\r\n\r\n".utf8), "no Content-Length"),
      (Array("WARC/1.0\r\nContent-Length: many\r\n\r\nx\r\n\r\n".utf8), "no number"),
      (Array("what is this\r\n\r\n".utf8), "does not begin"),
      (record("response", "", page("B")), "without WARC-Target-URI"),
      (record("response", "http://example.org/b", "HTTP/1.1\r\n\r\n"), "no status"),
    ] as [([UInt8], String)])
  func broken(bytes: [UInt8], words: String) throws {
    let before = record("response", "http://example.org/a", page("A"))
    let after = (0..<90).flatMap { record("response", "http://example.org/\($0)", page("C\($0)")) }
    let (results, notes) = try read(before + bytes + after)
    let refused = results.compactMap { result -> Refusal? in
      if case .failure(let refusal) = result { return refusal }
      return nil
    }
    #expect(refused.count == 1)
    #expect(refused.first?.input.hasSuffix("@\(before.count)") == true)
    #expect(refused.first?.description.contains(words) == true)
    #expect(texts(results) == (["A"] + (0..<90).map { "C\($0)" }).map { "<p>\($0)</p>" })
    #expect(notes.first?.hasSuffix("1 broken") == true)
  }

  @Test("an archive that is cut gives the records before the cut")
  func cut() throws {
    let bytes =
      record("response", "http://example.org/a", page("A"))
      + record("response", "http://example.org/b", page(String(repeating: "B", count: 4_000)))
    let (results, _) = try read(Array(bytes.dropLast(900)))
    #expect(texts(results) == ["<p>A</p>"] && reasons(results).count == 1)
    let halves = [bytes.prefix(bytes.count / 2), bytes.dropFirst(bytes.count / 2)]
    let cut =
      gzipped(record("response", "http://example.org/a", page("A")))
      + gzipped(halves.flatMap { $0 }).dropLast(12)
    let compressed = try read(cut).results
    #expect(texts(compressed).first == "<p>A</p>" && !reasons(compressed).isEmpty)
  }

  @Test("a broken gzip member costs its own record alone")
  func brokenMember() throws {
    let words = (0..<300).map { String($0 * 7919 % 10_007) }.joined(separator: " ")
    var members = (0..<5).map {
      gzipped(record("response", "http://example.org/\($0)", page("\($0) \(words)")))
    }
    for index in 40..<60 { members[2][index] ^= 0xA5 }
    let (results, notes) = try read(members.flatMap { $0 })
    #expect(texts(results).map { $0.dropFirst(3).prefix(1) } == ["0", "1", "3", "4"])
    #expect(reasons(results).count == 1)
    if case .failure(let refusal)? = results.first(where: { (try? $0.get()) == nil }) {
      #expect(refusal.input.hasSuffix("@\(members[0].count + members[1].count)"))
    }
    #expect(notes.first?.hasSuffix("1 broken") == true)
  }

  @Test("a feed in an archive is read as one")
  func feed() throws {
    let feed = "<rss><channel><title>T</title><item><title>A</title></item></channel></rss>"
    let block = "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n\r\n" + feed
    let (results, _) = try read(record("response", "http://example.org/feed", block))
    let captures = results.compactMap { try? $0.get() }
    #expect(captures.map(\.kind) == [.feed] && captures.map(\.input) == ["http://example.org/feed"])
  }

  private static let formats = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/data/formats").standardizedFileURL

  @Test(
    "the archives of two other readers' tests give their pages",
    arguments: [
      ("warcio/test/data/example.warc", 1, 0), ("warcio/test/data/example.warc.gz", 1, 0),
      ("warcio/test/data/example-iana.org-chunked.warc", 1, 0),
      ("warcio/test/data/example-bad-non-chunked.warc.gz", 1, 0),
      ("warcio/test/data/example-bad.warc.gz.bad", 1, 0),
      ("warcio/test/data/example-digest.warc", 0, 0),
      ("warcio/test/data/example-resource.warc.gz", 1, 0),
      ("warcio/test/data/example-space-in-target-uri.warc.gz", 0, 0),
      ("warcio/test/data/example-trunc.warc", 0, 1),
      ("warcio/test/data/example-wget-bad-target-uri.warc.gz", 1, 0),
      ("warcio/test/data/example-wrong-chunks.warc.gz", 1, 0),
      ("warcio/test/data/post-test.warc.gz", 0, 0),
      ("jwarc/test-resources/org/netpreserve/jwarc/cc.warc.gz", 1, 0),
      ("jwarc/test-resources/org/netpreserve/jwarc/gzip_extra_sl.warc.gz", 0, 0),
    ])
  func others(name: String, pages: Int, broken: Int) throws {
    let path = Self.formats.appending(path: name).path
    guard FileManager.default.fileExists(atPath: path) else {
      print("Skipped: \(name) is not here (../shared/data/formats beside the checkout).")
      return
    }
    let results = Array(Intake().captures(of: [path]))
    #expect(results.compactMap { try? $0.get() }.count == pages)
    #expect(reasons(results).count == broken)
    for case .success(let capture) in results {
      #expect(capture.fields.url?.hasPrefix("http://") == true)
      #expect(String(decoding: capture.bytes, as: UTF8.self).lowercased().contains("</html>"))
    }
  }
}
