/// A page's headline, as the page shows it and without the site's name.
struct PageTitle {
  private static let separators: Set<Character> = [
    "|", "-", "–", "—", "·", "•", "»", "«", "›", "~", "/",
  ]

  /// Chooses among what the page's headings, metas and title element say.
  static func choose(
    headings: [(level: Int, text: String)], head: HeadData, linked: LinkedData, site: String?
  ) -> String? {
    let siteName = head.first(["og:site_name", "application-name"])
    let declared =
      head.first(["og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title"])
      ?? linked.headline
    let stripped = declared.map { withoutSite($0, siteName: siteName, site: site) }
    let fromTitle = head.title.map { withoutSite($0, siteName: siteName, site: site) }
    // The heading that says what the metas say is how the page shows it.
    let references = [stripped, linked.headline, fromTitle, head.title].compactMap { $0 }
      .filter { !$0.isEmpty }
    for heading in headings where heading.level <= 2 {
      let text = heading.text.split(separator: "\n").joined(separator: " ")
      guard text.unicodeScalars.count <= 300 else { continue }
      if references.contains(where: { agree(text, $0) }) { return text }
    }
    let onlyHeading = headings.filter { $0.level == 1 }
    if onlyHeading.count == 1, onlyHeading[0].text.split(separator: " ").count >= 3,
      folded(onlyHeading[0].text) != siteName.map({ folded($0) }), stripped == nil
    {
      return onlyHeading[0].text.split(separator: "\n").joined(separator: " ")
    }
    return [stripped, linked.headline, fromTitle].compactMap { $0 }.first { !$0.isEmpty }
      ?? onlyHeading.first?.text
  }

  /// Whether two titles are the same but for case, marks, and what stands before or after.
  private static func agree(_ heading: String, _ reference: String) -> Bool {
    let left = words(heading)
    let right = words(reference)
    guard !left.isEmpty, !right.isEmpty else { return false }
    if left == right { return true }
    guard left.count >= 2, right.count >= 2 else { return false }
    let shared = Set(left).intersection(right).count
    return Double(shared) >= 0.8 * Double(max(Set(left).count, Set(right).count))
  }

  private static func words(_ text: String) -> [String] {
    folded(text).unicodeScalars.split { !$0.isWordPart && $0.digit == nil }.map { String($0) }
  }

  /// A title without the site's name before or after it.
  static func withoutSite(_ title: String, siteName: String?, site: String?) -> String {
    var title = title.squeezedSpace()
    for _ in 0..<3 {
      guard let shorter = oneOff(title, siteName: siteName, site: site) else { break }
      title = shorter
    }
    return title
  }

  private static func oneOff(_ title: String, siteName: String?, site: String?) -> String? {
    let characters = Array(title)
    var cuts: [Int] = []
    for index in characters.indices where separators.contains(characters[index]) {
      let isSpaced =
        index > 0 && characters[index - 1] == " "
        || index + 1 < characters.count && characters[index + 1] == " " && characters[index] != "-"
      if isSpaced || characters[index] == "|" { cuts.append(index) }
    }
    guard let last = cuts.last, let first = cuts.first else { return nil }
    let after = String(characters[(last + 1)...]).trimmedSpace()
    let before = String(characters[..<last]).trimmedSpace()
    if names(after, siteName: siteName, site: site), !before.isEmpty { return before }
    let front = String(characters[..<first]).trimmedSpace()
    let rest = String(characters[(first + 1)...]).trimmedSpace()
    if names(front, siteName: siteName, site: site), !rest.isEmpty { return rest }
    // An unknown name at the end: short, capitalised, and much shorter than what stands before.
    let words = after.split(separator: " ").count
    let mark = characters[last]
    let isStrong = mark == "|" || mark == "»" || mark == "•" || mark == "·"
    if words <= (isStrong ? 6 : 4), before.split(separator: " ").count >= (isStrong ? 2 : 4),
      after.first?.isUppercase == true || after.contains(".") || isStrong,
      after.unicodeScalars.count * 2 <= before.unicodeScalars.count + (isStrong ? 30 : 0)
    {
      return before
    }
    return nil
  }

  /// Whether a piece of a title is the site's name.
  private static func names(_ piece: String, siteName: String?, site: String?) -> Bool {
    let piece = squeezed(piece)
    guard !piece.isEmpty else { return true }
    if let siteName, squeezed(siteName) == piece { return true }
    if let site {
      let host = squeezed(site)
      let name = squeezed(String(site.split(separator: ".").first ?? ""))
      if piece == host || piece == name || "www" + host == piece { return true }
    }
    return false
  }

  private static func squeezed(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        folded(text).unicodeScalars.filter { $0.isWordPart || $0.digit != nil }))
  }
}
