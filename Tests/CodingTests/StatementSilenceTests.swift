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
      """
      Odell/NNP/2/nsubj waved/VBD/0/root away/RB/2/advmod questions/NNS/2/obj ././2/punct
      """,
      """
      Odell/NNP/2/nsubj hung/VBD/0/root up/RB/2/advmod when/RB/5/advmod asked/VBN/2/advcl ././2/punct
      """,
      """
      Odell/NNP/4/nsubj did/AUX/4/aux not/NOT/4/advmod wish/VB/0/root to/TO/6/mark talk/VB/4/xcomp \
      ././4/punct
      """,
      """
      Odell/NNP/2/nsubj declined/VBD/0/root to/TO/4/mark go/VB/2/xcomp into/IN/6/case \
      detail/NN/4/obl ././2/punct
      """,
      """
      Odell/NNP/4/nsubj was/AUX/4/cop not/NOT/4/advmod willing/JJ/0/root to/TO/6/mark \
      discuss/VB/4/xcomp it/PRP/6/obj ././4/punct
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
      """
      Odell/NNP/3/nsubj never/RB/3/advmod got/VBD/0/root back/RB/3/advmod to/IN/6/case us/PRP/3/obl \
      ././3/punct
      """,
      """
      Odell/NNP/2/nsubj ignored/VBD/0/root repeated/VBN/4/amod requests/NNS/2/obj for/IN/6/case \
      comment/NN/4/nmod ././2/punct
      """,
      """
      Odell/NNP/4/nsubj did/AUX/4/aux not/NOT/4/advmod respond/VB/0/root to/IN/7/case the/DT/7/det \
      findings/NNS/4/obl ././4/punct
      """,
      """
      Reporters/NNS/4/nsubj could/MD/4/aux not/NOT/4/advmod reach/VB/0/root Odell/NNP/4/obj \
      for/IN/7/case comment/NN/4/obl ././4/punct
      """,
      """
      Odell/NNP/5/nsubj ,/,/3/punct contacted/VBD/5/advcl ,/,/3/punct has/VBZ/0/root yet/RB/5/advmod \
      to/TO/8/mark reply/VB/5/xcomp ././5/punct
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
      Odell/NNP/4/nsubj did/AUX/4/aux not/NOT/4/advmod say/VB/0/root when/RB/7/advmod \
      he/PRP/7/nsubj left/VBD/4/ccomp ././4/punct
      """,
      """
      No/DT/2/det agreement/NN/5/nsubj:pass could/MD/5/aux be/AUX/5/aux:pass reached/VBN/0/root \
      ././5/punct
      """,
      """
      Asked/VBN/7/advcl about/IN/3/case it/PRP/1/obl ,/,/1/punct Odell/NNP/7/nsubj just/RB/7/advmod \
      left/VBD/0/root ././7/punct
      """,
      """
      The/DT/2/det engine/NN/5/nsubj did/AUX/5/aux not/NOT/5/advmod respond/VB/0/root ././5/punct
      """,
      """
      Odell/NNP/4/nsubj did/AUX/4/aux not/NOT/4/advmod respond/VB/0/root for/IN/7/case \
      twenty/CD/7/nummod minutes/NNS/4/obl ././4/punct
      """,
      """
      Odell/NNP/2/nsubj declined/VBD/0/root to/TO/4/mark give/VB/2/xcomp her/PRP$/6/nmod:poss \
      name/NN/4/obj ././2/punct
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
