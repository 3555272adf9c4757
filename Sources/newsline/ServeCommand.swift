import ArgumentParser
import Glibc
import Hummingbird
import Logging
import NIOCore
import Newsline
import ServiceLifecycle
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

  /// A connection that asks nothing for so long is closed; one that listens to the live line stays.
  private static let idleTimeout = TimeAmount.seconds(60)
  /// How long a stop waits for answers that are being read; what is left then is cut off.
  private static let stopTimeout = Duration.seconds(3)

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
      server: .http1(configuration: .init(idleTimeout: Self.idleTimeout)),
      configuration: .init(address: .hostname(host, port: port), serverName: "newsline"),
      onServerRunning: { channel in
        let port = channel.localAddress?.port ?? 0
        Report.line("Newsline listens on http://\(host):\(port)/ (Ctrl-C stops it)")
      },
      logger: logger)
    var group = ServiceGroupConfiguration(
      services: [app], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
    group.maximumGracefulShutdownDuration = Self.stopTimeout
    do {
      try await ServiceGroup(configuration: group).run()
    } catch is CancellationError {
      // The stop took its time, and the last answers were cut off: that is a stop too.
    } catch let error as IOError where error.errnoCode == EADDRINUSE {
      Report.failure("port \(port) of \(host) is in use; --port takes another")
      throw ExitCode(1)
    } catch let error as IOError where error.errnoCode == EACCES {
      Report.failure("port \(port) of \(host) is not for this user; --port takes another")
      throw ExitCode(1)
    } catch let error as IOError where error.errnoCode == EADDRNOTAVAIL {
      Report.failure("this machine has no address \(host); --host takes one that it has")
      throw ExitCode(1)
    } catch  where error is SocketAddressError || error is SocketAddressError.UnknownHost {
      Report.failure("\(host) is no address of this machine; --host takes one")
      throw ExitCode(1)
    }
  }
}
