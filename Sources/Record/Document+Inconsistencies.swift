extension Document {
  /// What in the record contradicts the contract that a schema cannot tell; empty where all is well.
  ///
  /// Ids run from 1 without gaps and are unique; spans lie in the text in order and are what they say they are;
  /// references lead to items that exist. Cost: linear in the record.
  public var inconsistencies: [String] {
    var check = Consistency(document: self)
    check.run()
    return check.faults
  }
}

private struct Consistency {
  let document: Document
  let text: [Unicode.Scalar]
  var faults: [String] = []

  init(document: Document) {
    self.document = document
    text = Array(document.page.text.unicodeScalars)
  }

  mutating func run() {
    identity()
    for block in document.page.blocks { inside(block.start, block.end, "block") }
    for (index, sentence) in document.sentences.enumerated() {
      inside(sentence.start, sentence.end, "sentence \(index)")
    }
    numbered(document.mentions.map(\.id), "m")
    numbered(document.times.map(\.id), "t")
    numbered(document.places.map(\.id), "p")
    numbered(document.quantities.map(\.id), "q")
    numbered(document.statements.map(\.id), "s")
    numbered(document.events.map(\.id), "e")
    passages()
    actors()
    references()
  }

  private mutating func identity() {
    let page = document.page
    let id = SHA256.hexDigest(of: (page.canonicalURL ?? "") + "\n" + page.text)
    if page.id != id { faults.append("id is not the digest of URL and text") }
    let thing = page.canonicalURL.map { SHA256.hexDigest(of: $0) } ?? id
    if page.document != thing { faults.append("document is not the digest of the URL") }
  }

  private mutating func numbered(_ ids: [String], _ letter: String) {
    for (index, id) in ids.enumerated() where id != "\(letter)\(index + 1)" {
      faults.append("\(id) stands where \(letter)\(index + 1) should")
    }
  }

  private mutating func inside(_ start: Int, _ end: Int, _ what: String) {
    if start < 0 || end > text.count || start >= end {
      faults.append("\(what): [\(start), \(end)) is no passage of \(text.count) code points")
    }
  }

  private mutating func passage(_ start: Int, _ end: Int, is words: String, _ id: String) {
    inside(start, end, id)
    guard start >= 0, end <= text.count, start < end else { return }
    var found = String.UnicodeScalarView()
    found.append(contentsOf: text[start..<end])
    if !String(found).unicodeScalars.elementsEqual(words.unicodeScalars) {
      faults.append("\(id): the text has \"\(String(found))\" where the item says \"\(words)\"")
    }
  }

  private mutating func passages() {
    for item in document.mentions { passage(item.start, item.end, is: item.text, item.id) }
    for item in document.times {
      passage(item.startOffset, item.endOffset, is: item.text, item.id)
    }
    for item in document.quantities { passage(item.start, item.end, is: item.text, item.id) }
    for item in document.places { inside(item.start, item.end, item.id) }
    for item in document.statements {
      inside(item.start, item.end, item.id)
      inside(item.cue.start, item.cue.end, "\(item.id) cue")
      for span in item.content { inside(span.start, span.end, "\(item.id) content") }
    }
    for item in document.events {
      inside(item.span.start, item.span.end, item.id)
      inside(item.trigger.start, item.trigger.end, "\(item.id) trigger")
      if !item.span.contains(item.trigger) { faults.append("\(item.id): trigger outside span") }
      if !document.sentences.indices.contains(item.sentence) {
        faults.append("\(item.id): no sentence \(item.sentence)")
      }
    }
  }

  private mutating func actors() {
    var seen: Set<String> = []
    for actor in document.actors where !seen.insert(actor.id).inserted {
      faults.append("\(actor.id) stands twice")
    }
    let mentioned = Set(document.mentions.compactMap(\.actor))
    for actor in document.actors where !mentioned.contains(actor.id) {
      faults.append("\(actor.id) has no mention")
    }
    for mention in document.mentions {
      if let actor = mention.actor, !seen.contains(actor) {
        faults.append("\(mention.id): no actor \(actor)")
      }
      if mention.members.contains(mention.id) { faults.append("\(mention.id): its own member") }
    }
  }

  private mutating func references() {
    let mentions = Set(document.mentions.map(\.id))
    let statements = Set(document.statements.map(\.id))
    let events = Set(document.events.map(\.id))
    let places = Set(document.places.map(\.id))
    let quantities = Set(document.quantities.map(\.id))
    let times = Set(document.times.map(\.id))
    func missing(_ ids: [String?], in known: Set<String>, _ from: String) -> [String] {
      ids.compactMap { $0 }.filter { !known.contains($0) }.map { "\(from): no \($0)" }
    }
    for item in document.mentions {
      faults += missing(item.members, in: mentions, item.id)
    }
    for item in document.statements {
      faults += missing([item.speaker], in: mentions, item.id)
      faults += missing([item.via], in: statements, item.id)
      faults += missing(item.about, in: statements.union(events), item.id)
      faults += missing([item.time?.expression], in: times, item.id)
      if item.via == item.id { faults.append("\(item.id): carried by itself") }
    }
    for item in document.events {
      faults += missing(item.actors, in: mentions, item.id)
      faults += missing(item.recipients, in: mentions, item.id)
      faults += missing([item.statement], in: statements, item.id)
      faults += missing([item.place], in: places, item.id)
      faults += missing(item.quantities, in: quantities, item.id)
      faults += missing([item.time?.expression, item.statusTime?.expression], in: times, item.id)
    }
  }
}
