import Record
import Stories
import Testing

struct StoryFinderTests {
  private static let bridge = [
    StoryInput(
      name: "bridge-1", title: "Harbour bridge collapses in Velmar",
      text: """
        The old harbour bridge in Velmar collapsed at dawn, throwing lorries into the strait. Rescuers \
        searched the strait for survivors while engineers blamed rusted cables.
        """),
    StoryInput(
      name: "bridge-2", title: "Velmar mourns after bridge collapse",
      text: """
        Divers recovered lorries from the strait below the harbour bridge whose rusted cables snapped \
        in Velmar. Engineers had warned of the collapse.
        """),
  ]
  private static let strike = [
    StoryInput(
      name: "strike-1", title: "Nurses walk out in Ostrand",
      text: """
        Nurses in Ostrand walked out of hospitals over unpaid overtime. Their union wants overtime \
        paid before wards reopen.
        """),
    StoryInput(
      name: "strike-2", title: "Ostrand hospitals short of nurses as strike goes on",
      text: """
        The nurses' union kept Ostrand wards closed and refused an offer on unpaid overtime at the \
        hospitals.
        """),
  ]

  @Test("Documents of one event are one story, those of another are another")
  func partsEvents() {
    let stories = StoryFinder().stories(of: Self.bridge + Self.strike)
    #expect(stories.map(\.documents) == [["bridge-1", "bridge-2"], ["strike-1", "strike-2"]])
  }

  @Test("The order of the documents changes nothing")
  func ordersDoNotMatter() {
    let documents = Self.bridge + Self.strike
    let expected = StoryFinder().stories(of: documents)
    #expect(StoryFinder().stories(of: documents.reversed()) == expected)
    #expect(
      StoryFinder().stories(of: [documents[2], documents[0], documents[3], documents[1]])
        == expected)
  }

  @Test("Every document is in exactly one story")
  func coversAll() {
    let documents = Self.bridge + Self.strike + [StoryInput(name: "empty", text: "")]
    let names = StoryFinder().stories(of: documents).flatMap(\.documents)
    #expect(names.sorted() == documents.map(\.name).sorted())
  }

  @Test("No document at all is no story")
  func takesNothing() {
    #expect(StoryFinder().stories(of: []).isEmpty)
  }

  @Test("The same words a season later are another story")
  func respectsDays() {
    var documents = Self.bridge
    documents[0].published = CalendarDay(year: 2021, month: 3, day: 1)
    documents[1].published = CalendarDay(year: 2021, month: 3, day: 4)
    #expect(StoryFinder().stories(of: documents).count == 1)
    documents[1].published = CalendarDay(year: 2021, month: 9, day: 4)
    #expect(StoryFinder().stories(of: documents).count == 2)
  }

  @Test("Shared actors and days draw documents together that share few words")
  func usesActors() {
    var documents = [
      StoryInput(
        name: "a", text: "The premier flew home after signing the accord on fishing quotas."),
      StoryInput(name: "b", text: "Trawler crews welcomed a deal, though its quotas start small."),
    ]
    #expect(StoryFinder().stories(of: documents).count == 2)
    for index in documents.indices {
      documents[index].actors = ["person/one", "state/two", "state/three"]
      documents[index].days = ["2021-03-01"]
    }
    #expect(StoryFinder().stories(of: documents).count == 1)
  }

  @Test("A story without titles is called by the beginning of a text")
  func namesUntitled() {
    let story = StoryFinder().stories(of: [StoryInput(name: "x", text: "A first line\n\nA second")])
    #expect(story.first?.title == "A first line")
    #expect(story.first?.id == "x")
  }
}
