/// The names of a site and its section, as titles bear them before or after the headline.
struct SiteInTitle {
  /// The site's names, squeezed: what the page's metas call it, its host, the host's first label.
  private let names: Set<String>
  /// The host's first label, squeezed: "courier" of "courier.example".
  private let label: String
  /// The name of the section that the page stands in, squeezed.
  private let section: String
  /// No name has more bytes.
  private let longest: Int

  /// - Parameters:
  ///   - name: what the page's metas call the site.
  ///   - site: its host.
  init(name: String?, site: String?, section: String?) {
    let host = squeezed(site ?? "")
    label = squeezed(String((site ?? "").prefix { $0 != "." }))
    self.section = squeezed(section ?? "")
    names = Set([name.map { squeezed($0) } ?? "", host, label, "www" + host]).subtracting([
      "", "www",
    ])
    longest = max(names.reduce(0) { max($0, $1.utf8.count) }, self.section.utf8.count)
  }

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
  func isNamed(_ piece: String) -> Bool { !names.isEmpty && names.contains(squeezed(piece)) }

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
    for place in places.suffix(8) where place > 0 {
      let after = String(characters[(place + 1)...]).trimmedSpace()
      // Marks and blanks beside the letters make a piece longer than the name.
      guard !after.isEmpty, after.utf8.count <= max(longest * 2 + 16, Self.longestName * 4) else {
        continue
      }
      let said = squeezed(after)
      let isKnown = names.contains(said) || !section.isEmpty && said == section
      let isColon = ":：".contains(characters[place])
      // Scripts without blanks need none before a hyphen; a colon parts off only what begins with the site's name.
      let isParting =
        parting.contains(place) && !isColon
        || characters[place] == "-" && characters[place - 1].isUnpartedScript
      let isSite = names.contains(said) || beginsWithSite(after, said)
      guard isKnown && isParting || isColon && isSite else { continue }
      let before = Self.before(place, in: characters)
      if !before.isEmpty { return before }
    }
    return nil
  }

  private func beginsWithSite(_ piece: String, _ said: String) -> Bool {
    label.unicodeScalars.count >= Self.fewestInPrefix
      && piece.unicodeScalars.count <= Self.longestName && said.hasPrefix(label)
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
