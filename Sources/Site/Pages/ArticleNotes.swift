import Knowledge
import Record

/// What rests on a passage, as the notes beside it show.
struct ArticleNotes {
  let record: Document
  let codebook: Codebook
  private let mentions: [String: Mention]
  private let actors: [String: Actor]

  init(record: Document, codebook: Codebook) {
    self.record = record
    self.codebook = codebook
    mentions = Dictionary(
      record.mentions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    actors = Dictionary(record.actors.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The notes of the items that begin in a block: statements, then events.
  func views(in block: Block) -> [[String: Any]] {
    let inside = { (start: Int) in start >= block.start && start < block.end }
    return record.statements.filter { inside($0.cue.start) }.map(view)
      + record.events.filter { inside($0.trigger.start) }.map(view)
  }

  typealias Part = [String: Any]

  func row(_ name: String, _ parts: [Part]) -> [String: Any] {
    ["name": name, "parts": parts]
  }

  func row(_ name: String, _ text: String?) -> [[String: Any]] {
    guard let text, !text.isEmpty else { return [] }
    return [row(name, [["text": text]])]
  }

  func parties(_ name: String, _ ids: [String]) -> [[String: Any]] {
    guard !ids.isEmpty else { return [] }
    var parts: [Part] = []
    for (index, id) in ids.enumerated() {
      if index > 0 { parts.append(["text": ", "]) }
      parts += party(id)
    }
    return [row(name, parts)]
  }

  /// The mention's words, and whom they mean where that is another name.
  private func party(_ id: String) -> [Part] {
    guard let mention = mentions[id] else { return [] }
    if let actor = mention.actor.flatMap({ actors[$0] }) {
      let href = Address.actor(actor.id, in: record.page.id)
      let named: Part = ["text": actor.name, "href": href]
      if ["", "the ", "The "].contains(where: { $0 + actor.name == mention.text }) {
        return [named]
      }
      return actor.id.hasPrefix("local/")
        ? [["text": mention.text, "href": href]] : [named, ["text": " (“\(mention.text)”)"]]
    }
    let members = mention.members.prefix(12).compactMap { mentions[$0]?.text }
    let list = members.isEmpty ? "" : " (\(members.joined(separator: "; ")))"
    return [["text": mention.text + list]]
  }

  /// Whom mentions mean, in a line.
  func names(_ ids: [String]) -> String {
    ids.compactMap { id in
      guard let mention = mentions[id] else { return nil }
      return mention.actor.flatMap { actors[$0] }.map(\.name) ?? mention.text
    }.joined(separator: ", ")
  }

  func when(_ when: When?) -> String? {
    when.map { when in
      let period = Wording.period(when.start, when.end)
      return when.modifier.map { "\(period) (\(Wording.plain($0)))" } ?? period
    }
  }

  private func view(_ event: Event) -> [String: Any] {
    var rows = parties("Actors", event.actors) + parties("Recipients", event.recipients)
    rows += row("When", when(event.time)) + row("Standing since", when(event.statusTime))
    if let place = event.place.flatMap({ id in record.places.first { $0.id == id } }) {
      let href = Address.place(place.geonames.map(String.init) ?? place.name)
      rows.append(row("Where", [["text": place.name, "href": href]]))
    }
    let amounts = event.quantities.compactMap { id in
      record.quantities.first { $0.id == id }?.text
    }
    rows += row("How much", amounts.joined(separator: ", "))
    let source = record.statements.first { $0.id == event.statement }
    if let statement = source {
      let speaker = statement.speaker.map(party) ?? [["text": "somebody"]]
      rows.append(
        row(
          "Told by", speaker + [["text": " "], ["text": statement.id, "href": "#\(statement.id)"]]))
    } else {
      rows += row("Told by", "the outlet")
    }
    rows += answers(to: event)
    let name = codebook.name(ofCAMEO: event.cameo).map { "\(event.cameo) \($0)" }
    let foot =
      [name ?? event.cameo] + event.contexts.map(Wording.plain)
      + ["\(event.rule), confidence \(event.confidence)"]
    let mode = event.mode.map { "\(Wording.plain($0)), " } ?? ""
    return [
      "id": event.id, "tag": event.type.rawValue, "class": "q\(event.type.quadClass)",
      "heading": mode + Wording.plain(event.status.rawValue), "rows": rows,
      "who": [names(event.actors), names(event.recipients)].filter { !$0.isEmpty }
        .joined(separator: " → "),
      "foot": foot.joined(separator: " · "),
    ]
  }
}
