/// Reads the pages of a web archive (WARC, ISO 28500), record after record, in constant memory.
///
/// Pages are what `response` records with a status of 2xx, `resource` and `conversion` records hold, where it is HTML,
/// text or a feed; other records are passed over and counted. A broken record is refused with the byte of the file that
/// it begins at, and the next is looked for. Cost: linear in the file; memory for one record up to the limit.
final class WARCReader {
  /// How the records of an archive fared.
  private struct Tally {
    var records = 0
    var pages = 0
    var broken = 0
    /// By what they are, in the order in which they first came.
    var passedOver: [(what: String, count: Int)] = []

    mutating func passOver(_ what: String) {
      if let index = passedOver.firstIndex(where: { $0.what == what }) {
        passedOver[index].count += 1
      } else if passedOver.count < 12 {
        passedOver.append((what, 1))
      } else {
        passedOver[11] = ("others", passedOver[11].count + 1)
      }
    }
  }

  /// The file, as it was named.
  let path: String
  private let source: ByteSource
  private let limits: Intake.Limits
  private var tally = Tally()
  private var waiting: [Result<Capture, Refusal>] = []
  private var isDone = false
  /// Whether the record that is read has been taken to its end, so that the next one stands next.
  private var isWhole = false
  /// Where the gzip member that broke off begins in the file.
  private var faultOffset: Int?

  init(path: String, source: ByteSource, limits: Intake.Limits) {
    self.path = path
    self.source = source
    self.limits = limits
  }

  /// How much of the file has been read, 0 to 1.
  var share: Double? { source.share }

  /// What became of the records, for a person; nil before the end.
  private(set) var summary: String?

  /// The next page, or why a record was refused; nil at the end.
  func next() -> Result<Capture, Refusal>? {
    while true {
      if let capture = waiting.popLast() { return capture }
      guard !isDone else { return nil }
      var start = source.position
      do throws(Refusal.Reason) {
        while let byte = try source.peek(1).first, byte == 13 || byte == 10 { try source.skip(1) }
        start = source.position
        isWhole = false
        guard try readRecord() else {
          finish()
          return nil
        }
      } catch {
        let offset = faultOffset ?? source.offset(of: start)
        faultOffset = nil
        tally.broken += 1
        if !isWhole {
          do throws(Refusal.Reason) { try resynchronise() } catch { finish() }
        }
        return .failure(Refusal(input: "\(path)@\(offset)", reason: error))
      }
    }
  }

  private func finish() {
    isDone = true
    let passed = tally.passedOver.map { "\($0.what) \($0.count)" }.joined(separator: ", ")
    let count = tally.passedOver.reduce(0) { $0 + $1.count }
    summary =
      "\(tally.records) records: \(tally.pages) pages, \(count) passed over"
      + (passed.isEmpty ? "" : " (\(passed))") + ", \(tally.broken) broken"
  }

  /// Takes the next record; false at the end.
  private func readRecord() throws(Refusal.Reason) -> Bool {
    if let fault = source.fault, fault.content <= source.position {
      throw takeFault(fault)
    }
    guard try !source.peek(1).isEmpty else {
      if let fault = source.fault { throw takeFault(fault) }
      return false
    }
    let start = source.position
    let header = try readHeader()
    tally.records += 1
    let (total, overflow) = header.size.addingReportingOverflow(header.length)
    guard !overflow, header.length <= limits.archived else {
      try source.skip(header.size)
      let skipped = try source.skip(header.length)
      isWhole = true
      guard skipped == header.length else { throw .record("is cut off at the file's end") }
      if isWanted(header) { throw .tooLarge(.warc, limit: limits.archived) }
      tally.passOver(header.type)
      return true
    }
    let bytes = try source.peek(total + 8)
    if let fault = source.fault, fault.content < start + total {
      try source.skip(max(0, fault.content - start))
      throw takeFault(fault)
    }
    guard bytes.count >= total else {
      throw .record(
        "is cut off: \(bytes.count - header.size) of its \(header.length) bytes are there")
    }
    // Two line ends follow the block; where a writer is careless of them, the next record, or the length is wrong.
    let after = bytes.dropFirst(total)
    let next = after.drop { $0 == 13 || $0 == 10 }
    guard
      after.starts(with: [13, 10, 13, 10]) || "WARC/".utf8.starts(with: next.prefix(5))
    else {
      throw .record("does not end where its Content-Length says")
    }
    let block = Array(bytes[(bytes.startIndex + header.size)..<(bytes.startIndex + total)])
    try source.skip(total)
    isWhole = true
    try read(header, block[...])
    return true
  }

