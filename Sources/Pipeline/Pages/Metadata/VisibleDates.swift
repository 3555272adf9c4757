import Record

/// The dates that a page shows to its readers, marked up or merely printed.
struct VisibleDates {
  /// Of `<time>` and microdata.
  private(set) var marked: PrintedTime?
  /// Of what microdata call the day of publishing.
  private(set) var published: PrintedTime?
  private(set) var markedUpdated: PrintedTime?
  /// Of short lines.
  private(set) var printed: PrintedTime?
  private(set) var printedUpdated: PrintedTime?

  /// Where the article begins and ends, and where its title stands.
  private let articleRange: Range<Int>
  private let title: Int

  init(
    tree: HTMLTree, segments: [PageSegment], article: ArticleBody, rules: PageRules,
    dates: PrintedDates
  ) {
    title = article.heading ?? article.container
    var around = article.container
    var node = around
    while node > 0 {
      if tree.nodes[node].tag == .article || tree.nodes[node].tag == .main { around = node }
      node = Int(tree.nodes[node].parent)
    }
    articleRange = tree.subtree(around)
    readMarked(tree, segments, dates)
    readPrinted(tree, segments, rules, dates)
  }

  /// How near the article's title something stands: the smaller, the nearer.
  private func distance(_ node: Int) -> Int {
    let apart = node >= title ? node - title : (title - node) * 2
    return articleRange.contains(node) || node < title && title - node < 60
      ? apart : apart + 100_000
  }

  private mutating func readMarked(
    _ tree: HTMLTree, _ segments: [PageSegment], _ dates: PrintedDates
  ) {
    var best: (rank: Int, time: PrintedTime)?
    for index in tree.nodes.indices {
      let node = tree.nodes[index]
      guard node.tag != .text, node.tag != .meta || !node.range.isEmpty else { continue }
      guard !node.range.isEmpty || node.tag == .time else { continue }
      let property = tree.attribute(.itemprop, of: index)?.lowercased() ?? ""
      guard node.tag == .time || !property.isEmpty else { continue }
      let isPublished = property.holds("datepublished") || property.holds("datecreated")
      let isUpdated = property.holds("datemodified") || property.holds("dateupdate")
      guard node.tag == .time || isPublished || isUpdated else { continue }
      let value =
        tree.attribute(.datetime, of: index) ?? tree.attribute(.content, of: index)
        ?? tree.words(in: index)
      let words = tree.words(in: index)
      let shown = words.utf8.count < 80 ? MachineDates.read(words, dates: dates) : nil
      guard var time = MachineDates.read(value, dates: dates) ?? shown else { continue }
      // Where the two are days apart the one that readers see is meant.
      if let day = time.day, let other = shown?.day, let shown,
        ![-1, 0, 1].contains(where: { day.adding(days: $0) == other })
      {
        time = shown
      }
      if isUpdated || Self.saysUpdated(tree, index) {
        markedUpdated = markedUpdated ?? time
      } else {
        let rank = distance(index) - (isPublished ? 1_000 : 0)
        if rank < best?.rank ?? Int.max {
          best = (rank, time)
          published = isPublished ? time : nil
        }
      }
    }
    marked = best?.time
  }

  private static func saysUpdated(_ tree: HTMLTree, _ index: Int) -> Bool {
    guard let name = tree.attribute(.class, of: index)?.lowercased() else { return false }
    return name.holds("updated") && !name.holds("published") || name.holds("modified")
  }

  /// Whether a word for publishing stands right before a date.
  private static func isLabelled(_ text: String, _ time: PrintedTime, _ rules: PageRules) -> Bool {
    let before = String(decoding: text.utf8.prefix(time.range.lowerBound), as: UTF8.self)
    let words = folded(before).unicodeScalars.split { !$0.isWordPart }.suffix(3).map { String($0) }
    return (1...3).contains { count in
      count <= words.count
        && rules.dates.words.publishedLabels.contains(words.suffix(count).joined(separator: " "))
    }
  }

  /// The date line that is most like one, nearest to the title.
  private mutating func readPrinted(
    _ tree: HTMLTree, _ segments: [PageSegment], _ rules: PageRules, _ dates: PrintedDates
  ) {
    var best: (rank: Int, time: PrintedTime)?
    for segment in segments {
      let start = String(decoding: segment.text.utf8.prefix(200), as: UTF8.self)
      guard start.mayHoldDigits else { continue }
      let found = dates.find(in: start)
        .filter { ($0.day?.year ?? 0) >= 1990 }
      guard let time = found.first else { continue }
      let line = DateLine(segment.text, rules: rules)
      if printedUpdated == nil, let update = line?.updated, update.day != nil {
        printedUpdated = update
      }
      var rank = 0
      if segment.roles.contains(.byline) { rank += 4 }
      if segment.length < 160, Self.isLabelled(start, time, rules) { rank += 3 }
      if line?.published?.day != nil, segment.length < 80 { rank += 2 }
      if line?.isBare == true { rank += 2 }
      if segment.length >= 160 { rank -= 3 }
      if segment.roles.contains(.furniture) { rank -= 3 }
      if !segment.place.isDisjoint(with: [.aside, .navigation]) { rank -= 3 }
      if segment.place.contains(.footer), !articleRange.contains(segment.node) { rank -= 3 }
      if line?.published == nil, line?.updated != nil { rank -= 3 }
      if segment.linkShare > 0.7 { rank -= 1 }
      let apart = distance(segment.node)
      rank += apart < 60 ? 4 : apart < 300 ? 2 : apart < 100_000 ? 1 : -1
      if rank > best?.rank ?? Int.min { best = (rank, line?.published ?? time) }
    }
    if let time = best?.time, time.day != nil { printed = time }
  }
}
