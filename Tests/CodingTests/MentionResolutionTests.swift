import Record
import Testing

@testable import Coding

@Suite struct MentionResolutionTests {
  @Test(
    "An office is current or past by the document's day",
    arguments: [
      ("2015-01-01", "President of Vardia"), ("2018-01-01", "former President of Vardia"),
    ])
  func offices(day: String, role: String) throws {
    let found = try MentionFixture.read(
      "Edda/NNP/3/nsubj/B-PER Marrow/NNP/1/flat/I-PER spoke/VBD/0/root", on: day)
    #expect(found.actor("Edda Marrow")?.role == role)
    #expect(found.actor("Edda Marrow")?.country == "QNA")
  }

  @Test(
    "Who is known by service alone has its country, and its sector while it lasts",
    arguments: [
      ("2012-01-01", "person/ada-fennick", [Actor.Sector.government]),
      ("2018-01-01", "person/ada-fennick", [.elite]), ("1999-01-01", "local/1", []),
      ("2035-01-01", "local/1", []),
    ])
  func service(day: String, id: String, sectors: [Actor.Sector]) throws {
    let found = try MentionFixture.read(
      "Ada/NNP/3/nsubj/B-PER Fennick/NNP/1/flat/I-PER spoke/VBD/0/root", on: day)
    let actor = try #require(found.actor("Ada Fennick"))
    #expect(actor.id == id)
    #expect(actor.country == (id == "local/1" ? nil : "QSU"))
    #expect(actor.sectors == sectors)
  }

  @Test("Who is said to be of another country is not the one of that name who served")
  func serviceElsewhere() throws {
    let found = try MentionFixture.read(
      "Vardian/JJ/2/amod minister/NN/3/compound Ada/NNP/5/nsubj/B-PER "
        + "Fennick/NNP/3/flat/I-PER spoke/VBD/0/root", on: "2012-01-01")
    #expect(!found.reading.actors.contains { $0.id == "person/ada-fennick" })
  }

  @Test("A surname alone is the person named in full")
  func surnames() throws {
    let found = try MentionFixture.read(
      "Ann/NNP/3/nsubj/B-PER Reed/NNP/1/flat/I-PER spoke/VBD/0/root",
      "Reed/NNP/2/nsubj/B-PER left/VBD/0/root")
    #expect(found.mention("Reed")?.actor == found.mention("Ann Reed")?.actor)
    #expect(found.mention("Reed")?.actor != nil)
  }

  @Test(
    "A name before what is said of it is who acts, also where the tree takes the description for that",
    arguments: [("1", "appos", "nsubj"), ("8", "nsubj", "advmod")])
  func frontedNames(head: String, description: String, name: String) throws {
    let found = try MentionFixture.read(
      "Ann/NNP/3/nsubj/B-PER Reed/NNP/1/flat/I-PER spoke/VBD/0/root",
      "Reed/NNP/8/\(name) ,/,/4/punct a/DT/4/det minister/NN/\(head)/\(description) of/IN/6/case "
        + "peace/NN/4/nmod ,/,/4/punct left/VBD/0/root")
    #expect(found.mention("a minister of peace")?.actor == found.mention("Ann Reed")?.actor)
    #expect(found.mention("Reed")?.actor == found.mention("Ann Reed")?.actor)
  }

  @Test("A surname that two in the document bear stays unresolved")
  func ambiguousSurnames() throws {
    let found = try MentionFixture.read(
      "Ann/NNP/3/nsubj/B-PER Reed/NNP/1/flat/I-PER met/VBD/0/root Karl/NNP/3/obj/B-PER "
        + "Reed/NNP/4/flat/I-PER",
      "Reed/NNP/2/nsubj/B-PER left/VBD/0/root")
    #expect(found.mention("Ann Reed")?.actor != found.mention("Karl Reed")?.actor)
    #expect(found.mention("Reed")?.actor == nil)
  }

