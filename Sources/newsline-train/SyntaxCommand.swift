import ArgumentParser
import FoundationEssentials
import Glibc
import Record
import Training

/// Trains the model of the syntax stage.
struct SyntaxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "syntax", abstract: "Train sentences' tags, lemmas, trees and names.",
    discussion: """
      Reads CoNLL-U treebanks and writes the model, and its SHA-256 beside it as FILE with the \
      extension .sha256. The same treebanks, settings and seed give the same bytes.
      """)

  @Option(help: ArgumentHelp("A CoNLL-U file to learn from; repeatable.", valueName: "FILE"))
  var treebank: [String]

  @Option(
    help: ArgumentHelp(
      "Word vectors in GloVe's text form, the commonest word first.", valueName: "FILE"))
  var vectors: String

  @Option(help: "Decides the order of the examples.")
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("Where the model goes.", valueName: "FILE"))
  var output: String

  @Option(help: "Passes of the taggers over the sentences.")
  var taggerEpochs = SyntaxTrainer.Settings().taggerEpochs

  @Option(help: "Passes of the parser over the sentences.")
  var parserEpochs = SyntaxTrainer.Settings().parserEpochs

  @Option(
    help: ArgumentHelp(
      "The weight, in eighths of an update, without which features of tags, steps, labels and names are left out.",
      valueName: "A,B,C,D"))
  var strengths: String?

  func run() throws {
    var settings = SyntaxTrainer.Settings()
    settings.seed = seed
    settings.taggerEpochs = taggerEpochs
    settings.parserEpochs = parserEpochs
    if let strengths {
      settings.strengths = strengths.split(separator: ",").compactMap { Int($0) }
    }
    guard settings.strengths.count == 4 else {
      throw ValidationError("--strengths takes four whole numbers")
    }
    let texts = try treebank.map(text(of:))
    let start = ContinuousClock.now
    let trainer = try SyntaxTrainer(
      texts: texts, vectors: try text(of: vectors), settings: settings
    ) { line in
      let seconds = (ContinuousClock.now - start).components.seconds
      print("\(seconds) s  \(line)")
      fflush(nil)
    }
    let model = trainer.model()
    try Data(model).write(to: URL(filePath: output))
    let digest = SHA256.hexDigest(of: model)
    let beside = output.hasSuffix(".model") ? String(output.dropLast(6)) : output
    try Data("\(digest)\n".utf8).write(to: URL(filePath: beside + ".sha256"))
    print("\(output): \(model.count) bytes, SHA-256 \(digest)")
  }

  private func text(of path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }
}
