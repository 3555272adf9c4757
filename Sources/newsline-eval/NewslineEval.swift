import ArgumentParser

/// The command.
@main
struct NewslineEvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "newsline-eval", subcommands: [PagesCommand.self, TimesCommand.self])
}
