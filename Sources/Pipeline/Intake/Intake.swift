/// What came in: from the inputs that a user names to captures, one at a time and in order.
///
/// An input is a file (gzip is undone), a folder (gone through in the byte order of the names, hidden entries left
/// out) or `-` for standard input. Nothing is read before it is asked for, and no more than one page, one feed, one line
/// of JSON Lines or record of an archive, and one folder's list of names is held at once.
public struct Intake: Sendable {
  /// How much is read before an input is refused.
  public struct Limits: Sendable, Equatable {
    /// Bytes of an HTML page.
    public var html = 32 << 20
    /// Bytes of a text.
    public var text = 64 << 20
    /// Bytes of a CoNLL-U file.
    public var conllu = 512 << 20
    /// Bytes of a feed.
    public var feed = 64 << 20
    /// Bytes of one record of a web archive; longer ones are passed over.
    public var archived = 32 << 20
    /// Bytes of one line of JSON Lines.
    public var line = 32 << 20
    /// How many times its size a gzip stream may grow to.
    public var ratio = 250
    /// Decompressed bytes before that ratio is looked at: small pages may be mostly white space.
    public var ratioGrace = 4 << 20
    /// Folders within folders.
    public var depth = 64

    /// The limits that hold unless told otherwise.
    public init() {}

    /// How many bytes a capture of a kind may have.
    public func bytes(of kind: Capture.Kind) -> Int {
      switch kind {
      case .html: html
      case .copied, .text: text
      case .conllu: conllu
      case .jsonl: line
      case .feed: feed
      case .warc: archived
      }
    }
  }

  /// What the inputs are; nil where that is to be recognised.
  public let kind: Capture.Kind?
  /// How much is read.
  public let limits: Limits

  /// An intake that takes all inputs for `kind`, or recognises each by its content where that is nil.
  public init(kind: Capture.Kind? = nil, limits: Limits = Limits()) {
    self.kind = kind
    self.limits = limits
  }

  /// The captures of bytes that are in memory already, as of a page that was fetched: one, but of a feed its list and then
  /// each article that it carries.
  ///
  /// - Throws: ``Refusal``, for what a file of these bytes would be refused for, and for a web archive.
  public func captures(
    of bytes: [UInt8], input: String, fields: Capture.Fields
  ) throws(Refusal) -> [Capture] {
    do throws(Refusal.Reason) {
      let recognised = try KindRecognition(
        bytes.prefix(KindRecognition.prefix), name: input)
      let kind = try recognised.kind(asked: kind)
      guard bytes.count <= limits.bytes(of: kind) else {
        throw Refusal.Reason.tooLarge(kind, limit: limits.bytes(of: kind))
      }
      if kind == .warc { throw Refusal.Reason.archive }
      if kind == .feed {
        return try Capture.captures(ofFeed: bytes, input: input, fields: fields)
      }
      return [Capture(input: input, kind: kind, bytes: bytes, fields: fields)]
    } catch {
      throw Refusal(input: input, reason: error)
    }
  }

  /// The captures of these inputs, or why one was refused, in order.
  ///
  /// Can be gone through once: it reads as it goes.
  public func captures(of inputs: [String]) -> Captures {
    Captures(intake: self, inputs: inputs)
  }
}

/// The captures of a list of inputs, read as they are asked for.
public struct Captures: Sequence, IteratorProtocol {
  private let intake: Intake
  /// What is still to be opened, the next one last.
  private var pending: [(path: String, depth: Int)]
  /// The JSON Lines file that is being read.
  private var lines: JSONLinesReader?
  /// The web archive that is being read.
  private var archive: WARCReader?
  /// What is left of the feed that was read, the next one last.
  private var feed: [Capture] = []
  private var notes: [String] = []
  /// How many of the paths known so far have been gone through.
  private var finished = 0

  init(intake: Intake, inputs: [String]) {
    self.intake = intake
    pending = inputs.reversed().map { ($0, 0) }
  }

  /// How much has been read, 0 to 1, as far as is known: folders count for what has been found in them.
  ///
  /// Nil while nothing is known, as of standard input.
  public var share: Double? {
    guard lines != nil || archive != nil else {
      return finished == 0 ? nil : Double(finished) / Double(finished + pending.count)
    }
    guard let part = lines?.share ?? archive?.share else { return nil }
    return (Double(finished - 1) + part) / Double(finished + pending.count)
  }

  /// Takes what a person should know of what has been read, such as how many records of an archive were no pages.
  public mutating func takeNotes() -> [String] {
    defer { notes = [] }
    return notes
  }

  /// The next capture, or why the next input was refused; nil after the last.
  public mutating func next() -> Result<Capture, Refusal>? {
    while true {
      if let reading = lines {
        if let result = reading.next() { return result }
        lines = nil
      }
      if let capture = feed.popLast() { return .success(capture) }
      if let reading = archive {
        if let result = reading.next() { return result }
        if let summary = reading.summary { notes.append("\(reading.path): \(summary)") }
        archive = nil
      }
      guard let (path, depth) = pending.popLast() else { return nil }
      finished += 1
      do {
        if let capture = try open(path, depth: depth) { return .success(capture) }
      } catch {
        return .failure(Refusal(input: path, reason: error))
      }
    }
  }

  /// The capture that a path holds; nil where it was a folder, JSON Lines or an archive, which are gone through next.
  private mutating func open(_ path: String, depth: Int) throws(Refusal.Reason) -> Capture? {
    if path != "-" {
      if path.hasPrefix("http://") || path.hasPrefix("https://") { throw .address }
      if try FolderListing.isFolder(path) {
        guard depth < intake.limits.depth else { throw .tooDeep(limit: intake.limits.depth) }
        let entries = try FolderListing(path).entries
        for entry in entries.reversed() {
          pending.append((path.hasSuffix("/") ? path + entry : path + "/" + entry, depth + 1))
        }
        return nil
      }
    }
    let source = try ByteSource(path: path, limits: intake.limits)
    let recognised = try KindRecognition(source.peek(KindRecognition.prefix), name: path)
    let kind = try recognised.kind(asked: intake.kind)
    if kind == .jsonl {
      lines = JSONLinesReader(path: path, source: source, limit: intake.limits.line)
      return nil
    }
    if kind == .warc {
      archive = WARCReader(path: path, source: source, limits: intake.limits)
      return nil
    }
    let limit = intake.limits.bytes(of: kind)
    guard let bytes = try source.readAll(limit: limit) else {
      throw .tooLarge(kind, limit: limit)
    }
    guard kind == .feed else { return Capture(input: path, kind: kind, bytes: bytes) }
    feed = try Capture.captures(ofFeed: bytes, input: path, fields: Capture.Fields()).reversed()
    return feed.popLast()
  }
}
