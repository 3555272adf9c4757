import Record
import Testing

@testable import Pages

@Suite("Partial pages, live blogs and bodies in linked data")
struct PageStateTests {
  @Test(
    "a page that says it shows only part is partial",
    arguments: [
      ("", "<p>To continue reading, subscribe or log in to your account at the Courier.</p>", true),
      (
        "", "<p>Il vous reste 57 % de cet article à lire. La suite est réservée aux abonnés.</p>",
        true
      ),
      (
        "<link rel=\"canonical\" href=\"https://x.org/storm\"><link rel=\"next\" href=\"/storm/2\">",
        "",
        true
      ),
      (
        "<link rel=\"canonical\" href=\"https://x.org/storm\"><link rel=\"next\" href=\"/bridge\">",
        "",
        false
      ),
      (
        """
        <script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>
        """, "", true
      ),
      ("", "", false),
    ])
  func partial(head: String, end: String, isPartial: Bool) throws {
    let page = try read(Prose.page(head: head, end: end))
    #expect(page.partial == isPartial)
    #expect(page.text == Prose.text)
  }

  @Test("each entry of a live blog is a block with its time, also where a clock alone is shown")
  func liveBlog() throws {
    let page = try read(
      """
      <html><head><title>Storm, live</title><meta property="article:published_time" content="2021-03-04T08:00:00+01:00">
      </head><body><main><h1>Storm, live from Lindow</h1><div class="live-blog">
      <div class="post"><time datetime="2021-03-04T10:30:00+01:00">10.30</time><p>\(Prose.first)</p><p>\(Prose.second)</p></div>
      <div class="post"><span class="time">10:05</span><p>\(Prose.third)</p></div>
      <div class="post"><time datetime="2021-03-04T09:00:00+01:00">9.00</time><h3>Sirens</h3><p>\(Prose.second)</p></div>
      </div></main></body></html>
      """)
    #expect(page.blocks.map(\.kind) == [.entry, .entry, .entry])
    #expect(
      page.blocks.map(\.published?.start)
        == ["2021-03-04T10:30+01:00", "2021-03-04T10:05", "2021-03-04T09:00+01:00"])
    let bytes = Array(page.text.utf8)
    let words = page.blocks.map { String(decoding: bytes[$0.range], as: UTF8.self) }
    #expect(words[0] == Prose.first + "\n\n" + Prose.second)
    #expect(words[2] == "Sirens\n\n" + Prose.second)
  }

  @Test("a live blog whose page is empty is read from its linked data")
  func linkedEntries() throws {
    let entries = [Prose.first, Prose.second, Prose.third].enumerated().map {
      """
      {"@type":"BlogPosting","headline":"Entry \($0.offset)","articleBody":"\($0.element)",
      "datePublished":"2021-03-04T0\($0.offset + 7):00:00Z"}
      """
    }
    let page = try read(
      """
      <script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Storm, live",
      "liveBlogUpdate":[\(entries.joined(separator: ","))]}</script><body><p>Loading …</p>
      """)
    #expect(page.blocks.map(\.kind) == [.entry, .entry, .entry])
    #expect(page.blocks.last?.published?.start == "2021-03-04T09:00Z")
  }

  @Test("linked data's body is used only where the page's own is missing")
  func linkedBody() throws {
    let other =
      "Nothing of what this text says is shown on the page, whose own words are those of the port authority."
    let script =
      "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"articleBody\":\"\(other)\"}</script>"
    #expect(try read(Prose.page(head: script)).text == Prose.text)
    #expect(
      try read("<html><head>\(script)</head><body><p>Loading</p></body></html>").text == other)
  }

  @Test("an article below its title stays one, however long the lists beside it are")
  func longLists() throws {
    let items = (10..<30).map {
      "<li><a href=\"/n\($0)\">The council of Marby met again for the \($0)th time</a> <time>2021-03-04 \($0 % 14 + 10):15</time></li>"
    }
    let page = try read(
      """
      <html><head><title>Storm closes Lindow harbour again</title></head><body><div><h1>Storm closes Lindow harbour again</h1>
      <p>\(Prose.first)</p><p>\(Prose.second)</p></div><aside><ul>\(items.joined())</ul></aside></body></html>
      """)
    #expect(page.text == Prose.first + "\n\n" + Prose.second)
    #expect(page.newsLine.count == 20)
  }

  @Test(
    "a body that stands in a script's data or in noscript is used where the page has none of its own",
    arguments: [
      """
      <script id="__NEXT_DATA__" type="application/json">{"props":{"article":{"body":[
      {"type":"p","text":"\(Prose.first)"},{"type":"p","text":"\(Prose.second)"},
      {"type":"p","text":"\(Prose.third)"},{"type":"p","text":"\(Prose.first)!"}]},
      "related":[{"text":"\(Prose.first) \(Prose.second) \(Prose.third) \(Prose.first) \(Prose.third)"}]}}</script>
      """,
      """
      <script>window.__INITIAL_STATE__ = {"story":{"html":"<p>\(Prose.first)<\\/p><p>\(Prose.second)<\\/p>\
      <p>\(Prose.third)<\\/p><p>\(Prose.first)!<\\/p>"}};</script>
      """,
      """
      <noscript><article><p>\(Prose.first)</p><p>\(Prose.second)</p><p>\(Prose.third)</p>
      <p>\(Prose.first)!</p></article></noscript>
      """,
    ])
  func hiddenBody(hidden: String) throws {
    let head =
      "<head><title>Storm</title><meta property=\"og:type\" content=\"article\"></head>"
    let page = try read("<html>\(head)<body><div id=\"root\">Loading</div>\(hidden)</body></html>")
    #expect(page.text == Prose.text + "\n\n" + Prose.first + "!")
    // Beside a text of the page's own it is not looked at.
    let own =
      "<p>\(Prose.first)</p><p>\(Prose.second)</p><p>\(Prose.third)</p><p>\(Prose.second)</p>"
    let whole = try read("<html>\(head)<body><article>\(own)</article>\(hidden)</body></html>")
    #expect(!whole.text.contains("!"))
  }

  @Test("teasers in a script's data are no body of a page that does not call itself an article")
  func teasers() throws {
    let list =
      "{\"items\":[{\"t\":\"\(Prose.first)\"},{\"t\":\"\(Prose.second)\"},{\"t\":\"\(Prose.third)\"},{\"t\":\"\(Prose.first)\"}]}"
    let page = try read(
      "<html><body><script type=\"application/json\">\(list)</script></body></html>")
    #expect(page.text.isEmpty)
  }

  @Test("teasers beside the body in a script's data are none of it, in lists and in its markup")
  func teasersBeside() throws {
    let texts = [Prose.first, Prose.second, Prose.third, Prose.first]
    func list(_ texts: [String]) -> String {
      "[" + texts.map { "{\"t\":\"\($0)\"}" }.joined(separator: ",") + "]"
    }
    func page(_ data: String) throws -> String {
      try read(
        """
        <html><head><meta property="og:type" content="article"></head><body><div>Loading</div>
        <script type="application/json">\(data)</script></body></html>
        """
      ).text
    }
    let body = texts.joined(separator: "\n\n")
    let longer = texts.map { $0 + " " + Prose.second }
    #expect(try page("{\"body\":\(list(texts)),\"teasers\":\(list(longer))}") == body)
    let html =
      texts.map { "<p>\($0)</p>" }.joined()
      + "<div class='teaser'><p>Nine lamps of the quay burn again, as the keepers had hoped.</p></div>"
    #expect(try page("{\"html\":\"\(html)\"}") == body)
  }

  @Test(
    "text that begins with a bracket is a body's, data within data are none",
    arguments: [
      ("<p>\(Prose.third) <\\/p>", true),
      ("[Update: the port is open again.] \(Prose.third)", true),
      ("[2] \(Prose.third)", true), ("[caption id=2]<p>\(Prose.third)<\\/p>", true),
      ("[[box:12]]<p>\(Prose.third)<\\/p>", true),
      ("{\\\"html\\\":\\\"<p>\(Prose.third)<\\/p>\\\"}", false),
      ("[2, \\\"\(Prose.third)\\\"]", false), ("[ {\\\"t\\\":\\\"\(Prose.third)\\\"}]", false),
    ])
  func brackets(text: String, isKept: Bool) throws {
    let items = ([Prose.first, Prose.second, Prose.first, Prose.second] + [text])
      .map { "{\"t\":\"\($0)\"}" }
    let page = try read(
      """
      <html><head><meta property="og:type" content="article"></head><body><div>Loading</div>
      <script type="application/json">{"body":[\(items.joined(separator: ","))]}</script></body></html>
      """)
    #expect(page.text.contains(Prose.first))
    #expect(page.text.contains(Prose.third) == isKept)
  }

  @Test("a paragraph of a script that parts no words is no placeholder for its marks in front")
  func marksInFront() throws {
    let han = "港口管理局说一场风暴把两台起重机从轨道上刮下来之后星期一关闭了港口并且没有人受伤"
    let lines = ["##\(han)##\(han)。", "\(han)\(han)。", "##\(han)##", "##BOX##", "[[nid:12]]"]
    let items = lines.map { "<p>\($0)</p>" }.joined()
    let page = try read(
      """
      <html><body><div>Loading</div><script type="application/json">
      {"html":"\(items)<p>\(han)\(han)\(han)\(han)</p>"}</script></body></html>
      """)
    #expect(
      page.text.split(separator: "\n\n").map(String.init)
        == lines[..<3] + [han + han + han + han])
  }

  @Test("a body that scripts push piece by piece is put together, without its captions")
  func streamed() throws {
    let html =
      "<div class=\"caption\"><p>Cranes on the quay</p></div>"
      + [
        Prose.first, Prose.second, Prose.third, Prose.first,
      ].map { "<p>\($0)</p>" }.joined()
    func escaped(_ text: String) -> String {
      text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
        .replacing("<", with: "\\u003c")
    }
    let json = "1:I[12,[]]\n2:{\"article\":{\"html\":\"\(escaped(html))\"}}\n"
    let text =
      "1:I[12,[]]\n1a:T\(String(html.utf8.count, radix: 16)),\(html)2:{\"article\":\"$1a\"}\n"
    for rows in [json, text] {
      let half = rows.index(rows.startIndex, offsetBy: rows.count / 2)
      let scripts = [rows[..<half], rows[half...]].map {
        "<script>self.__next_f.push([1,\"\(escaped(String($0)))\"])</script>"
      }
      let page = try read(
        "<html><body><div>Loading</div><script>(self.__next_f=self.__next_f||[]).push([0])</script>\(scripts.joined())</body></html>"
      )
      #expect(page.text == Prose.text + "\n\n" + Prose.first)
    }
  }

  /// A text as a script's string holds it.
  private func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
      .replacing("<", with: "\\u003c")
  }

  @Test(
    "a length or a code point is hexadecimal digits alone",
    arguments: ["1:T-5,abc", "1:T+5,abcdef", "-1:T5,abcdef", "1:T,abc"])
  func digits(row: String) {
    #expect(StreamedData(row).values.isEmpty)
    #expect(JSONValue(Array("[\"\\u+041b\"]".utf8)[...])?.text == "+041b")
  }

  @Test(
    "rows without an id, short pieces, several pushes in one script and placeholders are no hindrance"
  )
  func streamedRows() throws {
    let html =
      "$$BOX$$"
      + [Prose.first, Prose.second, Prose.third, Prose.first].map { "<p>\($0)</p>" }.joined()
      + "<p>$$BOX$$</p>"
    let head = ":HL[\"/a.css\",\"style\"]\n1a:T\(String(html.utf8.count, radix: 16)),"
    let scripts = """
      <script>(self.__next_f=self.__next_f||[]).push([1,"1:I[12,[]]\\n"]);self.__next_f.push([1,"\(escaped(head))"])</script>
      <script>self.__next_f.push([1,"\(escaped(html))"]);self.__next_f.push([1,"2:{\\"body\\":\\"$1a\\"}\\n"])</script>
      """
    let page = try read("<html><body><div>Loading</div>\(scripts)</body></html>")
    #expect(page.text == Prose.text + "\n\n" + Prose.first)
    let apart = "<script>self.__next_f.push([1,\"\(escaped(head))\"])</script>"
    let rest = "<script>self.__next_f.push([1,\"\(escaped(html))\"])</script>"
    #expect(try read("<html><body>\(apart)\(rest)</body></html>").text == page.text)
  }

  @Test("paragraphs that are streamed as elements of a tree are its body")
  func streamedElements() throws {
    let elements = [Prose.first, Prose.second, Prose.third, Prose.first].map {
      "[\"$\",\"p\",null,{\"className\":\"text\",\"children\":\"\(escaped($0))\"}]"
    }
    let row = "5:[\"$\",\"article\",null,{\"children\":[\(elements.joined(separator: ","))]}]\n"
    let page = try read(
      """
      <html><head><meta property="og:type" content="article"></head><body><div>Loading</div>
      <script>self.__next_f.push([1,"\(escaped(row))"])</script></body></html>
      """)
    #expect(page.text == Prose.text + "\n\n" + Prose.first)
  }

  @Test(
    "a body in what a function returns is read, its arguments put in for their names",
    arguments: [
      // Set on a parameter, one paragraph an argument.
      """
      window.__STATE__=(function(a,b,c){a.title="Storm";a.body=[{type:c,text:b},{type:c,text:"\(Prose.second)"},
      {type:c,text:'\(Prose.third)',at:new Date(1614852000000)},{text:"\(Prose.first)!"}];a.next=void 0;
      return {layout:"default",data:[a],state:{isOpen:!1}}}({},"\(Prose.first)","p"));
      """,
      // HTML in what is returned, and data of other kinds beside it.
      """
      var page=function(a,b){return {"cache":"{\\"text\\":\\"\(Prose.third) \(Prose.third)\\"}",'article':{html:b,"by":a}}}
      ("Ada","\\u003Cp>\(Prose.first)\\x3C/p>\\u003Cp>\(Prose.second)\\u003C/p>\\u003Cp>\(Prose.third)\\u003C/p>\\u003Cp>\(Prose.first)!\\u003C/p>")
      """,
    ])
  func calledBody(script: String) throws {
    let page = try read(
      """
      <html><head><meta property="og:type" content="article"></head><body><div>Loading</div>
      <script>\(script)</script></body></html>
      """)
    #expect(page.text == Prose.text + "\n\n" + Prose.first + "!")
  }

  @Test("the time of publishing that a function returns is told where it is but one")
  func calledDay() throws {
    func day(_ more: String, beside: String = "") throws -> String? {
      let script =
        "window.__STATE__=(function(a,b){return {story:{id:7,publishedAt:b}\(more)}}(1,\"2021-03-04T10:00:00Z\"))"
      return try read(Prose.page(end: "<script>\(script)</script>\(beside)")).published?.start
    }
    #expect(try day("") == "2021-03-04T10:00Z")
    for key in ["publishedAt", "\"publishedAt\"", "'publishedAt'"] {
      #expect(try day(",next:{\(key):\"2021-03-09T10:00:00Z\"}") == nil)
    }
    // The surest name of all scripts counts.
    let data =
      "<script type=\"application/json\">{\"datePublished\":\"2021-03-05T10:00:00Z\"}</script>"
    #expect(try day("", beside: data) == "2021-03-05T10:00Z")
  }

  @Test(
    "a function that is not called returns nothing, and a long argument that many name is put in seldom"
  )
  func calledBounds() {
    let uncalled = Array("a=function(b){return {c:b}};f()".utf8)
    #expect(CalledState(uncalled[...], from: 2) == nil)
    let long = String(repeating: "word ", count: 1_000)
    for argument in ["\"\(long)\"", "{x:\"\(long)\"}", "[[\"\(long)\"]]", "{\"\(long)\":1}"] {
      let names = String(repeating: "a,", count: 1_000)
      let script = Array("(function(a){return [\(names)a]}(\(argument)))".utf8)
      let values = CalledState(script[...], from: 0)?.values.first?.values ?? []
      let known = values.filter { if case .null = $0 { false } else { true } }
      #expect((1..<10).contains(known.count))
    }
  }
}
