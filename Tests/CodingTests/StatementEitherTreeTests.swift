import Record
import Testing

@testable import Coding

/// The same words under trees that a model may give or mistake: what is said stays the same.
struct StatementEitherTreeTests {
  @Test(
    "Who has yet to comment gives no response, whatever heads the phrase",
    arguments: [
      """
      Odell/NNP/2/nsubj has/VBZ/0/root yet/RB/2/advmod to/TO/5/mark comment/VB/2/xcomp ././2/punct
      """,
      """
      Odell/NNP/2/nsubj has/AUX/3/aux yet/RB/0/root to/TO/5/mark comment/VB/3/xcomp ././3/punct
      """,
      """
      Odell/NNP/5/nsubj has/AUX/5/aux yet/RB/5/advmod to/TO/5/mark comment/VB/0/root ././5/punct
      """,
    ])
  func yet(tree: String) throws {
    let scene = try StatementScene(tree)
    let found = try scene.statement()
    #expect(found.act == .noResponse)
    #expect(scene.speaker(found) == "Odell")
  }

  @Test(
    "What one denies having done is what is denied",
    arguments: ["xcomp", "advcl", "ccomp"])
  func having(relation: String) throws {
    let scene = try StatementScene(
      """
      Odell/NNP/2/nsubj denied/VBD/0/root having/VBG/4/aux confirmed/VBN/2/\(relation) \
      the/DT/6/det deal/NN/4/obj ././2/punct
      """)
    let found = try scene.statement()
    #expect(found.act == .deny)
    #expect(scene.content(found) == ["having confirmed the deal"])
  }

  @Test(
    "A participle behind what was said tells what went with it",
    arguments: ["advcl", "ccomp"])
  func aside(relation: String) throws {
    let scene = try StatementScene(
      """
      All/NN/3/nsubj is/AUX/3/cop well/JJ/5/ccomp ,/,/3/punct said/VBD/0/root Odell/NNP/5/nsubj \
      ,/,/8/punct declining/VBG/5/\(relation) to/TO/10/mark comment/VB/8/xcomp ././5/punct
      """)
    let acts = scene.reading.statements.map(\.act)
    #expect(acts.contains(.declineComment))
    let declined = try #require(scene.reading.statements.first { $0.act == .declineComment })
    #expect(scene.speaker(declined) == "Odell")
  }

  @Test("Who was approached and declined does both, though a participle heads the tree")
  func approached() throws {
    let scene = try StatementScene(
      """
      Residents/NNS/3/nsubj ,/,/1/punct approached/VBD/0/root outside/RB/3/advmod ,/,/3/punct \
      declined/VBD/3/parataxis to/TO/8/mark comment/VB/6/xcomp ././3/punct
      """)
    let found = try scene.statement()
    #expect(found.act == .declineComment)
    #expect(scene.speaker(found) == "Residents")
  }

  @Test(
    "What is dismissed as untrue is denied, wherever the tree hangs the phrase",
    arguments: [("3", "obl"), ("5", "nmod")])
  func dismissed(head: String, relation: String) throws {
    let scene = try StatementScene(
      """
      The/DT/2/det union/NN/3/nsubj dismissed/VBD/0/root the/DT/5/det numbers/NNS/3/obj \
      as/IN/7/case fantasy/NN/\(head)/\(relation) ././3/punct
      """)
    #expect(try scene.statement().act == .deny)
  }

  @Test("The accused, a participle with an article, pleads like anybody else")
  func accused() throws {
    let scene = try StatementScene(
      """
      The/DT/2/det accused/VBN/3/nsubj pleaded/VBD/0/root not/NOT/5/advmod guilty/JJ/3/xcomp ././3/punct
      """)
    #expect(try scene.statement().act == .deny)
  }

  @Test(
    "What is denied to somebody is no claim, whatever the tree calls the two objects",
    arguments: ["iobj", "obj"])
  func withheld(relation: String) throws {
    let scene = try StatementScene(
      """
      Odell/NNP/2/nsubj denied/VBD/0/root the/DT/4/det visitors/NNS/2/\(relation) a/DT/6/det \
      goal/NN/2/obj ././2/punct
      """)
    #expect(scene.reading.statements.isEmpty)
  }

  @Test("Who confirms and denies is one, though the tree puts the denial into what is confirmed")
  func confirmsAndDenies() throws {
    let scene = try StatementScene(
      """
      The/DT/2/det agency/NN/3/nsubj confirmed/VBD/0/root that/SC/7/mark it/PRP/7/nsubj \
      had/AUX/7/aux sold/VBN/3/ccomp cars/NNS/7/obj but/CC/10/cc denied/VBD/7/conj \
      stealing/VBG/10/advcl them/PRP/11/obj ././3/punct
      """)
    let denial = try #require(scene.reading.statements.first { $0.act == .deny })
    #expect(scene.speaker(denial) == "The agency")
    #expect(scene.reading.statements.contains { $0.act == .confirm })
  }
}
