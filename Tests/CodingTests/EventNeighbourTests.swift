import Record
import Testing

@testable import Coding

@Suite("Events: whose act it is among those around it")
struct EventNeighbourTests {
  @Test(
    "Somebody without a name is not who he belongs to",
    arguments: [
      (
        """
        Police/police/NOUN/NNS/2/nsubj convicted/convict/VERB/VBD/0/root a/a/DET/DT/4/det
        friend/friend/NOUN/NN/2/obj of/of/ADP/IN/7/case the/the/DET/DT/7/det
        minister/minister/NOUN/NN/4/nmod@
        """,
        ["SANCTION.convict happened Police > friend"]
      )
    ])
  func unnamed(sentence: String, expected: [String]) throws {
    #expect(try EventScene(sentence).events() == expected)
  }

  @Test(
    "Where one resigns, surrenders or goes is no party",
    arguments: [
      (
        """
        The/the/DET/DT/2/det envoy/envoy/NOUN/NN/3/nsubj@ resigned/resign/VERB/VBD/0/root
        in/in/ADP/IN/5/case Paris/Paris/PROPN/NNP/3/obl
        """,
        ["RETREAT.resign happened envoy > "]
      ),
      (
        """
        The/the/DET/DT/2/det French/French/PROPN/NNP/3/nsubj@ retreated/retreat/VERB/VBD/0/root
        to/to/ADP/IN/5/case Verdun/Verdun/PROPN/NNP/3/obl
        """,
        ["RETREAT.withdraw happened French > "]
      ),
    ])
  func places(sentence: String, expected: [String]) throws {
    let scene = EventScene(sentence).with(place: 5)
    #expect(try scene.events() == expected)
  }

  @Test(
    "Verbs side by side share who does it",
    arguments: [
      (
        """
        The/the/DET/DT/2/det guard/guard/NOUN/NN/4/nsubj:pass was/be/AUX/VBD/4/aux:pass
        struck/strike/VERB/VBN/0/root and/and/CCONJ/CC/6/cc killed/kill/VERB/VBN/4/conj by/by/ADP/IN/8/case
        rebels/rebel/NOUN/NNS/4/obl:agent@
        """,
        ["ASSAULT happened rebels > guard"]
      )
    ])
  func conjuncts(sentence: String, expected: [String]) throws {
    #expect(try EventScene(sentence).events() == expected)
  }

  @Test(
    "Who carries an act need not do it",
    arguments: [
      (
        """
        The/the/DET/DT/2/det riot/riot/NOUN/NN/3/nsubj unleashed/unleash/VERB/VBD/0/root
        protests/protest/NOUN/NNS/3/obj by/by/ADP/IN/6/case students/student/NOUN/NNS/4/nmod@
        """,
        ["PROTEST.demo happened students > "]
      ),
      (
        """
        Police/police/NOUN/NNS/2/nsubj foiled/foil/VERB/VBD/0/root an/a/DET/DT/4/det
        attack/attack/NOUN/NN/2/obj on/on/ADP/IN/7/case the/the/DET/DT/7/det embassy/embassy/NOUN/NN/4/nmod@
        """,
        ["ASSAULT cancelled  > embassy"]
      ),
      (
        """
        Gray/Gray/PROPN/NNP/2/nsubj@ has/have/VERB/VBZ/0/root four/four/NUM/CD/4/nummod
        arrests/arrest/NOUN/NNS/2/obj
        """,
        ["COERCE.arrest happened  > Gray"]
      ),
    ])
  func carriers(sentence: String, expected: [String]) throws {
    #expect(try EventScene(sentence).events() == expected)
  }

  @Test(
    "Who asks others to punish somebody is against him",
    arguments: [
      (
        """
        Peru/Peru/PROPN/NNP/2/nsubj@ urged/urge/VERB/VBD/0/root Chile/Chile/PROPN/NNP/2/obj@
        to/to/PART/TO/5/mark impose/impose/VERB/VB/2/xcomp sanctions/sanction/NOUN/NNS/5/obj
        on/on/ADP/IN/8/case Norway/Norway/PROPN/NNP/5/obl@
        """,
        ["ACCUSE.disapprove happened Peru > Norway"]
      )
    ])
  func thirdParties(sentence: String, expected: [String]) throws {
    #expect(try EventScene(sentence).events() == expected)
  }

  @Test(
    "What hangs on a neighbour is the act's",
    arguments: [
      (
        """
        The/the/DET/DT/2/det attack/attack/NOUN/NN/9/nsubj by/by/ADP/IN/5/case the/the/DET/DT/5/det
        rebels/rebel/NOUN/NNS/2/nmod@ on/on/ADP/IN/8/case the/the/DET/DT/8/det town/town/NOUN/NN/5/nmod
        began/begin/VERB/VBD/0/root
        """,
        ["ASSAULT happened rebels > town"]
      ),
      (
        """
        The/the/DET/DT/2/det president/president/NOUN/NN/3/nsubj@ met/meet/VERB/VBD/0/root
        and/and/CCONJ/CC/5/cc thanked/thank/VERB/VBD/3/conj the/the/DET/DT/7/det
        rescuers/rescuer/NOUN/NNS/5/obj@
        """,
        ["CONSULT happened president+rescuers > ", "SUPPORT happened president > rescuers"]
      ),
      (
        """
        President/President/PROPN/NNP/2/nmod:desc Diallo/Diallo/PROPN/NNP/10/nsubj@ ,/,/PUNCT/,/2/punct
        on/on/ADP/IN/6/case a/a/DET/DT/6/det visit/visit/NOUN/NN/10/obl to/to/ADP/IN/8/case
        Lima/Lima/PROPN/NNP/6/nmod@ ,/,/PUNCT/,/6/punct met/meet/VERB/VBD/0/root
        Smith/Smith/PROPN/NNP/10/obj@
        """,
        ["CONSULT.visit happened Diallo > Lima", "CONSULT happened Diallo+Smith > "]
      ),
    ])
  func neighbours(sentence: String, expected: [String]) throws {
    #expect(try EventScene(sentence).events() == expected)
  }

