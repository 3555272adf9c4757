/// Who did what to whom, when and where, on whose word, and whether it came about.
public struct Event: Codable, Sendable, Hashable {
  /// `e1`, `e2` … in the order of the text.
  public var id: String
  /// The index into the document's sentences.
  public var sentence: Int
  /// The act that the words perform.
  public var type: EventType
  /// PLOVER's mode.
  public var mode: String?
  /// PLOVER's contexts.
  public var contexts: [String]
  /// The standing of the act.
  public var status: EventStatus
  /// The event folded to PLOVER's one word: planned cooperation is AGREE.
  public var category: EventType
  /// Its CAMEO code, as text.
  public var cameo: String
  /// 1 to 4.
  public var quadClass: Int
  /// The conflict–cooperation score, −10 to 10.
  public var score: Double
  /// Mention ids of who acts.
  public var actors: [String]
  /// Mention ids of whom it is done to.
  public var recipients: [String]
  /// When the act took or takes place.
  public var time: When?
  /// Where: a place's id.
  public var place: String?
  /// When it was proposed, invited, refused or postponed.
  public var statusTime: When?
  /// The words that say it.
  public var trigger: Span
  /// The whole passage.
  public var span: Span
  /// The statement on whose word it stands; nil: the outlet's own.
  public var statement: String?
  /// Quantity ids.
  public var quantities: [String]
  /// 0…1, in hundredths.
  public var confidence: Double
  /// The pattern or model that decided.
  public var rule: String

  /// An event.
  public init(
    id: String, sentence: Int, type: EventType, mode: String? = nil, contexts: [String] = [],
    status: EventStatus, category: EventType, cameo: String, score: Double,
    actors: [String] = [], recipients: [String] = [], time: When? = nil, place: String? = nil,
    statusTime: When? = nil, trigger: Span, span: Span, statement: String? = nil,
    quantities: [String] = [], confidence: Double, rule: String
  ) {
    self.id = id
    self.sentence = sentence
    self.type = type
    self.mode = mode
    self.contexts = contexts
    self.status = status
    self.category = category
    self.cameo = cameo
    quadClass = category.quadClass
    self.score = score
    self.actors = actors
    self.recipients = recipients
    self.time = time
    self.place = place
    self.statusTime = statusTime
    self.trigger = trigger
    self.span = span
    self.statement = statement
    self.quantities = quantities
    self.confidence = (confidence * 100).rounded() / 100
    self.rule = rule
  }

  enum CodingKeys: String, CodingKey, CaseIterable {
    case id, sentence, type, mode, contexts, status, category, cameo
    case quadClass = "quad_class"
    case score, actors, recipients, time, place
    case statusTime = "status_time"
    case trigger, span, statement, quantities, confidence, rule
  }
}
