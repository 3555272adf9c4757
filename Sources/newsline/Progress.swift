import Glibc

/// The bar that a terminal shows for work over a second; elsewhere nothing is drawn.
struct Progress {
  private let drawn: Bool
  private let start = Progress.now()
  private var last = 0.0
  private var shown = false

  init(quiet: Bool) { drawn = !quiet && isatty(STDERR_FILENO) == 1 }

  /// Draws how much of the inputs has been read and how many documents are done, ten times a second at most.
  mutating func advance(documents: Int, share: Double?) {
    guard drawn else { return }
    let now = Self.now()
    guard now - start > 1, now - last > 0.1 else { return }
    last = now
    shown = true
    var line = "\(documents) documents, \(Int(Double(documents) / (now - start))) a second"
    if let share {
      let width = 30
      let filled = Int((min(1, max(0, share)) * Double(width)).rounded(.down))
      let bar =
        String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
      line = "\(bar) \(Int(min(1, share) * 100)) %  \(line)"
    }
    Report.draw("\r\u{1B}[K\(line)")
  }

  /// Takes the bar away.
  mutating func finish() {
    if shown { Report.draw("\r\u{1B}[K") }
    shown = false
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
