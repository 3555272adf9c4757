import Record

/// A body being put together: blocks parted by one blank line.
struct BodyText {
  private(set) var text = ""
  private(set) var blocks: [Page.Block] = []

  /// Adds a block; empty ones are left out.
  mutating func append(_ kind: Record.Block.Kind, _ words: String, published: Stamp? = nil) {
    guard !words.isEmpty else { return }
    if !text.isEmpty { text += "\n\n" }
    let start = text.utf8.count
    text += words
    blocks.append(Page.Block(kind: kind, range: start..<text.utf8.count, published: published))
  }
}
