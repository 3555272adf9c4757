import Record
import Testing

@testable import Coding

@Suite("Events: who did what to whom")
struct EventReadingTests {
  @Test(
    "A tree is read by its relations, not its word order",
    arguments: [
      (
        "Rebels/rebel/NOUN/NNS/2/nsubj@ attacked/attack/VERB/VBD/0/root soldiers/soldier/NOUN/NNS/2/obj@",
        ["ASSAULT happened Rebels > soldiers"]
      ),
      (
        "Soldiers/soldier/NOUN/NNS/3/nsubj:pass@ were/be/AUX/VBD/3/aux:pass attacked/attack/VERB/VBN/0/root by/by/ADP/IN/5/case rebels/rebel/NOUN/NNS/3/obl:agent@",
        ["ASSAULT happened rebels > Soldiers"]
      ),
      (
        "Soldiers/soldier/NOUN/NNS/3/nsubj:pass@ were/be/AUX/VBD/3/aux:pass attacked/attack/VERB/VBN/0/root",
        ["ASSAULT happened  > Soldiers"]
      ),
      (
        "Rebels/rebel/NOUN/NNS/4/nsubj@ who/who/PRON/WP/3/nsubj attacked/attack/VERB/VBD/1/acl:relcl fled/flee/VERB/VBD/0/root from/from/ADP/IN/6/case soldiers/soldier/NOUN/NNS/4/obl@",
        ["ASSAULT happened Rebels > "]
      ),
      (
        "The/the/DET/DT/2/det rebels/rebel/NOUN/NNS/4/nmod:poss@ '/'s/PART/POS/2/case rejection/rejection/NOUN/NN/0/root of/of/ADP/IN/7/case the/the/DET/DT/7/det truce/truce/NOUN/NN/4/nmod",
        ["REJECT.yield happened rebels > "]
      ),
      (
        "Norway/Norway/PROPN/NNP/2/nsubj@ held/hold/VERB/VBD/0/root talks/talk/NOUN/NNS/2/obj with/with/ADP/IN/5/case Chad/Chad/PROPN/NNP/3/nmod@",
        ["CONSULT happened Norway+Chad > "]
      ),
      (
        "Norway/Norway/PROPN/NNP/4/nsubj@ and/and/CCONJ/CC/3/cc Chad/Chad/PROPN/NNP/1/conj@ met/meet/VERB/VBD/0/root",
        ["CONSULT happened Norway+Chad > "]
      ),
      (
        "Norway/Norway/PROPN/NNP/2/nsubj@ pulled/pull/VERB/VBD/0/root out/out/ADP/RP/2/compound:prt of/of/ADP/IN/5/case Chad/Chad/PROPN/NNP/2/obl@",
        ["RETREAT.withdraw happened Norway > Chad"]
      ),
      (
        "Norway/Norway/PROPN/NNP/2/nsubj@ arrested/arrest/VERB/VBD/0/root and/and/CCONJ/CC/4/cc deported/deport/VERB/VBD/2/conj migrants/migrant/NOUN/NNS/2/obj@",
        ["COERCE.arrest happened Norway > migrants", "COERCE.deport happened Norway > migrants"]
      ),
    ])
  func readsTheTree(sentence: String, expected: [String]) throws {
    let found = try EventScene(sentence).events()
    #expect(found == expected)
  }

  @Test(
    "What stands in an argument changes the code",
    arguments: [
      ("rejected/reject", "request/request", ["REJECT.change happened Norway > "]),
      ("rejected/reject", "invitation/invitation", ["REJECT.meet happened Norway > "]),
      ("rejected/reject", "claim/claim", ["ACCUSE.disapprove happened Norway > "]),
      ("attacked/attack", "proposal/proposal", ["ACCUSE.disapprove happened Norway > "]),
      ("struck/strike", "deal/deal", ["AGREE happened Norway > "]),
      ("killed/kill", "bill/bill", ["REJECT happened Norway > "]),
      ("killed/kill", "time/time", []),
      ("signed/sign", "treaty/treaty", ["SUPPORT happened Norway > "]),
      ("lifted/lift", "curfew/curfew", ["CONCEDE happened Norway > "]),
      ("deployed/deploy", "troops/troop", ["MOBILIZE.troops happened Norway > "]),
    ])
  func argumentsDecide(verb: String, object: String, expected: [String]) throws {
    let sentence =
      "Norway/Norway/PROPN/NNP/2/nsubj@ \(verb)/VERB/VBD/0/root \(object)/NOUN/NN/2/obj"
    let found = try EventScene(sentence).events()
    #expect(found == expected)
  }

  @Test(
    "Expelling envoys is a sanction, expelling people deportation",
    arguments: [
      ("diplomats/diplomat", "SANCTION.expel happened Norway > diplomats"),
      ("migrants/migrant", "COERCE.deport happened Norway > migrants"),
    ])
  func expulsions(object: String, expected: String) throws {
    let sentence =
      "Norway/Norway/PROPN/NNP/2/nsubj@ expelled/expel/VERB/VBD/0/root \(object)/NOUN/NNS/2/obj@"
    let found = try EventScene(sentence).events()
    #expect(found == [expected])
  }

  @Test("An invitation names whom it goes to and who else is to be there")
  func invitations() throws {
    let scene = EventScene(
      """
      Norway/Norway/PROPN/NNP/2/nsubj@ invited/invite/VERB/VBD/0/root Chad/Chad/PROPN/NNP/2/obj@
      to/to/ADP/IN/5/case talks/talk/NOUN/NNS/2/obl with/with/ADP/IN/7/case rebels/rebel/NOUN/NNS/5/nmod@
      in/in/ADP/IN/9/case Oslo/Oslo/PROPN/NNP/5/nmod
      """
    ).with(place: 9)
    let found = try scene.events()
    #expect(found == ["CONSULT invited Norway > Chad+rebels"])
    let event = try #require(try scene.read().events.first)
    #expect(event.place == 0)
    #expect(event.category == .agree)
    #expect(event.score == 2.5)
  }

