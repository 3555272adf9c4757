import Foundation
import Record
import Testing

@testable import Storage

struct SearchTests {
  private func withThree(_ body: (Archive) throws -> Void) throws {
    try withArchive { archive in
      var plain = Document(
        page: samplePage("plain", text: "Rain in the north, snow in Łódź and Tromsø."))
      plain.page.title = "Weather"
      plain.page.published = Stamp(start: "2020-01-05", grain: .day)
      var later = sample(
        samplePage(
          "later", text: "Borovia refused the talks.", title: "No talks", published: "2021-04-01"))
      later.events = Array(later.events.suffix(1))
      later.events[0].id = "e1"
      later.statements = []
      try archive.store([sample(), plain, later], readAt: readAt)
      try body(archive)
    }
  }

  @Test(
    "Words, phrases and filters choose documents, and all must hold",
    arguments: [
      ("talks", ["harbour", "later"]), ("TALKS refused", ["later"]), ("\"port ost\"", ["harbour"]),
      ("\"ost port\"", []), ("lodz tromso", []), ("tromsø", ["plain"]), ("weather", ["plain"]),
      ("type:CONSULT", ["harbour"]), ("type:reject", ["harbour", "later"]),
      ("status:invited", ["harbour"]), ("type:reject status:invited", []),
      ("actor:state/arland", ["harbour", "later"]), ("actor:borovia type:consult", ["harbour"]),
      ("actor:nobody", []), ("said-by:envoy", ["harbour"]),
      ("said-by:\"the envoy\" talks", ["harbour"]),
      ("said-by:arland", []), ("since:2021", ["harbour", "later"]), ("until:2020", ["plain"]),
      ("since:2021-03 until:2021-03-31", ["harbour"]), ("talks since:2021-04-01", ["later"]),
      ("Since:2021-04", ["later"]), ("actor:", []), ("", []), ("  ", []),
    ] as [(String, [String])])
  func finds(_ text: String, _ expected: [String]) throws {
    try withThree { archive in
      let result = try archive.search(SearchQuery(text))
      #expect(result.hits.map { String($0.article.input.dropLast(5)) }.sorted() == expected)
      #expect(result.total == expected.count)
    }
  }

  @Test(
    "No text breaks a search",
    arguments: [
      "\"", "\"\"", "a AND", "AND", "OR", "NOT a", "NEAR(", "NEAR(a b, 2)", "*", "a*", "^a", "a:b",
      "title:x", "{title text}: x", "(", ")", "a)", "-a", "+a", "'", "''", "; DROP TABLE event",
      "\\",
      "\0", "a\0b", "\u{200B}", "\u{202E}abc", "🛥️", "a\"b", "\"a\"b\"", "“curly”", "%", "_", "--",
      String(repeating: "x", count: 5000), String(repeating: "\"", count: 5000),
      String(repeating: "x ", count: 2500), String(repeating: "(", count: 5000), "said-by:\"",
      "actor:%", "actor:\"' OR 1=1\"", "actor:*",
    ])
  func unbroken(_ text: String) throws {
    try withThree { archive in
      let result = try archive.search(SearchQuery(text))
      #expect(result.hits.count == result.total)
    }
  }

  @Test(
    "A filter's value that can't be meant is refused with those that can",
    arguments: [
      ("type:WAR", "ASSAULT"), ("status:maybe", "possible"), ("since:monday", "YYYY-MM-DD"),
      ("until:2021-02-30", "YYYY-MM-DD"), ("since:20210318", "YYYY-MM-DD"),
      ((0...64).map { "w\($0)" }.joined(separator: " "), "64"),
    ])
  func mistakes(_ text: String, _ told: String) {
    let error = #expect(throws: SearchQuery.Mistake.self) { try SearchQuery(text) }
    #expect(error?.description.contains(told) == true)
  }

  @Test("An excerpt marks what was found, and filters show the events and statements that fit")
  func excerpt() throws {
    try withThree { archive in
      let hit = try #require(
        try archive.search(SearchQuery("talks actor:state/arland said-by:envoy")).hits.first)
      #expect(hit.excerpt.filter(\.matched).map(\.text) == ["talks"])
      #expect(hit.excerpt.map(\.text).joined() == "Arland invited Borovia to talks in Port Ost.")
      #expect(hit.events.map(\.type) == [.consult, .reject])
      #expect(hit.statements.count == 1)
      let filtered = try #require(try archive.search(SearchQuery("status:invited")).hits.first)
      #expect(filtered.excerpt.map(\.text) == ["Arland invited Borovia to talks in Port Ost."])
      #expect(filtered.events.map(\.status) == [.invited])
    }
  }

  @Test("Pages of hits follow each other; beyond the limit there are none")
  func pages() throws {
    try withThree { archive in
      let first = try archive.search(SearchQuery("talks"), limit: 1)
      let second = try archive.search(SearchQuery("talks"), offset: 1, limit: 1)
      #expect(first.total == 2)
      #expect(first.hits.map(\.article.document) != second.hits.map(\.article.document))
      #expect(try archive.search(SearchQuery("talks"), offset: -1).hits.isEmpty)
      #expect(try archive.search(SearchQuery("talks"), offset: 1_000_000).hits.isEmpty)
    }
  }
}
