/// The people who wrote a page's article.
enum PageAuthors {
  private static let most = 10

  /// Chooses among linked data, metas, marked-up names and printed bylines.
  static func choose(
    tree: HTMLTree, head: HeadData, linked: LinkedData, segments: [PageSegment], rules: PageRules
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
    let linkedNames = people(linked.authors)
    if !linkedNames.isEmpty { return linkedNames }
    let declared = people(head.authors)
    if !declared.isEmpty { return declared }
    let marked = people(markedNames(tree))
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

  /// Names marked by microdata, `rel=author` or a class that says so.
  private static func markedNames(_ tree: HTMLTree) -> [String] {
    var byProperty: [String] = []
    var byClass: [String] = []
    var index = 0
    while index < tree.nodes.count {
      let node = tree.nodes[index]
      guard node.tag != .text, !node.range.isEmpty else {
        index += 1
        continue
      }
      let property = tree.attribute(.itemprop, of: index)?.lowercased()
      let rel = tree.attribute(.rel, of: index)?.lowercased()
      let className = tree.attribute(.class, of: index)?.lowercased() ?? ""
      if property == "author" || rel?.split(separator: " ").contains("author") == true {
        let words = tree.words(in: index)
        if !words.isEmpty, words.utf8.count < 120 { byProperty.append(words) }
        index = Int(node.end)
        continue
      }
      let parts = className.split { " -_".contains($0) }
      if byClass.count < 3,
        parts.contains("author") || parts.contains("byline") || parts.contains("autor")
      {
        let words = tree.words(in: index)
        if !words.isEmpty, words.utf8.count < 80 {
          byClass.append(words)
          index = Int(node.end)
          continue
        }
      }
      index += 1
    }
    return byProperty.isEmpty ? Array(byClass.prefix(1)) : byProperty
  }
}
