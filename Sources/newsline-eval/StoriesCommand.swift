import ArgumentParser
import FoundationEssentials
import Record
import Stories

/// Prints the stories of texts, in the form that the scorer of stories reads.
struct StoriesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stories",
    abstract: "Put JSON Lines (id, text, title, published) into stories and print them.")

  @Option(help: "The mean similarity at which two groups are one story.")
  var linkage = StoryThresholds().linkage

  private struct Input: Decodable {
    var id: String
    var text: String
    var title: String?
    var published: String?
  }

  func run() throws {
    var inputs: [StoryInput] = []
    while let line = readLine() {
      let input = try JSONDecoder().decode(Input.self, from: Data(line.utf8))
      inputs.append(
        StoryInput(
          name: input.id, title: input.title, text: input.text,
          published: input.published.flatMap { CalendarDay(iso: $0) }))
    }
    let encoder = JSONLineEncoder()
    var thresholds = StoryThresholds()
    thresholds.linkage = linkage
    for story in StoryFinder(thresholds: thresholds).stories(of: inputs) {
      print(try encoder.encode(story))
    }
  }
}
