import Testing

@testable import Syntax

/// A sentence with a multiword token, a name and an empty node.
private let sample = """
  # sent_id = 1
  # text = Ada Lovett didn't go.
  1\tAda\tAda\tPROPN\tNNP\tNumber=Sing\t5\tnsubj\t_\tName=B-PER
  2\tLovett\tLovett\tPROPN\tNNP\tNumber=Sing\t1\tflat\t_\tName=I-PER
  3-4\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
  3\tdid\tdo\tAUX\tVBD\t_\t5\taux\t_\t_
  4\tn't\tnot\tPART\tRB\t_\t5\tadvmod\t_\t_
  5\tgo\tgo\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No
  6\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_


  """

@Suite struct CoNLLUTests {
  @Test("What was written is read as the same tree, and written as the same bytes")
  func roundTrip() throws {
    let tree = try CoNLLU.read(sample)
    #expect(CoNLLU.write(tree) == sample)
    #expect(tree.text == "Ada Lovett didn't go.")
    #expect(tree.words.map { tree.passage($0.range) } == tree.words.map(\.form))
    #expect(tree.words[0].head == 4)
    #expect(tree.words[4].head == nil)
    #expect(tree.words[3].multiword == 2..<4)
    #expect(tree.names == [Name(kind: .person, words: 0..<2)])
    #expect(tree.dependents[4] == [0, 2, 3, 5])
  }

  @Test("Sentences are parted by a space, paragraphs by an empty line")
  func separators() throws {
    let word = "1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_\n\n"
    let tree = try CoNLLU.read(word + word + "# newpar\n" + word)
    #expect(tree.text == "Yes Yes\n\nYes")
    #expect(tree.sentences.map(\.range) == [0..<3, 4..<7, 9..<12])
  }

  @Test("Empty nodes are skipped and absent values are no values")
  func emptyNodes() throws {
    let blanks = String(repeating: "\t_", count: 8)
    let tree = try CoNLLU.read("1\ta\(blanks)\n1.1\tgone\(blanks)\n2\t_\(blanks)\n")
    #expect(tree.words.map(\.form) == ["a", "_"])
    #expect(tree.words[0].lemma == "")
    #expect(tree.words[0].head == nil)
  }

  @Test("The parts of a multiword token that its form does not spell out all cover it")
  func indivisible() throws {
    let blanks = String(repeating: "\t_", count: 8)
    let tree = try CoNLLU.read("1-2\tcannae\(blanks)\n1\tcan\(blanks)\n2\tnot\(blanks)\n")
    #expect(tree.words.map(\.range) == [0..<6, 0..<6])
  }

  @Test(
    "A line that is no word of a tree is refused with its line and column",
    arguments: [
      ("1\ta\n", 1, nil),
      ("# c\n2\ta\t_\t_\t_\t_\t_\t_\t_\t_\n", 2, "ID"),
      ("1\ta\t_\tWORD\t_\t_\t_\t_\t_\t_\n", 1, "UPOS"),
      ("1\ta\t_\tX\t_\t_\t9\tdep\t_\t_\n", 1, "HEAD"),
      ("1\ta\t_\tX\t_\t_\t1\tdep\t_\t_\n", 1, "HEAD"),
      ("1\ta\t_\tX\t_\t_\t2\tdep\t_\t_\n2\ta\t_\tX\t_\t_\t1\tdep\t_\t_\n", 2, "HEAD"),
      ("1\ta\t_\tX\t_\t_\t0\troot\t_\tName=I-PER\n", 1, "MISC"),
      ("1\t\t_\tX\t_\t_\t0\troot\t_\t_\n", 1, "FORM"),
      ("1-3\tab\t_\t_\t_\t_\t_\t_\t_\t_\n1\ta\t_\tX\t_\t_\t0\troot\t_\t_\n", 2, "ID"),
    ] as [(String, Int, String?)])
  func malformed(text: String, line: Int, column: String?) {
    let error = #expect(throws: CoNLLU.Malformed.self) { try CoNLLU.read(text) }
    if column != "HEAD" || line == 1 { #expect(error?.line == line) }
    #expect(error?.column == column)
  }
}
