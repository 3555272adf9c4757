import CZlib

/// Undoes gzip piece by piece, member after member, and gives up where a stream grows past all measure.
///
/// Of an archive, whose members stand for themselves, a broken one is noted and the next is looked for: see ``recovers``.
final class GzipInflater {
  /// Where a member begins: in the file, and in what the stream holds.
  struct Member: Sendable, Equatable {
    let raw: Int
    let content: Int
  }

  /// A member that broke off: where in what the stream holds, where the member began in the file, and why.
  struct Fault: Sendable, Equatable {
    let content: Int
    let raw: Int
    let reason: Refusal.Reason
  }

  /// Whether a broken member is noted in ``faults`` and the next one looked for, rather than an error thrown: where the
  /// content begins as a WARC file does.
  private(set) var recovers = false
  private var isDecided = false
  /// The members begun, while ``recovers``; whoever reads them takes off those that are done with.
  var members: [Member] = [Member(raw: 0, content: 0)]
  /// What broke, while ``recovers``, in order.
  var faults: [Fault] = []

  /// Owned by this object alone; zlib keeps its address, so that it may not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private let ratio: Int
  private let grace: Int
  private var consumed = 0
  private var produced = 0
  /// Whether the last member is complete, and whether one was read at all.
  private var complete = false
  /// Bytes after the last member that begin none: padding, which gzip itself passes over.
  private var padding = false
  private var piece = [UInt8](repeating: 0, count: 1 << 16)
  /// Whether the next member's first bytes are looked for, and the last bytes of the piece before.
  private var searches = false
  private var tail: [UInt8] = []
  private var memberStart = 0
  private var isFaultTold = false

  /// What stands around the compressed bytes.
  enum Wrapping: Int32 {
    /// RFC 1952.
    case gzip = 31
    /// RFC 1950.
    case zlib = 15
    /// RFC 1951 alone.
    case none = -15
  }

  init(limits: Intake.Limits, wrapping: Wrapping = .gzip) throws(Refusal.Reason) {
    ratio = limits.ratio
    grace = limits.ratioGrace
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let status = inflateInit2_(
      stream, wrapping.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else { throw .gzipBroken("zlib status \(status)") }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Decompresses the next piece of the file and appends what it holds.
  func inflate(_ input: ArraySlice<UInt8>, into output: inout [UInt8]) throws(Refusal.Reason) {
    guard !padding else { return }
    let input = tail.isEmpty ? input : tail + input
    consumed -= tail.count
    tail = []
    var at = input.startIndex
    while at < input.endIndex {
      if searches {
        guard let start = search(input[at...]) else { return }
        at = start
        begin(&at)
      } else if complete {
        guard input[at] == 0x1F else {
          if recovers {
            searches = true
            continue
          }
          padding = true
          return
        }
        begin(&at)
      }
      let (read, written, status) = step(input[at...])
      at += read
      consumed += read
      try append(written, to: &output)
      switch status {
      case Z_STREAM_END:
        complete = true
        isFaultTold = false
      case Z_OK: continue
      case Z_BUF_ERROR: if read == 0, written == 0 { return }
      default: try broken(.gzipBroken(words(status)))
      }
    }
    // What the window still holds comes out without further input.
    while !complete, !searches {
      let (_, written, status) = step(input[input.endIndex...])
      try append(written, to: &output)
      if status == Z_STREAM_END { complete = true }
      if written == 0 || status != Z_OK { return }
    }
  }

  /// To be called at the end of the file.
  func finish() throws(Refusal.Reason) {
    if !complete, !searches { try broken(.gzipCut) }
  }

  private func append(_ written: Int, to output: inout [UInt8]) throws(Refusal.Reason) {
    produced += written
    output.append(contentsOf: piece[0..<written])
    if !isDecided, produced >= 5 {
      isDecided = true
      recovers = produced == output.count && output.starts(with: "WARC/".utf8)
    }
    if produced > grace, produced / ratio > consumed { throw .gzipBomb(ratio: ratio) }
  }

  private func begin(_ at: inout Int) {
    inflateReset(stream)
    complete = false
    searches = false
    memberStart = consumed
    if recovers { members.append(Member(raw: consumed, content: produced)) }
  }

  private func broken(_ reason: Refusal.Reason) throws(Refusal.Reason) {
    guard recovers else { throw reason }
    // What the search takes for a member and is none breaks again: one fault is told for all of it.
    if !isFaultTold { faults.append(Fault(content: produced, raw: memberStart, reason: reason)) }
    isFaultTold = true
    searches = true
  }

  /// The index of a member's first bytes; nil where there are none, and the last three bytes are kept for the next piece.
  private func search(_ input: ArraySlice<UInt8>) -> Int? {
    var at = input.startIndex
    while let first = input[at...].firstIndex(of: 0x1F), first + 3 < input.endIndex {
      if input[first + 1] == 0x8B, input[first + 2] == 8, input[first + 3] & 0xE0 == 0 {
        consumed += first - input.startIndex
        return first
      }
      at = first + 1
    }
    consumed += input.count
    tail = Array(input.suffix(3))
    return nil
  }

  private func step(_ input: ArraySlice<UInt8>) -> (read: Int, written: Int, status: Int32) {
    input.withUnsafeBufferPointer { bytes in
      piece.withUnsafeMutableBufferPointer { target in
        // zlib reads, and never writes, through next_in.
        stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
        stream.pointee.avail_in = uInt(bytes.count)
        stream.pointee.next_out = target.baseAddress
        stream.pointee.avail_out = uInt(target.count)
        let status = CZlib.inflate(stream, Z_NO_FLUSH)
        return (
          bytes.count - Int(stream.pointee.avail_in), target.count - Int(stream.pointee.avail_out),
          status
        )
      }
    }
  }

  private func words(_ status: Int32) -> String {
    stream.pointee.msg.map { String(cString: $0) } ?? "zlib status \(status)"
  }
}
