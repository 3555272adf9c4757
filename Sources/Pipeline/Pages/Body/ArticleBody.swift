import Record

/// Chooses the container of a page's article, and from it the segments that are the article.
struct ArticleBody {
  private let tree: HTMLTree
  private let rules: PageRules
  private let segments: [PageSegment]
  /// The weight of good prose within each node.
  private var score: [Double]
  /// The heading that bears the page's title.
  private(set) var heading: Int?

  private(set) var body = BodyText()
  /// The segments that it is made of, in order.
  private(set) var parts: [PageSegment] = []
  /// Lines in brackets that name agencies.
  private(set) var agencies: [String] = []
  private(set) var captions: [String] = []
  /// Captions told only by the credit at their end.
  private var loose: [String] = []
  /// The node that holds it.
  private(set) var container = 0

  /// A body with fewer characters than this is looked for once more among what the classes call furniture.
  private static let shortBody = 140
  /// A call to subscribe, follow or read on has fewer characters than this.
  private static let longestNotice = 250
  /// A paragraph that ends at a line break has at least this many bytes.
  private static let shortestLine = 60
  /// A box like the article's weighs as much, and they all this share of what holds them.
  private static let lightestTwin = 200.0
  private static let shareOfTwins = 0.8
  /// A lead has at least this many characters.
  private static let shortestLead = 50
  /// A class attribute of as many bytes tells nothing.
  private static let longestClass = 500

  init(tree: HTMLTree, segments: [PageSegment], title: String?, rules: PageRules) {
    self.init(tree: tree, all: segments, title: title, rules: rules)
    guard body.text.utf8.count < Self.shortBody else { return }
    let relaxed = segments.map { segment in
      var segment = segment
      if !segment.roles.contains(.comments) { segment.roles.remove(.furniture) }
      segment.place.subtract([.form, .header])
      return segment
    }
    let second = ArticleBody(tree: tree, all: relaxed, title: title, rules: rules)
    if second.body.text.utf8.count > body.text.utf8.count * 2 { self = second }
  }

  private init(tree: HTMLTree, all segments: [PageSegment], title: String?, rules: PageRules) {
    self.tree = tree
    self.rules = rules
    self.segments = segments
    score = Array(repeating: 0, count: tree.nodes.count)
    for segment in segments { score[segment.node] += Self.weight(segment) }
    var index = tree.nodes.count - 1
    while index > 0 {
      let parent = Int(tree.nodes[index].parent)
      if parent >= 0 { score[parent] += score[index] }
      index -= 1
    }
    let lowTitle = title.map { folded($0) }
    let letters = title.map { squeezed($0) }
    // One of the first level is the page's own, and a link to it none.
    let high = segments.filter { $0.kind == .heading && $0.level <= 2 }
    let own = high.filter { $0.level == 1 } + high.filter { $0.level == 2 && $0.linkShare < 0.5 }
    let said = own.first { squeezed($0.text) == letters && letters != "" }
    heading =
      (said ?? high.first { squeezed($0.text) == letters && letters != "" }
      ?? lowTitle.flatMap { title in (own + high).first { Self.bears($0.text, title) } })?.node
    container = chooseContainer()
    if heading == nil {
      // Metas may word the title otherwise than the page's only heading of the first level does.
      let first = segments.filter { $0.kind == .heading && $0.level == 1 && $0.length >= 20 }
      if first.count == 1, first[0].node < container { heading = first[0].node }
    }
    collect(title: lowTitle)
  }

  /// How much a segment speaks for the article: its length, where it is prose.
  static func weight(_ segment: PageSegment) -> Double {
    guard segment.roles.isDisjoint(with: [.furniture, .byline, .caption]), segment.kind != .heading,
      segment.place.isDisjoint(with: [.aside, .footer, .navigation, .form]),
      segment.length >= 40, segment.linkShare < 0.5
    else { return 0 }
    var weight = Double(min(segment.length, 1_000)) * (1 - segment.linkShare)
    if segment.place.contains(.list) || segment.place.contains(.table) { weight *= 0.5 }
    return weight
  }

