import NewslineData

/// A file that is compiled into the binary: a lexicon or a model.
///
/// Its bytes stay where the loader mapped them, so opening one costs nothing.
public struct EmbeddedFile: Sendable {
  /// The path below the data folder, such as `lexicons/syntax/abbreviations.tsv`.
  public let path: String
  /// The address is that of a constant array of the C target, alive as long as the process.
  nonisolated(unsafe) private let start: UnsafePointer<UInt8>
  private let count: Int

  /// The file of that path, or nil where none is compiled in.
  public init?(_ path: String) {
    var size = 0
    guard let start = newsline_data(path, &size) else { return nil }
    self.path = path
    self.start = start
    self.count = size
  }

  /// The bytes, in place.
  public var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: start, count: count)
  }

  /// The bytes as UTF-8 text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The paths of all files that are compiled in, in a fixed order.
  public static var paths: [String] {
    var paths: [String] = []
    while let path = newsline_data_path(paths.count) { paths.append(String(cString: path)) }
    return paths
  }
}
