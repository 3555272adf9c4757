import Record
import Tables

/// Text to trees: sentences, words, tags, lemmas, heads and names, by a trained model.
///
/// Immutable and safe to share between threads; the same text gives the same trees on every machine (integer weights,
/// ties broken by position). The model is used where it lies in the program, so opening it costs next to nothing.
public struct SyntaxModel: Sendable {
  /// SHA-256 of the model's bytes.
  public let digest: String

  private let parts: ModelParts?

  /// The model that is compiled in.
  public init() {
    let file = EmbeddedFile("models/english.model")
    digest =
      EmbeddedFile("models/english.sha256").map { String($0.text.prefix { $0 != "\n" }) } ?? ""
    parts = file.flatMap { ModelFile(UnsafeRawBufferPointer($0.bytes)) }.flatMap { ModelParts($0) }
  }

  /// A model in bytes that stay where they are as long as it is used.
  package init?(bytes: UnsafeRawBufferPointer) {
    guard let file = ModelFile(bytes), let parts = ModelParts(file) else { return nil }
    self.parts = parts
    digest = SHA256.hexDigest(of: bytes)
  }

  /// Reads a text.
  ///
  /// - Parameter breaks: byte offsets at which a sentence ends whatever the words say (ends of blocks); a blank line
  ///   is one anyway.
  public func read(_ text: String, breaks: [Int] = []) -> SyntaxTree {
    annotate(Tokenizer.standard.read(text, breaks: breaks))
  }

  /// The same tokens and sentences with tags, lemmas, trees and names by this model.
  public func annotate(_ tree: SyntaxTree) -> SyntaxTree {
    var tree = tree
    guard let parts else { return tree }
    tree.names = []
    for sentence in tree.sentences { parts.annotate(sentence.words, of: &tree) }
    tree.linkDependents()
    return tree
  }
}
