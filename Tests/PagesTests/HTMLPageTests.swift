import Intake
import Record
import TestSupport
import Testing

@testable import Pages

private let first =
  "The harbour of Lindow was closed on Monday after a storm had torn two cranes from their rails, the port authority said."
private let second =
  "“Nobody was hurt,” said the harbour master, who had watched the cranes fall from his office window above the quay."
private let third =
  "Ferries to the islands were sent to Marby, forty kilometres to the north, where the old pier had been made ready."

private let page = """
  <!DOCTYPE html>
  <html lang="en-GB"><head><meta charset="utf-8"><title>Storm closes Lindow harbour | Lindow Courier</title>
  <meta property="og:site_name" content="Lindow Courier">
  <meta property="article:published_time" content="2021-03-04T08:15:00+01:00">
  <meta property="article:modified_time" content="2021-03-04T10:00:00+01:00">
  <meta property="article:section" content="Region">
  <link rel="canonical" href="https://www.courier.co.uk/region/storm">
  <script>var x = "<p>no text</p>";</script><style>p { color: red }</style></head>
  <body class="single has-sidebar"><nav><ul><li><a href="/">Home</a><li><a href="/r">Region</a></ul></nav>
  <div id="main"><article><h1>Storm closes Lindow harbour</h1>
  <div class="byline">By <a rel="author" href="/ada">Ada Quist</a> and Tom Berg</div>
  <div class="share-bar"><a href="#">Share</a><a href="#">Tweet</a></div>
  <figure><img src="c.jpg"><figcaption>The fallen cranes on Monday</figcaption></figure>
  <div class="article-body"><p>\(first)</p><h2>A long night</h2><p>\(second)</p>
  <div class="newsletter-box"><p>Get the day's news by mail every evening, free of charge and at once.</p></div>
  <p><a href="/x">Read more: Ferry sails again</a></p><ul><li>Two cranes fell.</li></ul>
  <blockquote>\(third)</blockquote><h3>More news</h3><ul><li><a href="/a">Bridge opened</a></li></ul></div>
  </article></div>
  <section id="comments"><p>What a storm, I saw it from my house, and it was the worst that I have seen.</p></section>
  <footer><p>Copyright Lindow Courier, all rights reserved, printed on paper from our own woods.</p></footer>
  </body></html>
  """

