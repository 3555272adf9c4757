/// Authors that a page names in print alone: a byline near the title, or a signature.
extension PageAuthors {
  /// A date line's author is looked for no farther from the title, in nodes.
  private static let nearTitle = 300
  private static let besideTitle = 60
  private static let longestSignature = 60
  private static let longestByline = 120
  private static let lengthOfLabel = 2...24
  private static let shortWord = 4
  /// A signature above the text stands before the first paragraph of so many characters.
  private static let longParagraph = 160

  /// The names of the byline nearest to the title.
  ///
  /// - Parameter end: where the article ends; bylines far below are of other articles.
  func printed(_ segments: [PageSegment], near title: Int, end: Int) -> [String] {
    var best: (distance: Int, names: [String])?
    for (index, segment) in segments.enumerated()
    where segment.length < Self.longestByline && segment.node < end + Self.nearTitle {
      let distance = MarkedNames.distance(segment.node, from: title)
      guard distance < best?.distance ?? Int.max,
        segment.roles.isDisjoint(with: [.comments, .caption]),
        let rest = afterLabel(segments, index) ?? introduced(segment, distance),
        !tree.isPartOfLink(segment.node, length: segment.length, weights)
      else { continue }
      let found = names.people(in: rest, isByline: false).filter { !owners.contains(folded($0)) }
      if !found.isEmpty, found.count <= Self.most { best = (distance, found) }
    }
    return best?.names ?? []
  }

  private func introduced(_ segment: PageSegment, _ distance: Int) -> String? {
    // Headings of low levels and those with a label may be bylines.
    guard segment.kind != .heading || segment.level > 3 || segment.text.contains(":") else {
      return nil
    }
    let first = segment.text.unicodeScalars.first
    let isWord = first.map { $0.isWordPart || $0.digit != nil } ?? false
    let bare = isWord ? segment.text : String(segment.text.drop { "([（【-–—*• ".contains($0) })
    return rules.bylines.namesAfterIntroduction(rules.bylines.introducedOnce(bare))
      ?? (distance < Self.nearTitle ? besideDate(segment.text) : nil)
  }

  /// What follows a line that is nothing but a word for authors: "Author:", and below it the name.
  private func afterLabel(_ segments: [PageSegment], _ index: Int) -> String? {
    guard Self.lengthOfLabel.contains(segments[index].length), index + 1 < segments.count,
      segments[index + 1].length < Self.longestByline,
      segments[index + 1].place.isDisjoint(with: [.navigation, .form, .footer, .header]),
      rules.bylines.isIntroduction(segments[index].text)
    else { return nil }
    // "DE" and its like are other labels too.
    let isShort = segments[index].length < Self.shortWord
    return isShort && folded(segments[index].text) != "by" ? nil : segments[index + 1].text
  }

  /// What a word for authors introduces in a line of dates: "Posted on 4 March 2021 by Ada Quist".
  private func besideDate(_ text: String) -> String? {
    guard text.mayHoldDigits, let line = DateLine(text, rules: rules) else { return nil }
    let rest = line.rest
    for (index, piece) in rest.enumerated() {
      if let names = rules.bylines.namesAfterIntroduction(piece) { return names }
      if index + 1 < rest.count, rules.bylines.isIntroduction(piece) { return rest[index + 1] }
    }
    return nil
  }

  /// The name that stands alone beside the date by the title: "4 March 2021 | Ada Quist"; in a byline "Ada Quist, 4 March
  /// 2021" too, which elsewhere names the place.
  func datedName(_ segments: [PageSegment], near title: Int, language: String?) -> [String] {
    for segment in segments where segment.length < Self.longestSignature {
      guard MarkedNames.distance(segment.node, from: title) < Self.besideTitle,
        segment.kind != .heading, segment.text.mayHoldDigits,
        let line = DateLine(segment.text, rules: rules), line.published?.day != nil,
        line.rest.count == 1, isFullName(line.rest[0], language),
        folded(line.rest[0]) != section,
        segment.roles.contains(.byline) || Self.isParted(line.rest[0], in: segment.text),
        // A link leads to a section, and a colon follows a label.
        segment.linkShare < 0.3, !segment.text.holds(line.rest[0] + ":")
      else { continue }
      let found = names.people(in: line.rest[0], isByline: false)
      if found.count == 1, !owners.contains(folded(found[0])) { return found }
    }
    return []
  }

  /// Whether a mark that parts columns stands on either side of a name, or a dash before it: places stand before dates.
  private static func isParted(_ name: String, in text: String) -> Bool {
    guard let range = text.firstRange(of: name) else { return false }
    let before = text[..<range.lowerBound].last { !$0.isWhitespace }
    let after = text[range.upperBound...].first { !$0.isWhitespace }
    return before.map { "|•·-–—".contains($0) } == true || after.map { "|•·".contains($0) } == true
  }

  /// Whether a text is two or three capitalised words, none of them a frequent one.
  private func isFullName(_ text: String, _ language: String?) -> Bool {
    let words = text.split(separator: " ")
    return (2...3).contains(words.count)
      && words.allSatisfy {
        $0.first?.isUppercase == true && !rules.languages.isFrequent($0, in: language)
      }
      && text.unicodeScalars.allSatisfy { $0.isWordPart || " .'’-".unicodeScalars.contains($0) }
  }

  /// The names that an article is signed with: a paragraph that is nothing but names in bold or italics, below the text or
  /// above its first long paragraph.
  func signature(
    of article: ArticleBody, language: String?
  ) -> [String] {
    guard article.parts.count > 2, let last = article.parts.last else { return [] }
    let above = article.parts.prefix { $0.length < Self.longParagraph }
    for segment in [last] + above {
      guard segment.kind == .paragraph, segment.length <= Self.longestSignature,
        isEmphasised(segment.node)
      else { continue }
      let pieces = segment.text.split { "/,&".contains($0) }.map { String($0).trimmedSpace() }
      guard pieces.allSatisfy({ isFullName($0, language) })
      else { continue }
      let found = names.people(in: segment.text, isByline: false)
      if found.count == pieces.count, !found.isEmpty, !owners.contains(folded(found[0])) {
        return found
      }
    }
    return []
  }

  /// Whether all that stands in an element is in bold or italics.
  private func isEmphasised(_ node: Int) -> Bool {
    for inner in tree.subtree(node).dropFirst() {
      switch tree.nodes[inner].tag {
      case .text where tree.textBytes(inner).allSatisfy({ $0 <= 32 }): continue
      case .strong, .b, .em, .i: return true
      default: return false
      }
    }
    return false
  }
}
