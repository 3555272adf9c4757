import Knowledge
import Record
import Syntax
import Testing

@testable import Coding

/// Places read of trees written by hand: `form/UPOS/head/relation`, the head counted from 1, a lemma after `=`.
private enum PlaceScene {
  static let reader: PlaceReader? = try? PlaceReader(knowledge: KnowledgeBase())

  static func places(_ sentences: [String]) throws -> [PlaceFound] {
    var lines: [String] = []
    for sentence in sentences {
      for (index, item) in sentence.split(separator: " ").enumerated() {
        let parts = item.split(separator: "/").map(String.init)
        let word = parts[0].split(separator: "=").map(String.init)
        let form = word[0]
        let lemma = word.count > 1 ? word[1] : form.lowercased()
        lines.append(
          "\(index + 1)\t\(form)\t\(lemma)\t\(parts[1])\t_\t_\t\(parts[2])\t\(parts[3])\t_\t_")
      }
      lines.append("")
    }
    let tree = try CoNLLU.read(lines.joined(separator: "\n") + "\n")
    var reading = Reading(tree: tree, published: nil)
    try #require(reader).read(&reading)
    return reading.places
  }
}

@Suite struct PlaceReadingTests {
  @Test(
    "A name after a preposition of place is a place",
    arguments: [
      ("They/PRON/2/nsubj met=meet/VERB/0/root in/ADP/4/case Vienna/PROPN/2/obl", "Vienna", "AUT"),
      ("They/PRON/2/nsubj flew=fly/VERB/0/root to/ADP/4/case Moscow/PROPN/2/obl", "Moscow", "RUS"),
      (
        "It/PRON/2/nsubj flew=fly/VERB/0/root over/ADP/5/case the/DET/5/det Netherlands/PROPN/2/obl",
        "Netherlands", "NLD"
      ),
      (
        "the/DET/2/det embassy/NOUN/0/root in/ADP/4/case Kabul/PROPN/2/nmod", "Kabul", "AFG"
      ),
    ])
  func prepositions(sentence: String, name: String, country: String) throws {
    let places = try PlaceScene.places([sentence])
    #expect(places.map(\.name) == [name])
    #expect(places.map(\.country) == [country])
  }

