import Testing

@testable import Syntax
import Tables

/// The forms of each sentence, parted by blanks.
private func sentences(_ text: String, breaks: [Int] = []) -> [String] {
  let tree = Tokenizer.standard.read(text, breaks: breaks)
  return tree.sentences.map { sentence in
    tree.words[sentence.words].map(\.form).joined(separator: " ")
  }
}

@Suite struct TokenizerTests {
  @Test(
    "Words are divided as in the treebanks",
    arguments: [
      ("They don't know.", "They do n't know ."),
      ("It’s theirs, isn’t it?", "It ’s theirs , is n’t it ?"),
      ("We cannot stay.", "We can not stay ."),
      ("The ministers' meeting", "The ministers ' meeting"),
      ("'the ministers' met", "' the ministers ' met"),
      ("a long-term, re-elected chief", "a long - term , re-elected chief"),
      ("al-Maliki and/or others", "al - Maliki and / or others"),
      ("$5,000.50 (about 40%)", "$ 5,000.50 ( about 40 % )"),
      ("at 7:30pm on 11/12/2019", "at 7:30 pm on 11/12/2019"),
      ("a 35mm lens of the 1980s", "a 35 mm lens of the 1980s"),
      ("Call 555-0142 or 1-800-555-0142", "Call 555-0142 or 1-800-555-0142"),
      ("U.S. Gen. J. Orr", "U.S. Gen. J. Orr"),
      ("“Well…” he said", "“ Well … ” he said"),
      ("wait... what?!", "wait ... what ?!"),
      (
        "see www.example.org/a-b, or a.b@example.org.",
        "see www.example.org/a-b , or a.b@example.org ."
      ),
      ("AT&T — then", "AT&T — then"),
      ("the '90s", "the '90s"),
      ("No. 7 said no.", "No. 7 said no ."),
      ("café’s Müller-Thurgau", "café ’s Müller - Thurgau"),
      ("I dont know, and thats all", "I do nt know , and that s all"),
      ("#ceasefire by @newsdesk at #1", "#ceasefire by @newsdesk at # 1"),
      ("It cost $$$ to ask somebo...@example.org", "It cost $$$ to ask somebo...@example.org"),
    ])
  func words(text: String, expected: String) {
    #expect(sentences(text) == [expected])
  }

  @Test(
    "Sentences end where one would stop reading",
    arguments: [
      ("He left. She stayed.", ["He left .", "She stayed ."]),
      ("Gen. Orr left. It rained.", ["Gen. Orr left .", "It rained ."]),
      ("He lives in the U.S. The others do not.", ["He lives in the U.S.", "The others do not ."]),
      ("The U.S. Senate met.", ["The U.S. Senate met ."]),
      ("“Go!” he said. “Now.” They went.", ["“ Go ! ” he said .", "“ Now . ”", "They went ."]),
      ("He said \"no.\" Then he left.", ["He said \" no . \"", "Then he left ."]),
      ("It fell 3.5 percent. 40 people came.", ["It fell 3.5 percent .", "40 people came ."]),
      ("A title\n\nA body", ["A title", "A body"]),
      ("One line\nand its next", ["One line and its next"]),
      ("It ended.[12] Then it began.", ["It ended . [ 12 ]", "Then it began ."]),
      ("He had called. she had not.", ["He had called .", "she had not ."]),
      ("Built c. 1230 or so.", ["Built c. 1230 or so ."]),
      ("On Jan. 5 they met.", ["On Jan. 5 they met ."]),
    ])
  func ends(text: String, expected: [String]) {
    #expect(sentences(text) == expected)
  }

  @Test("A given break ends a sentence, even within a word")
  func breaks() {
    #expect(sentences("A title A body", breaks: [7]) == ["A title", "A body"])
    #expect(sentences("A titleA body", breaks: [7]) == ["A title", "A body"])
    #expect(sentences("abc", breaks: [0, 3, 99]) == ["abc"])
  }

  @Test("Words know their bytes, their multiword token and whether a blank follows")
  func places() throws {
    let tree = Tokenizer.standard.read("“Don’t,” é.", breaks: [])
    #expect(tree.words.map { tree.passage($0.range) } == tree.words.map(\.form))
    #expect(tree.words.map(\.form) == ["“", "Do", "n’t", ",", "”", "é", "."])
    #expect(tree.words.map(\.spaceAfter) == [false, false, false, false, true, false, false])
    #expect(tree.words[1].multiword == 1..<3)
    #expect(tree.words[3].multiword == nil)
  }

  @Test(
    "Any bytes are read",
    arguments: [
      "", " \n\n ", "\u{0}\u{1}\u{7f}", "\u{200b}\u{feff}", "''''", "…’’’", ". . .", "-",
      "1-1-1-1-",
      "@@@", "http://", "'s", "’", "\u{2028}a", "👩‍👩‍👧", "a\u{301}b",
    ])
  func anything(text: String) {
    let tree = Tokenizer.standard.read(text, breaks: [1, 2])
    #expect(tree.words.allSatisfy { !$0.range.isEmpty })
    #expect(tree.sentences.allSatisfy { !$0.words.isEmpty })
    #expect(tree.sentences.flatMap { Array($0.words) } == Array(tree.words.indices))
  }

  @Test("Long runs of anything are read, and a text without stops is cut into sentences")
  func long() {
    for piece in ["a", "1-", "'", ".", "é", "a'", "a.b", "((", "\"", "&A", "a@", "—"] {
      let text = String(repeating: piece, count: 200_000)
      #expect(!Tokenizer.standard.read(text, breaks: []).words.isEmpty)
    }
    let tree = Tokenizer.standard.read(String(repeating: "word ", count: 5000), breaks: [])
    #expect(tree.sentences.map(\.words.count) == [1000, 1000, 1000, 1000, 1000])
  }

  @Test("The lexicons can be read, and no row says what nothing knows")
  func lexicons() throws {
    let abbreviations = try TabSeparatedTable(
      embedded: "lexicons/syntax/abbreviations.tsv", columns: 2, required: 2)
    for row in abbreviations.rows {
      #expect(TokenLexicon.Abbreviation(rawValue: row[1]) != nil, "line \(row.line)")
    }
    let splits = try TabSeparatedTable(
      embedded: "lexicons/syntax/splits.tsv", columns: 3, required: 2)
    for row in splits.rows {
      #expect(["contraction", "clitic", "prefix", "unit"].contains(row[1]), "line \(row.line)")
      #expect((row[1] == "contraction") == (Int(row[2]) != nil), "line \(row.line)")
    }
    #expect(
      try TabSeparatedTable(embedded: "lexicons/syntax/openers.tsv", columns: 1).rows.count > 0)
  }
}
