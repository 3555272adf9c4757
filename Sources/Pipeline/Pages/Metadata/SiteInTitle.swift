/// The names of a site and its section, as titles bear them before or after the headline.
struct SiteInTitle {
  /// What the page's metas call the site.
  let name: String?
  /// The site's host.
  let site: String?
  /// The section that the page stands in.
  let section: String?

  private static let separators: Set<Character> = [
    "|", "-", "–", "—", "·", "•", "»", "«", "›", "~", "/", "_", "｜", "－", "ㅣ", "│", "ǀ", ":", "：",
  ]
  /// These part a title from the site's name without blanks too.
  private static let tight: Set<Character> = ["|", "｜", "ㅣ", "│"]
  /// A site's name after a colon is shorter, in characters, than a headline.
  private static let longestName = 30
  private static let fewestInPrefix = 4

  /// A title without the site's name before or after it.
  ///
  /// - Parameter isSure: whether only a piece that is known to be the site's name is taken off.
  func takenOff(_ title: String, isSure: Bool) -> String {
    var title = title.squeezedSpace()
    for _ in 0..<3 {
      guard let shorter = oneOff(title, isSure: isSure) else { break }
      title = shorter
    }
    return title
  }

  /// Whether a piece of a title is the site's name.
  func isNamed(_ piece: String) -> Bool {
    let piece = squeezed(piece)
    guard !piece.isEmpty else { return false }
    if let name, squeezed(name) == piece { return true }
    guard let site else { return false }
    let host = squeezed(site)
    return piece == host || piece == squeezed(Self.label(site)) || "www" + host == piece
  }

  /// Where a title may part, by the places of its separators.
  static func cuts(in characters: [Character]) -> [Int] {
    characters.indices.filter { index in
      let mark = characters[index]
      guard separators.contains(mark) else { return false }
      let isAfterBlank = index > 0 && characters[index - 1] == " "
      let isBeforeBlank = index + 1 < characters.count && characters[index + 1] == " "
      switch mark {
      case _ where tight.contains(mark): return true
      // Within words it joins: "Lee·Park", "ban ·widening".
      case "·": return isAfterBlank && isBeforeBlank
      case "-", "_", "－", ":", "：":
        return isAfterBlank && mark != "_" || joinsWide(index, in: characters)
      default: return isAfterBlank || isBeforeBlank
      }
    }
  }

  /// Whether a mark parts text of a script that parts no words: Chinese pages write "headline_section_site" and
  /// "headline--section--site", without blanks.
  private static func joinsWide(_ index: Int, in characters: [Character]) -> Bool {
    let mark = characters[index]
    guard "_－".contains(mark) || mark == "-" && index > 0 && characters[index - 1] == "-",
      index > 0, index + 1 < characters.count
    else { return false }
    return characters[index + 1].isUnpartedScript
      && (characters[index - 1].isUnpartedScript || index > 1)
  }

  private func oneOff(_ title: String, isSure: Bool) -> String? {
    let characters = Array(title)
    if let named = named(characters) { return named }
    let cuts = Self.cuts(in: characters).filter { !":：".contains(characters[$0]) }
    guard let last = cuts.last, let first = cuts.first else { return nil }
    let after = String(characters[(last + 1)...]).trimmedSpace()
    let before = Self.before(last, in: characters)
    if after.isEmpty, !"«»".contains(characters[last]), !before.isEmpty { return before }
    let front = String(characters[..<first]).trimmedSpace()
    let rest = String(characters[(first + 1)...]).trimmedSpace()
    if isNamed(front), !rest.isEmpty { return rest }
    if isSure { return nil }
    // An unknown name at the end: short, capitalised, and much shorter than what stands before.
    let words = after.split(separator: " ").count
    let mark = characters[last]
    let isStrong = "|｜»•·_－ㅣ│".contains(mark) || last > 0 && characters[last - 1] == "-"
    if words <= (isStrong ? 6 : 4), Self.length(before) >= (isStrong ? 2 : 4),
      after.first?.isUppercase == true || after.contains(".") || isStrong,
      after.unicodeScalars.count * 2 <= before.unicodeScalars.count + (isStrong ? 30 : 0)
    {
      return before
    }
    return nil
  }

  /// What stands before the site's or the section's name, which may itself hold separators.
  private func named(_ characters: [Character]) -> String? {
    let places = characters.indices.filter { Self.separators.contains(characters[$0]) }
    guard !places.isEmpty else { return nil }
    let parting = Set(Self.cuts(in: characters))
    for place in places.suffix(8) {
      let before = Self.before(place, in: characters)
      let after = String(characters[(place + 1)...]).trimmedSpace()
      guard !before.isEmpty, !after.isEmpty else { continue }
      let isColon = ":：".contains(characters[place])
      if parting.contains(place), !isColon, isNamed(after) || isSection(after) { return before }
      // Scripts without blanks need none before a hyphen; and a colon parts off only what begins with the site's name.
      if characters[place] == "-", characters[place - 1].isUnpartedScript,
        isNamed(after) || isSection(after)
      {
        return before
      }
      if isColon, beginsWithSite(after) { return before }
    }
    return nil
  }

  private func isSection(_ piece: String) -> Bool {
    section.map { !squeezed($0).isEmpty && squeezed($0) == squeezed(piece) } ?? false
  }

  private func beginsWithSite(_ piece: String) -> Bool {
    guard let site, piece.unicodeScalars.count <= Self.longestName else { return false }
    let label = squeezed(Self.label(site))
    return label.unicodeScalars.count >= Self.fewestInPrefix && squeezed(piece).hasPrefix(label)
  }

  /// A host's first label: "courier" of "courier.example".
  private static func label(_ site: String) -> String {
    String(site.split(separator: ".").first ?? "")
  }

  private static func before(_ cut: Int, in characters: [Character]) -> String {
    String(characters[..<cut].reversed().drop { "-_".contains($0) }.reversed()).trimmedSpace()
  }

  /// How many words a text has, two characters of scripts that part none standing for one.
  private static func length(_ text: String) -> Int {
    let wide = text.unicodeScalars.filter(\.isUnparted).count
    return text.split(separator: " ").count + wide / 2
  }
}

extension Unicode.Scalar {
  /// Whether it is of Han or kana, which no blanks part into words.
  var isUnparted: Bool { (0x3040...0x9FFF).contains(value) }
}

extension Character {
  /// Whether it is of a script that needs no blank beside a hyphen: Han, kana or Hangul.
  fileprivate var isUnpartedScript: Bool {
    unicodeScalars.first.map { $0.isUnparted || (0xAC00...0xD7A3).contains($0.value) } ?? false
  }
}

/// A text's letters and digits alone, folded: what two wordings of one title share.
func squeezed(_ text: String) -> String {
  String(
    String.UnicodeScalarView(
      folded(text).unicodeScalars.filter { $0.isWordPart || $0.digit != nil }))
}
