import HTTPTypes
import Hummingbird

/// A request for a page or its twin: the path's and the query's parameters, checked.
struct PageRequest {
  /// The path without `.json`.
  let path: String
  /// Whether the JSON twin is asked for.
  let isTwin: Bool
  /// What the answer is kept by: path and query.
  let key: String
  /// The validator that the client has.
  let ifNoneMatch: String?
  private let parameters: Parameters
  private let query: Parameters

  init(_ request: Request, _ context: BasicRequestContext, isTwin: Bool = false) {
    let full = request.uri.path
    self.isTwin = isTwin || full.hasSuffix(".json")
    path = Self.plain(full)
    key = request.uri.string
    ifNoneMatch = request.headers[.ifNoneMatch]
    parameters = context.parameters
    query = request.uri.queryParameters
  }

  private static func plain(_ path: String) -> String {
    guard path.hasSuffix(".json") else { return path }
    let plain = String(path.dropLast(5))
    return plain == "/index" ? "/" : plain
  }

  /// The address of the twin.
  var twin: String {
    let question = key.firstIndex(of: "?").map { String(key[$0...]) } ?? ""
    return (path == "/" ? "/index" : path) + ".json" + question
  }

  /// A parameter of the path, without the twin's ending.
  func parameter(_ name: String) throws -> String {
    guard var value = parameters[Substring(name)]?.removingPercentEncoding else {
      throw HTTPError(.badRequest, message: "The address is not well formed.")
    }
    if isTwin, value.hasSuffix(".json") { value.removeLast(5) }
    return value
  }

  /// A parameter of the query; nil where it is absent or empty.
  func query(_ name: String) -> String? {
    guard let value = query[Substring(name)], !value.isEmpty else { return nil }
    return String(value)
  }

  /// A parameter of the query that has to be one of a set of words.
  func query<Choice: RawRepresentable & CaseIterable>(
    _ name: String, as type: Choice.Type
  ) throws -> Choice? where Choice.RawValue == String {
    guard let text = query(name) else { return nil }
    guard let choice = Choice(rawValue: text) else {
      let allowed = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw HTTPError(.badRequest, message: "\(name) is one of \(allowed).")
    }
    return choice
  }
}
