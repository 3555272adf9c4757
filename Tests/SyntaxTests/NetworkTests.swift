import Kernels
import Testing

@testable import Syntax

/// Numbers that look random and are the same in each run.
private struct Numbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}

@Suite struct NetworkTests {
  @Test(
    "The kernel's sums are those of plain arithmetic, for any number of rows and outputs and in every form",
    arguments: [(1, 2, 1), (3, 50, 16), (4, 160, 33), (7, 8, 95), (9, 320, 160), (29, 6, 32)])
  func sums(rows: Int, inputs: Int, outputs: Int) {
    var numbers = Numbers(seed: 7)
    let weights = (0..<inputs * outputs).map { _ in Int16(numbers.next(below: 255) - 127) }
    var matrix = Matrix(rows: rows, columns: (inputs + 7) / 8 * 8)
    for row in 0..<rows {
      for column in 0..<inputs {
        matrix.values[row * matrix.columns + column] = Float(numbers.next(below: 2001) - 1000) / 7
      }
    }
    let whole = WholeRows(matrix, limit: WholeRows.wide).cut(to: inputs)
    let panels = Panels(inputs: inputs, outputs: outputs) { weights[$0 * inputs + $1] }
    let sums = panels.sums(of: whole)
    for form in 0...Panels.widest.rawValue {
      #expect(panels.sums(of: whole, as: newsline_form(rawValue: form)) == sums)
    }
    for row in 0..<rows {
      for output in 0..<outputs {
        var expected = 0
        for input in 0..<inputs {
          expected +=
            Int(whole.numbers[row * inputs + input]) * Int(weights[output * inputs + input])
        }
        #expect(Int(sums[row * panels.outputs + output]) == expected)
      }
    }
  }

  @Test("Rounding keeps each number to half a step, the largest at the limit, and zeros as zeros")
  func rounding() {
    var matrix = Matrix(rows: 2, columns: 8)
    matrix.values.replaceSubrange(0..<8, with: [0.5, -2, 1, 0.0001, 0, 1.9999, -1.5, 0.25])
    let whole = WholeRows(matrix, limit: WholeRows.wide)
    #expect(whole.numbers[1] == -32_000)
    for column in 0..<8 {
      let back = Float(whole.numbers[column]) * whole.scales[0]
      #expect(abs(back - matrix.values[column]) <= whole.scales[0] * 0.51)
    }
    #expect(whole.numbers[8...].allSatisfy { $0 == 0 })
  }

  @Test("The tree is the best of all projective ones with one root", arguments: 1...60)
  func best(seed: Int) {
    var numbers = Numbers(seed: UInt64(seed))
    let words = 1 + seed % 5
    let scores = (0..<(words + 1) * (words + 1)).map { _ in Float(numbers.next(below: 1000)) }
    let heads = ProjectiveTree.heads(scores, words: words)
    #expect(isProjectiveTree(heads))
    #expect(total(heads, scores) == allTrees(words).map { total($0, scores) }.max())
  }

  @Test(
    "A lemma rule cuts and adds, keeps capitals or not, and leaves what is too short",
    arguments: [
      ("l\t3\ty", "Countries", "country"), ("k\t1\t", "Talibans", "Taliban"),
      ("l\t0\t", "The", "the"),
      ("l\t2\tbe", "is", "be"), ("l\t9\tx", "go", "go"), ("k\t0\t", "\u{2019}s", "'s"),
    ])
  func lemma(rule: String, form: String, expected: String) throws {
    #expect(try #require(LemmaRule(line: rule)).lemma(of: form) == expected)
  }

  @Test(
    "Words that differ in capitals, digits or quotation marks share their hash",
    arguments: [("Paris", "PARIS"), ("1999", "2024"), ("don\u{2019}t", "don't")])
  func atoms(one: String, other: String) {
    #expect(WordAtoms(one).lower == WordAtoms(other).lower)
  }

  @Test("Hashes are those that the trainer computes")
  func hashes() {
    let atoms = WordAtoms("Envoys")
    #expect(atoms.lower == 0xc52957a7666d1f07)
    #expect(atoms.rows == [71, 721, 3951, 6373, 229, 414, 2438, 398])
  }
}

private func total(_ heads: [Int], _ scores: [Float]) -> Float {
  heads.enumerated().reduce(0) { $0 + scores[($1.offset + 1) * (heads.count + 1) + $1.element] }
}

private func allTrees(_ words: Int) -> [[Int]] {
  var found: [[Int]] = [[]]
  for _ in 0..<words { found = found.flatMap { heads in (0...words).map { heads + [$0] } } }
  return found.filter(isProjectiveTree)
}

private func isProjectiveTree(_ heads: [Int]) -> Bool {
  guard heads.count(where: { $0 == 0 }) == 1 else { return false }
  for start in 1...heads.count {
    var at = start
    var steps = 0
    while at != 0 && steps <= heads.count { (at, steps) = (heads[at - 1], steps + 1) }
    guard at == 0 else { return false }
  }
  let arcs = heads.enumerated().filter { $0.element != 0 }.map {
    (min($0.offset + 1, $0.element), max($0.offset + 1, $0.element))
  }
  return arcs.allSatisfy { a in
    arcs.allSatisfy { b in !(a.0 < b.0 && b.0 < a.1 && a.1 < b.1) }
  }
    && arcs.allSatisfy { arc in
      // Every word under an arc hangs below one of its ends.
      (arc.0 + 1..<max(arc.1, arc.0 + 1)).allSatisfy { word in
        var at = word
        while at != 0 && at != arc.0 && at != arc.1 { at = heads[at - 1] }
        return at != 0
      }
    }
}