  // MARK: Container

  private func chooseContainer() -> Int {
    let all = score[0]
    guard all > 0 else { return 0 }
    var start = 0
    var bestRank = 0
    for index in tree.nodes.indices where score[index] >= all * 0.5 {
      let rank = semanticRank(index)
      if rank > 0, rank >= bestRank {
        bestRank = rank
        start = index
      }
    }
    let best = descend(from: start, share: bestRank >= 2 ? 0.95 : 0.9)
    return besideHeading(instead: best) ?? holdingTwins(of: best)
  }

  /// The element that holds a body's boxes, where the page parts it into several that are alike: of the same class but for
  /// numbers, none headed by a link as other articles are, and with little else beside them.
  private func holdingTwins(of best: Int) -> Int {
    let name = Self.boxName(tree.attribute(.class, of: best))
    guard !name.isEmpty, tree.nodes[best].tag != .article else { return best }
    let headings = segments.filter {
      $0.kind == .heading && ($0.linkShare > 0.5 || $0.level == 1)
    }.map(\.node).sorted()
    var twins: [Int] = []
    var node = 1
    while node < tree.nodes.count {
      let isBox =
        score[node] >= Self.lightestTwin && tree.nodes[node].tag == tree.nodes[best].tag
        && (node == best || Self.boxName(tree.attribute(.class, of: node)) == name)
      guard isBox, node == best || !tree.subtree(node).contains(best),
        node == best || !Self.holds(tree.subtree(node), oneOf: headings)
      else {
        node += 1
        continue
      }
      twins.append(node)
      node = Int(tree.nodes[node].end)
    }
    guard twins.count > 1, let first = twins.first, let last = twins.last else { return best }
    var holder = first
    while holder > 0, !tree.subtree(holder).contains(last) {
      holder = Int(tree.nodes[holder].parent)
    }
    let weight = twins.reduce(0) { $0 + score[$1] }
    // Between a blog's entries stand their titles, which lead to them.
    let between = first..<Int(tree.nodes[last].end)
    guard holder > 0, tree.nodes[holder].tag != .body, weight >= score[holder] * Self.shareOfTwins,
      !segments.contains(where: {
        $0.kind == .heading && $0.linkShare > 0.5 && !$0.roles.contains(.furniture)
          && between.contains($0.node)
      })
    else { return best }
    return holder
  }

  /// A class attribute without its numbers.
  private static func boxName(_ value: String?) -> String {
    (value ?? "").filter { !$0.isNumber }
  }

  /// Whether one of some nodes, which are in order, lies within a range.
  private static func holds(_ range: Range<Int>, oneOf nodes: [Int]) -> Bool {
    var (low, high) = (0, nodes.count)
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < nodes.count && range.contains(nodes[low])
  }

  /// The article that the title stands in, where the page holds a longer one besides.
  private func besideHeading(instead best: Int) -> Int? {
    guard let heading, !tree.subtree(best).contains(heading) else { return nil }
    var node = heading
    while node > 0, tree.nodes[node].tag != .article { node = Int(tree.nodes[node].parent) }
    guard node > 0, !tree.subtree(node).contains(best), score[node] >= 300 else { return nil }
    return descend(from: node, share: 0.8)
  }

  /// Whether a heading is the title with a kicker before it.
  private static func bears(_ heading: String, _ title: String) -> Bool {
    guard heading.utf8.count < 400 else { return false }
    let heading = folded(heading.squeezedSpace())
    return heading.hasSuffix(title) && title.utf8.count * 2 >= heading.utf8.count
  }

  /// How surely an element is said to hold the article.
  private func semanticRank(_ index: Int) -> Int {
    let node = tree.nodes[index]
    guard node.tag.isBlock, node.tag != .body, node.tag != .html else { return 0 }
    if let property = tree.attribute(.itemprop, of: index), property.lowercased() == "articlebody" {
      return 3
    }
    if !node.range.isEmpty, node.tag != .p {
      for name in [HTMLAttribute.class, .id] {
        if let value = tree.attributeBytes(name, of: index), value.count < Self.longestClass,
          rules.classes.roles(of: value).contains(.body)
        {
          return 2
        }
      }
    }
    return node.tag == .article || node.tag == .main ? 1 : 0
  }

