import Record
import Syntax
import Testing

@testable import Coding

@Suite("Statements")
struct StatementReadingTests {
  @Test("A quotation before the cue is direct, whole and without its marks")
  func direct() throws {
    let scene = try StatementScene(
      """
      “/``/5/punct We/PRP/5/nsubj will/MD/5/aux not/NOT/5/advmod sign/VB/8/ccomp ,/,/5/punct \
      ”/''/5/punct said/VBD/0/root a/DT/11/det senior/JJ/11/amod negotiator/NN/8/nsubj \
      who/WP/13/nsubj left/VBD/11/acl:relcl ././8/punct
      """)
    let found = try scene.statement()
    #expect(found.quote == .direct)
    #expect(scene.content(found) == ["We will not sign,"])
    #expect(scene.speaker(found) == "a senior negotiator")
    #expect(found.speakerKind == .anonymous)
    #expect(scene.reading.tree.passage(found.range).hasPrefix("“We"))
    #expect(scene.reading.tree.passage(found.range).hasSuffix("left"))
  }

  @Test(
    "Whoever rejects a demand has not made it, and whoever makes one has",
    arguments: [("rejected", 0), ("received", 0), ("made", 1)])
  func another(verb: String, count: Int) throws {
    let scene = try StatementScene(
      """
      The/DT/2/det premier/NN/3/nsubj \(verb)/VBD/0/root a/DT/5/det demand/NN/3/obj to/TO/7/mark \
      free/VB/5/acl prisoners/NNS/7/obj ././3/punct
      """)
    #expect(scene.reading.statements.count == count)
  }

  @Test(
    "A tree that takes the speaker for an object does not mislead",
    arguments: ["obj", "ccomp", "nsubj:pass", "iobj"])
  func wrongLabels(relation: String) throws {
    let scene = try StatementScene(
      """
      “/``/3/punct We/PRP/3/nsubj wait/VBP/6/nsubj ,/,/3/punct ”/''/3/punct said/VBD/0/root \
      a/DT/8/det diplomat/NN/6/\(relation) ././6/punct
      """)
    let found = try scene.statement()
    #expect(scene.speaker(found) == "a diplomat")
    #expect(scene.content(found) == ["We wait,"])
  }

  @Test("What follows a quotation without a cue goes on with it, over paragraphs too")
  func continued() throws {
    let scene = try StatementScene(
      """
      “/``/3/punct We/PRP/3/nsubj wait/VBP/6/ccomp ,/,/3/punct ”/''/3/punct said/VBD/0/root \
      Odell/NNP/6/nsubj ././6/punct
      """,
      "“/``/3/punct We/PRP/3/nsubj hope/VBP/0/root ././3/punct ”/''/3/punct",
      "| “/``/3/punct It/PRP/3/nsubj rains/VBZ/0/root ././3/punct",
      "It/PRP/2/nsubj pours/VBZ/0/root ././2/punct ”/''/2/punct",
      """
      | Others/NNS/2/nsubj slept/VBD/0/root in/IN/5/case “/``/5/punct tents/NNS/2/obl \
      ”/''/5/punct ././2/punct
      """)
    let found = try scene.statement()
    #expect(scene.content(found) == ["We wait,", "We hope.", "It rains. It pours."])
    #expect(found.quote == .direct)
  }

  @Test("A clause is indirect, one with words in quotation marks mixed")
  func indirectAndMixed() throws {
    let plain = try StatementScene(
      """
      Odell/NNP/2/nsubj said/VBD/0/root that/SC/6/mark the/DT/5/det bridge/NN/6/nsubj \
      holds/VBZ/2/ccomp ././2/punct
      """)
    #expect(try plain.statement().quote == .indirect)
    #expect(plain.content(try plain.statement()) == ["that the bridge holds"])
    let mixed = try StatementScene(
      """
      Odell/NNP/2/nsubj said/VBD/0/root the/DT/4/det bridge/NN/7/nsubj was/AUX/7/cop \
      “/``/7/punct safe/JJ/2/ccomp ”/''/7/punct ././2/punct
      """)
    #expect(try mixed.statement().quote == .mixed)
    #expect(mixed.content(try mixed.statement()) == ["the bridge was “safe”"])
  }

  @Test("A cue inside what is said parts it")
  func inside() throws {
    let scene = try StatementScene(
      """
      The/DT/2/det bridge/NN/7/nsubj ,/,/5/punct Odell/NNP/5/nsubj said/VBD/7/parataxis \
      ,/,/5/punct holds/VBZ/0/root well/RB/7/advmod ././7/punct
      """)
    #expect(scene.content(try scene.statement()) == ["The bridge", "holds well"])
  }

