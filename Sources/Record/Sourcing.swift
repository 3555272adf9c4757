/// On whose word a document stands: how many sources of each kind it has, and how many parties it heard.
///
/// A source is an actor who says something of its own in the document, counted once, by the best kind that any of its
/// statements shows; a source that no actor stands for counts by its mention. Who declined to comment or did not answer
/// is no source but `silent`.
public struct Sourcing: Codable, Sendable, Hashable {
  /// Sources known by name.
  public var named = 0
  /// Sources known by an office alone.
  public var office = 0
  /// Bodies that speak as such.
  public var institution = 0
  /// Unnamed people.
  public var anonymous = 0
  /// Unnamed groups.
  public var collective = 0
  /// Papers: reports, statements, letters.
  public var document = 0
  /// Those who were asked and would not or did not answer, and say nothing else.
  public var silent = 0
  /// Actors that take part in an event.
  public var parties = 0
  /// Those of them who are sources.
  public var partiesHeard = 0

  /// An account of nothing yet.
  public init() {}

  enum CodingKeys: String, CodingKey {
    case named, office, institution, anonymous, collective, document, silent, parties
    case partiesHeard = "parties_heard"
  }

  /// The account of a document's statements and events.
  ///
  /// Linear in statements, events and mentions.
  public init(of document: Document) {
    self.init()
    let mentions = Dictionary(
      document.mentions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    func keys(_ id: String) -> [String] {
      guard let mention = mentions[id] else { return [] }
      if let actor = mention.actor { return [actor] }
      let members = mention.members.compactMap { mentions[$0]?.actor }
      return members.isEmpty ? [id] : members
    }
    var kinds: [String: Int] = [:]
    var silent: Set<String> = []
    for statement in document.statements {
      guard let speaker = statement.speaker, let kind = statement.speakerKind,
        let rank = Statement.SpeakerKind.allCases.firstIndex(of: kind)
      else { continue }
      for key in keys(speaker) {
        if statement.act == .declineComment || statement.act == .noResponse {
          silent.insert(key)
        } else {
          kinds[key] = min(kinds[key] ?? rank, rank)
        }
      }
    }
    for rank in kinds.values { count(Statement.SpeakerKind.allCases[rank]) }
    self.silent = silent.count { kinds[$0] == nil }
    let involved = Set(
      document.events.flatMap { $0.actors + $0.recipients }.flatMap(keys))
    parties = involved.count
    partiesHeard = involved.count { kinds[$0] != nil }
  }

  private mutating func count(_ kind: Statement.SpeakerKind) {
    switch kind {
    case .named: named += 1
    case .office: office += 1
    case .institution: institution += 1
    case .anonymous: anonymous += 1
    case .collective: collective += 1
    case .document: document += 1
    }
  }
}
