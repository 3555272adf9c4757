/// A response as it went over the wire: status, what the header tells of the body, and the body decoded.
struct HTTPResponse {
  /// Such as 200.
  let status: Int
  /// The media type without parameters, in lower case; empty where none is told.
  let mediaType: String
  /// The encoding's label, where one is told.
  let charset: String?
  /// The body, chunks joined and compression undone.
  let body: [UInt8]

  /// Reads a response (RFC 9112), leniently: archives often hold bodies that were decoded already, under the header that
  /// tells of the coding.
  ///
  /// - Throws: ``Refusal/Reason/record(_:)`` for what is no response, or in a coding that is not read.
  init(_ bytes: ArraySlice<UInt8>, limits: Intake.Limits) throws(Refusal.Reason) {
    guard bytes.starts(with: "HTTP/".utf8) else { throw .record("holds no HTTP response") }
    guard let (lines, end) = HeaderLines.read(bytes, limit: WARCHeader.limit),
      let first = lines.first
    else { throw .record("the HTTP header has no end") }
    let words = first.split(separator: 32, maxSplits: 2)
    guard words.count > 1, let status = Int(String(decoding: words[1], as: UTF8.self)) else {
      throw .record("the HTTP response tells no status")
    }
    let fields = HeaderFields(lines.dropFirst())
    self.status = status
    mediaType = fields["content-type"].map(HeaderFields.mediaType) ?? ""
    charset = fields["content-type"].flatMap(DeclaredEncoding.charset(ofContentType:))
    var body = bytes[end...]
    if fields["transfer-encoding"]?.lowercased().contains("chunked") == true {
      body = Self.unchunked(body)[...]
    }
    let codings = fields["content-encoding"]?.lowercased() ?? ""
    for coding in codings.split(whereSeparator: { ", ".contains($0) }).reversed() {
      body = try Self.decoded(body, coding: String(coding), limits: limits)[...]
    }
    self.body = Array(body)
  }

  /// The chunks' content joined; from where the chunks stop being such, the bytes as they stand.
  static func unchunked(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var at = bytes.startIndex
    while at < bytes.endIndex {
      guard let end = bytes[at...].prefix(1_024).firstIndex(of: 10),
        let size = chunkSize(bytes[at..<end])
      else { return result + bytes[at...] }
      if size == 0 { return result }
      let start = end + 1
      let stop = start + min(size, bytes.endIndex - start)
      result += bytes[start..<stop]
      at = stop
      if at < bytes.endIndex, bytes[at] == 13 { at += 1 }
      if at < bytes.endIndex, bytes[at] == 10 { at += 1 }
    }
    return result
  }

  private static func chunkSize(_ line: ArraySlice<UInt8>) -> Int? {
    let digits = line.prefix { $0 > 32 && $0 != UInt8(ascii: ";") }
    return Hexadecimal.number(digits, atMost: 12)
  }

  private static func decoded(
    _ body: ArraySlice<UInt8>, coding: String, limits: Intake.Limits
  ) throws(Refusal.Reason) -> [UInt8] {
    switch coding {
    case "identity", "none", "utf-8": return Array(body)
    case "gzip", "x-gzip", "deflate":
      let isGzip = body.starts(with: [0x1F, 0x8B])
      guard isGzip || coding == "deflate", !body.isEmpty else { return Array(body) }
      let wrapping: GzipInflater.Wrapping =
        isGzip ? .gzip : Self.isZlib(body) ? .zlib : .none
      let inflater = try GzipInflater(limits: limits, wrapping: wrapping)
      var result: [UInt8] = []
      do throws(Refusal.Reason) {
        try inflater.inflate(body, into: &result)
      } catch {
        if case .gzipBomb = error { throw error }
        // What a server calls deflate, and a crawler wrote decoded.
        if !isGzip { return Array(body) }
        if result.isEmpty { throw error }
      }
      if result.count > limits.html { throw .tooLarge(.html, limit: limits.html) }
      return result
    default: throw .record("its page is compressed by \(coding.prefix(16)), which is not read")
    }
  }

  /// Whether the two bytes of zlib's header stand first (RFC 1950).
  private static func isZlib(_ body: ArraySlice<UInt8>) -> Bool {
    guard let first = body.first, let second = body.dropFirst().first else { return false }
    return first & 0x0F == 8 && (Int(first) << 8 | Int(second)) % 31 == 0
  }
}
