/// The encoding that a page declares for itself in its first bytes.
enum DeclaredEncoding {
  private static let prefix = 4_096

  /// The label after the first `charset=` or an XML declaration's `encoding=`; nil where there is none.
  static func label(in bytes: [UInt8]) -> String? {
    let start = String(decoding: bytes.prefix(prefix).map { $0 < 128 ? $0 | 0 : 63 }, as: UTF8.self)
      .lowercased()
    for name in ["charset=", "encoding="] {
      guard let found = start.firstRange(of: name) else { continue }
      let value = start[found.upperBound...].drop { " \"'".contains($0) }
        .prefix { !" \"';>/?".contains($0) && !$0.isNewline }
      if !value.isEmpty { return String(value) }
    }
    return nil
  }
}
