/// Puts start tags, texts and end tags together into a tree, whatever is missing or misplaced among them.
///
/// Each step is bounded by ``deepest``. Source: the HTML standard, "Tree construction".
struct HTMLTreeBuilder {
  static let deepest = 512

  private var tree = HTMLTree()
  /// The nodes that are open, outermost first.
  private var open: [Int] = []
  /// The names of those that the reader does not tell apart, by their hashes; 0 for the others.
  private var openNames: [UInt64] = []
  /// How many elements of each tag are open.
  private var openCount = [Int](repeating: 0, count: HTMLTag.allCases.count)

  /// A builder for a document of so many bytes.
  init(size: Int) {
    tree.text.reserveCapacity(size / 2)
    tree.nodes.reserveCapacity(size / 24)
    append(.html, 0..<0)
    push(0, name: 0)
  }

  /// The tree, all that is open closed.
  mutating func finish() -> HTMLTree {
    let end = Int32(tree.nodes.count)
    for node in open { tree.nodes[node].end = end }
    return tree
  }

  // MARK: Content

  /// Begins a tag's attributes; returns what ``start(_:name:attributesFrom:isSelfClosing:)`` is to be given.
  func beginAttributes() -> Int { tree.attributes.count }

  mutating func attribute(_ name: HTMLAttribute, _ value: UnsafeBufferPointer<UInt8>) {
    let range = copy(value)
    tree.attributes.append(.init(name: name, range: range))
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isOpen(.head), open.last.map({ tree.nodes[$0].tag }) == .head,
      !bytes.allSatisfy({ $0 <= 32 })
    {
      pop()
    }
    append(.text, copy(bytes))
  }

  /// A script with fewer bytes carries no data; of what is streamed a piece may be as short as the head of a row.
  private static let shortestScript = 20

  /// Gives the last element its content, which holds no markup: a title's and linked data's are kept, and of other scripts
  /// where they stand.
  mutating func raw(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    let node = tree.nodes.count - 1
    let tag = tree.nodes[node].tag
    let isKept = tag == .title || tag == .script && keepsScript(node)
    if tag == .script, bytes.count >= Self.shortestScript, !isKept {
      tree.scripts.append(Int32(start)..<Int32(start + bytes.count))
    }
    guard isKept else { return }
    let range: Range<Int32>
    if tag == .title {
      range = copy(bytes)
    } else {
      let first = Int32(tree.text.count)
      tree.text.append(contentsOf: bytes)
      range = first..<Int32(tree.text.count)
    }
    let index = Int32(tree.nodes.count)
    tree.nodes.append(.init(tag: .text, parent: Int32(node), end: index + 1, range: range))
    tree.nodes[node].end = index + 1
  }

  private func keepsScript(_ node: Int) -> Bool {
    guard let type = tree.attributeBytes(.type, of: node) else { return false }
    return String(decoding: type, as: UTF8.self).lowercased().holds("ld+json")
  }

  /// Copies bytes, references replaced.
  private mutating func copy(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int32> {
    let first = Int32(tree.text.count)
    CharacterReferences.append(bytes, to: &tree.text)
    return first..<Int32(tree.text.count)
  }

  // MARK: Tags

  /// Takes a start tag; true where its content holds no markup.
  ///
  /// - Parameter name: the hash of its name.
  mutating func start(
    _ tag: HTMLTag, name: UInt64, attributesFrom first: Int, isSelfClosing: Bool
  ) -> Bool {
    let attributes = Int32(first)..<Int32(tree.attributes.count)
    switch tag {
    case .html:
      if tree.nodes[0].range.isEmpty { tree.nodes[0].range = attributes }
      return false
    case .body where isOpen(.body), .head where isOpen(.head) || isOpen(.body): return false
    default: break
    }
    if isOpen(.head), !tag.belongsInHead { popThrough({ $0 == .head }, unless: { _ in false }) }
    closeImplied(before: tag)
    append(tag, attributes)
    if tag.isVoid { return false }
    switch tag {
    case .script, .style, .textarea, .title, .iframe, .noembed, .noframes, .svg: return true
    default: break
    }
    if isSelfClosing, tag == .other { return false }
    if open.count < Self.deepest {
      push(tree.nodes.count - 1, name: tag == .other ? name : 0)
    }
    return false
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
    case .td where isOpen(.td) || isOpen(.th), .th where isOpen(.td) || isOpen(.th):
      popThrough({ $0 == .td || $0 == .th }, unless: { $0 == .tr || $0 == .table })
    case .tr where isOpen(.tr): popThrough({ $0 == .tr }, unless: { $0 == .table })
    case .tbody, .thead, .tfoot:
      popThrough({ $0 == .tbody || $0 == .thead || $0 == .tfoot }, unless: { $0 == .table })
    case .option where isOpen(.option): popThrough({ $0 == .option }, unless: { $0 == .select })
    case .a where isOpen(.a): popThrough({ $0 == .a }, unless: { $0.isBlock })
    case .h1, .h2, .h3, .h4, .h5, .h6:
      if let last = open.last, tree.nodes[last].tag.isHeading { pop() }
    default: break
    }
  }

  /// Takes an end tag; one that ends nothing that is open is passed over.
  mutating func close(_ tag: HTMLTag, name: UInt64) {
    switch tag {
    case .html, .body: return
    case .other: closeOther(name)
    case .br: append(.br, 0..<0)
    case .p where !isOpen(.p): append(.p, 0..<0)
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

  /// Closes the innermost element of a name that the reader does not tell apart.
  private mutating func closeOther(_ name: UInt64) {
    guard isOpen(.other) else { return }
    var depth = open.count - 1
    while depth > 0 {
      if openNames[depth] == name {
        while open.count > depth { pop() }
        return
      }
      if tree.nodes[open[depth]].tag.isScope { return }
      depth -= 1
    }
  }

  // MARK: Stack

  private mutating func append(_ tag: HTMLTag, _ range: Range<Int32>) {
    let index = Int32(tree.nodes.count)
    let parent = open.last.map(Int32.init) ?? -1
    tree.nodes.append(.init(tag: tag, parent: parent, end: index + 1, range: range))
  }

  private mutating func push(_ node: Int, name: UInt64) {
    open.append(node)
    openNames.append(name)
    openCount[Int(tree.nodes[node].tag.rawValue)] += 1
  }

  private mutating func pop() {
    guard let node = open.popLast() else { return }
    openNames.removeLast()
    tree.nodes[node].end = Int32(tree.nodes.count)
    openCount[Int(tree.nodes[node].tag.rawValue)] -= 1
  }

  private func isOpen(_ tag: HTMLTag) -> Bool { openCount[Int(tag.rawValue)] > 0 }

  /// Closes the innermost open element that `matches`, unless one that `stops` stands above it.
  private mutating func popThrough(
    _ matches: (HTMLTag) -> Bool, unless stops: (HTMLTag) -> Bool
  ) {
    var depth = open.count - 1
    while depth > 0 {
      let tag = tree.nodes[open[depth]].tag
      if matches(tag) {
        while open.count > depth { pop() }
        return
      }
      if stops(tag) { return }
      depth -= 1
    }
  }
}