  @Test("A new person takes country and role from what is said beside the name")
  func newPeople() throws {
    let found = try MentionFixture.read(
      "Tom/NNP/13/nsubj/B-PER Harl/NNP/1/flat/I-PER ,/,/5/punct a/DT/5/det leader/NN/1/appos "
        + "in/IN/9/case the/DT/9/det Harvest/NNP/9/compound Party/NNP/5/nmod and/CC/12/cc "
        + "former/JJ/12/amod minister/NN/5/conj smiled/VBD/0/root")
    let actor = try #require(found.actor("Tom Harl"))
    #expect(actor.id == "local/1")
    #expect(actor.country == "QNA")
    #expect(actor.roles.map(\.title) == ["leader in the Harvest Party", "former minister"])
    #expect(actor.sectors.contains(.party))
  }

  @Test("\"The former president\" is the person in the document who once was president")
  func formerPresident() throws {
    let found = try MentionFixture.read(
      "Edda/NNP/3/nsubj/B-PER Marrow/NNP/1/flat/I-PER met/VBD/0/root Olin/NNP/3/obj/B-PER "
        + "Tressel/NNP/4/flat/I-PER",
      "The/DT/3/det former/JJ/3/amod president/NN/4/nsubj smiled/VBD/0/root")
    #expect(found.actor("The former president")?.id == "person/edda-marrow")
  }

  @Test("A capital that acts is the government, one that tells where is no party")
  func seats() throws {
    let found = try MentionFixture.read(
      "Ossport/NNP/2/nsubj accused/VBD/0/root officials/NNS/2/obj in/IN/5/case Vell/NNP/3/nmod")
    #expect(found.actor("Ossport")?.id == "government/suland")
    #expect(found.actor("Ossport")?.code == "QSUGOV")
    #expect(found.mention("Vell") == nil)
    #expect(found.actor("officials in Vell")?.code == "QNAGOV")
  }

  @Test("The same words for unnamed parties are two parties, unless the second is definite")
  func unnamed() throws {
    let found = try MentionFixture.read(
      "A/DT/3/det Vardian/JJ/3/amod official/NN/4/nsubj resigned/VBD/0/root",
      "A/DT/3/det Vardian/JJ/3/amod official/NN/4/nsubj smiled/VBD/0/root",
      "The/DT/2/det official/NN/3/nsubj left/VBD/0/root")
    let officials = found.mentions("A Vardian official")
    #expect(officials.count == 2)
    #expect(officials.first?.actor != officials.last?.actor)
    #expect(found.mention("The official")?.actor == officials.last?.actor)
  }

  @Test("\"U.S.-backed\" and the like give a party no nationality")
  func compoundParticiples() throws {
    let found = try MentionFixture.read(
      "A/DT/6/det Vardian/JJ/4/amod -/HYPH/4/punct backed/VBN/6/amod radical/JJ/6/amod "
        + "fighter/NN/7/nsubj fled/VBD/0/root")
    let fighter = try #require(found.reading.mentions.first { $0.head == 5 })
    #expect(fighter.actor.map { found.reading.actors[$0].country } == .some(nil))
  }

  @Test("A title that stands inside a labelled name is no part of the name")
  func titlesInNames() throws {
    let found = try MentionFixture.read(
      "President/NNP/2/nmod:desc/B-PER Edda/NNP/4/nsubj/I-PER Marrow/NNP/2/flat/I-PER spoke/VBD/0/root"
    )
    let mention = try #require(found.mention("President Edda Marrow"))
    #expect(mention.name == 1..<3)
    #expect(found.actor("President Edda Marrow")?.id == "person/edda-marrow")
  }

  @Test("A surname that the model takes for an organisation is still the person's")
  func mislabelledSurnames() throws {
    let found = try MentionFixture.read(
      "Ann/NNP/3/nsubj/B-PER Reed/NNP/1/flat/I-PER spoke/VBD/0/root",
      "Reed/NNP/2/nsubj/B-ORG left/VBD/0/root")
    #expect(found.mention("Reed")?.actor == found.mention("Ann Reed")?.actor)
  }

