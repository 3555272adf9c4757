import Record
import Tables

/// Who and what is known already: countries, actors, offices with their dates, roles, places.
///
/// Read from `.tsv` lexicons, the compiled-in ones first, then the user's folders. Immutable; look-ups are by hash.
public struct KnowledgeBase: Sendable {
  /// A country, with its codes.
  public struct Country: Sendable, Hashable {
    /// The short English name, "Afghanistan".
    public var name: String
    /// ISO 3166-1 alpha-2.
    public var alpha2: String
    /// ISO 3166-1 alpha-3.
    public var alpha3: String
    /// CAMEO's, most often ``alpha3``.
    public var cameo: String
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
  public private(set) var countries: [Country] = []
  /// All named parties but the countries.
  public private(set) var entries: [Entry] = []
  /// All offices, in the order of the lexicon.
  public private(set) var offices: [Office] = []
  /// The nouns of roles.
  public private(set) var roles: [Role] = []
  /// Places.
  public private(set) var localities: [Locality] = []
  /// SHA-256 over all lexicons in use.
  public private(set) var digest: String = ""

  /// Reads the compiled-in lexicons.
  public init() throws {}

  /// The longest name that begins at a word, and what it may stand for, best known first.
  ///
  /// - Parameters:
  ///   - words: the forms as they stand in the text.
  ///   - start: the index of the first.
  public func longestName(
    in words: [String], at start: Int
  ) -> (length: Int, referents: [Referent])? {
    nil
  }

  /// What a whole name may stand for ("Ghani" alone is no alias of the lexicon's unless an entry says so).
  public func referents(ofName name: String) -> [Referent] { [] }

  /// People of that surname, indices into ``entries``.
  public func people(surname: String) -> [Int] { [] }

  /// The country of an alpha-3 code.
  public func country(alpha3: String) -> Country? { nil }

  /// The offices of a person (an entry's id), latest first.
  public func offices(ofPerson id: String) -> [Office] { [] }

  /// Who held an office of that country on a day, by any wording of the title ("president", "foreign minister").
  public func holders(
    ofTitle title: String, country: String, on day: CalendarDay
  ) -> [Office] { [] }

  /// What a role noun (lower-case lemmas, "foreign ministry spokeswoman") makes of its bearer: the longest entry that
  /// the phrase ends in.
  public func role(ofNoun phrase: String) -> Role? { nil }
}
