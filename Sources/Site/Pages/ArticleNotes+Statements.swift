import Record

/// The note of a statement: who says it and how known, what is done by saying it, and what rests on it.
extension ArticleNotes {
  func view(_ statement: Statement) -> [String: Any] {
    var rows = parties("Speaker", statement.speaker.map { [$0] } ?? [])
    if statement.speaker == nil { rows += row("Speaker", "not told") }
    rows += row("Known", statement.speakerKind.map(Wording.known))
    rows += row(
      "How many", statement.count.map { "\($0.value)" + ($0.of.map { " of \($0)" } ?? "") })
    rows += row("Act", "\(Wording.deed(statement.act)) (“\(text(of: statement.cue))”)")
    rows += row("Words", Wording.words(statement.quote))
    rows += row("To", statement.audience) + row("At", statement.occasion)
    rows += row("When", when(statement.time))
    rows += links("Carried by", statement.via.map { [$0] } ?? [])
    rows += links(Wording.about(statement.act), statement.about)
    rows += links("Rests on it", resting(on: statement))
    return [
      "id": statement.id, "foot": statement.rule, "deed": Wording.deed(statement.act),
      "who": statement.speaker.map { names([$0]) } ?? "Somebody", "rows": rows,
    ]
  }

  /// Those who confirm, deny or decline on an event, a row for each of these acts.
  func answers(to event: Event) -> [[String: Any]] {
    Wording.answers.flatMap { act, name in
      links(
        name, record.statements.filter { $0.act == act && $0.about.contains(event.id) }.map(\.id))
    }
  }

  /// The events that stand on a statement's word and the statements that it carries, but for what it is about.
  private func resting(on statement: Statement) -> [String] {
    record.events.filter { $0.statement == statement.id }.map(\.id)
      .filter { !statement.about.contains($0) }
      + record.statements.filter { $0.via == statement.id }.map(\.id)
  }

  /// A row of links to other notes, each with a few words of what it tells.
  private func links(_ name: String, _ ids: [String]) -> [[String: Any]] {
    var parts: [Part] = []
    for id in ids.prefix(12) {
      if !parts.isEmpty { parts.append(["text": "; "]) }
      parts.append(["text": label(of: id), "href": "#\(id)"])
    }
    return parts.isEmpty ? [] : [row(name, parts)]
  }

  /// "Consult (invited), Arland → rebels", "Arland: denies".
  private func label(of id: String) -> String {
    if let event = record.events.first(where: { $0.id == id }) {
      let parties = [names(event.actors), names(event.recipients)].filter { !$0.isEmpty }
      return "\(Wording.sentence(event.type.rawValue)) (\(Wording.plain(event.status.rawValue)))"
        + (parties.isEmpty ? "" : ", " + parties.joined(separator: " → "))
    }
    guard let statement = record.statements.first(where: { $0.id == id }) else { return id }
    let speaker = statement.speaker.map { names([$0]) } ?? "Somebody"
    return "\(speaker): \(Wording.deed(statement.act))"
  }

  /// The text's words in a span, on one line.
  private func text(of span: Span) -> String {
    let scalars = record.page.text.unicodeScalars
    guard
      let start = scalars.index(
        scalars.startIndex, offsetBy: span.start, limitedBy: scalars.endIndex),
      let end = scalars.index(start, offsetBy: span.end - span.start, limitedBy: scalars.endIndex)
    else { return "" }
    return scalars[start..<end].split { $0.properties.isWhitespace }.map(String.init)
      .joined(separator: " ")
  }
}
