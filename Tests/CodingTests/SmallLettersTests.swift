import Syntax
import Testing

@testable import Coding

@Suite struct SmallLettersTests {
  @Test(
    "Names in small letters alone are none; particles within a name stay",
    arguments: [
      (["vice", "president"], false), (["Omar", "bin", "Said"], true), (["el-Badri"], true),
      (["netizen"], false), (["Élodie"], true),
    ])
  func names(forms: [String], isName: Bool) {
    let words = forms.map { Word(form: $0, upos: .propn, range: 0..<0, sentence: 0) }
    let tree = SyntaxTree(
      text: "", words: words, sentences: [Sentence(words: 0..<forms.count, range: 0..<0)],
      names: [Name(kind: .person, words: 0..<forms.count)]
    ).withoutSmallNames()
    #expect(tree.names.isEmpty == !isName)
    #expect(tree.words.allSatisfy { $0.upos == (isName ? .propn : .noun) })
  }
}
