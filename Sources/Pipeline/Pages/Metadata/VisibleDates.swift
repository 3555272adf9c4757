import Record

/// The dates that a page shows to its readers, marked up or merely printed.
struct VisibleDates {
  /// Of `<time>` and microdata.
  private(set) var marked: PrintedTime?
  private(set) var markedUpdated: PrintedTime?
  /// Of short lines.
  private(set) var printed: PrintedTime?
  private(set) var printedUpdated: PrintedTime?

  init(tree: HTMLTree, segments: [PageSegment], rules: PageRules, dates: PrintedDates) {
    readMarked(tree, dates)
    readPrinted(segments, rules, dates)
  }

  private mutating func readMarked(_ tree: HTMLTree, _ dates: PrintedDates) {
    var first: PrintedTime?
    for index in tree.nodes.indices {
      let node = tree.nodes[index]
      guard node.tag != .text, !node.range.isEmpty else { continue }
      let property = tree.attribute(.itemprop, of: index)?.lowercased() ?? ""
      let isPublished = property.contains("datepublished") || property.contains("datecreated")
      let isUpdated = property.contains("datemodified")
      guard node.tag == .time || isPublished || isUpdated else { continue }
      let value =
        tree.attribute(.datetime, of: index) ?? tree.attribute(.content, of: index)
        ?? tree.words(in: index)
      guard let time = MachineDates.read(value, dates: dates) else { continue }
      if isPublished {
        if marked == nil { marked = time }
      } else if isUpdated || Self.saysUpdated(tree, index) {
        markedUpdated = markedUpdated ?? time
      } else {
        first = first ?? time
      }
    }
    marked = marked ?? first
  }

  private static func saysUpdated(_ tree: HTMLTree, _ index: Int) -> Bool {
    guard let name = tree.attribute(.class, of: index)?.lowercased() else { return false }
    return name.contains("updated") && !name.contains("published") || name.contains("modified")
  }

  /// The first date line after the first heading, else the first anywhere.
  private mutating func readPrinted(
    _ segments: [PageSegment], _ rules: PageRules, _ dates: PrintedDates
  ) {
    var best: (rank: Int, time: PrintedTime)?
    var afterHeading = false
    for segment in segments {
      if segment.kind == .heading, segment.level == 1 { afterHeading = true }
      guard segment.length < 160 else { continue }
      let found = dates.find(in: segment.text).filter { ($0.day?.year ?? 0) >= 1990 }
      guard let time = found.first else { continue }
      let line = DateLine(segment.text, rules: rules)
      if printedUpdated == nil, let update = line?.updated, update.day != nil {
        printedUpdated = update
      }
      var rank = 1
      if segment.roles.contains(.byline) { rank += 4 }
      if afterHeading { rank += 1 }
      if line?.published?.day != nil, segment.length < 80 { rank += 1 }
      if line?.isBare == true { rank += 2 }
      if segment.roles.contains(.furniture) || !segment.place.isDisjoint(with: [.aside, .footer]) {
        rank -= 3
      }
      if line?.published == nil, line?.updated != nil { rank -= 2 }
      if rank > best?.rank ?? Int.min { best = (rank, line?.published ?? time) }
    }
    if let time = best?.time, time.day != nil { printed = time }
  }
}
