import Record
import Testing

@testable import Coding

@Suite("Confirming, denying, declining")
struct StatementActsTests {
  @Test("A passive that names nobody tells a claim all the same")
  func agentless() throws {
    let scene = try StatementScene(
      """
      It/PRP/3/expl was/AUX/3/aux:pass confirmed/VBN/0/root that/SC/6/mark Odell/NNP/6/nsubj \
      left/VBD/3/ccomp ././3/punct
      """)
    let found = try scene.statement()
    #expect(found.act == .confirm)
    #expect(found.speaker == nil)
    #expect(scene.content(found) == ["that Odell left"])
  }

  @Test("Who denies in a statement stands below where it was done")
  func agentBelow() throws {
    let scene = try StatementScene(
      """
      Reports/NNS/11/nsubj of/IN/3/case losses/NNS/1/nmod ,/,/5/punct denied/VBN/1/acl in/IN/8/case \
      a/DT/8/det statement/NN/5/obl by/IN/10/case Odell/NNP/8/nmod fell/VBD/0/root ././11/punct
      """)
    let found = try scene.statement()
    #expect(found.act == .deny)
    #expect(scene.speaker(found) == "Odell")
    #expect(scene.content(found) == ["Reports of losses"])
  }

  @Test("A participle before \u{201C}that\u{201D} is the verb where the sentence has no other")
  func misreadParticiple() throws {
    let scene = try StatementScene(
      """
      Residents/NNS/2/nsubj reached/VBN/0/root by/IN/4/case phone/NN/2/obl confirmed/VBN/4/acl \
      that/SC/8/mark he/PRP/8/nsubj left/VBD/5/ccomp ././2/punct
      """)
    let found = try scene.statement()
    #expect(found.act == .confirm)
    #expect(scene.speaker(found) == "Residents")
  }

  @Test("A verb's form that is taken for a noun introduces the rest of the sentence")
  func misreadNoun() throws {
    let scene = try StatementScene(
      "Airline/NN/2/compound confirms/NNS/0/root 400/CD/5/nummod job/NN/5/compound cuts/NNS/2/conj"
    )
    let found = try scene.statement()
    #expect(found.act == .confirm)
    #expect(scene.content(found) == ["400 job cuts"])
  }

  @Test("What somebody denies having done is no act of its own")
  func deniedAct() throws {
    let scene = try StatementScene(
      """
      Odell/NNP/2/nsubj denied/VBD/0/root that/SC/6/mark he/PRP/6/nsubj had/AUX/6/aux \
      refused/VBN/2/ccomp to/TO/8/mark comment/VB/6/xcomp ././2/punct
      """)
    #expect(try scene.statement().act == .deny)
  }

  @Test("What stands behind a semicolon is not denied with what stands before")
  func semicolon() throws {
    let scene = try StatementScene(
      """
      Odell/NNP/2/nsubj denied/VBD/0/root it/PRP/2/obj ;/:/6/punct Pruitt/NNP/6/nsubj \
      refused/VBD/2/ccomp to/TO/8/mark comment/VB/6/xcomp ././2/punct
      """)
    #expect(scene.reading.statements.map(\.act) == [.deny, .declineComment])
    #expect(scene.content(scene.reading.statements[0]) == ["it"])
  }

  @Test(
    "An answer that only takes up the question confirms or denies it", arguments: [true, false])
  func elliptic(isDenied: Bool) throws {
    let answer = isDenied ? "had/AUX/9/ccomp not/NOT/11/advmod" : "had/AUX/9/ccomp"
    let scene = try StatementScene(
      """
      Asked/VBN/9/advcl whether/SC/5/mark he/PRP/5/nsubj had/AUX/5/aux paid/VBN/1/ccomp ,/,/1/punct \
      the/DT/8/det clerk/NN/9/nsubj said/VBD/0/root he/PRP/11/nsubj \(answer) ././9/punct
      """)
    #expect(scene.reading.statements.last?.act == (isDenied ? .deny : .confirm))
  }

