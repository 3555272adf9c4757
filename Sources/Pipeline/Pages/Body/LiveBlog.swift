import Record

/// Divides a live blog's body into its entries, each with its time.
///
/// Entries are what stands between the times of one list: its elements that each hold a time, or, where times and
/// paragraphs lie side by side, what follows each time up to the next.
struct LiveBlog {
  private let tree: HTMLTree
  private let article: ArticleBody
  private let rules: PageRules
  private let day: CalendarDay?
  /// The times of the page, in order.
  private var marks: [(node: Int, time: PrintedTime)] = []

  private static let fewestEntries = 3
  /// How far a time may lie below its entry.
  private static let deepest = 14
  /// A line that is a time has no more characters than this.
  private static let longestMark = 60

  /// - Parameter day: the day of the page's publishing, which clocks alone are of.
  init(
    tree: HTMLTree, segments: [PageSegment], article: ArticleBody, rules: PageRules,
    day: CalendarDay?
  ) {
    self.tree = tree
    self.article = article
    self.rules = rules
    self.day = day
    let range = tree.subtree(article.container)
    var found: [(node: Int, time: PrintedTime)] = []
    for node in range where tree.nodes[node].tag == .time {
      let words = tree.words(in: node)
      let value = tree.attribute(.datetime, of: node) ?? words
      if let time = MachineDates.read(value, dates: rules.dates)
        ?? rules.dates.find(in: words).first
      {
        found.append((node, time))
      }
    }
    for segment in segments
    where range.contains(segment.node) && segment.length <= Self.longestMark
      && !segment.place.contains(.time)
    {
      if let line = DateLine(segment.text, rules: rules), line.isBare,
        let time = line.published ?? line.updated, time.minutes != nil
      {
        found.append((segment.node, time))
      }
    }
    marks = found.sorted { $0.node < $1.node }
  }

  /// Makes each entry one block of the page's text; where the page has none, linked data's stand for them.
  func divide(_ page: inout Page, _ linked: [LinkedData.Entry]) {
    let starts = entryStarts()
    if starts.count >= Self.fewestEntries, page.text == article.body.text {
      divide(&page, starts)
    } else if linked.count >= Self.fewestEntries {
      var body = BodyText()
      for entry in linked {
        let words = [entry.headline, entry.body].compactMap { $0?.squeezedSpace() }
        let time = entry.published.flatMap { MachineDates.read($0, dates: rules.dates) }
        body.append(.entry, words.joined(separator: "\n\n"), published: time?.stamp)
      }
      guard body.text.utf8.count > page.text.utf8.count else { return }
      page.text = body.text
      page.blocks = body.blocks
    }
  }

  private func divide(_ page: inout Page, _ starts: [(start: Int, end: Int, time: PrintedTime)]) {
    var body = BodyText()
    var next = 0
    var open: [String] = []
    var current: PrintedTime?
    func stamp(_ time: PrintedTime?) -> Stamp? {
      time.flatMap {
        $0.resolved(day: day, now: day.map { PrintedTime(day: $0, range: 0..<0) }).stamp
      }
    }
    func close() {
      body.append(.entry, open.joined(separator: "\n\n"), published: stamp(current))
      open = []
    }
    for part in article.parts {
      while next < starts.count, starts[next].start <= part.node {
        close()
        current = starts[next].time
        next += 1
      }
      if next > 0, part.node < starts[next - 1].end {
        open.append(part.text)
      } else {
        close()
        body.append(part.kind, part.text)
      }
    }
    close()
    page.text = body.text
    page.blocks = body.blocks
  }

  /// Where each entry begins and ends: the children of the one element that has most children with times in them.
  private func entryStarts() -> [(start: Int, end: Int, time: PrintedTime)] {
    var children: [Int: [(child: Int, time: PrintedTime)]] = [:]
    let range = tree.subtree(article.container)
    for mark in marks {
      var node = mark.node
      for _ in 0..<Self.deepest {
        let parent = Int(tree.nodes[node].parent)
        guard parent >= range.lowerBound else { break }
        if children[parent]?.last?.child != node {
          children[parent, default: []].append((node, mark.time))
        }
        node = parent
      }
    }
    var best = -1
    for (node, found) in children where found.count >= Self.fewestEntries {
      let count = best < 0 ? 0 : children[best]?.count ?? 0
      if found.count > count || found.count == count && node > best { best = node }
    }
    guard best >= 0, let found = children[best] else { return [] }
    let end = Int(tree.nodes[best].end)
    return found.indices.map { index in
      let next = index + 1 < found.count ? found[index + 1].child : end
      return (found[index].child, next, found[index].time)
    }
  }
}
