import Record
import Tables

/// Who and what is known already: countries, actors, offices with their dates, roles, places.
///
/// Read from `.tsv` lexicons, the compiled-in ones first, then the user's folders. Immutable; look-ups are by hash.
public struct KnowledgeBase: Sendable {
  /// A country, with its codes.
  public struct Country: Sendable, Hashable {
    /// The short English name, "Afghanistan", "United States".
    public var name: String
    /// The name as it stands within a sentence: "the United States".
    public var nameInText: String
    /// ISO 3166-1 alpha-2.
    public var alpha2: String
    /// ISO 3166-1 alpha-3.
    public var alpha3: String
    /// CAMEO's, most often ``alpha3``.
    public var cameo: String
    /// The number in the Correlates of War list, if known.
    public var cow: Int?
    /// FIPS 10-4, if known.
    public var fips: String?
    /// Other names and short forms: "the U.S.", "Britain".
    public var names: [String]
    /// "Afghan", "Afghans".
    public var demonyms: [String]
    /// Cities and seats that stand for its government: "Kabul", "the Kremlin".
    public var seats: [String]
    /// The capital.
    public var capital: String
  }

  /// A named party: a state, an organisation, a group or a person.
  public struct Entry: Sendable, Hashable {
    /// `KIND/slug`, as in the record.
    public var id: String
    /// The full name.
    public var name: String
    /// What it is.
    public var kind: Actor.Kind
    /// ISO 3166-1 alpha-3.
    public var country: String?
    /// Its own sectors, offices aside.
    public var sectors: [Actor.Sector]
    /// Other names it goes by.
    public var aliases: [String]
  }

  /// A person's time in an office.
  public struct Office: Sendable, Hashable {
    /// The person's entry id.
    public var person: String
    /// "President of Afghanistan", "Foreign Minister of Russia".
    public var title: String
    /// The body, where the title does not tell: "Ministry of Foreign Affairs".
    public var organisation: String?
    /// ISO 3166-1 alpha-3.
    public var country: String?
    /// The office's sectors, GOV first for ministers.
    public var sectors: [Actor.Sector]
    /// The first day, as finely as known: `2014-09-29`, `2014-09`, `2014`.
    public var start: String
    /// The last day; nil while it lasts.
    public var end: String?
  }

  /// A noun that makes an unnamed person or group a kind of actor: "diplomat", "protesters".
  public struct Role: Sendable, Hashable {
    /// The lemma or lemmas, as they stand in the text: "foreign minister".
    public var noun: String
    /// The sectors that it gives.
    public var sectors: [Actor.Sector]
    /// What it makes of its bearer: a person, an armed group, a population, a government, an office.
    public var kind: Actor.Kind
  }

  /// A city or another place.
  public struct Locality: Sendable, Hashable {
    /// The name.
    public var name: String
    /// ISO 3166-1 alpha-3.
    public var country: String
    /// The first-level division, if known.
    public var admin1: String?
    /// Degrees north.
    public var latitude: Double
    /// Degrees east.
    public var longitude: Double
    /// The GeoNames id, if known.
    public var geonames: Int?
    /// People who live there; 0 where unknown.
    public var population: Int
  }

  /// What a name may stand for.
  public enum Referent: Sendable, Hashable {
    /// A country by its name: index into ``countries``.
    case country(Int)
    /// A country's people or attribute, "Afghan": index into ``countries``.
    case demonym(Int)
    /// A country's government by its seat, "Kabul", "the Kremlin": index into ``countries``.
    case seat(Int)
    /// A named party: index into ``entries``.
    case entry(Int)
    /// A place: index into ``localities``.
    case locality(Int)
  }

  /// All countries.
  public let countries: [Country]
  /// All named parties but the countries.
  public let entries: EntryTable
  /// All offices, in the order of the lexicon.
  public let offices: [Office]
  /// The nouns of roles.
  public let roles: [Role]
  /// Places, the best known first among those of one name.
  public let localities: LocalityTable
  /// The titles, in the wording that stands for all, that one person at a time can hold in a country.
  public let exclusiveTitles: Set<String>
  /// SHA-256 over all lexicons in use.
  public let digest: String

