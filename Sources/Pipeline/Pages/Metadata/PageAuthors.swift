/// The people who wrote a page's article.
enum PageAuthors {
  private static let most = 10

  /// Chooses among linked data, metas, marked-up names and printed bylines.
  static func choose(
    tree: HTMLTree, head: HeadData, linked: LinkedData, segments: [PageSegment],
    heading: Int?, rules: PageRules
  ) -> [String] {
    let names = AuthorNames(rules: rules.bylines)
    func people(_ texts: [String]) -> [String] {
      var found: [String] = []
      for text in texts where text.utf8.count < 300 {
        for name in names.people(in: text, isByline: true) where !found.contains(name) {
          found.append(name)
        }
      }
      return found.count <= most ? found : []
    }
    // A site that names itself as the author names nobody.
    let site = [
      head.first(["og:site_name"]), head.canonical.flatMap { rules.suffixes.site(of: $0) },
    ]
    .compactMap { $0 }.flatMap { [folded($0), folded($0.split(separator: ".").first ?? "")] }
    func persons(_ texts: [String]) -> [String] {
      people(texts.filter { !site.contains(folded($0.trimmedSpace())) })
    }
    let linkedNames = persons(linked.authors)
    if !linkedNames.isEmpty { return linkedNames }
    let declared = persons(head.authors)
    if !declared.isEmpty { return declared }
    let marked = persons(markedNames(tree, near: heading ?? 0))
    if !marked.isEmpty { return marked }
    for segment in segments.prefix(400) where segment.length < 120 && segment.kind != .heading {
      guard segment.roles.isDisjoint(with: [.comments]),
        let rest = rules.bylines.namesAfterIntroduction(segment.text)
      else { continue }
      let found = names.people(in: String(rest), isByline: false)
      if !found.isEmpty, found.count <= most { return found }
    }
    return []
  }

  /// Names marked by microdata, `rel=author` or a class that says so: those that stand together nearest the title.
  private static func markedNames(_ tree: HTMLTree, near title: Int) -> [String] {
    var byProperty: [(node: Int, words: String)] = []
    var byClass: [(node: Int, words: String)] = []
    var index = 0
    while index < tree.nodes.count {
      let node = tree.nodes[index]
      guard node.tag != .text, !node.range.isEmpty, node.tag != .meta, node.tag != .link else {
        index += 1
        continue
      }
      let property = tree.attribute(.itemprop, of: index)?.lowercased()
      let rel = tree.attribute(.rel, of: index)?.lowercased()
      if property == "author" || rel?.split(separator: " ").contains("author") == true {
        let words = tree.words(in: index)
        if !words.isEmpty, words.utf8.count < 120 { byProperty.append((index, words)) }
        index = Int(node.end)
        continue
      }
      let parts = (tree.attribute(.class, of: index)?.lowercased() ?? "").split {
        " -_".contains($0)
      }
      if parts.contains("author") || parts.contains("byline") || parts.contains("autor")
        || parts.contains("authors") || parts.contains("autoren")
      {
        let words = tree.words(in: index)
        if !words.isEmpty, words.utf8.count < 80 {
          byClass.append((index, words))
          index = Int(node.end)
          continue
        }
      }
      index += 1
    }
    return together(byProperty, tree, title) ?? together(byClass, tree, title) ?? []
  }

  /// The name nearest the title, and those that stand in the same place as it.
  private static func together(
    _ names: [(node: Int, words: String)], _ tree: HTMLTree, _ title: Int
  ) -> [String]? {
    func distance(_ node: Int) -> Int { node >= title ? node - title : (title - node) * 2 }
    guard let nearest = names.min(by: { distance($0.node) < distance($1.node) }) else { return nil }
    let parent = Int(tree.nodes[nearest.node].parent)
    guard parent > 0 else { return [nearest.words] }
    let range = tree.subtree(parent)
    return names.filter { range.contains($0.node) }.map(\.words)
  }
}
