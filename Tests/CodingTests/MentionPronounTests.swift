import Record
import Testing

@testable import Coding

@Suite struct MentionPronounTests {
  @Test("\"She\" in what a woman said is the woman")
  func reportedSpeech() throws {
    let found = try MentionFixture.read(
      "Spokeswoman/NN/2/nmod:desc Ann/NNP/4/nsubj/B-PER Reed/NNP/2/flat/I-PER said/VBD/0/root "
        + "she/PRP/7/nsubj would/MD/7/aux go/VB/4/ccomp")
    #expect(found.mention("she")?.actor != nil)
    #expect(found.mention("she")?.actor == found.mention("Spokeswoman Ann Reed")?.actor)
  }

  @Test("\"He\" is not a woman")
  func gender() throws {
    let found = try MentionFixture.read(
      "Spokeswoman/NN/2/nmod:desc Ann/NNP/4/nsubj/B-PER Reed/NNP/2/flat/I-PER smiled/VBD/0/root",
      "He/PRP/2/nsubj left/VBD/0/root")
    #expect(found.mention("He") != nil)
    #expect(found.mention("He")?.actor == nil)
  }

  @Test("Between two who fit alike a pronoun stays unresolved")
  func ties() throws {
    let found = try MentionFixture.read(
      "The/DT/2/det minister/NN/6/nsubj and/CC/5/cc the/DT/5/det general/NN/2/conj left/VBD/0/root",
      "He/PRP/2/nsubj smiled/VBD/0/root")
    #expect(found.mention("the general") != nil)
    #expect(found.mention("He")?.actor == nil)
  }

  @Test("\"Who\" behind a list with a plural verb is everybody in it")
  func relativeMembers() throws {
    let found = try MentionFixture.read(
      "Officials/NNS/10/nsubj from/IN/3/case Vardia/NNP/1/nmod and/CC/5/cc Suland/NNP/3/conj "
        + ",/,/5/punct who/WP/9/nsubj have/AUX/9/aux agreed/VBN/5/acl:relcl met/VBD/0/root")
    let who = try #require(found.mention("who"))
    #expect(who.members.map { found.text(found.reading.mentions[$0]) } == ["Vardia", "Suland"])
  }

  @Test("A \"they\" that means a plural with members stands for the same")
  func membersOfPronouns() throws {
    let found = try MentionFixture.read(
      "Countries/NNS/4/nsubj including/IN/3/case Vardia/NNP/1/nmod met/VBD/0/root",
      "They/PRP/2/nsubj left/VBD/0/root")
    let they = try #require(found.mention("They"))
    #expect(they.members.map { found.text(found.reading.mentions[$0]) } == ["Vardia"])
  }

  @Test("A plural with \"including\" has the list for members")
  func includedMembers() throws {
    let found = try MentionFixture.read(
      "Neighbouring/JJ/2/amod countries/NNS/7/nsubj including/IN/4/case Vardia/NNP/2/nmod "
        + "and/CC/6/cc Suland/NNP/4/conj agreed/VBD/0/root")
    let plural = try #require(found.reading.mentions.first { $0.head == 1 })
    #expect(plural.members.map { found.text(found.reading.mentions[$0]) } == ["Vardia", "Suland"])
  }

  @Test("The speaker's own \"we\" is a mention without an actor")
  func firstPerson() throws {
    let found = try MentionFixture.read("We/PRP/2/nsubj agreed/VBD/0/root")
    #expect(found.mention("We")?.isPronoun == true)
    #expect(found.mention("We")?.actor == nil)
  }

  @Test("\"The two countries\" are the two that were named before")
  func pairs() throws {
    let two = try MentionFixture.read(
      "Vardia/NNP/2/nsubj accused/VBD/0/root Suland/NNP/2/obj",
      "The/DT/3/det two/CD/3/nummod countries/NNS/4/nsubj agreed/VBD/0/root")
    let pair = try #require(two.mention("The two countries"))
    #expect(pair.members.map { two.text(two.reading.mentions[$0]) } == ["Vardia", "Suland"])
    let one = try MentionFixture.read(
      "Vardia/NNP/2/nsubj slept/VBD/0/root",
      "The/DT/3/det two/CD/3/nummod countries/NNS/4/nsubj agreed/VBD/0/root")
    #expect(one.mention("The two countries")?.members == [])
  }

  @Test("A quotation's \"they\" does not take up what the writer said before it")
  func quotations() throws {
    let found = try MentionFixture.read(
      "Three/CD/2/nummod officials/NNS/3/nsubj smiled/VBD/0/root",
      "“/``/3/punct They/PRP/3/nsubj left/VBD/0/root ”/''/3/punct")
    #expect(found.mention("They") != nil)
    #expect(found.mention("They")?.actor == nil)
  }

  @Test("However often a woman was spoken of, the subject of the last sentence is nearer")
  func recency() throws {
    let found = try MentionFixture.read(
      "Ann/NNP/3/nsubj/B-PER Reed/NNP/1/flat/I-PER spoke/VBD/0/root",
      "She/PRP/2/nsubj smiled/VBD/0/root and/CC/5/cc she/PRP/5/nsubj left/VBD/2/conj",
      "Eve/NNP/3/nsubj/B-PER Holt/NNP/1/flat/I-PER slept/VBD/0/root",
      "She/PRP/2/nsubj woke/VBD/0/root")
    #expect(found.mentions("She").first?.actor == found.mention("Ann Reed")?.actor)
    #expect(found.mentions("She").last?.actor == found.mention("Eve Holt")?.actor)
  }
}
