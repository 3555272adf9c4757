/// Something that somebody is reported to have said, or not to have said.
public struct Statement: Codable, Sendable, Hashable {
  /// What was done by saying it.
  public enum Act: String, Codable, Sendable, CaseIterable {
    case say, announce, confirm, deny
    case declineComment = "decline_comment"
    case noResponse = "no_response"
    case accuse, warn, promise, threaten, ask, demand, praise, condemn, predict, report, suggest
    case admit
  }

  /// How the speaker is known.
  public enum SpeakerKind: String, Codable, Sendable, CaseIterable {
    case named, office, institution, anonymous, collective, document
  }

  /// In whose words it is told.
  public enum Quote: String, Codable, Sendable, CaseIterable { case direct, indirect, mixed, none }

  /// "Six of the eight leaders" is 6 of 8.
  public struct Count: Codable, Sendable, Hashable {
    /// How many spoke.
    public var value: Int
    /// Of how many.
    public var of: Int?

    /// A count.
    public init(value: Int, of: Int? = nil) {
      self.value = value
      self.of = of
    }
  }

  /// `s1`, `s2` … in the order of the text.
  public var id: String
  /// The first code point of the whole passage.
  public var start: Int
  /// One past its last.
  public var end: Int
  /// What was done by saying it.
  public var act: Act
  /// The words that introduce it.
  public var cue: Span
  /// The mention in the cue's clause, a pronoun if it is one.
  public var speaker: String?
  /// How the speaker is known.
  public var speakerKind: SpeakerKind?
  /// To whom.
  public var audience: String?
  /// At what.
  public var occasion: String?
  /// In whose words.
  public var quote: Quote
  /// The spans said, cue and outer quotation marks off.
  public var content: [Span]
  /// How many of how many spoke.
  public var count: Count?
  /// The statement that carries this one.
  public var via: String?
  /// The events and statements that it confirms, denies or declines on.
  public var about: [String]
  /// When it was said.
  public var time: When?
  /// The rule that found it.
  public var rule: String

  /// A statement.
  public init(
    id: String, start: Int, end: Int, act: Act, cue: Span, speaker: String? = nil,
    speakerKind: SpeakerKind? = nil, audience: String? = nil, occasion: String? = nil,
    quote: Quote, content: [Span] = [], count: Count? = nil, via: String? = nil,
    about: [String] = [], time: When? = nil, rule: String
  ) {
    self.id = id
    self.start = start
    self.end = end
    self.act = act
    self.cue = cue
    self.speaker = speaker
    self.speakerKind = speakerKind
    self.audience = audience
    self.occasion = occasion
    self.quote = quote
    self.content = content
    self.count = count
    self.via = via
    self.about = about
    self.time = time
    self.rule = rule
  }

  enum CodingKeys: String, CodingKey, CaseIterable {
    case id, start, end, act, cue, speaker
    case speakerKind = "speaker_kind"
    case audience, occasion, quote, content, count, via, about, time, rule
  }
}