  /// The innermost node below `start` that holds nearly all of what its parent does.
  private func descend(from start: Int, share: Double) -> Int {
    var node = start
    while true {
      var best = -1
      var child = node + 1
      let end = Int(tree.nodes[node].end)
      while child < end {
        if score[child] > (best < 0 ? 0 : score[best]) { best = child }
        child = Int(tree.nodes[child].end)
      }
      guard best >= 0, score[best] >= score[node] * share, tree.nodes[best].tag.isBlock,
        tree.nodes[best].tag != .p
      else { return node }
      node = best
    }
  }

  // MARK: Segments

  private mutating func collect(title: String?) {
    let range = tree.subtree(container)
    let inside = segments.filter { range.contains($0.node) }
    let total = inside.reduce(0) { $0 + Self.weight($1) }
    var seen = 0.0
    var kept: [PageSegment] = lead(title: title)
    let last = lastParagraph(of: inside)
    var hasText = false
    for (index, segment) in inside.enumerated() {
      seen += Self.weight(segment)
      if segment.roles.contains(.caption) { continue }
      if segment.length < 80, let kind = rules.furniture.kind(of: segment.text) {
        if kind == .stop || kind == .end && index > last, seen > total * 0.75 { break }
        continue
      }
      if segment.length < Self.longestNotice, rules.furniture.isNotice(segment.text) { continue }
      if rules.credits.isCaption(segment.text) {
        loose.append(segment.text)
        continue
      }
      if rules.credits.isCredit(segment.text) {
        // In brackets it is of the text: "(dpa/afp)".
        if segment.text.hasPrefix("(") { agencies.append(segment.text) }
        continue
      }
      if segment.roles.contains(.teaser), hasText { continue }
      guard belongs(segment, title: title, isFirst: seen == 0) else { continue }
      kept.append(segment)
      if !segment.roles.contains(.teaser), Self.weight(segment) > 0 { hasText = true }
    }
    // A heading that no text follows heads nothing.
    while let last = kept.last, last.kind == .heading { kept.removeLast() }
    if !kept.contains(where: { $0.place.contains(.paragraph) }) {
      kept = kept.flatMap(Self.lines)
    }
    for segment in kept { body.append(segment.kind, segment.text) }
    parts = kept
    collectCaptions()
  }

