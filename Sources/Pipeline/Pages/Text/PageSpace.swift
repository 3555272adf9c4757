extension StringProtocol {
  /// Whether a word stands anywhere in the text, compared by bytes.
  ///
  /// The standard library's own search builds a table for each call, which short words do not repay.
  func holds(_ word: String) -> Bool {
    let found = utf8.withContiguousStorageIfAvailable { text in
      word.utf8.withContiguousStorageIfAvailable { Self.holds(text, $0) }
    }
    if let found, let found { return found }
    var copy = String(self)
    var other = word
    return copy.withUTF8 { text in other.withUTF8 { Self.holds(text, $0) } }
  }

  private static func holds(
    _ text: UnsafeBufferPointer<UInt8>, _ word: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let first = word.first, word.count <= text.count else { return word.isEmpty }
    for start in 0...(text.count - word.count) where text[start] == first {
      var at = 1
      while at < word.count, text[start + at] == word[at] { at += 1 }
      if at == word.count { return true }
    }
    return false
  }

  /// Whether a digit may stand in the text: one of ASCII, or any character of the scripts that have their own.
  var mayHoldDigits: Bool { utf8.contains { (48...57).contains($0) || $0 >= 0xD9 } }

  /// The text without white space at its ends.
  func trimmedSpace() -> String {
    if let result = utf8.withContiguousStorageIfAvailable({ SqueezedSpace.trimmed($0) }) {
      return result
    }
    var copy = String(self)
    return copy.withUTF8 { SqueezedSpace.trimmed($0) }
  }

  /// The text with each run of white space made one blank, and none at its ends.
  func squeezedSpace() -> String {
    if let result = utf8.withContiguousStorageIfAvailable({ SqueezedSpace.string($0) }) {
      return result
    }
    var copy = String(self)
    return copy.withUTF8 { SqueezedSpace.string($0) }
  }
}

private enum SqueezedSpace {
  static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var (start, end) = (0, bytes.count)
    while start < end {
      let (scalar, width) = UTF8Bytes.scalar(bytes, start)
      guard scalar.isPageSpace else { break }
      start += width
    }
    while start < end {
      var last = end - 1
      while last > start, bytes[last] & 0xC0 == 0x80 { last -= 1 }
      guard UTF8Bytes.scalar(bytes, last).0.isPageSpace else { break }
      end = last
    }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  static func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    String(unsafeUninitializedCapacity: bytes.count) { out in
      var count = 0
      var at = 0
      var isPending = false
      while at < bytes.count {
        let byte = bytes[at]
        let (isSpace, length): (Bool, Int)
        if byte < 128 {
          (isSpace, length) = (byte == 32 || (9...13).contains(byte), 1)
        } else {
          let (scalar, width) = UTF8Bytes.scalar(bytes, at)
          (isSpace, length) = (scalar.isPageSpace, width)
        }
        if isSpace {
          isPending = count > 0
        } else {
          if isPending {
            out[count] = 32
            count += 1
          }
          isPending = false
          for offset in 0..<length {
            out[count] = bytes[at + offset]
            count += 1
          }
        }
        at += length
      }
      return count
    }
  }
}