  @Test("A city has its coordinates and GeoNames id")
  func coordinates() throws {
    let place = try #require(
      try PlaceScene.places(["They/PRON/2/nsubj met/VERB/0/root in/ADP/4/case Vienna/PROPN/2/obl"])
        .first)
    #expect(place.latitude.map { abs($0 - 48.2) < 0.1 } == true)
    #expect(place.longitude.map { abs($0 - 16.37) < 0.1 } == true)
    #expect(place.geonames == 2_761_369)
  }

  @Test(
    "A capital or a state that acts or is acted on is no place",
    arguments: [
      "Kabul/PROPN/2/nsubj refused=refuse/VERB/0/root",
      "That/PRON/2/nsubj angered=anger/VERB/0/root Kabul/PROPN/2/obj",
      "They/PRON/2/nsubj sold=sell/VERB/0/root arms/NOUN/2/obj to/ADP/5/case Iran/PROPN/2/obl",
      "the/DET/2/det government/NOUN/0/root of/ADP/4/case Spain/PROPN/2/nmod",
      "talks/NOUN/0/root with/ADP/3/case Moscow/PROPN/1/nmod",
      "Afghan/ADJ/2/amod officials=official/NOUN/0/root",
    ])
  func parties(sentence: String) throws {
    #expect(try PlaceScene.places([sentence]).isEmpty)
  }

  @Test(
    "Names that modify nouns of place, or are reached, left or shelled, are places",
    arguments: [
      ("the/DET/3/det Kabul/PROPN/3/compound airport/NOUN/0/root", "Kabul", "modifier"),
      ("the/DET/3/det Geneva/PROPN/3/compound talks=talk/NOUN/0/root", "Geneva", "modifier"),
      (
        "the/DET/2/det city/NOUN/0/root of/ADP/4/case Kandahar/PROPN/2/nmod", "Kandahar", "of-place"
      ),
      ("They/PRON/2/nsubj reached=reach/VERB/0/root Baku/PROPN/2/obj", "Baku", "object"),
      ("Mariupol/PROPN/2/nsubj fell=fall/VERB/0/root", "Mariupol", "name"),
    ])
  func uses(sentence: String, name: String, rule: String) throws {
    let places = try PlaceScene.places([sentence])
    #expect(places.map(\.name) == [name])
    #expect(places.map(\.rule) == [rule])
  }

  @Test("What is joined to a place by 'and' is one")
  func conjuncts() throws {
    let places = try PlaceScene.places([
      "fighting/NOUN/0/root in/ADP/3/case Homs/PROPN/1/nmod and/CCONJ/5/cc Aleppo/PROPN/3/conj"
    ])
    #expect(places.map(\.name) == ["Homs", "Aleppo"])
  }

  @Test("The text's countries tell which place of a name is meant")
  func context() throws {
    let told =
      "Lebanese/ADJ/2/amod police/NOUN/3/nsubj searched=search/VERB/0/root homes/NOUN/3/obj"
    let sentence = "They/PRON/2/nsubj live/VERB/0/root in/ADP/4/case Tripoli/PROPN/2/obl"
    #expect(try PlaceScene.places([sentence]).map(\.country) == ["LBY"])
    #expect(try PlaceScene.places([told, sentence, told]).map(\.country) == ["LBN"])
  }

  @Test("A country after a comma tells, too")
  func container() throws {
    let places = try PlaceScene.places([
      "They/PRON/2/nsubj live/VERB/0/root in/ADP/4/case Birmingham/PROPN/2/obl ,/PUNCT/6/punct "
        + "Alabama/PROPN/4/appos"
    ])
    #expect(places.first?.country == "USA")
  }

  @Test(
    "A country's capital is its city",
    arguments: [
      "He/PRON/2/nsubj lives=live/VERB/0/root in/ADP/6/case the/DET/6/det Afghan/ADJ/6/amod "
        + "capital/NOUN/2/obl",
      "He/PRON/2/nsubj lives=live/VERB/0/root in/ADP/6/case Afghanistan/PROPN/6/nmod:poss "
        + "'s/PART/4/case capital/NOUN/2/obl",
      "He/PRON/2/nsubj lives=live/VERB/0/root in/ADP/5/case the/DET/5/det capital/NOUN/2/obl "
        + "of/ADP/7/case Afghanistan/PROPN/5/nmod",
    ])
  func capitals(sentence: String) throws {
    let place = try #require(try PlaceScene.places([sentence]).first { $0.rule == "capital" })
    #expect(place.name == "Kabul")
    #expect(place.country == "AFG")
    #expect(place.geonames != nil)
  }

  @Test("A capital named beside the word is found once")
  func namedCapital() throws {
    let places = try PlaceScene.places([
      "He/PRON/2/nsubj lives=live/VERB/0/root in/ADP/6/case the/DET/6/det Afghan/ADJ/6/amod "
        + "capital/NOUN/2/obl ,/PUNCT/8/punct Kabul/PROPN/6/appos"
    ])
    #expect(places.map(\.rule) == ["apposition"])
  }

  @Test(
    "Part of a person's or an organisation's name is no place",
    arguments: [
      "Jack/PROPN/3/nsubj London/PROPN/1/flat wrote=write/VERB/0/root",
      "They/PRON/2/nsubj met=meet/VERB/0/root with/ADP/4/case Paris/PROPN/2/obl "
        + "Hilton/PROPN/4/flat",
      "the/DET/2/det University/PROPN/0/root of/ADP/5/case East/PROPN/5/compound Quarrel/PROPN/2/nmod",
      "a/DET/4/det Wells/PROPN/4/compound Fargo/PROPN/4/compound station/NOUN/0/root",
      "a/DET/2/det Clinton/PROPN/0/root",
      "a/DET/2/det jab/NOUN/0/root at/ADP/4/case Clinton/PROPN/2/nmod",
      "Islamic/PROPN/2/compound State/PROPN/3/nsubj said=say/VERB/0/root",
    ])
  func parts(sentence: String) throws {
    #expect(try PlaceScene.places([sentence]).isEmpty)
  }
}
