/// The relation of each word to its head, by a small layer over both.
package struct RelationScorer: Sendable {
  private let from: Linear
  private let to: Linear
  private let relations: Linear
  private let root: Int

  /// The scorer of a model whose relation of that number is `root`; nil where a section is missing.
  init?(_ file: ModelFile, root: Int) {
    guard let from = Linear(file, "relation from"), let to = Linear(file, "relation to"),
      let relations = Linear(file, "relations"), from.outputs == to.outputs,
      from.outputs % Panels.width == 0
    else { return nil }
    self.from = from
    self.to = to
    self.relations = relations
    self.root = root
  }

  /// How many relations there are.
  var count: Int { relations.outputs }

  /// The relations of words 1…n to their heads, 0 being the root; `root` stands for the root's alone.
  func relations(of rows: WholeRows, heads: [Int]) -> [Int] {
    let dependents = from(rows)
    let governors = to(rows)
    var joint = Matrix(rows: heads.count, columns: dependents.columns)
    for (word, head) in heads.enumerated() {
      let (at, a, b) = (
        word * joint.columns, (word + 1) * joint.columns, head * joint.columns
      )
      for column in 0..<joint.columns {
        joint.values[at + column] =
          max(0, dependents.values[a + column] + governors.values[b + column])
      }
    }
    let scores = relations(joint)
    return heads.enumerated().map { word, head in
      guard head != 0 else { return root }
      var best = root == 0 ? 1 : 0
      for relation in best..<count where relation != root {
        let start = word * scores.columns
        if scores.values[start + relation] > scores.values[start + best] { best = relation }
      }
      return best
    }
  }
}
