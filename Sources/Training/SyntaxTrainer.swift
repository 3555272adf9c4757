import Syntax

/// Trains everything that the syntax stage's model holds.
public struct SyntaxTrainer {
  /// How the training goes.
  public struct Settings: Sendable {
    /// Decides the order of the examples.
    public var seed: UInt64 = 1
    /// Passes over the sentences by the taggers.
    public var taggerEpochs = 8
    /// Passes over the sentences by the parser.
    public var parserEpochs = 8
    /// How many partial analyses the parser follows at once.
    public var beam = 8
    /// Parts of the treebank that are tagged by what the others teach.
    public var folds = 5
    /// The size, in eighths of an update, that one of a feature's weights must have for it to be kept: features of tags,
    /// steps, labels and names.
    public var strengths = [10, 19, 19, 6]

    /// The settings of the model that is compiled in.
    public init() {}
  }

  private let treebank: Treebank
  private let clusters: [UInt64: Int]
  private let settings: Settings
  private let report: (String) -> Void

  /// A trainer on the texts of CoNLL-U files.
  ///
  /// - Parameter vectors: word vectors in GloVe's text form.
  /// - Throws: `CoNLLU.Malformed` where a text is none.
  public init(
    texts: [String], vectors: String, settings: Settings, report: @escaping (String) -> Void
  ) throws {
    treebank = try Treebank(texts: texts)
    self.settings = settings
    clusters = WordClusters(text: vectors, seed: settings.seed).table
    self.report = report
  }

  /// The bytes of the model.
  public func model() -> [UInt8] {
    let lexicon = LexiconTrainer(treebank: treebank)
    let groups = lexicon.wordClasses()
    let sentences = treebank.sentences.map { sentence in
      var sentence = sentence
      sentence.atoms = treebank.words(of: sentence).map {
        WordAtoms($0.form, groups: groups, clusters: clusters)
      }
      return sentence
    }
    let tagger = TaggerTrainer(
      classes: treebank.tagNames.count, epochs: settings.taggerEpochs, seed: settings.seed)
    let tags = jackknifed(sentences)
    report("tagger: training on \(sentences.count) sentences")
    let tagTable = tagger.train(on: Array(sentences.indices), of: sentences)
    let names = TaggerTrainer(
      classes: NameTagger<PerceptronTable>.classes, epochs: settings.taggerEpochs,
      seed: settings.seed
    ).trainNames(on: sentences, tags: tags)
    let kinds = treebank.tagNames.map { name in
      TagKind(UPOS(rawValue: String(name.prefix { $0 != "|" })) ?? .x)
    }
    let words = zip(sentences, tags).map { ParserWords($0.atoms, tags: $1, kinds: kinds) }
    let rootLabel = UInt8(treebank.labelNames.firstIndex(of: "root") ?? 0)
    let parser = ParserTrainer(
      labels: treebank.labelNames.count, rootLabel: rootLabel, width: settings.beam,
      epochs: settings.parserEpochs, seed: settings.seed
    ).train(on: sentences, words: words, report: report)
    return bytes(tagTable, names, parser.actions, parser.labels, lexicon, groups)
  }

  /// Tags that the parser will meet: each part of the treebank tagged by what the others teach.
  private func jackknifed(_ sentences: [Treebank.Sentence]) -> [[UInt8]] {
    var tags = [[UInt8]](repeating: [], count: sentences.count)
    var (right, total) = (0, 0)
    for fold in 0..<settings.folds {
      let trainer = TaggerTrainer(
        classes: treebank.tagNames.count, epochs: 4, seed: settings.seed &+ UInt64(fold))
      let others = sentences.indices.filter { $0 % settings.folds != fold }
      let table = trainer.train(on: others, of: sentences)
      let tagger = Tagger(table)
      for number in sentences.indices where number % settings.folds == fold {
        tags[number] = tagger.tags(of: sentences[number].atoms)
        total += tags[number].count
        for (found, gold) in zip(tags[number], sentences[number].tags) where found == gold {
          right += 1
        }
      }
    }
    report("tagger: \(right) of \(total) tags right by cross-validation")
    return tags
  }

  private func bytes(
    _ tagger: PerceptronTable, _ names: PerceptronTable, _ actions: PerceptronTable,
    _ labels: PerceptronTable, _ lexicon: LexiconTrainer, _ classes: [UInt64: Int]
  ) -> [UInt8] {
    func lines(_ lines: [String]) -> [UInt8] { Array(lines.joined(separator: "\n").utf8) }
    let lemmas = lexicon.lemmas()
    let features = lexicon.features()
    let lists = [
      ("tag names", lines(treebank.tagNames)),
      ("label names", lines(treebank.labelNames)),
      ("feature names", lines(features.texts)),
      ("lemma rules", lines(lemmas.rules.map(\.line))),
      ("classes", ValueTable.bytes(of: classes)),
      ("clusters", ValueTable.bytes(of: clusters)),
      ("lemmas", ValueTable.bytes(of: lemmas.table)),
      ("features", ValueTable.bytes(of: features.table)),
    ]
    let tables = zip(
      [("tagger", tagger), ("actions", actions), ("labels", labels), ("names", names)],
      settings.strengths
    ).map { table, strength in
      let entries = table.1.entries(precision: 8, strength: strength)
      let bytes = WeightTable.bytes(of: entries, classes: table.1.classes)
      report("\(table.0): \(entries.count) features in \(bytes.count) bytes")
      return (table.0, bytes)
    }
    return ModelFile.bytes(of: lists + tables)
  }
}
