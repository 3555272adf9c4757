import Syntax

/// Weights in training: an averaged perceptron's, by feature.
///
/// Only features that an update touched are held. Open addressing over flat memory; everything in integers, so the
/// same seed gives the same weights on every machine.
package final class PerceptronTable: Weights {
  package let classes: Int
  /// A power of two.
  private var capacity: Int
  private var slots: UnsafeMutablePointer<UInt64>
  private var rowOfSlot: UnsafeMutablePointer<Int32>
  private var rows = 0
  private var rowCapacity: Int
  private var weights: UnsafeMutablePointer<Int32>
  /// The sum of every change times the step at which it was made.
  private var history: UnsafeMutablePointer<Int64>
  private var keys: [UInt64] = []
  /// The number of examples seen so far.
  package var step = 1

  /// A table without features.
  package init(classes: Int) {
    self.classes = classes
    capacity = 1 << 16
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: 0, count: capacity)
    rowOfSlot = .allocate(capacity: capacity)
    rowOfSlot.initialize(repeating: 0, count: capacity)
    rowCapacity = 1 << 14
    weights = .allocate(capacity: rowCapacity * classes)
    weights.initialize(repeating: 0, count: rowCapacity * classes)
    history = .allocate(capacity: rowCapacity * classes)
    history.initialize(repeating: 0, count: rowCapacity * classes)
  }

  deinit {
    slots.deallocate()
    rowOfSlot.deallocate()
    weights.deallocate()
    history.deallocate()
  }

  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    var at = Int(truncatingIfNeeded: key >> 20) & (capacity - 1)
    while slots[at] != 0 && slots[at] != key { at = (at + 1) & (capacity - 1) }
    return at
  }

  package func add(_ keys: UnsafeBufferPointer<UInt64>, to scores: UnsafeMutablePointer<Int32>) {
    for key in keys {
      let at = slot(of: key)
      guard slots[at] != 0 else { continue }
      let row = weights + Int(rowOfSlot[at]) * classes
      for index in 0..<classes { scores[index] &+= row[index] }
    }
  }

  /// Changes the weights of features for a class.
  package func update(_ keys: UnsafeBufferPointer<UInt64>, _ index: Int, by delta: Int32) {
    for key in keys {
      let row = row(of: key)
      weights[row * classes + index] += delta
      history[row * classes + index] += Int64(step) * Int64(delta)
    }
  }

  private func row(of key: UInt64) -> Int {
    var at = slot(of: key)
    if slots[at] != 0 { return Int(rowOfSlot[at]) }
    if rows * 2 >= capacity {
      growSlots()
      at = slot(of: key)
    }
    if rows == rowCapacity { growRows() }
    slots[at] = key
    rowOfSlot[at] = Int32(rows)
    keys.append(key)
    rows += 1
    return rows - 1
  }

  private func growSlots() {
    slots.deallocate()
    rowOfSlot.deallocate()
    capacity *= 2
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: 0, count: capacity)
    rowOfSlot = .allocate(capacity: capacity)
    rowOfSlot.initialize(repeating: 0, count: capacity)
    for (row, key) in keys.enumerated() {
      let at = slot(of: key)
      slots[at] = key
      rowOfSlot[at] = Int32(row)
    }
  }

  private func growRows() {
    let (used, wanted) = (rowCapacity * classes, rowCapacity * classes * 2)
    let newWeights = UnsafeMutablePointer<Int32>.allocate(capacity: wanted)
    newWeights.initialize(repeating: 0, count: wanted)
    newWeights.update(from: weights, count: used)
    let newHistory = UnsafeMutablePointer<Int64>.allocate(capacity: wanted)
    newHistory.initialize(repeating: 0, count: wanted)
    newHistory.update(from: history, count: used)
    weights.deallocate()
    history.deallocate()
    weights = newWeights
    history = newHistory
    rowCapacity *= 2
  }

  private func average(_ cell: Int) -> Int64 { Int64(weights[cell]) * Int64(step) - history[cell] }

  /// The averages as small integers, in units of `1 / precision`.
  ///
  /// - Parameter strength: features without a weight of this size are left out.
  package func entries(precision: Int, strength: Int) -> [WeightTable.Entry] {
    var entries: [WeightTable.Entry] = []
    let unit = max(1, Int64(step) / Int64(precision))
    for row in 0..<rows {
      var largest: Int64 = 0
      var kept: [(index: UInt8, weight: Int8)] = []
      for index in 0..<classes {
        let sum = average(row * classes + index)
        // Rounded to the nearest, halves away from zero.
        let rounded = (2 * abs(sum) + unit) / (2 * unit) * sum.signum()
        largest = max(largest, abs(rounded))
        // What one byte cannot hold is written in several entries, which add up.
        var rest = rounded
        while rest != 0 {
          let weight = Int8(clamping: rest)
          kept.append((UInt8(index), weight))
          rest -= Int64(weight)
        }
      }
      if kept.count > 255 { kept.removeLast(kept.count - 255) }
      if !kept.isEmpty && largest >= strength {
        entries.append(WeightTable.Entry(key: keys[row], weights: kept))
      }
    }
    return entries
  }
}
