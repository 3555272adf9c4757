import Record
import Testing

@testable import Coding

@Suite("The lexicon of statements")
struct StatementLexiconTests {
  @Test("Every act that words perform has verbs, and there are many")
  func verbs() throws {
    let lexicon = try CueLexicon()
    #expect(lexicon.verbs.count >= 150)
    let acts = Set(lexicon.verbs.values.map(\.act))
    #expect(
      acts.isSuperset(of: Set(Statement.Act.allCases).subtracting([.declineComment, .noResponse])))
  }

  @Test(
    "Belief and feeling are no words of saying",
    arguments: ["think", "believe", "hope", "fear", "expect", "want", "know", "feel"])
  func beliefs(verb: String) throws {
    #expect(try CueLexicon().verbs[verb] == nil)
  }

  @Test("A verb that takes phrases names their prepositions")
  func prepositions() throws {
    for (verb, entry) in try CueLexicon().verbs where entry.frames.contains(.preposition) {
      #expect(!entry.prepositions.isEmpty, "\(verb)")
    }
  }
}
