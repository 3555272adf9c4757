import Testing

@testable import Coding

@Suite("Events: parties beyond the frame's slots")
struct EventRoleTests {
  @Test(
    "Roles are found where English puts them",
    arguments: [
      // A tagger's guess at an irregular verb.
      (
        "Norway/Norway/PROPN/NNP/2/nsubj@ withdrew/withdake/VERB/VBD/0/root troops/troop/NOUN/NNS/2/obj from/from/ADP/IN/5/case Chad/Chad/PROPN/NNP/2/obl@",
        "RETREAT.withdraw happened Norway > Chad"
      ),
      // A refusal awaits something of somebody.
      (
        "Drivers/driver/NOUN/NNS/4/nsubj@ will/will/AUX/MD/4/aux not/not/PART/RB/4/advmod end/end/VERB/VB/0/root the/the/DET/DT/6/det strike/strike/NOUN/NN/4/obj until/until/SCONJ/IN/9/mark owners/owner/NOUN/NNS/9/nsubj@ pay/pay/VERB/VBP/4/advcl",
        "REJECT.change happened Drivers > owners"
      ),
      // Who does it hangs on what is given, or on whom it is done to.
      (
        "Chad/Chad/PROPN/NNP/3/nsubj:pass@ was/be/AUX/VBD/3/aux:pass promised/promise/VERB/VBN/0/root a/a/DET/DT/5/det boat/boat/NOUN/NN/3/obj by/by/ADP/IN/7/case Norway/Norway/PROPN/NNP/5/nmod@",
        "AGREE happened Norway > Chad"
      ),
      (
        "The/the/DET/DT/2/det ambush/ambush/NOUN/NN/7/nsubj on/on/ADP/IN/4/case soldiers/soldier/NOUN/NNS/2/nmod@ by/by/ADP/IN/6/case rebels/rebel/NOUN/NNS/4/nmod@ failed/fail/VERB/VBD/0/root",
        "ASSAULT happened rebels > soldiers"
      ),
      // With whom hangs on what they make.
      (
        "Norway/Norway/PROPN/NNP/2/nsubj@ developed/develop/VERB/VBD/0/root a/a/DET/DT/4/det missile/missile/NOUN/NN/2/obj with/with/ADP/IN/6/case Chad/Chad/PROPN/NNP/4/nmod@",
        "COOPERATE happened Norway+Chad > "
      ),
      // "Is to" as a copula, "no longer", adjectives, and what somebody is in or at.
      (
        "Norway/Norway/PROPN/NNP/4/nsubj:outer@ is/be/AUX/VBZ/4/cop to/to/PART/TO/4/mark visit/visit/VERB/VB/0/root Chad/Chad/PROPN/NNP/4/obj@",
        "CONSULT.visit planned Norway > Chad"
      ),
      (
        "Norway/Norway/PROPN/NNP/4/nsubj@ no/no/ADV/RB/3/advmod longer/long/ADV/RBR/4/advmod attacks/attack/VERB/VBZ/0/root Chad/Chad/PROPN/NNP/4/obj@",
        "ASSAULT denied Norway > Chad"
      ),
      (
        "Norway/Norway/PROPN/NNP/3/nsubj@ was/be/AUX/VBD/3/cop critical/critical/ADJ/JJ/0/root of/of/ADP/IN/5/case Chad/Chad/PROPN/NNP/3/obl@",
        "ACCUSE.disapprove happened Norway > Chad"
      ),
      (
        "Norway/Norway/PROPN/NNP/4/nsubj@ is/be/AUX/VBZ/4/cop in/in/ADP/IN/4/case talks/talk/NOUN/NNS/0/root with/with/ADP/IN/6/case Chad/Chad/PROPN/NNP/4/nmod@",
        "CONSULT happened Norway+Chad > "
      ),
      (
        "Miners/miner/NOUN/NNS/4/nsubj@ are/be/AUX/VBP/4/cop on/on/ADP/IN/4/case strike/strike/NOUN/NN/0/root against/against/ADP/IN/6/case Norway/Norway/PROPN/NNP/4/nmod@",
        "PROTEST.strike happened Miners > Norway"
      ),
      // The preposition hangs on the title.
      (
        "Norway/Norway/PROPN/NNP/2/nsubj@ held/hold/VERB/VBD/0/root talks/talk/NOUN/NNS/2/obj with/with/ADP/IN/5/case President/President/PROPN/NNP/6/nmod:desc Diallo/Diallo/PROPN/NNP/3/nmod@",
        "CONSULT happened Norway+Diallo > "
      ),
      // A short form in brackets is no subject.
      (
        "Union/Union/PROPN/NNP/5/nsubj@ (/(/PUNCT/-LRB-/3/punct WHO/who/PRON/WP/5/nsubj )/)/PUNCT/-RRB-/3/punct attacked/attack/VERB/VBD/0/root rebels/rebel/NOUN/NNS/5/obj@",
        "ASSAULT happened Union > rebels"
      ),
      // Whoever says that "it" will is the one that will.
      (
        "Norway/Norway/PROPN/NNP/2/nsubj@ said/say/VERB/VBD/0/root it/it/PRON/PRP/5/nsubj would/would/AUX/MD/5/aux release/release/VERB/VB/2/ccomp hostages/hostage/NOUN/NNS/5/obj@",
        "RETREAT.release planned Norway > hostages"
      ),
      // What is given below a count is given to somebody.
      (
        "Norway/Norway/PROPN/NNP/2/nsubj@ gave/give/VERB/VBD/0/root thousands/thousand/NOUN/NNS/2/obj of/of/ADP/IN/5/case rifles/rifle/NOUN/NNS/3/nmod to/to/ADP/IN/7/case rebels/rebel/NOUN/NNS/5/nmod@",
        "AID happened Norway > rebels"
      ),
      // The second of two between whom it is hangs on the act.
      (
        "Talks/talk/NOUN/NNS/6/nsubj between/between/ADP/IN/3/case Norway/Norway/PROPN/NNP/1/nmod@ and/and/CCONJ/CC/5/cc Chad/Chad/PROPN/NNP/1/conj@ began/begin/VERB/VBD/0/root",
        "CONSULT happened Norway+Chad > "
      ),
      // A subject that the tree hangs on the words before it.
      (
        "In/in/ADP/IN/2/case spring/spring/NOUN/NN/5/obl Norway/Norway/PROPN/NNP/2/appos@ first/first/ADV/RB/5/advmod attacked/attack/VERB/VBD/0/root Chad/Chad/PROPN/NNP/5/obj@",
        "ASSAULT happened Norway > Chad"
      ),
      // Who leads stands in a participle.
      (
        "A/a/DET/DT/4/det Norway/Norway/PROPN/NNP/3/compound@ led/lead/VERB/VBN/4/amod attack/attack/NOUN/NN/7/nsubj on/on/ADP/IN/6/case rebels/rebel/NOUN/NNS/4/nmod@ began/begin/VERB/VBD/0/root",
        "ASSAULT happened Norway > rebels"
      ),
      // What somebody is responsible for he has done.
      (
        "Rebels/rebel/NOUN/NNS/3/nsubj@ are/be/AUX/VBP/3/cop responsible/responsible/ADJ/JJ/0/root for/for/ADP/IN/5/case attacks/attack/NOUN/NNS/3/obl on/on/ADP/IN/7/case soldiers/soldier/NOUN/NNS/5/nmod@",
        "ASSAULT happened Rebels > soldiers"
      ),
      // Among those planning.
      (
        "Diallo/Diallo/PROPN/NNP/4/nsubj@ is/be/AUX/VBZ/4/cop among/among/ADP/IN/4/case those/that/PRON/DT/0/root planning/plan/VERB/VBG/4/acl to/to/PART/TO/7/mark travel/travel/VERB/VB/5/xcomp to/to/ADP/IN/9/case Norway/Norway/PROPN/NNP/7/obl@",
        "CONSULT.visit planned Diallo > Norway"
      ),
    ])
  func roles(sentence: String, expected: String) throws {
    let found = try EventScene(sentence).events()
    #expect(found.contains(expected), "\(found)")
  }

