/// Builds a tree from HTML as it is found, after the WHATWG rules as far as they bear on reading.
///
/// It never fails: whatever is not markup is text. End tags may be left out or misplaced; elements below
/// ``deepest`` stand beside one another. Left out of the rules are what no article needs: active formatting elements,
/// foster parenting, frames. Cost: linear in the bytes (each step is bounded by ``deepest``).
struct HTMLParser {
  /// How deep elements may stand in one another, as in browsers.
  static let deepest = 512

  private let bytes: [UInt8]
  private var at = 0
  private var tree = HTMLTree()
  private var open: [Int] = []
  /// How many elements of each tag are open.
  private var openCount = [Int](repeating: 0, count: HTMLTag.allCases.count)

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    tree.text.reserveCapacity(bytes.count / 2)
    tree.nodes.reserveCapacity(bytes.count / 24)
  }

  /// The tree of a document in UTF-8.
  static func tree(of bytes: [UInt8]) -> HTMLTree {
    var parser = HTMLParser(bytes)
    parser.parse()
    return parser.tree
  }

  private mutating func parse() {
    append(.html, attributes: 0..<0)
    push(0)
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "<"), readMarkup() { continue }
      readText()
    }
    let end = Int32(tree.nodes.count)
    for node in open { tree.nodes[node].end = end }
  }

  // MARK: Tokens

  private func byte(_ offset: Int) -> UInt8 {
    at + offset < bytes.count ? bytes[at + offset] : 0
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 32) }

  /// Reads what a `<` begins; false where it begins nothing.
  private mutating func readMarkup() -> Bool {
    let next = byte(1)
    if Self.isLetter(next) {
      at += 1
      readStartTag()
    } else if next == UInt8(ascii: "/"), Self.isLetter(byte(2)) {
      at += 2
      let hash = readName()
      skip(past: UInt8(ascii: ">"))
      close(HTMLTag.byHash[hash] ?? .other)
    } else if next == UInt8(ascii: "!"), byte(2) == UInt8(ascii: "-"), byte(3) == UInt8(ascii: "-")
    {
      at += 4
      skipComment()
    } else if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") || next == UInt8(ascii: "/") {
      skip(past: UInt8(ascii: ">"))
    } else {
      return false
    }
    return true
  }

  private mutating func skip(past mark: UInt8) {
    while at < bytes.count, bytes[at] != mark { at += 1 }
    at = min(at + 1, bytes.count)
  }

  private mutating func skipComment() {
    if byte(0) == UInt8(ascii: ">") {
      at += 1
      return
    }
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "-"), byte(1) == UInt8(ascii: "-"),
        byte(2) == UInt8(ascii: ">") || byte(2) == UInt8(ascii: "!") && byte(3) == UInt8(ascii: ">")
      {
        at += byte(2) == UInt8(ascii: ">") ? 3 : 4
        return
      }
      at += 1
    }
  }

  private mutating func readName() -> UInt64 {
    var hash = NameHash()
    while at < bytes.count {
      let byte = bytes[at]
      if byte <= 32 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") { break }
      hash.add(byte)
      at += 1
    }
    return hash.value
  }

  private mutating func readStartTag() {
    let tag = HTMLTag.byHash[readName()] ?? .other
    let first = tree.attributes.count
    let selfClosing = readAttributes()
    start(tag, attributes: Int32(first)..<Int32(tree.attributes.count), selfClosing: selfClosing)
  }

  /// Reads up to the tag's `>`; true where a slash stands before it.
  private mutating func readAttributes() -> Bool {
    var slash = false
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: ">") {
        at += 1
        return slash
      }
      if byte <= 32 || byte == UInt8(ascii: "/") {
        slash = byte == UInt8(ascii: "/")
        at += 1
        continue
      }
      slash = false
      var hash = NameHash()
      repeat {
        hash.add(bytes[at])
        at += 1
      } while at < bytes.count && bytes[at] > 32 && bytes[at] != UInt8(ascii: "=")
        && bytes[at] != UInt8(ascii: ">") && bytes[at] != UInt8(ascii: "/")
      readValue(of: HTMLAttribute.byHash[hash.value])
    }
    return slash
  }

  private mutating func readValue(of name: HTMLAttribute?) {
    let afterName = at
    while at < bytes.count, bytes[at] <= 32 { at += 1 }
    var range = at..<at
    if byte(0) == UInt8(ascii: "=") {
      at += 1
      while at < bytes.count, bytes[at] <= 32 { at += 1 }
      let quote = byte(0)
      if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        at += 1
        let start = at
        while at < bytes.count, bytes[at] != quote { at += 1 }
        range = start..<at
        at = min(at + 1, bytes.count)
      } else {
        let start = at
        while at < bytes.count, bytes[at] > 32, bytes[at] != UInt8(ascii: ">") { at += 1 }
        range = start..<at
      }
    } else {
      at = afterName
    }
    guard let name else { return }
    let first = Int32(tree.text.count)
    CharacterReferences.append(bytes[range], to: &tree.text)
    tree.attributes.append(.init(name: name, range: first..<Int32(tree.text.count)))
  }

  private mutating func readText() {
    let start = at
    repeat { at += 1 } while at < bytes.count && bytes[at] != UInt8(ascii: "<")
    appendText(bytes[start..<at])
  }

  private mutating func appendText(_ slice: ArraySlice<UInt8>) {
    if openCount[Int(HTMLTag.head.rawValue)] > 0, open.last.map({ tree.nodes[$0].tag }) == .head,
      !slice.allSatisfy({ $0 <= 32 })
    {
      pop()
    }
    let first = Int32(tree.text.count)
    CharacterReferences.append(slice, to: &tree.text)
    append(.text, attributes: first..<Int32(tree.text.count))
  }

  // MARK: Tree

  private mutating func append(_ tag: HTMLTag, attributes: Range<Int32>) {
    let index = Int32(tree.nodes.count)
    let parent = open.last.map(Int32.init) ?? -1
    tree.nodes.append(.init(tag: tag, parent: parent, end: index + 1, range: attributes))
  }

  private mutating func push(_ node: Int) {
    open.append(node)
    openCount[Int(tree.nodes[node].tag.rawValue)] += 1
  }

  private mutating func pop() {
    guard let node = open.popLast() else { return }
    tree.nodes[node].end = Int32(tree.nodes.count)
    openCount[Int(tree.nodes[node].tag.rawValue)] -= 1
  }

  private func isOpen(_ tag: HTMLTag) -> Bool { openCount[Int(tag.rawValue)] > 0 }

  /// Closes the innermost open element that `matches`, unless one that `stops` stands above it.
  @discardableResult
  private mutating func popThrough(
    _ matches: (HTMLTag) -> Bool, unless stops: (HTMLTag) -> Bool
  ) -> Bool {
    var depth = open.count - 1
    while depth > 0 {
      let tag = tree.nodes[open[depth]].tag
      if matches(tag) {
        while open.count > depth { pop() }
        return true
      }
      if stops(tag) { return false }
      depth -= 1
    }
    return false
  }

  private mutating func start(_ tag: HTMLTag, attributes: Range<Int32>, selfClosing: Bool) {
    switch tag {
    case .html:
      if tree.nodes[0].range.isEmpty { tree.nodes[0].range = attributes }
      return
    case .body where isOpen(.body), .head where isOpen(.head) || isOpen(.body): return
    default: break
    }
    if isOpen(.head), !tag.belongsInHead { popThrough({ $0 == .head }, unless: { _ in false }) }
    closeImplied(before: tag)
    append(tag, attributes: attributes)
    let node = tree.nodes.count - 1
    if tag.isVoid { return }
    switch tag {
    case .script, .style, .textarea, .title, .iframe, .noembed, .noframes, .svg:
      readRaw(tag, node)
      return
    default: break
    }
    if selfClosing, tag == .other { return }
    if open.count < Self.deepest { push(node) }
  }

  private mutating func closeImplied(before tag: HTMLTag) {
    if tag.closesParagraph, isOpen(.p) {
      popThrough({ $0 == .p }, unless: { $0.isScope || $0 == .button })
    }
    switch tag {
    case .li where isOpen(.li):
      popThrough({ $0 == .li }, unless: { $0 == .ul || $0 == .ol || $0 == .menu || $0.isScope })
    case .dt where isOpen(.dt) || isOpen(.dd), .dd where isOpen(.dt) || isOpen(.dd):
      popThrough({ $0 == .dt || $0 == .dd }, unless: { $0 == .dl || $0.isScope })
    case .td, .th:
      popThrough({ $0 == .td || $0 == .th }, unless: { $0 == .tr || $0 == .table })
    case .tr:
      popThrough({ $0 == .tr }, unless: { $0 == .table })
    case .tbody, .thead, .tfoot:
      popThrough({ $0 == .tbody || $0 == .thead || $0 == .tfoot }, unless: { $0 == .table })
    case .option where isOpen(.option):
      popThrough({ $0 == .option }, unless: { $0 == .select })
    case .a where isOpen(.a):
      popThrough({ $0 == .a }, unless: { $0.isBlock })
    case .h1, .h2, .h3, .h4, .h5, .h6:
      if let last = open.last, tree.nodes[last].tag.isHeading { pop() }
    default: break
    }
  }

  private mutating func close(_ tag: HTMLTag) {
    switch tag {
    case .html, .body: return
    case .br: append(.br, attributes: 0..<0)
    case .p where !isOpen(.p): append(.p, attributes: 0..<0)
    case .h1, .h2, .h3, .h4, .h5, .h6: popThrough(\.isHeading, unless: \.isScope)
    default:
      guard isOpen(tag) else { return }
      switch tag {
      case .table, .template, .object: popThrough({ $0 == tag }, unless: { _ in false })
      case .td, .th, .tr, .tbody, .thead, .tfoot, .caption:
        popThrough({ $0 == tag }, unless: { $0 == .table })
      default:
        let isBlock = tag.isBlock
        popThrough({ $0 == tag }, unless: { $0.isScope || !isBlock && $0.isBlock && $0 != .p })
      }
    }
  }

  /// Passes over content that holds no markup, keeping it where it is wanted.
  private mutating func readRaw(_ tag: HTMLTag, _ node: Int) {
    let name = Array(String(describing: tag).utf8)
    let start = at
    var end = bytes.count
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "<"), byte(1) == UInt8(ascii: "/"),
        at + 2 + name.count <= bytes.count,
        zip(bytes[(at + 2)...], name).allSatisfy({ $0 | 32 == $1 })
      {
        end = at
        skip(past: UInt8(ascii: ">"))
        break
      }
      at += 1
    }
    guard tag == .title || tag == .script && isJSON(node) else { return }
    let first = Int32(tree.text.count)
    if tag == .title {
      CharacterReferences.append(bytes[start..<end], to: &tree.text)
    } else {
      tree.text += bytes[start..<end]
    }
    let index = Int32(tree.nodes.count)
    tree.nodes.append(
      .init(
        tag: .text, parent: Int32(node), end: index + 1, range: first..<Int32(tree.text.count)))
    tree.nodes[node].end = index + 1
  }

  private func isJSON(_ node: Int) -> Bool {
    guard let type = tree.attributeBytes(.type, of: node) else { return false }
    return String(decoding: type, as: UTF8.self).lowercased().holds("ld+json")
  }
}
