import Testing

@testable import Coding

@Suite("Events: who speaks, and whom words are for")
struct EventSpeechTests {
  @Test(
    "What somebody means to say is said by the call that he makes",
    arguments: [
      (
        """
        The/the/DET/DT/2/det president/president/NOUN/NN/3/nsubj@ phoned/phone/VERB/VBD/0/root
        the/the/DET/DT/5/det mayor/mayor/NOUN/NN/3/obj@ to/to/PART/TO/7/mark express/express/VERB/VB/3/advcl
        his/his/PRON/PRP$/9/nmod:poss condolences/condolence/NOUN/NNS/7/obj
        """,
        ["CONSULT.phone happened president > mayor", "SUPPORT happened president > "]
      ),
      (
        """
        Norway/Norway/PROPN/NNP/2/nsubj@ phoned/phone/VERB/VBD/0/root Chad/Chad/PROPN/NNP/2/obj@
        to/to/PART/TO/5/mark apologise/apologise/VERB/VB/2/xcomp
        """,
        ["CONSULT.phone happened Norway > Chad", "SUPPORT happened Norway > "]
      ),
    ])
  func calls(sentence: String, expected: [String]) throws {
    #expect(try EventScene(sentence).events() == expected)
  }

  @Test(
    "A letter, report or bill speaks for whoever made it, to whom it goes",
    arguments: [
      (
        """
        The/the/DET/DT/2/det chairman/chairman/NOUN/NN/3/nsubj@ wrote/write/VERB/VBD/0/root
        to/to/ADP/IN/5/case Norway/Norway/PROPN/NNP/3/obl@ threatening/threaten/VERB/VBG/3/advcl
        to/to/PART/TO/8/mark cut/cut/VERB/VB/6/xcomp aid/aid/NOUN/NN/8/obj
        """,
        ["THREATEN.restrict happened chairman > Norway"]
      ),
      (
        """
        The/the/DET/DT/2/det ambassador/ambassador/NOUN/NN/3/nsubj@ warned/warn/VERB/VBD/0/root
        the/the/DET/DT/5/det council/council/NOUN/NN/3/iobj@ in/in/ADP/IN/8/case a/a/DET/DT/8/det
        letter/letter/NOUN/NN/3/obl that/that/SCONJ/IN/12/mark Norway/Norway/PROPN/NNP/12/nsubj@
        would/would/AUX/MD/12/aux act/act/VERB/VB/8/acl:relcl
        """,
        ["THREATEN happened ambassador > council"]
      ),
      (
        """
        The/the/DET/DT/2/det UN/UN/PROPN/NNP/3/nsubj@ issued/issue/VERB/VBD/0/root a/a/DET/DT/5/det
        report/report/NOUN/NN/3/obj critical/critical/ADJ/JJ/5/amod of/of/ADP/IN/8/case
        Norway/Norway/PROPN/NNP/6/obl@
        """,
        ["ACCUSE.disapprove happened UN > Norway"]
      ),
      (
        """
        Forces/force/NOUN/NNS/5/nsubj@ loyal/loyal/ADJ/JJ/1/amod to/to/ADP/IN/4/case
        Norway/Norway/PROPN/NNP/2/obl@ sang/sing/VERB/VBD/0/root
        """,
        []
      ),
      (
        """
        The/the/DET/DT/2/det senator/senator/NOUN/NN/3/nsubj@ introduced/introduce/VERB/VBD/0/root
        a/a/DET/DT/5/det bill/bill/NOUN/NN/3/obj that/that/PRON/WDT/8/nsubj would/would/AUX/MD/8/aux
        sanction/sanction/VERB/VB/5/acl:relcl Norway/Norway/PROPN/NNP/8/obj@
        """,
        ["SANCTION.discontinue planned senator > Norway"]
      ),
      (
        """
        The/the/DET/DT/2/det senator/senator/NOUN/NN/3/nsubj@ criticised/criticise/VERB/VBD/0/root
        a/a/DET/DT/5/det bill/bill/NOUN/NN/3/obj that/that/PRON/WDT/8/nsubj would/would/AUX/MD/8/aux
        sanction/sanction/VERB/VB/5/acl:relcl Norway/Norway/PROPN/NNP/8/obj@
        """,
        ["ACCUSE.disapprove happened senator > ", "SANCTION.discontinue planned  > Norway"]
      ),
      (
        """
        The/the/DET/DT/2/det minister/minister/NOUN/NN/3/nsubj@ rejected/reject/VERB/VBD/0/root
        the/the/DET/DT/5/det plan/plan/NOUN/NN/3/obj proposed/propose/VERB/VBN/5/acl by/by/ADP/IN/9/case
        the/the/DET/DT/9/det Council/Council/PROPN/NNP/6/obl:agent
        """,
        ["REJECT happened minister > Council"]
      ),
    ])
  func makers(sentence: String, expected: [String]) throws {
    #expect(try EventScene(sentence).events() == expected)
  }

