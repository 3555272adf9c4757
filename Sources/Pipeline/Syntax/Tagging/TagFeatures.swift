/// The features by which a word's tag is chosen: its form, its neighbours and the two tags before it.
package enum TagFeatures {
  /// The number of features a word.
  package static let count = 48

  /// Fills `keys` for the word at a position; `tags` are those chosen so far.
  package static func fill(
    _ keys: UnsafeMutableBufferPointer<UInt64>, at index: Int, of words: [WordAtoms],
    tags: [UInt8]
  ) {
    var next = 0
    @inline(__always) func put(_ key: UInt64) {
      keys[next] = key
      next += 1
    }
    @inline(__always) func lower(_ at: Int) -> UInt64 {
      at < 0 ? 1 : at >= words.count ? 2 : words[at].lower
    }
    @inline(__always) func group(_ at: Int) -> UInt64 {
      at < 0 ? 1 : at >= words.count ? 2 : words[at].group
    }
    let word = words[index]
    let tag1 = index > 0 ? UInt64(tags[index - 1]) : 255
    let tag2 = index > 1 ? UInt64(tags[index - 2]) : 255
    let first: UInt64 = index == 0 ? 1 : 0
    let next1 = index + 1 < words.count ? words[index + 1] : nil
    put(FeatureKey.of(1, 0))
    put(FeatureKey.of(2, word.lower))
    put(FeatureKey.of(3, word.suffixes.0))
    put(FeatureKey.of(4, word.suffixes.1))
    put(FeatureKey.of(5, word.suffixes.2))
    put(FeatureKey.of(6, word.suffixes.3))
    put(FeatureKey.of(7, word.prefixes.0))
    put(FeatureKey.of(8, word.prefixes.1))
    put(FeatureKey.of(9, word.prefixes.2))
    put(FeatureKey.of(10, word.shape, first))
    put(FeatureKey.of(11, tag1))
    put(FeatureKey.of(12, tag1, tag2))
    put(FeatureKey.of(13, tag1, word.lower))
    put(FeatureKey.of(14, tag1, word.suffixes.2))
    put(FeatureKey.of(15, lower(index - 1)))
    put(FeatureKey.of(16, lower(index - 2)))
    put(FeatureKey.of(17, lower(index + 1)))
    put(FeatureKey.of(18, lower(index + 2)))
    put(FeatureKey.of(19, lower(index - 1), word.lower))
    put(FeatureKey.of(20, lower(index + 1), word.lower))
    put(FeatureKey.of(21, next1?.suffixes.2 ?? 0))
    put(FeatureKey.of(22, next1?.suffixes.1 ?? 0, tag1))
    put(FeatureKey.of(23, next1?.shape ?? 0, word.shape))
    put(FeatureKey.of(24, index > 0 ? words[index - 1].suffixes.2 : 0))
    put(FeatureKey.of(25, index > 0 ? words[index - 1].shape : 0, word.shape))
    put(FeatureKey.of(26, group(index)))
    put(FeatureKey.of(27, group(index), tag1))
    put(FeatureKey.of(28, group(index + 1)))
    put(FeatureKey.of(29, group(index + 1), group(index)))
    put(FeatureKey.of(30, group(index + 1), tag1, group(index)))
    put(FeatureKey.of(31, group(index + 2), group(index + 1)))
    put(FeatureKey.of(32, group(index + 1), tag1, word.suffixes.2))
    put(FeatureKey.of(33, tag1, tag2, group(index)))
    put(FeatureKey.of(34, word.isCapitalised ? 1 : 0, word.suffixes.2, first))
    put(FeatureKey.of(35, word.shape, word.suffixes.1))
    put(FeatureKey.of(36, group(index + 1), word.lower))
    put(FeatureKey.of(37, lower(index - 1), lower(index + 1)))
    put(FeatureKey.of(38, tag1, lower(index + 1)))
    @inline(__always) func fine(_ at: Int) -> UInt64 {
      at < 0 || at >= words.count ? 0xffff : words[at].fine
    }
    @inline(__always) func coarse(_ at: Int) -> UInt64 {
      at < 0 || at >= words.count ? 0xffff : words[at].coarse
    }
    put(FeatureKey.of(39, fine(index)))
    put(FeatureKey.of(40, coarse(index), tag1))
    put(FeatureKey.of(41, fine(index + 1)))
    put(FeatureKey.of(42, fine(index - 1)))
    put(FeatureKey.of(43, coarse(index - 1), coarse(index), coarse(index + 1)))
    put(FeatureKey.of(44, fine(index), word.suffixes.1, tag1))
    put(FeatureKey.of(45, fine(index), word.shape))
    put(FeatureKey.of(46, coarse(index), word.suffixes.2))
    put(FeatureKey.of(47, fine(index), coarse(index + 1)))
    put(FeatureKey.of(48, coarse(index + 1), coarse(index + 2), tag1))
  }
}
