import Record
import Tables

extension KnowledgeLoader {
  static func withoutArticle(_ name: String) -> String {
    name.hasPrefix("the ") ? String(name.dropFirst(4)) : name
  }

  /// A code, or nil where the cell is empty or `-`.
  static func filled(_ text: String) -> String? { text.isEmpty || text == "-" ? nil : text }

  static func number(_ row: Lexicon.Row, _ column: Int) throws -> Int? {
    guard let text = filled(row.text(column)) else { return nil }
    guard let number = Int(text) else {
      throw row.malformed(column, "'\(text)' is not a whole number")
    }
    return number
  }

  static func sectors(_ row: Lexicon.Row, _ column: Int) throws -> [Actor.Sector] {
    try row.list(column).map { code in
      guard let sector = Actor.Sector(rawValue: code) else {
        let known = Actor.Sector.allCases.map(\.rawValue).joined(separator: ", ")
        throw row.malformed(column, "'\(code)' is no sector; there are \(known)")
      }
      return sector
    }
  }

  static func kind(_ row: Lexicon.Row, _ column: Int) throws -> Actor.Kind {
    guard let kind = Actor.Kind(rawValue: row.text(column)) else {
      let known = Actor.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      throw row.malformed(column, "'\(row.text(column))' is no kind; there are \(known)")
    }
    return kind
  }

  /// A date as finely as known: a year, a month or a day.
  static func date(_ row: Lexicon.Row, _ column: Int) throws -> String? {
    let text = row.text(column)
    if text.isEmpty { return nil }
    guard isDate(Array(text.utf8)) else {
      throw row.malformed(
        column, "'\(text)' is no date; YYYY, YYYY-MM or YYYY-MM-DD would do, on a day that exists")
    }
    return text
  }

  /// A date that a mark may stand before, without it.
  static func date(_ row: Lexicon.Row, _ column: Int, without mark: String) throws -> String? {
    let text = row.text(column)
    let date = text.hasPrefix(mark) ? String(text.dropFirst()) : text
    guard !date.isEmpty || text.isEmpty, date.isEmpty || isDate(Array(date.utf8)) else {
      throw row.malformed(
        column,
        "'\(text)' is no date; YYYY, YYYY-MM or YYYY-MM-DD would do, with or without \(mark)")
    }
    return date.isEmpty ? nil : date
  }

  private static func isDate(_ text: [UInt8]) -> Bool {
    guard [4, 7, 10].contains(text.count) else { return false }
    var parts = [0, 1, 1]
    for (index, byte) in text.enumerated() {
      if index == 4 || index == 7 {
        guard byte == UInt8(ascii: "-") else { return false }
        parts[index == 4 ? 1 : 2] = 0
      } else {
        guard (48...57).contains(byte) else { return false }
        let part = index < 4 ? 0 : index < 7 ? 1 : 2
        parts[part] = parts[part] * 10 + Int(byte) - 48
      }
    }
    return CalendarDay(year: parts[0], month: parts[1], day: parts[2]) != nil
  }

  static func date(_ row: Lexicon.Row, _ column: Int) throws -> String {
    try date(row, column) ?? ""
  }

  /// The wording that stands for all of a title's in look-ups.
  func canonicalTitle(_ title: String, country: String?) -> String {
    let index = country.flatMap { countryIndex[$0] }
    return OfficeTitles.canonical(title, of: index.map { countries[$0] }, in: titles)
  }

  func role(ofNoun phrase: String) -> KnowledgeBase.Role? {
    RoleNouns.index(ofPhrase: phrase, in: roleIndex).map { roles[$0] }
  }

  /// The names that the alias table gives to entries and countries, chains followed.
  ///
  /// - Throws: `TabSeparatedTable.Malformed` for an alias that leads back to itself or nowhere.
  func resolvedAliases(
    known: (String) -> [KnowledgeBase.Referent]
  ) throws -> [(name: String, referents: [KnowledgeBase.Referent])] {
    var target: [String: Int] = [:]
    for (index, alias) in aliases.enumerated() { target[alias.alias] = index }
    return try aliases.compactMap { alias in
      do {
        return (alias.alias, try referents(of: alias, target, known))
      } catch let fault as TabSeparatedTable.Malformed {
        guard let complaints = alias.row.lexicon.complaints else { throw fault }
        complaints.add(fault)
        return nil
      }
    }
  }

  private func referents(
    of alias: Alias, _ target: [String: Int], _ known: (String) -> [KnowledgeBase.Referent]
  ) throws -> [KnowledgeBase.Referent] {
    var name = alias.name
    var steps = 0
    while let next = target[name] {
      steps += 1
      guard steps <= aliases.count, name != alias.alias else {
        throw alias.row.malformed(1, "the alias '\(alias.alias)' leads back to itself")
      }
      name = aliases[next].name
    }
    let referents = known(name)
    guard !referents.isEmpty else {
      throw alias.row.malformed(1, "no lexicon knows '\(name)'")
    }
    return referents
  }
}
