/// The parts of a model, opened: one encoder, and what reads tags, lemmas, trees and names off it.
package struct ModelParts: Sendable {
  /// Longer sentences are read in pieces of so many words: trees cost the cube of a piece.
  package static let longest = 256

  private let input: WordInput
  private let blocks: [RecurrentBlock]
  private let norm: LayerNorm
  private let tagScorer: Linear
  private let featureScorer: Linear
  private let lemmaScorer: Linear
  private let nameScorer: NameScorer
  private let arcs: ArcScorer
  private let relationScorer: RelationScorer

  private let tags: [(upos: UPOS, xpos: String)]
  private let features: [String]
  private let rules: [LemmaRule]
  /// The rules of known forms by form and tag, which come before the scorer's.
  private let ruleRows: ValueTable?
  private let relations: [Relation]

  /// The parts in a file; nil where one is missing or broken.
  package init?(_ file: ModelFile) {
    relations = file.lines("relation names").map { Relation($0) }
    features = file.lines("feature names")
    rules = file.lines("lemma names").compactMap { LemmaRule(line: $0) }
    ruleRows = file.section("lemma rows").flatMap { ValueTable($0) }
    tags = file.lines("tag names").map { line in
      let parts = line.split(separator: "|", omittingEmptySubsequences: false)
      return (UPOS(rawValue: String(parts.first ?? "X")) ?? .x, String(parts.last ?? ""))
    }
    guard let input = WordInput(file), let norm = LayerNorm(file, "norm", width: input.width),
      let tagScorer = Linear(file, "tags"), tagScorer.outputs == tags.count,
      let featureScorer = Linear(file, "features"), featureScorer.outputs == features.count,
      let lemmaScorer = Linear(file, "lemmas"), lemmaScorer.outputs == rules.count,
      let nameScorer = NameScorer(file), let arcs = ArcScorer(file),
      let root = relations.firstIndex(where: { $0.name == "root" }),
      let relationScorer = RelationScorer(file, root: root),
      relationScorer.count == relations.count
    else { return nil }
    self.input = input
    self.norm = norm
    self.tagScorer = tagScorer
    self.featureScorer = featureScorer
    self.lemmaScorer = lemmaScorer
    self.nameScorer = nameScorer
    self.arcs = arcs
    self.relationScorer = relationScorer
    var blocks: [RecurrentBlock] = []
    while let block = RecurrentBlock(file, number: blocks.count, width: input.width) {
      blocks.append(block)
    }
    guard !blocks.isEmpty else { return nil }
    self.blocks = blocks
  }

  /// Fills in one sentence's words and adds its names.
  ///
  /// Linear in the words beyond ``longest``; the roots of later pieces hang on the first one's as `parataxis`.
  package func annotate(_ sentence: Range<Int>, of tree: inout SyntaxTree) {
    var root: Int?
    for start in stride(from: sentence.lowerBound, to: sentence.upperBound, by: Self.longest) {
      let piece = start..<min(start + Self.longest, sentence.upperBound)
      let head = read(piece, of: &tree)
      if let root {
        tree.words[head].head = root
        tree.words[head].relation = "parataxis"
      } else {
        root = head
      }
    }
  }

  /// Fills in the words of a piece; gives its root.
  private func read(_ piece: Range<Int>, of tree: inout SyntaxTree) -> Int {
    let atoms = piece.map { WordAtoms(tree.words[$0].form) }
    var rows = input.rows(of: atoms)
    for block in blocks { block.apply(to: &rows) }
    let whole = WholeRows(norm(rows), limit: WholeRows.wide)
    let tag = tagScorer.best(of: whole)
    let feature = featureScorer.best(of: whole)
    let rule = lemmaScorer.best(of: whole)
    let heads = ProjectiveTree.heads(arcs.scores(of: whole), words: piece.count)
    let relation = relationScorer.relations(of: whole, heads: heads)
    var root = piece.lowerBound
    for (offset, word) in piece.enumerated() {
      tree.words[word].upos = tags[tag[offset + 1]].upos
      tree.words[word].xpos = tags[tag[offset + 1]].xpos
      tree.words[word].features = features[feature[offset + 1]]
      let known = knownRule(of: atoms[offset], tag: tag[offset + 1])
      tree.words[word].lemma = rules[known ?? rule[offset + 1]].lemma(of: tree.words[word].form)
      tree.words[word].head = heads[offset] == 0 ? nil : piece.lowerBound + heads[offset] - 1
      tree.words[word].relation = relations[relation[offset]]
      if heads[offset] == 0 { root = word }
    }
    tree.names += NamePhrases.names(
      nameScorer.names(of: whole, from: piece.lowerBound), in: piece, of: tree)
    return root
  }

  /// The lemma rule of a form that is known with this tag (tools/syntax/inflections.py).
  private func knownRule(of atoms: WordAtoms, tag: Int) -> Int? {
    guard let rule = ruleRows?[FeatureKey.mix(atoms.lower, UInt64(tag) + 1)], rule < rules.count
    else { return nil }
    return rule
  }
}
