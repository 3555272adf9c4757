/// Plain text, kept to the letter: only a blank line parts its blocks.
enum PlainText {
  /// A page of this text, which tells nothing of itself.
  static func page(_ text: String) -> Page {
    var page = Page()
    page.text = text
    var start: Int?
    var end = 0
    var offset = 0
    for line in text.utf8.split(separator: 10, omittingEmptySubsequences: false) {
      let isBlank = Substring(line).unicodeScalars.allSatisfy(\.isPageSpace)
      if isBlank {
        if let first = start { page.blocks.append(.init(kind: .paragraph, range: first..<end)) }
        start = nil
      } else {
        if start == nil { start = offset }
        end = offset + line.count
        if line.last == 13 { end -= 1 }
      }
      offset += line.count + 1
    }
    if let first = start { page.blocks.append(.init(kind: .paragraph, range: first..<end)) }
    return page
  }
}
