import Record
import Testing

@testable import Coding

@Suite("Events: what did not come about")
struct EventUnrealTests {
  @Test(
    "What is negated in other words than not is denied",
    arguments: [
      (
        """
        Norway/Norway/PROPN/NNP/2/nsubj@ has/have/VERB/VBZ/0/root yet/yet/ADV/RB/2/advmod
        to/to/PART/TO/5/mark sign/sign/VERB/VB/2/xcomp the/the/DET/DT/7/det treaty/treaty/NOUN/NN/5/obj
        """,
        ["SUPPORT denied Norway > "]
      ),
      (
        """
        Norway/Norway/PROPN/NNP/3/nsubj@ nearly/nearly/ADV/RB/3/advmod attacked/attack/VERB/VBD/0/root
        Chad/Chad/PROPN/NNP/3/obj@
        """,
        ["ASSAULT denied Norway > Chad"]
      ),
      (
        """
        Nobody/nobody/PRON/NN/2/nsubj attacked/attack/VERB/VBD/0/root Chad/Chad/PROPN/NNP/2/obj@
        """,
        ["ASSAULT denied  > Chad"]
      ),
      (
        """
        Without/without/SCONJ/IN/2/mark attacking/attack/VERB/VBG/6/advcl Chad/Chad/PROPN/NNP/2/obj@
        ,/,/PUNCT/,/2/punct Norway/Norway/PROPN/NNP/6/nsubj@ won/win/VERB/VBD/0/root
        """,
        ["ASSAULT denied Norway > Chad"]
      ),
      (
        """
        The/the/DET/DT/2/det minister/minister/NOUN/NN/5/nsubj@ was/be/AUX/VBD/5/cop too/too/ADV/RB/5/advmod
        ill/ill/ADJ/JJ/0/root to/to/PART/TO/7/mark meet/meet/VERB/VB/5/advcl the/the/DET/DT/9/det
        president/president/NOUN/NN/7/obj@
        """,
        ["CONSULT denied minister+president > "]
      ),
      (
        """
        Jones/Jones/PROPN/NNP/3/nsubj:pass@ was/be/AUX/VBD/3/aux:pass found/find/VERB/VBN/0/root
        not/not/PART/RB/5/advmod guilty/guilty/ADJ/JJ/3/xcomp
        """,
        ["SANCTION.convict denied  > Jones"]
      ),
      (
        """
        Norway/Norway/PROPN/NNP/2/nsubj@ kept/keep/VERB/VBD/0/root Chad/Chad/PROPN/NNP/2/obj@
        from/from/SCONJ/IN/5/mark attacking/attack/VERB/VBG/2/advcl Peru/Peru/PROPN/NNP/5/obj@
        """,
        ["ASSAULT denied Chad > Peru"]
      ),
      (
        """
        There/there/PRON/EX/2/expl is/be/VERB/VBZ/0/root no/no/DET/DT/4/det
        evidence/evidence/NOUN/NN/2/nsubj that/that/SCONJ/IN/7/mark Norway/Norway/PROPN/NNP/7/nsubj@
        attacked/attack/VERB/VBD/4/acl Chad/Chad/PROPN/NNP/7/obj@
        """,
        ["ASSAULT denied Norway > Chad"]
      ),
      (
        """
        Norway/Norway/PROPN/NNP/2/nsubj@ lacked/lack/VERB/VBD/0/root the/the/DET/DT/4/det
        means/means/NOUN/NNS/2/obj to/to/PART/TO/6/mark punish/punish/VERB/VB/4/acl
        Chad/Chad/PROPN/NNP/6/obj@
        """,
        []
      ),
    ])
  func negations(sentence: String, expected: [String]) throws {
    #expect(try EventScene(sentence).events() == expected)
  }

