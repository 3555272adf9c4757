import CLibXML2

/// Builds the flat tree of a document from libxml2's, which is the one place that C memory is touched.
///
/// libxml2 never fails on HTML: whatever is not markup is text. Elements below ``deepest`` stand beside one another,
/// so that walks to the root are short. Cost: linear in the bytes; ``NestingLimit`` sees to it that libxml2's part is.
enum HTMLParser {
  /// How deep elements may stand in one another, as in browsers.
  static let deepest = 512

  /// libxml2's own tables, made once before threads use them.
  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  /// The tree of a document in UTF-8.
  static func tree(of bytes: [UInt8]) -> HTMLTree {
    precondition(isReady)
    // To libxml2 a NUL is the end of the document.
    let bytes = NestingLimit.applied(
      to: bytes.contains(0) ? bytes.map { $0 == 0 ? 32 : $0 } : bytes)
    var builder = TreeBuilder(size: bytes.count)
    bytes.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress, buffer.count <= Int(Int32.max),
        let context = htmlCreateMemoryParserCtxt(start, Int32(buffer.count))
      else { return }
      defer { htmlFreeParserCtxt(context) }
      let options: [htmlParserOption] = [
        HTML_PARSE_RECOVER, HTML_PARSE_NOERROR, HTML_PARSE_NOWARNING, HTML_PARSE_NONET,
        HTML_PARSE_IGNORE_ENC, HTML_PARSE_COMPACT,
      ]
      htmlCtxtUseOptions(context, Int32(options.reduce(0) { $0 | $1.rawValue }))
      // Without it a text of more than 10 MB is cut; the page's own size is limited before.
      context.pointee.options |= Int32(XML_PARSE_HUGE.rawValue)
      if let handler = xmlFindCharEncodingHandler("UTF-8") {
        xmlSwitchToEncoding(context, handler)
      }
      htmlParseDocument(context)
      // The document is the caller's; nothing else refers to it.
      guard let document = context.pointee.myDoc else { return }
      defer { xmlFreeDoc(document) }
      builder.read(document)
    }
    builder.finish()
    return builder.tree
  }
}

/// Walks libxml2's tree by its own links, without recursion: no depth of nesting exhausts the stack.
private struct TreeBuilder {
  var tree = HTMLTree()
  /// The nodes of ``tree`` that are open, outermost first.
  private var open: [Int] = []

  init(size: Int) {
    tree.text.reserveCapacity(size / 2)
    tree.nodes.reserveCapacity(size / 24)
    append(.html, range: 0..<0)
    open.append(0)
  }

  mutating func finish() { tree.nodes[0].end = Int32(tree.nodes.count) }

  mutating func read(_ document: htmlDocPtr) {
    var next = document.pointee.children
    var depth = 0
    while let node = next {
      if enter(node, depth: depth), let child = node.pointee.children {
        next = child
        depth += 1
        continue
      }
      leave(depth: depth)
      next = node.pointee.next
      var climbing = node
      while next == nil, depth > 0, let parent = climbing.pointee.parent {
        climbing = parent
        depth -= 1
        leave(depth: depth)
        next = climbing.pointee.next
      }
    }
  }

  /// Whether elements of each depth were pushed, so that leaving them pops what entering pushed.
  private var pushed: [Bool] = []

  /// Takes a node; true where its children are wanted.
  private mutating func enter(_ node: xmlNodePtr, depth: Int) -> Bool {
    while pushed.count <= depth { pushed.append(false) }
    pushed[depth] = false
    switch node.pointee.type {
    case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
      appendText(of: node)
      return false
    case XML_ELEMENT_NODE: return enterElement(node, depth: depth)
    default: return false
    }
  }

  private mutating func enterElement(_ node: xmlNodePtr, depth: Int) -> Bool {
    let tag = HTMLTag.byHash[Self.hash(node.pointee.name)] ?? .other
    let attributes = readAttributes(of: node)
    if tag == .html {
      if tree.nodes[0].range.isEmpty { tree.nodes[0].range = attributes }
      return true
    }
    append(tag, range: attributes)
    switch tag {
    case .style, .textarea, .iframe, .noembed, .noframes, .svg: return false
    case .script where !isJSON(tree.nodes.count - 1): return false
    default: break
    }
    if open.count < HTMLParser.deepest {
      open.append(tree.nodes.count - 1)
      pushed[depth] = true
    }
    return true
  }

  private mutating func leave(depth: Int) {
    guard depth < pushed.count, pushed[depth], let node = open.popLast() else { return }
    pushed[depth] = false
    tree.nodes[node].end = Int32(tree.nodes.count)
  }

  private mutating func append(_ tag: HTMLTag, range: Range<Int32>) {
    let index = Int32(tree.nodes.count)
    let parent = open.last.map(Int32.init) ?? -1
    tree.nodes.append(.init(tag: tag, parent: parent, end: index + 1, range: range))
  }

  private mutating func appendText(of node: xmlNodePtr) {
    append(.text, range: copy(node.pointee.content))
  }

  /// The attributes that the reader keeps, copied.
  private mutating func readAttributes(of node: xmlNodePtr) -> Range<Int32> {
    let first = Int32(tree.attributes.count)
    var next = node.pointee.properties
    while let attribute = next {
      next = attribute.pointee.next
      guard let name = HTMLAttribute.byHash[Self.hash(attribute.pointee.name)] else { continue }
      let start = Int32(tree.text.count)
      var part = attribute.pointee.children
      while let piece = part {
        _ = copy(piece.pointee.content)
        part = piece.pointee.next
      }
      tree.attributes.append(.init(name: name, range: start..<Int32(tree.text.count)))
    }
    return first..<Int32(tree.attributes.count)
  }

  /// Copies a string that ends with NUL, as all of libxml2's do.
  private mutating func copy(_ string: UnsafePointer<xmlChar>?) -> Range<Int32> {
    let first = Int32(tree.text.count)
    if let string {
      let count = Int(xmlStrlen(string))
      tree.text.append(contentsOf: UnsafeBufferPointer(start: string, count: count))
    }
    return first..<Int32(tree.text.count)
  }

  private static func hash(_ name: UnsafePointer<xmlChar>?) -> UInt64 {
    var hash = NameHash()
    guard var byte = name else { return hash.value }
    while byte.pointee != 0 {
      hash.add(byte.pointee)
      byte += 1
    }
    return hash.value
  }

  private func isJSON(_ node: Int) -> Bool {
    guard let type = tree.attributeBytes(.type, of: node) else { return false }
    return String(decoding: type, as: UTF8.self).lowercased().holds("ld+json")
  }
}
