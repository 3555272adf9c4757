import Syntax
import Testing

@testable import Training

/// Three sentences of our own, with entities marked as GUM marks them.
private let treebank = """
  1\tAnna\tAnna\tPROPN\tNNP\tNumber=Sing\t2\tnsubj\t_\tEntity=(1-person-new-1-sgl)
  2\tsees\tsee\tVERB\tVBZ\tTense=Pres\t0\troot\t_\t_
  3\told\told\tADJ\tJJ\tDegree=Pos\t4\tamod\t_\tEntity=(2-animal-new-2-sgl
  4\tdogs\tdog\tNOUN\tNNS\tNumber=Plur\t2\tobj\t_\tEntity=2)
  5\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

  1\tDogs\tdog\tNOUN\tNNS\tNumber=Plur\t2\tnsubj\t_\t_
  2\tlike\tlike\tVERB\tVBP\tTense=Pres\t0\troot\t_\t_
  3\tAnna\tAnna\tPROPN\tNNP\tNumber=Sing\t2\tobj\t_\tEntity=(1-person-giv-1-sgl)
  4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

  1\tBig\tbig\tADJ\tJJ\tDegree=Pos\t2\tamod\t_\t_
  2\tcats\tcat\tNOUN\tNNS\tNumber=Plur\t3\tnsubj\t_\t_
  3\tlike\tlike\tVERB\tVBP\tTense=Pres\t0\troot\t_\t_
  4\tthe\tthe\tDET\tDT\t_\t5\tdet\t_\tEntity=(3-organization-new-2-sgl
  5\tBank\tBank\tPROPN\tNNP\tNumber=Sing\t3\tobj\t_\t_
  6\tof\tof\tADP\tIN\t_\t7\tcase\t_\t_
  7\tOslo\tOslo\tPROPN\tNNP\tNumber=Sing\t5\tnmod\t_\tEntity=(4-place-new-1-sgl)3)
  8\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_


  """

private let vectors = "dogs 1 0 0\ncats 1 0.1 0\nanna 0 1 0\nlike 0 0 1\nsees 0 0.1 1\n"

private func train() throws -> [UInt8] {
  var settings = SyntaxTrainer.Settings()
  // Every sentence stands twice, so that neither half lacks its words.
  settings.folds = 2
  settings.strengths = [1, 1, 1, 1]
  return try SyntaxTrainer(texts: [treebank, treebank], vectors: vectors, settings: settings) { _ in
  }.model()
}

@Suite struct TrainingTests {
  @Test("Training again gives the same bytes, and the model has learned its sentences")
  func learns() throws {
    let bytes = try train()
    #expect(try train() == bytes)
    let gold = try CoNLLU.read(treebank)
    let found = try bytes.withUnsafeBytes { bytes in
      try #require(SyntaxModel(bytes: bytes)).annotate(gold)
    }
    #expect(found.words.map(\.head) == gold.words.map(\.head))
    #expect(found.words.map(\.relation) == gold.words.map(\.relation))
    #expect(found.words.map(\.upos) == gold.words.map(\.upos))
    #expect(found.words.map(\.lemma) == gold.words.map(\.lemma))
    #expect(found.words.map(\.features) == gold.words.map(\.features))
  }

  @Test("Names are proper nouns around an entity's head; the longer name takes what lies within")
  func entities() throws {
    let classes = try #require(EntityNames.classes(in: treebank, of: try CoNLLU.read(treebank)))
    // Person; nothing for the dogs; person; an organisation whose name has a place in it.
    #expect(classes == [1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 3, 4, 4, 0])
    #expect(EntityNames.classes(in: "", of: try CoNLLU.read("")) == nil)
  }

  @Test(
    "Crossing arcs are lifted, others stay",
    arguments: [
      ([1, -1, 1], [1, -1, 1]),
      ([2, 3, -1, 2], [2, 2, -1, 2]),
      ([-1, 0, 1, 0, 2], [-1, 0, 1, 0, 0]),
    ] as [([Int32], [Int32])])
  func projectivity(heads: [Int32], expected: [Int32]) {
    #expect(Projectivity.lifted(heads) == expected)
  }

  @Test(
    "The oracle's steps lead to the treebank's tree",
    arguments: [[-1], [1, -1, 1], [2, 2, -1, 2, 3], [-1, 0, 1, 0, 3]] as [[Int32]])
  func oracle(heads: [Int32]) {
    let labels = heads.indices.map { UInt8($0 + 1) }
    let sentence = Treebank.Sentence(
      atoms: [], tags: [], heads: heads, labels: labels, names: nil, words: 0..<heads.count,
      tree: 0)
    var oracle = ParserOracle(sentence)
    var states = ParserStates(count: heads.count)
    for at in 0..<heads.count * 2 - 1 {
      let (action, label) = oracle.next(states.states[at]) { states.states[Int($0)] }
      #expect(states.allows(action, from: at))
      states.states.append(states.after(action, label: label, from: at))
    }
    let tree = states.tree(at: heads.count * 2 - 1, rootLabel: 0)
    #expect(tree.heads == heads)
    for (word, label) in tree.labels.enumerated() {
      #expect(label == (heads[word] < 0 ? 0 : labels[word]))
    }
  }
}
