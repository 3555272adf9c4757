import Foundation
import Record
import Testing

@testable import Storage

private func listed(_ title: String, _ time: String?, url: String? = nil) -> Headline {
  Headline(title: title, url: url, published: time.map { Stamp(start: $0, grain: .minute) })
}

struct NewsLineTests {
  @Test("The news line has each headline once by title and time, newest first over zones")
  func order() throws {
    try withArchive { archive in
      let page = samplePage(
        newsLine: [
          listed("Storm keeps ferries in port", "2021-03-18T11:20+01:00", url: "/sea/storm"),
          listed("Vote on quota", "2021-03-18T10:05+01:00"),
          listed("Far away and earlier by the sun", "2021-03-18T12:00+05:00"),
        ])
      let other = samplePage(
        "other", text: "Another page.", title: "Another page", published: "2021-03-17",
        newsLine: [
          listed("Storm keeps ferries in port", "2021-03-18T11:20", url: "/sea/storm"),
          listed("“Vote on quota”", "2021-03-18T10:05+01:00", url: "/vote"),
          listed("No time is told", nil),
        ])
      try archive.store([sample(page), sample(other)], readAt: readAt)
      let items = try archive.newsLine().items
      #expect(
        items.map(\.title) == [
          "Storm keeps ferries in port", "Vote on quota", "Arland invites Borovia",
          "Far away and earlier by the sun", "Another page", "No time is told",
        ])
      #expect(items[0].url == "https://www.post.example/sea/storm")
      #expect(items[1].url == "https://www.post.example/vote")
      #expect(items[2].document == page.document)
      #expect(items.map(\.moment).last == .some(nil))
      #expect(try archive.days().map(\.name) == ["2021-03-18", "2021-03-17"])
    }
  }

  @Test("Text copied from a page, which has no site, is the line that sites list, and stays one")
  func copied() throws {
    for copiedFirst in [false, true] {
      try withArchive { archive in
        var copied = samplePage(
          "copied", text: "Copied.", title: "Storm keeps ferries in port",
          published: "2021-03-18T11:20")
        copied.canonicalURL = nil
        copied.url = nil
        copied.site = nil
        let list = samplePage(
          newsLine: [
            listed("Storm keeps ferries in port", "2021-03-18T11:20", url: "/sea/storm")
          ])
        let pages = [sample(list), sample(copied)]
        try archive.store(copiedFirst ? pages.reversed() : pages, readAt: readAt)
        let items = try archive.newsLine().items.filter { $0.title.hasPrefix("Storm") }
        #expect(items.count == 1)
        #expect(items.first?.document == copied.document)
      }
    }
  }

  @Test("A listed headline becomes its article's line when that is stored, whichever comes first")
  func article() throws {
    for articleFirst in [false, true] {
      try withArchive { archive in
        let list = sample(
          samplePage(
            "list", text: "A list.", title: "List", published: "2021-03-19T08:00+01:00",
            newsLine: [
              listed("Arland invites", "2021-03-18T09:41", url: "https://www.post.example/harbour")
            ]))
        let article = sample()
        try archive.store(articleFirst ? [article, list] : [list, article], readAt: readAt)
        let items = try archive.newsLine().items
        #expect(items.map(\.title) == ["List", "Arland invites Borovia"])
        #expect(items[1].document == article.page.document)
      }
    }
  }

  @Test(
    "Pages of the news line follow each other without gap or repetition, though lines are added")
  func paging() throws {
    try withArchive { archive in
      for index in 0..<25 {
        let time = "2021-03-18T10:\(10 + index / 2)+01:00"
        try archive.store(
          [
            sample(
              samplePage(
                "p\(index)", text: "Text \(index).", title: "Title \(index)", published: time))
          ],
          readAt: readAt)
      }
      var seen: [Int64] = []
      var key: PageKey?
      repeat {
        let page = try archive.newsLine(after: key, limit: 7)
        seen += page.items.map(\.number)
        key = page.next.flatMap { PageKey($0.description) }
        try archive.store(
          [
            sample(
              samplePage("new\(seen.count)", text: "New \(seen.count).", title: "New \(seen.count)")
            )
          ],
          readAt: readAt)
      } while key != nil && seen.count < 100
      #expect(Set(seen).count == seen.count)
      #expect(Set(1...25).isSubset(of: seen.map(Int.init)))
    }
  }

  @Test("Lines are chosen by day, section and site")
  func filters() throws {
    try withArchive { archive in
      let pages = [
        samplePage("a", text: "A.", title: "A"),
        samplePage(
          "b", text: "B.", title: "B", section: "Sea", published: "2021-03-19T00:10+01:00"),
        samplePage(
          "c", text: "C.", title: "C", url: "https://else.example/c", site: "else.example"),
      ]
      try archive.store(pages.map { sample($0) }, readAt: readAt)
      func titles(_ filter: NewsLineFilter) throws -> [String] {
        try archive.newsLine(filter).items.map(\.title).sorted()
      }
      #expect(try titles(NewsLineFilter(section: "Sea")) == ["B"])
      #expect(try titles(NewsLineFilter(day: "2021-03-18")) == ["A", "C"])
      #expect(try titles(NewsLineFilter(site: "else.example")) == ["C"])
      #expect(try titles(NewsLineFilter(day: "2021-03-19", section: "World")) == [])
      #expect(try archive.sections().map(\.name) == ["World", "Sea"])
      #expect(try archive.sites().map(\.count) == [2, 1])
    }
  }

  @Test("Listeners get what came after a number, oldest first")
  func since() throws {
    try withArchive { archive in
      try archive.store([sample(samplePage("a", text: "A.", title: "A"))], readAt: readAt)
      let latest = try archive.latestHeadline()
      #expect(try archive.newsLine(since: latest).isEmpty)
      try archive.store(
        [
          sample(samplePage("b", text: "B.", title: "B")),
          sample(samplePage("c", text: "C.", title: "C")),
        ], readAt: readAt)
      #expect(try archive.newsLine(since: latest).map(\.title) == ["B", "C"])
    }
  }

  @Test("A page without an article adds what it lists and no line of its own")
  func noArticle() throws {
    try withArchive { archive in
      let home = Document(
        page: samplePage(
          "home", text: "", title: "Home", published: nil,
          newsLine: [listed("One", "2021-03-18T10:00"), listed("Two", "2021-03-18T09:00")]))
      try archive.store([home], readAt: readAt)
      var later = home
      later.page.newsLine.insert(listed("Three", "2021-03-18T11:00"), at: 0)
      #expect(try archive.store([later], readAt: readAt).map(\.kind) == [.unchanged])
      #expect(try archive.newsLine().items.map(\.title) == ["Three", "One", "Two"])
      #expect(try archive.articles().items.isEmpty)
    }
  }

  @Test(
    "Only addresses of the web lead anywhere",
    arguments: [
      ("https://a.example/x", "https://a.example/x"), ("/x?y#z", "https://post.example/x?y#z"),
      ("//b.example/x", "https://b.example/x"), ("javascript:alert(1)", nil), ("x.html", nil),
      ("", nil), ("data:text/html,x", nil),
    ] as [(String, String?)])
  func addresses(_ link: String, _ expected: String?) {
    #expect(HeadlineRow.absolute(link, on: "https://post.example/world/1") == expected)
  }

  @Test(
    "Times are sorted in UTC where their zone is known",
    arguments: [
      ("2018-11-02T22:22+04:00", "2018-11-02T18:22:00Z"),
      ("2018-11-02T22:22", "2018-11-02T22:22:00Z"),
      ("2018-11-02", "2018-11-02T00:00:00Z"), ("2018-12-31T20:30:05-0500", "2019-01-01T01:30:05Z"),
      ("2019-01-01T01:00:00.5+02:00", "2018-12-31T23:00:00Z"),
      ("2018-11-02T22:22Z", "2018-11-02T22:22:00Z"),
      ("2018-13-02", ""), ("yesterday", ""), ("0001-01-01T00:30+01:00", ""),
    ])
  func moments(_ printed: String, _ sorted: String) {
    #expect(Moment(Stamp(start: printed, grain: .minute)).text == sorted)
  }

  @Test(
    "A page key reads back as it was written, and nothing else does",
    arguments: ["", ".", "x.1", "2018.-1", "2018", "'; DROP TABLE event; --.1", "..", "2018.1e9"])
  func keys(_ text: String) {
    #expect(PageKey(text) == nil)
    let key = PageKey(sort: "2018-11-02T18:22:00Z", number: 17)
    #expect(PageKey(key.description) == key)
    #expect(PageKey(PageKey(sort: "", number: 3).description) == PageKey(sort: "", number: 3))
  }
}
