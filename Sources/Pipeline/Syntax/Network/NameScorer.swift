/// Names word by word: outside, or beginning or inside a name of one kind.
package struct NameScorer: Sendable {
  /// 0 outside, then `B` and `I` of each kind.
  static let classes = 1 + 2 * Name.Kind.allCases.count

  private let hidden: Linear
  private let output: Linear

  /// The scorer of a model; nil where a section is missing.
  init?(_ file: ModelFile) {
    guard let hidden = Linear(file, "name hidden"), let output = Linear(file, "names"),
      output.outputs == Self.classes, hidden.outputs % Panels.width == 0
    else { return nil }
    self.hidden = hidden
    self.output = output
  }

  /// The names of words 1…n of the rows, the first row being the root; words count from `first`.
  func names(of rows: WholeRows, from first: Int) -> [Name] {
    var inner = hidden(rows)
    inner.rectify()
    let scores = output(inner)
    var names: [Name] = []
    var last = 0
    for word in 1..<max(rows.rows, 1) {
      let start = word * scores.columns
      var best = 0
      for next in 1..<Self.classes where Self.follows(next, last) {
        if scores.values[start + next] > scores.values[start + best] { best = next }
      }
      last = best
      guard best > 0 else { continue }
      let at = first + word - 1
      if best % 2 == 1 {
        names.append(Name(kind: Name.Kind.allCases[best / 2], words: at..<at + 1))
      } else if let open = names.indices.last {
        names[open].words = names[open].words.lowerBound..<at + 1
      }
    }
    return names
  }

  /// Whether a class may stand after another: the inside of a name only within that name, and no name right after one
  /// of its kind, since two such are one.
  static func follows(_ next: Int, _ last: Int) -> Bool {
    let isSameKind = last != 0 && (last - 1) / 2 == (next - 1) / 2
    return next % 2 == 1 ? !isSameKind : isSameKind
  }
}
