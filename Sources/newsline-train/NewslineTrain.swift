import ArgumentParser

/// The command.
@main
struct NewslineTrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "newsline-train")
}
