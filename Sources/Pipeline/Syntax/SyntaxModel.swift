/// Text to trees: sentences, words, tags, lemmas, heads and names, by a trained model.
///
/// Immutable and safe to share between threads; the same text gives the same trees on every machine (integer weights,
/// ties broken by position).
public struct SyntaxModel: Sendable {
  /// SHA-256 of the model's bytes.
  public let digest: String

  /// The model that is compiled in.
  public init() {
    digest = ""
  }

  /// Reads a text.
  ///
  /// - Parameter breaks: byte offsets at which a sentence ends whatever the words say (ends of blocks); a blank line
  ///   is one anyway.
  public func read(_ text: String, breaks: [Int] = []) -> SyntaxTree {
    SyntaxTree(text: text, words: [], sentences: [])
  }
}