@Suite("HTML pages")
struct HTMLPageTests {
  @Test("the article is parted from the page's furniture")
  func body() throws {
    let page = try read(page)
    #expect(
      page.text
        == [first, "A long night", second, "Two cranes fell.", third].joined(separator: "\n\n"))
    #expect(page.blocks.map(\.kind) == [.paragraph, .heading, .paragraph, .listItem, .quote])
    #expect(page.captions == ["The fallen cranes on Monday"])
  }

  @Test("the page's metadata are read")
  func metadata() throws {
    let page = try read(page)
    #expect(page.title == "Storm closes Lindow harbour")
    #expect(page.published == Stamp(start: "2021-03-04T08:15+01:00", grain: .minute))
    #expect(page.updated == Stamp(start: "2021-03-04T10:00+01:00", grain: .minute))
    #expect(page.section == "Region")
    #expect(page.authors == ["Ada Quist", "Tom Berg"])
    #expect(page.canonicalURL == "https://www.courier.co.uk/region/storm")
    #expect(page.site == "courier.co.uk")
    #expect(page.language == "en-GB")
  }

  @Test("JSON-LD stands above the metas, even where it is broken off")
  func linkedData() throws {
    let page = try read(
      """
      <html><head><title>T</title><meta name="date" content="2001-01-01">
      <script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Storm closes harbour",
      "datePublished": "2021-03-04T08:15:00Z", "author": [{"@type": "Person", "name": "Ada Quist"},
      {"@type": "Organization", "name": "Courier"}], "articleBody": "\(first)", "keywords": ["a",,</script></head>
      <body><p>Loading</p></body></html>
      """)
    #expect(page.title == "Storm closes harbour")
    #expect(page.published?.start == "2021-03-04T08:15Z")
    #expect(page.authors == ["Ada Quist"])
    #expect(page.text == first)
  }

  @Test(
    "markup is read as browsers read it",
    arguments: [
      ("<p>one<p>two", ["one", "two"]),
      ("<div>one<div>two</div>three</div>", ["one", "two", "three"]),
      ("one<br><br>two", ["one", "two"]),
      ("<p>a &amp; b &lt;c&gt; &#233; &#x201C;d&rdquo; &eacute;&nbsp;e", ["a & b <c> é “d” é e"]),
      ("<p>a <!-- x > y --> b", ["a b"]),
      ("<p>3 < 5 & 7 > 6", ["3 < 5 & 7 > 6"]),
      ("<table><tr><td>a<td>b<tr><td>c</table>", ["a b", "c"]),
      ("<a href=x>one<a href=y>two", ["onetwo"]),
      ("<p>a</b></i></div> b", ["a b"]), ("<p title='<p>'>x", ["x"]),
      ("<ul><li>a<li>b</ul>", ["a", "b"]),
      ("<p>&copy2 &unknown;</p>", ["&copy2 &unknown;"]), ("<", ["<"]), ("<p", []),
      ("<!--", []), ("<script>x", []), ("</p>", []),
    ])
  func markup(html: String, texts: [String]) throws {
    let tree = HTMLParser.tree(of: Array(html.utf8))
    let segments = Segmentation.segments(
      of: tree, weights: NodeWeights(tree), classes: try ClassWords())
    #expect(segments.map(\.text) == texts)
  }

  @Test(
    "content without markup ends at its end tag, and is markup where it has none",
    arguments: [
      ("<svg><text>x</text></svg>a", ["a"]), ("<svg/>a", ["a"]), ("<svg><g>x<p>a", ["x", "a"]),
      ("<textarea><p>x</textarea>a", ["a"]), ("<iframe src=x /><p>a", ["a"]),
      ("<script>'</p>'</SCRIPT >a", ["a"]), ("<style>p{}</style><p>a", ["a"]),
      ("<script>x<p>a", []), ("<!--x--!><p>a", ["a"]), ("<p>a\u{0}b", ["a b"]),
    ])
  func rawContent(html: String, texts: [String]) throws {
    let tree = HTMLParser.tree(of: Array(html.utf8))
    let segments = Segmentation.segments(
      of: tree, weights: NodeWeights(tree), classes: try ClassWords())
    #expect(segments.map(\.text) == texts)
  }

  @Test(
    "an end tag closes the element of its own name",
    arguments: [
      ("<x-a><x-b>one</x-a><p>two", 2), ("<x-a><p>one</x-b>two", 1), ("<x-a/><p>one", 1),
      ("<div><span>one</div><p>two", 2), ("<a><div>one</a></div><p>two", 2),
    ])
  func endTags(html: String, paragraphs: Int) throws {
    let tree = HTMLParser.tree(of: Array(html.utf8))
    let segments = Segmentation.segments(
      of: tree, weights: NodeWeights(tree), classes: try ClassWords())
    #expect(segments.count == paragraphs)
    #expect(tree.nodes.indices.allSatisfy { Int(tree.nodes[$0].end) <= tree.nodes.count })
  }

  @Test("elements nested a hundred thousand deep are read")
  func depth() throws {
    for tag in ["div", "b", "ul><li", "table><tr><td", "a", "p"] {
      let deep = String(repeating: "<\(tag)>", count: 100_000) + first
      #expect(try read(deep).text.hasSuffix(first) || tag == "a")
    }
    let crossed =
      String(repeating: "<b>", count: 50_000) + String(repeating: "</i></div>", count: 50_000)
    #expect(try read(crossed + "<p>" + first).text.hasSuffix(first))
  }

  @Test(
    "addresses are made whole",
    arguments: [
      ("/a", "https://x.org/a"), ("b", "https://x.org/n/b"), ("../b", "https://x.org/b"),
      ("//y.org/c", "https://y.org/c"), ("?p=1", "https://x.org/n/p?p=1"),
      ("https://z.org", "https://z.org"),
      ("javascript:void(0)", nil), ("#top", nil),
    ] as [(String, String?)])
  func addresses(reference: String, whole: String?) {
    #expect(WebAddress.absolute(reference, base: "https://x.org/n/p?q=2") == whole)
  }

  @Test("the article's own date is not that of the first headline below it")
  func datesApart() throws {
    let list = [
      ("15:45 02.03.2021", "Ferry sails again to Marby"),
      ("09:10 01.03.2021", "Old pier is made ready for ships"),
      ("08:00 28.02.2021", "Harbour master looks for new cranes"),
    ]
    .map { "<p><time>\($0)</time> <a href='/\($1.count)'>\($1)</a></p>" }.joined()
    let page = try read(
      "<main><article><h1>Storm closes Lindow harbour</h1><p><time>08:15 04.03.2021</time></p><p>\(first) \(second)</p><p>\(third) \(first)</p></article><section>\(list)</section></main>"
    )
    #expect(
      page.newsLine.map { $0.published?.start } == [
        "2021-03-02T15:45", "2021-03-01T09:10", "2021-02-28T08:00",
      ])
  }
}

