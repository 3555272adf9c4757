extension RandomAccessCollection where Index == Int {
  /// The first index of a sorted collection whose element is not `before`; the end where all are.
  ///
  /// Cost: logarithmic. Own code for six lines of swift-algorithms' `partitioningIndex(where:)`.
  func partitioningIndex(before: (Element) -> Bool) -> Int {
    var (lower, upper) = (startIndex, endIndex)
    while lower < upper {
      let middle = lower + (upper - lower) / 2
      if before(self[middle]) { lower = middle + 1 } else { upper = middle }
    }
    return lower
  }
}
