import Record

/// Parts a page into segments, in document order.
struct Segmentation {
  /// What holds at a point of the page.
  private struct State {
    var end: Int
    var isBlock: Bool
    var inLink: Bool
    var kind: Record.Block.Kind
    var level: Int
    var node: Int
    var roles: ClassWords.Roles
    var place: PageSegment.Place
  }

  private let tree: HTMLTree
  private let weights: NodeWeights
  private let classes: ClassWords
  private var segments: [PageSegment] = []
  private var states: [State]
  private var buffer: [UInt8] = []
  private var linkLength = 0
  private var breaks = 0
  private var cellStart = 0

  /// Places that stand beside an article, unless they hold it.
  private static let besides: PageSegment.Place = [.aside, .footer, .navigation, .form, .header]
  /// Furniture by its class that holds this share of the page's paragraphs is none.
  private static let shareOfParagraphs = 0.4
  private static let shareOfComments = 0.8
  /// The text beside a picture in a box of its own is its caption up to this many characters.
  private static let longestCaption: Int32 = 220
  /// A table's cell with this many bytes is a segment of its own.
  private static let longCell = 100

  private init(_ tree: HTMLTree, _ weights: NodeWeights, _ classes: ClassWords) {
    self.tree = tree
    self.weights = weights
    self.classes = classes
    states = [
      State(
        end: Int.max, isBlock: true, inLink: false, kind: .paragraph, level: 0, node: 0, roles: [],
        place: [])
    ]
  }

  /// The segments of a tree, furniture included.
  static func segments(
    of tree: HTMLTree, weights: NodeWeights, classes: ClassWords
  ) -> [PageSegment] {
    var reading = Segmentation(tree, weights, classes)
    reading.read()
    return reading.segments
  }

  private var state: State { states[states.count - 1] }

  private mutating func read() {
    var index = 0
    while index < tree.nodes.count {
      while state.end <= index { leave() }
      let node = tree.nodes[index]
      switch node.tag {
      case .text: append(tree.textBytes(index))
      case .br: lineBreak()
      case .img, .source, .track, .wbr, .input, .meta, .link, .base: break
      case .head, .script, .style, .noscript, .template, .svg, .math, .iframe, .object, .embed,
        .video, .audio, .canvas, .select, .textarea, .button, .option, .datalist, .map, .title,
        .dialog, .applet, .progress, .meter, .rt, .rp:
        index = Int(node.end)
        continue
      default:
        if isHidden(index), !holdsTheArticle(index, []) {
          index = Int(node.end)
          continue
        }
        enter(index, node)
      }
      index += 1
    }
    flush()
  }

  private func isHidden(_ index: Int) -> Bool {
    if tree.nodes[index].range.isEmpty { return false }
    if tree.attributeBytes(.hidden, of: index) != nil { return true }
    guard let style = tree.attributeBytes(.style, of: index), style.count < 400 else {
      return false
    }
    let words = String(decoding: style, as: UTF8.self).lowercased().filter { $0 != " " }
    return words.holds("display:none") || words.holds("visibility:hidden")
  }

  private mutating func enter(_ index: Int, _ node: HTMLTree.Node) {
    var next = state
    next.end = Int(node.end)
    next.isBlock = node.tag.isBlock
    let isCell = node.tag == .td || node.tag == .th
    if next.isBlock {
      if !isCell { flush() } else { startCell() }
      next.node = index
    }
    setKind(of: &next, tag: node.tag)
    if !next.place.isDisjoint(with: Self.besides), state.place.isDisjoint(with: Self.besides),
      holdsTheArticle(index, [])
    {
      next.place.subtract(Self.besides)
    }
    if node.tag == .a { next.inLink = true }
    addRoles(to: &next, index)
    // A caption within a line is a segment of its own.
    if !next.isBlock, next.roles.contains(.caption), !state.roles.contains(.caption) {
      flush()
      next.isBlock = true
      next.node = index
    }
    states.append(next)
  }

  private func setKind(of next: inout State, tag: HTMLTag) {
    switch tag {
    case .h1, .h2, .h3, .h4, .h5, .h6:
      next.kind = .heading
      next.level = Int(tag.rawValue - HTMLTag.h1.rawValue) + 1
    case .li, .dd, .dt:
      if next.kind != .heading { next.kind = .listItem }
      next.place.insert(.list)
    case .blockquote:
      next.kind = .quote
      next.place.insert(.quote)
    case .p:
      next.place.insert(.paragraph)
      next.roles.remove(.lead)
    case .article: next.place.insert(.article)
    case .main: next.place.insert(.main)
    case .aside: next.place.insert(.aside)
    case .footer: next.place.insert(.footer)
    case .header: next.place.insert(.header)
    case .nav, .menu: next.place.insert(.navigation)
    case .figure: next.place.insert(.figure)
    case .figcaption, .caption: next.roles.insert(.caption)
    case .form, .fieldset, .label: next.place.insert(.form)
    case .table: next.place.insert(.table)
    case .time: next.place.insert(.time)
    default: break
    }
  }

