import Hummingbird
import Record
import Storage

/// `/actors/KIND/SLUG`: offices by date; what it did, said, and what was done to it.
extension NewsSite {
  private static let itemsPerGroup = 25

  private struct Twin: Encodable {
    let actor: StoredActor
    let offices: [StoredOffice]
    let did: [StoredEvent]
    let doneTo: [StoredEvent]
    let said: [StoredStatement]
    let articles: [Appearance]

    enum CodingKeys: String, CodingKey {
      case actor, offices, did
      case doneTo = "done_to"
      case said, articles
    }
  }

  func actor(_ request: PageRequest) throws -> PageContent {
    try actor(id: try "\(request.parameter("kind"))/\(request.parameter("slug"))")
  }

  private func actor(id: String) throws -> PageContent {
    guard let actor = try archive.actor(id) else {
      throw HTTPError(.notFound, message: "No stored article speaks of an actor of this id.")
    }
    let limit = Self.itemsPerGroup
    let twin = Twin(
      actor: actor, offices: try archive.offices(of: id),
      did: try archive.events(EventFilter(actor: id, role: .actor), limit: limit).items,
      doneTo: try archive.events(EventFilter(actor: id, role: .recipient), limit: limit).items,
      said: try archive.statements(StatementFilter(speaker: id), limit: limit).items,
      articles: try archive.appearances(of: id, limit: limit).items)
    var view: [String: Any] = [
      "heading": actor.name, "kind": Wording.plain(actor.kind.rawValue),
      "sectors": actor.sectors.joined(separator: " "), "code": actor.code,
      "offices": twin.offices.map(office), "groups": groups(twin),
    ]
    if let country = actor.country { view["country"] = country }
    if let role = actor.role { view["role"] = role }
    return PageContent("actor", title: actor.name, view: view, value: twin)
  }

  private func office(_ office: StoredOffice) -> [String: Any] {
    var view: [String: Any] = [
      // The dates say that it is over.
      "title": office.title.hasPrefix("former ")
        ? String(office.title.dropFirst("former ".count)) : office.title,
      "start": Wording.date(office.start ?? ""), "end": Wording.date(office.end ?? ""),
      "source": office.source == .text ? "the text" : "the lexicon",
    ]
    if office.source == .text, let evidence = office.evidence {
      view["href"] = Address.article(evidence)
    }
    return view
  }

  private func groups(_ twin: Twin) -> [[String: Any]] {
    var groups: [[String: Any]] = []
    let isPerson = twin.actor.kind == .person
    let (subject, object) = isPerson ? ("they", "them") : ("it", "it")
    func add(_ name: String, _ events: [StoredEvent]) {
      guard !events.isEmpty else { return }
      var group: [String: Any] = ["name": name, "table": eventTable(events)]
      if events.count == Self.itemsPerGroup {
        group["more"] = Address.page("/events", [("actor", twin.actor.id)])
      }
      groups.append(group)
    }
    add("What \(subject) did", twin.did)
    if !twin.said.isEmpty {
      groups.append(["name": "What \(subject) said", "lines": ["items": twin.said.map(line)]])
    }
    add("What was done to \(object)", twin.doneTo)
    groups.append([
      "name": "Where \(subject) \(isPerson ? "appear" : "appears")",
      "lines": ["items": twin.articles.map { articleLine($0.article) }],
    ])
    return groups
  }

  private func line(_ statement: StoredStatement) -> [String: Any] {
    [
      "text": statement.content.isEmpty ? statement.passage : statement.content,
      "href": Address.event(statement.id), "quoted": statement.quote == .direct,
      "note": [
        Wording.deed(statement.act), statement.day.map(Wording.date), statement.title,
      ].compactMap { $0 }.joined(separator: " · "),
    ]
  }
}
