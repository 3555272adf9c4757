/// Chooses each word's tag, left to right, by the highest score; ties go to the tag that comes first.
package struct Tagger<Table: Weights> {
  private let table: Table

  package init(_ table: Table) { self.table = table }

  /// The tags of a sentence's words.
  package func tags(of words: [WordAtoms]) -> [UInt8] {
    var tags = [UInt8](repeating: 0, count: words.count)
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: TagFeatures.count) { keys in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: 256) { scores in
        guard let start = scores.baseAddress else { return }
        for index in words.indices {
          TagFeatures.fill(keys, at: index, of: words, tags: tags)
          start.initialize(repeating: 0, count: table.classes)
          table.add(UnsafeBufferPointer(keys), to: start)
          tags[index] = UInt8(best(scores))
        }
      }
    }
    return tags
  }

  private func best(_ scores: UnsafeMutableBufferPointer<Int32>) -> Int {
    var best = 0
    for index in 1..<max(1, table.classes) where scores[index] > scores[best] { best = index }
    return best
  }
}
