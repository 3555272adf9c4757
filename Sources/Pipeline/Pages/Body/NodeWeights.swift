/// How much text stands within each node, and how much of that in links and in paragraphs.
struct NodeWeights: Sendable {
  private(set) var text: [Int32]
  private(set) var links: [Int32]
  private(set) var paragraphs: [Int32]
  /// How many pictures and players stand within each node.
  private(set) var pictures: [Int32]

  /// A paragraph counts from this many characters on.
  private static let shortestParagraph: Int32 = 60

  init(_ tree: HTMLTree) {
    let count = tree.nodes.count
    text = Array(repeating: 0, count: count)
    links = text
    paragraphs = text
    pictures = text
    var index = count - 1
    while index >= 0 {
      let node = tree.nodes[index]
      switch node.tag {
      case .text:
        var length: Int32 = 0
        for byte in tree.textBytes(index) where byte > 32 && byte & 0xC0 != 0x80 { length += 1 }
        text[index] = length
      case .a: links[index] = text[index]
      case .img, .video, .iframe, .audio: pictures[index] += 1
      case .svg:
        text[index] = 0
        links[index] = 0
        paragraphs[index] = 0
      case .script, .style, .noscript, .template, .select, .textarea, .title, .rt, .rp:
        text[index] = 0
        links[index] = 0
        paragraphs[index] = 0
      case .p, .pre, .blockquote:
        if text[index] >= Self.shortestParagraph, links[index] * 5 < text[index] * 2 {
          paragraphs[index] = max(paragraphs[index], text[index])
        }
      default: break
      }
      if node.parent >= 0 {
        let parent = Int(node.parent)
        text[parent] += text[index]
        links[parent] += links[index]
        paragraphs[parent] += paragraphs[index]
        pictures[parent] += pictures[index]
      }
      index -= 1
    }
  }
}
