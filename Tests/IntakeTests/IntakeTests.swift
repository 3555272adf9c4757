import Testing

@testable import Intake

private let page = "<!DOCTYPE html><html><body><p>Rain fell on the harbour.</p></body></html>"

/// The captures and refusals of an input, each as one word and its name below the folder.
private func outcomes(
  _ inputs: [String], kind: Capture.Kind? = nil, limits: Intake.Limits = .init()
)
  -> [Result<Capture, Refusal>]
{
  Array(Intake(kind: kind, limits: limits).captures(of: inputs))
}

private func refusal(_ result: Result<Capture, Refusal>?) -> Refusal.Reason? {
  if case .failure(let refusal) = result { return refusal.reason }
  return nil
}

@Suite("Intake")
struct IntakeTests {
  @Test("a folder is gone through in byte order, hidden entries left out")
  func folderOrder() throws {
    let folder = try TemporaryFolder()
    for name in ["b.html", "a/z.html", "a/y.html", "B.html", ".hidden.html", ".git/x.html"] {
      try folder.write(name, page)
    }
    let names = try outcomes([folder.path]).map { try $0.get().input.dropFirst(folder.path.count) }
    #expect(names == ["/B.html", "/a/y.html", "/a/z.html", "/b.html"])
  }

  @Test("a folder of thousands of names of all lengths is listed whole")
  func largeFolder() throws {
    let folder = try TemporaryFolder()
    var names: [String] = []
    for number in 0..<3000 {
      let name = String(repeating: "n", count: number % 97) + "-\(number).txt"
      try folder.write(name, "Norway met Iceland.")
      names.append(name)
    }
    let listing = try FolderListing(folder.path)
    #expect(listing.entries == names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  @Test(
    "the kind is recognised by the content, whatever the name",
    arguments: [
      (page, Capture.Kind.html), ("<?xml version=\"1.0\"?>\n<html><p>x</p></html>", .html),
      ("<!-- saved -->\n<div><p>one</p></div>", .html), ("<p>A fragment.</p>", .html),
      ("The ferry left at dawn.\n\nNobody was hurt.\n", .text),
      ("{\"text\": \"One.\"}\n", .jsonl), ("broken\n{\"text\":\"a\"}\n{\"text\":\"b\"}\n", .jsonl),
      ("# text = Rain fell.\n1\tRain\train\tNOUN\t_\t_\t2\tnsubj\t_\t_\n", .conllu),
      ("Ferry leaves early\n\nTown 09:15 03.02.2021\n\nThe ferry left at dawn.\n", .copied),
      (
        "Ferry leaves\n\nA long day at the port.\nFirst\n10:00\nSecond\n09:30\nThird\n09:00\n",
        .copied
      ),
      ("In 2014 it opened. At 10:30 on 3 May 2015 it closed again for good.\n\nNo more.", .text),
    ])
  func kinds(content: String, kind: Capture.Kind) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("file.dat", content)
    let first = try #require(outcomes([path]).first)
    if kind == .jsonl {
      #expect(!outcomes([path]).compactMap { try? $0.get() }.isEmpty)
    } else {
      #expect(try first.get().kind == kind)
    }
  }

  @Test(
    "what is no page is refused by what it is found to be",
    arguments: [
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], Refusal.Reason.binary("a PNG picture")),
      (Array("%PDF-1.7\n".utf8), .binary("a PDF document")),
      ([0x50, 0x4B, 0x03, 0x04, 0x14], .binary("a ZIP archive or an Office document")),
      ([1, 0, 0, 0, 2, 0, 0, 0, 9, 0, 0, 0], .binary("binary data")), ([], .empty),
      (Array(" \n\t\n".utf8), .empty),
      (Array("<sitemapindex></sitemapindex>".utf8), .notAFeed("a list of sitemaps")),
      (Array("[{\"text\": \"a\"}]".utf8), .json("a JSON array")),
      (Array("<?xml version='1.0'?><invoice></invoice>".utf8), .xml),
    ] as [([UInt8], Refusal.Reason)])
  func refused(bytes: [UInt8], reason: Refusal.Reason) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("page.html", bytes)
    #expect(outcomes([path]).map(refusal) == [reason])
  }

  @Test("a missing file is named, and the inputs after it are read")
  func missing() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("page.html", page)
    let results = outcomes([folder.path + "/none.html", path])
    #expect(refusal(results.first) == .missing)
    #expect(try results.last?.get().input == path)
  }

  @Test("gzip is undone, member after member")
  func gzip() throws {
    let folder = try TemporaryFolder()
    let halves = [page.prefix(30), page.dropFirst(30)].flatMap { gzipped(Array($0.utf8)) }
    let path = try folder.write("page.html.gz", halves)
    let capture = try #require(outcomes([path]).first).get()
    #expect(String(decoding: capture.bytes, as: UTF8.self) == page)
    #expect(capture.kind == .html)
  }

  @Test("a gzip stream that is cut is refused")
  func cutGzip() throws {
    let folder = try TemporaryFolder()
    let text = (0..<5_000).map { "Line \($0 * 7919 % 10_007).\n" }.joined()
    let whole = gzipped(Array(text.utf8))
    let path = try folder.write("page.gz", Array(whole.dropLast(20)))
    #expect(outcomes([path]).map(refusal) == [.gzipCut])
  }

  @Test("a gzip stream that grows past all measure is refused")
  func bomb() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("page.gz", gzipped([UInt8](repeating: 32, count: 8 << 20)))
    #expect(outcomes([path]).map(refusal) == [.gzipBomb(ratio: 250)])
  }

  @Test("a page above the limit is refused, one at it is not")
  func limit() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("page.html", page)
    var limits = Intake.Limits()
    limits.html = page.utf8.count
    #expect(outcomes([path], limits: limits).compactMap(refusal).isEmpty)
    limits.html -= 1
    #expect(
      outcomes([path], limits: limits).map(refusal) == [.tooLarge(.html, limit: limits.html)])
  }

  @Test("an asked kind stands above what the content looks like")
  func askedKind() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("page.html", page)
    #expect(try outcomes([path], kind: .text).first?.get().kind == .text)
  }
}