  private func takeFault(_ fault: GzipInflater.Fault) -> Refusal.Reason {
    source.passFault()
    isWhole = true
    faultOffset = fault.raw
    return fault.reason
  }

  /// The header that stands next, which is looked at in growing pieces.
  private func readHeader() throws(Refusal.Reason) -> WARCHeader {
    var size = 1 << 11
    while true {
      let bytes = try source.peek(size)
      // Looked at again only where it has neither its end nor the next record's first line.
      var breaksOff = false
      let lines = HeaderLines.read(bytes, limit: size) { line in
        breaksOff = WARCHeader.isVersion(line)
        return breaksOff
      }
      if lines != nil || breaksOff || bytes.count < size || size >= WARCHeader.limit
        || !WARCHeader.isVersion(bytes)
      {
        return try WARCHeader(bytes)
      }
      size *= 4
    }
  }

  /// Takes bytes up to the next place where a record can begin: `WARC/` at the start of a line or where a gzip member
  /// broke off and the next one begins.
  private func resynchronise() throws(Refusal.Reason) {
    try source.skip(1)
    while true {
      let bytes = try source.peek(1 << 16)
      guard bytes.count > 5 else {
        try source.skip(bytes.count)
        return
      }
      let limit = source.fault.map { $0.content - source.position } ?? Int.max
      var at = bytes.startIndex
      while let end = bytes[at...].firstIndex(of: 10), end - bytes.startIndex < limit,
        end + 5 < bytes.endIndex
      {
        if bytes[(end + 1)...].starts(with: "WARC/".utf8) {
          try source.skip(end + 1 - bytes.startIndex)
          return
        }
        at = end + 1
      }
      if limit <= bytes.count {
        try source.skip(max(0, limit))
        source.passFault()
        return
      }
      // The last bytes may begin what the next piece goes on with.
      try source.skip(bytes.count - 5)
    }
  }

  // MARK: Pages

  private func isWanted(_ header: WARCHeader) -> Bool {
    ["response", "resource", "conversion"].contains(header.type)
  }

  private func read(_ header: WARCHeader, _ block: ArraySlice<UInt8>) throws(Refusal.Reason) {
    guard isWanted(header) else { return tally.passOver(header.type) }
    guard let target = header.target, !target.isEmpty else {
      throw .record("is a \(header.type) without WARC-Target-URI")
    }
    guard header.type == "response" else {
      return try take(
        Array(block), mediaType: header.mediaType, target: target,
        charset: header.contentType.flatMap(DeclaredEncoding.charset(ofContentType:)))
    }
    guard block.starts(with: "HTTP/".utf8) || header.mediaType == "application/http" else {
      return tally.passOver(header.mediaType.isEmpty ? "response" : header.mediaType)
    }
    let response = try HTTPResponse(block, limits: limits)
    guard (200..<300).contains(response.status) else {
      return tally.passOver("status \(response.status)")
    }
    try take(
      response.body, mediaType: response.mediaType, target: target, charset: response.charset)
  }

  private func take(
    _ bytes: [UInt8], mediaType: String, target: String, charset: String?
  ) throws(Refusal.Reason) {
    guard Self.mayBePage(mediaType), !target.hasPrefix("metadata:"),
      !target.hasSuffix("/robots.txt"), !bytes.isEmpty
    else { return tally.passOver(mediaType.isEmpty ? "of no type" : mediaType) }
    let recognised = try? KindRecognition(bytes.prefix(KindRecognition.prefix), name: target)
    guard let recognised, let kind = try? recognised.kind(asked: nil),
      kind != .warc, kind != .jsonl, kind != .conllu
    else { return tally.passOver(mediaType.isEmpty ? "of no type" : mediaType) }
    // Text that the server calls HTML is a page without tags.
    tally.pages += 1
    let fields = Capture.Fields(url: target, charset: charset)
    if kind == .feed {
      let captures = try Capture.captures(ofFeed: bytes, input: target, fields: fields)
      waiting = captures.reversed().map { .success($0) }
    } else {
      let read: Capture.Kind = mediaType.hasSuffix("html") ? .html : kind
      waiting = [.success(Capture(input: target, kind: read, bytes: bytes, fields: fields))]
    }
  }

  private static func mayBePage(_ mediaType: String) -> Bool {
    if mediaType.isEmpty || mediaType.hasSuffix("+xml") || mediaType.hasSuffix("/xml") {
      return mediaType != "image/svg+xml"
    }
    return [
      "text/html", "text/plain", "application/feed+json", "application/json", "text/x-html",
      "application/octet-stream",
    ].contains(mediaType)
  }
}
