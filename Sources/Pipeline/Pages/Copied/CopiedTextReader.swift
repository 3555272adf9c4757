import Record

/// Reads text that was copied from a page: title, date line, paragraphs, and then furniture.
///
/// A line is a paragraph, as browsers copy it. Cost: linear in the text.
struct CopiedTextReader: Sendable {
  let rules: PageRules

  /// Lines above the first paragraph that are looked at for title, date and byline.
  private static let headLimit = 60
  /// A heading is no longer than this many characters.
  private static let longestHeading = 100
  /// How many paragraphs within how many lines show that the article goes on after a piece of furniture.
  private static let proseAfterFurniture = (paragraphs: 3, lines: 12)

  func read(_ text: String) -> Page {
    let lines = CopiedLine.lines(of: text, rules: rules)
    var page = Page()
    let head = readHead(lines, into: &page)
    let list = HeadlineLines(lines: lines, from: head, rules: rules)
    let end = min(list.start ?? lines.count, furnitureStart(lines, from: head))
    let bodyEnd = trimmedEnd(lines, from: head, to: end)
    var body = BodyText()
    readBody(lines, head..<bodyEnd, title: page.title, into: &body)
    page.text = body.text
    page.blocks = body.blocks
    page.language = rules.languages.language(of: page.text.isEmpty ? text : page.text)
    page.newsLine = list.headlines(now: nil)
    OwnHeadline.mark(in: &page, address: nil)
    return page
  }

  // MARK: Title, date, byline

  /// Reads the lines above the first paragraph; returns where that stands.
  private func readHead(_ lines: [CopiedLine], into page: inout Page) -> Int {
    let limit = min(lines.count, Self.headLimit)
    var end = lines[..<limit].firstIndex { $0.isProse } ?? min(1, lines.count)
    let firstDate = lines[..<end].firstIndex { $0.dateLine?.published?.day != nil }
    guard let title = titleIndex(lines[..<end], date: firstDate) else { return end }
    page.title = lines[title].text
    for (index, line) in lines[..<end].enumerated() where index != title {
      guard index > title || firstDate == index else { continue }
      readHeadLine(line, into: &page)
    }
    // A section may stand alone in the line beside the date.
    if page.section == nil, let firstDate {
      for beside in [firstDate - 1, firstDate + 1] where lines[..<end].indices.contains(beside) {
        let line = lines[beside]
        if beside != title, line.dateLine == nil, line.furniture == nil, isSection(line.text) {
          page.section = line.text
          break
        }
      }
    }
    // A standfirst: a long line right above the first paragraph that is no label.
    while end - 1 > max(title, firstDate ?? 0), lines[end - 1].length >= 80,
      lines[end - 1].dateLine == nil, lines[end - 1].furniture == nil
    {
      end -= 1
    }
    return end
  }

  private func titleIndex(_ head: ArraySlice<CopiedLine>, date: Int?) -> Int? {
    func mayBeTitle(_ index: Int) -> Bool {
      let line = head[index]
      return line.dateLine == nil && line.furniture == nil
        && rules.bylines.namesAfterIntroduction(line.text) == nil
    }
    guard let first = head.indices.first(where: mayBeTitle) else { return nil }
    if head[first].words >= 4 { return first }
    // A menu or a section stands first: the title is the line of some length next above the date, else next below.
    let candidates = head.indices.filter { mayBeTitle($0) && head[$0].words >= 4 }
    return candidates.last { $0 < date ?? head.endIndex } ?? candidates.first ?? first
  }

  private func readHeadLine(_ line: CopiedLine, into page: inout Page) {
    if let dates = line.dateLine {
      page.published = page.published ?? dates.published?.stamp
      page.updated = page.updated ?? dates.updated?.stamp
      for rest in dates.rest {
        if let names = rules.bylines.namesAfterIntroduction(rest) {
          page.authors += AuthorNames(rules: rules.bylines).people(in: names, isByline: true)
        } else if page.section == nil, isSection(rest) {
          page.section = rest
        }
      }
    } else if page.authors.isEmpty, line.furniture == nil, line.words <= 12,
      let names = rules.bylines.namesAfterIntroduction(line.text)
    {
      page.authors = AuthorNames(rules: rules.bylines).people(in: names, isByline: true)
    }
  }

  /// Whether a label beside the date can be a section: at most three words, no figures, no agency.
  private func isSection(_ text: String) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard (1...3).contains(words.count), text.utf8.count <= 40 else { return false }
    guard let first = text.unicodeScalars.first, first.isWordPart else { return false }
    return !text.unicodeScalars.contains { $0.digit != nil }
      && !rules.bylines.agencies.contains(folded(text))
      && rules.bylines.namesAfterIntroduction(text) == nil
  }

  // MARK: Body

  /// The first line from which on the page is no more article.
  private func furnitureStart(_ lines: [CopiedLine], from head: Int) -> Int {
    for index in lines.indices.dropFirst(head) {
      switch lines[index].furniture {
      case .stop: return index
      case .end:
        let after = lines[(index + 1)...].prefix(Self.proseAfterFurniture.lines)
        if after.filter({ $0.isProse }).count < Self.proseAfterFurniture.paragraphs { return index }
      default: continue
      }
    }
    return lines.count
  }

  /// Headlines, labels and headings that no paragraph follows are furniture too.
  private func trimmedEnd(_ lines: [CopiedLine], from head: Int, to end: Int) -> Int {
    var end = end
    while end > head {
      let line = lines[end - 1]
      if line.furniture == nil, line.isProse || line.endsSentence || line.listItem != nil { break }
      end -= 1
    }
    return end
  }

  private func readBody(
    _ lines: [CopiedLine], _ range: Range<Int>, title: String?, into body: inout BodyText
  ) {
    var index = range.lowerBound
    var skipping = false
    while index < range.upperBound {
      let line = lines[index]
      index += 1
      if line.furniture != nil {
        skipping = true
        continue
      }
      if line.text == title || line.isBareDate { continue }
      if skipping, !line.isProse { continue }
      skipping = false
      if let item = line.listItem {
        body.append(.listItem, item)
        continue
      }
      var words = line.text
      var last = line
      while index < range.upperBound, last.isContinued(by: lines[index]) {
        last = lines[index]
        words += " " + last.text
        index += 1
      }
      let isHeading =
        words.utf8.count == line.text.utf8.count && !line.isProse && !line.endsSentence
        && line.length <= Self.longestHeading && !",;:".contains(line.text.last ?? " ")
        && !body.blocks.isEmpty && index < range.upperBound
      body.append(isHeading ? .heading : .paragraph, words)
    }
  }
}
