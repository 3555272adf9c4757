import Record

/// An event as the store keeps it for look-ups.
struct EventRow: Sendable {
  struct Party: Sendable {
    var role: String
    var position: Int
    /// 0 for the party itself, from 1 for what it stands for.
    var member: Int
    var party: Parties.Party
  }

  let event: Event
  let day: String
  let place: Place?
  let passage: String
  let parties: [Party]

  /// The event's day is its own, or else the document's.
  init(
    _ event: Event, of document: Document, parties: Parties, passages: Passages, day: String
  ) {
    self.event = event
    self.day = sortingDay(event.time) ?? day
    place = event.place.flatMap { id in document.places.first { $0.id == id } }
    passage = passages[event.span]
    var rows: [Party] = []
    for (role, mentions) in [("actor", event.actors), ("recipient", event.recipients)] {
      for (position, mention) in mentions.enumerated() {
        let all = [parties.party(mention)] + parties.members(mention)
        for (member, party) in all.enumerated() {
          rows.append(Party(role: role, position: position, member: member, party: party))
        }
      }
    }
    self.parties = rows
  }
}

/// A statement as the store keeps it for look-ups.
struct StatementRow: Sendable {
  let statement: Statement
  let day: String
  let speaker: Parties.Party?
  let passage: String
  /// The words said, their passages parted by " … ".
  let content: String

  init(_ statement: Statement, parties: Parties, passages: Passages, day: String) {
    self.statement = statement
    self.day = sortingDay(statement.time) ?? day
    speaker = statement.speaker.map(parties.party)
    passage = passages[statement.start, statement.end]
    content = statement.content.map { passages[$0] }.joined(separator: " … ")
  }
}

/// An actor as a document has it.
struct ActorRow: Sendable {
  let actor: Actor
  /// Its name in the store.
  let id: String
  let mentions: Int

  init(_ actor: Actor, parties: Parties) {
    self.actor = actor
    id = parties.globalID(actor.id)
    mentions = parties.counts[actor.id] ?? 0
  }
}

/// A place as the store keeps it for look-ups.
struct PlaceRow: Sendable {
  let place: Place

  init(_ place: Place) { self.place = place }
}

/// The first day of a time, or the last where it has no first.
private func sortingDay(_ time: When?) -> String? {
  guard let text = time?.start ?? time?.end, text.utf8.count >= 4 else { return nil }
  return String(text.prefix(10))
}
