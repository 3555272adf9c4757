import Knowledge
import Record
import Syntax

/// One document while it is being coded: the tree, the date line, and what the sub-stages have found so far.
///
/// Sub-stages fill it in this order: times, quantities, mentions, places, statements, events. Everything points at
/// words of ``tree`` or bytes of its text; ``Assembly`` turns it into the record.
public struct Reading: Sendable {
  /// The sentences, words and trees.
  public let tree: SyntaxTree
  /// The date line's day; nil where the page has none.
  public let published: CalendarDay?
  /// The byte ranges of the text's headings, which state nothing themselves.
  public let headings: [Range<Int>]

  /// Time expressions, in order.
  public var times: [TimeFound] = []
  /// Amounts, in order.
  public var quantities: [QuantityFound] = []
  /// References to parties, in order.
  public var mentions: [MentionFound] = []
  /// Whom they refer to.
  public var actors: [Actor] = []
  /// Places named, in order.
  public var places: [PlaceFound] = []
  /// Statements, in order.
  public var statements: [StatementFound] = []
  /// Events, in order.
  public var events: [EventFound] = []
  /// For each word, the index of the mention whose head it is.
  public var mentionOfHead: [Int: Int] = [:]

  /// A document of which nothing is known yet but its tree and date.
  public init(tree: SyntaxTree, published: CalendarDay?, headings: [Range<Int>] = []) {
    self.tree = tree
    self.published = published
    self.headings = headings
  }
}

/// A time expression in words of the tree.
public struct TimeFound: Sendable, Equatable {
  /// Its words.
  public var words: Range<Int>
  /// TIMEX3's type.
  public var kind: TimeExpression.Kind
  /// ISO 8601, inclusive.
  public var start: String?
  /// ISO 8601, inclusive.
  public var end: String?
  /// How finely it is told.
  public var grain: Grain
  /// Such as `start`, `since` or `before`.
  public var modifier: String?
  /// The rule that read it.
  public var rule: String

  /// A time expression.
  public init(
    words: Range<Int>, kind: TimeExpression.Kind, start: String?, end: String?, grain: Grain,
    modifier: String? = nil, rule: String
  ) {
    self.words = words
    self.kind = kind
    self.start = start
    self.end = end
    self.grain = grain
    self.modifier = modifier
    self.rule = rule
  }
}

/// An amount in words of the tree.
public struct QuantityFound: Sendable, Equatable {
  /// Its words, the thing counted included.
  public var words: Range<Int>
  /// The word of the number.
  public var number: Int
  /// The word of what is counted, if any.
  public var unitWord: Int?
  /// The exact amount.
  public var value: Double?
  /// At least.
  public var low: Double?
  /// At most.
  public var high: Double?
  /// What is counted, singular.
  public var unit: String?
  /// "of the eight".
  public var of: Double?
  /// The rule that read it.
  public var rule: String

  /// An amount.
  public init(
    words: Range<Int>, number: Int, unitWord: Int? = nil, value: Double? = nil,
    low: Double? = nil, high: Double? = nil, unit: String? = nil, of: Double? = nil, rule: String
  ) {
    self.words = words
    self.number = number
    self.unitWord = unitWord
    self.value = value
    self.low = low
    self.high = high
    self.unit = unit
    self.of = of
    self.rule = rule
  }
}

/// A reference to a party in words of the tree.
public struct MentionFound: Sendable, Equatable {
  /// From the determiner through the last restrictive phrase.
  public var words: Range<Int>
  /// The head word.
  public var head: Int
  /// The index into the reading's actors; nil where unresolved or a plural of several.
  public var actor: Int?
  /// Indices of the mentions that a plural or a "who" stands for.
  public var members: [Int]
  /// The name's words.
  public var name: Range<Int>?
  /// What it says of the party, the name aside.
  public var description: String?
  /// Whether it is a pronoun.
  public var isPronoun: Bool
  /// The rule that found it.
  public var rule: String

  /// A mention.
  public init(
    words: Range<Int>, head: Int, actor: Int? = nil, members: [Int] = [],
    name: Range<Int>? = nil, description: String? = nil, isPronoun: Bool = false, rule: String
  ) {
    self.words = words
    self.head = head
    self.actor = actor
    self.members = members
    self.name = name
    self.description = description
    self.isPronoun = isPronoun
    self.rule = rule
  }
}

