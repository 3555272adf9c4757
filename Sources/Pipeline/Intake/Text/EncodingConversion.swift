import Glibc

/// The C library's conversion of encodings.
enum EncodingConversion {
  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]
  private static let euro: [UInt8] = [0xE2, 0x82, 0xAC]

  /// Bytes of an encoding as UTF-8, and how many of them meant nothing.
  static func utf8(
    from bytes: ArraySlice<UInt8>, encoding: TextEncoding
  ) -> ([UInt8], replaced: Int) {
    let invalid = iconv_t(bitPattern: -1)
    guard let converter = iconv_open("UTF-8", encoding.systemName), converter != invalid else {
      return withoutConverter(bytes)
    }
    defer { iconv_close(converter) }
    // The standard gives the controls' code points to what the vendor's table leaves open there.
    let keepsControls = encoding.name.hasPrefix("windows-")
    // And Windows' euro to what GB 18030 has no character for.
    let isChinese = encoding.systemName == "GB18030"
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 2)
    var replaced = 0
    var piece = [CChar](repeating: 0, count: 1 << 14)
    bytes.withUnsafeBytes { source in
      // iconv reads, and never writes, through its input; both pointers stay within their buffers by its counts.
      var input = UnsafeMutablePointer(
        mutating: source.bindMemory(to: CChar.self).baseAddress)
      var left = source.count
      while left > 0 {
        var isFull = false
        let written = piece.withUnsafeMutableBufferPointer { target -> Int in
          var output = target.baseAddress
          var room = target.count
          let status = iconv(converter, &input, &left, &output, &room)
          isFull = status == -1 && errno == E2BIG
          return target.count - room
        }
        result.append(contentsOf: piece[0..<written].lazy.map { UInt8(bitPattern: $0) })
        guard left > 0, !isFull else { continue }
        // This byte, or the character that it begins, means nothing.
        let byte = source[source.count - left]
        if byte == 0x80, isChinese {
          result += euro
        } else if keepsControls, (0x80...0x9F).contains(byte) {
          result += [0xC2, byte]
        } else {
          result += replacement
          replaced += 1
        }
        input = input?.advanced(by: 1)
        left -= 1
      }
      // Where characters are composed, as in Vietnamese, the last one may still be held back.
      let written = piece.withUnsafeMutableBufferPointer { target -> Int in
        var output = target.baseAddress
        var room = target.count
        _ = iconv(converter, nil, nil, &output, &room)
        return target.count - room
      }
      result.append(contentsOf: piece[0..<written].lazy.map { UInt8(bitPattern: $0) })
    }
    return (result, replaced)
  }

  /// ASCII alone, where the C library lacks the encoding, as when its modules are not installed.
  private static func withoutConverter(_ bytes: ArraySlice<UInt8>) -> ([UInt8], replaced: Int) {
    var result: [UInt8] = []
    var replaced = 0
    for byte in bytes {
      if byte < 128 {
        result.append(byte)
      } else {
        result += replacement
        replaced += 1
      }
    }
    return (result, replaced)
  }
}
