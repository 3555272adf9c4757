/// A place that the text names.
public struct Place: Codable, Sendable, Hashable {
  /// `p1`, `p2` … in the order of the text.
  public var id: String
  /// The first code point.
  public var start: Int
  /// One past the last.
  public var end: Int
  /// What it is called.
  public var name: String
  /// ISO 3166-1 alpha-3.
  public var country: String?
  /// The first-level division.
  public var admin1: String?
  /// Degrees north.
  public var latitude: Double?
  /// Degrees east.
  public var longitude: Double?
  /// The GeoNames id.
  public var geonames: Int?
  /// The rule that resolved it.
  public var rule: String

  /// A place.
  public init(
    id: String, start: Int, end: Int, name: String, country: String? = nil, admin1: String? = nil,
    latitude: Double? = nil, longitude: Double? = nil, geonames: Int? = nil, rule: String
  ) {
    self.id = id
    self.start = start
    self.end = end
    self.name = name
    self.country = country
    self.admin1 = admin1
    self.latitude = latitude
    self.longitude = longitude
    self.geonames = geonames
    self.rule = rule
  }
}

/// An amount: exact (`value`) or bounded (`low`, `high`).
public struct Quantity: Codable, Sendable, Hashable {
  /// `q1`, `q2` … in the order of the text.
  public var id: String
  /// The first code point.
  public var start: Int
  /// One past the last.
  public var end: Int
  /// The words.
  public var text: String
  /// The exact amount.
  public var value: Double?
  /// At least this.
  public var low: Double?
  /// At most this.
  public var high: Double?
  /// What is counted, in the singular: "aerial bomb", "year", "USD".
  public var unit: String?
  /// The group that it is a part of: for "six of the eight leaders", "8".
  public var of: Double?
  /// The rule that read it.
  public var rule: String

  /// A quantity.
  public init(
    id: String, start: Int, end: Int, text: String, value: Double? = nil, low: Double? = nil,
    high: Double? = nil, unit: String? = nil, of: Double? = nil, rule: String
  ) {
    self.id = id
    self.start = start
    self.end = end
    self.text = text
    self.value = value
    self.low = low
    self.high = high
    self.unit = unit
    self.of = of
    self.rule = rule
  }
}
