/// The names that a page's markup says are its authors': by microdata, `rel=author`, a class, or a link to their page.
struct MarkedNames {
  /// The texts that hold the names, in order; empty where none is marked.
  private(set) var texts: [String] = []

  private struct Mark {
    var node: Int
    /// The smaller, the surer.
    var rank: Int
    var text: String
  }

  private let tree: HTMLTree
  private let weights: NodeWeights
  private let rules: PageRules
  private let names: AuthorNames
  private var marks: [Mark] = []
  /// The nodes that hold comments.
  private let comments: Set<Int>

  private static let joiners = [" and ", " und ", " et ", " y ", " e ", " & ", " og ", " och "]
  /// A name, or a line of names, has no more bytes than this.
  private static let longestLine = 160
  /// An element that holds more nodes than this is no byline.
  private static let mostNodes = 200
  /// Names in an element of no more text than this are of one byline.
  private static let longestByline: Int32 = 200
  /// How many nodes farther off a surer mark may stand, by the difference of their ranks.
  private static let stepOfRank = 60

  init(
    tree: HTMLTree, weights: NodeWeights, segments: [PageSegment], rules: PageRules, title: Int
  ) {
    self.tree = tree
    self.weights = weights
    self.rules = rules
    comments = Set(segments.lazy.filter { $0.roles.contains(.comments) }.map(\.node))
    names = AuthorNames(rules: rules.bylines)
    gather()
    func cost(_ mark: Mark) -> Int {
      Self.distance(mark.node, from: title) + mark.rank * Self.stepOfRank
    }
    guard let best = marks.min(by: { cost($0) < cost($1) }) else { return }
    var around = Int(tree.nodes[best.node].parent)
    while around > 0, tree.nodes[around].parent > 0,
      weights.text[Int(tree.nodes[around].parent)] <= Self.longestByline
    {
      around = Int(tree.nodes[around].parent)
    }
    guard around > 0, weights.text[around] <= Self.longestByline * 2 else {
      texts = [best.text]
      return
    }
    let range = tree.subtree(around)
    texts = marks.filter { $0.rank == best.rank && range.contains($0.node) }.map(\.text)
  }

  /// How near a title something stands; what stands before it is farther off.
  static func distance(_ node: Int, from title: Int) -> Int {
    node >= title ? node - title : (title - node) * 2
  }

  private mutating func gather() {
    var index = 0
    while index < tree.nodes.count {
      let node = tree.nodes[index]
      switch node.tag {
      case .script, .style, .noscript, .template, .head:
        index = Int(node.end)
        continue
      default: break
      }
      if node.tag != .text, !node.range.isEmpty, weights.text[index] > 2,
        Int(weights.text[index]) < Self.longestLine,
        tree.subtree(index).count <= Self.mostNodes, let rank = rank(index)
      {
        // What holds no name may hold what does.
        if take(index, rank: rank) {
          index = Int(node.end)
          continue
        }
      }
      index += 1
    }
  }

  /// Whether a mark is another article's or a comment's: it stands in a link that holds more than it, or among comments.
  private func isForeign(_ index: Int) -> Bool {
    if tree.isAmong(comments, index) { return true }
    return tree.isPartOfLink(index, length: Int(weights.text[index]), weights)
  }

  private func rank(_ index: Int) -> Int? {
    if let property = tree.attributeBytes(.itemprop, of: index),
      property.elementsEqual("author".utf8, by: { $0 | 32 == $1 })
    {
      return 0
    }
    if let rel = tree.attribute(.rel, of: index)?.lowercased(),
      rel.split(separator: " ").contains("author")
    {
      return 0
    }
    for name in [HTMLAttribute.class, .dataTestid, .id] {
      guard let value = tree.attributeBytes(name, of: index), value.count < 400 else { continue }
      if rules.authors.speaks(value) { return 1 }
    }
    if tree.nodes[index].tag == .a, let href = tree.attributeBytes(.href, of: index),
      rules.authors.leadsToAuthor(href)
    {
      return 1
    }
    return nil
  }

  /// The texts of the elements within a marked one, where each is a name.
  private func leaves(_ index: Int) -> [String] {
    var texts: [String] = []
    for inner in tree.subtree(index).dropFirst() where tree.nodes[inner].tag == .text {
      let text = String(decoding: tree.textBytes(inner), as: UTF8.self).squeezedSpace()
      if text.contains(where: { $0.isLetter }) { texts.append(text) }
    }
    let named = texts.filter { names.people(in: $0, isByline: false).count == 1 }
    return named.count == texts.count ? named : []
  }

  /// Takes the names of a marked element: those of the links within it, where they are names, else its whole text.
  ///
  /// - Returns: whether it holds any.
  private mutating func take(_ index: Int, rank: Int) -> Bool {
    var linked: [String] = []
    var leads = false
    if tree.nodes[index].tag != .a {
      for inner in tree.subtree(index) where tree.nodes[inner].tag == .a {
        let text = tree.partedWords(in: inner)
        if let href = tree.attributeBytes(.href, of: inner), rules.authors.leadsToAuthor(href) {
          leads = true
        }
        if names.people(in: text, isByline: leads).count == 1 { linked.append(text) }
      }
    }
    let whole = tree.partedWords(in: index)
    let named = names.people(in: whole, isByline: false).count
    // Names that stand in elements of their own, parted by blanks alone.
    let apart = linked.isEmpty && named == 0 ? leaves(index) : []
    if apart.count > 1 { linked = apart }
    // "Ada Quist and Tom Berg", of whom one has a page.
    let isJoined = Self.joiners.contains { whole.holds($0) }
    let hasMore = isJoined && named > linked.count
    var hasAny = false
    for text in linked.isEmpty || hasMore ? [whole] : linked {
      // One word is a name only where it is introduced as one, or leads to the author's page.
      let isSure = rank == 0 || leads || rules.bylines.namesAfterIntroduction(text) != nil
      guard !names.people(in: text, isByline: isSure).isEmpty else { continue }
      hasAny = true
      if !isForeign(index) { marks.append(Mark(node: index, rank: rank, text: text)) }
    }
    return hasAny
  }
}

extension HTMLTree {
  /// Whether a node holds one of some nodes, such as those of comments, or stands in one.
  func isAmong(_ places: Set<Int>, _ index: Int) -> Bool {
    guard !places.isEmpty else { return false }
    if subtree(index).contains(where: places.contains) { return true }
    var node = Int(nodes[index].parent)
    while node > 0 {
      if places.contains(node) { return true }
      node = Int(nodes[node].parent)
    }
    return false
  }

  /// Whether a node stands in a link that holds more than so many characters of it: a teaser's, which leads to another
  /// article.
  func isPartOfLink(_ node: Int, length: Int, _ weights: NodeWeights) -> Bool {
    var node = node
    while node > 0 {
      if nodes[node].tag == .a { return Int(weights.text[node]) > 2 * length + 10 }
      node = Int(nodes[node].parent)
    }
    return false
  }

  /// The text within a node; where two elements meet without white space a comma parts their words.
  fileprivate func partedWords(in node: Int) -> String {
    var bytes: [UInt8] = []
    var isEdge = false
    for index in subtree(node) {
      guard nodes[index].tag == .text else {
        isEdge = true
        continue
      }
      let text = textBytes(index)
      guard let first = text.first else { continue }
      let meets = first > 64 && (bytes.last ?? 32) > 64
      if meets, isEdge || index > node + 1 { bytes += [44, 32] }
      bytes += text
      isEdge = false
    }
    return String(decoding: bytes, as: UTF8.self).squeezedSpace()
  }
}
