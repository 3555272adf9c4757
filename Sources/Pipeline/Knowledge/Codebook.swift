import Record
import Tables

/// PLOVER's categories as the project defines them, for explanations and scores.
///
/// Read from lexicons/events: `plover.tsv` (scores), `codebook.tsv` (definitions), `cameo.tsv` (names of codes).
/// Scheme: PLOVER 0.8 (Halterman et al., 2023), https://github.com/openeventdata/PLOVER; codes: CAMEO 1.1b3.
public struct Codebook: Sendable {
  /// What the codebook says of a category.
  public struct Entry: Sendable, Hashable {
    /// The category.
    public var type: EventType
    /// 1 and 2 verbal and material cooperation, 3 and 4 verbal and material conflict.
    public var quadClass: Int
    /// The conflict–cooperation score, −10 to 10.
    public var score: Double
    /// The modes with their scores, in the scheme's order.
    public var modes: [Mode]
    /// What it is.
    public var definition: String
    /// A sentence that says it.
    public var example: String
    /// What it is not.
    public var isNot: String
  }

  /// A way in which an act of a category is done.
  public struct Mode: Sendable, Hashable {
    /// The name, `ceasefire`.
    public var name: String
    /// The conflict–cooperation score.
    public var score: Double
    /// What it is.
    public var definition: String
  }

  /// The categories, in the scheme's order.
  public private(set) var entries: [Entry] = []
  private var cameo: [String: String] = [:]

  /// Reads the compiled-in tables.
  public init() throws {
    let scores = try TabSeparatedTable(
      embedded: "lexicons/events/plover.tsv", columns: 3, required: 3)
    let texts = try TabSeparatedTable(
      embedded: "lexicons/events/codebook.tsv", columns: 4, required: 2)
    for row in scores.rows {
      let names = row[0].split(separator: ".", maxSplits: 1).map(String.init)
      guard let type = EventType(rawValue: names.first ?? "") else {
        throw TabSeparatedTable.Malformed(
          file: scores.file, line: row.line, reason: "unknown category \(row[0])")
      }
      guard let score = Double(row[2]) else {
        throw TabSeparatedTable.Malformed(
          file: scores.file, line: row.line, reason: "\(row[2]) is no number")
      }
      if names.count == 2, let index = entries.firstIndex(where: { $0.type == type }) {
        let text = texts.rows.first { $0[0] == row[0] }
        entries[index].modes.append(
          Mode(name: names[1], score: score, definition: text?[1] ?? ""))
        continue
      }
      let text = texts.rows.first { $0[0] == type.rawValue }
      entries.append(
        Entry(
          type: type, quadClass: type.quadClass, score: score, modes: [],
          definition: text?[1] ?? "", example: text?[2] ?? "", isNot: text?[3] ?? ""))
    }
    let codes = try TabSeparatedTable(
      embedded: "lexicons/events/cameo.tsv", columns: 3, required: 2)
    for row in codes.rows { cameo[row[0]] = row[1] }
  }

  /// What the codebook says of a category.
  public func entry(for type: EventType) -> Entry? { entries.first { $0.type == type } }

  /// What a CAMEO code stands for; of a code without a name of its own, what the next shorter one stands for.
  public func name(ofCAMEO code: String) -> String? {
    var code = Substring(code)
    while code.count >= 2 {
      if let name = cameo[String(code)] { return name }
      code = code.dropLast()
    }
    return nil
  }

  /// The score of a category and mode.
  public func score(of type: EventType, mode: String?) -> Double {
    guard let entry = entry(for: type) else { return 0 }
    return entry.modes.first { $0.name == mode }?.score ?? entry.score
  }

  /// PLOVER's one word for an act and its standing: cooperation that is still to come is agreement.
  public func category(of type: EventType, status: EventStatus) -> EventType {
    guard [.consult, .support, .cooperate, .aid].contains(type) else { return type }
    switch status {
    case .planned, .proposed, .invited, .possible, .postponed: return .agree
    case .happened, .ongoing, .cancelled, .refused, .denied, .calledFor: return type
    }
  }
}
