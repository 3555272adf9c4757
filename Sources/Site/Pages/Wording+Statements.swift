import Record

/// How speakers, their words and a document's sources are put for readers.
extension Wording {
  /// What a speaker does: "denies", "declines comment"; "no response" as it is.
  static func deed(_ act: Statement.Act) -> String {
    if act == .noResponse { return "gives no response" }
    if act == .declineComment { return "declines to comment" }
    return act == .deny ? "denies" : plain(act.rawValue) + "s"
  }

  /// How a speaker is known.
  static func known(_ kind: Statement.SpeakerKind) -> String {
    switch kind {
    case .named: "by name"
    case .office: "by office alone"
    case .institution: "a body that speaks as such"
    case .anonymous: "unnamed"
    case .collective: "an unnamed group"
    case .document: "a document"
    }
  }

  /// In whose words something is told; nothing where nothing was said.
  static func words(_ quote: Statement.Quote) -> String? {
    switch quote {
    case .direct: "the speaker’s own"
    case .indirect: "retold"
    case .mixed: "retold, some of them the speaker’s own"
    case .none: nil
    }
  }

  /// What the items are to a statement that it is about.
  static func about(_ act: Statement.Act) -> String {
    switch act {
    case .confirm: "Confirms"
    case .deny: "Denies"
    case .declineComment, .noResponse: "Silent on"
    default: "About"
    }
  }

  /// The acts by which others answer a claim, and what an event's note calls those who do.
  static let answers: [(Statement.Act, String)] = [
    (.confirm, "Confirmed by"), (.deny, "Denied by"), (.declineComment, "Silent on it"),
    (.noResponse, "No response"),
  ]

  /// A document's sources in two lines: how many of each kind, and who was not heard.
  static func sourcing(_ sourcing: Sourcing) -> (sources: String, heard: String)? {
    let kinds = [
      (sourcing.named, "by name"), (sourcing.office, "by office"),
      (sourcing.institution, sourcing.institution == 1 ? "body" : "bodies"),
      (sourcing.anonymous, "unnamed"),
      (sourcing.collective, sourcing.collective == 1 ? "unnamed group" : "unnamed groups"),
      (sourcing.document, sourcing.document == 1 ? "document" : "documents"),
    ].filter { $0.0 > 0 }
    let total = kinds.reduce(0) { $0 + $1.0 }
    guard total + sourcing.silent > 0 else { return nil }
    let sources =
      total == 0
      ? "nobody is quoted"
      : count(total, "source") + " (" + kinds.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        + ")"
    var heard: [String] = []
    if sourcing.silent > 0 { heard.append("\(sourcing.silent) asked gave no answer") }
    if sourcing.parties > 0 {
      let parties = count(sourcing.parties, "party", "parties")
      heard.append("heard \(sourcing.partiesHeard) of the \(parties) to its events")
    }
    return (sources, heard.joined(separator: "; "))
  }

  /// A word in capitals as a sentence begins: "Consult".
  static func sentence(_ word: String) -> String {
    word.prefix(1).uppercased() + plain(word.dropFirst().lowercased())
  }
}
