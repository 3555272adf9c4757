import HTTPTypes
import Hummingbird
import Record
import Storage

/// The one shape of errors: JSON for the twins and the API, a page for people.
struct ErrorPages: RouterMiddleware {
  typealias Context = BasicRequestContext

  private struct Shape: Encodable {
    struct Problem: Encodable {
      let status: Int
      let message: String
    }
    let error: Problem
  }

  let site: NewsSite

  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let error as any HTTPResponseError {
      let message = (error as? HTTPError)?.body ?? Self.message(for: error.status)
      return try answer(error.status, message, request, context)
    } catch let error as ArchiveError {
      context.logger.error("The store failed: \(error)")
      return try answer(
        .serviceUnavailable, "The store cannot be read just now.", request, context)
    }
  }

  private static func message(for status: HTTPResponse.Status) -> String {
    switch status {
    case .notFound: "There is nothing at this address."
    case .badRequest: "The request is not well formed."
    default: status.reasonPhrase
    }
  }

  private func answer(
    _ status: HTTPResponse.Status, _ message: String, _ request: Request, _ context: Context
  ) throws -> Response {
    let path = request.uri.path
    let body: String
    let type: String
    if path.hasSuffix(".json") || path.hasPrefix("/api/") {
      let shape = Shape(error: .init(status: status.code, message: message))
      body = try JSONLineEncoder().encode(shape) + "\n"
      type = "application/json; charset=utf-8"
    } else {
      let heading = "\(status.code) \(status.reasonPhrase)"
      let content = PageContent(
        "error", title: heading, view: ["heading": heading, "message": message], value: message)
      body = try site.render(content, for: PageRequest(request, context))
      type = "text/html; charset=utf-8"
    }
    return Response(
      status: status, headers: [.contentType: type, .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: body)))
  }
}
