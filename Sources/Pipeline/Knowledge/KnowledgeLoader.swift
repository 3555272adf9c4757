import Record
import Tables

/// Reads lexicons, one layer over the other, into a knowledge base.
///
/// A layer is the compiled-in set or a user's folder: what it names again replaces what the layers before it said.
struct KnowledgeLoader {
  var countries: [KnowledgeBase.Country] = []
  var entries: [KnowledgeBase.Entry] = []
  var surnames: [[String]] = []
  var offices: [KnowledgeBase.Office] = []
  var posts: [String] = []
  var roles: [KnowledgeBase.Role] = []
  var titles: [String: String] = [:]
  /// Of the titles that stand for all wordings, those that one person at a time can hold.
  var exclusiveTitles: Set<String> = []
  var aliases: [Alias] = []
  var roleIndex: [String: Int] = [:]
  var countryIndex: [String: Int] = [:]
  var entryIndex: [String: Int] = [:]

  private var layer = 0
  /// Where each id was last defined: its layer, file and line.
  private var definitions: [String: (layer: Int, file: String, line: Int)] = [:]
  private var officeIndex: [UInt64: (layer: Int, index: Int)] = [:]
  private var knownPosts: [String: Post] = [:]

  /// Another spelling of a name, and where it is told.
  struct Alias {
    var alias: String
    var name: String
    var row: Lexicon.Row
  }

  /// A post of a country.
  private struct Post {
    var title: String
    var canonical: String
    var sectors: [Actor.Sector]
  }

  /// Reads one layer's tables, each by its file name where the layer has it.
  mutating func readLayer(_ lexicon: (String) throws -> Lexicon?) throws {
    layer += 1
    if let table = try lexicon("countries.tsv") { try readCountries(table) }
    if let table = try lexicon("roles.tsv") { try readRoles(table) }
    if let table = try lexicon("titles.tsv") { try readTitles(table) }
    for name in KnowledgeBase.partyTables {
      if let table = try lexicon(name) { try readParties(table) }
    }
    if let table = try lexicon("people.tsv") { try readPeople(table) }
    if let table = try lexicon("offices.tsv") { try readOffices(table) }
    if let table = try lexicon("aliases.tsv") { try readAliases(table) }
  }

  /// Notes that a row defines an id.
  private mutating func define(_ id: String, at row: Lexicon.Row, column: Int) throws {
    if let earlier = definitions[id], earlier.layer == layer {
      throw row.malformed(
        column, "'\(id)' is defined already at \(earlier.file):\(earlier.line)")
    }
    definitions[id] = (layer, row.lexicon.file, row.line)
  }

  private mutating func readCountries(_ table: Lexicon) throws {
    let columns = [
      "alpha3", "alpha2", "CAMEO", "COW", "FIPS", "name", "capital", "other names", "demonyms",
      "seats",
    ]
    try table.forEachRow(columns: columns, required: 6) { row in
      let alpha3 = row.text(0)
      guard KnowledgeBase.isAlpha3(alpha3) else {
        throw row.malformed(0, "'\(alpha3)' is not three capital letters")
      }
      try define("country/\(alpha3)", at: row, column: 0)
      let inText = row.text(5)
      let country = KnowledgeBase.Country(
        name: Self.withoutArticle(inText), nameInText: inText,
        alpha2: Self.filled(row.text(1)) ?? "", alpha3: alpha3,
        cameo: Self.filled(row.text(2)) ?? alpha3, cow: try Self.number(row, 3),
        fips: Self.filled(row.text(4)), names: row.list(7), demonyms: row.list(8),
        seats: row.list(9), capital: row.text(6))
      if let index = countryIndex[alpha3] {
        countries[index] = country
      } else {
        countryIndex[alpha3] = countries.count
        countries.append(country)
      }
    }
  }

  private mutating func readRoles(_ table: Lexicon) throws {
    try table.forEachRow(columns: ["noun", "sectors", "kind"], required: 1) { row in
      let noun = row.text(0)
      try define("role/\(noun)", at: row, column: 0)
      let role = KnowledgeBase.Role(
        noun: noun, sectors: try Self.sectors(row, 1),
        kind: row.isEmpty(2) ? .person : try Self.kind(row, 2))
      if let index = roleIndex[noun] {
        roles[index] = role
      } else {
        roleIndex[noun] = roles.count
        roles.append(role)
      }
    }
  }

  private mutating func readTitles(_ table: Lexicon) throws {
    try table.forEachRow(columns: ["title", "wordings", "holders"], required: 2) { row in
      guard row.isEmpty(2) || row.text(2) == "one" else {
        throw row.malformed(2, "'\(row.text(2))' is neither empty nor 'one'")
      }
      if !row.isEmpty(2) { exclusiveTitles.insert(row.text(0)) }
      for wording in [row.text(0)] + row.list(1) {
        try define("title/\(wording)", at: row, column: 1)
        titles[wording] = row.text(0)
      }
    }
  }