  @Test(
    "What is said of a claim denies it",
    arguments: [
      """
      Odell/NNP/2/nsubj called/VBD/0/root the/DT/4/det claim/NN/2/obj absurd/JJ/2/xcomp ././2/punct
      """,
      """
      Odell/NNP/2/nsubj dismissed/VBD/0/root the/DT/4/det toll/NN/2/obj as/IN/6/case \
      fantasy/NN/2/obl ././2/punct
      """,
      """
      Odell/NNP/2/nsubj said/VBD/0/root there/EX/4/expl was/VBD/2/ccomp no/DT/6/det truth/NN/4/nsubj \
      in/IN/8/case it/PRP/6/nmod ././2/punct
      """,
      "Odell/NNP/2/nsubj maintains/VBZ/0/root his/PRP$/4/nmod:poss innocence/NN/2/obj ././2/punct",
      """
      Odell/NNP/2/nsubj said/VBD/0/root it/PRP/6/nsubj was/AUX/6/cop not/NOT/6/advmod \
      true/JJ/2/ccomp ././2/punct
      """,
    ])
  func denies(sentence: String) throws {
    let found = try StatementScene(sentence).statement()
    #expect(found.act == .deny)
  }

  @Test("Confirming a judge in office and denying a visa are no answers to a claim")
  func decisions() throws {
    for sentence in [
      """
      The/DT/2/det senate/NN/3/nsubj confirmed/VBD/0/root the/DT/5/det judge/NN/3/obj ././3/punct
      """,
      "Visa/NN/2/nsubj denied/VBD/0/root ././2/punct",
      "Odell/NNP/2/nsubj was/AUX/3/aux:pass denied/VBN/0/root bail/NN/3/obj ././3/punct",
    ] {
      #expect(try StatementScene(sentence).reading.statements.isEmpty, "\(sentence)")
    }
  }

  @Test("A blow is not condemnation")
  func blows() throws {
    #expect(
      try StatementScene(
        "Rebels/NNS/2/nsubj attacked/VBD/0/root the/DT/4/det airport/NN/2/obj ././2/punct"
      ).reading.statements.isEmpty)
    let scene = try StatementScene(
      "Odell/NNP/2/nsubj attacked/VBD/0/root the/DT/4/det report/NN/2/obj ././2/punct")
    #expect(try scene.statement().act == .condemn)
  }

  @Test("A body's \u{201C}it\u{201D} speaks; one that stands for nothing does not")
  func it() throws {
    let scene = try StatementScene(
      "It/PRP/2/expl said/VBD/0/root Odell/NNP/4/nsubj left/VBD/2/ccomp ././2/punct")
    #expect(scene.speaker(try scene.statement()) == "It")
    #expect(
      try StatementScene(
        """
        It/PRP/3/expl is/AUX/3/cop early/JJ/0/root to/TO/5/mark say/VB/3/csubj who/WP/7/nsubj \
        won/VBD/5/ccomp ././3/punct
        """
      ).reading.statements.isEmpty)
  }

  @Test("Who asks in a participle with \u{201C}by\u{201D} is the one who speaks")
  func askedBy() throws {
    let scene = try StatementScene(
      """
      Asked/VBN/10/advcl by/IN/3/case Pruitt/NNP/1/obl whether/SC/6/mark he/PRP/6/nsubj paid/VBD/1/ccomp \
      ,/,/1/punct the/DT/9/det clerk/NN/10/nsubj left/VBD/0/root ././10/punct
      """)
    let found = try scene.statement()
    #expect(found.act == .ask)
    #expect(scene.speaker(found) == "Pruitt")
    #expect(scene.content(found) == ["whether he paid"])
  }

  @Test("Of two subjects the one behind the verb speaks where no clause follows")
  func twoSubjects() throws {
    let before = try StatementScene(
      """
      Odell/NNP/5/nsubj ,/,/4/punct a/DT/4/det spokesman/NN/1/appos said/VBD/0/root the/DT/7/det \
      firm/NN/5/nsubj had/AUX/9/aux paid/VBN/5/conj ././5/punct
      """)
    #expect(before.speaker(try before.statement()) == "Odell")
    let behind = try StatementScene(
      """
      The/DT/2/det promise/NN/8/nsubj draws/VBZ/2/acl:relcl many/JJ/5/amod people/NNS/3/obj in/RP/3/advmod \
      ,/,/2/punct said/VBD/0/root Odell/NNP/8/nsubj ././8/punct
      """)
    #expect(behind.speaker(try behind.statement()) == "Odell")
  }

  @Test("Lemmas that no list knows are mended by the rules of spelling")
  func lemmas() throws {
    let mender = WordLemmas(lexicon: try CueLexicon())
    for (wrong, form, xpos, right) in [
      ("commente", "commenting", "VBG", "comment"), ("repudiat", "repudiating", "VBG", "repudiate"),
      ("dendy", "denied", "VBD", "deny"), ("confirms", "confirms", "NNS", "confirm"),
      ("walk", "walking", "VBG", "walk"), ("ing", "ing", "VBG", "ing"),
    ] {
      #expect(mender.lemma(wrong, form: form, xpos: xpos) == right)
    }
  }
}