  @Test("A name behind a title is in the title's mention, whatever the tree hangs it on")
  func namesBehindTitles() throws {
    let found = try MentionFixture.read(
      "Suland/NNP/3/compound 's/POS/1/case envoy/NN/8/nsubj for/IN/5/case trade/NN/3/nmod "
        + "Ann/NNP/5/nmod/B-PER Reed/NNP/6/flat/I-PER spoke/VBD/0/root")
    let mention = try #require(found.mention("Suland 's envoy for trade Ann Reed"))
    #expect(mention.name == 5..<7)
    #expect(found.reading.mentionOfHead[2] == found.reading.mentionOfHead[5])
    let actor = try #require(found.actor("Suland 's envoy for trade Ann Reed"))
    #expect(actor.country == "QSU")
    #expect(actor.role == "Suland 's envoy for trade")
  }

  @Test("The last word of a title decides the role: a president's spokesman is no president")
  func spokesmen() throws {
    let found = try MentionFixture.read(
      "Tom/NNP/8/nsubj/B-PER Harl/NNP/1/flat/I-PER ,/,/5/punct a/DT/5/det spokesman/NN/1/appos "
        + "for/IN/7/case presidents/NNS/5/nmod smiled/VBD/0/root",
      "The/DT/2/det president/NN/3/nsubj left/VBD/0/root")
    #expect(found.mention("The president")?.actor != found.mention("Tom Harl")?.actor)
  }

  @Test("A given name before a surname that knowledge has makes it somebody else's")
  func givenNames() throws {
    let found = try MentionFixture.read(
      "Tilda/NNP/2/compound Marrow/NNP/3/nsubj/B-PER spoke/VBD/0/root",
      "Marrow/NNP/2/nsubj/B-PER left/VBD/0/root", on: "2015-01-01")
    #expect(found.actor("Tilda Marrow")?.id == "local/1")
    #expect(found.mention("Marrow")?.actor == found.mention("Tilda Marrow")?.actor)
  }

  @Test(
    "A bare noun behind \"and\" goes on with the apposition, though the tree hangs it on the name")
  func sharedArticles() throws {
    let found = try MentionFixture.read(
      "Tom/NNP/10/nsubj/B-PER Harl/NNP/1/flat/I-PER ,/,/5/punct a/DT/5/det leader/NN/1/appos "
        + "and/CC/8/cc former/JJ/8/amod governor/NN/1/conj ,/,/1/punct smiled/VBD/0/root")
    #expect(found.actor("Tom Harl")?.roles.map(\.title) == ["leader", "former governor"])
  }

  @Test("Of several offices that of a head of government is the role")
  func leadingOffices() throws {
    let found = try MentionFixture.read(
      "Mara/NNP/3/nsubj/B-PER Quill/NNP/1/flat/I-PER spoke/VBD/0/root", on: "2016-01-01")
    #expect(found.actor("Mara Quill")?.role == "Prime Minister of Suland")
    #expect(found.actor("Mara Quill")?.roles.count == 2)
  }

  @Test("A town by the name of somebody in the document gives no country")
  func townsAndPeople() throws {
    let found = try MentionFixture.read(
      "Ann/NNP/3/nsubj/B-PER Mosul/NNP/1/flat/I-PER spoke/VBD/0/root",
      "Mosul/NNP/3/nmod:poss/B-PER 's/POS/1/case aide/NN/4/nsubj left/VBD/0/root")
    #expect(found.actor("Mosul 's aide")?.country == nil)
  }

  @Test(
    "Who lives \"in exile\" is no exile, nor \"in prison\" a prison",
    arguments: ["exile", "prison"])
  func conditions(noun: String) throws {
    let found = try MentionFixture.read(
      "Edda/NNP/3/nsubj/B-PER Marrow/NNP/1/flat/I-PER lived/VBD/0/root in/IN/5/case \(noun)/NN/3/obl"
    )
    #expect(found.mention(noun) == nil)
  }

  @Test("An authority with a name of its own is not the government")
  func authorities() throws {
    let found = try MentionFixture.read(
      "The/DT/4/det Vardian/JJ/4/amod Zones/NNPS/4/compound Authority/NNP/5/nsubj paid/VBD/0/root")
    #expect(found.actor("The Vardian Zones Authority")?.id != "government/vardia")
    #expect(found.actor("The Vardian Zones Authority")?.country == "QNA")
  }
}
