import Record

/// The dates that a page shows to its readers, marked up or merely printed.
struct VisibleDates {
  /// Of `<time>` and microdata.
  private(set) var marked: PrintedTime?
  /// Of what microdata call the day of publishing.
  private(set) var published: PrintedTime?
  private(set) var markedUpdated: PrintedTime?
  /// Of the first comment.
  private(set) var commented: PrintedTime?
  /// Of short lines.
  private(set) var printed: PrintedTime?
  private(set) var printedUpdated: PrintedTime?
  /// Whether ``marked`` stands far from the title.
  private(set) var isMarkedFar = false
  /// Whether ``printed`` is a line of its own near the title.
  private(set) var isPrintedSure = false
  /// Whether ``printed`` is a likely date line within the article near the title, perhaps beside other words.
  private(set) var isPrintedNear = false
  /// Whether ``printed`` is a date in running text, or in a list beside the article.
  private(set) var isPrintedLoose = false

  /// The least rank of a date line that nothing speaks against.
  private static let sureRank = 8
  private static let nearRank = 6
  /// What has no greater one may be the date of anything.
  private static let looseRank = 1
  /// How much less a date counts that is a comment's or another article's.
  private static let foreign = 8
  /// What stands by the title is no farther off, in nodes.
  private static let near = 300
  /// What stands farther off than anything in the article.
  private static let outside = 100_000
  /// A label is looked for in lines of fewer characters.
  private static let longestLabelled = 300

  /// Where the article begins and ends, and where its title stands.
  private let articleRange: Range<Int>
  private let container: Int
  private let title: Int

  init(
    tree: HTMLTree, weights: NodeWeights, segments: [PageSegment], article: ArticleBody,
    rules: PageRules, dates: PrintedDates
  ) {
    title = article.heading ?? article.container
    var around = article.container
    var node = around
    while node > 0 {
      if tree.nodes[node].tag == .article || tree.nodes[node].tag == .main { around = node }
      node = Int(tree.nodes[node].parent)
    }
    // A title above it is the article's, and what stands between the two.
    articleRange = min(title, around)..<Int(tree.nodes[around].end)
    container = article.container
    let comments = Set(
      segments.lazy.filter { $0.roles.contains(.comments) && $0.node > article.container }
        .map(\.node))
    readMarked(tree, weights, dates, comments)
    readPrinted(tree, weights, segments, rules, dates)
  }

  /// Whether the page shows by its title another day than a given one, and the given one nowhere.
  func isByTitle(unlike time: PrintedTime) -> Bool {
    guard marked.map({ $0.day != time.day }) ?? true, printed.map({ $0.day != time.day }) ?? true
    else {
      return false
    }
    return marked != nil && !isMarkedFar || printed != nil && isPrintedNear
  }

  /// How near the article's title something stands: the smaller, the nearer.
  private func distance(_ node: Int) -> Int {
    let apart = node >= title ? node - title : (title - node) * 2
    return articleRange.contains(node) || node < title && title - node < 60
      ? apart : apart + Self.outside
  }

  private mutating func readMarked(
    _ tree: HTMLTree, _ weights: NodeWeights, _ dates: PrintedDates, _ comments: Set<Int>
  ) {
    var best: (rank: Int, time: PrintedTime)?
    var endOfQuote = 0
    for index in tree.nodes.indices {
      let node = tree.nodes[index]
      // A time in a quotation, such as of a post that the article shows, is of what is quoted.
      if node.tag == .blockquote { endOfQuote = max(endOfQuote, Int(node.end)) }
      guard node.tag != .text, index >= endOfQuote else { continue }
      guard !node.range.isEmpty || node.tag == .time else { continue }
      let property = tree.attribute(.itemprop, of: index)?.lowercased() ?? ""
      let isTime = node.tag == .time || Self.isMicroformat(tree, index)
      guard isTime || !property.isEmpty else { continue }
      let isPublished = property.holds("datepublished") || property.holds("datecreated")
      let isUpdated = property.holds("datemodified") || property.holds("dateupdate")
      guard isTime || isPublished || isUpdated else { continue }
      let value =
        tree.attribute(.datetime, of: index) ?? tree.attribute(.content, of: index)
        ?? (node.tag == .time ? nil : tree.attribute(.title, of: index)) ?? tree.words(in: index)
      let words = tree.words(in: index)
      let shown = words.utf8.count < 80 ? MachineDates.read(words, dates: dates) : nil
      guard var time = MachineDates.read(value, dates: dates) ?? shown else { continue }
      // Where the two are days apart the one that readers see is meant.
      if let day = time.day, let other = shown?.day, let shown,
        ![-1, 0, 1].contains(where: { day.adding(days: $0) == other })
      {
        time = shown
      }
      if tree.isAmong(comments, index) {
        commented = commented ?? time
        continue
      }
      if isUpdated || Self.saysUpdated(tree, index) {
        markedUpdated = markedUpdated ?? time
      } else {
        let other =
          tree.isPartOfLink(index, length: Int(weights.text[index]), weights) ? Self.outside : 0
        let rank = distance(index) + other - (isPublished ? 1_000 : 0)
        if rank < best?.rank ?? Int.max {
          best = (rank, time)
          published = isPublished ? time : nil
        }
      }
    }
    marked = best?.time
    isMarkedFar = (best?.rank ?? 0) > Self.near
  }

