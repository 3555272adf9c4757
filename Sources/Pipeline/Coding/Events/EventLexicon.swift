import FoundationEssentials
import Record
import Tables

/// The frames of verbs and nouns, the words that change an act's standing, and the classes of things that frames speak of.
struct EventLexicon: Sendable {
  /// What a governing word does to the standing of the act that fills one of its slots.
  struct Operator: Sendable {
    /// The lexicon's line, for explanations.
    var source: String
    /// The slot.
    var slot: Slot
    /// The standing that it gives; nil: none of its own ("hold talks").
    var status: EventStatus?
    /// Whether a definite act may be taken up from earlier ("the meeting was postponed").
    var takesUp: Bool
    /// Whether the governor's own frame is silenced, as of a verb that only carries a noun.
    var isSupport: Bool
  }

  /// Frames by verb lemma, particle joined by `_`, in the order in which they are tried.
  private(set) var verbs: [String: [Frame]] = [:]
  /// Frames by noun lemma.
  private(set) var nouns: [String: [Frame]] = [:]
  /// Operators by lemma, particle joined by `_`.
  private(set) var operators: [String: [Operator]] = [:]
  /// The lemmas of each class.
  private(set) var classes: [String: Set<String>] = [:]
  /// The lemmas of irregular verb forms.
  private(set) var irregular: [String: String] = [:]
  private var members: Set<String> = []
  /// Verbs that stand in lists with a companion: `team` of `team_up`.
  private(set) var accompanied: Set<String> = []

  /// Reads the compiled-in lexicons, or of each the file of its name in `folder` where that has one.
  init(folder: String? = nil) throws {
    func table(_ name: String, _ columns: Int, _ required: Int) throws -> TabSeparatedTable {
      if let folder, let data = FileManager.default.contents(atPath: "\(folder)/\(name)") {
        return try TabSeparatedTable(
          file: "\(folder)/\(name)", text: String(decoding: data, as: UTF8.self),
          columns: columns, required: required)
      }
      return try TabSeparatedTable(
        embedded: "lexicons/events/\(name)", columns: columns, required: required)
    }
    for row in try table("classes.tsv", 2, 2).rows {
      classes[row[0], default: []].formUnion(row[1].split(separator: " ").map(String.init))
    }
    for list in classes.values { members.formUnion(list) }
    for row in try table("irregular.tsv", 2, 2).rows { irregular[row[0]] = row[1] }
    for name in Self.verbFiles { try readFrames(table("verbs/\(name).tsv", 7, 1), of: .verb) }
    for name in Self.nounFiles { try readFrames(table("nouns/\(name).tsv", 7, 1), of: .noun) }
    try readOperators(table("operators.tsv", 4, 3))
  }

  /// Adds the frames of a table of verbs or of nouns.
  mutating func readFrames(_ table: TabSeparatedTable, of kind: Frame.Kind) throws {
    let isNouns = kind == .noun
    for row in table.rows {
      let frame = try Frame(
        row: row, file: table.file, kind: kind,
        actors: isNouns ? Self.nounActors : Self.verbActors,
        recipients: isNouns ? Self.nounRecipients : Self.verbRecipients)
      for value in frame.conditions.flatMap(\.values) where value.first == "@" {
        try check(String(value.dropFirst()), file: table.file, line: row.line)
      }
      // One row may serve several lemmas that behave alike.
      for lemma in frame.lemma.split(separator: " ").map(String.init) {
        var own = frame
        own.lemma = lemma
        if isNouns {
          Self.enter(own, into: &nouns[lemma, default: []])
        } else {
          Self.enter(own, into: &verbs[lemma, default: []])
          if let joint = lemma.firstIndex(of: "_") { accompanied.insert(String(lemma[..<joint])) }
        }
      }
    }
  }

  /// Enters a frame behind those before it, but ahead of those that ask for nothing: they count only if no other does.
  private static func enter(_ frame: Frame, into frames: inout [Frame]) {
    let place = frames.firstIndex { $0.conditions.isEmpty } ?? frames.endIndex
    frames.insert(frame, at: frame.conditions.isEmpty ? frames.endIndex : place)
  }

  private mutating func readOperators(_ table: TabSeparatedTable) throws {
    for row in table.rows {
      var effect = Substring(row[2])
      let takesUp = effect.last == "^"
      if takesUp { effect = effect.dropLast() }
      let keepsOwn = effect.last == "~"
      if keepsOwn { effect = effect.dropLast() }
      let status = EventStatus(rawValue: String(effect))
      guard status != nil || effect == "same" || effect == "light" else {
        throw TabSeparatedTable.Malformed(
          file: table.file, line: row.line,
          reason: "column 3: unknown effect \(effect); allowed: same light "
            + EventStatus.allCases.map(\.rawValue).joined(separator: " "))
      }
      for lemma in row[0].split(separator: " ") {
        for slot in row[1].split(separator: " ") {
          operators[String(lemma), default: []].append(
            Operator(
              source: "operators:\(row.line)", slot: Slot(String(slot)), status: status,
              takesUp: takesUp, isSupport: effect != "same" && !keepsOwn))
        }
      }
    }
  }

  private func check(_ name: String, file: String, line: Int) throws {
    if Self.builtInClasses.contains(name) || classes[name] != nil { return }
    if EventType(rawValue: name) != nil { return }
    throw TabSeparatedTable.Malformed(
      file: file, line: line,
      reason: "column 2: unknown class @\(name); allowed: "
        + (Self.builtInClasses + classes.keys.sorted()).joined(separator: " "))
  }

  /// Whether any list has a lemma.
  func knows(_ lemma: String) -> Bool {
    verbs[lemma] != nil || nouns[lemma] != nil || operators[lemma] != nil
      || members.contains(lemma)
  }

  /// Whether the lists of verbs or operators have a lemma, be it with a companion alone.
  func knowsVerb(_ lemma: String) -> Bool {
    verbs[lemma] != nil || operators[lemma] != nil || accompanied.contains(lemma)
  }

  /// The operator of a word for a slot, if it is one.
  func operation(_ lemma: String, _ slot: Slot) -> Operator? {
    operators[lemma]?.first { $0.slot == slot }
  }

  /// The event type that a noun stands for when nothing is known of its arguments.
  func type(ofNoun lemma: String) -> EventType? {
    guard let frames = nouns[lemma] else { return nil }
    for frame in frames.reversed() {
      switch frame.act {
      case .event(let type, _), .aboutComplement(let type): return type
      case .nothing: continue
      }
    }
    return nil
  }

  /// The files of frames in the order in which they are tried, most of them a category each.
  private static let nounFiles = ["figures"] + EventType.allCases.map { $0.rawValue.lowercased() }
  private static let verbFiles =
    ["figures", "objects"] + EventType.allCases.map { $0.rawValue.lowercased() }
  /// Classes that are read off the document, not off a list.
  static let builtInClasses = ["party", "person", "state", "group", "place", "act"]
  /// Where parties stand unless a row says otherwise.
  static let verbActors = "subj"
  static let verbRecipients = "obj"
  static let nounActors = "poss|by|amod|compound|of"
  static let nounRecipients = "against|on|to|with|for"
}
