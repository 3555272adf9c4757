import Tables
import Testing

@testable import Syntax

private func atoms(_ form: String) -> GapAtoms {
  var form = form
  return form.withUTF8 { GapAtoms($0) }
}

/// The sentences' texts.
private func sentences(_ text: String, byRulesAlone: Bool = false) -> [String] {
  let tree = Tokenizer.standard.read(text, breaks: [], byRulesAlone: byRulesAlone)
  return tree.sentences.map { tree.passage($0.range) }
}

@Suite struct SentenceEndsTests {
  @Test("The model that is compiled in can be read")
  func model() {
    #expect(SentenceEnds.standard != nil)
  }

  @Test("A word's atoms are those that the trainer computes")
  func parity() {
    let initials = atoms("U.S.")
    #expect(initials.lower == 0x13c7_8f2f_8485_e619)
    #expect(initials.last2 == 0x4f77_d65b_c3c0_cb12)
    #expect(initials.last3 == 0xa3d4_89f3_27b2_fefe)
    #expect(initials.shape == 0x412e_412e)
    #expect(atoms("Kabul").lower == 0xdc08_c0ba_6e93_3467)
    #expect(atoms("Kabul").shape == 0x41_6161)
    #expect(atoms("2,014").lower == atoms("9,345").lower)
    #expect(atoms("“").lower == atoms("\"").lower)
    #expect(atoms("Kabul").ends == .plain && initials.ends == .other && atoms("—").ends == .goingOn)
    #expect(atoms("of").beginsSmall && !atoms("Of").beginsSmall)
  }

  @Test("A line without a stop ends where the next one plainly begins")
  func withoutStop() {
    let text = "Please call me at 555-0142 Thanks, Jane"
    #expect(sentences(text, byRulesAlone: true).count == 1)
    #expect(sentences(text) == ["Please call me at 555-0142", "Thanks, Jane"])
  }

  @Test(
    "News is cut where the rules cut it",
    arguments: [
      "Gen. Orr met U.S. Senator J. Lane in St. Petersburg on Jan. 5. They talked for two hours.",
      "KABUL (Reuters) - The ministry said 3.5 percent of votes were void. It gave no reason.",
      "“We will go,” he said. “Not now.” The envoys left for Moscow.",
      "The talks – the third since May – ended late on Friday. No date was set.",
    ])
  func news(text: String) {
    #expect(sentences(text) == sentences(text, byRulesAlone: true))
  }

  @Test("Words without an end are cut, and never within a multiword token")
  func longest() {
    let text = String(repeating: "don't ", count: 1200)
    let tree = Tokenizer.standard.read(text, breaks: [])
    #expect(tree.sentences.allSatisfy { $0.words.count <= SentenceSplitter.longest + 1 })
    #expect(tree.sentences.allSatisfy { tree.words[$0.words.lowerBound].form == "do" })
  }

  @Test("Bytes that are no model are refused")
  func garbled() throws {
    let bytes = [UInt8]("NWSYNTX2\u{1}\u{0}\u{0}\u{0}".utf8)
    bytes.withUnsafeBytes { raw in
      #expect(ModelFile(raw).flatMap { SentenceEnds($0) } == nil)
    }
  }
}