  private func addRoles(to next: inout State, _ index: Int) {
    guard !tree.nodes[index].range.isEmpty || tree.nodes[index].tag == .figure else { return }
    var found: ClassWords.Roles = []
    for name in [HTMLAttribute.class, .id, .dataTestid, .dataComponent] {
      if let value = tree.attributeBytes(name, of: index), value.count < 500 {
        found.formUnion(classes.roles(of: value))
      }
    }
    if let role = tree.attribute(.role, of: index) {
      switch role {
      case "navigation", "search", "banner", "contentinfo", "complementary", "menu", "dialog":
        found.insert(.furniture)
      case "main": next.place.insert(.main)
      default: break
      }
    }
    if let property = tree.attribute(.itemprop, of: index) {
      let property = property.lowercased()
      if property.holds("articlebody") { found.insert(.body) }
      if property == "author" || property.hasPrefix("date") { found.insert(.byline) }
      if property == "comment" { found.formUnion([.furniture, .comments]) }
    }
    if !found.isDisjoint(with: [.furniture, .teaser]), holdsTheArticle(index, found) {
      found.subtract([.furniture, .comments, .teaser])
    }
    if found.contains(.byline), weights.text[index] > 250 { found.remove(.byline) }
    if found.contains(.caption), weights.text[index] > 1_000 { found.remove(.caption) }
    if found.contains(.picture) || tree.nodes[index].tag == .figure, next.isBlock,
      tree.nodes[index].tag != .p, weights.pictures[index] > 0,
      weights.text[index] <= Self.longestCaption
    {
      found.insert(.caption)
    }
    if found.contains(.body) { next.roles.remove(.lead) }
    next.roles.formUnion(found)
  }

  private func holdsTheArticle(_ index: Int, _ roles: ClassWords.Roles) -> Bool {
    let tag = tree.nodes[index].tag
    if tag == .body || tag == .html || tag == .main { return true }
    let share = roles.contains(.comments) ? Self.shareOfComments : Self.shareOfParagraphs
    let all = weights.paragraphs[0]
    if all >= 400 { return Double(weights.paragraphs[index]) >= share * Double(all) }
    let bare = weights.text[0] - weights.links[0]
    return Double(weights.text[index] - weights.links[index]) >= max(share, 0.5) * Double(bare)
  }

  private mutating func leave() {
    let left = states.removeLast()
    guard left.isBlock else { return }
    let tag = tree.nodes[left.node].tag
    if tag == .td || tag == .th {
      if buffer.count - cellStart > Self.longCell { flush(as: left) } else { buffer.append(32) }
    } else {
      flush(as: left)
    }
  }

  private mutating func startCell() {
    if buffer.count - cellStart > Self.longCell { flush() }
    cellStart = buffer.count
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>) {
    buffer += bytes
    if !bytes.allSatisfy({ $0 <= 32 }) { breaks = 0 }
    if state.inLink {
      for byte in bytes where byte > 32 && byte & 0xC0 != 0x80 { linkLength += 1 }
    }
  }

  private mutating func lineBreak() {
    breaks += 1
    if breaks >= 2 { flush() } else { buffer.append(0) }
  }

  private mutating func flush(as given: State? = nil) {
    defer {
      buffer.removeAll(keepingCapacity: true)
      linkLength = 0
      cellStart = 0
    }
    guard buffer.contains(where: { $0 > 32 }) else { return }
    let (text, length) = SqueezedText.squeeze(buffer)
    guard length > 0 else { return }
    let at = given ?? state
    segments.append(
      PageSegment(
        kind: at.kind, level: at.level, text: text, length: length, linkLength: linkLength,
        node: at.node, roles: at.roles, place: at.place))
  }
}

/// White space squeezed out of a segment's bytes.
enum SqueezedText {
  /// Runs of white space become one blank; a line break, written as a zero byte, becomes a line feed.
  static func squeeze(_ bytes: [UInt8]) -> (text: String, length: Int) {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var pending: UInt8 = 0xFF
    var length = 0
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      let space = spaceLength(bytes, at)
      if space > 0 {
        if byte == 0 { pending = 10 } else if pending == 0xFF { pending = 32 }
        at += space
        continue
      }
      if pending != 0xFF {
        if !result.isEmpty { result.append(pending) }
        pending = 0xFF
      }
      result.append(byte)
      if byte & 0xC0 != 0x80 { length += 1 }
      at += 1
    }
    return (String(decoding: result, as: UTF8.self), length)
  }

  /// How many bytes of white space stand there: ASCII's, no-break, zero-width and byte order marks.
  private static func spaceLength(_ bytes: [UInt8], _ at: Int) -> Int {
    let byte = bytes[at]
    if byte <= 32 { return 1 }
    if byte == 0xC2, at + 1 < bytes.count, bytes[at + 1] == 0xA0 { return 2 }
    guard at + 2 < bytes.count else { return 0 }
    if byte == 0xE2, bytes[at + 1] == 0x80, (0x80...0x8B).contains(bytes[at + 2]) { return 3 }
    if byte == 0xE2, bytes[at + 1] == 0x80, [0xA8, 0xA9, 0xAF].contains(bytes[at + 2]) { return 3 }
    if byte == 0xE3, bytes[at + 1] == 0x80, bytes[at + 2] == 0x80 { return 3 }
    if byte == 0xEF, bytes[at + 1] == 0xBB, bytes[at + 2] == 0xBF { return 3 }
    return 0
  }
}
