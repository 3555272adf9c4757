import Record
import Testing

@testable import Coding

@Suite("Silence, and what only looks like it")
struct StatementSilenceTests {
  @Test(
    "Who is asked and does not say declines to comment",
    arguments: [
      "Odell/NNP/2/nsubj declined/VBD/0/root to/TO/4/mark comment/VB/2/xcomp ././2/punct",
      """
      Odell/NNP/2/nsubj refused/VBD/0/root to/TO/4/mark say/VB/2/xcomp whether/SC/7/mark \
      he/PRP/7/nsubj knew/VBD/4/ccomp ././2/punct
      """,
      "Odell/NNP/4/nsubj would/MD/4/aux not/NOT/4/advmod comment/VB/0/root ././4/punct",
      "Odell/NNP/2/nsubj had/VBD/0/root no/DT/4/det comment/NN/2/obj ././2/punct",
      """
      Odell/NNP/4/nsubj would/MD/4/aux not/NOT/4/advmod say/VB/0/root when/RB/7/advmod \
      he/PRP/7/nsubj left/VBD/4/ccomp ././4/punct
      """,
      """
      Odell/NNP/2/nsubj declined/VBD/0/root a/DT/4/det request/NN/2/obj for/IN/7/case an/DT/7/det \
      interview/NN/4/nmod ././2/punct
      """,
    ])
  func declines(sentence: String) throws {
    let scene = try StatementScene(sentence)
    let found = try scene.statement()
    #expect(found.act == .declineComment)
    #expect(scene.speaker(found) == "Odell")
  }

  @Test(
    "Who does not answer gives no response",
    arguments: [
      """
      Odell/NNP/4/nsubj did/AUX/4/aux not/NOT/4/advmod respond/VB/0/root to/IN/6/case \
      requests/NNS/4/obl for/IN/8/case comment/NN/6/nmod ././4/punct
      """,
      """
      Odell/NNP/4/nsubj did/AUX/4/aux not/NOT/4/advmod return/VB/0/root calls/NNS/4/obj ././4/punct
      """,
      """
      Odell/NNP/5/nsubj:pass could/MD/5/aux not/NOT/5/advmod be/AUX/5/aux:pass reached/VBN/0/root \
      for/IN/7/case comment/NN/5/obl ././5/punct
      """,
    ])
  func noResponse(sentence: String) throws {
    let scene = try StatementScene(sentence)
    #expect(try scene.statement().act == .noResponse)
    #expect(scene.speaker(try scene.statement()) == "Odell")
  }

  @Test(
    "Declining and not confirming are no statements where nothing is asked",
    arguments: [
      "Odell/NNP/2/nsubj declined/VBD/0/root an/DT/4/det invitation/NN/2/obj ././2/punct",
      """
      Sales/NNS/2/nsubj declined/VBD/0/root by/IN/5/case 3/CD/5/nummod percent/NN/2/obl ././2/punct
      """,
      """
      Odell/NNP/2/nsubj declined/VBD/0/root to/TO/4/mark attend/VB/2/xcomp ././2/punct
      """,
      """
      The/DT/2/det agency/NN/5/nsubj could/MD/5/aux not/NOT/5/advmod confirm/VB/0/root the/DT/7/det \
      toll/NN/5/obj ././5/punct
      """,
      """
      The/DT/2/det body/NN/5/nsubj did/AUX/5/aux not/NOT/5/advmod respond/VB/0/root to/IN/7/case \
      treatment/NN/5/obl ././5/punct
      """,
      """
      An/DT/2/det official/NN/10/nsubj ,/,/5/punct who/WP/5/nsubj declined/VBD/2/acl:relcl to/TO/8/mark \
      be/AUX/8/aux:pass named/VBN/5/xcomp ,/,/5/punct left/VBD/0/root ././10/punct
      """,
    ])
  func nearMisses(sentence: String) throws {
    #expect(try StatementScene(sentence).reading.statements.isEmpty)
  }
}
