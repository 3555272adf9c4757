import Syntax

/// Groups of words that are used alike, by k-means over word vectors.
///
/// In fixed order without fused multiply-adds, so that the same vectors and seed give the same groups everywhere.
struct WordClusters {
  /// Groups in the fine and in the coarse division.
  static let fine = 1000
  static let coarse = 60

  /// Of each word (by its lower-case hash) its fine group times 64 plus its coarse one, from 1.
  let table: [UInt64: Int]

  /// Divides the vectors of a text in GloVe's form: a word and its numbers a line, the commonest word first.
  ///
  /// - Parameter limit: how many words are taken.
  init(text: String, limit: Int = 40_000, seed: UInt64) {
    var keys: [UInt64] = []
    var vectors: [[Double]] = []
    for line in text.utf8.split(separator: 10).prefix(limit) {
      let cells = line.split(separator: 32)
      let vector = cells.dropFirst().compactMap { Double(Substring($0)) }
      guard let form = cells.first, vector.count + 1 == cells.count else { continue }
      keys.append(WordAtoms(String(Substring(form))).lower)
      vectors.append(vector)
    }
    Self.standardise(&vectors)
    vectors = vectors.map(Self.unit)
    var random = TrainingRandom(seed: seed)
    let (groups, centres) = Self.divide(vectors, into: Self.fine, &random)
    let (wider, _) = Self.divide(centres, into: Self.coarse, &random)
    var table: [UInt64: Int] = [:]
    for (key, group) in zip(keys, groups) where table[key] == nil {
      table[key] = (group + 1) << 6 | (wider[group] + 1)
    }
    self.table = table
  }

  /// Brings every column to the same mean and spread: a few would decide everything otherwise.
  private static func standardise(_ vectors: inout [[Double]]) {
    for column in 0..<(vectors.first?.count ?? 0) {
      var sum = 0.0
      for vector in vectors { sum += vector[column] }
      let mean = sum / Double(vectors.count)
      var squares = 0.0
      for vector in vectors { squares += (vector[column] - mean) * (vector[column] - mean) }
      let spread = (squares / Double(vectors.count)).squareRoot()
      for index in vectors.indices {
        vectors[index][column] = (vectors[index][column] - mean) / (spread == 0 ? 1 : spread)
      }
    }
  }

  private static func unit(_ vector: [Double]) -> [Double] {
    var square = 0.0
    for value in vector { square += value * value }
    let length = square.squareRoot()
    return length == 0 ? vector : vector.map { $0 / length }
  }

  /// The group of each vector, and the groups' centres, all of length one (spherical k-means).
  private static func divide(
    _ vectors: [[Double]], into count: Int, _ random: inout TrainingRandom
  ) -> (groups: [Int], centres: [[Double]]) {
    let width = vectors.first?.count ?? 0
    // The commonest words, and as many others, are the first centres.
    let order = random.order(vectors.count)
    var centres = order.prefix(count).map { vectors[$0] }
    var groups = [Int](repeating: 0, count: vectors.count)
    guard !centres.isEmpty else { return (groups, centres) }
    for _ in 0..<12 {
      let flat = centres.flatMap { $0 }
      flat.withUnsafeBufferPointer { flat in
        for (index, vector) in vectors.enumerated() {
          vector.withUnsafeBufferPointer { vector in
            var best = -2.0
            for centre in centres.indices {
              var product = 0.0
              for column in 0..<width { product += vector[column] * flat[centre * width + column] }
              if product > best {
                best = product
                groups[index] = centre
              }
            }
          }
        }
      }
      var sums = [[Double]](repeating: [Double](repeating: 0, count: width), count: centres.count)
      for (vector, group) in zip(vectors, groups) {
        for column in 0..<width { sums[group][column] += vector[column] }
      }
      for (group, sum) in sums.enumerated() where sum.contains(where: { $0 != 0 }) {
        centres[group] = unit(sum)
      }
    }
    return (groups, centres)
  }
}
