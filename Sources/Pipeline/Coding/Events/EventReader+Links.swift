import Record
import Syntax

/// What hangs on events: circumstances by their words, and the statements that speak of them.
extension EventReader {
  /// Notes which words are parts of an event, so that times, places and amounts find it.
  func note(
    _ candidate: EventCandidate, as index: Int, in circumstances: inout EventCircumstances
  ) {
    let givesStatus = candidate.frame.status != nil
    if circumstances.parts[candidate.head] == nil {
      circumstances.parts[candidate.head] = .init(event: index, isStanding: givesStatus)
    }
    for word in candidate.complement where circumstances.parts[word] == nil {
      circumstances.parts[word] = .init(event: index, isStanding: false)
    }
    for word in candidate.governors where circumstances.parts[word] == nil {
      let status = candidate.standing.status
      let tells =
        [.invited, .proposed, .postponed, .cancelled, .refused].contains(status)
        && lexicon.operators[circumstances.tree.words[word].lemma]?
          .contains { $0.status == status } == true
      circumstances.parts[word] = .init(event: index, isStanding: tells)
    }
  }

  /// Statements that confirm, deny or decline on events point at them.
  func link(_ reading: inout Reading, _ statements: StatementCover) {
    var heads: [Int: Int] = [:]
    for (index, event) in reading.events.enumerated() where heads[event.head] == nil {
      heads[event.head] = index
    }
    for index in reading.statements.indices {
      let act = reading.statements[index].act
      guard act == .confirm || act == .deny || act == .declineComment else { continue }
      var about: [Int] = []
      for dependent in reading.tree.dependents[reading.statements[index].cueHead]
        .prefix(ArgumentReader.breadth)
      {
        let relation = reading.tree.words[dependent].relation.universal
        guard ["obj", "nsubj", "obl", "ccomp", "xcomp"].contains(relation) else { continue }
        if let event = heads[dependent] { about.append(event) }
      }
      if act != .declineComment {
        for (event, found) in reading.events.enumerated()
        where found.statement == index && !about.contains(event) {
          about.append(event)
        }
      }
      reading.statements[index].aboutEvents = about
    }
  }
}
