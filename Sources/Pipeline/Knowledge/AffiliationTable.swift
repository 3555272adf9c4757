import Record
import Tables

/// Whom each state was served by, and when: lines of `affiliations.tsv`, each read when it is asked for.
///
/// Sixteen thousand people are in it, of whom a text names a few: their names are hashed at opening and nothing more.
struct AffiliationTable: Sendable {
  static let columns = [
    "name", "kind", "country", "sectors", "from", "to", "source", "other names",
  ]

  private struct Line: Sendable {
    let lexicon: Int32
    let start: Int32
    let end: Int32
  }

  private var lexicons: [Lexicon] = []
  private var lines: [Line] = []
  /// The lines of each bearer of a name, one behind the other in its file.
  private(set) var groups: [Range<Int>] = []
  /// The lines of the bearers whom no other lexicon has, in order.
  private var own: [[Range<Int>]] = []
  /// The lines of those whom other lexicons have, by their index among the entries.
  private var known: [Int: [Range<Int>]] = [:]

  /// How many bearers no other lexicon has.
  var count: Int { own.count }

  /// Adds all lines of a lexicon, but for those of names that are taken already.
  ///
  /// The cells of a user's lexicon are checked; those of the compiled-in one are by the tests.
  mutating func append(
    _ lexicon: Lexicon, countries: [String: Int]?, taken: inout Set<String>
  ) throws {
    let number = Int32(lexicons.count)
    lexicons.append(lexicon)
    if let countries {
      try lexicon.forEachRow(columns: Self.columns, required: 4) { row in
        try Self.check(row, countries)
      }
    }
    var named: Set<String> = []
    var last: Range<Int>?
    lexicon.forEachLine { _, range in
      let name = Self.name(of: range, in: lexicon)
      if countries != nil || !taken.isEmpty {
        let text = lexicon.text(name)
        if taken.contains(text) { return }
        named.insert(text)
      }
      let position = lines.count
      lines.append(
        Line(lexicon: number, start: Int32(range.lowerBound), end: Int32(range.upperBound)))
      if let last, lexicon.bytes[last].elementsEqual(lexicon.bytes[name]),
        let group = groups.popLast()
      {
        groups.append(group.lowerBound..<(position + 1))
      } else {
        groups.append(position..<(position + 1))
      }
      last = name
    }
    if countries != nil { taken.formUnion(named) }
  }

  private static func check(_ row: Lexicon.Row, _ countries: [String: Int]) throws {
    _ = try KnowledgeLoader.kind(row, 1)
    guard countries[row.text(2)] != nil else {
      throw row.malformed(2, "'\(row.text(2))' is no alpha-3 code of countries.tsv")
    }
    _ = try KnowledgeLoader.sectors(row, 3)
    let start = try KnowledgeLoader.date(row, 4, without: "<") ?? ""
    if let end = try KnowledgeLoader.date(row, 5, without: ">"),
      end.prefix(start.utf8.count) < start.prefix(end.utf8.count)
    {
      throw row.malformed(5, "'\(end)' is before the start, \(start)")
    }
  }

  /// Gives each group its place among the entries: that of a party of its name and kind, or one of its own.
  ///
  /// - Parameters:
  ///   - names: what all names stand for; the bearers' are added.
  ///   - base: the number of entries that other lexicons have.
  ///   - kind: the kind of an entry below `base`.
  mutating func enter(
    in names: inout NameIndex<KnowledgeBase.Referent>, after base: Int,
    kind: (Int) -> Actor.Kind
  ) {
    for group in groups {
      let line = lines[group.lowerBound]
      let bytes = lexicons[Int(line.lexicon)].bytes
      bytes.withUnsafeBufferPointer { bytes in
        let cells = bytes[Int(line.start)..<Int(line.end)]
          .split(separator: 9, maxSplits: 7, omittingEmptySubsequences: false)
        guard cells.count > 1 else { return }
        let name = UnsafeBufferPointer(rebasing: cells[0])
        var index = base + own.count
        for case .entry(let other) in names.values(of: name) {
          let isSame =
            other >= base
            || kind(other).rawValue.utf8.elementsEqual(UnsafeBufferPointer(rebasing: cells[1]))
          if isSame { index = other }
        }
        if index >= base + own.count {
          own.append([group])
        } else if index >= base {
          own[index - base].append(group)
        } else {
          known[index, default: []].append(group)
        }
        names.add(name, .entry(index))
        guard cells.count == 8 else { return }
        for other in cells[7].split(separator: UInt8(ascii: "|")) {
          names.add(UnsafeBufferPointer(rebasing: other), .entry(index))
        }
      }
    }
    groups = []
  }

  /// The entry of a bearer whom no other lexicon has.
  func entry(_ position: Int) -> KnowledgeBase.Entry {
    let line = own[position].first.map { cells(ofLine: $0.lowerBound) } ?? []
    func text(_ column: Int) -> String { column < line.count ? line[column] : "" }
    let kind = Actor.Kind(rawValue: text(1)) ?? .person
    return KnowledgeBase.Entry(
      id: "\(kind.rawValue)/\(Slug.of(text(0)))", name: text(0), kind: kind, country: text(2),
      sectors: [], aliases: text(7).split(separator: "|").map(String.init))
  }

  /// The affiliations of an entry, earliest first.
  func affiliations(ofEntry index: Int, after base: Int) -> [KnowledgeBase.Affiliation] {
    let groups = index >= base ? own[index - base] : known[index] ?? []
    return groups.joined().map { position in
      let line = cells(ofLine: position)
      func text(_ column: Int) -> String { column < line.count ? line[column] : "" }
      let (start, end) = (text(4), text(5))
      return KnowledgeBase.Affiliation(
        country: text(2),
        sectors: text(3).split(separator: "|").compactMap { Actor.Sector(rawValue: String($0)) },
        start: start.hasPrefix("<") ? String(start.dropFirst()) : start,
        mayStartEarlier: start.isEmpty || start.hasPrefix("<"),
        end: end.isEmpty ? nil : end.hasPrefix(">") ? String(end.dropFirst()) : end,
        mayEndLater: end.hasPrefix(">"), source: text(6))
    }.sorted { $0.start < $1.start }
  }

  private func cells(ofLine position: Int) -> [String] {
    let line = lines[position]
    let lexicon = lexicons[Int(line.lexicon)]
    return lexicon.cells(of: Int(line.start)..<Int(line.end)).map { lexicon.text($0) }
  }

  private static func name(of line: Range<Int>, in lexicon: Lexicon) -> Range<Int> {
    let end = lexicon.bytes[line].firstIndex(of: 9) ?? line.upperBound
    return line.lowerBound..<end
  }
}
