import Tables
import Testing

@testable import Syntax

/// A tree of words `form xpos head relation`, heads counted from one.
private func tree(_ lines: String) -> SyntaxTree {
  let rows = lines.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
  let text = rows.map { $0[0] }.joined(separator: " ")
  var tree = Tokenizer.standard.read(text, breaks: [])
  for (index, row) in rows.enumerated() {
    tree.words[index].xpos = row[1]
    tree.words[index].head = Int(row[2]).flatMap { $0 == 0 ? nil : $0 - 1 }
    tree.words[index].relation = Relation(row[3])
  }
  return tree
}

@Suite struct NamePhrasesTests {
  @Test("A name goes on over the name words that the tree makes part of it")
  func widening() {
    let whole = tree(
      """
      Orland NNP 3 compound
      Health NNP 3 compound
      Ministry NNP 6 nsubj
      and CC 5 cc
      Bea NNP 3 conj
      Lund NNP 5 flat
      """)
    let found = [
      Name(kind: .location, words: 0..<1), Name(kind: .organisation, words: 2..<3),
      Name(kind: .person, words: 5..<6),
    ]
    #expect(
      NamePhrases.names(found, in: 0..<6, of: whole) == [
        Name(kind: .organisation, words: 0..<3), Name(kind: .person, words: 4..<6),
      ])
  }

  @Test("Both sides of a hyphen within a word are one name")
  func hyphens() {
    let whole = tree("Fizz NNP 3 compound\n- HYPH 1 punct\nCola NNP 0 root\nbuys VBZ 3 dep")
    let found = [
      Name(kind: .organisation, words: 0..<1), Name(kind: .organisation, words: 2..<3),
    ]
    #expect(
      NamePhrases.names(found, in: 0..<4, of: whole) == [Name(kind: .organisation, words: 0..<3)])
  }

  @Test("An office before a person is not part of the name, a word of another phrase neither")
  func limits() {
    let whole = tree(
      "Orland NNP 2 compound\nPresident NNP 3 compound\nBea NNP 5 nsubj\nLund NNP 3 flat\nspoke VBD 0 root"
    )
    #expect(
      NamePhrases.names([Name(kind: .person, words: 2..<4)], in: 0..<5, of: whole) == [
        Name(kind: .person, words: 2..<4)
      ])
  }

  @Test("The last word of several settles the kind", arguments: ["University", "university"])
  func kinds(last: String) {
    let whole = tree("Orland NNP 2 compound\n\(last) NNP 0 root")
    #expect(
      NamePhrases.names([Name(kind: .location, words: 0..<2)], in: 0..<2, of: whole) == [
        Name(kind: .organisation, words: 0..<2)
      ])
  }

  @Test("The table of last words is whole, and names each once")
  func table() throws {
    let table = try TabSeparatedTable(
      embedded: "lexicons/syntax/name_heads.tsv", columns: 2, required: 2)
    for row in table.rows { #expect(Name.Kind(rawValue: row[1]) != nil, "line \(row.line)") }
    #expect(NamePhrases.kinds.count == table.rows.count)
  }
}
