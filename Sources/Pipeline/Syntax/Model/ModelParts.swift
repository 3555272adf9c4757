/// The parts of a model, opened.
package struct ModelParts: Sendable {
  /// How many partial analyses the parser follows at once.
  package static let beam = 8

  private let tags: [(upos: UPOS, xpos: String)]
  private let kinds: [TagKind]
  private let relations: [Relation]
  private let features: [String]
  private let lemmatizer: Lemmatizer
  private let wordClasses: ValueTable
  private let clusters: ValueTable
  private let featureTable: ValueTable
  private let tagWeights: WeightTable
  private let actionWeights: WeightTable
  private let labelWeights: WeightTable
  private let nameWeights: WeightTable
  private let rootLabel: UInt8

  /// The parts in a file; nil where one is missing or broken.
  package init?(_ file: ModelFile) {
    func weights(_ name: String) -> WeightTable? { file.section(name).flatMap { WeightTable($0) } }
    func values(_ name: String) -> ValueTable? { file.section(name).flatMap { ValueTable($0) } }
    guard let tagWeights = weights("tagger"), let actionWeights = weights("actions"),
      let labelWeights = weights("labels"), let nameWeights = weights("names"),
      let wordClasses = values("classes"),
      let clusters = values("clusters"), let lemmas = values("lemmas"),
      let featureTable = values("features")
    else { return nil }
    self.tagWeights = tagWeights
    self.actionWeights = actionWeights
    self.labelWeights = labelWeights
    self.nameWeights = nameWeights
    self.wordClasses = wordClasses
    self.clusters = clusters
    self.featureTable = featureTable
    tags = file.lines("tag names").map { line in
      let parts = line.split(separator: "|", omittingEmptySubsequences: false)
      return (UPOS(rawValue: String(parts.first ?? "X")) ?? .x, String(parts.last ?? ""))
    }
    kinds = tags.map { TagKind($0.upos) }
    relations = file.lines("label names").map { Relation($0) }
    features = file.lines("feature names")
    lemmatizer = Lemmatizer(
      rules: file.lines("lemma rules").compactMap { Lemmatizer.Rule(line: $0) }, table: lemmas)
    rootLabel = UInt8(relations.firstIndex { $0.name == "root" } ?? 0)
    guard tags.count == tagWeights.classes, relations.count == labelWeights.classes else {
      return nil
    }
  }

  /// Fills in one sentence's words and adds its names.
  package func annotate(_ range: Range<Int>, of tree: inout SyntaxTree) {
    let atoms = range.map {
      WordAtoms(tree.words[$0].form, groups: wordClasses, clusters: clusters)
    }
    let tags = Tagger(tagWeights).tags(of: atoms)
    let search = ParserSearch(
      actions: actionWeights, labels: labelWeights, width: Self.beam, rootLabel: rootLabel)
    let parsed = search.parse(ParserWords(atoms, tags: tags, kinds: kinds))
    for (offset, position) in range.enumerated() {
      let tag = tags[offset]
      let lower = atoms[offset].lower
      let known =
        featureTable[FeatureKey.of(100, lower, UInt64(tag))]
        ?? featureTable[FeatureKey.of(101, UInt64(tag))]
      let head = parsed.heads[offset]
      tree.words[position].upos = self.tags[Int(tag)].upos
      tree.words[position].xpos = self.tags[Int(tag)].xpos
      tree.words[position].lemma = lemmatizer.lemma(of: tree.words[position].form, tag: tag)
      tree.words[position].features = known.map { features[$0] } ?? ""
      tree.words[position].head = head < 0 ? nil : range.lowerBound + Int(head)
      tree.words[position].relation = relations[Int(parsed.labels[offset])]
    }
    let found = NameTagger(nameWeights).classes(of: atoms, tags: tags)
    addNames(found, from: range.lowerBound, to: &tree)
  }

  private func addNames(_ found: [UInt8], from first: Int, to tree: inout SyntaxTree) {
    var start = 0
    while start < found.count {
      guard found[start] != 0 else {
        start += 1
        continue
      }
      var end = start + 1
      while end < found.count && found[end] != 0 && found[end] % 2 == 0 { end += 1 }
      let kind = Name.Kind.allCases[(Int(found[start]) - 1) / 2]
      tree.names.append(Name(kind: kind, words: first + start..<first + end))
      start = end
    }
  }
}