  @Test("Who dies after torture is who was tortured; who mourns an attack has not attacked")
  func suffering() throws {
    let died = try EventScene(
      "Diallo/Diallo/PROPN/NNP/2/nsubj@ died/die/VERB/VBD/0/root in/in/ADP/IN/4/case prison/prison/NOUN/NN/2/obl after/after/ADP/IN/6/case torture/torture/NOUN/NN/4/nmod"
    ).events()
    #expect(died == ["ASSAULT.torture happened  > Diallo"])
    let mourned = try EventScene(
      "Norway/Norway/PROPN/NNP/2/nsubj@ mourned/mourn/VERB/VBD/0/root the/the/DET/DT/4/det attack/attack/NOUN/NN/2/obj"
    ).events()
    #expect(mourned.isEmpty)
  }

  @Test("One's own people are no recipients")
  func ownPeople() throws {
    let found = try EventScene(
      "Norway/Norway/PROPN/NNP/2/nsubj@ sent/send/VERB/VBD/0/root its/its/PRON/PRP$/4/nmod:poss soldiers/soldier/NOUN/NNS/2/obj@ to/to/ADP/IN/7/case the/the/DET/DT/7/det border/border/NOUN/NN/2/obl"
    ).events()
    #expect(found == ["MOBILIZE.troops happened Norway > border"])
  }
}
