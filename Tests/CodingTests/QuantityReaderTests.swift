import Knowledge
import Record
import Syntax
import Testing

@testable import Coding

struct QuantityReaderTests {
  private static let quantities = Result { try QuantityReader(knowledge: KnowledgeBase()) }
  private static let times = Result { try TimeReader(knowledge: KnowledgeBase()) }

  /// A sentence in words of the form `form/TAG/lemma/XPOS`; the last two may be left out, a `+` before a word joins it
  /// to the one before.
  private static func tree(_ notation: String) -> SyntaxTree {
    var (text, words) = ("", [Word]())
    for part in notation.split(separator: " ") {
      let isGlued = part.first == "+"
      let cells = (isGlued ? part.dropFirst() : part).split(separator: "/").map(String.init)
      if !text.isEmpty, !isGlued { text += " " }
      if isGlued, !words.isEmpty { words[words.count - 1].spaceAfter = false }
      let start = text.utf8.count
      text += cells[0]
      words.append(
        Word(
          form: cells[0], lemma: cells.count > 2 ? cells[2] : cells[0].lowercased(),
          upos: UPOS(rawValue: cells.count > 1 ? cells[1] : "X") ?? .x,
          xpos: cells.count > 3 ? cells[3] : "_", range: start..<text.utf8.count, sentence: 0))
    }
    let sentence = Sentence(words: 0..<words.count, range: 0..<text.utf8.count)
    return SyntaxTree(text: text, words: words, sentences: [sentence])
  }

  private static func read(_ notation: String) throws -> [(found: QuantityFound, text: String)] {
    var reading = Reading(tree: tree(notation), published: nil)
    try times.get().read(&reading)
    try quantities.get().read(&reading)
    return reading.quantities.map { ($0, reading.tree.passage(reading.bytes(of: $0.words))) }
  }

  @Test(
    "Figures that number a thing by name are no amounts",
    arguments: [
      "the/DET/the/DT 32/NUM/32/CD Artillery/PROPN/Artillery/NNP Brigade/PROPN/Brigade/NNP",
      "the/DET/the/DT Ford/PROPN/Ford/NNP Stream/PROPN/Stream/NNP 2/NUM/2/CD gas/NOUN/gas/NN pipeline/NOUN/pipeline/NN",
    ])
  func numbered(text: String) throws {
    #expect(try Self.read(text).isEmpty)
  }

  @Test(
    "Numbers in words and figures have their value and unit",
    arguments: [
      ("12/NUM countries/NOUN/country came/VERB", 12.0, "country", "12 countries"),
      (
        "Three/NUM senior/ADJ officials/NOUN/official left/VERB", 3, "senior official",
        "Three senior officials"
      ),
      ("1,250/NUM soldiers/NOUN/soldier fell/VERB", 1250, "soldier", "1,250 soldiers"),
      (
        "3.5/NUM million/NUM people/NOUN/person fled/VERB", 3_500_000, "person",
        "3.5 million people"
      ),
      ("twenty/NUM +-/PUNCT +one/NUM ships/NOUN/ship sank/VERB", 21, "ship", "twenty-one ships"),
      (
        "two/NUM hundred/NUM and/CCONJ six/NUM tanks/NOUN/tank", 206, "tank",
        "two hundred and six tanks"
      ),
      ("a/DET dozen/NOUN boats/NOUN/boat", 12, "boat", "a dozen boats"),
      ("a/DET couple/NOUN of/ADP guards/NOUN/guard", 2, "guard", "a couple of guards"),
      ("He/PRON ruled/VERB for/ADP 13/NUM years/NOUN/year", 13, "year", "13 years"),
      ("70/NUM percent/NOUN of/ADP voters/NOUN/voter", 70, "percent", "70 percent"),
      ("one/NUM soldier/NOUN died/VERB", 1, "soldier", "one soldier"),
      ("half/DET a/DET million/NUM boats/NOUN/boat", 500_000, "boat", "half a million boats"),
      (
        "two/NUM senior/ADJ Welsh/ADJ/welsh judges/NOUN/judge", 2, "senior Welsh judge",
        "two senior Welsh judges"
      ),
      (
        "for/ADP 13/NUM years/NOUN/year after/ADP the/DET war/NOUN", 13, "year", "13 years"
      ),
    ])
  func readsNumbers(notation: String, value: Double, unit: String, text: String) throws {
    let found = try Self.read(notation)
    #expect(found.map(\.found.value) == [value])
    #expect(found.map(\.found.unit) == [unit])
    #expect(found.map(\.text) == [text])
  }

