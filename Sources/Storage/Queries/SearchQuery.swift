import Record

/// What a person types to search: words, "phrases", and filters such as `type:REJECT`.
///
/// Words are looked for as they stand: no text has a meaning to the search engine, so none can break it. Filters:
/// `actor:`, `said-by:` (an id, or words of a name; quotes for several), `type:`, `status:`, `since:`, `until:` (a year,
/// month or day). All must hold.
public struct SearchQuery: Sendable, Equatable {
  /// The most words that one search takes.
  public static let wordLimit = 64

  /// Words and phrases.
  public var terms: [String] = []
  /// Who takes part, by id or words of the name.
  public var actor: String?
  /// Who says something.
  public var saidBy: String?
  /// A type that one of the document's events has.
  public var type: EventType?
  /// A status that this event has.
  public var status: EventStatus?
  /// The first day on which it was published.
  public var since: String?
  /// The last one.
  public var until: String?

  /// A query that finds nothing until something is asked.
  public init() {}

  /// Whether nothing is asked.
  public var isEmpty: Bool { self == SearchQuery() }

  /// Reads what was typed.
  ///
  /// - Throws: ``Mistake``, for a filter's value that can't be meant.
  public init(_ text: String) throws(Mistake) {
    for token in Self.tokens(of: text) {
      guard let name = token.filter else {
        try add(token.text)
        continue
      }
      let value = token.text
      switch name {
      case "actor": actor = value
      case "said-by": saidBy = value
      case "type":
        type = EventType(rawValue: value.uppercased())
        if type == nil { throw .unknownType(value) }
      case "status":
        status = EventStatus(
          rawValue: String(value.lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 }))
        if status == nil { throw .unknownStatus(value) }
      case "since": since = try Self.day(value, of: name)
      default: until = try Self.day(value, of: name)
      }
    }
  }

  private mutating func add(_ term: String) throws(Mistake) {
    guard Self.hasWord(term), !terms.contains(term) else { return }
    if terms.count == Self.wordLimit { throw .tooManyWords }
    terms.append(term)
  }

  /// The terms in the search engine's language, in which a quoted string has no operators.
  var match: String {
    terms.map { term in
      let inside = term.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"")
      return "\"\(inside)\""
    }.joined(separator: " ")
  }

  /// Whether the tokenizer finds a word: letters, numbers and private-use characters make words.
  private static func hasWord(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .decimalNumber, .letterNumber, .otherNumber, .privateUse:
        true
      default: false
      }
    }
  }

  private static func day(_ text: String, of filter: String) throws(Mistake) -> String {
    let full: String
    switch text.utf8.count {
    case 4: full = text + "-01-01"
    case 7: full = text + "-01"
    default: full = text
    }
    guard full.utf8.count == 10, CalendarDay(iso: full) != nil else {
      throw .noDay(filter: filter, value: text)
    }
    return text
  }

  private static let filters = ["actor", "said-by", "type", "status", "since", "until"]

  private struct Token {
    var filter: String?
    var text: String
  }

  /// Words by white space, phrases by quotation marks (the last of which may be missing), filters by their names.
  private static func tokens(of text: String) -> [Token] {
    var tokens: [Token] = []
    // A zero byte would end the query in the engine's C interface.
    var rest = text.filter { $0 != "\0" }[...]
    while true {
      rest = rest.drop { $0.isWhitespace }
      guard !rest.isEmpty else { return tokens }
      var filter: String?
      for name in filters where rest.prefix(name.count + 1).lowercased() == name + ":" {
        filter = name
        rest = rest.dropFirst(name.count + 1)
      }
      let value: Substring
      if let first = rest.first, "\"“”".contains(first) {
        rest = rest.dropFirst()
        value = rest.prefix { !"\"“”".contains($0) }
        rest = rest.dropFirst(value.count + 1)
      } else {
        value = rest.prefix { !$0.isWhitespace }
        rest = rest.dropFirst(value.count)
      }
      // A filter whose value is still to be typed asks for nothing.
      if value.isEmpty { continue }
      tokens.append(Token(filter: filter, text: String(value)))
    }
  }
}

extension SearchQuery {
  /// A filter's value that can't be meant.
  public enum Mistake: Error, Sendable, Equatable, CustomStringConvertible {
    /// No event type is called so.
    case unknownType(String)
    /// No status is called so.
    case unknownStatus(String)
    /// Not a day, month or year.
    case noDay(filter: String, value: String)
    /// More words than a search takes.
    case tooManyWords

    /// What was found, and what would do.
    public var description: String {
      switch self {
      case .unknownType(let value):
        "type:\(value.prefix(40)) is no type of event: "
          + EventType.allCases.map(\.rawValue).joined(separator: ", ")
      case .unknownStatus(let value):
        "status:\(value.prefix(40)) is no status: "
          + EventStatus.allCases.map(\.rawValue).joined(separator: ", ")
      case .noDay(let filter, let value):
        "\(filter):\(value.prefix(40)) is no day: YYYY-MM-DD, YYYY-MM or YYYY"
      case .tooManyWords: "a search takes at most \(SearchQuery.wordLimit) words"
      }
    }
  }
}
