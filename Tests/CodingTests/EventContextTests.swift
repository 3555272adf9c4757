import Knowledge
import Record
import Testing

@testable import Coding

@Suite("Events: contexts and the codebook")
struct EventContextTests {
  private func contexts(_ sentence: String) throws -> [String] {
    try EventScene(sentence).read().events.first?.contexts ?? []
  }

  @Test("All 37 contexts have words")
  func all() throws { #expect(try EventContexts().names.count == 37) }

  @Test(
    "Terms of two words tell more than either",
    arguments: [
      ("tear/tear/NOUN/NN", "gas/gas/NOUN/NN", "repression"),
      ("boko/boko/PROPN/NNP", "haram/haram/PROPN/NNP", "terrorism"),
    ])
  func terms(first: String, second: String, expected: String) throws {
    let found = try contexts(
      "Rebels/rebel/NOUN/NNS/2/nsubj@ attacked/attack/VERB/VBD/0/root soldiers/soldier/NOUN/NNS/2/obj@ with/with/ADP/IN/6/case \(first)/6/compound \(second)/2/obl"
    )
    #expect(found.contains(expected), "\(found)")
  }

  @Test("A code tells its own context without any word")
  func code() throws {
    let found = try contexts(
      "Norway/Norway/PROPN/NNP/2/nsubj@ deported/deport/VERB/VBD/0/root Diallo/Diallo/PROPN/NNP/2/obj@"
    )
    #expect(found.contains("migration"), "\(found)")
  }

  @Test("Every category and mode has a definition, every code of a frame a name")
  func codebook() throws {
    let codebook = try Codebook()
    for entry in codebook.entries {
      #expect(!entry.definition.isEmpty, "\(entry.type)")
      for mode in entry.modes { #expect(!mode.definition.isEmpty, "\(entry.type).\(mode.name)") }
    }
    let lexicon = try EventLexicon()
    for frame in [lexicon.verbs, lexicon.nouns].flatMap({ $0.values.joined() })
    where frame.act != .nothing {
      let name = codebook.name(ofCAMEO: frame.cameo)
      let shorter = codebook.name(ofCAMEO: String(frame.cameo.dropLast()))
      #expect(name != nil && name != shorter, "\(frame.source) \(frame.cameo)")
    }
  }
}