  /// Whether an element's title is its time, as hAtom's are: an abbreviation of it, or what is called published or updated.
  private static func isMicroformat(_ tree: HTMLTree, _ index: Int) -> Bool {
    guard tree.attributeBytes(.title, of: index) != nil else { return false }
    if tree.nodes[index].tag == .abbr { return true }
    guard let name = tree.attribute(.class, of: index)?.lowercased() else { return false }
    return name.split(separator: " ").contains {
      ["published", "updated", "dt-published", "dt-updated", "dtstamp"].contains($0)
    }
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
      // A short word alone stands before many a date ("a report of", "vom"): as a label it begins the line.
      count <= words.count && (count > 1 || words.count == 1 || words[words.count - 1].count > 4)
        && rules.dates.words.publishedLabels.contains(words.suffix(count).joined(separator: " "))
    }
  }

  /// The date line that is most like one, nearest to the title.
  private mutating func readPrinted(
    _ tree: HTMLTree, _ weights: NodeWeights, _ segments: [PageSegment], _ rules: PageRules,
    _ dates: PrintedDates
  ) {
    var best: (rank: Int, time: PrintedTime, isNear: Bool)?
    let end = Int(tree.nodes[container].end)
    for segment in segments {
      let start = String(decoding: segment.text.utf8.prefix(200), as: UTF8.self)
      guard start.mayHoldDigits else { continue }
      let found = dates.find(in: start)
        .filter { ($0.day?.year ?? 0) >= 1990 }
      let labelled =
        segment.length < Self.longestLabelled
        ? found.first { Self.isLabelled(start, $0, rules) } : nil
      guard let time = labelled ?? found.first else { continue }
      let line = DateLine(segment.text, rules: rules)
      if printedUpdated == nil, let update = line?.updated, update.day != nil {
        printedUpdated = update
      }
      var rank = 0
      if segment.roles.contains(.byline) { rank += 4 }
      if labelled != nil { rank += 3 }
      // Comments stand below the text.
      if segment.roles.contains(.comments), segment.node > container { rank -= Self.foreign }
      if tree.isPartOfLink(segment.node, length: segment.length, weights) { rank -= Self.foreign }
      // Of a quotation or a picture it is not the article's.
      if segment.place.contains(.quote) || segment.roles.contains(.caption) { rank -= 4 }
      // Within another heading it is of what that heads.
      if segment.kind == .heading, segment.node != title, line?.isBare != true { rank -= 4 }
      if line?.published?.day != nil, segment.length < 80 { rank += 2 }
      if line?.isBare == true { rank += 2 }
      if segment.length >= 160 { rank -= 3 }
      if segment.roles.contains(.furniture) { rank -= 3 }
      if !segment.place.isDisjoint(with: [.aside, .navigation]) { rank -= 3 }
      if segment.place.contains(.footer), !articleRange.contains(segment.node) { rank -= 3 }
      if line?.published == nil, line?.updated != nil { rank -= 3 }
      if segment.linkShare > 0.7 { rank -= 1 }
      let apart = distance(segment.node)
      let isBelow = apart >= Self.near && segment.node >= end
      rank += isBelow ? -1 : apart < 60 ? 4 : apart < Self.near ? 2 : apart < Self.outside ? 1 : -1
      if rank > best?.rank ?? Int.min {
        best = (
          rank, labelled ?? line?.published ?? time,
          apart < Self.near && articleRange.contains(segment.node)
        )
      }
    }
    if let best, best.time.day != nil {
      printed = best.time
      isPrintedLoose = best.rank <= Self.looseRank
      isPrintedSure = best.rank >= Self.sureRank
      isPrintedNear = best.isNear && best.rank >= Self.nearRank
    }
  }
}
