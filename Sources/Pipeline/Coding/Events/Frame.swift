import Record
import Tables

/// What a word says of an act when its arguments are as the frame wants them.
struct Frame: Sendable {
  /// What words a frame is of.
  enum Kind: String, Sendable {
    case verb, noun
  }

  /// What must hold of an argument.
  struct Condition: Sendable, Hashable {
    /// The slots looked at; one that holds is enough.
    var slots: [Slot]
    /// What is looked at below each word there, slot by slot: `obj.compound|amod` has one step.
    var below: [[Slot]]
    /// The classes or lemmas of which the argument must be one; empty: it must merely be there.
    var values: [String]
    /// Whether the condition must fail instead.
    var negated: Bool
  }

  /// What the frame makes of the words.
  enum Act: Sendable, Hashable {
    /// An event of this type and mode.
    case event(EventType, mode: String?)
    /// A speech act whose mode and code follow from the act spoken of: "refused to attend".
    case aboutComplement(EventType)
    /// No event: a figure of speech, or an everyday sense.
    case nothing
  }

  /// The lexicon's line, `verbs/aid:12`, for explanations.
  var source: String
  /// The lemma, with its particle: `pull_out`.
  var lemma: String
  /// All must hold.
  var conditions: [Condition]
  /// What it says.
  var act: Act
  /// The standing that the word itself gives: `invite` makes a meeting invited.
  var status: EventStatus?
  /// Whether all parties act alike.
  var isReciprocal: Bool
  /// CAMEO's code.
  var cameo: String
  /// Where who acts is found.
  var actors: RoleSpecification
  /// Where to whom it is done is found.
  var recipients: RoleSpecification

  /// The frame as the lexicon has it: `verb:reject/obj=@meeting`.
  func description(_ kind: String) -> String {
    let wanted = conditions.map(\.description).joined(separator: ",")
    return "\(kind):\(lemma)" + (wanted.isEmpty ? "" : "/\(wanted)")
  }
}

extension Frame.Condition: CustomStringConvertible {
  /// Reads `obj`, `-obj`, `obj=a|@class`, `obj!=a`, with alternatives before the sign `to|for=a`, with slots below them all
  /// `obj|iobj.compound|amod=a`.
  init(_ text: String) {
    var rest = Substring(text)
    negated = rest.first == "-"
    if negated { rest = rest.dropFirst() }
    let parts = rest.split(separator: "=", maxSplits: 1)
    var slotName = parts.first ?? ""
    if slotName.last == "!" {
      negated = true
      slotName = slotName.dropLast()
    }
    let path = slotName.split(separator: ".").map { step in
      step.split(separator: "|").map { Slot(String($0)) }
    }
    slots = path.first ?? []
    below = Array(path.dropFirst())
    values = parts.count == 2 ? parts[1].split(separator: "|").map(String.init) : []
  }

  /// Whether it asks for what an argument is, beyond being some act or other.
  var isChoosy: Bool { !negated && !values.isEmpty && values != ["@act"] }

  /// The slots as the lexicon has them.
  var name: String {
    ([slots] + below).map { $0.map(\.name).joined(separator: "|") }.joined(separator: ".")
  }

  var description: String {
    let name = self.name
    if values.isEmpty { return (negated ? "-" : "") + name }
    return name + (negated ? "!=" : "=") + values.joined(separator: "|")
  }
}

extension Frame {
  /// Reads a lexicon's row: lemma, conditions, act, CAMEO, actors, recipients, note.
  ///
  /// - Throws: ``TabSeparatedTable/Malformed`` naming line, column and what is allowed.
  init(
    row: TabSeparatedTable.Row, file: String, kind: Kind, actors: String, recipients: String
  ) throws(TabSeparatedTable.Malformed) {
    func malformed(_ column: Int, _ reason: String) -> TabSeparatedTable.Malformed {
      TabSeparatedTable.Malformed(
        file: file, line: row.line, reason: "column \(column): \(reason)")
    }
    let name = file.split(separator: "/").last?.split(separator: ".").first ?? ""
    source = "\(kind.rawValue)s/\(name):\(row.line)"
    lemma = row[0]
    conditions = row[1].split(separator: " ").map { Condition(String($0)) }
    var text = Substring(row[2])
    isReciprocal = text.last == "&"
    if isReciprocal { text = text.dropLast() }
    let parts = text.split(separator: "!", maxSplits: 1)
    status = nil
    if parts.count == 2 {
      guard let known = EventStatus(rawValue: String(parts[1])) else {
        throw malformed(
          3,
          "unknown status \(parts[1]); allowed: "
            + EventStatus.allCases.map(\.rawValue).joined(separator: " "))
      }
      status = known
    }
    let code = parts.first ?? ""
    if code == "-" {
      act = .nothing
    } else {
      let names = code.split(separator: ".", maxSplits: 1).map(String.init)
      guard let type = EventType(rawValue: names.first ?? "") else {
        throw malformed(
          3,
          "unknown category \(code); allowed: - "
            + EventType.allCases.map(\.rawValue).joined(separator: " "))
      }
      let mode = names.count == 2 ? names[1] : nil
      act = mode == "*" ? .aboutComplement(type) : .event(type, mode: mode)
    }
    cameo = row[3]
    if act != .nothing, cameo.isEmpty || !cameo.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) {
      throw malformed(4, "\"\(cameo)\" is no CAMEO code; allowed: two to four digits")
    }
    self.actors = RoleSpecification(row[4].isEmpty ? actors : row[4])
    self.recipients = RoleSpecification(row[5].isEmpty ? recipients : row[5])
  }
}
