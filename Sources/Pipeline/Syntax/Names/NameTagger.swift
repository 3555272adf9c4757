/// Finds names word by word: outside, or beginning or inside one of a kind.
package struct NameTagger<Table: Weights> {
  private let table: Table

  package init(_ table: Table) { self.table = table }

  /// The classes: 0 outside, then `B` and `I` of each kind.
  package static var classes: Int { 1 + 2 * Name.Kind.allCases.count }
  /// The number of features a word.
  package static var features: Int { 44 }

  /// The classes of a sentence's words.
  package func classes(of words: [WordAtoms], tags: [UInt8]) -> [UInt8] {
    var found = [UInt8](repeating: 0, count: words.count)
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Self.features) { keys in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: Self.classes) { scores in
        guard let start = scores.baseAddress else { return }
        for index in words.indices {
          let count = Self.fill(keys, at: index, of: words, tags: tags, found: found)
          start.initialize(repeating: 0, count: Self.classes)
          table.add(UnsafeBufferPointer(rebasing: keys[..<count]), to: start)
          var best: UInt8 = 0
          for next in 1..<UInt8(Self.classes) {
            guard Self.follows(next, index > 0 ? found[index - 1] : 0) else { continue }
            if scores[Int(next)] > scores[Int(best)] { best = next }
          }
          found[index] = best
        }
      }
    }
    return found
  }

  /// Whether a class may stand after another: the inside of a name only within that name, and no name right after one
  /// of its kind, since two such are one.
  package static func follows(_ next: UInt8, _ last: UInt8) -> Bool {
    if next == 0 { return true }
    let isSameKind = last != 0 && (last - 1) / 2 == (next - 1) / 2
    return next % 2 == 1 ? !isSameKind : isSameKind
  }

  /// Fills the features of a word; gives their number.
  package static func fill(
    _ keys: UnsafeMutableBufferPointer<UInt64>, at index: Int, of words: [WordAtoms],
    tags: [UInt8], found: [UInt8]
  ) -> Int {
    var next = 0
    @inline(__always) func put(_ key: UInt64) {
      keys[next] = key
      next += 1
    }
    @inline(__always) func lower(_ at: Int) -> UInt64 {
      at < 0 ? 1 : at >= words.count ? 2 : words[at].lower
    }
    @inline(__always) func tag(_ at: Int) -> UInt64 {
      at < 0 ? 254 : at >= words.count ? 255 : UInt64(tags[at])
    }
    @inline(__always) func shape(_ at: Int) -> UInt64 {
      at < 0 ? 1 : at >= words.count ? 2 : words[at].shape
    }
    let word = words[index]
    let last = index > 0 ? UInt64(found[index - 1]) : 0
    let last2 = index > 1 ? UInt64(found[index - 2]) : 0
    put(FeatureKey.of(1, 0))
    put(FeatureKey.of(2, word.lower))
    put(FeatureKey.of(3, word.suffixes.1))
    put(FeatureKey.of(4, word.suffixes.2))
    put(FeatureKey.of(5, word.suffixes.3))
    put(FeatureKey.of(6, word.prefixes.2))
    put(FeatureKey.of(7, word.shape))
    put(FeatureKey.of(8, tag(index)))
    put(FeatureKey.of(9, last))
    put(FeatureKey.of(10, last, last2))
    put(FeatureKey.of(11, last, tag(index)))
    put(FeatureKey.of(12, last, word.lower))
    put(FeatureKey.of(13, last, word.shape))
    put(FeatureKey.of(14, lower(index - 1), tag(index)))
    put(FeatureKey.of(15, lower(index + 1), tag(index)))
    put(FeatureKey.of(16, lower(index - 1), last))
    put(FeatureKey.of(17, lower(index + 1), last))
    put(FeatureKey.of(18, lower(index - 2), tag(index)))
    put(FeatureKey.of(19, lower(index + 2), tag(index)))
    put(FeatureKey.of(20, tag(index - 1), tag(index), last))
    put(FeatureKey.of(21, tag(index + 1), tag(index), last))
    put(FeatureKey.of(22, tag(index - 1), tag(index), tag(index + 1)))
    put(FeatureKey.of(23, shape(index - 1), shape(index)))
    put(FeatureKey.of(24, shape(index + 1), shape(index)))
    put(FeatureKey.of(25, lower(index - 1), word.lower))
    put(FeatureKey.of(26, lower(index + 1), word.lower))
    // The last word of a run of proper nouns tells what the run is.
    var end = index
    while end + 1 < words.count && end < index + 5 && tags[end + 1] == tags[index] { end += 1 }
    put(FeatureKey.of(27, lower(end), tag(index)))
    put(FeatureKey.of(28, end == index ? 0 : words[end].suffixes.2, tag(index), last))
    put(FeatureKey.of(29, lower(end + 1), tag(index)))
    var start = index
    while start > 0 && start > index - 5 && tags[start - 1] == tags[index] { start -= 1 }
    put(FeatureKey.of(30, lower(start - 1), tag(index)))
    put(FeatureKey.of(31, lower(start), tag(index)))
    put(FeatureKey.of(32, UInt64(index - start), UInt64(end - index), tag(index)))
    @inline(__always) func fine(_ at: Int) -> UInt64 {
      at < 0 || at >= words.count ? 0xffff : words[at].fine
    }
    @inline(__always) func coarse(_ at: Int) -> UInt64 {
      at < 0 || at >= words.count ? 0xffff : words[at].coarse
    }
    put(FeatureKey.of(34, fine(index), tag(index)))
    put(FeatureKey.of(35, coarse(index), last, tag(index)))
    put(FeatureKey.of(36, fine(end), tag(index)))
    put(FeatureKey.of(37, fine(start - 1), tag(index)))
    put(FeatureKey.of(38, fine(end + 1), tag(index)))
    put(FeatureKey.of(39, fine(index - 1), tag(index)))
    put(FeatureKey.of(40, fine(index + 1), tag(index)))
    put(FeatureKey.of(41, coarse(start), coarse(end), tag(index)))
    put(FeatureKey.of(33, lower(index - 1), lower(index + 1)))
    return next
  }
}
