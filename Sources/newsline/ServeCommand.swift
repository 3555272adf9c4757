import ArgumentParser
import Glibc
import Hummingbird
import Logging
import NIOCore
import Newsline
import Site
import Storage

/// `newsline serve`: the site over a store.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show a store as a live site, with JSON twins, an Atom feed and a site map.",
    discussion: """
      It listens on this machine alone unless --host says otherwise, and stops gracefully on \
      SIGTERM or Ctrl-C.

      EXAMPLE: newsline serve --db news.db --port 8080
      """)

  @OptionGroup var store: StoreOptions

  @Option(help: "The address to listen on.")
  var host = "127.0.0.1"

  @Option(help: "The port to listen on.")
  var port = 8080

  func validate() throws {
    guard (0...65535).contains(port) else {
      throw ValidationError("--port takes a number from 0 to 65535, not \(port).")
    }
  }

  func run() async throws {
    let archive = try store.open(for: .reading)
    let site = try NewsSite(archive: archive, version: newslineVersion)
    var logger = Logger(label: "newsline")
    logger.logLevel = .error
    let host = host
    let app = Application(
      router: site.router(),
      configuration: .init(address: .hostname(host, port: port), serverName: "newsline"),
      onServerRunning: { channel in
        let port = channel.localAddress?.port ?? 0
        Report.line("Newsline listens on http://\(host):\(port)/ (Ctrl-C stops it)")
      },
      logger: logger)
    do {
      try await app.runService()
    } catch let error as IOError where error.errnoCode == EADDRINUSE {
      Report.failure("port \(port) of \(host) is in use; --port takes another")
      throw ExitCode(1)
    }
  }
}
