import CZlib

/// Undoes gzip piece by piece, member after member, and gives up where a stream grows past all measure.
final class GzipInflater {
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

  init(limits: Intake.Limits) throws(Refusal.Reason) {
    ratio = limits.ratio
    grace = limits.ratioGrace
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let windowBitsForGzip: Int32 = 15 + 16
    let status = inflateInit2_(
      stream, windowBitsForGzip, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else { throw .gzipBroken("zlib status \(status)") }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Decompresses the next piece of the file and appends what it holds.
  func inflate(_ input: ArraySlice<UInt8>, into output: inout [UInt8]) throws(Refusal.Reason) {
    guard !padding else { return }
    var at = input.startIndex
    while at < input.endIndex {
      if complete {
        guard input[at] == 0x1F else {
          padding = true
          return
        }
        inflateReset(stream)
        complete = false
      }
      let (read, written, status) = step(input[at...])
      at += read
      consumed += read
      produced += written
      output.append(contentsOf: piece[0..<written])
      if produced > grace, produced / ratio > consumed { throw .gzipBomb(ratio: ratio) }
      switch status {
      case Z_STREAM_END: complete = true
      case Z_OK: continue
      case Z_BUF_ERROR: if read == 0, written == 0 { return }
      default: throw .gzipBroken(words(status))
      }
    }
    // What the window still holds comes out without further input.
    while !complete {
      let (_, written, status) = step(input[input.endIndex...])
      produced += written
      output.append(contentsOf: piece[0..<written])
      if produced > grace, produced / ratio > consumed { throw .gzipBomb(ratio: ratio) }
      if status == Z_STREAM_END { complete = true }
      if written == 0 || status != Z_OK { return }
    }
  }

  /// To be called at the end of the file.
  func finish() throws(Refusal.Reason) {
    if !complete { throw .gzipCut }
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
