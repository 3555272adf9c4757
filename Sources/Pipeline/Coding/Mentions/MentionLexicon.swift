import Record
import Tables

/// The grammatical gender that a "he" or a "she" asks for.
enum Gender: String, Sendable {
  case male = "m"
  case female = "f"
}

/// A noun that makes a noun phrase a party.
struct PartyNoun: Sendable, Equatable {
  /// What the noun calls: one of several persons, a people, a body, a country, or a measure of something else.
  enum Form: String, Sendable { case person, people, body, country, measure }

  var form: Form
  var kind: Actor.Kind
  var sectors: [Actor.Sector]
  var gender: Gender?
  /// Whether it is a party only with evidence beside it ("head", "side").
  var isWeak: Bool
}

/// A pronoun that may stand for a party.
struct PronounForm: Sendable, Equatable {
  enum Use: String, Sendable { case personal, possessive, relative, first, demonstrative }
  enum Number: String, Sendable { case singular = "sing", plural = "plur", any }

  var use: Use
  var number: Number
  /// nil where any will do.
  var gender: Gender?
  /// Whether it stands for what is no person.
  var isNeuter: Bool
}

/// The word lists that mentions are read with.
struct MentionLexicon: Sendable {
  /// Party nouns but the measures, by lower-case lemmas.
  let nouns: [String: PartyNoun]
  /// Measures: "group of", "dozens of".
  let measures: Set<String>
  /// Pronouns by lower-case form.
  let pronouns: [String: PronounForm]
  /// Given names that tell a gender, in lower case.
  let givenNames: [String: Gender]

  let restrictivePrepositions: Set<String>
  let placePrepositions: Set<String>
  let belongingPrepositions: Set<String>
  let memberPrepositions: Set<String>
  let motion: Set<String>
  let posted: Set<String>
  let belonging: Set<String>
  let former: Set<String>
  let honorifics: Set<String>
  let attitude: Set<String>
  let partyVerbs: Set<String>
  let copulas: Set<String>
  let originParticiples: Set<String>
  let abstract: Set<String>
  let once: Set<String>
  let collective: Set<String>
  let thing: Set<String>
  let settlement: Set<String>

  /// Reads the compiled-in lists.
  init() throws {
    var nouns: [String: PartyNoun] = [:]
    var measures: Set<String> = []
    let table = try TabSeparatedTable(
      embedded: "lexicons/mentions/nouns.tsv", columns: 6, required: 3)
    for row in table.rows {
      guard let form = PartyNoun.Form(rawValue: row[1]), let kind = Actor.Kind(rawValue: row[2])
      else { throw Self.malformed(table, row, "no form or kind of that name") }
      if form == .measure {
        measures.insert(row[0])
        continue
      }
      var sectors: [Actor.Sector] = []
      for code in row[3].split(separator: " ") {
        guard let sector = Actor.Sector(rawValue: String(code)) else {
          throw Self.malformed(table, row, "no sector \(code)")
        }
        sectors.append(sector)
      }
      nouns[row[0]] = PartyNoun(
        form: form, kind: kind, sectors: sectors, gender: Gender(rawValue: row[4]),
        isWeak: row[5] == "weak")
    }
    self.nouns = nouns
    self.measures = measures
    pronouns = try Self.pronouns()
    givenNames = try Self.givenNames()

    let classes = try TabSeparatedTable(
      embedded: "lexicons/mentions/classes.tsv", columns: 2, required: 2)
    var words: [String: Set<String>] = [:]
    for row in classes.rows {
      words[row[0], default: []].formUnion(row[1].split(separator: " ").map(String.init))
    }
    func list(_ name: String) throws -> Set<String> {
      guard let list = words[name] else {
        throw TabSeparatedTable.Malformed(
          file: classes.file, line: 0, reason: "no class \(name)")
      }
      return list
    }
    restrictivePrepositions = try list("restrictive_preposition")
    placePrepositions = try list("place_preposition")
    belongingPrepositions = try list("belonging_preposition")
    memberPrepositions = try list("member_preposition")
    motion = try list("motion")
    posted = try list("posted")
    belonging = try list("belonging")
    former = try list("former")
    honorifics = try list("honorific")
    attitude = try list("attitude")
    partyVerbs = try list("party_verb")
    copulas = try list("copula")
    originParticiples = try list("origin_participle")
    abstract = try list("abstract")
    once = try list("once")
    collective = try list("collective")
    thing = try list("thing")
    settlement = try list("settlement")
  }

  private static func pronouns() throws -> [String: PronounForm] {
    let table = try TabSeparatedTable(
      embedded: "lexicons/mentions/pronouns.tsv", columns: 4, required: 3)
    var pronouns: [String: PronounForm] = [:]
    for row in table.rows {
      guard let use = PronounForm.Use(rawValue: row[1]),
        let number = PronounForm.Number(rawValue: row[2])
      else { throw malformed(table, row, "no use or number of that name") }
      pronouns[row[0]] = PronounForm(
        use: use, number: number, gender: Gender(rawValue: row[3]), isNeuter: row[3] == "n")
    }
    return pronouns
  }

  private static func givenNames() throws -> [String: Gender] {
    let table = try TabSeparatedTable(
      embedded: "lexicons/mentions/given_names.tsv", columns: 2, required: 2)
    var names: [String: Gender] = [:]
    for row in table.rows {
      guard let gender = Gender(rawValue: row[1]) else {
        throw malformed(table, row, "a gender is m or f")
      }
      names[row[0]] = gender
    }
    return names
  }

  private static func malformed(
    _ table: TabSeparatedTable, _ row: TabSeparatedTable.Row, _ reason: String
  ) -> TabSeparatedTable.Malformed {
    TabSeparatedTable.Malformed(file: table.file, line: row.line, reason: reason)
  }
}
