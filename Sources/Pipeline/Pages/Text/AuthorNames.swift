/// People's names out of a byline: one an entry, without "By", titles, places and agencies.
struct AuthorNames {
  let rules: BylineWords

  private static let joiners: Set<String> = [
    "and", "und", "et", "y", "e", "en", "och", "og", "ja", "i", "и", "и", "та", "ve", "və", "و",
    "with", "mit", "avec", "con", "com", "&", "for", "für", "in", "à", "en",
  ]
  private static let particles: Set<String> = [
    "de", "da", "do", "dos", "das", "del", "della", "di", "la", "le", "van", "von", "der", "den",
    "ten", "ter", "zu", "zur", "bin", "ibn", "al", "el", "af", "av", "y", "du", "des", "vom", "dal",
  ]

  /// The people that a byline names.
  ///
  /// - Parameters:
  ///   - isByline: whether the text is known to be one, so that a single word may be a name too.
  ///   - isData: whether it comes from data that name nothing but authors, so that small letters may be careless.
  func people(in text: String, isByline: Bool, isData: Bool = false) -> [String] {
    var names: [String] = []
    var text = QuotationMarks.stripped(from: text.squeezedSpace())
    text = rules.namesAfterIntroduction(text) ?? text
    // "ByAda Quist", where the blank was a line's end.
    if text.hasPrefix("By"), text.dropFirst(2).first?.isUppercase == true {
      text = String(text.dropFirst(2))
    }
    // Networks' addresses name no one for certain.
    if text.holds("://") { return [] }
    let pieces = Self.straightened(pieces(text))
    // "L-LAMP – The Magazine of Lindow": beside a house's name a single word is the house's too.
    let isHouse = pieces.contains { speaksOfHouse($0) || Self.isHost($0) }
    for piece in pieces {
      guard
        let name = name(piece, isByline: isByline && !isHouse, isData: isData && pieces.count == 1),
        !names.contains(name)
      else {
        continue
      }
      names.append(name)
    }
    // Beside people's names one in capitals alone is a house's: "Ada Quist, LINDOW RADIO".
    return names.contains(where: Self.hasSmall) ? names.filter(Self.isNoAcronym) : names
  }

  private static func hasSmall(_ name: String) -> Bool {
    name.unicodeScalars.contains { $0.properties.isLowercase }
  }

  private static func isNoAcronym(_ name: String) -> Bool {
    hasSmall(name) || !name.unicodeScalars.contains { $0.properties.isUppercase }
  }

  /// "Quist, Ada" is one name turned round.
  private static func straightened(_ pieces: [String]) -> [String] {
    guard pieces.count == 2,
      pieces.allSatisfy({ $0.first?.isUppercase == true && !$0.contains(" ") })
    else { return pieces }
    return [pieces[1] + " " + pieces[0]]
  }

