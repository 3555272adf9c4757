/// The part of an id that a name gives: lower-case ASCII words joined by hyphens.
enum Slug {
  static func of(_ name: String) -> String {
    var slug: [UInt8] = []
    var pending = false
    func add(_ byte: UInt8) {
      if pending, !slug.isEmpty { slug.append(UInt8(ascii: "-")) }
      pending = false
      slug.append(byte)
    }
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 48...57, 97...122: add(UInt8(scalar.value))
      case 65...90: add(UInt8(scalar.value) | 0x20)
      case 0x27, 0x2E: break
      case 0x80...:
        switch LetterFolding.value(of: scalar.value) {
        case .letters(let first, let second):
          add(first | 0x20)
          if let second { add(second | 0x20) }
        case .apostrophe, .nothing: break
        default: pending = true
        }
      default: pending = true
      }
    }
    return String(decoding: slug, as: UTF8.self)
  }
}

/// The family names by which a person is called.
enum Surnames {
  /// Countries whose people are named family name first.
  private static let familyFirst: Set<String> = ["CHN", "KOR", "PRK", "TWN", "VNM", "KHM"]
  private static let suffixes: Set<String> = ["Jr.", "Sr.", "Jr", "Sr", "II", "III", "IV"]
  private static let particles: Set<String> = [
    "al", "el", "bin", "ben", "ibn", "bint", "van", "von", "der", "den", "de", "da", "do", "dos",
    "di", "du", "la", "le", "ter", "ould", "y",
  ]

  /// What people call a person of that name by surname: with and without its particles.
  static func of(_ name: String, country: String?) -> [String] {
    var words = name.split(separator: " ").map(String.init)
    while words.count > 1, let last = words.last, suffixes.contains(last) { words.removeLast() }
    guard words.count > 1, let last = words.last else { return [name] }
    if let country, familyFirst.contains(country) { return [words[0]] }
    var surnames = [last]
    if let hyphen = last.firstIndex(of: "-"), particles.contains(last[..<hyphen].lowercased()) {
      surnames.append(String(last[last.index(after: hyphen)...]))
    }
    var start = words.count - 1
    while start > 1, particles.contains(words[start - 1].lowercased()) { start -= 1 }
    if start < words.count - 1 { surnames.append(words[start...].joined(separator: " ")) }
    return surnames
  }
}

/// The wordings of titles.
enum OfficeTitles {
  /// The wording that stands for all of a title's in look-ups: "premier" is "prime minister".
  ///
  /// "President of Georgia" is Georgia's "president"; the president of anything else in Georgia is not.
  static func canonical(
    _ title: String, of country: KnowledgeBase.Country?, in titles: [String: String]
  ) -> String {
    let title = title.lowercased()
    if let known = titles[title] { return known }
    guard let country else { return title }
    for name in [country.nameInText, country.name] + country.names {
      let ending = " of " + name.lowercased()
      guard title.hasSuffix(ending) else { continue }
      let head = String(title.utf8.dropLast(ending.utf8.count)) ?? title
      return titles[head] ?? head
    }
    return title
  }
}

/// Nouns of roles at the end of phrases.
enum RoleNouns {
  /// The longest entry that a phrase of lower-case words ends in; a plural counts as its singular.
  static func index(ofPhrase phrase: String, in roles: [String: Int]) -> Int? {
    var rest = Substring(phrase)
    while true {
      if let found = roles[String(rest)] { return found }
      for singular in singulars(of: rest) {
        if let found = roles[singular] { return found }
      }
      guard let space = rest.firstIndex(of: " ") else { return nil }
      rest = rest[rest.index(after: space)...]
    }
  }

  private static func singulars(of noun: Substring) -> [String] {
    if noun.hasSuffix("women") || noun.hasSuffix("men") { return [noun.dropLast(2) + "an"] }
    if noun.hasSuffix("ies") { return [noun.dropLast(3) + "y", String(noun.dropLast())] }
    if noun.hasSuffix("ss") || !noun.hasSuffix("s") { return [] }
    if noun.hasSuffix("es") { return [String(noun.dropLast()), String(noun.dropLast(2))] }
    return [String(noun.dropLast())]
  }
}