  /// The place of the last paragraph that is like most of the others, by its class and its parent's: what the words for an
  /// end head before it is a box within the text.
  private func lastParagraph(of inside: [PageSegment]) -> Int {
    var weights: [String: Double] = [:]
    let kinds = inside.map { segment -> String? in
      guard segment.place.contains(.paragraph), segment.length >= Self.shortestLine else {
        return nil
      }
      let parent = Int(tree.nodes[segment.node].parent)
      return [segment.node, max(parent, 0)].map { node in
        // Each paragraph's tells its parent's once more.
        let name = tree.attributeBytes(.class, of: node).flatMap {
          $0.count < Self.longestClass ? String(decoding: $0, as: UTF8.self) : nil
        }
        return "\(tree.nodes[node].tag.rawValue) \(name ?? "")"
      }.joined(separator: ">")
    }
    for (segment, kind) in zip(inside, kinds) {
      if let kind { weights[kind, default: 0] += Self.weight(segment) }
    }
    guard let most = weights.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), most.value > 0
    else { return -1 }
    return inside.indices.last { kinds[$0] == most.key && Self.weight(inside[$0]) > 0 } ?? -1
  }

  /// The paragraphs of a text that parts them by line breaks alone: each line is one, where most are sentences.
  private static func lines(of segment: PageSegment) -> [PageSegment] {
    guard segment.kind == .paragraph, segment.text.utf8.contains(10) else { return [segment] }
    let lines = segment.text.split(separator: "\n").map { String($0).trimmedSpace() }
      .filter { !$0.isEmpty }
    let sentences = lines.filter { $0.utf8.count >= shortestLine && endsSentence($0) }
    // Lines of verse and addresses are short, or end none.
    guard lines.count >= 2, sentences.count * 2 > lines.count else { return [segment] }
    return lines.map { line in
      var part = segment
      part.text = line
      part.length = line.unicodeScalars.count
      return part
    }
  }

  /// The captions of the article's pictures, which may stand outside the container, above the text.
  private mutating func collectCaptions() {
    var around = container
    var node = container
    for _ in 0..<8 {
      node = Int(tree.nodes[node].parent)
      guard node > 0, tree.nodes[node].tag != .body else { break }
      if tree.nodes[node].tag == .article || tree.nodes[node].tag == .main { around = node }
    }
    let range = tree.subtree(around)
    for segment in segments
    where segment.roles.contains(.caption) && range.contains(segment.node)
      && segment.roles.isDisjoint(with: .furniture) && segment.length > 2 && segment.length < 600
      && segment.place.isDisjoint(with: [.aside, .footer, .navigation])
    {
      if !captions.contains(segment.text) { captions.append(segment.text) }
    }
    for caption in loose where !captions.contains(caption) { captions.append(caption) }
  }

  /// The paragraphs between the title and the container, where the page sets its lead.
  private func lead(title: String?) -> [PageSegment] {
    guard let heading, heading < container, !tree.subtree(container).contains(heading) else {
      return []
    }
    var found: [PageSegment] = []
    for segment in segments where segment.node > heading && segment.node < container {
      guard segment.kind != .heading || segment.roles.contains(.lead),
        !tree.subtree(container).contains(segment.node),
        segment.length >= Self.shortestLead, segment.linkShare < 0.3,
        segment.roles.contains(.lead) || segment.place.contains(.paragraph)
          || segment.length >= 2 * Self.shortestLead && Self.endsSentence(segment.text),
        segment.roles.isDisjoint(with: [.furniture, .byline, .caption]),
        !segment.place.contains(.figure),
        rules.furniture.kind(of: segment.text) == nil, !rules.credits.isCredit(segment.text),
        !rules.credits.isCaption(segment.text),
        belongs(segment, title: title, isFirst: false)
      else { continue }
      found.append(segment)
      if !segment.place.contains(.list) { found[found.count - 1].kind = .paragraph }
    }
    return found.count <= (found.allSatisfy { $0.place.contains(.list) } ? 5 : 3) ? found : []
  }

  private static func endsSentence(_ text: String) -> Bool {
    guard let last = text.unicodeScalars.last else { return false }
    return ".!?…。！？؟۔»”\"".unicodeScalars.contains(last)
  }

  private func belongs(_ segment: PageSegment, title: String?, isFirst: Bool) -> Bool {
    guard segment.roles.isDisjoint(with: [.furniture, .byline]),
      segment.place.isDisjoint(with: [.aside, .footer, .navigation, .form, .time])
    else { return false }
    if segment.kind == .heading {
      if segment.linkShare > 0.8 || segment.level == 1 && isFirst { return false }
      return title.map { squeezed(segment.text) != squeezed($0) && !Self.bears(segment.text, $0) }
        ?? true
    }
    if segment.linkShare > 0.5, segment.length < 200 || segment.linkShare > 0.85 { return false }
    if segment.length < 100 {
      if let date = DateLine(segment.text, rules: rules),
        date.rest.allSatisfy({ rules.bylines.namesAfterIntroduction($0) != nil })
      {
        return false
      }
      if folded(segment.text) == title { return false }
      if isFirst, segment.length < 60,
        rules.bylines.namesAfterIntroduction(segment.text) != nil
      {
        return false
      }
    }
    let isLoose = segment.place.isDisjoint(with: [.paragraph, .list, .quote, .table])
    if isLoose, segment.length < 25 { return false }
    return segment.text.unicodeScalars.contains { $0.isWordPart || $0.digit != nil }
  }
}