  /// The text between commas, slashes and the words that join names.
  private func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    var words: [Substring] = []
    func close() {
      if !words.isEmpty { pieces.append(words.joined(separator: " ")) }
      words = []
    }
    var spaced = ""
    var depth = 0
    for character in text {
      // What stands in brackets is an office, a place or an agency, unless it is all there is.
      if "([（【".contains(character) {
        if !spaced.allSatisfy({ $0 == " " }) { depth += 1 }
        spaced += " , "
      } else if ")]）】".contains(character) {
        depth = max(0, depth - 1)
        spaced += " , "
      } else if depth > 0 {
        continue
      } else if ",;/|•·+،，、／｜".contains(character) {
        spaced += " , "
      } else {
        spaced.append(character)
      }
    }
    let all = spaced.split(separator: " ")
    for (index, word) in all.enumerated() {
      let low = folded(word)
      // "Ada Quist And Tom Berg For The Courier", as some capitalise whole lines.
      let isCapitalised = words.count >= 2 && ["and", "for", "in", "und"].contains(low)
      let isJoiner =
        Self.joiners.contains(low) && (word.first?.isUppercase != true || isCapitalised)
      let isBetween = !words.isEmpty && index + 1 < all.count
      // "Ortega y Gasset" and "de la Cruz" are one name: a joiner that is a particle too joins only full names.
      if word == "," || isJoiner && isBetween && (!Self.particles.contains(low) || words.count >= 2)
      {
        close()
        if low == "in" || low == "for" || low == "für" { break }
      } else if word == "–" || word == "—" || word == "-" {
        close()
      } else {
        words.append(word)
      }
    }
    close()
    return pieces
  }

  /// Whether a word is a site's address: "lrt.lt".
  private static func isHost(_ word: String) -> Bool {
    guard !word.contains(" "), let dot = word.lastIndex(of: ".") else { return false }
    let top = word[word.index(after: dot)...]
    return dot > word.startIndex && (2...6).contains(top.utf8.count)
      && top.utf8.allSatisfy { (97...122).contains($0) } && word[..<dot].utf8.count > 2
  }

  /// Whether a piece has a word that no person's name has.
  private func speaksOfHouse(_ piece: String) -> Bool {
    let words = piece.split(separator: " ")
    return words.count > 1 && words.contains { rules.houses.contains(folded($0)) }
  }

  private static func isEastAsian(_ text: some StringProtocol) -> Bool {
    text.unicodeScalars.allSatisfy { $0.value >= 0x2E80 }
  }

  /// A piece as a person's name; nil where it is an agency, an office, an address or anything else.
  private func name(_ piece: String, isByline: Bool, isData: Bool) -> String? {
    var piece = piece.trimmedSpace()
    // "Ada Quist @quist"
    if piece.contains(" @") {
      piece = piece.split(separator: " ").filter { !$0.hasPrefix("@") }.joined(separator: " ")
    }
    piece = QuotationMarks.stripped(from: piece)
    while let last = piece.last, ".:,*".contains(last), !piece.hasSuffix("r.") {
      piece.removeLast()
    }
    let low = folded(piece)
    if piece.isEmpty || rules.agencies.contains(low) { return nil }
    if piece.unicodeScalars.contains(where: {
      $0.digit != nil || "@<>{}=\"?!©".unicodeScalars.contains($0)
    }) {
      return nil
    }
    if low.hasPrefix("http") || low.holds("www.") || low.holds(".com") || Self.isHost(low) {
      return nil
    }
    var words = piece.split(separator: " ")
    // "Ada Quist Senior Editor", "Ada Quist Photo: Tom Berg": what follows the name is an office, or a label with another's.
    // Names of East Asia are one word.
    let whole = words.first.map { Self.isEastAsian($0) ? 1 : 2 } ?? 2
    if words.count > whole,
      let office = words.firstIndex(where: { rules.isRole($0) || $0.hasSuffix(":") }),
      office >= whole
    {
      words = Array(words[..<office])
      piece = words.joined(separator: " ")
    }
    if speaksOfHouse(piece) { return nil }
    // What stands before it is one too, where a whole name is left.
    while words.count > 2, rules.isRole(words[0]) {
      words.removeFirst()
      piece = words.joined(separator: " ")
    }
    guard (1...5).contains(words.count) else { return nil }
    // "der Küche": an article with its noun.
    if words.count == 2, ["der", "den", "la", "le"].contains(words[0]) { return nil }
    if rules.articles.contains(folded(words[0])) { return nil }
    if words.count == 1, !isByline {
      // Names of East Asia are written without blanks.
      guard (2...10).contains(piece.unicodeScalars.count), Self.isEastAsian(piece) else {
        return nil
      }
    }
    let roles = words.filter { rules.isRole($0) || rules.agencies.contains(folded($0)) }
    if roles.count * 2 >= words.count, !roles.isEmpty, words.count < 4 { return nil }
    var significant = 0
    for word in words {
      // "‘Abd" begins with a letter that is written as a mark, "’t Hart" with what is left of an article.
      let bare = word.unicodeScalars.drop { "'’‘".unicodeScalars.contains($0) }
      guard let first = bare.first else { continue }
      if Self.particles.contains(folded(word)) { continue }
      if bare.count < word.unicodeScalars.count, first.properties.isLowercase { continue }
      let hasCase = first.properties.isLowercase || first.properties.isUppercase
      // "al-Rahman" is a name with its particle.
      let parts = word.split(separator: "-")
      let isJoined = parts.count > 1 && Self.particles.contains(String(parts[0]))
      if hasCase, first.properties.isLowercase, !isJoined {
        let isCareless =
          isData && words.count == 2 && words.allSatisfy { $0.allSatisfy(\.isLetter) }
        return isByline && words.count == 1 || isCareless ? piece : nil
      }
      significant += 1
    }
    return significant > 0 ? piece : nil
  }
}
