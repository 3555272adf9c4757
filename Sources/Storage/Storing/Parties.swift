import Record

/// Who the mentions of a document stand for, by the names that actors have in the store.
struct Parties {
  /// A party of an event, or a member of one.
  struct Party: Sendable, Equatable {
    var actor: String?
    var text: String
  }

  private let mentions: [String: Mention]
  private let prefix: String
  /// How often each of the document's actors is mentioned, by the document's own id.
  let counts: [String: Int]

  init(_ document: Document, passages: Passages) {
    mentions = Dictionary(
      document.mentions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    prefix = String(document.page.id.prefix(16))
    var counts: [String: Int] = [:]
    for mention in document.mentions {
      if let actor = mention.actor { counts[actor, default: 0] += 1 }
    }
    self.counts = counts
  }

  /// An actor's name in the store: `local/3` is `local/` with the document's first 16 characters, a hyphen and the number.
  func globalID(_ actor: String) -> String {
    guard actor.hasPrefix("local/") else { return actor }
    return "local/\(prefix)-\(actor.dropFirst(6))"
  }

  /// The party that a mention is.
  func party(_ mention: String) -> Party {
    guard let found = mentions[mention] else { return Party(actor: nil, text: mention) }
    return Party(actor: found.actor.map(globalID), text: found.text)
  }

  /// The parties that a plural stands for, those of plurals in it too, each once.
  func members(_ mention: String) -> [Party] {
    var seen: Set<String> = [mention]
    var found: [Party] = []
    var waiting = (mentions[mention]?.members ?? []).reversed() as [String]
    while let next = waiting.popLast() {
      guard seen.insert(next).inserted else { continue }
      found.append(party(next))
      waiting += (mentions[next]?.members ?? []).reversed()
    }
    return found
  }
}