  private let names: NameIndex<Referent>
  private let surnames: NameIndex<Int>
  private let countryIndex: [String: Int]
  private let entryIndex: [String: Int]
  private let roleIndex: [String: Int]
  /// The users' tables for later stages, the folders in their order.
  public let userTables: [UserTable]
  private let titles: [String: String]
  /// The canonical title of each office.
  private let posts: [String]
  private let officesOfPerson: [String: [Int]]
  private let officesOfCountry: [String: [Int]]

  /// Reads the compiled-in lexicons.
  public init() throws { try self.init(folders: []) }

  /// Reads the compiled-in lexicons, then those of the same file names in each folder, which add entries or replace
  /// those of the same id.
  ///
  /// - Throws: `TabSeparatedTable.Malformed`, naming file, line and column, for a wrong column count, an unknown code,
  ///   an id that one folder defines twice, or aliases that lead back to themselves.
  public init(folders: [String]) throws {
    try self.init(layers: folders.map { try Self.lexicons(inFolder: $0) })
  }

  /// Reads the compiled-in lexicons and layers of others over them, by file name.
  init(layers: [[String: Lexicon]]) throws {
    var loader = KnowledgeLoader()
    try loader.readLayer { try Lexicon(embedded: $0) }
    for layer in layers { try loader.readLayer { layer[$0] } }
    var localities = LocalityTable()
    var taken: Set<String> = []
    for layer in layers.reversed() {
      for name in Self.placeTables {
        if let table = layer[name] {
          try localities.append(table, checked: true, taken: &taken)
        }
      }
    }
    for name in Self.placeTables {
      try localities.append(try Lexicon(embedded: name), checked: false, taken: &taken)
    }
    self.localities = localities
    countries = loader.countries
    offices = loader.offices
    roles = loader.roles
    titles = loader.titles
    exclusiveTitles = loader.exclusiveTitles
    posts = loader.posts
    countryIndex = loader.countryIndex
    entryIndex = loader.entryIndex
    roleIndex = loader.roleIndex
    var affiliations = AffiliationTable()
    var served: Set<String> = []
    for layer in layers.reversed() {
      if let table = layer[Self.affiliationTable] {
        try affiliations.append(table, countries: loader.countryIndex, taken: &served)
      }
    }
    try affiliations.append(
      try Lexicon(embedded: Self.affiliationTable), countries: nil, taken: &served)
    var names = Self.names(of: loader, localities, more: affiliations.groups.count)
    affiliations.enter(in: &names, after: loader.entries.count) { loader.entries[$0].kind }
    entries = EntryTable(listed: loader.entries, affiliations: affiliations)
    for alias in try loader.resolvedAliases(known: { names.values(of: $0) }) {
      let name = KnowledgeLoader.withoutArticle(alias.name)
      for referent in alias.referents { names.add(name, referent) }
    }
    self.names = names
    var surnames = NameIndex<Int>(capacity: loader.surnames.count)
    for (index, known) in loader.surnames.enumerated() {
      for surname in known { surnames.add(surname, index) }
    }
    self.surnames = surnames
    var officesOfPerson: [String: [Int]] = [:]
    var officesOfCountry: [String: [Int]] = [:]
    for (index, office) in loader.offices.enumerated() {
      officesOfPerson[office.person, default: []].append(index)
      if let country = office.country { officesOfCountry[country, default: []].append(index) }
    }
    self.officesOfPerson = officesOfPerson
    self.officesOfCountry = officesOfCountry
    userTables = layers.flatMap { layer in
      Self.furtherTables.compactMap { name in layer[name].map { UserTable(name: name, $0) } }
    }
    digest = Self.digest(folders: layers)
  }

