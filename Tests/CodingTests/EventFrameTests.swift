import Record
import Testing

@testable import Coding

@Suite("Events: frames that arguments decide")
struct EventFrameTests {
  /// The events of "Norway VERB the NOUN of Chad".
  private func events(_ verb: String, _ noun: String) throws -> [String] {
    try EventScene(
      "Norway/Norway/PROPN/NNP/2/nsubj@ \(verb)/VERB/VBD/0/root the/the/DET/DT/4/det \(noun)/NOUN/NN/2/obj of/of/ADP/IN/6/case Chad/Chad/PROPN/NNP/4/nmod@"
    ).events()
  }

  @Test(
    "One verb is another act with another object",
    arguments: [
      ("reached/reach", "deal/deal", "AGREE happened"),
      ("struck/strike", "deal/deal", "AGREE happened"),
      ("signed/sign", "treaty/treaty", "SUPPORT happened"),
      ("expelled/expel", "diplomats/diplomat", "SANCTION.expel happened"),
      ("expelled/expel", "migrants/migrant", "COERCE.deport happened"),
      ("demanded/demand", "withdrawal/withdrawal", "REQUEST.yield happened"),
      ("demanded/demand", "resignation/resignation", "REQUEST.change happened"),
      ("demanded/demand", "aid/aid", "REQUEST.assist happened"),
      ("vetoed/veto", "resolution/resolution", "REJECT.yield happened"),
      ("violated/violate", "ceasefire/ceasefire", "ASSAULT happened"),
      ("violated/violate", "treaty/treaty", "REJECT.yield happened"),
      ("lifted/lift", "embargo/embargo", "CONCEDE happened"),
      ("lifted/lift", "siege/siege", "RETREAT.withdraw happened"),
      ("froze/freeze", "assets/asset", "COERCE.seize happened"),
      ("tested/test", "missile/missile", "MOBILIZE.weapons happened"),
    ])
  func argumentsDecide(verb: String, noun: String, expected: String) throws {
    let found = try events(verb, noun)
    #expect(found.first?.hasPrefix(expected) == true, "\(found)")
    #expect(found.count == 1, "\(found)")
  }

  @Test(
    "Figures of speech, accidents and everyday senses are no acts",
    arguments: [
      ("attacked/attack", "problem/problem"), ("killed/kill", "rumour/rumour"),
      ("met/meet", "deadline/deadline"), ("broke/break", "record/record"),
      ("shot/shoot", "film/film"), ("captured/capture", "mood/mood"),
      ("cut/cut", "taxes/tax"), ("defended/defend", "title/title"),
      ("released/release", "album/album"), ("fought/fight", "inflation/inflation"),
    ])
  func figures(verb: String, noun: String) throws {
    #expect(try events(verb, noun).isEmpty)
  }

  @Test(
    "Storms, films and anniversaries attack nobody",
    arguments: [
      "A/a/DET/DT/2/det storm/storm/NOUN/NN/3/nsubj killed/kill/VERB/VBD/0/root farmers/farmer/NOUN/NNS/3/obj@",
      "The/the/DET/DT/2/det film/film/NOUN/NN/3/nsubj tells/tell/VERB/VBZ/0/root of/of/ADP/IN/6/case the/the/DET/DT/6/det attack/attack/NOUN/NN/3/obl on/on/ADP/IN/8/case Chad/Chad/PROPN/NNP/6/nmod@",
      "Norway/Norway/PROPN/NNP/2/nsubj@ marked/mark/VERB/VBD/0/root the/the/DET/DT/4/det anniversary/anniversary/NOUN/NN/2/obj of/of/ADP/IN/7/case the/the/DET/DT/7/det invasion/invasion/NOUN/NN/4/nmod",
    ])
  func stories(sentence: String) throws {
    #expect(try EventScene(sentence).events().isEmpty)
  }

