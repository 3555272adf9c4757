/// An HTML document as one flat array of nodes in document order.
///
/// A node's subtree is the nodes from it to its ``Node/end``, so that every walk is a loop and no depth of nesting can
/// exhaust the stack.
struct HTMLTree: Sendable {
  struct Node: Sendable {
    var tag: HTMLTag
    /// The node it stands in; −1 for the root.
    var parent: Int32
    /// One past the last node of its subtree.
    var end: Int32
    /// Its attributes, or, of a text, its bytes in ``HTMLTree/text``.
    var range: Range<Int32>
  }

  struct AttributeValue: Sendable {
    var name: HTMLAttribute
    var range: Range<Int32>
  }

  /// In document order; the first is the document itself.
  var nodes: [Node] = []
  var attributes: [AttributeValue] = []
  /// Where in the document scripts of some length stand that are not kept: their data are asked for where all else fails.
  var scripts: [Range<Int32>] = []
  /// The bytes of all texts and attribute values, references replaced.
  var text: [UInt8] = []

  /// A node's own attribute as a string; nil where it has none.
  func attribute(_ name: HTMLAttribute, of node: Int) -> String? {
    attributeBytes(name, of: node).map { String(decoding: $0, as: UTF8.self) }
  }

  /// A node's own attribute; nil where it has none.
  func attributeBytes(_ name: HTMLAttribute, of node: Int) -> ArraySlice<UInt8>? {
    let node = nodes[node]
    guard node.tag != .text else { return nil }
    for attribute in attributes[Int(node.range.lowerBound)..<Int(node.range.upperBound)]
    where attribute.name == name {
      return text[Int(attribute.range.lowerBound)..<Int(attribute.range.upperBound)]
    }
    return nil
  }

  /// The bytes of a text node.
  func textBytes(_ node: Int) -> ArraySlice<UInt8> {
    let range = nodes[node].range
    return text[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  /// The nodes of a subtree, the node itself included.
  func subtree(_ node: Int) -> Range<Int> { node..<Int(nodes[node].end) }

  /// The text within a node, white space squeezed; blocks and line breaks part words.
  func words(in node: Int) -> String {
    var bytes: [UInt8] = []
    var index = node
    let end = Int(nodes[node].end)
    while index < end {
      let tag = nodes[index].tag
      switch tag {
      case .text: bytes += textBytes(index)
      case .script, .style, .noscript, .template, .svg, .select, .textarea, .rt, .rp:
        index = Int(nodes[index].end)
        continue
      default: if tag.isBlock || tag == .br { bytes.append(32) }
      }
      index += 1
    }
    return String(decoding: bytes, as: UTF8.self).squeezedSpace()
  }
}
