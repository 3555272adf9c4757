/// Work on many inputs at once whose results come out in the inputs' order.
///
/// At most `threads` pieces are under way; at most eight times as many wait for their turn, so that memory stays
/// bounded whatever the inputs' number and however slow the first of them is.
struct OrderedWork {
  let threads: Int

  /// Takes inputs from `next` until there is none, works on them, and hands each result on in order.
  func run<Input: Sendable, Output: Sendable>(
    next: () throws -> Input?, work: @escaping @Sendable (Input) async -> Output,
    emit: (Output) throws -> Void
  ) async rethrows {
    try await withThrowingTaskGroup(of: (Int, Output).self) { group in
      var taken = 0
      var emitted = 0
      var running = 0
      var finished: [Int: Output] = [:]
      var exhausted = false
      while true {
        while !exhausted, running < threads, taken - emitted < threads * 8 {
          guard let input = try next() else {
            exhausted = true
            break
          }
          let index = taken
          group.addTask { (index, await work(input)) }
          taken += 1
          running += 1
        }
        guard running > 0, let (index, output) = try await group.next() else { break }
        running -= 1
        finished[index] = output
        while let output = finished.removeValue(forKey: emitted) {
          try emit(output)
          emitted += 1
        }
      }
    }
  }
}