@Suite("JSON Lines")
struct JSONLinesTests {
  @Test("each line is a text, kept to the letter, with its fields")
  func fields() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "news.jsonl",
      """
      {"id": "a1", "text": " Two  blanks.\\n\\nEnd. ", "title": "T", "published": "2020-01-02T03:04Z", "url": "https://example.org/1"}

      {"text": "No id.", "section": null, "other": [1]}
      {"id": 7, "text": ""}

      """)
    let captures = try outcomes([path]).map { try $0.get() }
    #expect(captures.map(\.input) == ["a1", path + ":3", "7"])
    #expect(String(decoding: captures[0].bytes, as: UTF8.self) == " Two  blanks.\n\nEnd. ")
    #expect(
      captures[0].fields
        == Capture.Fields(
          url: "https://example.org/1", title: "T", published: "2020-01-02T03:04Z"))
    #expect(captures.allSatisfy { $0.kind == .text })
  }

  @Test("a broken line is named with its reason, and the others are read")
  func brokenLines() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "news.jsonl",
      "{\"text\": \"a\"}\n{\"text\": \n{\"title\": \"b\"}\n{\"text\": 5}\n{\"text\": \"c\"}")
    let results = outcomes([path])
    let refused = results.compactMap { result -> Refusal? in
      if case .failure(let refusal) = result { return refusal }
      return nil
    }
    #expect(refused.map(\.input) == [path + ":2", path + ":3", path + ":4"])
    #expect(
      refused.dropFirst().map(\.reason) == [
        .line("has no \"text\""), .line("\"text\" is no string"),
      ])
    #expect(results.compactMap { try? $0.get() }.count == 2)
  }

  @Test("a line above the limit is passed over")
  func longLine() throws {
    let folder = try TemporaryFolder()
    let long = "{\"text\": \"" + String(repeating: "x", count: 300_000) + "\"}"
    let path = try folder.write("news.jsonl", "{\"text\": \"a\"}\n\(long)\n{\"text\": \"b\"}\n")
    var limits = Intake.Limits()
    limits.line = 1_000
    let results = outcomes([path], limits: limits)
    #expect(results.map(refusal) == [nil, .lineTooLong(limit: 1_000), nil])
  }
}
