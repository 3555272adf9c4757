import Hummingbird
import Record
import Storage

/// `/`, `/sections/NAME`, `/days/DAY`: the news line of all that is stored.
extension NewsSite {
  private static let lines = 60
  private static let actsBeside = 8
  private static let actorsBeside = 12

  private struct Twin: Encodable {
    let items: [NewsLineItem]
    let next: String?
  }

  func home(_ request: PageRequest) throws -> PageContent {
    try newsLine(
      request, NewsLineFilter(), heading: "News line",
      lede: "All that is stored, newest first. A bold headline has its article here, with who did "
        + "and said what.")
  }

  func section(_ request: PageRequest) throws -> PageContent {
    let name = try request.parameter("name")
    guard try archive.sections().contains(where: { $0.name == name }) else {
      throw HTTPError(.notFound, message: "No article of a section of that name is stored.")
    }
    return try newsLine(
      request, NewsLineFilter(section: name), heading: name, lede: "This section, newest first.")
  }

  func day(_ request: PageRequest) throws -> PageContent {
    let text = try request.parameter("day")
    guard let day = CalendarDay(iso: text), day.description == text else {
      throw HTTPError(.badRequest, message: "A day is written YYYY-MM-DD.")
    }
    return try newsLine(
      request, NewsLineFilter(day: text), heading: Wording.dayWithWeekday(text),
      lede: "All that is stored of this day, newest first.")
  }

  /// A page of the news line with its sections; the home page has the latest acts and who is named most beside it.
  func newsLine(
    _ request: PageRequest, _ filter: NewsLineFilter, heading: String, lede: String
  ) throws -> PageContent {
    let key = try request.pageKey()
    let listing = try archive.newsLine(filter, after: key, limit: Self.lines)
    let next = listing.next.map {
      Address.page(request.path, [("after", $0.description)])
    }
    let sections = try archive.sections().prefix(12).map { section in
      [
        "name": section.name, "href": Address.section(section.name),
        "isHere": section.name == filter.section,
      ] as [String: Any]
    }
    var view: [String: Any] = [
      "heading": heading, "lede": lede, "days": days(listing.items), "sections": sections,
      "latest": String(try archive.latestHeadline()),
    ]
    let isLive = key == nil && filter == NewsLineFilter()
    view["isLive"] = isLive
    if isLive { view["beside"] = try beside() }
    if let next { view["next"] = next }
    var content = PageContent(
      "home", title: heading, view: view, isLive: isLive,
      value: Twin(items: listing.items, next: next))
    if filter.section != nil || filter.site != nil { content.feed = "\(request.path)/feed.xml" }
    return content
  }

  /// What stands beside the news line; nothing in a store without events.
  private func beside() throws -> [String: Any]? {
    let events = try archive.events(limit: Self.actsBeside).items
    guard !events.isEmpty else { return nil }
    let actors = try archive.actors(limit: Self.actorsBeside)
    return [
      "events": events.map { event in
        var view = summary(event)
        view["when"] = Wording.date(event.day ?? "")
        return view
      },
      "actors": actors.map {
        ["name": $0.name, "href": Address.actor($0.id), "count": $0.documents] as [String: Any]
      },
    ]
  }

  /// The lines by their days, in their order.
  private func days(_ items: [NewsLineItem]) -> [[String: Any]] {
    var days: [(day: String, items: [[String: Any]])] = []
    for item in items {
      let day = item.day ?? ""
      if days.last?.day != day { days.append((day, [])) }
      days[days.count - 1].items.append(view(item))
    }
    return days.map { day, items in
      var view: [String: Any] = ["name": Wording.dayWithWeekday(day), "items": items]
      if CalendarDay(iso: day) != nil { view["href"] = Address.day(day) }
      return view
    }
  }

  private func view(_ item: NewsLineItem) -> [String: Any] {
    var view: [String: Any] = [
      "title": item.title, "time": Wording.clock(item.published),
      "marks": item.marks.map(Wording.plain), "isStored": item.document != nil,
      "source": [item.section, item.site].compactMap { $0 }.joined(separator: " · "),
    ]
    if let published = item.published { view["iso"] = published.start }
    if let href = item.document.map({ Address.article($0) }) ?? item.url { view["href"] = href }
    return view
  }
}

extension PageRequest {
  /// Where a list goes on, from the query's `after`.
  func pageKey() throws -> PageKey? {
    guard let text = query("after") else { return nil }
    guard let key = PageKey(text) else {
      throw HTTPError(.badRequest, message: "after is what the link to the next page has.")
    }
    return key
  }
}
