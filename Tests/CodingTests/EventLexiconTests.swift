import Knowledge
import Record
import Tables
import Testing

@testable import Coding

@Suite("Events: lexicon and codebook")
struct EventLexiconTests {
  @Test("Every category has an entry with definition, example, and what it is not")
  func codebook() throws {
    let codebook = try Codebook()
    for type in EventType.allCases {
      let entry = try #require(codebook.entry(for: type))
      #expect(!entry.definition.isEmpty && !entry.example.isEmpty && !entry.isNot.isEmpty)
      #expect(entry.quadClass == type.quadClass)
    }
    #expect(codebook.score(of: .retreat, mode: "ceasefire") == 7.5)
    #expect(codebook.score(of: .accuse, mode: nil) == -3)
  }

  @Test("Every frame's mode and CAMEO code is one that the codebook knows")
  func framesAreInTheCodebook() throws {
    let codebook = try Codebook()
    let lexicon = try EventLexicon()
    for frame in (lexicon.verbs.values.flatMap { $0 } + lexicon.nouns.values.flatMap { $0 }) {
      guard frame.act != .nothing else { continue }
      #expect(codebook.name(ofCAMEO: frame.cameo) != nil, "\(frame.source) \(frame.cameo)")
      guard case .event(let type, let mode?) = frame.act else { continue }
      let modes = codebook.entry(for: type)?.modes.map(\.name) ?? []
      #expect(modes.contains(mode), "\(frame.source) \(type.rawValue).\(mode)")
    }
  }

  @Test("The lexicon covers every category, with 1,500 entries of verbs and 700 of nouns and more")
  func coverage() throws {
    let lexicon = try EventLexicon()
    #expect(lexicon.verbs.values.map(\.count).reduce(0, +) >= 1500)
    #expect(lexicon.nouns.values.map(\.count).reduce(0, +) >= 700)
    var seen: Set<EventType> = []
    for frame in lexicon.verbs.values.flatMap({ $0 }) {
      switch frame.act {
      case .event(let type, _), .aboutComplement(let type): seen.insert(type)
      case .nothing: break
      }
    }
    #expect(seen.count == EventType.allCases.count)
  }

  @Test("A frame that asks for nothing counts after those that ask, wherever it stands")
  func plainFramesLast() throws {
    var lexicon = try EventLexicon()
    let table = try TabSeparatedTable(
      file: "verbs.tsv", text: "greet\t\tSUPPORT\t051\ngreet\tobj=insult\tACCUSE\t111", columns: 7)
    try lexicon.readFrames(table, of: .verb)
    let last = try #require(lexicon.verbs["greet"]?.last)
    #expect(last.conditions.isEmpty && lexicon.verbs["greet"]?.first?.conditions.isEmpty == false)
  }

  @Test(
    "A condition may look below an argument, step by step",
    arguments: [
      ("relief", [String]()), ("mediation", ["SANCTION.withdraw happened Norway > Chad"]),
    ])
  func conditionsBelow(kind: String, expected: [String]) throws {
    let condition = Frame.Condition("to|for.compound|amod=peace")
    #expect(condition.slots == [.preposition("to"), .preposition("for")])
    #expect(condition.below == [[.compound, .modifier]])
    #expect(condition.description == "to|for.compound|amod=peace")
    let found = try EventScene(
      """
      Norway/Norway/PROPN/NNP/2/nsubj@ ended/end/VERB/VBD/0/root \(kind)/\(kind)/NOUN/NN/4/compound
      efforts/effort/NOUN/NNS/2/obj in/in/ADP/IN/6/case Chad/Chad/PROPN/NNP/4/nmod@
      """
    ).events()
    #expect((found == expected) == (kind == "mediation"))
  }

  @Test("No lemma has the same conditions twice, of which the second would never count")
  func noRowIsDead() throws {
    let lexicon = try EventLexicon()
    for (lemma, frames) in lexicon.verbs.merging(lexicon.nouns, uniquingKeysWith: { a, _ in a }) {
      let conditions = frames.map { $0.conditions.map(\.description).joined(separator: " ") }
      #expect(Set(conditions).count == conditions.count, "\(lemma)")
    }
  }

  @Test("All of PLOVER's contexts have words")
  func contexts() throws {
    #expect(try EventContexts().names.count == 37)
  }

  @Test(
    "A row that is wrong is named by line and column, with what is allowed",
    arguments: [
      ("greet\t\tWELCOME\t051", "verbs.tsv:1: column 3: unknown category WELCOME"),
      ("greet\t\tSUPPORT!soon\t051", "verbs.tsv:1: column 3: unknown status soon"),
      ("greet\t\tSUPPORT\tx", "verbs.tsv:1: column 4: \"x\" is no CAMEO code"),
      ("greet\tobj=@nobody\tSUPPORT\t051", "verbs.tsv:1: column 2: unknown class @nobody"),
    ])
  func malformed(row: String, message: String) throws {
    var lexicon = try EventLexicon()
    let table = try TabSeparatedTable(file: "verbs.tsv", text: row, columns: 7)
    let error = #expect(throws: TabSeparatedTable.Malformed.self) {
      try lexicon.readFrames(table, of: .verb)
    }
    #expect(error?.description.hasPrefix(message) == true)
  }
}
