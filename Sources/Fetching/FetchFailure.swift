import AsyncHTTPClient
import Intake
import NIOCore

/// Why an address could not be fetched.
public struct FetchFailure: Error, Sendable, Equatable, CustomStringConvertible {
  /// The reason, with its evidence.
  public enum Reason: Sendable, Equatable {
    /// The server answered with another status than 200.
    case status(Int, String)
    /// No answer within the limit.
    case timeOut(seconds: Int)
    /// A body larger than the limit.
    case tooLarge(limit: Int)
    /// More redirects than the limit, or a circle of them.
    case redirects(limit: Int)
    /// No address of a page.
    case notAnAddress
    /// What came is no page.
    case notAPage(String)
    /// The connection failed: the network's own words.
    case connection(String)
  }

  /// The address as it was asked for.
  public let address: String
  /// The reason.
  public let reason: Reason

  /// A failure.
  public init(address: String, reason: Reason) {
    self.address = address
    self.reason = reason
  }

  /// `ADDRESS: what was found; what would do`.
  public var description: String {
    switch reason {
    case .status(let code, let phrase):
      "\(address): the server answered \(code) \(phrase) where 200 would do"
    case .timeOut(let seconds): "\(address): no answer within \(seconds) seconds; try again later"
    case .tooLarge(let limit):
      "\(address): is larger than the \(limit >> 20) MB that a page may have"
    case .redirects(let limit): "\(address): redirects more than \(limit) times, or in a circle"
    case .notAnAddress: "\(address): is no address of a page; http:// or https:// would do"
    case .notAPage(let found): "\(address): \(found)"
    case .connection(let words): "\(address): cannot be reached: \(words)"
    }
  }

  /// The failure that an error of the client means.
  init(_ error: any Error, address: String, limits: Fetcher.Limits) {
    self.address = address
    switch error {
    case let failure as FetchFailure: reason = failure.reason
    case let refusal as Refusal: reason = .notAPage(refusal.reason.description)
    case is NIOTooManyBytesError: reason = .tooLarge(limit: limits.bytes)
    case let error as HTTPClientError:
      switch error {
      case .deadlineExceeded, .readTimeout, .connectTimeout, .tlsHandshakeTimeout:
        reason = .timeOut(seconds: limits.seconds)
      case .redirectLimitReached, .redirectCycleDetected:
        reason = .redirects(limit: limits.redirects)
      case .invalidURL, .emptyHost, .emptyScheme: reason = .notAnAddress
      default: reason = .connection(error.shortDescription)
      }
    default: reason = .connection("\(error)")
    }
  }
}
