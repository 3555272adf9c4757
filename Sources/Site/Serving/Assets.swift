import HTTPTypes
import Hummingbird
import NIOCore
import Record
import Tables

/// The compiled-in style sheet, script and icon, at addresses that change with their bytes.
struct Assets: Sendable {
  private struct Asset: Sendable {
    let name: String
    let type: String
    let path: String
    let bytes: ByteBuffer
  }

  private let assets: [Asset]

  init() throws {
    let names = [
      ("site.css", "text/css; charset=utf-8"), ("live.js", "text/javascript; charset=utf-8"),
      ("icon.svg", "image/svg+xml"),
    ]
    assets = try names.map { name, type in
      guard let file = EmbeddedFile("site/\(name)") else { throw Templates.Missing(name: name) }
      let digest = SHA256.hexDigest(of: file.bytes).prefix(12)
      return Asset(
        name: name, type: type, path: "/assets/\(digest)-\(name)",
        bytes: ByteBuffer(bytes: file.bytes))
    }
  }

  /// The address of an asset.
  func path(of name: String) -> String { assets.first { $0.name == name }?.path ?? "/" }

  /// The asset at an address.
  func response(for path: String) -> Response? {
    guard let asset = assets.first(where: { $0.path == path }) else { return nil }
    return Response(
      status: .ok,
      headers: [
        .contentType: asset.type, .cacheControl: "public, max-age=31536000, immutable",
      ],
      body: ResponseBody(byteBuffer: asset.bytes))
  }
}
