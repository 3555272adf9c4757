import Hummingbird
import Record
import Storage

/// `/events` with its filters, and `/events/ID`.
extension NewsSite {
  private static let eventsPerPage = 50

  private struct Twin: Encodable {
    let items: [StoredEvent]
    let next: String?
  }

  func events(_ request: PageRequest) throws -> PageContent {
    let type = try request.query("type", as: EventType.self)
    let status = try request.query("status", as: EventStatus.self)
    let since = try day(request, "since")
    let until = try day(request, "until")
    let actor = request.query("actor")
    let filter = EventFilter(
      type: type, status: status, actor: actor, since: since, until: until)
    let listing = try archive.events(
      filter, after: try request.pageKey(), limit: Self.eventsPerPage)
    let next = listing.next.map { key in
      Address.page(
        request.path,
        [
          ("type", type?.rawValue), ("status", status?.rawValue), ("actor", actor),
          ("since", since), ("until", until), ("after", key.description),
        ])
    }
    var view: [String: Any] = [
      "types": EventType.allCases.map { choice($0.rawValue, isHere: $0 == type) },
      "statuses": EventStatus.allCases.map { choice($0.rawValue, isHere: $0 == status) },
      "actor": actor ?? "", "since": since ?? "", "until": until ?? "",
    ]
    if !listing.items.isEmpty { view["table"] = eventTable(listing.items) }
    if let next { view["next"] = next }
    return PageContent(
      "events", title: "Events", view: view, value: Twin(items: listing.items, next: next))
  }

  /// An event's own address leads people to its words; its twin is the event.
  func event(_ request: PageRequest) throws -> PageContent {
    guard let event = try archive.event(try request.parameter("id")) else {
      throw HTTPError(.notFound, message: "No event of this id is stored.")
    }
    var view = row(event)
    view["any_actors"] = event.parties.contains { $0.role == "actor" }
    view["any_recipients"] = event.parties.contains { $0.role == "recipient" }
    if let place = event.place { view["placeHref"] = Address.place(place) }
    if let name = codebook.name(ofCAMEO: event.cameo) { view["cameoName"] = name }
    view["cameo"] = event.cameo
    view["rule"] = event.rule
    view["confidence"] = event.confidence
    if !event.contexts.isEmpty {
      view["contexts"] = event.contexts.map(Wording.plain).joined(separator: ", ")
    }
    view["score"] = event.score
    view["quadClass"] = event.quadClass
    if let statement = event.statement { view["statement"] = Address.event(statement) }
    return PageContent("event", title: summaryText(event), view: view, value: event)
  }

  /// "Russia, Taliban: consult, planned".
  private func summaryText(_ event: StoredEvent) -> String {
    let names = event.parties.prefix(3).map { $0.name ?? $0.text }.joined(separator: ", ")
    return "\(names): \(event.type.rawValue), \(Wording.plain(event.status.rawValue))"
  }

  /// An event in one line: its tag, its status, its parties.
  func summary(_ event: StoredEvent) -> [String: Any] {
    let names = { (role: String) in
      event.parties.filter { $0.role == role }.map { $0.name ?? $0.text }.joined(separator: ", ")
    }
    return [
      "type": event.type.rawValue, "class": "q\(event.quadClass)",
      "status": Wording.plain(event.status.rawValue), "href": Address.event(event.id),
      "parties": [names("actor"), names("recipient")].filter { !$0.isEmpty }
        .joined(separator: " → "),
    ]
  }

  private func choice(_ name: String, isHere: Bool) -> [String: Any] {
    ["name": name, "isHere": isHere]
  }

  private func day(_ request: PageRequest, _ name: String) throws -> String? {
    guard let text = request.query(name) else { return nil }
    guard CalendarDay(iso: text)?.description == text else {
      throw HTTPError(.badRequest, message: "\(name) is a day, YYYY-MM-DD.")
    }
    return text
  }

  /// The rows of a table of events.
  func eventTable(_ events: [StoredEvent]) -> [String: Any] {
    ["events": events.map(row)]
  }

  private func row(_ event: StoredEvent) -> [String: Any] {
    var view: [String: Any] = [
      "type": event.type.rawValue,
      "class": "q\(event.quadClass)", "status": Wording.plain(event.status.rawValue),
      "href": Address.event(event.id), "passage": event.passage,
      "actors": event.parties.filter { $0.role == "actor" }.map(party),
      "recipients": event.parties.filter { $0.role == "recipient" }.map(party),
      "source": [event.title, event.site].compactMap { $0 }.joined(separator: " · "),
    ]
    let when = Wording.period(event.start, event.end)
    if !when.isEmpty { view["when"] = when }
    if let mode = event.mode { view["mode"] = Wording.plain(mode) }
    if let place = event.place { view["place"] = place }
    if event.start == nil, event.end == nil, let published = event.published {
      view["reported"] = Wording.date(String(published.start.prefix(10)))
    }
    return view
  }

  private func party(_ party: StoredParty) -> [String: Any] {
    var view: [String: Any] = ["text": party.name ?? party.text]
    if let actor = party.actor { view["href"] = Address.actor(actor) }
    return view
  }
}