  @Test("“According to” names the source of its sentence, and carries the statements in it")
  func accordingTo() throws {
    let scene = try StatementScene(
      """
      According/VBG/4/case to/IN/1/fixed two/CD/4/nummod aides/NNS/7/obl ,/,/4/punct \
      Odell/NNP/7/nsubj said/VBD/0/root he/PRP/10/nsubj would/MD/10/aux resign/VB/7/ccomp \
      ././7/punct
      """)
    let found = scene.reading.statements
    #expect(found.count == 2)
    #expect(scene.speaker(found[0]) == "two aides")
    #expect(found[0].count == Statement.Count(value: 2))
    #expect(scene.content(found[0]) == ["Odell said he would resign"])
    #expect(scene.content(found[1]) == ["he would resign"])
    #expect(found[1].via == 0)
  }

  @Test("A passive has its agent for speaker, its subject for content, and counts")
  func passive() throws {
    let scene = try StatementScene(
      """
      The/DT/2/det pact/NN/4/nsubj:pass was/AUX/4/aux:pass confirmed/VBN/0/root to/IN/7/case \
      the/DT/7/det newspaper/NN/4/obl by/IN/9/case four/CD/4/obl:agent of/IN/13/case the/DT/13/det \
      nine/CD/13/nummod delegates/NNS/9/nmod ././4/punct
      """)
    let found = try scene.statement()
    #expect(found.act == .confirm)
    #expect(scene.content(found) == ["The pact"])
    #expect(found.count == Statement.Count(value: 4, of: 9))
    #expect(found.audience == "the newspaper")
  }

  @Test("Audience, occasion and time come from the cue's clause")
  func circumstances() throws {
    let time = TimeFound(
      words: 7..<8, kind: .date, start: "2021-03-02", end: "2021-03-02", grain: .day, rule: "test")
    let scene = try StatementScene(
      """
      Odell/NNP/2/nsubj told/VBD/0/root reporters/NNS/2/iobj at/IN/6/case a/DT/6/det \
      briefing/NN/2/obl on/IN/8/case Tuesday/NNP/2/obl that/SC/12/mark talks/NNS/12/nsubj \
      had/AUX/12/aux failed/VBN/2/ccomp ././2/punct
      """, times: [time])
    let found = try scene.statement()
    #expect(found.audience == "reporters")
    #expect(found.occasion == "a briefing")
    #expect(found.timeExpression == 0)
    #expect(found.time?.start == "2021-03-02")
  }

  @Test("A time within what is said is not when it was said")
  func timeSpokenOf() throws {
    let time = TimeFound(
      words: 5..<6, kind: .date, start: "2021-03-09", end: "2021-03-09", grain: .day, rule: "test")
    let scene = try StatementScene(
      """
      Odell/NNP/2/nsubj said/VBD/0/root talks/NNS/4/nsubj resume/VBP/2/ccomp on/IN/6/case \
      Tuesday/NNP/4/obl ././2/punct
      """, times: [time])
    #expect(try scene.statement().time == nil)
  }

  @Test(
    "The verb decides the act",
    arguments: [
      (
        "Odell/NNP/2/nsubj denied/VBD/0/root stealing/VBG/2/xcomp cars/NNS/3/obj ././2/punct",
        Statement.Act.deny, "stealing cars"
      ),
      (
        """
        Odell/NNP/2/nsubj accused/VBD/0/root Marsh/NNP/2/obj of/SC/5/mark stealing/VBG/2/advcl \
        cars/NNS/5/obj ././2/punct
        """, .accuse, "Marsh of stealing cars"
      ),
      (
        "Odell/NNP/2/nsubj promised/VBD/0/root to/TO/4/mark leave/VB/2/xcomp ././2/punct",
        .promise, "to leave"
      ),
      (
        "Odell/NNP/2/nsubj warned/VBD/0/root of/IN/4/case floods/NNS/2/obl ././2/punct",
        .warn, "of floods"
      ),
      (
        """
        Odell/NNP/2/nsubj announced/VBD/0/root the/DT/4/det closure/NN/2/obj ././2/punct
        """, .announce, "the closure"
      ),
    ])
  func acts(sentence: String, act: Statement.Act, content: String) throws {
    let scene = try StatementScene(sentence)
    let found = try scene.statement()
    #expect(found.act == act)
    #expect(scene.content(found) == [content])
  }

  @Test(
    "Nobody's words are no statement",
    arguments: [
      // The reporter's own doubt, and a scare quote.
      """
      The/DT/5/det so-called/JJ/5/amod “/``/4/punct republic/NN/5/nsubj voted/VBD/0/root ”/''/4/punct \
      ././5/punct
      """,
      // What is hoped is not yet announced.
      """
      Odell/NNP/2/nsubj hopes/VBZ/0/root to/TO/4/mark announce/VB/2/xcomp a/DT/6/det deal/NN/4/obj \
      ././2/punct
      """,
      // Without a speaker: "it was said".
      """
      It/PRP/3/expl was/AUX/3/aux:pass said/VBN/0/root that/SC/6/mark prices/NNS/6/nsubj \
      rise/VBP/3/ccomp ././3/punct
      """,
      // "This suggests" has no one who speaks.
      """
      This/DT/2/nsubj suggests/VBZ/0/root that/SC/5/mark prices/NNS/5/nsubj rise/VBP/2/ccomp \
      ././2/punct
      """,
    ])
  func noStatement(sentence: String) throws {
    #expect(try StatementScene(sentence).reading.statements.isEmpty)
  }

