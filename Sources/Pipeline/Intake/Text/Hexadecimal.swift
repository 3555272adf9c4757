/// Numbers in hexadecimal digits, as bytes from outside write them.
///
/// The standard library's own reading takes a sign too, by which a length becomes negative.
package enum Hexadecimal {
  /// The number that some bytes are the digits of.
  ///
  /// - Parameter most: how many digits there may be; fifteen at most, so that the number fits.
  /// - Returns: nil where there are none, too many, or anything but digits.
  package static func number(_ digits: ArraySlice<UInt8>, atMost most: Int) -> Int? {
    guard (1...min(most, 15)).contains(digits.count) else { return nil }
    var value = 0
    for byte in digits {
      switch byte {
      case 48...57: value = value << 4 + Int(byte - 48)
      case 65...70, 97...102: value = value << 4 + Int(byte | 32) - 87
      default: return nil
      }
    }
    return value
  }
}
