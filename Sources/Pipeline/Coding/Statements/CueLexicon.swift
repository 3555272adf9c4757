import Record
import Tables

/// What a verb of speaking may take beside its subject.
struct CueFrames: OptionSet, Sendable {
  let rawValue: Int

  /// A clause: "said that …".
  static let that = CueFrames(rawValue: 1)
  /// An infinitive: "promised to …".
  static let to = CueFrames(rawValue: 2)
  /// A noun phrase that is what is said: "announced her resignation".
  static let object = CueFrames(rawValue: 4)
  /// The object with what is said of it: "accused them of …".
  static let whole = CueFrames(rawValue: 8)
  /// A phrase after one of the verb's prepositions: "warned of …".
  static let preposition = CueFrames(rawValue: 16)
  /// Nothing but a quotation: "laughed".
  static let quote = CueFrames(rawValue: 32)
  /// The object is told: "told reporters that …".
  static let listener = CueFrames(rawValue: 64)
  /// Somebody speaks, whatever the subject is.
  static let strong = CueFrames(rawValue: 128)
  /// Somebody speaks only where the subject can.
  static let weak = CueFrames(rawValue: 256)
  /// Only where the object is a claim of others: "dismissed the report".
  static let claim = CueFrames(rawValue: 512)

  private static let names: [String: CueFrames] = [
    "that": .that, "to": .to, "object": .object, "whole": .whole, "preposition": .preposition,
    "quote": .quote, "listener": .listener, "strong": .strong, "weak": .weak, "claim": .claim,
  ]

  init(rawValue: Int) { self.rawValue = rawValue }

  /// The frames of those names; nil where one is none.
  init?(words: String) {
    self = []
    for word in words.split(separator: " ") {
      guard let frame = Self.names[String(word)] else { return nil }
      insert(frame)
    }
  }
}

/// A verb of speaking.
struct CueVerb: Sendable {
  /// What is done by saying it.
  let act: Statement.Act
  /// What it takes.
  let frames: CueFrames
  /// The prepositions of ``CueFrames/preposition`` and ``CueFrames/whole``.
  let prepositions: [String]
}

/// A noun for what is said, or where.
struct CueNoun: Sendable {
  /// What is done by saying it; nil where the noun introduces no clause.
  var act: Statement.Act?
  /// The prepositions that lead what is said: "an announcement of".
  var prepositions: [String]
  /// Whether it is an occasion: "in an interview".
  var isOccasion: Bool
  /// Whether it can speak for its authors: "the report said".
  var isDocument: Bool
}

/// The words that statements are found by: lexicons/statements/.
struct CueLexicon: Sendable {
  /// By lemma, with its particle.
  let verbs: [String: CueVerb]
  /// By lower-case lemma; of two words as they stand.
  let nouns: [String: CueNoun]
  /// Phrases such as "according to", word by word.
  let phrases: [(words: [String], act: Statement.Act)]
  private let classes: [String: Set<String>]
  private let known: Set<String>

  /// The lexicon that is compiled in.
  init() throws {
    var verbs: [String: CueVerb] = [:]
    let table = try TabSeparatedTable(
      embedded: "lexicons/statements/verbs.tsv", columns: 4, required: 3)
    for row in table.rows {
      guard let frames = CueFrames(words: row[2]) else {
        throw table.malformed(row, "\(row[2]) are not frames of a verb of speaking")
      }
      verbs[row[0]] = CueVerb(
        act: try table.act(row[1], row), frames: frames,
        prepositions: row[3].split(separator: " ").map(String.init))
    }
    self.verbs = verbs
    var nouns: [String: CueNoun] = [:]
    let nounTable = try TabSeparatedTable(
      embedded: "lexicons/statements/nouns.tsv", columns: 4, required: 2)
    for row in nounTable.rows {
      let uses = row[1].split(separator: " ")
      nouns[row[0].lowercased()] = CueNoun(
        act: uses.contains("cue") ? try nounTable.act(row[2], row) : nil,
        prepositions: row[3].split(separator: " ").map(String.init),
        isOccasion: uses.contains("occasion"), isDocument: uses.contains("document"))
    }
    self.nouns = nouns
    let phraseTable = try TabSeparatedTable(
      embedded: "lexicons/statements/phrases.tsv", columns: 2, required: 2)
    phrases = try phraseTable.rows.map { row in
      (row[0].split(separator: " ").map(String.init), try phraseTable.act(row[1], row))
    }
    var classes: [String: Set<String>] = [:]
    let classTable = try TabSeparatedTable(
      embedded: "lexicons/statements/classes.tsv", columns: 2, required: 2)
    for row in classTable.rows {
      classes[row[0], default: []].formUnion(row[1].split(separator: " ").map(String.init))
    }
    self.classes = classes
    // Forms are no lemmas.
    known = classes.filter { $0.key != WordClass.verbForm.rawValue }.values.reduce(
      into: Set(verbs.keys.map { String($0.prefix { $0 != " " }) }).union(self.nouns.keys)
    ) { $0.formUnion($1) }
  }

  /// Whether some list has a word.
  func knows(_ lemma: String) -> Bool { known.contains(lemma) }

  /// Whether a word is of a closed class.
  func contains(_ word: String, in name: WordClass) -> Bool {
    classes[name.rawValue]?.contains(word) ?? false
  }

  /// The closed classes of lexicons/statements/classes.tsv.
  enum WordClass: String {
    case refuse, speaking, comment, respond, request, give, unwilling, institution, office
    case collective, vague, nobody, occasionPreposition = "occasion_preposition", negation
    case realizing, reaction, unanswered, attempt, silent, claim, untrue, `true`, withheld, settled
    case confirming, evidence, unreal, withhold, agentless, evade, carry, wish, choose, utter, press
    case ground, loath, matter, device, place, bodily, attained, received
    case verbForm = "verb_form"
  }
}

extension TabSeparatedTable {
  fileprivate func malformed(_ row: Row, _ reason: String) -> Malformed {
    Malformed(file: file, line: row.line, reason: reason)
  }

  fileprivate func act(_ name: String, _ row: Row) throws -> Statement.Act {
    guard let act = Statement.Act(rawValue: name) else {
      throw malformed(row, "\(name) is not an act of speaking")
    }
    return act
  }
}
