import Knowledge
import Record
import Testing

@testable import Coding

@Suite("Events: whether it came about")
struct EventStandingTests {
  @Test(
    "Auxiliaries and negation give the standing",
    arguments: [
      ("has/have/AUX/VBZ/3/aux met/meet/VERB/VBN/0/root", "CONSULT happened Norway+Chad > "),
      ("will/will/AUX/MD/3/aux meet/meet/VERB/VB/0/root", "CONSULT planned Norway+Chad > "),
      ("may/may/AUX/MD/3/aux meet/meet/VERB/VB/0/root", "CONSULT possible Norway+Chad > "),
      ("should/should/AUX/MD/3/aux meet/meet/VERB/VB/0/root", "CONSULT called_for Norway+Chad > "),
      ("is/be/AUX/VBZ/3/aux meeting/meet/VERB/VBG/0/root", "CONSULT ongoing Norway+Chad > "),
      ("never/never/ADV/RB/3/advmod met/meet/VERB/VBD/0/root", "CONSULT denied Norway+Chad > "),
    ])
  func auxiliaries(verb: String, expected: String) throws {
    let sentence = "Norway/Norway/PROPN/NNP/3/nsubj@ \(verb) Chad/Chad/PROPN/NNP/3/obj@"
    let found = try EventScene(sentence).events()
    #expect(found == [expected])
  }

  @Test("A bare passive stands as what it is joined to: leave or be shot")
  func barePassive() throws {
    let sentence = """
      Nomads/nomad/NOUN/NNS/3/nsubj@ must/must/AUX/MD/3/aux leave/leave/VERB/VB/0/root or/or/CCONJ/CC/6/cc
      be/be/AUX/VB/6/aux:pass shot/shoot/VERB/VBN/3/conj by/by/ADP/IN/8/case soldiers/soldier/NOUN/NNS/6/obl:agent@
      """
    let found = try EventScene(sentence).events()
    #expect(found == ["ASSAULT.firearms called_for soldiers > Nomads"])
  }

  @Test("Who will not come refuses")
  func refusal() throws {
    let sentence = """
      Norway/Norway/PROPN/NNP/4/nsubj@ will/will/AUX/MD/4/aux not/not/PART/RB/4/advmod
      meet/meet/VERB/VB/0/root Chad/Chad/PROPN/NNP/4/obj@
      """
    let found = try EventScene(sentence).events()
    #expect(found == ["REJECT.meet happened Norway > Chad"])
  }

  @Test(
    "Embedding verbs give the standing or the act",
    arguments: [
      ("plans/plan", "CONSULT planned Norway+Chad > "),
      ("refused/refuse", "REJECT.meet happened Norway > Chad"),
      ("agreed/agree", "AGREE happened Norway > Chad"),
      ("promised/promise", "AGREE happened Norway > Chad"),
      ("proposed/propose", "CONSULT proposed Norway+Chad > "),
      ("began/begin", "CONSULT happened Norway+Chad > "),
    ])
  func embedding(verb: String, expected: String) throws {
    let sentence = """
      Norway/Norway/PROPN/NNP/2/nsubj@ \(verb)/VERB/VBD/0/root to/to/PART/TO/4/mark
      meet/meet/VERB/VB/2/xcomp Chad/Chad/PROPN/NNP/4/obj@
      """
    let found = try EventScene(sentence).events()
    #expect(found == [expected])
  }

  @Test("Asking another to act is one request")
  func requests() throws {
    let sentence = """
      Norway/Norway/PROPN/NNP/2/nsubj@ urged/urge/VERB/VBD/0/root Chad/Chad/PROPN/NNP/2/obj@
      to/to/PART/TO/5/mark release/release/VERB/VB/2/xcomp prisoners/prisoner/NOUN/NNS/5/obj@
      """
    let found = try EventScene(sentence).events()
    #expect(found == ["REQUEST.yield happened Norway > Chad"])
  }

  @Test("A speaker who says that another must act asks for it")
  func must() throws {
    let scene = EventScene(
      """
      Norway/Norway/PROPN/NNP/2/nsubj@ said/say/VERB/VBD/0/root Chad/Chad/PROPN/NNP/5/nsubj@
      must/must/AUX/MD/5/aux withdraw/withdraw/VERB/VB/2/ccomp
      """
    ).with(contentFrom: 3, speaker: 1, cue: 2)
    let found = try scene.events()
    #expect(found == ["REQUEST.yield happened Norway > Chad"])
    #expect(try scene.read().events.first?.statement == 0)
  }

  @Test("A proposal's own date is not the meeting's")
  func times() throws {
    let sentence = """
      Norway/Norway/PROPN/NNP/4/nsubj@ in/in/ADP/IN/3/case August/August/PROPN/NNP/4/obl
      proposed/propose/VERB/VBD/0/root holding/hold/VERB/VBG/4/xcomp talks/talk/NOUN/NNS/5/obj
      in/in/ADP/IN/8/case May/May/PROPN/NNP/5/obl
      """
    let scene = EventScene(sentence).with(time: 3, start: "2018-08").with(time: 8, start: "2019-05")
    let event = try #require(try scene.read().events.first)
    #expect(event.status == .proposed)
    #expect(event.statusTime?.start == "2018-08")
    #expect(event.time?.start == "2019-05")
  }

  @Test(
    "What is still to come dates the proposed act and not its proposal",
    arguments: [("2019-05", nil, false), ("2019-05", "before", false), ("2018-05", nil, true)])
  func ahead(start: String, modifier: String?, isProposal: Bool) throws {
    let sentence = """
      Norway/Norway/PROPN/NNP/2/nsubj@ proposed/propose/VERB/VBD/0/root by/by/ADP/IN/4/case
      then/then/NOUN/NN/2/obl holding/hold/VERB/VBG/2/xcomp talks/talk/NOUN/NNS/5/obj
      """
    let scene = EventScene(sentence, published: CalendarDay(year: 2018, month: 8, day: 21))
      .with(time: 4, start: start, modifier: modifier)
    let event = try #require(try scene.read().events.first)
    #expect((event.statusTime != nil) == isProposal)
    #expect((event.time != nil) != isProposal)
  }

  @Test("An act since a time is open at its end")
  func since() throws {
    let sentence = """
      Since/since/ADP/IN/2/case 2016/2016/NUM/CD/5/obl Norway/Norway/PROPN/NNP/5/nsubj@
      has/have/AUX/VBZ/5/aux provided/provide/VERB/VBN/0/root rifles/rifle/NOUN/NNS/5/obj
      to/to/ADP/IN/8/case Chad/Chad/PROPN/NNP/5/obl@
      """
    let scene = EventScene(sentence).with(time: 2, start: "2016", modifier: "since")
    let event = try #require(try scene.read().events.first)
    #expect(event.type == .aid)
    #expect(event.time?.start == "2016")
    #expect(event.time?.end == nil)
  }

  @Test(
    "PLOVER's one word folds cooperation that is to come into agreement",
    arguments: [
      (EventType.consult, EventStatus.planned, EventType.agree),
      (.consult, .happened, .consult), (.aid, .invited, .agree), (.assault, .planned, .assault),
      (.retreat, .planned, .retreat),
    ])
  func folding(type: EventType, status: EventStatus, expected: EventType) throws {
    #expect(try Codebook().category(of: type, status: status) == expected)
  }
}