  @Test("Speakers without a mention get one, and mentions stay in order")
  func mentionsAdded() throws {
    let scene = try StatementScene(
      "Odell/NNP/2/nsubj said/VBD/0/root it/PRP/4/nsubj rains/VBZ/2/ccomp ././2/punct",
      "Marsh/NNP/2/nsubj said/VBD/0/root it/PRP/4/nsubj snows/VBZ/2/ccomp ././2/punct")
    #expect(scene.reading.statements.map(scene.speaker) == ["Odell", "Marsh"])
    #expect(scene.reading.mentions.map(\.words.lowerBound) == [0, 5])
    #expect(scene.reading.mentionOfHead == [0: 0, 5: 1])
  }

  @Test("A very long sentence of statements within statements is read")
  func deep() throws {
    // "x said x said x said … it rains", each the clause of the one before.
    let depth = 1_500
    var words: [String] = []
    for level in 0..<depth {
      let verb = level * 2 + 2
      words.append("Odell/NNP/\(verb)/nsubj")
      words.append(level == 0 ? "said/VBD/0/root" : "said/VBD/\(verb - 2)/ccomp")
    }
    words.append("it/PRP/\(depth * 2 + 2)/nsubj rains/VBZ/\(depth * 2)/ccomp")
    let scene = try StatementScene(words.joined(separator: " "))
    #expect(scene.reading.statements.count == depth)
  }
}

@Suite("Statements where trees err")
struct StatementRepairTests {
  @Test(
    "What is said is found by the order of words",
    arguments: [
      // The cue stands between the subject and the verb of what is said.
      (
        """
        A/DT/3/det dry/JJ/3/amod run/NN/9/obl ,/,/3/punct Odell/NNP/6/nsubj said/VBD/9/advcl \
        ,/,/6/punct would/MD/9/aux help/VB/0/root people/NNS/9/obj ././9/punct
        """, "Odell", ["A dry run", "would help people"]
      ),
      // What leads up to the cue is no part of it.
      (
        """
        After/IN/2/case all/DT/5/obl ,/,/2/punct Odell/NNP/5/nsubj said/VBD/8/advcl ,/,/5/punct \
        Marsh/NNP/8/nsubj won/VBD/0/root the/DT/10/det race/NN/8/obj ././8/punct
        """, "Odell", ["Marsh won the race"]
      ),
      // The closing cue hangs on a noun far before it.
      (
        """
        The/DT/2/det talks/NNS/3/nsubj come/VBP/0/root as/SC/6/mark losses/NNS/6/nsubj \
        mount/VBP/3/advcl ,/,/10/punct a/DT/10/det watchdog/NN/10/compound agency/NN/5/appos \
        said/VBD/3/ccomp ././3/punct
        """, "a watchdog agency", ["The talks come as losses mount"]
      ),
      // The clause hangs on the occasion.
      (
        """
        Odell/NNP/2/nsubj told/VBD/0/root reporters/NNS/2/iobj at/IN/6/case a/DT/6/det \
        briefing/NN/2/obl that/SC/9/mark talks/NNS/9/nsubj failed/VBD/6/acl:relcl ././2/punct
        """, "Odell", ["that talks failed"]
      ),
      // A participle before the cue is no part of what is said.
      (
        """
        Asked/VBN/5/ccomp about/IN/3/case it/PRP/1/obl Odell/NNP/5/nsubj said/VBD/0/root \
        nobody/NN/7/nsubj knew/VBD/5/ccomp ././5/punct
        """, "Odell", ["nobody knew"]
      ),
    ])
  func byOrder(sentence: String, speaker: String, content: [String]) throws {
    let scene = try StatementScene(sentence)
    let found = try scene.statement()
    #expect(scene.speaker(found) == speaker)
    #expect(scene.content(found) == content)
  }

  @Test("Any verb that leans on a quotation introduces it")
  func unknownVerb() throws {
    let scene = try StatementScene(
      """
      “/``/3/punct We/PRP/3/nsubj wait/VBP/7/ccomp ,/,/3/punct ”/''/3/punct she/PRP/7/nsubj \
      drawled/VBD/0/root ././7/punct
      """)
    let found = try scene.statement()
    #expect(found.act == .say)
    #expect(scene.content(found) == ["We wait,"])
  }

  @Test("A colon before a quotation introduces it")
  func colon() throws {
    let scene = try StatementScene(
      """
      The/DT/2/det mayor/NN/4/nsubj was/AUX/4/cop clear/JJ/0/root :/:/4/punct “/``/7/punct \
      Enough/JJ/4/parataxis ././7/punct ”/''/7/punct
      """)
    let found = try scene.statement()
    #expect(scene.speaker(found) == "The mayor")
    #expect(scene.content(found) == ["Enough."])
    #expect(found.quote == .direct)
  }
}