  @Test(
    "Words around a number make it a bound",
    arguments: [
      ("more/ADJ than/ADP three/NUM thousand/NUM aerial/ADJ bombs/NOUN/bomb", 3000.0, nil),
      ("at/ADP least/ADJ 12/NUM people/NOUN/person", 12, nil),
      ("up/ADP to/ADP 50/NUM guests/NOUN/guest", nil, 50.0),
      ("fewer/ADJ than/ADP 50/NUM guests/NOUN/guest", nil, 50),
      ("50/NUM or/CCONJ more/ADJ guests/NOUN/guest", 50, nil),
      ("between/ADP 10/NUM and/CCONJ 20/NUM guests/NOUN/guest", 10, 20),
      ("10/NUM to/ADP 20/NUM guests/NOUN/guest", 10, 20),
      ("2/NUM to/ADP 3/NUM million/NUM people/NOUN/person", 2_000_000, 3_000_000),
      ("dozens/NOUN of/ADP guests/NOUN/guest", 24, nil),
      ("hundreds/NOUN of/ADP guests/NOUN/guest", 200, nil),
      ("thousands/NOUN of/ADP rifles/NOUN/rifle", 1000, nil),
      ("tens/NOUN of/ADP thousands/NOUN of/ADP people/NOUN/person", 10000, nil),
    ] as [(String, Double?, Double?)])
  func readsBounds(notation: String, low: Double?, high: Double?) throws {
    let found = try Self.read(notation)
    #expect(found.map(\.found.value) == [nil])
    #expect(found.map(\.found.low) == [low])
    #expect(found.map(\.found.high) == [high])
  }

  @Test("An approximate number keeps its value")
  func keepsApproximate() throws {
    let found = try Self.read("about/ADV 30/NUM guests/NOUN/guest")
    #expect(found.map(\.found.value) == [30])
    #expect(found.map(\.text) == ["about 30 guests"])
  }

  @Test("Names keep their form in a unit, nouns are singular")
  func namesUnits() throws {
    let found = try Self.read("thousands/NOUN of/ADP Remington/PROPN rifles/NOUN/rifle")
    #expect(found.map(\.found.unit) == ["Remington rifle"])
  }

  @Test(
    "Money is told in its currency",
    arguments: [
      ("$/SYM +5/NUM million/NUM", 5_000_000.0, "USD"), ("€/SYM +20/NUM +bn/NUM", 20e9, "EUR"),
      ("US/PROPN +$/SYM +7/NUM", 7, "USD"),
      ("40/NUM million/NUM euros/NOUN/euro", 40_000_000, "EUR"),
      ("300/NUM manats/NOUN/manat", 300, "AZN"),
    ])
  func readsMoney(notation: String, value: Double, unit: String) throws {
    let found = try Self.read("They/PRON paid/VERB " + notation)
    #expect(found.map(\.found.value) == [value])
    #expect(found.map(\.found.unit) == [unit])
  }

  @Test(
    "A part of a group tells the group",
    arguments: [
      ("six/NUM of/ADP the/DET eight/NUM leaders/NOUN/leader", 6.0, 8.0),
      ("two/NUM out/ADP of/ADP five/NUM voters/NOUN/voter", 2, 5),
      ("one/NUM of/ADP the/DET three/NUM ships/NOUN/ship", 1, 3),
    ])
  func readsParts(notation: String, value: Double, of: Double) throws {
    let found = try Self.read(notation)
    #expect(found.map(\.found.value) == [value])
    #expect(found.map(\.found.of) == [of])
  }

  @Test("A record level is an amount in words alone")
  func readsPhrases() throws {
    let found = try Self.read("Losses/NOUN reached/VERB record/NOUN levels/NOUN/level")
    #expect(found.map(\.text) == ["record levels"])
    #expect(found.allSatisfy { $0.found.value == nil && $0.found.low == nil })
  }

  @Test(
    "Dates, ranks, names and pronouns are no amounts",
    arguments: [
      "in/ADP 2014/NUM", "on/ADP 3/NUM June/PROPN 2014/NUM", "the/DET third/ADJ man/NOUN",
      "Article/PROPN 5/NUM", "an/DET F/PROPN +-/PUNCT +16/NUM jet/NOUN", "No/NOUN +./PUNCT 10/NUM",
      "no/DET one/NOUN came/VERB", "the/DET one/NOUN who/PRON came/VERB", "at/ADP 10/NUM a.m./NOUN",
    ])
  func leavesOthers(notation: String) throws {
    #expect(try Self.read(notation).isEmpty)
  }
}