  private mutating func readParties(_ table: Lexicon) throws {
    let columns = ["name", "kind", "country", "sectors", "other names", "source"]
    try table.forEachRow(columns: columns, required: 2) { row in
      let name = row.text(0)
      let kind = try Self.kind(row, 1)
      try add(
        KnowledgeBase.Entry(
          id: "\(kind.rawValue)/\(Slug.of(name))", name: name, kind: kind,
          country: try country(row, 2), sectors: try Self.sectors(row, 3), aliases: row.list(4)),
        surnames: [], at: row)
    }
  }

  private mutating func readPeople(_ table: Lexicon) throws {
    let columns = ["name", "country", "sectors", "other names", "surnames", "source"]
    try table.forEachRow(columns: columns, required: 1) { row in
      let name = row.text(0)
      let country = try country(row, 1)
      let surnames = row.list(4)
      try add(
        KnowledgeBase.Entry(
          id: "person/\(Slug.of(name))", name: name, kind: .person, country: country,
          sectors: try Self.sectors(row, 2), aliases: row.list(3)),
        surnames: surnames.isEmpty ? Surnames.of(name, country: country) : surnames, at: row)
    }
  }

  private mutating func add(
    _ entry: KnowledgeBase.Entry, surnames known: [String], at row: Lexicon.Row
  ) throws {
    try define(entry.id, at: row, column: 0)
    if let index = entryIndex[entry.id] {
      entries[index] = entry
      surnames[index] = known
    } else {
      entryIndex[entry.id] = entries.count
      entries.append(entry)
      surnames.append(known)
    }
  }

  private mutating func readOffices(_ table: Lexicon) throws {
    let columns = [
      "person", "title", "country", "start", "end", "sectors", "organisation", "source",
    ]
    try table.forEachRow(columns: columns, required: 2) { row in
      if row.isEmpty(3) { throw row.malformed(3, "is empty") }
      let person = "person/\(Slug.of(row.text(0)))"
      let country = try country(row, 2)
      if entryIndex[person] == nil {
        entryIndex[person] = entries.count
        entries.append(
          KnowledgeBase.Entry(
            id: person, name: row.text(0), kind: .person, country: country, sectors: [],
            aliases: []))
        surnames.append(Surnames.of(row.text(0), country: country))
      }
      let post = post(titled: row.text(1), country: country)
      let start: String = try Self.date(row, 3)
      let end: String? = try Self.date(row, 4)
      if let end, end.prefix(start.utf8.count) < start.prefix(end.utf8.count) {
        throw row.malformed(4, "'\(end)' is before the start, \(start)")
      }
      let key = row.digest(of: 0..<4)
      if let earlier = officeIndex[key], earlier.layer == layer {
        throw row.malformed(0, "this person, title, country and start stand on an earlier line")
      }
      let sectors = try Self.sectors(row, 5)
      let office = KnowledgeBase.Office(
        person: person, title: post.title, organisation: row.isEmpty(6) ? nil : row.text(6),
        country: country, sectors: sectors.isEmpty ? post.sectors : sectors, start: start,
        end: end)
      if let index = officeIndex[key]?.index {
        offices[index] = office
        officeIndex[key] = (layer, index)
      } else {
        officeIndex[key] = (layer, offices.count)
        offices.append(office)
        posts.append(post.canonical)
      }
    }
  }

  /// What a title says by itself, remembered: many have held each post.
  private mutating func post(titled title: String, country: String?) -> Post {
    let key = "\(country ?? "")/\(title)"
    if let known = knownPosts[key] { return known }
    let sectors = role(ofNoun: title.lowercased())?.sectors ?? []
    let post = Post(
      title: self.title(title, country: country),
      canonical: canonicalTitle(title, country: country),
      sectors: sectors.isEmpty ? [.government] : sectors)
    knownPosts[key] = post
    return post
  }

  private mutating func readAliases(_ table: Lexicon) throws {
    try table.forEachRow(columns: ["alias", "name"], required: 2) { row in
      try define("alias/\(row.text(0))", at: row, column: 0)
      aliases.append(Alias(alias: row.text(0), name: row.text(1), row: row))
    }
  }

  /// A title with its country, where it does not say itself of what: "President of Afghanistan".
  private func title(_ post: String, country: String?) -> String {
    guard let country, let index = countryIndex[country],
      !post.contains(" of "), !post.contains(" for "), !post.contains(" to ")
    else { return post }
    return "\(post) of \(countries[index].nameInText)"
  }

  private func country(_ row: Lexicon.Row, _ column: Int) throws -> String? {
    guard !row.isEmpty(column) else { return nil }
    let code = row.text(column)
    guard countryIndex[code] != nil else {
      throw row.malformed(column, "'\(code)' is no alpha-3 code of countries.tsv")
    }
    return code
  }
}
