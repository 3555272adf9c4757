/// The people who wrote a page's article.
struct PageAuthors {
  private static let most = 20
  /// A date line's author is looked for no farther from the title, in nodes.
  private static let nearTitle = 300
  private static let longestSignature = 40

  private let rules: PageRules
  private let names: AuthorNames
  /// What the site and its publisher are called: a site that names itself as the author names nobody.
  private let owners: Set<String>
  /// Whose the page is, as its metas say.
  private let rights: String

  private init(head: HeadData, linked: LinkedData, rules: PageRules) {
    self.rules = rules
    names = AuthorNames(rules: rules.bylines)
    rights = folded(head.first(["copyright", "dc.rights", "dcterms.rights", "rights"]) ?? "")
    let site = head.canonical.flatMap { rules.suffixes.site(of: $0) }
    owners = Set(
      ([head.first(["og:site_name", "application-name"]), site, site.map { "www." + $0 }]
        .compactMap { $0 } + [site.map { String($0.prefix { $0 != "." }) }].compactMap { $0 }
        + linked.organisations).map { folded($0.squeezedSpace()) })
  }

  /// Chooses among linked data, metas, marked-up names and printed bylines.
  static func choose(
    tree: HTMLTree, weights: NodeWeights, head: HeadData, linked: LinkedData,
    segments: [PageSegment], article: ArticleBody, language: String?, rules: PageRules
  ) -> [String] {
    let choice = PageAuthors(head: head, linked: linked, rules: rules)
    let title = article.heading ?? 0
    var handles: [String] = []
    for source in [
      { choice.people(linked.authors) },
      { choice.people(head.authors) },
      {
        let marked = choice.people(
          MarkedNames(tree: tree, weights: weights, rules: rules, title: title).texts)
        // A byline may link one of its names alone.
        let printed = choice.printed(segments, near: title)
        return !marked.isEmpty && Set(marked).isStrictSubset(of: printed) ? printed : marked
      },
      { choice.printed(segments, near: title) },
      { choice.signature(of: article, tree: tree, language: language) },
    ] {
      let found = source()
      let people = found.filter { !Self.isHandle($0) }
      if !people.isEmpty { return people }
      if handles.isEmpty { handles = found }
    }
    return handles
  }

  /// Whether a name is what someone signs with or is called on a network: one word in small letters.
  private static func isHandle(_ name: String) -> Bool {
    !name.contains(" ") && name.unicodeScalars.allSatisfy { $0.value < 0x2E80 }
      && name.first?.isUppercase != true
  }

  private func people(_ texts: [String]) -> [String] {
    var found: [String] = []
    for text in texts where text.utf8.count < 600 && !owners.contains(folded(text.trimmedSpace())) {
      for name in names.people(in: text, isByline: true)
      where !found.contains(name) && !owners.contains(folded(name)) {
        found.append(name)
      }
    }
    // Of several names the one that the rights are reserved for is the publisher's.
    let writers = rights.isEmpty ? found : found.filter { !rights.holds(folded($0)) }
    if !writers.isEmpty { found = writers }
    return found.count <= Self.most ? found : []
  }

  /// The names of the byline nearest to the title.
  private func printed(_ segments: [PageSegment], near title: Int) -> [String] {
    var best: (distance: Int, names: [String])?
    for segment in segments where segment.length < 120 && segment.kind != .heading {
      let distance = MarkedNames.distance(segment.node, from: title)
      guard distance < best?.distance ?? Int.max, segment.roles.isDisjoint(with: [.comments]),
        let rest = rules.bylines.namesAfterIntroduction(segment.text)
          ?? (distance < Self.nearTitle ? besideDate(segment.text) : nil)
      else { continue }
      let found = names.people(in: rest, isByline: false).filter { !owners.contains(folded($0)) }
      if !found.isEmpty, found.count <= Self.most { best = (distance, found) }
    }
    return best?.names ?? []
  }

  /// What a word for authors introduces in a line of dates: "Posted on 4 March 2021 by Ada Quist".
  private func besideDate(_ text: String) -> String? {
    guard text.mayHoldDigits, let line = DateLine(text, rules: rules) else { return nil }
    return line.rest.lazy.compactMap { rules.bylines.namesAfterIntroduction($0) }.first
  }

  /// The name that an article is signed with: a first or last paragraph that is nothing but a name in bold or italics.
  private func signature(
    of article: ArticleBody, tree: HTMLTree, language: String?
  ) -> [String] {
    guard article.parts.count > 2 else { return [] }
    for segment in [article.parts.last, article.parts.first].compactMap({ $0 }) {
      let words = segment.text.split(separator: " ")
      guard segment.kind == .paragraph, segment.length <= Self.longestSignature,
        (2...3).contains(words.count), isEmphasised(segment.node, tree),
        words.allSatisfy({
          $0.first?.isUppercase == true && !rules.languages.isFrequent($0, in: language)
        }),
        segment.text.unicodeScalars.allSatisfy({
          $0.isWordPart || " .'’-".unicodeScalars.contains($0)
        })
      else { continue }
      let found = names.people(in: segment.text, isByline: false)
      if found.count == 1, !owners.contains(folded(found[0])) { return found }
    }
    return []
  }

  /// Whether all that stands in an element is in bold or italics.
  private func isEmphasised(_ node: Int, _ tree: HTMLTree) -> Bool {
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
