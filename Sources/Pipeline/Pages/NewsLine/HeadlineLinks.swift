import Record

/// The dated headlines that a page links to.
///
/// Times and linked headlines are gathered in document order. A time belongs to the one headline in the smallest element
/// that holds both; where that element holds many, as in a flat list, to the one before or after it, whichever the
/// list's first entry shows. Cost: linear in the page, but for a logarithm.
struct HeadlineLinks {
  private struct Link {
    var node: Int
    var title: String
    var url: String?
  }

  private struct Time {
    var node: Int
    var time: PrintedTime
    /// Whether nothing else stands in its line, so that it may head those below it.
    var isAlone: Bool
  }

  /// How far an item's element is looked for above its time.
  private static let highest = 6
  /// An item has no more text than this, headline and summary together.
  private static let longestItem: Int32 = 700
  private static let longestHeadline = 250
  private static let fewestItems = 2

  private let tree: HTMLTree
  private let weights: NodeWeights
  private let rules: PageRules
  private var article: Range<Int>?
  private var links: [Link] = []
  private var times: [Time] = []

  private init(tree: HTMLTree, weights: NodeWeights, rules: PageRules) {
    self.tree = tree
    self.weights = weights
    self.rules = rules
  }

  /// The headlines of a page, newest first where all have a time, each once.
  ///
  /// - Parameters:
  ///   - article: the nodes of the article's body, whose own links are none.
  ///   - now: the page's own time, which "17 minutes ago" is counted from; nil where it is an article's.
  static func headlines(
    tree: HTMLTree, weights: NodeWeights, article: Range<Int>?, base: String?, now: PrintedTime?,
    rules: PageRules
  ) -> [Headline] {
    var reading = HeadlineLinks(tree: tree, weights: weights, rules: rules)
    reading.article = article
    reading.gather(base: base)
    return reading.pair(now: now)
  }

  // MARK: Gathering

  private mutating func gather(base: String?) {
    var index = 0
    while index < tree.nodes.count {
      let node = tree.nodes[index]
      switch node.tag {
      case .head, .script, .style, .noscript, .template, .svg, .select, .textarea:
        index = Int(node.end)
        continue
      case .a where weights.text[index] > 0:
        if article?.contains(index) != true, let title = headline(in: index) {
          links.append(
            Link(
              node: index, title: title,
              url: tree.attribute(.href, of: index).flatMap { WebAddress.absolute($0, base: base) })
          )
        }
      case .time:
        if let time = marked(index) {
          times.append(Time(node: index, time: time, isAlone: true))
          index = Int(node.end)
          continue
        }
      case .text:
        if let time = printed(index) { times.append(time) }
      default: break
      }
      index += 1
    }
  }

  /// A link's headline: the heading within it, else its longest line that is no time; nil for menus and labels.
  private func headline(in node: Int) -> String? {
    var best = ""
    var line: [UInt8] = []
    func close() {
      let words = String(decoding: line, as: UTF8.self).squeezedSpace()
      line = []
      if words.utf8.count > best.utf8.count, DateLine(words, rules: rules)?.isBare != true {
        best = words
      }
    }
    var index = node + 1
    while index < Int(tree.nodes[node].end) {
      let tag = tree.nodes[index].tag
      if tag.isHeading {
        best = tree.words(in: index)
        break
      }
      switch tag {
      case .text: line += tree.textBytes(index)
      case .time, .svg, .script, .style:
        index = Int(tree.nodes[index].end)
        continue
      default: if tag.isBlock || tag == .br || tag == .span { close() }
      }
      index += 1
    }
    if best.isEmpty || !line.isEmpty { close() }
    let length = best.unicodeScalars.count
    let words = best.split(separator: " ").count
    let isWide = best.unicodeScalars.first { $0.value >= 0x2E80 } != nil
    guard length <= Self.longestHeadline, isWide ? length >= 8 : words >= 3 && length >= 15 else {
      return nil
    }
    return rules.furniture.kind(of: best) == nil ? best : nil
  }

  private func marked(_ node: Int) -> PrintedTime? {
    let words = tree.words(in: node)
    let shown = rules.dates.find(in: words).first
    let value = tree.attribute(.datetime, of: node) ?? ""
    return MachineDates.read(value, dates: rules.dates) ?? shown
  }

