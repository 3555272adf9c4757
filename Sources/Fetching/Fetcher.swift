import AsyncHTTPClient
import Intake
import NIOCore
import NIOHTTP1

/// Pages over HTTP: an address in, captures out.
///
/// Redirects are followed up to a limit, compressed bodies undone up to one, and a page that is too large is left after
/// as many bytes as a file might have. Cost: one request and what it redirects to; memory for one body.
public struct Fetcher: Sendable {
  /// How far a fetch goes before it is given up.
  public struct Limits: Sendable, Equatable {
    /// Bytes of a body, decompressed.
    public var bytes = 32 << 20
    /// Seconds until the connection stands.
    public var connectSeconds = 10
    /// Seconds for the whole of it.
    public var seconds = 30
    /// Redirects that are followed.
    public var redirects = 5

    /// The limits that hold unless told otherwise.
    public init() {}
  }

  private let client: HTTPClient
  private let limits: Limits
  private let userAgent: String

  /// A fetcher that names itself to servers as `userAgent`.
  public init(userAgent: String, limits: Limits = Limits()) {
    var configuration = HTTPClient.Configuration(
      redirectConfiguration: .follow(max: limits.redirects, allowCycles: false),
      timeout: .init(
        connect: .seconds(Int64(limits.connectSeconds)), read: .seconds(Int64(limits.seconds))))
    configuration.decompression = .enabled(limit: .size(limits.bytes))
    client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    self.limits = limits
    self.userAgent = userAgent
  }

  /// Ends the client's connections; the fetcher is of no use afterwards.
  public func close() async { try? await client.shutdown() }

  /// What stands at an address: a page, or a feed's list and each article that it carries.
  ///
  /// - Throws: ``FetchFailure``, naming the address, what was found and what would do.
  public func captures(
    of address: String, as kind: Capture.Kind? = nil
  ) async throws(FetchFailure) -> [Capture] {
    var request = HTTPClientRequest(url: address)
    request.headers.add(name: "User-Agent", value: userAgent)
    request.headers.add(
      name: "Accept", value: "text/html,application/xhtml+xml;q=0.9,text/plain;q=0.5,*/*;q=0.1")
    do {
      let response = try await client.execute(
        request, timeout: .seconds(Int64(limits.seconds)))
      guard response.status == .ok else {
        throw FetchFailure(
          address: address, reason: .status(Int(response.status.code), response.status.reasonPhrase)
        )
      }
      if let length = response.headers.first(name: "Content-Length").flatMap({ Int($0) }),
        length > limits.bytes
      {
        throw FetchFailure(address: address, reason: .tooLarge(limit: limits.bytes))
      }
      let body = try await response.body.collect(upTo: limits.bytes)
      let fields = Capture.Fields(
        url: response.url?.absoluteString ?? address,
        charset: response.headers.first(name: "Content-Type").flatMap(Self.charset(ofContentType:)))
      return try Intake(kind: kind).captures(
        of: Array(body.readableBytesView), input: address, fields: fields)
    } catch {
      throw FetchFailure(error, address: address, limits: limits)
    }
  }

  /// The charset that a Content-Type tells, `text/html; charset=utf-8`.
  static func charset(ofContentType header: String) -> String? {
    for parameter in header.split(separator: ";").dropFirst() {
      let parts = parameter.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let name = parts[0].filter { $0 != " " }.lowercased()
      let value = parts[1].filter { $0 != " " && $0 != "\"" && $0 != "'" }
      if name == "charset", !value.isEmpty { return String(value) }
    }
    return nil
  }
}
