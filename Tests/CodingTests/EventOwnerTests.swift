import Record
import Syntax
import Testing

@testable import Coding

/// Parties that nothing but their things, their country or a neighbour in the sentence tells.
struct EventOwnerTests {
  @Test(
    "A thing acts, or is harmed, for whose it is",
    arguments: [
      (
        "Norwegian/Norwegian/ADJ/JJ/2/amod missiles/missile/NOUN/NNS/3/nsubj struck/strike/VERB/VBD/0/root rebels/rebel/NOUN/NNS/3/obj@",
        "ASSAULT happened Norwegian > rebels"
      ),
      (
        "Norwegian/Norwegian/ADJ/JJ/3/amod army/army/NOUN/NN/3/compound missiles/missile/NOUN/NNS/4/nsubj struck/strike/VERB/VBD/0/root rebels/rebel/NOUN/NNS/4/obj@",
        "ASSAULT happened army > rebels"
      ),
    ])
  func owners(sentence: String, wanted: String) throws {
    #expect(try EventScene(sentence).events().contains(wanted))
  }

  @Test("The adjective of a country refers to its state")
  func states() throws {
    let found = try EventScene(
      "Norwegian/Norwegian/ADJ/JJ/2/amod missiles/missile/NOUN/NNS/3/nsubj struck/strike/VERB/VBD/0/root rebels/rebel/NOUN/NNS/3/obj@"
    ).read()
    #expect(found.actors.map(\.id) == ["state/norway"])
  }

  @Test(
    "What only states do is done by the state in whose country it was done, if nobody is named",
    arguments: [
      ("arrested/arrest", "COERCE.arrest happened Chad > Rebels"),
      ("killed/kill", "ASSAULT happened  > Rebels"),
    ])
  func states(verb: String, wanted: String) throws {
    var scene = EventScene(
      "Rebels/rebel/NOUN/NNS/3/nsubj:pass@ were/be/AUX/VBD/3/aux:pass \(verb)/VERB/VBN/0/root in/in/ADP/IN/5/case Chad/Chad/PROPN/NNP/3/obl"
    ).with(place: 5)
    scene.reading.places[0].country = "TCD"
    #expect(try scene.events() == [wanted])
  }

  @Test("One's own men are nobody else")
  func own() throws {
    let found = try EventScene(
      "Norway/Norway/PROPN/NNP/2/nsubj@ mobilised/mobilise/VERB/VBD/0/root its/its/PRON/PRP$/4/nmod:poss men/man/NOUN/NNS/2/obj@"
    ).read()
    #expect(found.events.map(\.recipients) == [[]])
  }

  @Test("Whom a verb asks to do something is asked, also where the tree takes him for who does it")
  func askedToDo() throws {
    let found = try EventScene(
      "Norway/Norway/PROPN/NNP/2/nsubj@ urged/urge/VERB/VBD/0/root Chad/Chad/PROPN/NNP/5/nsubj@ to/to/PART/TO/5/mark withdraw/withdraw/VERB/VB/2/ccomp"
    ).events()
    #expect(found == ["REQUEST.yield happened Norway > Chad"])
  }

  @Test("Who frees is named behind \"by\", also where the tree hangs that on a noun between")
  func agentBelow() throws {
    let found = try EventScene(
      "Sailors/sailor/NOUN/NNS/3/nsubj:pass@ were/be/AUX/VBD/3/aux:pass freed/free/VERB/VBN/0/root from/from/ADP/IN/5/case captivity/captivity/NOUN/NN/3/obl by/by/ADP/IN/7/case rebels/rebel/NOUN/NNS/5/nmod@"
    ).events()
    #expect(found == ["RETREAT.release happened rebels > Sailors"])
  }

  @Test("Of two subjects before the last verb the first is that of the verb between")
  func displaced() throws {
    let found = try EventScene(
      "Norway/Norway/PROPN/NNP/6/nsubj@ bombed/bomb/VERB/VBD/6/ccomp Chad/Chad/PROPN/NNP/2/obj@ ,/,/PUNCT/,/2/punct officials/official/NOUN/NNS/6/nsubj@ said/say/VERB/VBD/0/root"
    ).events()
    #expect(found.count == 1)
    #expect(found.first?.hasSuffix("happened Norway > Chad") == true)
  }

  @Test(
    "To whom a thing is given stands where the tree hung it",
    arguments: ["2/obl", "4/nmod", "5/obl"])
  func handed(place: String) throws {
    let found = try EventScene(
      "Norway/Norway/PROPN/NNP/2/nsubj@ returned/return/VERB/VBD/0/root a/a/DET/DT/4/det painting/painting/NOUN/NN/2/obj stolen/steal/VERB/VBN/4/acl to/to/ADP/IN/7/case Chad/Chad/PROPN/NNP/\(place)@"
    ).events()
    #expect(found == ["RETREAT.release happened Norway > Chad"])
  }

  @Test("A word with a noun's place and an adjective is one, whatever its tag")
  func nouns() {
    let tree = EventScene(
      "Norway/Norway/PROPN/NNP/2/nsubj@ opened/open/VERB/VBD/0/root direct/direct/ADJ/JJ/4/amod talks/talk/VERB/VBZ/2/obj"
    ).reading.tree.withNouns()
    #expect(tree.words.map(\.upos) == [.propn, .verb, .adj, .noun])
    #expect(tree.words[3].xpos == "NNS")
  }
}