  @Test(
    "Who is blamed for an act is who did it, not who suffered by it",
    arguments: [
      (
        """
        Peru/Peru/PROPN/NNP/2/nsubj@ condemned/condemn/VERB/VBD/0/root the/the/DET/DT/4/det
        invasion/invasion/NOUN/NN/2/obj of/of/ADP/IN/6/case Chad/Chad/PROPN/NNP/4/nmod@ by/by/ADP/IN/8/case
        Norway/Norway/PROPN/NNP/4/nmod@
        """,
        ["ACCUSE.disapprove happened Peru > Norway", "ASSAULT happened Norway > Chad"]
      ),
      (
        """
        The/the/DET/DT/2/det arrest/arrest/NOUN/NN/7/nsubj:pass of/of/ADP/IN/5/case the/the/DET/DT/5/det
        mayor/mayor/NOUN/NN/2/nmod@ was/be/AUX/VBD/7/aux:pass condemned/condemn/VERB/VBN/0/root
        by/by/ADP/IN/9/case Norway/Norway/PROPN/NNP/7/obl:agent@
        """,
        ["COERCE.arrest happened  > mayor", "ACCUSE.disapprove happened Norway > "]
      ),
    ])
  func blame(sentence: String, expected: [String]) throws {
    #expect(try EventScene(sentence).events() == expected)
  }

  @Test(
    "Nobody is no party, and both sides are one",
    arguments: [
      (
        """
        No/no/DET/DT/2/det group/group/NOUN/NN/4/nsubj@ has/have/AUX/VBZ/4/aux claimed/claim/VERB/VBN/0/root
        responsibility/responsibility/NOUN/NN/4/obj for/for/ADP/IN/8/case the/the/DET/DT/8/det
        attack/attack/NOUN/NN/5/nmod
        """,
        []
      ),
      (
        """
        Norway/Norway/PROPN/NNP/2/nsubj@ called/call/VERB/VBD/0/root on/on/ADP/IN/5/case
        both/both/DET/DT/5/det sides/side/NOUN/NNS/2/obl to/to/PART/TO/7/mark cease/cease/VERB/VB/2/advcl
        hostilities/hostility/NOUN/NNS/7/obj
        """,
        ["REQUEST.yield happened Norway > sides"]
      ),
      (
        """
        Norway/Norway/PROPN/NNP/5/nsubj@ and/and/CCONJ/CC/4/cc its/its/PRON/PRP$/4/nmod:poss@
        allies/ally/NOUN/NNS/1/conj attacked/attack/VERB/VBD/0/root Chad/Chad/PROPN/NNP/5/obj@
        """,
        ["ASSAULT happened Norway+allies > Chad"]
      ),
    ])
  func sides(sentence: String, expected: [String]) throws {
    #expect(try EventScene(sentence).events() == expected)
  }

  @Test(
    "What is warned or decided against is not done",
    arguments: [
      (
        """
        Chad/Chad/PROPN/NNP/2/nsubj@ warned/warn/VERB/VBD/0/root Norway/Norway/PROPN/NNP/2/iobj@
        against/against/SCONJ/IN/5/mark sending/send/VERB/VBG/2/advcl troops/troop/NOUN/NNS/5/obj@
        """,
        ["THREATEN happened Chad > Norway", "MOBILIZE.troops possible Norway > "]
      ),
      (
        """
        Norway/Norway/PROPN/NNP/2/nsubj@ decided/decide/VERB/VBD/0/root against/against/SCONJ/IN/4/mark
        sending/send/VERB/VBG/2/advcl troops/troop/NOUN/NNS/4/obj@ to/to/ADP/IN/7/case
        Chad/Chad/PROPN/NNP/4/obl
        """,
        ["MOBILIZE.troops refused Norway > Chad"]
      ),
    ])
  func warnings(sentence: String, expected: [String]) throws {
    #expect(try EventScene(sentence).events() == expected)
  }

  @Test("A war is no earlier war, but talks are the talks before")
  func takenUp() throws {
    let attack =
      "Peru/Peru/PROPN/NNP/2/nsubj@ attacked/attack/VERB/VBD/0/root Chile/Chile/PROPN/NNP/2/obj@"
    let war = "The/the/DET/DT/2/det war/war/NOUN/NN/3/nsubj began/begin/VERB/VBD/0/root"
    #expect(try EventScene(attack, war).events() == ["ASSAULT happened Peru > Chile"])
    let meeting =
      "Peru/Peru/PROPN/NNP/2/nsubj@ met/meet/VERB/VBD/0/root Chile/Chile/PROPN/NNP/2/obj@"
    let talks = "The/the/DET/DT/2/det talks/talk/NOUN/NNS/3/nsubj began/begin/VERB/VBD/0/root"
    let both = try EventScene(meeting, talks).events()
    #expect(both == ["CONSULT happened Peru+Chile > ", "CONSULT happened Peru+Chile > "])
  }
}
