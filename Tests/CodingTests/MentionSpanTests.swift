import Record
import Testing

@testable import Coding

@Suite struct MentionSpanTests {
  @Test(
    "A mention runs from its determiner through its last restrictive phrase, without a relative clause"
  )
  func restrictivePhrases() throws {
    let found = try MentionFixture.read(
      "A/DT/3/det senior/JJ/3/amod official/NN/9/nsubj in/IN/5/case Vell/NNP/3/nmod "
        + "who/WP/7/nsubj resigned/VBD/3/acl:relcl ,/,/3/punct spoke/VBD/0/root")
    #expect(found.mention("A senior official in Vell")?.head == 2)
    #expect(found.actor("A senior official in Vell")?.country == "QNA")
    #expect(found.mention("who")?.actor == found.mention("A senior official in Vell")?.actor)
  }

  @Test("An apposition is a mention of its own with the same actor")
  func appositions() throws {
    let found = try MentionFixture.read(
      "Ann/NNP/7/nsubj/B-PER Reed/NNP/1/flat/I-PER ,/,/5/punct a/DT/5/det spokeswoman/NN/1/appos "
        + ",/,/1/punct smiled/VBD/0/root")
    let name = try #require(found.mention("Ann Reed"))
    let apposition = try #require(found.mention("a spokeswoman"))
    #expect(name.actor == apposition.actor)
    #expect(found.actor("Ann Reed")?.role == "spokeswoman")
  }

  @Test("Every member of a list is a mention, its span without the others")
  func conjuncts() throws {
    let found = try MentionFixture.read(
      "Vardia/NNP/4/nsubj and/CC/3/cc Suland/NNP/1/conj met/VBD/0/root")
    #expect(found.texts == ["Vardia", "Suland"])
    #expect(found.actor("Suland")?.id == "state/suland")
  }

  @Test("A possessor is a mention inside the one that it possesses")
  func possessors() throws {
    let found = try MentionFixture.read(
      "President/NNP/2/nmod:desc Edda/NNP/5/nmod:poss/B-PER Marrow/NNP/2/flat/I-PER 's/POS/2/case "
        + "government/NN/6/nsubj fell/VBD/0/root")
    #expect(found.texts == ["President Edda Marrow 's government", "President Edda Marrow"])
    #expect(found.actor("President Edda Marrow 's government")?.id == "government/vardia")
    #expect(found.actor("President Edda Marrow")?.id == "person/edda-marrow")
  }

  @Test("A time, an event and a thing are no mentions")
  func noParties() throws {
    let found = try MentionFixture.read(
      "The/DT/2/det summit/NN/3/nsubj ended/VBD/0/root on/IN/5/case Thursday/NNP/3/obl")
    #expect(found.texts.isEmpty)
  }

  @Test("Two mentions never have the same head, and heads lead to their mentions")
  func heads() throws {
    let found = try MentionFixture.read(
      "Six/CD/7/nsubj of/IN/5/case the/DT/5/det eight/CD/5/nummod leaders/NNS/1/nmod "
        + "had/AUX/7/aux left/VBN/0/root")
    #expect(found.texts == ["Six of the eight leaders", "the eight leaders"])
    let heads = found.reading.mentions.map(\.head)
    #expect(Set(heads).count == heads.count)
    for (index, mention) in found.reading.mentions.enumerated() {
      #expect(found.reading.mentionOfHead[mention.head] == index)
    }
  }
}
