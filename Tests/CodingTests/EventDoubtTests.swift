import Testing

@testable import Coding

@Suite("Events: what is only talked of, and who suffers it")
struct EventDoubtTests {
  @Test(
    "Who is under something suffers it, and who would end it does not do it",
    arguments: [
      (
        """
        The/the/DET/DT/2/det town/town/NOUN/NN/5/nsubj@ was/be/AUX/VBD/5/cop under/under/ADP/IN/5/case
        attack/attack/NOUN/NN/0/root by/by/ADP/IN/8/case the/the/DET/DT/8/det rebels/rebel/NOUN/NNS/5/nmod@
        """,
        ["ASSAULT happened rebels > town"]
      ),
      (
        """
        The/the/DET/DT/2/det minister/minister/NOUN/NN/5/nsubj@ is/be/AUX/VBZ/5/cop under/under/ADP/IN/5/case
        investigation/investigation/NOUN/NN/0/root
        """,
        ["ACCUSE.investigate happened  > minister"]
      ),
      (
        """
        The/the/DET/DT/2/det president/president/NOUN/NN/3/nsubj@ wants/want/VERB/VBZ/0/root
        to/to/PART/TO/5/mark end/end/VERB/VB/3/xcomp the/the/DET/DT/7/det killing/killing/NOUN/NN/5/obj
        of/of/ADP/IN/9/case villagers/villager/NOUN/NNS/7/nmod@
        """,
        ["ASSAULT planned  > villagers"]
      ),
    ])
  func sufferers(sentence: String, expected: [String]) throws {
    #expect(try EventScene(sentence).events() == expected)
  }

  @Test(
    "What somebody is accused of, calls an idea or waits for may come about; what is found is told",
    arguments: [
      (
        """
        Prosecutors/prosecutor/NOUN/NNS/2/nsubj@ accused/accuse/VERB/VBD/0/root the/the/DET/DT/4/det
        general/general/NOUN/NN/2/obj@ of/of/SCONJ/IN/6/mark attacking/attack/VERB/VBG/2/advcl
        the/the/DET/DT/8/det monks/monk/NOUN/NNS/6/obj@
        """,
        ["ACCUSE.allege happened Prosecutors > general", "ASSAULT possible general > monks"]
      ),
      (
        """
        Attacking/attack/VERB/VBG/5/csubj Chad/Chad/PROPN/NNP/1/obj@ would/would/AUX/MD/5/aux
        be/be/AUX/VB/5/cop wrong/wrong/ADJ/JJ/0/root
        """,
        ["ASSAULT possible  > Chad"]
      ),
      (
        """
        Polls/poll/NOUN/NNS/2/nsubj@ suggest/suggest/VERB/VBP/0/root that/that/SCONJ/IN/5/mark
        voters/voter/NOUN/NNS/5/nsubj@ back/back/VERB/VBP/2/ccomp the/the/DET/DT/7/det
        mayor/mayor/NOUN/NN/5/obj@
        """,
        ["SUPPORT happened voters > mayor"]
      ),
      (
        """
        The/the/DET/DT/2/det mayor/mayor/NOUN/NN/4/nsubj@ will/will/AUX/MD/4/aux resign/resign/VERB/VB/0/root
        when/when/ADV/WRB/8/advmod the/the/DET/DT/7/det president/president/NOUN/NN/8/nsubj@
        visits/visit/VERB/VBZ/4/advcl Lima/Lima/PROPN/NNP/8/obj@
        """,
        ["RETREAT.resign planned mayor > ", "CONSULT.visit planned president > Lima"]
      ),
      (
        """
        She/she/PRON/PRP/2/nsubj@ called/call/VERB/VBD/0/root for/for/SCONJ/IN/7/mark the/the/DET/DT/5/det
        mayor/mayor/NOUN/NN/7/nsubj@ to/to/PART/TO/7/mark resign/resign/VERB/VB/2/xcomp
        """,
        ["REQUEST.change happened She > mayor"]
      ),
    ])
  func talk(sentence: String, expected: [String]) throws {
    #expect(try EventScene(sentence).events() == expected)
  }

  @Test(
    "What is named in passing is no event, and what is said once is one",
    arguments: [
      (
        """
        The/the/DET/DT/2/det senator/senator/NOUN/NN/3/nsubj@ expressed/express/VERB/VBD/0/root
        support/support/NOUN/NN/3/obj for/for/ADP/IN/7/case the/the/DET/DT/7/det mayor/mayor/NOUN/NN/4/nmod@
        """,
        ["SUPPORT happened senator > mayor"]
      ),
      (
        """
        He/he/PRON/PRP/2/nsubj@ died/die/VERB/VBD/0/root at/at/ADP/IN/6/case a/a/DET/DT/6/det
        detention/detention/NOUN/NN/6/compound centre/centre/NOUN/NN/2/obl
        """,
        []
      ),
      (
        """
        The/the/DET/DT/3/det Iran/Iran/PROPN/NNP/3/compound@ deal/deal/NOUN/NN/4/nsubj
        pleased/please/VERB/VBD/0/root Norway/Norway/PROPN/NNP/4/obj@
        """,
        []
      ),
      (
        """
        The/the/DET/DT/2/det deal/deal/NOUN/NN/7/nsubj between/between/ADP/IN/4/case
        Norway/Norway/PROPN/NNP/2/nmod@ and/and/CCONJ/CC/6/cc Chad/Chad/PROPN/NNP/4/conj@
        stands/stand/VERB/VBZ/0/root
        """,
        ["AGREE happened Norway+Chad > "]
      ),
      (
        """
        Norway/Norway/PROPN/NNP/2/nsubj@ warned/warn/VERB/VBD/0/root its/its/PRON/PRP$/4/nmod:poss@
        citizens/citizen/NOUN/NNS/2/iobj@ against/against/ADP/IN/6/case travel/travel/NOUN/NN/2/obl
        """,
        []
      ),
    ])
  func names(sentence: String, expected: [String]) throws {
    #expect(try EventScene(sentence).events() == expected)
  }
}
