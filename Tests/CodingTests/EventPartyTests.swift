import Knowledge
import Record
import Testing

@testable import Coding

@Suite("Events: parties that no slot names")
struct EventPartyTests {
  @Test(
    "A recipient stands where the tree hung it, however deep",
    arguments: [
      (
        "sanctions that were imposed on somebody",
        "Norway/Norway/PROPN/NNP/2/nsubj@ lifted/lift/VERB/VBD/0/root sanctions/sanction/NOUN/NNS/2/obj imposed/impose/VERB/VBN/3/acl on/on/ADP/IN/6/case Chad/Chad/PROPN/NNP/4/obl@",
        "CONCEDE happened Norway > Chad"
      ),
      (
        "an act spoken of",
        "Norway/Norway/PROPN/NNP/2/nsubj@ agreed/agree/VERB/VBD/0/root to/to/PART/TO/4/mark open/open/VERB/VB/2/xcomp its/its/PRON/PRP$/6/nmod:poss@ market/market/NOUN/NN/4/obj to/to/ADP/IN/9/case the/the/DET/DT/9/det goods/good/NOUN/NNS/4/obl of/of/ADP/IN/11/case Chad/Chad/PROPN/NNP/9/nmod@",
        "AGREE happened Norway > Chad"
      ),
    ])
  func reach(name: String, sentence: String, expected: String) throws {
    #expect(try EventScene(sentence).events().first == expected)
  }

  @Test("Troops that are sent are not whom they are sent to")
  func things() throws {
    let found = try EventScene(
      "Norway/Norway/PROPN/NNP/2/nsubj@ sent/send/VERB/VBD/0/root troops/troop/NOUN/NNS/2/obj@ to/to/ADP/IN/6/case the/the/DET/DT/6/det border/border/NOUN/NN/3/nmod of/of/ADP/IN/8/case Chad/Chad/PROPN/NNP/6/nmod@"
    ).events()
    #expect(found == ["MOBILIZE.troops happened Norway > Chad"])
  }

  @Test("Nobody acts upon himself")
  func itself() throws {
    var scene = EventScene(
      "Norway/Norway/PROPN/NNP/2/nsubj@ pulled/pull/VERB/VBD/0/root its/its/PRON/PRP$/4/nmod:poss@ soldiers/soldier/NOUN/NNS/2/obj from/from/ADP/IN/6/case Chad/Chad/PROPN/NNP/2/obl@"
    )
    scene.reading.actors = [
      Actor(id: "state/norway", name: "Norway", kind: .state, country: "NOR", code: "NOR")
    ]
    scene.reading.mentions[0].actor = 0
    scene.reading.mentions[1].actor = 0
    #expect(try scene.events() == ["RETREAT.withdraw happened Norway > Chad"])
  }

  @Test("A town that was shelled and a base that was stormed become mentions, in the text's order")
  func newMentions() throws {
    let town = try EventScene(
      "Rebels/rebel/NOUN/NNS/2/nsubj@ shelled/shell/VERB/VBD/0/root Abeche/Abeche/PROPN/NNP/2/obj near/near/ADP/IN/5/case Chad/Chad/PROPN/NNP/2/obl@"
    ).with(place: 3).read()
    #expect(town.mentions.map(\.head) == [0, 2, 4])
    #expect(town.events.map(\.recipients) == [[1]])
    #expect(town.mentionOfHead[4] == 2)
    let base = try EventScene(
      "Rebels/rebel/NOUN/NNS/2/nsubj@ stormed/storm/VERB/VBD/0/root an/a/DET/DT/5/det army/army/NOUN/NN/5/compound base/base/NOUN/NN/2/obj"
    ).read()
    #expect(base.mentions.map(\.words) == [0..<1, 2..<5])
    #expect(base.events.map(\.recipients) == [[1]])
  }

  @Test("A country that becomes a mention refers to its state")
  func state() throws {
    var scene = EventScene(
      "Rebels/rebel/NOUN/NNS/2/nsubj@ bombed/bomb/VERB/VBD/0/root Chad/Chad/PROPN/NNP/2/obj"
    ).with(place: 3)
    scene.reading.places[0].country = "TCD"
    let found = try scene.read()
    #expect(found.actors.map(\.id) == ["state/chad"])
    #expect(found.mentions[1].actor == 0)
  }

  @Test("A date line acts in nothing")
  func dateLine() throws {
    let found = try EventScene(
      "CAIRO/CAIRO/PROPN/NNP/4/nsubj@ -/-/PUNCT/:/1/punct Police/police/NOUN/NN/4/nsubj@ arrested/arrest/VERB/VBD/0/root rebels/rebel/NOUN/NNS/4/obj@"
    ).events()
    #expect(found == ["COERCE.arrest happened Police > rebels"])
  }

  @Test("Who issued a statement says what it says, and who fired a missile hit")
  func makers() throws {
    let statement = try EventScene(
      "Norway/Norway/PROPN/NNP/2/nsubj@ issued/issue/VERB/VBD/0/root a/a/DET/DT/4/det statement/statement/NOUN/NN/2/obj criticising/criticise/VERB/VBG/4/acl Chad/Chad/PROPN/NNP/5/obj@"
    ).events()
    #expect(statement == ["ACCUSE.disapprove happened Norway > Chad"])
    let missile = try EventScene(
      "Missiles/missile/NOUN/NNS/5/nsubj fired/fire/VERB/VBN/1/acl by/by/ADP/IN/4/case rebels/rebel/NOUN/NNS/2/obl@ struck/strike/VERB/VBD/0/root Chad/Chad/PROPN/NNP/5/obj@"
    ).events()
    #expect(missile.last == "ASSAULT happened rebels > Chad")
  }
}
