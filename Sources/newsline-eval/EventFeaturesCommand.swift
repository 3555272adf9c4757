import ArgumentParser
import Intake
import Newsline
import Record

/// Prints what the events' learned layer is trained on.
struct EventFeaturesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "event-features",
    abstract: "Print each document's undecided events with what the learned layer sees of them.",
    discussion: """
      Each document of INPUT (JSON Lines with a text) gives one line: its input's name, its mentions, \
      and its events with their features. tools/events/train.py reads it.
      """)

  /// One document's events, undecided.
  private struct Line: Encodable {
    var input: String
    var mentions: [Mention]
    var events: [Event]
    var features: [[String]]
  }

  @Argument(help: ArgumentHelp("Documents.", valueName: "INPUT.jsonl"))
  var input: String

  @Option(
    help: ArgumentHelp(
      "A folder whose verbs/*.tsv, nouns/*.tsv, classes.tsv, operators.tsv and irregular.tsv stand for the compiled-in ones.",
      valueName: "FOLDER"))
  var frames: String?

  func run() throws {
    var options = Pipeline.Options()
    options.frames = frames
    options.proposesEvents = true
    let pipeline = try Pipeline(options)
    let encoder = JSONLineEncoder()
    for capture in Intake(kind: .jsonl).captures(of: [input]) {
      let coded = pipeline.code(try capture.get())
      let line = Line(
        input: coded.document.page.input, mentions: coded.document.mentions,
        events: coded.document.events, features: coded.reading.events.map(\.features))
      print(try encoder.encode(line))
    }
  }
}
