/// Hashes of features: each is the number of its template and the values that fill it.
///
/// A key decides where a feature's weights lie in the model, so changing anything here means training anew.
package enum FeatureKey {
  @inline(__always)
  private static func mix(_ hash: UInt64, _ value: UInt64) -> UInt64 {
    let product = (hash ^ value) &* 0x9e37_79b9_7f4a_7c15
    return product ^ product >> 32
  }

  @inline(__always)
  package static func of(_ template: UInt64, _ a: UInt64) -> UInt64 {
    mix(mix(template &* 0xd6e8_feb8_6659_fd93, a), 0x51)
  }

  @inline(__always)
  package static func of(_ template: UInt64, _ a: UInt64, _ b: UInt64) -> UInt64 {
    mix(mix(template &* 0xd6e8_feb8_6659_fd93, a), b)
  }

  @inline(__always)
  package static func of(_ template: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64) -> UInt64 {
    mix(mix(mix(template &* 0xd6e8_feb8_6659_fd93, a), b), c)
  }

  /// The hash of bytes, case and all.
  @inline(__always)
  package static func of(bytes: UnsafeBufferPointer<UInt8>, seed: UInt64 = 0) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ seed
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return mix(hash, 1)
  }
}

/// Weights of features for a number of classes: a model's table, or one that is being trained.
package protocol Weights {
  /// The number of classes.
  var classes: Int { get }

  /// Adds the weights of these features to the classes' scores.
  func add(_ keys: UnsafeBufferPointer<UInt64>, to scores: UnsafeMutablePointer<Int32>)
}
