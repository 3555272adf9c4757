/// The people who wrote a page's article.
struct PageAuthors {
  static let most = 20
  private static let longestName = 4

  let tree: HTMLTree
  let weights: NodeWeights
  let rules: PageRules
  let names: AuthorNames
  /// What the site and its publisher are called: a site that names itself as the author names nobody.
  let owners: Set<String>
  /// What the page calls its section, folded.
  let section: String?
  /// Whose the page is, as its metas say.
  private let rights: String

  private init(
    tree: HTMLTree, weights: NodeWeights, head: HeadData, linked: LinkedData, rules: PageRules
  ) {
    self.tree = tree
    self.weights = weights
    self.rules = rules
    names = AuthorNames(rules: rules.bylines)
    rights = folded(head.first(["copyright", "dc.rights", "dcterms.rights", "rights"]) ?? "")
    section = (linked.section ?? head.section).map { folded($0.squeezedSpace()) }
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
    let choice = PageAuthors(tree: tree, weights: weights, head: head, linked: linked, rules: rules)
    let title = article.heading ?? 0
    let told = choice.people(linked.authors, isData: true)
    let said = choice.people(head.authors, isData: true)
    let end = Int(tree.nodes[article.container].end)
    lazy var printed = choice.printed(segments, near: title, end: end)
    lazy var marked = {
      let texts = MarkedNames(
        tree: tree, weights: weights, segments: segments, rules: rules, title: title
      ).texts
      var marked = choice.people(texts)
      // Beside whole names a single word is a place's or a house's.
      if marked.contains(where: Self.isName) { marked = marked.filter(Self.isName) }
      // A byline may link one of its names alone.
      return !marked.isEmpty && Set(marked).isStrictSubset(of: printed) ? printed : marked
    }()
    // Linked data often name but one of several, or who put the page there.
    if !told.isEmpty, told.allSatisfy(Self.isName) {
      for others in [said, marked] where others.allSatisfy(Self.isName) {
        if Self.same(told, in: others) == told.count, others.count > told.count { return others }
      }
      if !said.isEmpty, Self.same(told, in: said) == 0, Self.same(said, in: marked) == said.count {
        return said
      }
    }
    var handles: [String] = []
    for source in [
      { told }, { said }, { marked }, { choice.people(choice.labelled(head)) }, { printed },
      { choice.signature(of: article, language: language) },
      { choice.datedName(segments, near: title, language: language) },
    ] {
      let found = source()
      let people = found.filter { !Self.isHandle($0) }
      // Data that know but a first name are told the whole by the byline.
      if people.count == 1, !Self.isName(people[0]),
        let whole = (marked + printed).first(where: { $0.hasPrefix(people[0] + " ") })
      {
        return [whole]
      }
      if !people.isEmpty { return people }
      if handles.isEmpty { handles = found }
    }
    return handles
  }

  /// How many of some names stand among others, but for case.
  private static func same(_ names: [String], in others: [String]) -> Int {
    let others = Set(others.map { folded($0) })
    return names.filter { others.contains(folded($0)) }.count
  }

  /// Whether a name is of two to four words, or of a script that parts none.
  private static func isName(_ name: String) -> Bool {
    (2...longestName).contains(name.split(separator: " ").count)
      || name.unicodeScalars.allSatisfy { $0.value >= 0x2E80 }
  }

  /// What metas for networks label as the author: pairs of "Written by" and a name.
  private func labelled(_ head: HeadData) -> [String] {
    ["1", "2"].compactMap { number in
      guard let label = head.meta["twitter:label" + number], rules.bylines.isIntroduction(label)
      else { return nil }
      return head.meta["twitter:data" + number]
    }
  }

  /// Whether a name is what someone signs with or is called on a network: one word in small letters.
  private static func isHandle(_ name: String) -> Bool {
    !name.contains(" ") && name.unicodeScalars.allSatisfy { $0.value < 0x2E80 }
      && name.first?.isUppercase != true
  }

  private func people(_ texts: [String], isData: Bool = false) -> [String] {
    var found: [String] = []
    for text in texts where text.utf8.count < 600 && !owners.contains(folded(text.trimmedSpace())) {
      for name in names.people(in: text, isByline: true, isData: isData)
      where !found.contains(name) && !owners.contains(folded(name)) {
        found.append(name)
      }
    }
    // Of several names the one that the rights are reserved for is the publisher's.
    let writers = rights.isEmpty ? found : found.filter { !rights.holds(folded($0)) }
    if !writers.isEmpty { found = writers }
    return found.count <= Self.most ? found : []
  }
}
