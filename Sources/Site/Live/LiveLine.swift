import Record
import ServiceLifecycle
import Storage

/// What is new on the news line, as server-sent events.
///
/// Each listener asks the store for itself and waits between its questions, so one that never reads holds nothing but
/// its own connection: no event is kept for it.
struct LiveLine: Sendable {
  /// How often the store is asked.
  private static let pause = Duration.seconds(1)
  /// How many pauses go by before a comment keeps the connection open.
  private static let quietPauses = 15

  let archive: Archive

  /// Sends the headlines after a number until the listener goes or the server stops.
  ///
  /// To one that never reads nothing can be written once its connection is full: that wait ends when the task is
  /// cancelled, as it is when a graceful stop takes too long.
  func send(after number: Int64, to write: (String) async throws -> Void) async throws {
    var latest = number
    var quiet = 0
    try await write("retry: 3000\n\n")
    while !Task.isCancelled, !Task.isShuttingDownGracefully {
      let items = try archive.newsLine(since: latest, limit: 100)
      for item in items {
        let data = try JSONLineEncoder().encode(item)
        try await write("id: \(item.number)\nevent: headline\ndata: \(data)\n\n")
        latest = item.number
      }
      quiet = items.isEmpty ? quiet + 1 : 0
      if quiet == Self.quietPauses {
        try await write(": nothing new\n\n")
        quiet = 0
      }
      try await Task.sleep(for: Self.pause)
    }
  }
}
