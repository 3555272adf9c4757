/// The header of a WARC record: its version line and named fields (ISO 28500).
struct WARCHeader: Equatable {
  /// How many bytes a header may have.
  static let limit = 1 << 16

  /// `response`, `resource`, `request` …, in lower case.
  let type: String
  /// The address that the record is of, out of the angle brackets that some write it in.
  let target: String?
  /// The media type of the block, without parameters, in lower case.
  let mediaType: String
  /// The whole of the block's Content-Type.
  let contentType: String?
  /// Bytes of the block.
  let length: Int
  /// Bytes of the header, the empty line at its end included.
  let size: Int

  /// Reads the header at the start of bytes.
  ///
  /// - Throws: ``Refusal/Reason/record(_:)`` where there is none, or it tells no length.
  init(_ bytes: ArraySlice<UInt8>) throws(Refusal.Reason) {
    guard bytes.starts(with: "WARC/".utf8) else {
      throw .record("does not begin with WARC/")
    }
    // A line of the next record's tells that this one's header breaks off, and that no more need be looked at.
    guard let (lines, end) = HeaderLines.read(bytes, limit: Self.limit, until: Self.isVersion)
    else { throw .record("has a header without an end") }
    let fields = HeaderFields(lines.dropFirst())
    type = fields["warc-type"]?.lowercased() ?? ""
    target = fields["warc-target-uri"].map(Self.withoutBrackets)
    contentType = fields["content-type"]
    mediaType = contentType.map(HeaderFields.mediaType) ?? ""
    guard let text = fields["content-length"] else { throw .record("has no Content-Length") }
    guard let length = Int(text), length >= 0, length < 1 << 50 else {
      throw .record("has a Content-Length that is no number: \(text.prefix(32))")
    }
    self.length = length
    size = end - bytes.startIndex
  }

  /// Whether a line begins a record.
  static func isVersion(_ line: ArraySlice<UInt8>) -> Bool { line.starts(with: "WARC/".utf8) }

  private static func withoutBrackets(_ address: String) -> String {
    address.hasPrefix("<") && address.hasSuffix(">")
      ? String(address.dropFirst().dropLast()) : address
  }
}

/// The lines of a header, up to the empty one.
enum HeaderLines {
  /// The lines without their ends, and the index after the empty one; nil where there is none within the limit, or before
  /// a line after the first of which `isForeign` holds.
  static func read(
    _ bytes: ArraySlice<UInt8>, limit: Int,
    until isForeign: (ArraySlice<UInt8>) -> Bool = { _ in false }
  ) -> (lines: [ArraySlice<UInt8>], end: Int)? {
    var lines: [ArraySlice<UInt8>] = []
    var at = bytes.startIndex
    let bytes = bytes.prefix(limit)
    while let end = bytes[at...].firstIndex(of: 10) {
      var line = bytes[at..<end]
      if line.last == 13 { line = line.dropLast() }
      at = end + 1
      if line.isEmpty { return (lines, at) }
      if !lines.isEmpty, isForeign(line) { return nil }
      lines.append(line)
    }
    return nil
  }
}

/// Named fields, `Name: value`, looked up whatever their letters' case; a line that begins with a blank goes on from the
/// one before.
struct HeaderFields: Equatable {
  private var values: [String: String] = [:]

  init(_ lines: ArraySlice<ArraySlice<UInt8>>) {
    var last: String?
    for line in lines {
      if let first = line.first, first == 32 || first == 9 {
        if let last { values[last]? += " " + Self.trimmed(line) }
        continue
      }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let name = Self.trimmed(line[..<colon]).lowercased()
      last = name
      // Of a field that stands twice the first counts.
      if values[name] == nil { values[name] = Self.trimmed(line[(colon + 1)...]) }
    }
  }

  /// The value of a field, its name in lower case.
  subscript(name: String) -> String? { values[name] }

  /// A Content-Type without parameters, in lower case.
  static func mediaType(_ contentType: String) -> String {
    trimmed(Array(contentType.utf8.prefix { $0 != UInt8(ascii: ";") })[...]).lowercased()
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    var bytes = bytes.drop { $0 <= 32 }
    while let last = bytes.last, last <= 32 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
