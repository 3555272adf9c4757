/// Agglomerative clustering by the mean similarity between groups.
///
/// The closest two groups are merged as long as their mean similarity reaches a threshold; pairs that are not told
/// count as 0. Ties go to the groups of the earliest members. Cost: O(p log p) in the pairs told and those that merging
/// makes of them.
struct AverageLinkage {
  private struct Candidate {
    let mean: Double
    let first: Int
    let second: Int
    /// The sizes for which the mean was taken: a group that has grown makes it stale.
    let sizes: Int

    func precedes(_ other: Candidate) -> Bool {
      mean != other.mean ? mean > other.mean : (first, second) < (other.first, other.second)
    }
  }

  private var sums: [[Int: Double]]
  private var members: [[Int]]
  private var heap: [Candidate] = []
  private let threshold: Double

  /// Clusters of so many items, each in ascending order, the clusters by their first.
  static func clusters(
    _ count: Int, pairs: [(first: Int, second: Int, similarity: Double)], threshold: Double
  ) -> [[Int]] {
    var linkage = AverageLinkage(count, pairs, threshold)
    linkage.merge()
    return linkage.members.filter { !$0.isEmpty }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  private init(
    _ count: Int, _ pairs: [(first: Int, second: Int, similarity: Double)], _ threshold: Double
  ) {
    sums = Array(repeating: [:], count: count)
    members = (0..<count).map { [$0] }
    self.threshold = threshold
    for pair in pairs {
      sums[pair.first][pair.second] = pair.similarity
      sums[pair.second][pair.first] = pair.similarity
      offer(min(pair.first, pair.second), max(pair.first, pair.second))
    }
  }

  private mutating func offer(_ first: Int, _ second: Int) {
    guard let sum = sums[first][second] else { return }
    let mean = sum / Double(members[first].count * members[second].count)
    guard mean >= threshold else { return }
    push(
      Candidate(
        mean: mean, first: first, second: second,
        sizes: members[first].count + members[second].count))
  }

  private mutating func merge() {
    while let best = pop() {
      let (first, second) = (best.first, best.second)
      guard !members[first].isEmpty, !members[second].isEmpty,
        members[first].count + members[second].count == best.sizes
      else { continue }
      members[first] += members[second]
      members[second] = []
      let moved = sums[second]
      sums[second] = [:]
      sums[first][second] = nil
      // In ascending order, so that equal sums are made in the same order everywhere.
      for other in moved.keys.sorted() where other != first {
        guard let sum = moved[other] else { continue }
        sums[other][second] = nil
        sums[first][other, default: 0] += sum
        sums[other][first, default: 0] += sum
      }
      for other in sums[first].keys.sorted() { offer(min(first, other), max(first, other)) }
    }
  }

  // MARK: A binary heap, the best candidate on top

  private mutating func push(_ candidate: Candidate) {
    heap.append(candidate)
    var child = heap.count - 1
    while child > 0, heap[child].precedes(heap[(child - 1) / 2]) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private mutating func pop() -> Candidate? {
    guard let top = heap.first, let last = heap.popLast() else { return nil }
    if heap.isEmpty { return top }
    heap[0] = last
    var parent = 0
    while true {
      var best = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < heap.count && heap[child].precedes(heap[best]) { best = child }
      guard best != parent else { return top }
      heap.swapAt(best, parent)
      parent = best
    }
  }
}
