import HTTPTypes
import Hummingbird
import NIOCore
import Record
import Storage
import Synchronization

/// Pages as they were rendered, for as long as the store stays as it is.
final class PageCache: Sendable {
  /// A rendered page.
  struct Entry: Sendable {
    let bytes: ByteBuffer
    let type: String
    let tag: String

    /// The page, or word that the client has it already.
    func response(ifNoneMatch: String?) -> Response {
      let headers: HTTPFields = [
        .contentType: type, .eTag: tag, .cacheControl: "no-cache",
      ]
      if ifNoneMatch == tag { return Response(status: .notModified, headers: headers) }
      return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: bytes))
    }
  }

  private struct State {
    var change: Int64 = -1
    var asked: ContinuousClock.Instant?
    var entries: [String: Entry] = [:]
    var size = 0
  }

  /// Bytes that are kept: then all is rendered anew.
  private static let capacity = 64 << 20
  /// How long the store's state is believed before it is asked for again.
  private static let patience = Duration.milliseconds(250)

  private let archive: Archive
  private let state = Mutex(State())

  init(archive: Archive) { self.archive = archive }

  /// The page kept under a key, or a new one.
  func entry(for key: String, make: () throws -> (String, String)) throws -> Entry {
    if let entry = try current(key) { return entry }
    let change = state.withLock { $0.change }
    let (text, type) = try make()
    let entry = Entry(
      bytes: ByteBuffer(string: text), type: type,
      tag: "\"\(SHA256.hexDigest(of: text).prefix(24))\"")
    state.withLock { state in
      // What was made before the store changed is right for this answer and for no later one.
      guard state.change == change else { return }
      if state.size + text.utf8.count > Self.capacity {
        state.entries.removeAll()
        state.size = 0
      }
      if state.entries.updateValue(entry, forKey: key) == nil { state.size += text.utf8.count }
    }
    return entry
  }

  private func current(_ key: String) throws -> Entry? {
    let now = ContinuousClock.now
    let isStale = state.withLock { state in
      guard let asked = state.asked else { return true }
      return now - asked > Self.patience
    }
    let change = isStale ? try archive.changeNumber() : nil
    return state.withLock { state in
      if let change {
        state.asked = now
        if change != state.change {
          state.change = change
          state.entries.removeAll()
          state.size = 0
        }
      }
      return state.entries[key]
    }
  }
}
