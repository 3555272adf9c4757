import ArgumentParser

/// The command.
@main
struct NewslineTrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "newsline-train", abstract: "Train the models that Newsline carries.",
    subcommands: [SyntaxCommand.self])
}
