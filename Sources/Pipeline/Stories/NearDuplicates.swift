/// Finds texts that are copies of one another, or extracts, but for small changes.
///
/// Shingles of words are hashed; MinHash (Broder 1997) in bands proposes pairs, and Jaccard's index of their shingles,
/// counted exactly, decides. Cost: linear in the words, and the pairs proposed.
public struct NearDuplicates: Sendable {
  private static let bands = 20
  private static let rows = 3
  private let thresholds: StoryThresholds

  /// A finder with these thresholds.
  public init(thresholds: StoryThresholds = StoryThresholds()) {
    self.thresholds = thresholds
  }

  /// For each text the index of the first that it is a copy of, over chains of copies; its own where of none.
  public func originals(of texts: [String]) -> [Int] {
    let shingles = texts.map(shingles)
    var original = Array(texts.indices)
    var buckets: [UInt64: [Int]] = [:]
    for (index, set) in shingles.enumerated() where !set.isEmpty {
      var candidates: Set<Int> = []
      for band in bandHashes(set) {
        candidates.formUnion(buckets[band] ?? [])
        buckets[band, default: []].append(index)
      }
      for other in candidates.sorted() where areCopies(set, shingles[other]) {
        let (first, second) = (root(original, other), root(original, index))
        original[max(first, second)] = min(first, second)
      }
    }
    return texts.indices.map { root(original, $0) }
  }

  private func root(_ original: [Int], _ index: Int) -> Int {
    var index = index
    while original[index] != index { index = original[index] }
    return index
  }

  /// The hashes of a text's shingles, ascending, each once.
  private func shingles(_ text: String) -> [UInt64] {
    var words: [UInt64] = []
    StoryWords.forEach(in: text) { word, _, _ in words.append(Self.hash(word.utf8)) }
    guard words.count >= thresholds.shingle else { return [] }
    var hashes: [UInt64] = []
    hashes.reserveCapacity(words.count)
    for start in 0...(words.count - thresholds.shingle) {
      var hash: UInt64 = 0
      for word in words[start..<start + thresholds.shingle] { hash = Self.mix(hash ^ word) }
      hashes.append(hash)
    }
    hashes.sort()
    var unique: [UInt64] = []
    for hash in hashes where hash != unique.last { unique.append(hash) }
    return unique
  }

  private func bandHashes(_ shingles: [UInt64]) -> [UInt64] {
    (0..<Self.bands).map { band in
      var hash = UInt64(band)
      for row in 0..<Self.rows {
        let seed = Self.mix(UInt64(band * Self.rows + row + 1))
        hash = Self.mix(hash ^ (shingles.lazy.map { Self.mix($0 ^ seed) }.min() ?? 0))
      }
      return hash
    }
  }

  private func areCopies(_ first: [UInt64], _ second: [UInt64]) -> Bool {
    var (i, j, shared) = (0, 0, 0)
    while i < first.count, j < second.count {
      if first[i] == second[j] { shared += 1 }
      let (left, right) = (first[i], second[j])
      if left <= right { i += 1 }
      if right <= left { j += 1 }
    }
    let union = first.count + second.count - shared
    return Double(shared) >= thresholds.duplicate * Double(union)
      || Double(shared) >= thresholds.extract * Double(min(first.count, second.count))
  }

  /// FNV-1a.
  private static func hash(_ bytes: String.UTF8View) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }

  /// The finaliser of SplitMix64.
  private static func mix(_ value: UInt64) -> UInt64 {
    var value = value &+ 0x9E37_79B9_7F4A_7C15
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
