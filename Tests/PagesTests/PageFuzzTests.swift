import Foundation
import Intake
import TestSupport
import Testing

@testable import Pages

/// The reader of pages is given broken ones, and ends, soon, without a crash.
///
/// `NEWSLINE_FUZZ_CASES` sets how many.
@Suite("Broken pages", .serialized)
struct PageFuzzTests {
  private static let count =
    ProcessInfo.processInfo.environment["NEWSLINE_FUZZ_CASES"].flatMap { Int($0) } ?? 20_000

  private static let pieces: [[UInt8]] =
    [
      "<", ">", "</", "/>", "&", "&#x", ";", "\"", "'", "=", "<!--", "-->", "--!>", "<![CDATA[",
      "<script>", "</script>", "<style>", "<svg>", "</svg>", "<textarea>", "<title>", "<p>", "</p>",
      "<div>", "</div>", "<table><tr><td>", "</table>", "<a href=x>", "</a>", "<li>", "<h1>",
      "<blockquote>", "<time datetime=\"2021-03-04\">", "<x-y>", "</x-z>", "<noscript>", "\0", "{",
      "[",
      "\\u12", "\u{FFFD}", "4 March 2021", "T-5,", "T+5,", "\\u+041",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xE2, 0x80], [0xF0, 0x9F]]

  private static let pages: [String] = [
    """
    <!DOCTYPE html><html lang=en><head><title>Storm closes Lindow harbour | Courier</title>
    <meta property="og:title" content="Storm closes Lindow harbour"><meta name=author content="Ada Quist">
    <script type="application/ld+json">{"@type":"NewsArticle","headline":"Storm \\u00e9","datePublished":
    "2021-03-04T10:00:00Z","author":[{"@type":"Person","name":"Ada Quist"}]}</script><style>p{}</style></head>
    <body><nav><ul><li><a href=/a>Home</a><li>News</ul></nav><article class="story-body"><h1>Storm closes Lindow
    harbour</h1><p class=byline>By <a rel=author>Ada Quist</a>, 4 March 2021</p><figure><img src=a><figcaption>Cranes
    (Photo: AFP)</figcaption></figure><p>\(Prose.first)<p>\(Prose.second)<blockquote>\(Prose.third)</blockquote>
    <table><tr><td>One<td>Two</table></article><ul><li><time>21:00</time> <a href=/b>The council of Marby met</a></li>
    <li><time>20:00</time> <a href=/c>Two cranes come back &amp; go</a></li></ul></body></html>
    """,
    """
    <html><body><div id=root></div><noscript><p>\(Prose.first)</p></noscript><svg><path d=x /></svg>
    <script id="__NEXT_DATA__" type="application/json">{"body":[{"text":"\(Prose.first)"},{"text":"\(Prose.second)"}],
    "publishedAt":"2021-03-04"}</script><x-a><x-b>\(Prose.third)</x-b></x-a>
    """,
    """
    <html><body><div id=root></div><script>window.__STATE__=(function(a,b,c){a.title="Storm\\u00e9";a["body"]=[{text:b},
    {text:'\(Prose.second)',at:new Date(1)}];return {list:[a,void 0,!0],date:c}}({},"\(Prose.first)","2021-03-04"));</script>
    <script>self.__next_f.push([1,"1:T8,<p>A</p>2:{\\"a\\":1}\\n"]);self.__next_f.push([1,":HL[]\\n3:[\\"$\\",\\"p\\"]"])</script>
    """,
  ]

  @Test("changed, cut and repeated bytes, and pieces of markup anywhere")
  func mutations() async throws {
    let reader = try PageReader()
    var random = SeededRandom(seed: 11)
    var longest = 0.0
    var broken = 0
    for index in 0..<Self.count {
      // Other tests wait for the same threads, some of them for an answer in time.
      if index % 100 == 0 { await Task.yield() }
      var bytes = Array(Self.pages[index % Self.pages.count].utf8)
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        guard !bytes.isEmpty else { break }
        let at = Int.random(in: 0..<bytes.count, using: &random)
        let end = min(bytes.count, at + Int.random(in: 1...64, using: &random))
        switch Int.random(in: 0..<6, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.removeSubrange(at..<end)
        case 2: bytes.insert(contentsOf: bytes[at..<end], at: at)
        case 3 where index % 7 == 0: bytes.removeLast(bytes.count - at)
        default:
          bytes.insert(contentsOf: Self.pieces.randomElement(using: &random) ?? [], at: at)
        }
      }
      let begun = ContinuousClock.now
      let page = reader.read(Capture(input: "page.html", kind: .html, bytes: bytes))
      longest = max(longest, (ContinuousClock.now - begun) / .seconds(1))
      let length = page.text.utf8.count
      if page.blocks.contains(where: { $0.range.upperBound > length }) { broken += 1 }
    }
    #expect(broken == 0)
    #expect(longest < 1)
  }

  @Test(
    "a page made to be slow takes time in proportion to its size",
    arguments: [
      "<div>", "<a>", "<p>x", "</p>", "<b></i>", "<table><tr><td>", "<!--", "<svg>", "<textarea>",
      "<iframe>", "&&x;", "<x a=\"", "<li>x", "<script>", "<h1>x", "<h2><div>x", "<blockquote>x",
      "<time>2021-01-02</time>", "<noscript>x", "<x-a>", "</x-a>", "<script>a=[{\"",
      "<script type=application/ld+json>[{\"a\":", "<p class=author>Ada Quist",
      "<a href=x>A B C D E F G H",
      "<em title=x class=updated>", "4 March 2021 ", "<br>", "<div class=author>",
      "<title>A - B | ",
      "<meta property=og:title content='A - B | ", "<h2>A - B | ", "<h5>Author:</h5>Ada",
      "<script>a=(function(b){b.c=[{", "<script>a=(function(b){b.c=b;", "<script>a=(function(b,",
      "<script>self.__next_f.push([1,\"a\"]);", "<script>self.__next_f.push([1,\"1:{\\n2:T",
      "<script>self.__next_f.push([1,\"1:T9,x",
      "<div class=b><p>\(Prose.first) \(Prose.second)</p>",
    ])
  func linear(part: String) throws {
    try expectLinear { String(repeating: part, count: $0) }
  }

  @Test("paragraphs in a box of many classes take time in proportion to both")
  func longClass() throws {
    try expectLinear { size in
      "<div class=\"\(String(repeating: "c ", count: 8 * size))\">"
        + String(repeating: "<p>\(Prose.third)</p>", count: size)
    }
  }

  @Test("boxes like the body's take time in proportion to them")
  func alike() throws {
    try expectLinear { size in
      let text = "<p>\(Prose.first) \(Prose.second) \(Prose.third)</p>"
      let own = String(repeating: text, count: 2 * size + 1)
      let others = String(repeating: "<div class=story-body>\(text)</div>", count: 2 * size)
      return "<div class=story-body>\(own)</div>\(others)"
    }
  }

  /// Expects that pages are read in time in proportion to their size.
  private func expectLinear(_ page: (Int) -> String) throws {
    let reader = try PageReader()
    func seconds(_ size: Int) -> Double {
      let bytes = Array(page(size).utf8)
      return (0..<3).map { _ in
        let begun = ContinuousClock.now
        _ = reader.read(Capture(input: "page.html", kind: .html, bytes: bytes))
        return (ContinuousClock.now - begun) / .seconds(1)
      }.min() ?? 0
    }
    // Four times would be linear, sixteen quadratic; a busy machine is given some room.
    let (small, large) = (seconds(4_000), seconds(16_000))
    #expect(large < small * 10 + 0.05, "\(small) s, then \(large) s")
  }
}
