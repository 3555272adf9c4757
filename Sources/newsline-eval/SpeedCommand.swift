import ArgumentParser
import Coding
import FoundationEssentials
import Intake
import Knowledge
import Newsline
import Record
import Syntax

/// How fast the stages read, in words a second on one core.
struct SpeedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "speed", abstract: "Time the stages on plain text, on one core.",
    discussion: """
      Prints words a second from raw text to trees, lemmas and names (parse), from these to \
      mentions, places, times and quantities (resolve, with its share of parse's time), and from \
      text to the record (code), in turns over the same documents; a document is cut after about \
      800 words, at an empty line. Opening the model and the lexicons is not counted.
      """)

  @Argument(help: ArgumentHelp("Plain text, paragraphs parted by empty lines.", valueName: "TEXT"))
  var text: String

  @Option(help: "How often each is timed; the fastest counts.")
  var rounds = 3

  func run() throws {
    let whole = String(decoding: try Data(contentsOf: URL(filePath: text)), as: UTF8.self)
    let documents = Self.documents(of: whole)
    let model = SyntaxModel()
    let pipeline = try Pipeline()
    let coder = try Coder(knowledge: KnowledgeBase())
    let published = CalendarDay(year: 2018, month: 11, day: 2)
    let trees = documents.map { model.read($0) }
    let words = trees.reduce(0) { $0 + $1.words.count }
    var (parse, resolve, code) = (Double.infinity, Double.infinity, Double.infinity)
    for _ in 0..<max(rounds, 1) {
      parse = min(parse, Self.seconds { for text in documents { _ = model.read(text) } })
      resolve = min(
        resolve,
        Self.seconds { for tree in trees { _ = coder.resolve(tree, published: published) } })
      code = min(
        code,
        Self.seconds {
          for text in documents {
            _ = pipeline.code(Capture(input: "-", kind: .text, bytes: Array(text.utf8)))
          }
        })
    }
    print("parse \(Int(Double(words) / parse)) words a second")
    let share = (100 * resolve / parse).rounded()
    print("resolve \(Int(Double(words) / resolve)) words a second, \(Int(share)) % of parse's time")
    print("code \(Int(Double(words) / code)) words a second")
  }

  private static func documents(of text: String) -> [String] {
    var documents: [String] = []
    var open = ""
    for paragraph in text.split(separator: "\n\n") {
      open += paragraph + "\n\n"
      if open.utf8.count > 5000 {
        documents.append(open)
        open = ""
      }
    }
    return open.isEmpty ? documents : documents + [open]
  }

  private static func seconds(_ work: () -> Void) -> Double {
    let duration = ContinuousClock().measure(work).components
    return Double(duration.seconds) + Double(duration.attoseconds) / 1e18
  }
}
