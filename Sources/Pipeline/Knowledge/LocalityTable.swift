/// The gazetteer: places, each read from its line when it is asked for.
public struct LocalityTable: RandomAccessCollection, Sendable {
  static let columns = [
    "name", "country", "admin1", "latitude", "longitude", "geonames", "population", "other names",
  ]

  private var lexicons: [Lexicon] = []
  private var rows: [(lexicon: Int32, start: Int32, end: Int32)] = []

  /// The first place.
  public var startIndex: Int { 0 }
  /// One past the last.
  public var endIndex: Int { rows.count }

  /// The place at an index.
  public subscript(position: Int) -> KnowledgeBase.Locality {
    let row = rows[position]
    let lexicon = lexicons[Int(row.lexicon)]
    let cells = lexicon.cells(of: Int(row.start)..<Int(row.end))
    func text(_ column: Int) -> String? {
      column < cells.count && !cells[column].isEmpty ? lexicon.text(cells[column]) : nil
    }
    return KnowledgeBase.Locality(
      name: text(0) ?? "", country: text(1) ?? "", admin1: text(2),
      latitude: text(3).flatMap(Double.init) ?? 0, longitude: text(4).flatMap(Double.init) ?? 0,
      geonames: text(5).flatMap { Int($0) }, population: text(6).flatMap { Int($0) } ?? 0)
  }

  /// Adds all entries of a lexicon, but for those whose GeoNames id is taken already.
  ///
  /// The cells of a user's lexicon are checked; those of the compiled-in ones are by the tests.
  mutating func append(_ lexicon: Lexicon, checked: Bool, taken: inout Set<String>) throws {
    let number = Int32(lexicons.count)
    lexicons.append(lexicon)
    if checked {
      try lexicon.forEachRow(columns: Self.columns, required: 1) { row in
        for (column, limit) in [(3, 90.0), (4, 180.0)] {
          guard let degrees = Double(row.text(column)), abs(degrees) <= limit else {
            throw row.malformed(
              column, "'\(row.text(column))' is not a number of degrees up to \(Int(limit))")
          }
        }
        for column in 5...6 where !row.isEmpty(column) && Int(row.text(column)) == nil {
          throw row.malformed(column, "'\(row.text(column))' is not a whole number")
        }
        if !row.isEmpty(1), !KnowledgeBase.isAlpha3(row.text(1)) {
          throw row.malformed(1, "'\(row.text(1))' is not an ISO 3166-1 alpha-3 code")
        }
        if !row.isEmpty(5), !taken.insert(row.text(5)).inserted {
          throw row.malformed(5, "the GeoNames id \(row.text(5)) stands on an earlier line")
        }
        rows.append((number, Int32(row.range.lowerBound), Int32(row.range.upperBound)))
      }
    } else {
      lexicon.forEachLine { _, range in
        if !taken.isEmpty {
          let cells = lexicon.cells(of: range)
          if cells.count > 5, taken.contains(lexicon.text(cells[5])) { return }
        }
        rows.append((number, Int32(range.lowerBound), Int32(range.upperBound)))
      }
    }
  }

  /// Calls with the bytes of every name of every place.
  func forEachName(_ body: (Int, UnsafeBufferPointer<UInt8>) -> Void) {
    for (position, row) in rows.enumerated() {
      let lexicon = lexicons[Int(row.lexicon)]
      lexicon.bytes.withUnsafeBufferPointer { bytes in
        let line = bytes[Int(row.start)..<Int(row.end)]
        guard let first = line.firstIndex(of: 9) else { return }
        body(position, UnsafeBufferPointer(rebasing: line[..<first]))
        let cells = line[first...].split(
          separator: 9, maxSplits: 7, omittingEmptySubsequences: false)
        guard cells.count == 8 else { return }
        for name in cells[7].split(separator: UInt8(ascii: "|")) {
          body(position, UnsafeBufferPointer(rebasing: name))
        }
      }
    }
  }
}
