import ArgumentParser
import Glibc
import Intake
import Newsline
import Record

extension Capture.Kind: ExpressibleByArgument {}

/// The arguments that every command over inputs takes.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files (.gz too), folders (in name order), or - for standard input.", valueName: "input"))
  var inputs: [String] = []

  @Option(name: .customLong("input"), help: "What the inputs are, where it should not be guessed.")
  var kind: Capture.Kind?

  @Option(help: "How many documents are worked on at once (default: all cores).")
  var threads: Int?

  @Flag(help: "Say nothing on standard error but why inputs could not be read.")
  var quiet = false

  func validate() throws {
    if let threads, threads < 1 {
      throw ValidationError("--threads takes a number from 1, not \(threads).")
    }
  }

  /// The inputs; standard input where none is named, unless a person would have to type it.
  func required() throws -> [String] {
    guard inputs.isEmpty else { return inputs }
    guard isatty(STDIN_FILENO) == 0 else {
      throw ValidationError("Name an input: a file, a folder, or - for standard input.")
    }
    return ["-"]
  }
}

/// The arguments that change what pages and texts are read as.
struct ReadingOptions: ParsableArguments {
  @Option(help: "The zone of pages that print local times, such as Asia/Baku.")
  var timezone: String?

  @Option(
    help: ArgumentHelp(
      "A folder of lexicons (.tsv) that add to the compiled-in ones; may be repeated.",
      valueName: "folder"))
  var lexicon: [String] = []

  /// The pipeline's options for these arguments.
  static func pipelineOptions(
    lexicons: [String] = [], timezone: String?
  ) throws -> Pipeline.Options {
    var zone: LocalZone?
    if let timezone {
      do { zone = try LocalZone(timezone) } catch { throw ValidationError(error.description) }
    }
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    let today = CalendarDay(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    return Pipeline.Options(lexicons: lexicons, zone: zone, today: today)
  }

  /// The pipeline; a lexicon that cannot be read is wrong usage.
  func pipeline() throws -> Pipeline {
    let options = try Self.pipelineOptions(lexicons: lexicon, timezone: timezone)
    do { return try Pipeline(options) } catch { throw ValidationError("\(error)") }
  }
}
