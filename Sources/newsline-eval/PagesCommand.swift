import ArgumentParser
import Intake
import Newsline
import Pages
import Record

import Glibc

/// Prints what pages say, in the form that the scorers of pages read.
struct PagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pages", abstract: "Read pages and print their documents, an object a line.")

  @Argument(help: "Files and folders.")
  var inputs: [String]

  @Flag(help: "Read everything twice and tell on standard error how long the reading took.")
  var time = false

  func run() throws {
    var errors = StandardError()
    let reader = try PageReader()
    let encoder = JSONLineEncoder()
    for result in Intake().captures(of: inputs) {
      switch result {
      case .failure(let refusal): print(refusal, to: &errors)
      case .success(let capture):
        print(try encoder.encode(Self.record(reader.read(capture), of: capture)))
      }
    }
    guard time else { return }
    var captures: [Capture] = []
    for case .success(let capture) in Intake().captures(of: inputs) { captures.append(capture) }
    var bytes = 0
    // The processor's time: other work on the machine does not count.
    let start = Self.processorTime()
    for capture in captures { bytes += reader.read(capture).text.utf8.count }
    let took = Self.processorTime() - start
    print("\(captures.count) pages in \(took), \(bytes) bytes of text", to: &errors)
  }

  private static func processorTime() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  private static func record(_ page: Page, of capture: Capture) -> PageRecord {
    let points = CodePoints(page.text)
    return PageRecord(
      input: capture.input, producer: Producer(version: "eval"), url: capture.fields.url,
      canonicalURL: page.canonicalURL, site: page.site, title: page.title, section: page.section,
      authors: page.authors, credit: page.credit, language: page.language,
      published: page.published, updated: page.updated, image: page.image,
      partial: page.partial ? true : nil, text: page.text,
      blocks: page.blocks.map {
        let span = points.span($0.range)
        return Block(kind: $0.kind, start: span.start, end: span.end, published: $0.published)
      }, captions: page.captions, newsLine: page.newsLine)
  }
}

/// Standard error as a stream of text.
private struct StandardError: TextOutputStream {
  mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