/// Changes bytes at random, but always the same for a seed.
private struct Mutator {
  var random: SeededRandom

  mutating func next() -> UInt64 { random.next() }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }

  mutating func mutate(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0...below(6) {
      guard !bytes.isEmpty else { return bytes }
      let at = below(bytes.count)
      let end = min(bytes.count, at + below(40))
      switch below(5) {
      case 0: bytes[at] = UInt8(truncatingIfNeeded: next())
      case 1: bytes.removeSubrange(at..<end)
      case 2: bytes.insert(contentsOf: bytes[at..<end], at: below(bytes.count))
      case 3: bytes.removeSubrange(at...)
      default:
        bytes.insert(contentsOf: Array("<>\"&'/=-{}[]\\\n:0".utf8).shuffled(below(16)), at: at)
      }
    }
    return bytes
  }
}

extension [UInt8] {
  /// The bytes turned by so many places.
  fileprivate func shuffled(_ by: Int) -> [UInt8] { Array(self[by...] + self[..<by].prefix(3)) }
}

@Suite("Broken pages")
struct BrokenPageTests {
  @Test("no mutation of a page or a copied text stops the reader, and blocks lie within the text")
  func mutations() throws {
    let copied =
      "Storm closes harbour\nRegion 08:15 04.03.2021\n\(first)\n\nA long night\n\n\(second)\n\nNews line\n\nMayor opens bridge - VIDEO\n09:00 05.03.2021\n17 minutes ago\nFerry sails\n"
    let linked =
      "<script type='application/ld+json'>[{\"@type\": \"Article\", \"headline\": \"x\\u00e9\\ud83d\\ude00\", \"author\": [[{\"name\": \"A B\"}]], \"datePublished\": 1614845700}]</script>"
    let reader = try PageReader()
    var mutator = Mutator(random: SeededRandom(seed: 2018))
    for round in 0..<3_000 {
      let kind: Capture.Kind = round % 3 == 0 ? .copied : .html
      let bytes = mutator.mutate(Array((kind == .copied ? copied : linked + page).utf8))
      let page = reader.read(Capture(input: "x", kind: kind, bytes: bytes))
      let count = page.text.utf8.count
      var last = 0
      for block in page.blocks {
        #expect(block.range.lowerBound >= last && block.range.upperBound <= count)
        last = block.range.upperBound
      }
    }
  }

  @Test("lines that only line breaks part are paragraphs where they are sentences")
  func lineBreaks() throws {
    let lines = [Prose.first, Prose.second, Prose.third]
    let page = try read(
      "<html><body><h1>Storm closes harbour</h1><div>\(lines.joined(separator: "<br>"))</div></body></html>"
    )
    #expect(page.text == Prose.text)
    #expect(page.blocks.count == 3)
    // Within a paragraph they part nothing.
    let verse = "<p>\(Prose.first)<br>\(Prose.second)</p><p>\(Prose.third)</p>"
    #expect(try read("<html><body><article>\(verse)</article></body></html>").blocks.count == 2)
  }

  @Test("how something looks when printed tells nothing of what it is")
  func variants() throws {
    let parts = [Prose.first, Prose.second, Prose.third].map {
      "<div class=\"group print:max-w-small md:related\"><p>\($0)</p></div>"
    }
    let page = try read("<html><body><article>\(parts.joined())</article></body></html>")
    #expect(page.text == Prose.text)
  }
}
