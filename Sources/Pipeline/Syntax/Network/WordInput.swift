/// What the network is told of a word apart from its neighbours: its form, ends, shape, vector and the lists that it
/// stands in.
package struct WordInput: Sendable {
  private let wordRows: ValueTable
  private let vectorRows: ValueTable
  private let gazetteerRows: ValueTable
  private let words: ByteRows
  private let vectors: ByteRows
  private let gazetteer: ByteRows
  private let tables: [ByteRows]
  private let project: Linear
  private let norm: LayerNorm
  private let inner: Linear
  private let outer: Linear
  private let root: [Float]
  /// Numbers a word.
  let width: Int

  /// The input layer of a model; nil where a section is missing.
  init?(_ file: ModelFile) {
    func rows(_ name: String) -> ByteRows? { file.section(name).flatMap { ByteRows($0) } }
    func values(_ name: String) -> ValueTable? { file.section(name).flatMap { ValueTable($0) } }
    guard let wordRows = values("word rows"), let vectorRows = values("vector rows"),
      let gazetteerRows = values("gazetteer rows"), let words = rows("words"),
      let vectors = rows("vectors"), let gazetteer = rows("gazetteer"),
      let project = Linear(file, "project"), let inner = Linear(file, "mix in"),
      let outer = Linear(file, "mix out"), let root = file.floats("root"),
      let norm = LayerNorm(file, "mix.n", width: root.count)
    else { return nil }
    tables = WordAtoms.buckets.indices.compactMap { rows("table \($0)") }
    width = root.count
    guard tables.count == WordAtoms.buckets.count, width % Panels.width == 0,
      zip(tables, WordAtoms.buckets).allSatisfy({ $0.rows == $1 && $0.columns == root.count }),
      words.columns == width, gazetteer.columns == width, project.outputs == width,
      outer.outputs == width
    else { return nil }
    self.wordRows = wordRows
    self.vectorRows = vectorRows
    self.gazetteerRows = gazetteerRows
    self.words = words
    self.vectors = vectors
    self.gazetteer = gazetteer
    self.project = project
    self.norm = norm
    self.inner = inner
    self.outer = outer
    self.root = root
  }

  /// A row for the root, then one a word.
  func rows(of atoms: [WordAtoms]) -> Matrix {
    let lanes = (vectors.columns + Matrix.lanes - 1) / Matrix.lanes * Matrix.lanes
    var known = Matrix(rows: atoms.count, columns: lanes)
    var sums = Matrix(rows: atoms.count, columns: width)
    known.values.withUnsafeMutableBufferPointer { known in
      sums.values.withUnsafeMutableBufferPointer { sums in
        guard let known = known.baseAddress, let sums = sums.baseAddress else { return }
        for (word, atom) in atoms.enumerated() {
          let target = sums + word * width
          add(row(wordRows, atom.lower, of: words), of: words, to: target)
          for (table, row) in zip(tables, atom.rows) { table.add(row, to: target) }
          gazetteer.add(row(gazetteerRows, atom.lower, of: gazetteer), to: target)
          vectors.copy(row(vectorRows, atom.lower, of: vectors), to: known + word * lanes)
        }
      }
    }
    sums.add(project(Self.cut(known, to: vectors.columns)))
    var mixed = norm(sums)
    var hidden = inner(mixed)
    hidden.rectify()
    mixed.add(outer(hidden))
    var all = Matrix(rows: atoms.count + 1, columns: width)
    all.values.replaceSubrange(..<width, with: root)
    all.values.replaceSubrange(width..., with: mixed.values)
    return all
  }

  private func row(_ table: ValueTable, _ key: UInt64, of rows: ByteRows) -> Int {
    let found = table[key] ?? 0
    return found < rows.rows ? found : 0
  }

  /// Row 0 stands for no word.
  private func add(_ row: Int, of table: ByteRows, to target: UnsafeMutablePointer<Float>) {
    if row > 0 { table.add(row, to: target) }
  }

  /// Whole rows of as many columns as the layer takes: padding for the lanes cut off.
  private static func cut(_ rows: Matrix, to columns: Int) -> WholeRows {
    WholeRows(rows, limit: WholeRows.wide).cut(to: columns)
  }
}
