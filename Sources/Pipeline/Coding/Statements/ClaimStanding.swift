import Record
import Syntax

/// Tells what a statement confirms, denies or declines on beyond its own clause: the event or the claim told before.
///
/// "Rebels attacked the airport, residents said. The rebels denied the attack": the denial is about the event and about
/// what the residents said. Cost: linear in statements and events, but for looking back over at most ``reach`` of them.
struct ClaimStanding {
  let text: ClaimText
  /// The type of event that a noun stands for.
  let typeOfNoun: (String) -> EventType?
  /// Whether a noun stands for what somebody told: "the accusation".
  let isClaim: (String) -> Bool

  /// How many events or statements back an answer can reach.
  static let reach = 40
  /// How many words of the content are looked at for the noun that names what is answered.
  static let breadth = 8

  /// Adds to `aboutEvents` and `aboutStatements` of statements that confirm, deny or decline.
  func link(_ reading: inout Reading) {
    let events = reading.events.indices.sorted { reading.events[$0].head < reading.events[$1].head }
    let order = reading.statements.indices.sorted {
      reading.statements[$0].cueHead < reading.statements[$1].cueHead
    }
    for (place, index) in order.enumerated() {
      let statement = reading.statements[index]
      guard [.confirm, .deny, .declineComment].contains(statement.act) else { continue }
      let before = events.prefix { reading.events[$0].head < statement.cueHead }
        .suffix(Self.reach).reversed()
        .filter { reading.events[$0].statement != index }
      var about = statement.aboutEvents
      for event in statement.aboutEvents {
        add(before.first { isSame(reading.events[$0], reading.events[event]) }, to: &about)
      }
      var claims: [Int] = []
      if about.isEmpty, takesUpClaim(statement) {
        // "Rejected the accusation": whoever told it last, but not oneself.
        let claim = order.prefix(place).suffix(Self.reach).last {
          let other = reading.statements[$0]
          return other.cueHead < statement.cueHead && other.speaker != statement.speaker
            && !isSameActor(other, statement, reading)
            && ![.confirm, .deny, .declineComment, .noResponse].contains(other.act)
        }
        if let claim {
          claims.append(claim)
          for event in before.reversed() where reading.events[event].statement == claim {
            add(event, to: &about)
          }
        }
      }
      if about.isEmpty, claims.isEmpty, let type = named(in: statement) {
        add(before.first { reading.events[$0].type == type }, to: &about)
      }
      claims += about.compactMap { reading.events[$0].statement }.filter { $0 != index }
      reading.statements[index].aboutEvents = about
      reading.statements[index].aboutStatements = claims.reduce(into: []) {
        if !$0.contains($1) { $0.append($1) }
      }
    }
  }

  private func add(_ event: Int?, to about: inout [Int]) {
    if let event, !about.contains(event) { about.append(event) }
  }

  /// Whether an event is told before in the same word: "had bombed" after "bombed".
  private func isSame(_ earlier: EventFound, _ event: EventFound) -> Bool {
    earlier.head != event.head && earlier.type == event.type
      && (text.stem(earlier.head) == text.stem(event.head)
        || typeOfNoun(text.lemma(event.head)) == earlier.type)
  }

  /// The type of event that the content names by a noun: "the attack", "comment on the meeting".
  private func named(in statement: StatementFound) -> EventType? {
    for word in text.words(in: statement.content).prefix(Self.breadth)
    where text.tree.words[word].upos == .noun {
      if let type = typeOfNoun(text.lemma(word)) { return type }
    }
    return nil
  }

  /// Whether all that is confirmed or denied is a claim, or a pronoun for one.
  private func takesUpClaim(_ statement: StatementFound) -> Bool {
    let words = text.words(in: statement.content).prefix(Self.breadth)
    if statement.content.isEmpty { return statement.act == .deny }
    if words.count <= 2, words.contains(where: { ["it", "them", "that"].contains(text.form($0)) }) {
      return true
    }
    return words.contains { text.tree.words[$0].upos == .noun && isClaim(text.lemma($0)) }
  }

  private func isSameActor(_ one: StatementFound, _ other: StatementFound, _ reading: Reading)
    -> Bool
  {
    guard let first = one.speaker.flatMap({ reading.mentions[$0].actor }) else { return false }
    return first == other.speaker.flatMap { reading.mentions[$0].actor }
  }
}

/// The words of a document by bytes and by lemma.
struct ClaimText {
  let tree: SyntaxTree

  func lemma(_ word: Int) -> String {
    let lemma = tree.words[word].lemma
    return lemma.isEmpty ? form(word) : lemma.lowercased()
  }

  /// What a word begins with, by which "kidnapped" and "kidnapping" are one whatever a model of lemmas makes of them.
  func stem(_ word: Int) -> Substring { lemma(word).prefix(5) }

  func form(_ word: Int) -> String { tree.words[word].form.lowercased() }

  /// The words that begin within the first of some passages.
  func words(in passages: [Range<Int>]) -> Range<Int> {
    passages.first.map(tree.words) ?? 0..<0
  }
}
