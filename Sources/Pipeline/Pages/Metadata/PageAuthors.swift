/// The people who wrote a page's article.
struct PageAuthors {
  private static let most = 20

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
    segments: [PageSegment], heading: Int?, rules: PageRules
  ) -> [String] {
    let choice = PageAuthors(head: head, linked: linked, rules: rules)
    let title = heading ?? 0
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
      else { continue }
      let found = names.people(in: rest, isByline: false).filter { !owners.contains(folded($0)) }
      if !found.isEmpty, found.count <= Self.most { best = (distance, found) }
    }
    return best?.names ?? []
  }
}
