import Record
import Syntax

extension Reading {
  /// The record of the document: words and bytes become code points, indices become ids.
  public func record(page: PageRecord) -> Document {
    let points = CodePoints(tree.text)
    var document = Document(page: page)
    document.sentences = tree.sentences.map { points.span($0.range) }
    document.times = times.enumerated().map { index, found in
      let span = points.span(bytes(of: found.words))
      return TimeExpression(
        id: "t\(index + 1)", startOffset: span.start, endOffset: span.end,
        text: tree.passage(bytes(of: found.words)), type: found.kind, start: found.start,
        end: found.end, grain: found.grain, modifier: found.modifier, rule: found.rule)
    }
    document.quantities = quantities.enumerated().map { index, found in
      let span = points.span(bytes(of: found.words))
      return Quantity(
        id: "q\(index + 1)", start: span.start, end: span.end,
        text: tree.passage(bytes(of: found.words)), value: found.value, low: found.low,
        high: found.high, unit: found.unit, of: found.of, rule: found.rule)
    }
    document.actors = actors
    document.mentions = mentions.enumerated().map { index, found in
      let span = points.span(bytes(of: found.words))
      return Mention(
        id: "m\(index + 1)", start: span.start, end: span.end,
        text: tree.passage(bytes(of: found.words)), actor: found.actor.map { actors[$0].id },
        members: found.members.map { "m\($0 + 1)" },
        name: found.name.map { tree.passage(bytes(of: $0)) }, description: found.description,
        rule: found.rule)
    }
    document.places = places.enumerated().map { index, found in
      let span = points.span(bytes(of: found.words))
      return Place(
        id: "p\(index + 1)", start: span.start, end: span.end, name: found.name,
        country: found.country, admin1: found.admin1, latitude: found.latitude,
        longitude: found.longitude, geonames: found.geonames, rule: found.rule)
    }
    document.statements = statements.enumerated().map { index, found in
      let span = points.span(found.range)
      return Statement(
        id: "s\(index + 1)", start: span.start, end: span.end, act: found.act,
        cue: points.span(bytes(of: found.cue)), speaker: found.speaker.map { "m\($0 + 1)" },
        speakerKind: found.speakerKind, audience: found.audience, occasion: found.occasion,
        quote: found.quote, content: found.content.map(points.span), count: found.count,
        via: found.via.map { "s\($0 + 1)" },
        about: found.aboutEvents.map { "e\($0 + 1)" } + found.aboutStatements.map { "s\($0 + 1)" },
        time: found.time, rule: found.rule)
    }
    document.events = events.enumerated().map { index, found in
      event(found, id: "e\(index + 1)", points: points)
    }
    document.sourcing = Sourcing(of: document)
    return document
  }

  private func event(_ found: EventFound, id: String, points: CodePoints) -> Event {
    Event(
      id: id, sentence: tree.words[found.head].sentence, type: found.type, mode: found.mode,
      contexts: found.contexts, status: found.status, category: found.category ?? found.type,
      cameo: found.cameo, score: found.score, actors: found.actors.map { "m\($0 + 1)" },
      recipients: found.recipients.map { "m\($0 + 1)" }, time: found.time,
      place: found.place.map { "p\($0 + 1)" }, statusTime: found.statusTime,
      trigger: points.span(bytes(of: found.trigger)), span: points.span(found.range),
      statement: found.statement.map { "s\($0 + 1)" },
      quantities: found.quantities.map { "q\($0 + 1)" }, confidence: found.confidence,
      rule: found.rule)
  }

  /// The bytes from the first word of a range through its last.
  func bytes(of words: Range<Int>) -> Range<Int> {
    guard let first = words.first, let last = words.last else { return 0..<0 }
    return tree.words[first].range.lowerBound..<tree.words[last].range.upperBound
  }
}
