import Record
import Tables

/// What a request, refusal, promise or threat is by the act that it speaks of.
struct ComplementActs: Sendable {
  /// What follows from the act spoken of.
  struct Outcome: Sendable {
    /// The category, where it is another than the speech act's own.
    var type: EventType
    /// The mode.
    var mode: String?
    /// What stands behind the speech act's CAMEO root.
    var digits: String
    /// The lexicon's line, for explanations.
    var source: String
  }

  private var outcomes: [String: Outcome] = [:]

  /// Reads the compiled-in table.
  init() throws {
    let table = try TabSeparatedTable(
      embedded: "lexicons/events/complements.tsv", columns: 5, required: 2)
    for row in table.rows {
      let parts = row[2].split(separator: ".", maxSplits: 1).map(String.init)
      guard let type = EventType(rawValue: parts.first ?? row[0]) else {
        throw TabSeparatedTable.Malformed(
          file: table.file, line: row.line, reason: "column 3: unknown category \(row[2])")
      }
      outcomes[row[0] + " " + row[1]] = Outcome(
        type: type, mode: parts.count == 2 ? parts[1] : nil, digits: row[3],
        source: "complements:\(row.line)")
    }
  }

  /// The outcome for a speech act about leaving an act undone: "urged Oslo not to attack" asks it to yield.
  func outcome(of act: EventType, aboutNot type: EventType?) -> Outcome {
    guard let type else { return outcome(of: act, about: nil, mode: nil) }
    if type.quadClass <= 2 { return outcome(of: act, about: .reject, mode: nil) }
    return outcomes["\(act.rawValue) -"] ?? outcome(of: act, about: nil, mode: nil)
  }

  /// The outcome for a speech act about an act of a type and mode; nil type: about nothing that is known.
  func outcome(of act: EventType, about type: EventType?, mode: String?) -> Outcome {
    if let type {
      if let mode, let found = outcomes["\(act.rawValue) \(type.rawValue).\(mode)"] { return found }
      if let found = outcomes["\(act.rawValue) \(type.rawValue)"] { return found }
    }
    return outcomes["\(act.rawValue) *"]
      ?? Outcome(type: act, mode: nil, digits: "0", source: "complements")
  }
}
