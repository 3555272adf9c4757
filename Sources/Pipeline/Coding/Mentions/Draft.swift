import Knowledge
import Syntax

/// A mention while it is being resolved.
struct Draft: Sendable {
  /// What the phrase's head is.
  enum Sort: Sendable, Equatable {
    /// A person by name.
    case person
    /// A country by its name: index into the countries.
    case country(Int)
    /// A government by its seat.
    case seat(Int)
    /// People by their nationality.
    case people(Int)
    /// A named party of knowledge: index into the entries.
    case entry(Int)
    /// An organisation by a name that knowledge lacks.
    case organisation
    /// A place that stands for its people.
    case locality(Int)
    /// A description: "a senior official".
    case description
    /// A count or measure of others: "six of the eight leaders".
    case measure(of: Int?)
    case pronoun(PronounForm)
  }

  /// Its words.
  var words: Range<Int>
  /// The head word.
  var head: Int
  /// What the head is.
  var sort: Sort
  /// The rule that found it.
  var rule: String
  /// The name's words.
  var name: Range<Int>?
  /// The noun that describes the party and its word: the head of a description, the title before a name.
  var noun: PartyNoun?
  var nounWord: Int?
  /// The words of the description: the title before a name, or the whole phrase without its article.
  var description: Range<Int>?
  var isPlural = false
  var isDefinite = false
  /// Further words by which clauses take hold of it (of a name and title, the other's head).
  var otherHeads: [Int] = []
  /// The head of the mention that it is an apposition or predicate of.
  var sameAs: Int?
  /// The index of the party that it refers to.
  var party: Int?
  /// Heads of the mentions that it stands for.
  var members: [Int] = []

  init(words: Range<Int>, head: Int, sort: Sort, rule: String) {
    self.words = words
    self.head = head
    self.sort = sort
    self.rule = rule
  }

  /// The pronoun, if it is one.
  var pronoun: PronounForm? { if case .pronoun(let form) = sort { form } else { nil } }
}