  @Test(
    "What a book reports, a game ends with and fans at a match suffer did happen",
    arguments: [
      "The/the/DET/DT/2/det memoir/memoir/NOUN/NN/3/nsubj says/say/VERB/VBZ/0/root Norway/Norway/PROPN/NNP/5/nsubj@ attacked/attack/VERB/VBD/3/ccomp Chad/Chad/PROPN/NNP/5/obj@",
      "The/the/DET/DT/2/det game/game/NOUN/NN/3/nsubj ended/end/VERB/VBD/0/root after/after/SCONJ/IN/6/mark Norway/Norway/PROPN/NNP/6/nsubj@ attacked/attack/VERB/VBD/3/advcl Chad/Chad/PROPN/NNP/6/obj@",
      "Police/police/NOUN/NN/2/nsubj@ arrested/arrest/VERB/VBD/0/root soccer/soccer/NOUN/NN/4/compound fans/fan/NOUN/NNS/2/obj@ at/at/ADP/IN/7/case the/the/DET/DT/7/det match/match/NOUN/NN/2/obl",
    ])
  func earnest(sentence: String) throws {
    #expect(try EventScene(sentence).events().count == 1)
  }

  @Test("A film that is banned is banned")
  func bannedFilm() throws {
    let found = try EventScene(
      "Norway/Norway/PROPN/NNP/2/nsubj@ banned/ban/VERB/VBD/0/root the/the/DET/DT/4/det film/film/NOUN/NN/2/obj of/of/ADP/IN/6/case Chad/Chad/PROPN/NNP/4/nmod@"
    ).events()
    #expect(found == ["COERCE.censor happened Norway > Chad"])
  }

  @Test("Are to be released: planned")
  func beTo() throws {
    let found = try EventScene(
      "Rebels/rebel/NOUN/NNS/5/nsubj:pass@ are/be/AUX/VBP/5/aux to/to/PART/TO/5/mark be/be/AUX/VB/5/aux:pass released/release/VERB/VBN/0/root"
    ).events()
    #expect(found == ["RETREAT.release planned  > Rebels"])
  }

  @Test("Whoever wants to attack plans it, and accuses nobody")
  func wants() throws {
    let found = try EventScene(
      "Rebels/rebel/NOUN/NNS/2/nsubj@ want/want/VERB/VBP/0/root to/to/PART/TO/4/mark attack/attack/VERB/VB/2/xcomp Chad/Chad/PROPN/NNP/4/obj@"
    ).events()
    #expect(found == ["ASSAULT planned Rebels > Chad"])
  }

  @Test("Refused to attend the summit: one refusal, no summit beside it")
  func refusedSummit() throws {
    let found = try EventScene(
      "Norway/Norway/PROPN/NNP/2/nsubj@ refused/refuse/VERB/VBD/0/root to/to/PART/TO/4/mark attend/attend/VERB/VB/2/xcomp the/the/DET/DT/6/det summit/summit/NOUN/NN/4/obj with/with/ADP/IN/8/case Chad/Chad/PROPN/NNP/6/nmod@"
    ).events()
    #expect(found == ["REJECT.meet happened Norway > Chad"])
  }

  @Test(
    "Two words are one act",
    arguments: [
      (
        "Norway/Norway/PROPN/NNP/2/nsubj@ set/set/VERB/VBD/0/root free/free/ADJ/JJ/2/xcomp rebels/rebel/NOUN/NNS/2/obj@",
        "RETREAT.release happened Norway > rebels"
      ),
      (
        "Nurses/nurse/NOUN/NNS/2/nsubj@ began/begin/VERB/VBD/0/root a/a/DET/DT/5/det hunger/hunger/NOUN/NN/5/compound strike/strike/NOUN/NN/2/obj",
        "PROTEST.hunger happened Nurses > "
      ),
    ])
  func twoWords(sentence: String, expected: String) throws {
    #expect(try EventScene(sentence).events() == [expected])
  }
}
