import Foundation
import Glibc
import Testing

/// `newsline serve`, started as a user starts it and ended with the test.
struct Server {
  let process: Process
  let port: UInt16
  private let errors: URL

  /// What it has told on standard error.
  var told: String { (try? String(contentsOf: errors, encoding: .utf8)) ?? "" }

  /// Starts it on a free port and waits until it listens.
  ///
  /// - Parameter command: what stands before the arguments; nil: the built binary.
  init(store: String, in scratch: Scratch, command: [String]? = nil) throws {
    errors = try scratch.file("serve-\(UUID().uuidString)", Data())
    process = Process()
    let whole =
      (command ?? [Binary.folder.appendingPathComponent("newsline").path])
      + ["serve", "--db", store, "--port", "0"]
    process.executableURL = URL(fileURLWithPath: whole[0])
    process.arguments = Array(whole.dropFirst())
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    let deadline = Date().addingTimeInterval(30)
    var found: UInt16?
    while found == nil, process.isRunning, Date() < deadline {
      usleep(20_000)
      let text = (try? String(contentsOf: errors, encoding: .utf8)) ?? ""
      if let range = text.range(of: "127.0.0.1:"), text.hasSuffix("\n") {
        found = UInt16(text[range.upperBound...].prefix { $0.isNumber })
      }
    }
    if found == nil { kill(process.processIdentifier, SIGKILL) }
    port = try #require(found, "\((try? String(contentsOf: errors, encoding: .utf8)) ?? "")")
  }

  /// Its resident memory in bytes.
  var memory: Int {
    get throws {
      let status = try String(
        contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
      let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") })
      return try #require(Int(line.filter(\.isNumber))) * 1024
    }
  }

  /// Asks it to stop and waits, so many seconds at most; the exit status, or nil where it went on.
  func stop(within seconds: Double = 10) -> Int32? {
    kill(process.processIdentifier, SIGTERM)
    let deadline = Date().addingTimeInterval(seconds)
    while process.isRunning, Date() < deadline { usleep(20_000) }
    return process.isRunning ? nil : process.terminationStatus
  }

  /// Ends it in whatever state it is.
  func end() {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
  }
}

/// A connection to a port of this machine that does only what it is told to.
final class Connection {
  private let descriptor: Int32

  /// - Parameter window: how many bytes the system takes in before anyone reads; nil: its own measure.
  init(port: UInt16, window: Int32? = nil) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    try #require(descriptor >= 0)
    if var window {
      setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &window, socklen_t(MemoryLayout<Int32>.size))
    }
    var limit = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    try #require(status == 0)
  }

  deinit { close(descriptor) }

  func send(_ text: String) {
    let bytes = Array(text.utf8)
    var done = 0
    while done < bytes.count {
      // A server that has closed its end is an answer, not a signal.
      let count = bytes[done...].withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      done += count
    }
  }

  /// Reads until the text holds a passage, the other end closes, or ten seconds are over.
  func read(until passage: String? = nil) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      guard count > 0 else { break }
      bytes += buffer[..<count]
      if let passage, String(decoding: bytes, as: UTF8.self).contains(passage) { break }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Asks for an address and reads the whole answer.
  static func get(_ path: String, port: UInt16) throws -> String {
    let connection = try Connection(port: port)
    connection.send("GET \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    return connection.read()
  }
}
