/// Hashes by which the model finds its rows; tools/syntax/atoms.py computes the same, so changing anything here means
/// training anew.
package enum FeatureKey {
  /// A hash and another value.
  @inline(__always)
  package static func mix(_ hash: UInt64, _ value: UInt64) -> UInt64 {
    let product = (hash ^ value) &* 0x9e37_79b9_7f4a_7c15
    return product ^ product >> 32
  }

  /// The hash of bytes, case and all (FNV-1a, mixed once more).
  @inline(__always)
  package static func of(bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return mix(hash, 1)
  }
}
