import Record

/// What of a document tells which story it belongs to.
public struct StoryInput: Sendable, Equatable {
  /// What the caller named it; unique among the documents that are compared.
  public var name: String
  /// Its title, if it has one.
  public var title: String?
  /// Its body.
  public var text: String
  /// The day that it appeared; nil where unknown.
  public var published: CalendarDay?
  /// The ids of actors that it speaks of.
  public var actors: [String]
  /// The names of places that it speaks of.
  public var places: [String]
  /// The days on which its events happened, as `YYYY-MM-DD`.
  public var days: [String]

  /// A document to be put into a story.
  public init(
    name: String, title: String? = nil, text: String, published: CalendarDay? = nil,
    actors: [String] = [], places: [String] = [], days: [String] = []
  ) {
    self.name = name
    self.title = title
    self.text = text
    self.published = published
    self.actors = actors
    self.places = places
    self.days = days
  }

  /// The document of a record: its known actors, the places of its events and the days that they fell on.
  public init(_ document: Document) {
    self.init(
      name: document.page.input, title: document.page.title, text: document.page.text,
      published: document.page.published.flatMap { CalendarDay(iso: $0.start) },
      actors: document.actors.map(\.id).filter { !$0.hasPrefix("local/") },
      places: document.places.map { $0.geonames.map(String.init) ?? $0.name },
      days: document.times.filter { $0.grain == .day && $0.type == .date }.compactMap(\.start))
  }
}

/// A story: documents that tell of the same events.
public struct Story: Codable, Sendable, Equatable {
  /// The name of its first document, which names the story as long as that is there.
  public var id: String
  /// The title of the document that is closest to the others.
  public var title: String
  /// The names of its documents, by day and name.
  public var documents: [String]

  /// A story of these documents.
  public init(id: String, title: String, documents: [String]) {
    self.id = id
    self.title = title
    self.documents = documents
  }
}
