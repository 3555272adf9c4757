/// The numbers that decide what belongs together.
///
/// Found on the development half of ECB+ (Cybulska and Vossen 2014), in the middle of a plateau: Documentation/stages/stories.md.
public struct StoryThresholds: Sendable, Equatable {
  /// The mean similarity (cosine) at which two groups of documents are one story.
  public var linkage = 0.19
  /// Days between two documents past which nothing links them.
  public var days = 21
  /// Jaccard's index of shingles from which on two documents are copies of one text.
  public var duplicate = 0.5
  /// The part of a short text's shingles in a longer one from which on it is taken for an extract.
  public var extract = 0.8
  /// Words in a shingle.
  public var shingle = 5
  /// Terms of a document that are compared, the weightiest first.
  public var terms = 128
  /// Words at the head of the body that count twice, as news says first what it is about.
  public var lead = 60
  /// What a word of the title counts against a plain word.
  public var title = 2.0
  /// What a word with a capital counts.
  public var capitalised = 1.5
  /// What figures count.
  public var figures = 2.0
  /// What an actor counts.
  public var actor = 2.0
  /// What a place counts.
  public var place = 1.5
  /// What a day counts.
  public var day = 1.5
  /// Similarity below which two documents are taken to share nothing: what keeps large sets in memory.
  public var least = 0.02
  /// Documents that are thought to stand behind those compared, so that in a small set a word that two share is still
  /// rare.
  public var background = 1000

  /// The thresholds as measured.
  public init() {}
}