  private func printed(_ node: Int) -> Time? {
    let bytes = tree.textBytes(node)
    guard bytes.count >= 4, bytes.count < 100,
      bytes.count < 24 || bytes.contains(where: { (48...57).contains($0) || $0 >= 0xD9 })
    else { return nil }
    let words = String(decoding: bytes, as: UTF8.self).trimmedSpace()
    guard let line = DateLine(words, rules: rules), let time = line.published ?? line.updated,
      line.rest.count <= 2
    else { return nil }
    // Within a link that is long itself it is part of a headline.
    var parent = Int(tree.nodes[node].parent)
    for _ in 0..<3 where parent > 0 && tree.nodes[parent].tag != .a {
      parent = Int(tree.nodes[parent].parent)
    }
    if parent > 0, tree.nodes[parent].tag == .a, !line.isBare { return nil }
    return Time(node: node, time: time, isAlone: line.isBare)
  }

  // MARK: Pairing

  /// Whether the end of the article lies between a time and a headline below it: a date at the article's head is not the
  /// first one of the list at its foot.
  private func isParted(_ time: Int, from link: Int) -> Bool {
    guard let article else { return false }
    return time < article.upperBound && link >= article.upperBound
  }

  /// The links that begin within a range of nodes.
  private func linksWithin(_ range: Range<Int>) -> Range<Int> {
    Self.within(range, count: links.count) { links[$0].node }
  }

  /// The positions, among so many in order, whose nodes lie within a range.
  private static func within(
    _ range: Range<Int>, count: Int, node: (Int) -> Int
  ) -> Range<Int> {
    func firstIndex(atOrAfter bound: Int) -> Int {
      var (low, high) = (0, count)
      while low < high {
        let middle = (low + high) / 2
        if node(middle) < bound { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return firstIndex(atOrAfter: range.lowerBound)..<firstIndex(atOrAfter: range.upperBound)
  }

  private func pair(now: PrintedTime?) -> [Headline] {
    var header = PrintedTime(range: 0..<0)
    var seen: Set<String> = []
    var result: [Headline] = []
    var timeFirst: [Int: Bool] = [:]
    for time in times {
      guard let link = link(of: time, timeFirst: &timeFirst) else {
        if time.isAlone, time.time.minutes == nil, time.time.minutesAgo == nil {
          header = time.time
        }
        continue
      }
      var stamp = time.time
      if stamp.day == nil, stamp.dayOffset == nil, stamp.minutesAgo == nil {
        stamp.day = header.day
        stamp.dayOffset = header.dayOffset
      }
      let (title, marks) = rules.marks.split(link.title)
      guard !title.isEmpty, seen.insert(folded(title)).inserted else { continue }
      result.append(
        Headline(
          title: title, url: link.url, published: stamp.resolved(day: now?.day, now: now).stamp,
          marks: marks))
    }
    return result.count >= Self.fewestItems ? HeadlineOrder.newestFirst(result) : []
  }

  private func link(of time: Time, timeFirst: inout [Int: Bool]) -> Link? {
    var node = time.node
    for _ in 0..<Self.highest {
      node = Int(tree.nodes[node].parent)
      guard node > 0, tree.nodes[node].tag != .body else { return nil }
      let range = tree.subtree(node)
      let within = linksWithin(range)
      guard let first = within.first else {
        // The link may be around the time.
        if tree.nodes[node].tag == .a {
          return linksWithin(node..<(node + 1)).first.map { links[$0] }
        }
        continue
      }
      if within.allSatisfy({
        links[$0].title == links[first].title
          || links[$0].url != nil && links[$0].url == links[first].url
      }) {
        guard weights.text[node] <= Self.longestItem, !isParted(time.node, from: links[first].node)
        else { return nil }
        return links[within].max { $0.title.utf8.count < $1.title.utf8.count }
      }
      // A flat list: its first entry shows which of the two stands first.
      let own = Self.within(range, count: times.count) { times[$0].node }
      guard own.count >= 3, within.count <= own.count * 2 + 2 else { return nil }
      let isTimeFirst = timeFirst[node] ?? (times[own.lowerBound].node < links[first].node)
      timeFirst[node] = isTimeFirst
      let after = linksWithin(time.node..<range.upperBound)
      let found = isTimeFirst ? after.lowerBound : after.lowerBound - 1
      guard within.contains(found) else { return nil }
      return isParted(time.node, from: links[found].node) ? nil : links[found]
    }
    return nil
  }
}