  @Test(
    "What is claimed, thought or told as an idea stands as that",
    arguments: [
      (
        """
        Ministers/minister/NOUN/NNS/2/nsubj@ rejected/reject/VERB/VBD/0/root claims/claim/NOUN/NNS/2/obj
        that/that/SCONJ/IN/6/mark Norway/Norway/PROPN/NNP/6/nsubj@ attacked/attack/VERB/VBD/3/acl
        Chad/Chad/PROPN/NNP/6/obj@
        """,
        ["ACCUSE.disapprove happened Ministers > Chad", "ASSAULT denied Norway > Chad"]
      ),
      (
        """
        Norway/Norway/PROPN/NNP/2/nsubj@ called/call/VERB/VBD/0/root off/off/ADP/RP/2/compound:prt
        a/a/DET/DT/5/det plan/plan/NOUN/NN/2/obj to/to/PART/TO/7/mark attack/attack/VERB/VB/5/acl
        Chad/Chad/PROPN/NNP/7/obj@
        """,
        ["ASSAULT cancelled Norway > Chad"]
      ),
      (
        """
        It/it/PRON/PRP/4/expl would/would/AUX/MD/4/aux be/be/AUX/VB/4/cop wrong/wrong/ADJ/JJ/0/root
        to/to/PART/TO/6/mark attack/attack/VERB/VB/4/csubj Chad/Chad/PROPN/NNP/6/obj@
        """,
        ["ASSAULT possible  > Chad"]
      ),
      (
        """
        Had/have/AUX/VBD/3/aux Norway/Norway/PROPN/NNP/3/nsubj@ attacked/attack/VERB/VBN/8/advcl
        Chad/Chad/PROPN/NNP/3/obj@ ,/,/PUNCT/,/3/punct Peru/Peru/PROPN/NNP/8/nsubj@ would/would/AUX/MD/8/aux
        fight/fight/VERB/VB/0/root
        """,
        ["ASSAULT denied Norway > Chad"]
      ),
      (
        """
        After/after/SCONJ/IN/3/mark Norway/Norway/PROPN/NNP/3/nsubj@ signs/sign/VERB/VBZ/9/advcl
        the/the/DET/DT/5/det treaty/treaty/NOUN/NN/3/obj ,/,/PUNCT/,/3/punct Chad/Chad/PROPN/NNP/9/nsubj@
        will/will/AUX/MD/9/aux release/release/VERB/VB/0/root the/the/DET/DT/11/det
        prisoners/prisoner/NOUN/NNS/9/obj@
        """,
        ["SUPPORT planned Norway > ", "RETREAT.release planned Chad > prisoners"]
      ),
      (
        """
        Release/release/VERB/VB/7/ccomp the/the/DET/DT/3/det hostages/hostage/NOUN/NNS/1/obj@
        ,/,/PUNCT/,/1/punct the/the/DET/DT/6/det senator/senator/NOUN/NN/7/nsubj@ said/say/VERB/VBD/0/root
        """,
        ["RETREAT.release called_for  > hostages"]
      ),
    ])
  func ideas(sentence: String, expected: [String]) throws {
    #expect(try EventScene(sentence).events() == expected)
  }

  @Test(
    "What had to be done was, and what came of a deed did",
    arguments: [
      (
        """
        Officers/officer/NOUN/NNS/2/nsubj had/have/VERB/VBD/0/root to/to/PART/TO/4/mark
        arrest/arrest/VERB/VB/2/xcomp the/the/DET/DT/6/det mayor/mayor/NOUN/NN/4/obj@
        """,
        ["COERCE.arrest happened Officers > mayor"]
      ),
      (
        """
        Men/man/NOUN/NNS/2/nsubj@ set/set/VERB/VBD/0/root fire/fire/NOUN/NN/2/obj to/to/ADP/IN/6/case
        the/the/DET/DT/6/det embassy/embassy/NOUN/NN/2/obl@ ,/,/PUNCT/,/8/punct
        killing/kill/VERB/VBG/2/advcl guards/guard/NOUN/NNS/8/obj
        """,
        ["PROTEST.riot happened Men > embassy", "ASSAULT happened Men > guards"]
      ),
    ])
  func deeds(sentence: String, expected: [String]) throws {
    #expect(try EventScene(sentence).events() == expected)
  }

  @Test(
    "Who is not to do something is asked to yield",
    arguments: [
      (
        """
        Norway/Norway/PROPN/NNP/2/nsubj@ urged/urge/VERB/VBD/0/root Chad/Chad/PROPN/NNP/2/iobj@
        not/not/PART/RB/6/advmod to/to/PART/TO/6/mark attack/attack/VERB/VB/2/xcomp
        Peru/Peru/PROPN/NNP/6/obj@
        """,
        ["REQUEST.yield happened Norway > Chad"]
      ),
      (
        """
        Norway/Norway/PROPN/NNP/2/nsubj@ promised/promise/VERB/VBD/0/root not/not/PART/RB/5/advmod
        to/to/PART/TO/5/mark attack/attack/VERB/VB/2/xcomp Chad/Chad/PROPN/NNP/5/obj@
        """,
        ["AGREE happened Norway > Chad"]
      ),
    ])
  func forbearance(sentence: String, expected: [String]) throws {
    #expect(try EventScene(sentence).events() == expected)
  }
}