  private static func names(
    of loader: KnowledgeLoader, _ localities: LocalityTable, more: Int
  ) -> NameIndex<Referent> {
    var names = NameIndex<Referent>(
      capacity: localities.count + 4 * loader.entries.count + 2 * more + 4096)
    for (index, country) in loader.countries.enumerated() {
      for name in [country.name] + country.names {
        names.add(KnowledgeLoader.withoutArticle(name), .country(index))
      }
      for name in country.demonyms { names.add(name, .demonym(index)) }
      for name in country.seats {
        names.add(KnowledgeLoader.withoutArticle(name), .seat(index))
      }
    }
    for (index, entry) in loader.entries.enumerated() {
      for name in [entry.name] + entry.aliases {
        names.add(KnowledgeLoader.withoutArticle(name), .entry(index))
      }
    }
    localities.forEachName { index, name in names.add(name, .locality(index)) }
    return names
  }

  /// The longest name that begins at a word, and what it may stand for, best known first.
  ///
  /// An article is no part of a name ("the Kremlin" is found at "Kremlin"). Case counts, but in words all in capitals;
  /// hyphens, full stops and marks on letters do not (see `NameHasher`).
  ///
  /// - Parameters:
  ///   - words: the forms as they stand in the text.
  ///   - start: the index of the first.
  public func longestName(
    in words: [String], at start: Int
  ) -> (length: Int, referents: [Referent])? {
    names.longest(in: words, at: start).map { ($0.length, $0.values) }
  }

  /// What a whole name may stand for ("Ghani" alone is no alias of the lexicon's unless an entry says so).
  public func referents(ofName name: String) -> [Referent] {
    names.values(of: KnowledgeLoader.withoutArticle(name))
  }

  /// People of that surname, indices into ``entries``.
  public func people(surname: String) -> [Int] { surnames.values(of: surname) }

  /// The country of an alpha-3 code.
  public func country(alpha3: String) -> Country? { countryIndex[alpha3].map { countries[$0] } }

  /// The entry of an id.
  public func entry(id: String) -> Entry? { entryIndex[id].map { entries[$0] } }

  /// The offices of a person (an entry's id), latest first.
  public func offices(ofPerson id: String) -> [Office] {
    (officesOfPerson[id] ?? []).map { offices[$0] }.sorted { $0.start > $1.start }
  }

  /// Who held an office of that country on a day, by any wording of the title ("president", "foreign minister"), the
  /// latest to take it first.
  ///
  /// Where only the year or month of a change is known, both holders are given for all of it.
  public func holders(
    ofTitle title: String, country: String, on day: CalendarDay
  ) -> [Office] {
    let post = OfficeTitles.canonical(title, of: self.country(alpha3: country), in: titles)
    return (officesOfCountry[country] ?? [])
      .filter { posts[$0] == post && offices[$0].covers(day) }
      .map { offices[$0] }.sorted { $0.start > $1.start }
  }

  /// All who have held an office of that country, by any wording of the title, the first to take it first.
  public func holdings(ofTitle title: String, country: String) -> [Office] {
    let post = OfficeTitles.canonical(title, of: self.country(alpha3: country), in: titles)
    return (officesOfCountry[country] ?? []).filter { posts[$0] == post }.map { offices[$0] }
      .sorted { $0.start < $1.start }
  }

  /// Whether an office is that of a country's head of state or government.
  public func leadsCountry(_ office: Office) -> Bool {
    guard let country = office.country else { return false }
    return Self.leading.contains(
      OfficeTitles.canonical(office.title, of: self.country(alpha3: country), in: titles))
  }

  private static let leading: Set = ["president", "prime minister", "king", "supreme leader"]

  /// What a role noun (lower-case lemmas, "foreign ministry spokeswoman") makes of its bearer: the longest entry that
  /// the phrase ends in.
  public func role(ofNoun phrase: String) -> Role? {
    RoleNouns.index(ofPhrase: phrase, in: roleIndex).map { roles[$0] }
  }
}

extension KnowledgeBase.Office {
  /// Whether the office was held on a day, as far as its dates are known.
  public func covers(_ day: CalendarDay) -> Bool {
    let day = day.description
    guard day.prefix(start.count) >= start else { return false }
    return end.map { day.prefix($0.count) <= $0 } ?? true
  }
}
