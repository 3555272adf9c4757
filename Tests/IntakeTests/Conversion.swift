import Foundation

/// A text's bytes in an encoding, by the C library; nil where it cannot be written in it.
func converted(_ text: String, to encoding: String) -> [UInt8]? {
  guard let converter = iconv_open(encoding, "UTF-8"), converter != iconv_t(bitPattern: -1) else {
    return nil
  }
  defer { iconv_close(converter) }
  var source = Array(text.utf8).map { CChar(bitPattern: $0) }
  var target = [CChar](repeating: 0, count: source.count * 4 + 16)
  let written = source.withUnsafeMutableBufferPointer { source in
    target.withUnsafeMutableBufferPointer { target -> Int? in
      var (input, left) = (source.baseAddress, source.count)
      var (output, room) = (target.baseAddress, target.count)
      guard iconv(converter, &input, &left, &output, &room) == 0 else { return nil }
      return target.count - room
    }
  }
  return written.map { target[..<$0].map { UInt8(bitPattern: $0) } }
}
