import ArgumentParser
import Glibc
import Newsline
import Storage

/// The command: arguments in, printing out.
@main
struct NewslineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "newsline",
    abstract: "Reads news and keeps a dated, sourced record of it.",
    discussion: """
      Standard output is data, standard error is for people. Exit status: 0 all done; 1 some \
      inputs could not be read (each is named with its reason, the others are done); 2 wrong usage; \
      3 the store could not be opened or written.

      EXAMPLE: newsline code page.html | head -c 1000
      """,
    version: newslineVersion,
    subcommands: [
      PageCommand.self, ParseCommand.self, CodeCommand.self, ExplainCommand.self,
      ReadCommand.self, SearchCommand.self, ExportCommand.self,
      ServeCommand.self, ActorsCommand.self,
    ])

  /// Runs what the arguments ask for; a usage error exits with 2, not with the library's 64.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let error as ArchiveError {
      Report.failure(error.description)
      Glibc.exit(3)
    } catch {
      let status = exitCode(for: error)
      let message = fullMessage(for: error)
      if status == .success {
        if !message.isEmpty { print(message) }
        Glibc.exit(0)
      }
      if !message.isEmpty { Report.line(message) }
      Glibc.exit(status == .validationFailure ? 2 : status.rawValue)
    }
  }
}
