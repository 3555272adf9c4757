import Record
import Tables
import Testing

@testable import Syntax

private let model = SyntaxModel()

/// Whether every sentence has one root and every word comes to it.
private func isWellFormed(_ tree: SyntaxTree) -> Bool {
  tree.sentences.allSatisfy { sentence in
    sentence.words.filter { tree.words[$0].head == nil }.count == 1
      && sentence.words.allSatisfy { word in
        var at = word
        for _ in sentence.words {
          guard let head = tree.words[at].head else { return tree.words[at].relation == "root" }
          guard sentence.words.contains(head) else { return false }
          at = head
        }
        return tree.words[at].head == nil
      }
  }
}

@Suite struct SyntaxModelTests {
  @Test("The digest beside the model is that of its bytes")
  func digest() throws {
    let file = try #require(EmbeddedFile("models/english.model"))
    #expect(model.digest == SHA256.hexDigest(of: file.bytes))
  }

  @Test("A plain sentence is read with its subject, object, tags and lemmas")
  func plain() throws {
    let tree = model.read("The soldiers attacked two villages.")
    #expect(tree.words.map(\.lemma) == ["the", "soldier", "attack", "two", "village", "."])
    #expect(tree.words.map(\.upos) == [.det, .noun, .verb, .num, .noun, .punct])
    #expect(tree.words.map(\.relation.name) == ["det", "nsubj", "root", "nummod", "obj", "punct"])
    #expect(tree.words.map(\.head) == [1, 2, nil, 4, 2, 2])
    #expect(tree.words[2].features.contains("Tense=Past"))
    #expect(tree.dependents[2] == [1, 4, 5])
  }

  @Test("A passive has its subject and agent")
  func passive() throws {
    let tree = model.read("The minister was arrested by police.")
    let relations = Dictionary(
      uniqueKeysWithValues: tree.words.map { ($0.form, $0.relation.name) })
    #expect(relations["minister"] == "nsubj:pass")
    #expect(relations["was"] == "aux:pass")
    #expect(relations["arrested"] == "root")
    #expect(relations["police"]?.hasPrefix("obl") == true)
  }

  @Test("Names are found and kept apart")
  func names() throws {
    let tree = model.read("John Miller flew from Paris to London.")
    #expect(
      tree.names.map { tree.words[$0.words].map(\.form).joined(separator: " ") } == [
        "John Miller", "Paris", "London",
      ])
    #expect(tree.names.map(\.kind) == [.person, .location, .location])
  }

  @Test(
    "Any text gets trees of one root each",
    arguments: [
      "", ".", "and and and and", ") ( ) (", "\u{0}\u{1}", "Who what when?! No... 7 % $ € @x #y",
      String(repeating: "of the ", count: 400), String(repeating: "a", count: 100_000),
      String(repeating: "( \" ", count: 300),
    ])
  func anything(text: String) {
    #expect(isWellFormed(model.read(text)))
  }

  @Test("A given sentence of thousands of words keeps its tokens and gets a tree")
  func long() throws {
    let count = 3000
    let words = (0..<count).map { index in
      Word(form: index % 3 == 0 ? "says" : "he", range: 0..<0, sentence: 0)
    }
    let given = SyntaxTree(
      text: "", words: words, sentences: [Sentence(words: 0..<count, range: 0..<0)])
    let tree = model.annotate(given)
    #expect(tree.words.map(\.form) == words.map(\.form))
    #expect(tree.sentences == given.sentences)
    #expect(tree.words.count { $0.head == nil } == 1)
  }

  @Test("What is annotated once more stays the same")
  func again() {
    let tree = model.read("She didn't go to Rome. They did.")
    #expect(CoNLLU.write(model.annotate(tree)) == CoNLLU.write(tree))
  }

  @Test(
    "A name goes on only as what it is, and none follows right after one of its kind",
    arguments: [
      // Outside 0; person 1 and 2; organisation 3 and 4.
      (0, 2, true), (1, 0, true), (2, 0, false), (2, 1, true), (2, 2, true), (2, 3, false),
      (1, 2, false), (1, 1, false), (3, 2, true), (4, 1, false),
    ] as [(Int, Int, Bool)])
  func follows(next: Int, last: Int, expected: Bool) {
    #expect(NameScorer.follows(next, last) == expected)
  }

  @Test("Bytes that are no model are refused")
  func broken() {
    for bytes in [
      [], Array("NWSYNTX2".utf8), [UInt8](repeating: 255, count: 64),
      Array("NWSYNTX2".utf8) + [UInt8](repeating: 255, count: 64),
    ] {
      bytes.withUnsafeBytes { #expect(SyntaxModel(bytes: $0) == nil) }
    }
    let large: [UInt8] = .init(repeating: 255, count: 12)
    large.withUnsafeBytes { #expect(ByteRows($0) == nil) }
    let empty = ModelFile.bytes(of: [("words", [1, 0, 0, 0, 255, 0, 0, 0])])
    empty.withUnsafeBytes { #expect(SyntaxModel(bytes: $0) == nil) }
  }

  @Test("A model that is cut short anywhere, or whose list of sections is garbled, is refused")
  func cutShort() throws {
    let file = try #require(EmbeddedFile("models/english.model"))
    let whole = Array(file.bytes)
    for share in 1..<16 {
      let part = Array(whole.prefix(whole.count * share / 16))
      part.withUnsafeBytes { #expect(SyntaxModel(bytes: $0) == nil) }
    }
    for place in stride(from: 8, to: 1200, by: 37) {
      var garbled = whole
      garbled[place] ^= 0x5a
      // Opens or not, but never reads beyond the bytes.
      garbled.withUnsafeBytes { _ = SyntaxModel(bytes: $0)?.read("They met in Paris.") }
    }
  }
}