  @Test("Feelings and events without a party are none")
  func noParty() throws {
    #expect(
      try EventScene(
        "Storms/storm/NOUN/NNS/2/nsubj attacked/attack/VERB/VBD/0/root houses/house/NOUN/NNS/2/obj"
      ).events().isEmpty)
    #expect(
      try EventScene(
        "Norway/Norway/PROPN/NNP/2/nsubj@ angered/anger/VERB/VBD/0/root Chad/Chad/PROPN/NNP/2/obj@"
      ).events().isEmpty)
  }

  @Test("A postponed meeting keeps the parties of the meeting that it takes up")
  func takesUp() throws {
    let events = try EventScene(
      """
      Norway/Norway/PROPN/NNP/3/nsubj@ will/will/AUX/MD/3/aux meet/meet/VERB/VB/0/root
      Chad/Chad/PROPN/NNP/3/obj@
      """,
      """
      The/the/DET/DT/2/det meeting/meeting/NOUN/NN/4/nsubj:pass was/be/AUX/VBD/4/aux:pass
      postponed/postpone/VERB/VBN/0/root
      """
    ).events()
    #expect(
      events == ["CONSULT planned Norway+Chad > ", "CONSULT postponed Norway+Chad > "])
  }

  @Test("A refused call is refused as what it was a call for")
  func refusedCalls() throws {
    let found = try EventScene(
      """
      Norway/Norway/PROPN/NNP/2/nsubj@ rejected/reject/VERB/VBD/0/root calls/call/NOUN/NNS/2/obj
      for/for/ADP/IN/5/case talks/talk/NOUN/NNS/3/nmod with/with/ADP/IN/7/case
      Chad/Chad/PROPN/NNP/5/nmod@
      """
    ).events()
    #expect(found == ["REJECT.meet happened Norway > Chad"])
  }

  @Test("A noun right behind its verb is its object though the tree hangs it elsewhere")
  func objectsByPosition() throws {
    let found = try EventScene(
      """
      Norway/Norway/PROPN/NNP/2/nsubj@ released/release/VERB/VBD/0/root at/at/ADP/IN/4/case
      least/least/ADJ/JJS/5/nmod nine/nine/NUM/CD/6/nummod sailors/sailor/NOUN/NNS/2/obl@
      """
    ).events()
    #expect(found == ["RETREAT.release happened Norway > sailors"])
  }

  @Test("Where somebody was met or killed, the act took place")
  func placesOfObjects() throws {
    let scene = EventScene(
      """
      Norway/Norway/PROPN/NNP/2/nsubj@ met/meet/VERB/VBD/0/root rebels/rebel/NOUN/NNS/2/obj@
      in/in/ADP/IN/5/case Doha/Doha/PROPN/NNP/3/nmod
      """
    ).with(place: 5)
    #expect(try scene.read().events.first?.place == 0)
  }

  @Test(
    "A drivers' strike is a protest, an air strike an assault",
    arguments: [
      (
        "Drivers/driver/NOUN/NNS/2/nsubj@ began/begin/VERB/VBD/0/root strike/strike/NOUN/NN/2/obj",
        "PROTEST.strike happened Drivers > "
      ),
      (
        "Norway/Norway/PROPN/NNP/2/nsubj@ began/begin/VERB/VBD/0/root air/air/NOUN/NN/4/compound strikes/strike/NOUN/NNS/2/obj",
        "ASSAULT.aerial happened Norway > "
      ),
    ])
  func strikes(sentence: String, expected: String) throws {
    let found = try EventScene(sentence).events()
    #expect(found == [expected])
  }

  @Test("Aid given for a purpose is one event, whose purpose names whom it helps")
  func aidForPurpose() throws {
    let found = try EventScene(
      """
      Norway/Norway/PROPN/NNP/2/nsubj@ gave/give/VERB/VBD/0/root trucks/truck/NOUN/NNS/2/dep
      and/and/CCONJ/CC/5/cc money/money/NOUN/NN/2/obj to/to/PART/TO/7/mark help/help/VERB/VB/2/advcl
      villagers/villager/NOUN/NNS/7/obj@
      """
    ).events()
    #expect(found == ["AID happened Norway > villagers"])
  }

  @Test("Headings state nothing")
  func headings() throws {
    var scene = EventScene(
      "Rebels/rebel/NOUN/NNS/2/nsubj@ attack/attack/VERB/VBP/0/root soldiers/soldier/NOUN/NNS/2/obj@"
    )
    var reading = Reading(tree: scene.reading.tree, published: nil, headings: [0..<5])
    reading.mentions = scene.reading.mentions
    reading.mentionOfHead = scene.reading.mentionOfHead
    scene.reading = reading
    #expect(try scene.events().isEmpty)
  }

  @Test("A word with five thousand dependents, or five thousand conjuncts, is read in one pass")
  func wideTrees() throws {
    var star = "met/meet/VERB/VBD/0/root"
    var chain = "met/meet/VERB/VBD/0/root"
    for number in 2...5000 {
      star += " " + (number % 2 == 0 ? "Chad/Chad/PROPN/NNP/1/nsubj@" : "met/meet/VERB/VBD/1/conj")
      chain += " met/meet/VERB/VBD/\(number - 1)/xcomp"
    }
    #expect(try EventScene(star).events().count > 0)
    #expect(try EventScene(chain).events().isEmpty)
    #expect(try EventScene("././PUNCT/./0/root").events().isEmpty)
  }
}
