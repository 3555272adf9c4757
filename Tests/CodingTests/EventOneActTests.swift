import Testing

@testable import Coding

@Suite("Events: one act said in several words")
struct EventOneActTests {
  @Test(
    "Words that tell more of an act make no second event",
    arguments: [
      // The dead of an attack.
      (
        "An/a/DET/DT/2/det ambush/ambush/NOUN/NN/5/nsubj on/on/ADP/IN/4/case nomads/nomad/NOUN/NNS/2/nmod@ killed/kill/VERB/VBD/0/root farmers/farmer/NOUN/NNS/5/obj@",
        ["ASSAULT happened  > nomads+farmers"]
      ),
      (
        "Farmers/farmer/NOUN/NNS/3/nsubj:pass@ were/be/AUX/VBD/3/aux:pass killed/kill/VERB/VBN/0/root in/in/ADP/IN/6/case an/a/DET/DT/6/det ambush/ambush/NOUN/NN/3/obl by/by/ADP/IN/8/case rebels/rebel/NOUN/NNS/6/nmod@",
        ["ASSAULT happened rebels > Farmers"]
      ),
      (
        "Rebels/rebel/NOUN/NNS/2/nsubj@ shelled/shell/VERB/VBD/0/root Gao/Gao/PROPN/NNP/2/obj@ killing/kill/VERB/VBG/2/advcl farmers/farmer/NOUN/NNS/4/obj@ and/and/CCONJ/CC/7/cc wounding/wound/VERB/VBG/4/conj nurses/nurse/NOUN/NNS/7/obj@",
        ["ASSAULT.heavy-weapons happened Rebels > Gao+farmers+nurses"]
      ),
      // A suit and its charge.
      (
        "Norway/Norway/PROPN/NNP/2/nsubj@ sued/sue/VERB/VBD/0/root Chad/Chad/PROPN/NNP/2/obj@ accusing/accuse/VERB/VBG/2/advcl it/it/PRON/PRP/4/obj of/of/ADP/IN/7/case fraud/fraud/NOUN/NN/4/obl",
        ["ACCUSE.allege happened Norway > Chad"]
      ),
      // A purpose of the same kind.
      (
        "Norway/Norway/PROPN/NNP/2/nsubj@ summoned/summon/VERB/VBD/0/root the/the/DET/DT/4/det envoy/envoy/NOUN/NN/2/obj@ to/to/PART/TO/6/mark complain/complain/VERB/VB/2/advcl",
        ["ACCUSE.allege happened Norway > envoy"]
      ),
    ])
  func joined(sentence: String, events: [String]) throws {
    #expect(try EventScene(sentence).events() == events)
  }

  @Test(
    "Acts of others, on others or at another time stay events of their own",
    arguments: [
      (
        "Norway/Norway/PROPN/NNP/2/nsubj@ met/meet/VERB/VBD/0/root Chad/Chad/PROPN/NNP/2/obj@ after/after/ADP/IN/5/case talks/talk/NOUN/NNS/2/obl with/with/ADP/IN/7/case Mali/Mali/PROPN/NNP/5/nmod@",
        2
      ),
      (
        "Norway/Norway/PROPN/NNP/2/nsubj@ condemned/condemn/VERB/VBD/0/root Chad/Chad/PROPN/NNP/2/obj@ and/and/CCONJ/CC/5/cc accused/accuse/VERB/VBD/2/conj Mali/Mali/PROPN/NNP/5/obj@ of/of/ADP/IN/8/case fraud/fraud/NOUN/NN/5/obl",
        2
      ),
      (
        "Rebels/rebel/NOUN/NNS/2/nsubj@ attacked/attack/VERB/VBD/0/root Gao/Gao/PROPN/NNP/2/obj@ after/after/SCONJ/IN/6/mark soldiers/soldier/NOUN/NNS/6/nsubj@ killed/kill/VERB/VBD/2/advcl farmers/farmer/NOUN/NNS/6/obj@",
        2
      ),
    ])
  func apart(sentence: String, count: Int) throws {
    #expect(try EventScene(sentence).events().count == count)
  }
}