  @Test(
    "Who says that another is guilty, or must act, accuses him or asks it of him; what nobody says is no event"
  )
  func saidBySomebody() throws {
    let guilty =
      """
      Norway/Norway/PROPN/NNP/2/nsubj@ said/say/VERB/VBD/0/root Chad/Chad/PROPN/NNP/5/nsubj@
      was/be/AUX/VBD/5/cop responsible/responsible/ADJ/JJ/2/ccomp for/for/ADP/IN/8/case the/the/DET/DT/8/det
      deaths/death/NOUN/NNS/5/obl
      """
    let must =
      """
      Norway/Norway/PROPN/NNP/2/nsubj@ said/say/VERB/VBD/0/root Chad/Chad/PROPN/NNP/5/nsubj@
      must/must/AUX/MD/5/aux ensure/ensure/VERB/VB/2/ccomp order/order/NOUN/NN/5/obj
      """
    #expect(
      try EventScene(guilty).with(contentFrom: 3, speaker: 1, cue: 2).events()
        == ["ACCUSE.allege happened Norway > Chad"])
    #expect(try EventScene(guilty).events() == [])
    #expect(
      try EventScene(must).with(contentFrom: 3, speaker: 1, cue: 2).events()
        == ["REQUEST happened Norway > Chad"])
    #expect(try EventScene(must).events() == [])
  }

  @Test(
    "What sanctions are called for, and what knowledge is about, suffers nothing yet",
    arguments: [
      (
        """
        Norway/Norway/PROPN/NNP/2/nsubj@ called/call/VERB/VBD/0/root for/for/ADP/IN/4/case
        sanctions/sanction/NOUN/NNS/2/obl against/against/ADP/IN/6/case Chad/Chad/PROPN/NNP/4/nmod@
        """,
        ["ACCUSE.disapprove happened Norway > Chad"]
      ),
      (
        """
        Norway/Norway/PROPN/NNP/4/nsubj@ and/and/CCONJ/CC/3/cc Chad/Chad/PROPN/NNP/1/conj@
        agreed/agree/VERB/VBD/0/root to/to/PART/TO/6/mark share/share/VERB/VB/4/xcomp
        intelligence/intelligence/NOUN/NN/6/obj on/on/ADP/IN/10/case the/the/DET/DT/10/det
        rebels/rebel/NOUN/NNS/6/obl@
        """,
        ["AGREE happened Norway+Chad > "]
      ),
      (
        """
        Norway/Norway/PROPN/NNP/2/nsubj@ refused/refuse/VERB/VBD/0/root to/to/PART/TO/4/mark
        let/let/VERB/VB/2/xcomp a/a/DET/DT/7/det Chadian/Chadian/ADJ/JJ/7/amod plane/plane/NOUN/NN/4/iobj
        land/land/VERB/VB/4/xcomp
        """,
        ["REJECT.change happened Norway > Chadian"]
      ),
    ])
  func whomFor(sentence: String, expected: [String]) throws {
    #expect(try EventScene(sentence).events() == expected)
  }
}
