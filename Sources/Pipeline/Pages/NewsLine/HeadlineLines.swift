import Record

/// The dated headlines among a copied page's lines.
///
/// Three forms are known: headline above time, time above headline, and both in one line. A headline may be printed
/// twice (as a picture's text and as itself); a line that holds a day alone heads the times below it.
struct HeadlineLines {
  /// The first line that belongs to the list.
  private(set) var start: Int?
  private var items: [(title: String, time: PrintedTime)] = []
  private let rules: PageRules

  private static let longestHeadline = 250
  /// Lines that may stand between two times: a headline twice, a section, a summary.
  private static let widestGap = 4
  private static let fewestItems = 2

  init(lines: [CopiedLine], from first: Int, rules: PageRules) {
    self.rules = rules
    var index = first
    while index < lines.count {
      guard lines[index].dateLine != nil, let group = Self.group(lines, at: index, from: first)
      else {
        index += 1
        continue
      }
      let found = Self.items(lines, group)
      if found.items.count >= Self.fewestItems {
        start = min(start ?? lines.count, found.start)
        items += found.items
      }
      index = group.upperBound
    }
  }

  /// The headlines, newest first where all have a day, each once.
  func headlines(now: PrintedTime?) -> [Headline] {
    var seen: Set<String> = []
    var result: [Headline] = []
    for item in items {
      let (title, marks) = rules.marks.split(item.title)
      guard !title.isEmpty, seen.insert(folded(title)).inserted else { continue }
      let stamp = item.time.resolved(day: nil, now: now).stamp
      result.append(Headline(title: title, published: stamp, marks: marks))
    }
    return HeadlineOrder.newestFirst(result)
  }

  /// The lines from the first time to the last of a run in which times stand close to one another.
  private static func group(_ lines: [CopiedLine], at start: Int, from first: Int) -> Range<Int>? {
    guard start >= first else { return nil }
    var last = start
    var count = 1
    var index = start + 1
    while index < lines.count, index - last <= widestGap + 1 {
      let line = lines[index]
      if line.dateLine != nil {
        last = index
        count += 1
      } else if line.isProse, line.length > longestHeadline {
        break
      }
      index += 1
    }
    return count >= fewestItems ? start..<(last + 1) : nil
  }

  private static func items(
    _ lines: [CopiedLine], _ group: Range<Int>
  ) -> (items: [(title: String, time: PrintedTime)], start: Int) {
    let bare = group.filter { lines[$0].isBareDate }
    guard bare.count * 2 >= group.filter({ lines[$0].dateLine != nil }).count else {
      return inlineItems(lines, group)
    }
    let hasClocksAlone = bare.contains {
      time(lines[$0])?.day == nil && time(lines[$0])?.minutes != nil
    }
    let timesFirst = isTimeFirst(lines, group)
    var items: [(title: String, time: PrintedTime)] = []
    var header = PrintedTime(range: 0..<0)
    var start = group.lowerBound
    if !timesFirst {
      start = headlineStart(lines, before: group.lowerBound)
    }
    for index in bare {
      guard var time = time(lines[index]) else { continue }
      if hasClocksAlone, time.minutes == nil, time.minutesAgo == nil {
        header = time
        continue
      }
      if time.day == nil, time.dayOffset == nil, time.minutesAgo == nil {
        time.day = header.day
        time.dayOffset = header.dayOffset
      }
      let title = timesFirst ? index + 1 : index - 1
      guard lines.indices.contains(title), isHeadline(lines[title]) else { continue }
      items.append((lines[title].text, time))
    }
    return (items, start)
  }

  /// "21:00 Headline" or "Headline 21:00 10.05.2024".
  private static func inlineItems(
    _ lines: [CopiedLine], _ group: Range<Int>
  ) -> (items: [(title: String, time: PrintedTime)], start: Int) {
    var items: [(title: String, time: PrintedTime)] = []
    var header = PrintedTime(range: 0..<0)
    var start: Int?
    for index in group {
      guard var time = time(lines[index]) else { continue }
      if lines[index].isBareDate {
        if time.minutes == nil { header = time }
        continue
      }
      let bytes = Array(lines[index].text.utf8)
      let before = String(decoding: bytes[..<time.range.lowerBound], as: UTF8.self)
      let after = String(decoding: bytes[time.range.upperBound...], as: UTF8.self)
      let separators = "|•·-–—:, "
      let title = String(
        (before.isEmpty ? after : before).trimmedSpace().drop { separators.contains($0) }
          .reversed().drop { separators.contains($0) }.reversed())
      guard before.trimmedSpace().isEmpty || after.trimmedSpace().isEmpty,
        title.split(separator: " ").count >= 3
      else { continue }
      if time.day == nil, time.minutesAgo == nil {
        time.day = header.day
        time.dayOffset = time.dayOffset ?? header.dayOffset
      }
      start = start ?? index
      items.append((title, time))
    }
    return (items, start ?? group.lowerBound)
  }

  private static func time(_ line: CopiedLine) -> PrintedTime? {
    line.dateLine.flatMap { $0.published ?? $0.updated }
  }

  private static func isHeadline(_ line: CopiedLine) -> Bool {
    line.dateLine?.isBare != true && line.furniture == nil && line.length <= longestHeadline
      && line.words >= 2
  }

  /// Whether times stand above their headlines: then one stands right below the last time, and none above the first.
  private static func isTimeFirst(_ lines: [CopiedLine], _ group: Range<Int>) -> Bool {
    let above = group.lowerBound - 1
    let below = group.upperBound
    let hasBelow = lines.indices.contains(below) && isHeadline(lines[below])
    guard hasBelow else { return false }
    guard lines.indices.contains(above), isHeadline(lines[above]) else { return true }
    // The blank lines tell which of the two belongs to its time.
    let gapAbove = lines[group.lowerBound].afterBlank
    let gapBelow = lines[below].afterBlank
    if gapAbove != gapBelow { return gapAbove }
    return lines[above].isProse && lines[above].text.hasSuffix(".")
  }

  /// The first line of the headline that stands above the group's first time.
  private static func headlineStart(_ lines: [CopiedLine], before time: Int) -> Int {
    var start = time
    if start > 0, isHeadline(lines[start - 1]) { start -= 1 }
    while start > 0, start < time, lines[start - 1].text == lines[start].text { start -= 1 }
    return start
  }
}

/// The order of a news line.
enum HeadlineOrder {
  /// Newest first where all have a time; else in the page's order.
  static func newestFirst(_ headlines: [Headline]) -> [Headline] {
    guard headlines.allSatisfy({ $0.published != nil }) else { return headlines }
    return headlines.enumerated().sorted { left, right in
      let (first, second) = (
        left.element.published?.start ?? "", right.element.published?.start ?? ""
      )
      return first != second ? first > second : left.offset < right.offset
    }.map(\.element)
  }
}
