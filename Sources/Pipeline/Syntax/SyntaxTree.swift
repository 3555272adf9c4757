/// A document's sentences with their words, tags, lemmas, trees and names.
///
/// Flat arrays; words and heads are indices into ``words`` over the whole document, offsets are bytes of the text's
/// UTF-8.
public struct SyntaxTree: Sendable {
  /// The text that was read.
  public let text: String
  /// Its UTF-8.
  public let bytes: [UInt8]
  /// All words, in order.
  public var words: [Word]
  /// The sentences, in order; every word is in one.
  public var sentences: [Sentence]
  /// Names of people, organisations and places, in order, none overlapping.
  public var names: [Name]
  /// The words that depend on each word, in order.
  public private(set) var dependents: [[Int]] = []

  /// A tree over a text.
  public init(text: String, words: [Word], sentences: [Sentence], names: [Name] = []) {
    self.text = text
    self.bytes = Array(text.utf8)
    self.words = words
    self.sentences = sentences
    self.names = names
    linkDependents()
  }

  /// Makes ``dependents`` anew after heads have changed.
  public mutating func linkDependents() {
    dependents = Array(repeating: [], count: words.count)
    for (index, word) in words.enumerated() {
      if let head = word.head { dependents[head].append(index) }
    }
  }

  /// The text's passage of a range of bytes.
  public func passage(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}

/// A word by Universal Dependencies: a token, or a part of a multiword one.
public struct Word: Sendable, Equatable {
  /// As it stands in the text (of a part of a multiword token: the part).
  public var form: String
  /// The dictionary form.
  public var lemma: String
  /// The universal tag.
  public var upos: UPOS
  /// The treebank's tag (Penn).
  public var xpos: String
  /// `Number=Sing|…`, sorted; empty where there are none.
  public var features: String
  /// The head's index in the document; nil for a sentence's root.
  public var head: Int?
  /// The relation to the head, with its subtype: `nsubj:pass`.
  public var relation: Relation
  /// The bytes of the word in the text; of a part of a multiword token, of that part.
  public var range: Range<Int>
  /// The index of the sentence.
  public var sentence: Int
  /// Whether a space or line end follows in the text.
  public var spaceAfter: Bool
  /// The words of the multiword token that this one belongs to.
  public var multiword: Range<Int>?

  /// A word without a tree yet.
  public init(
    form: String, lemma: String = "", upos: UPOS = .x, xpos: String = "", features: String = "",
    head: Int? = nil, relation: Relation = "root", range: Range<Int>, sentence: Int,
    spaceAfter: Bool = true, multiword: Range<Int>? = nil
  ) {
    self.form = form
    self.lemma = lemma
    self.upos = upos
    self.xpos = xpos
    self.features = features
    self.head = head
    self.relation = relation
    self.range = range
    self.sentence = sentence
    self.spaceAfter = spaceAfter
    self.multiword = multiword
  }
}

/// A sentence of the document.
public struct Sentence: Sendable, Equatable {
  /// Its words.
  public var words: Range<Int>
  /// Its bytes.
  public var range: Range<Int>

  /// A sentence.
  public init(words: Range<Int>, range: Range<Int>) {
    self.words = words
    self.range = range
  }
}

/// A name in the text.
public struct Name: Sendable, Equatable {
  /// What bears the name.
  public enum Kind: String, Sendable, CaseIterable {
    case person = "PER"
    case organisation = "ORG"
    case location = "LOC"
  }

  /// What bears it.
  public var kind: Kind
  /// Its words.
  public var words: Range<Int>

  /// A name over these words.
  public init(kind: Kind, words: Range<Int>) {
    self.kind = kind
    self.words = words
  }
}

/// The universal part-of-speech tags.
public enum UPOS: String, Sendable, CaseIterable {
  case adj = "ADJ"
  case adp = "ADP"
  case adv = "ADV"
  case aux = "AUX"
  case cconj = "CCONJ"
  case det = "DET"
  case intj = "INTJ"
  case noun = "NOUN"
  case num = "NUM"
  case part = "PART"
  case pron = "PRON"
  case propn = "PROPN"
  case punct = "PUNCT"
  case sconj = "SCONJ"
  case sym = "SYM"
  case verb = "VERB"
  case x = "X"
}

/// A dependency relation, such as `nsubj` or `nsubj:pass`.
public struct Relation: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The relation with its subtype.
  public let name: String
  /// The universal relation, the subtype cut.
  public let universal: String

  /// The relation of that name.
  public init(_ name: String) {
    self.name = name
    universal = name.firstIndex(of: ":").map { String(name[..<$0]) } ?? name
  }

  /// The relation of that name.
  public init(stringLiteral name: String) { self.init(name) }

  /// The name.
  public var description: String { name }
}
