import Record

/// Words that tell that somebody says something, before it is known what.
struct Cue {
  /// How the cue and what is said hang together.
  enum Form {
    /// "X said that …"
    case verb
    /// "according to X, …"
    case phrase
    /// "X's claim that …"
    case noun
    /// Nothing was said: "declined to comment".
    case silence
  }

  /// The word that heads it.
  var head: Int
  /// Its words.
  var words: Range<Int>
  /// What is done by saying it.
  var act: Statement.Act
  /// What it may take.
  var frames: CueFrames
  /// The prepositions that may lead what is said.
  var prepositions: [String] = []
  /// The word that heads the speaker.
  var speaker: Int?
  /// How it introduces what is said.
  var form: Form
  /// Whether the subject is what is said: "was confirmed by …".
  var isPassive = false
  /// Whether nobody is named who says it: "it was confirmed that …".
  var isAgentless = false
  /// Whether the tree takes the verb for another kind of word, so that what is said goes by order.
  var isMisread = false
  /// Where what is said hangs, if not on ``head``: the verb below "declined to".
  var governor: Int?
  /// The pattern that found it.
  var rule: String
}