/// A place in words of the tree.
public struct PlaceFound: Sendable, Equatable {
  /// Its words.
  public var words: Range<Int>
  /// The head word.
  public var head: Int
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
    words: Range<Int>, head: Int, name: String, country: String? = nil, admin1: String? = nil,
    latitude: Double? = nil, longitude: Double? = nil, geonames: Int? = nil, rule: String
  ) {
    self.words = words
    self.head = head
    self.name = name
    self.country = country
    self.admin1 = admin1
    self.latitude = latitude
    self.longitude = longitude
    self.geonames = geonames
    self.rule = rule
  }
}

/// A statement in words of the tree and bytes of the text.
public struct StatementFound: Sendable, Equatable {
  /// The bytes of the whole passage.
  public var range: Range<Int>
  /// What was done by saying it.
  public var act: Statement.Act
  /// The word that heads the cue ("said"); for "according to" its first.
  public var cueHead: Int
  /// The cue's words.
  public var cue: Range<Int>
  /// The index of the speaker's mention.
  public var speaker: Int?
  /// How the speaker is known.
  public var speakerKind: Statement.SpeakerKind?
  /// To whom.
  public var audience: String?
  /// At what.
  public var occasion: String?
  /// In whose words.
  public var quote: Statement.Quote
  /// The bytes said, cue and outer quotation marks off.
  public var content: [Range<Int>]
  /// How many of how many spoke.
  public var count: Statement.Count?
  /// The index of the statement that carries this one.
  public var via: Int?
  /// Indices of the events that it confirms, denies or declines on.
  public var aboutEvents: [Int] = []
  /// Indices of the statements that it confirms, denies or declines on.
  public var aboutStatements: [Int] = []
  /// When it was said.
  public var time: When?
  /// The index of the time expression that tells it.
  public var timeExpression: Int?
  /// The rule that found it.
  public var rule: String

  /// A statement.
  public init(
    range: Range<Int>, act: Statement.Act, cueHead: Int, cue: Range<Int>, speaker: Int? = nil,
    speakerKind: Statement.SpeakerKind? = nil, quote: Statement.Quote,
    content: [Range<Int>] = [], rule: String
  ) {
    self.range = range
    self.act = act
    self.cueHead = cueHead
    self.cue = cue
    self.speaker = speaker
    self.speakerKind = speakerKind
    self.quote = quote
    self.content = content
    self.rule = rule
  }
}

/// An event in words of the tree.
public struct EventFound: Sendable, Equatable {
  /// The word that says it.
  public var head: Int
  /// The words that say it, particle or light verb included.
  public var trigger: Range<Int>
  /// The bytes of the whole passage.
  public var range: Range<Int>
  /// The act that the words perform.
  public var type: EventType
  /// PLOVER's mode.
  public var mode: String?
  /// PLOVER's contexts.
  public var contexts: [String] = []
  /// The standing of the act.
  public var status: EventStatus
  /// The event folded to PLOVER's one word; nil: ``type``.
  public var category: EventType?
  /// The conflict–cooperation score.
  public var score: Double = 0
  /// CAMEO's code.
  public var cameo: String
  /// Indices of the mentions that act.
  public var actors: [Int] = []
  /// Indices of the mentions that it is done to.
  public var recipients: [Int] = []
  /// When the act took or takes place.
  public var time: When?
  /// When it was proposed, invited, refused, postponed.
  public var statusTime: When?
  /// The index of the place.
  public var place: Int?
  /// The index of the statement on whose word it stands.
  public var statement: Int?
  /// Indices of quantities.
  public var quantities: [Int] = []
  /// 0…1.
  public var confidence: Double
  /// The pattern that decided.
  public var rule: String
  /// What was matched, for `newsline explain`: one line each.
  public var evidence: [String] = []
  /// What the learned layer saw of it.
  public var features: [String] = []

  /// An event.
  public init(
    head: Int, trigger: Range<Int>, range: Range<Int>, type: EventType, status: EventStatus,
    cameo: String, confidence: Double, rule: String
  ) {
    self.head = head
    self.trigger = trigger
    self.range = range
    self.type = type
    self.status = status
    self.cameo = cameo
    self.confidence = confidence
    self.rule = rule
  }
}
