/// One reference to a party: a name, a description or a pronoun.
public struct Mention: Codable, Sendable, Hashable {
  /// `m1`, `m2` … in the order of the text.
  public var id: String
  /// The first code point.
  public var start: Int
  /// One past the last.
  public var end: Int
  /// The words, from the determiner through the last restrictive phrase.
  public var text: String
  /// Whom it refers to: an ``Actor``'s id; nil where it stands for several (``members``) or nobody known.
  public var actor: String?
  /// The mentions that a plural, or a "who", stands for.
  public var members: [String]
  /// The name in it.
  public var name: String?
  /// What it says of the party, the name aside.
  public var description: String?
  /// The rule or model that found it.
  public var rule: String

  /// A mention.
  public init(
    id: String, start: Int, end: Int, text: String, actor: String?, members: [String] = [],
    name: String? = nil, description: String? = nil, rule: String
  ) {
    self.id = id
    self.start = start
    self.end = end
    self.text = text
    self.actor = actor
    self.members = members
    self.name = name
    self.description = description
    self.rule = rule
  }
}

/// A party: a state, an organisation, a group or a person, as of the document's date.
public struct Actor: Codable, Sendable, Hashable {
  /// What a party is.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    case state, government, party
    case armedGroup = "armed_group"
    case igo, ngo, company, media, population, person, office
  }

  /// PLOVER's sectors, and the kinds of organisation that codes tell apart.
  public enum Sector: String, Codable, Sendable, CaseIterable {
    case government = "GOV"
    case police = "COP"
    case judiciary = "JUD"
    case legislature = "LEG"
    case military = "MIL"
    case paramilitary = "PRM"
    case party = "PTY"
    case rebel = "REB"
    case intelligence = "SPY"
    case unaffiliatedForces = "UAF"
    case unknown = "UNK"
    case agriculture = "AGR"
    case business = "BUS"
    case criminal = "CRM"
    case civilian = "CVL"
    case education = "EDU"
    case elite = "ELI"
    case media = "JRN"
    case labour = "LAB"
    case health = "MED"
    case refugee = "REF"
    case opposition = "OPP"
    case formerly = "PRE"
    case religious = "REL"
    case social = "SOC"
    case igo = "IGO"
    case unitedNations = "UNO"
    case europeanUnion = "EUR"
    case ngo = "NGO"
    case movement = "ISM"
    case militantInternational = "IMG"
    case multinational = "MNC"
  }

  /// An office or standing, as text or knowledge gives it.
  public struct Role: Codable, Sendable, Hashable {
    /// Where a role is known from.
    public enum Source: String, Codable, Sendable { case text, knowledge }

    /// As a person would say it: "former President of Afghanistan".
    public var title: String
    /// In what body.
    public var organisation: String?
    /// Its first day, ISO 8601, as finely as known.
    public var start: String?
    /// Its last day.
    public var end: String?
    /// Where it is known from.
    public var source: Source

    /// A role.
    public init(
      title: String, organisation: String? = nil, start: String? = nil, end: String? = nil,
      source: Source
    ) {
      self.title = title
      self.organisation = organisation
      self.start = start
      self.end = end
      self.source = source
    }
  }

  /// `KIND/slug`, or `local/N` for a party that only this document knows.
  public var id: String
  /// Its full name, or its description where it has none.
  public var name: String
  /// What it is.
  public var kind: Kind
  /// ISO 3166-1 alpha-3.
  public var country: String?
  /// Its sectors on the document's date.
  public var sectors: [Sector]
  /// The office held, or once held, on the document's date.
  public var role: String?
  /// All that text and knowledge give of its offices then.
  public var roles: [Role]
  /// The CAMEO-style code, such as `AFGGOV`.
  public var code: String

  /// An actor.
  public init(
    id: String, name: String, kind: Kind, country: String? = nil, sectors: [Sector] = [],
    role: String? = nil, roles: [Role] = [], code: String
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.country = country
    self.sectors = sectors
    self.role = role
    self.roles = roles
    self.code = code
  }
}
