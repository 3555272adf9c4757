import Coding
import Knowledge
import Newsline
import Record
import Syntax

/// Why the items of a record were coded as they were, in words.
struct Explanation {
  private let document: Document
  private let reading: Reading
  private let text: [Unicode.Scalar]
  private let mentions: [String: Mention]
  private let actors: [String: Actor]
  private let codebook: Codebook

  init(coded: Pipeline.Coded, codebook: Codebook) {
    self.codebook = codebook
    document = coded.document
    reading = coded.reading
    text = Array(coded.document.page.text.unicodeScalars)
    mentions = Dictionary(
      document.mentions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    actors = Dictionary(
      document.actors.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The explanations of an item, or of all events and statements.
  func texts(of item: String) -> [String] {
    if item == "all" {
      return document.events.indices.map(event) + document.statements.indices.map(statement)
    }
    guard let number = Int(item.dropFirst()) else { return [] }
    let index = number - 1
    switch item.first {
    case "e" where document.events.indices.contains(index): return [event(index)]
    case "s" where document.statements.indices.contains(index): return [statement(index)]
    case "m" where document.mentions.indices.contains(index): return [mention(index)]
    case "t" where document.times.indices.contains(index): return [time(index)]
    case "p" where document.places.indices.contains(index): return [place(index)]
    case "q" where document.quantities.indices.contains(index): return [quantity(index)]
    default: return []
    }
  }

  private func passage(_ start: Int, _ end: Int) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text[start..<end])
    return String(view)
  }

  private func quoted(_ span: Span) -> String { "“\(passage(span.start, span.end))”" }

  private func party(_ id: String) -> String {
    guard let mention = mentions[id] else { return id }
    var line = "\(id) “\(mention.text)”"
    if let actor = mention.actor.flatMap({ actors[$0] }) {
      line += " → \(actor.id), \(actor.name) (\(actor.code)"
      if let role = actor.role { line += "; \(role)" }
      line += ")"
    } else if !mention.members.isEmpty {
      line += " → " + mention.members.compactMap { mentions[$0]?.text }.joined(separator: "; ")
    }
    return line
  }

  private func when(_ when: When) -> String {
    var line: String
    switch (when.start, when.end) {
    case (let start?, let end?): line = start == end ? start : "\(start) to \(end)"
    case (let start?, nil): line = "since \(start)"
    case (nil, let end?): line = "until \(end)"
    case (nil, nil): line = "unknown"
    }
    if let modifier = when.modifier { line += " (\(modifier))" }
    if let expression = when.expression,
      let found = document.times.first(where: { $0.id == expression })
    {
      line += ", from \(found.id) “\(found.text)” (\(found.rule))"
    }
    return line
  }

  private func row(_ name: String, _ value: String?) -> [String] {
    guard let value, !value.isEmpty else { return [] }
    return [name + String(repeating: " ", count: max(1, 14 - name.count)) + value]
  }

  private func tree(ofSentence sentence: Int) -> [String] {
    ["", "Tree"] + TreeDrawing(tree: reading.tree).lines(ofSentence: sentence).map { "  " + $0 }
  }

  private func finished(_ lines: [String]) -> String { lines.joined(separator: "\n") + "\n" }

  private func event(_ index: Int) -> String {
    let event = document.events[index]
    let mode = event.mode.map { " \($0)" } ?? ""
    var lines = [
      "\(event.id)  \(event.type.rawValue)\(mode), \(event.status.rawValue)",
      "",
    ]
    lines += row("Passage", quoted(event.span))
    lines += row("Trigger", quoted(event.trigger))
    for id in event.actors { lines += row("Actor", party(id)) }
    for id in event.recipients { lines += row("Recipient", party(id)) }
    lines += row("Time", event.time.map(when))
    lines += row("Status time", event.statusTime.map(when))
    let place = event.place.flatMap { id in document.places.first { $0.id == id } }
    lines += row("Place", place.map { "\($0.id) \($0.name) (\($0.rule))" })
    for id in event.quantities {
      lines += row("Quantity", document.quantities.first { $0.id == id }.map { "“\($0.text)”" })
    }
    if let statement = document.statements.first(where: { $0.id == event.statement }) {
      let speaker = statement.speaker.map(party) ?? "nobody named"
      lines += row("On the word of", "\(statement.id) \(speaker)")
    } else {
      lines += row("On the word of", "the outlet")
    }
    lines += row("Contexts", event.contexts.joined(separator: ", "))
    lines += row(
      "Codes",
      "\(event.category.rawValue), CAMEO \(event.cameo) (\(codebook.name(ofCAMEO: event.cameo) ?? "?")), "
        + "quad class \(event.quadClass), score \(event.score)")
    lines += row("Rule", event.rule)
    lines += row("Confidence", "\(event.confidence)")
    lines += tree(ofSentence: event.sentence)
    lines += ["", "What matched"] + reading.events[index].evidence.map { "  " + $0 }
    if let entry = codebook.entry(for: event.type) {
      lines += ["", "Codebook: \(event.type.rawValue)", "  \(entry.definition)"]
      lines += row("  For example", entry.example) + row("  It is not", entry.isNot)
      if let mode = entry.modes.first(where: { $0.name == event.mode }) {
        lines += row("  \(mode.name)", mode.definition)
      }
    }
    return finished(lines)
  }

  private func statement(_ index: Int) -> String {
    let statement = document.statements[index]
    var lines = ["\(statement.id)  \(statement.act.rawValue), \(statement.quote.rawValue)", ""]
    lines += row("Passage", quoted(Span(start: statement.start, end: statement.end)))
    lines += row("Cue", quoted(statement.cue))
    lines += row("Speaker", statement.speaker.map(party))
    lines += row("Known as", statement.speakerKind?.rawValue)
    lines += row("Audience", statement.audience)
    lines += row("Occasion", statement.occasion)
    for span in statement.content { lines += row("Said", quoted(span)) }
    if let count = statement.count {
      lines += row("Count", "\(count.value)" + (count.of.map { " of \($0)" } ?? ""))
    }
    lines += row("Carried by", statement.via)
    lines += row("About", statement.about.joined(separator: ", "))
    lines += row("Time", statement.time.map(when))
    lines += row("Rule", statement.rule)
    let sentence = reading.tree.words[reading.statements[index].cueHead].sentence
    return finished(lines + tree(ofSentence: sentence))
  }

  private func mention(_ index: Int) -> String {
    let mention = document.mentions[index]
    var lines = ["\(mention.id)  “\(mention.text)”", ""]
    lines += row("Name", mention.name)
    lines += row("Description", mention.description)
    lines += row("Refers to", party(mention.id))
    if let actor = mention.actor.flatMap({ actors[$0] }) {
      for role in actor.roles {
        let dates = [role.start, role.end].map { $0 ?? "…" }.joined(separator: " to ")
        lines += row("Role", "\(role.title), \(dates) (\(role.source.rawValue))")
      }
    }
    for id in mention.members { lines += row("Member", party(id)) }
    lines += row("Rule", mention.rule)
    let sentence = reading.tree.words[reading.mentions[index].head].sentence
    return finished(lines + tree(ofSentence: sentence))
  }

  private func time(_ index: Int) -> String {
    let time = document.times[index]
    var lines = ["\(time.id)  “\(time.text)”", ""]
    lines += row("Type", time.type.rawValue)
    lines += row("Value", [time.start, time.end].compactMap { $0 }.joined(separator: " to "))
    lines += row("Grain", time.grain.rawValue) + row("Modifier", time.modifier)
    return finished(lines + row("Rule", time.rule))
  }

  private func place(_ index: Int) -> String {
    let place = document.places[index]
    var lines = ["\(place.id)  “\(passage(place.start, place.end))”", ""]
    lines += row("Name", place.name) + row("Country", place.country)
    lines += row("Division", place.admin1)
    if let latitude = place.latitude, let longitude = place.longitude {
      lines += row("Coordinates", "\(latitude), \(longitude)")
    }
    lines += row("GeoNames", place.geonames.map(String.init))
    return finished(lines + row("Rule", place.rule))
  }

  private func quantity(_ index: Int) -> String {
    let quantity = document.quantities[index]
    var lines = ["\(quantity.id)  “\(quantity.text)”", ""]
    lines += row("Value", quantity.value.map { "\($0)" })
    lines += row("At least", quantity.low.map { "\($0)" })
    lines += row("At most", quantity.high.map { "\($0)" })
    lines += row("Unit", quantity.unit) + row("Of", quantity.of.map { "\($0)" })
    return finished(lines + row("Rule", quantity.rule))
  }
}
