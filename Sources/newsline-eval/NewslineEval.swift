import ArgumentParser

/// The command.
@main
struct NewslineEvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "newsline-eval", abstract: "Score the stages against gold data.",
    subcommands: [
      ActsCommand.self,
      EventFeaturesCommand.self,
      MakePagesCommand.self,
      PagesCommand.self,
      SyntaxCommand.self,
      SpeedCommand.self,
      TokensCommand.self,
      TimesCommand.self,
      StoriesCommand.self,
    ])
}
