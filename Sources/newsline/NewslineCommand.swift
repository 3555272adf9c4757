import ArgumentParser
import Newsline

/// The command.
@main
struct NewslineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "newsline")
}
