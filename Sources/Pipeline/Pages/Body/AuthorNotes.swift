/// Takes bylines and what is told of the authors out of a body.
enum AuthorNotes {
  /// A note on an author has no more bytes than this.
  private static let longest = 600
  /// Notes stand in this last share of the text.
  private static let lastShare = 0.25
  /// A byline stands among so many blocks at either end.
  private static let blocksLookedAt = 3

  /// Removes lines that are no more than the authors' names, and paragraphs near the end that begin with one.
  static func remove(from page: inout Page) {
    guard !page.authors.isEmpty, page.blocks.count > 1 else { return }
    let names = page.authors.filter { $0.contains(" ") || $0.unicodeScalars.count <= 4 }
      .map { folded($0) }
    let notes = page.authors.filter { $0.contains(" ") }.map { folded($0) }
    let bytes = Array(page.text.utf8)
    let tail = Int(Double(bytes.count) * (1 - lastShare))
    var kept: [Bool] = []
    for (index, block) in page.blocks.enumerated() {
      guard block.range.count <= longest else {
        kept.append(true)
        continue
      }
      let words = folded(String(decoding: bytes[block.range], as: UTF8.self))
      let isAtEnd = index < blocksLookedAt || index >= page.blocks.count - blocksLookedAt
      let isByline = isAtEnd && names.contains { words == $0 || words == "(" + $0 + ")" }
      let isNote =
        block.range.lowerBound >= tail && index > 1 && block.kind != .quote
        && notes.contains { words.hasPrefix($0 + " ") || words.hasPrefix($0 + ",") }
      kept.append(!isByline && !isNote)
    }
    guard kept.contains(false) else { return }
    // A heading that nothing follows any more heads nothing.
    var last = kept.lastIndex(of: true)
    while let index = last, index > 0, page.blocks[index].kind == .heading,
      kept[(index + 1)...].contains(false)
    {
      kept[index] = false
      last = kept.lastIndex(of: true)
    }
    guard kept.contains(true) else { return }
    var body = BodyText()
    for (index, block) in page.blocks.enumerated() where kept[index] {
      body.append(
        block.kind, String(decoding: bytes[block.range], as: UTF8.self), published: block.published)
    }
    page.text = body.text
    page.blocks = body.blocks
  }
}
