import ArgumentParser
import FoundationEssentials
import Syntax

/// Scores the syntax stage.
struct SyntaxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "syntax", abstract: "Score sentences, words, tags, lemmas and trees.",
    discussion: """
      Prints two lines: with the treebank's tokens and sentences, and from its raw text; and the \
      words a second that one core read.
      """)

  @Argument(help: ArgumentHelp("A treebank in CoNLL-U.", valueName: "GOLD.conllu"))
  var gold: String

  @Option(help: "A model other than the one compiled in.")
  var model: String?

  @Option(help: ArgumentHelp("Write the trees on the treebank's tokens here.", valueName: "FILE"))
  var trees: String?

  @Option(help: ArgumentHelp("Write the trees of the raw text here.", valueName: "FILE"))
  var rawTrees: String?

  func run() throws {
    let treebank = try CoNLLU.read(try text(of: gold))
    var bytes: [UInt8] = []
    if let model { bytes = Array(try Data(contentsOf: URL(filePath: model))) }
    try bytes.withUnsafeBytes { bytes in
      var opened: SyntaxModel? = SyntaxModel()
      if model != nil { opened = SyntaxModel(bytes: bytes) }
      guard let opened else { throw ValidationError("\(model ?? "") is no model") }
      try score(opened, treebank)
    }
  }

  private func score(_ model: SyntaxModel, _ treebank: SyntaxTree) throws {
    let annotated = model.annotate(treebank)
    print("gold tokens: \(SyntaxScores(annotated, against: treebank))")
    let start = ContinuousClock.now
    let raw = model.read(treebank.text)
    let duration = ContinuousClock.now - start
    print("raw text:    \(SyntaxScores(raw, against: treebank))")
    let seconds =
      Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    print("\(Int(Double(raw.words.count) / seconds)) words a second on one core")
    if let trees { try Data(CoNLLU.write(annotated).utf8).write(to: URL(filePath: trees)) }
    if let rawTrees { try Data(CoNLLU.write(raw).utf8).write(to: URL(filePath: rawTrees)) }
  }

  private func text(of path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }
}
