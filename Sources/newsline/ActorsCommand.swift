import ArgumentParser
import Coding
import Tables

/// `newsline actors`: work on the lexicons of actors.
struct ActorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actors",
    abstract: "Check lexicons of actors, offices, places, times and quantities.",
    subcommands: [ActorsCheckCommand.self])
}

/// `newsline actors check`: what is wrong in a folder of lexicons, by line.
struct ActorsCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what is wrong in a folder of lexicons, by file and line.",
    discussion: """
      Checks the .tsv files that --lexicon would read: columns, countries, sectors, kinds, days, \
      ids that are defined twice, aliases in a circle. All faults are printed, one a line, and the \
      exit status is then 1.

      EXAMPLE: newsline actors check lexicons/
      """)

  @Argument(help: ArgumentHelp("A folder of lexicons (.tsv).", valueName: "folder"))
  var folder: String

  func run() throws {
    let (faults, entries, files): ([TabSeparatedTable.Malformed], Int, [String])
    do {
      (faults, entries, files) = try Coder.check(folder: folder)
    } catch let fault as TabSeparatedTable.Malformed where fault.line == 0 {
      Report.failure(fault.description)
      throw ExitCode(1)
    }
    for fault in faults { try StandardOutput.write(fault.description + "\n") }
    guard faults.isEmpty else { throw ExitCode(1) }
    let named = files.isEmpty ? "no lexicon (.tsv) is in it" : files.joined(separator: ", ")
    try StandardOutput.write("\(folder): \(entries) entries, nothing wrong: \(named)\n")
  }
}
