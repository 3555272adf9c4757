import Glibc

/// A file's bytes, or standard input's, decompressed where they are gzip, in pieces.
final class ByteSource {
  private let descriptor: Int32
  private var inflater: GzipInflater?
  /// How many bytes were taken and let go before those in the buffer.
  private var passed = 0
  /// What has been read and not yet taken.
  private var buffer: [UInt8] = []
  private var taken = 0
  private var ended = false
  private var readSoFar = 0
  /// The file's size as it was opened; 0 where it has none, as a pipe.
  private let size: Int
  private var raw = [UInt8](repeating: 0, count: 1 << 16)

  init(path: String, limits: Intake.Limits) throws(Refusal.Reason) {
    if path == "-" {
      descriptor = STDIN_FILENO
    } else {
      descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else {
        throw errno == ENOENT ? .missing : .unreadable(systemWords(errno))
      }
    }
    var status = stat()
    size = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    while buffer.count < 2, try readRaw(into: &buffer) {}
    if buffer.starts(with: [0x1F, 0x8B]) {
      let head = buffer
      buffer = []
      let inflater = try GzipInflater(limits: limits)
      self.inflater = inflater
      try inflater.inflate(head[...], into: &buffer)
    }
  }

  /// How much of the file has been read, 0 to 1; nil where its size is unknown.
  var share: Double? { size > 0 ? min(1, Double(readSoFar) / Double(size)) : nil }

  deinit {
    if descriptor > STDIN_FILENO { Glibc.close(descriptor) }
  }

  /// The bytes not yet taken, at least `count` of them unless the input is shorter.
  func peek(_ count: Int) throws(Refusal.Reason) -> ArraySlice<UInt8> {
    while buffer.count - taken < count, try more() {}
    return buffer[taken..<min(buffer.count, taken + count)]
  }

  /// Where in the decompressed content the next byte stands.
  var position: Int { passed + taken }

  /// The first member of the gzip file that broke off after the next byte, or at it.
  var fault: GzipInflater.Fault? { inflater?.faults.first }

  /// Takes note of the first fault, which is then no longer told.
  func passFault() {
    if inflater?.faults.isEmpty == false { inflater?.faults.removeFirst() }
  }

  /// Where in the file the content of a position stands: of gzip, where its member begins.
  ///
  /// Positions must not go back from call to call.
  func offset(of position: Int) -> Int {
    guard let inflater else { return position }
    if let last = inflater.members.lastIndex(where: { $0.content <= position }), last > 0 {
      inflater.members.removeFirst(last)
    }
    return inflater.members.first?.raw ?? 0
  }

  /// Takes bytes without looking at them; how many there were.
  @discardableResult
  func skip(_ count: Int) throws(Refusal.Reason) -> Int {
    var left = count
    while left > 0 {
      if taken == buffer.count, try !more() { break }
      let step = min(left, buffer.count - taken)
      taken += step
      left -= step
    }
    return count - left
  }

  /// All bytes not yet taken; nil where there are more than `limit`.
  func readAll(limit: Int) throws(Refusal.Reason) -> [UInt8]? {
    while buffer.count - taken <= limit, try more() {}
    guard buffer.count - taken <= limit else { return nil }
    if taken == 0 { return buffer }
    return Array(buffer[taken...])
  }

  /// What a line was found to be.
  enum Line {
    case bytes([UInt8])
    /// Longer than allowed; it has been passed over.
    case tooLong
  }

  /// The next line without its end; nil after the last.
  func nextLine(limit: Int) throws(Refusal.Reason) -> Line? {
    var searched = taken
    while true {
      if let end = buffer[searched...].firstIndex(of: 10) {
        let line = buffer[taken..<end]
        taken = end + 1
        return line.count > limit ? .tooLong : .bytes(Array(line))
      }
      searched = buffer.count
      if searched - taken > limit {
        try passOverLine()
        return .tooLong
      }
      let shift = taken
      guard try more() else { break }
      if taken == 0 { searched -= shift }
    }
    guard taken < buffer.count else { return nil }
    let line = Array(buffer[taken...])
    taken = buffer.count
    return .bytes(line)
  }

  private func passOverLine() throws(Refusal.Reason) {
    taken = buffer.count
    while try more() {
      if let end = buffer[taken...].firstIndex(of: 10) {
        taken = end + 1
        return
      }
      taken = buffer.count
    }
  }

  /// Reads on; false at the end.
  ///
  /// What was taken may be let go, which moves `taken` to 0.
  private func more() throws(Refusal.Reason) -> Bool {
    guard !ended else { return false }
    if taken > 1 << 16, taken > buffer.count / 2 {
      buffer.removeFirst(taken)
      passed += taken
      taken = 0
    }
    guard let inflater else { return try readRaw(into: &buffer) }
    var compressed: [UInt8] = []
    guard try readRaw(into: &compressed) else {
      try inflater.finish()
      return false
    }
    try inflater.inflate(compressed[...], into: &buffer)
    return true
  }

  private func readRaw(into target: inout [UInt8]) throws(Refusal.Reason) -> Bool {
    while true {
      let count = raw.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw .unreadable(systemWords(errno))
      }
      if count == 0 {
        ended = true
        return false
      }
      readSoFar += count
      target.append(contentsOf: raw[0..<count])
      return true
    }
  }
}
