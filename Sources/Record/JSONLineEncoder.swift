/// Writes a value as one line of JSON, its keys in the order in which they are encoded.
///
/// Foundation's encoder has no order of its own but the alphabet's, and the record's keys have one that readers rely
/// on. Nil members are left out, as the synthesised encoders do. Doubles are written in the shortest form that reads
/// back the same, whole ones without a fraction. Cost: linear in the output.
public struct JSONLineEncoder: Sendable {
  /// An encoder.
  public init() {}

  /// The value as JSON, without a line end.
  public func encode(_ value: some Encodable) throws -> String {
    let root = Node()
    try value.encode(to: NodeEncoder(node: root, codingPath: []))
    var bytes: [UInt8] = []
    root.write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// A JSON value being built.
private final class Node {
  enum Content {
    case null
    case literal(String)
    case string(String)
    case array([Node])
    case object([(key: String, value: Node)])
  }

  var content = Content.null

  func member(_ key: String) -> Node {
    let node = Node()
    var members: [(key: String, value: Node)] = []
    if case .object(let present) = content { members = present }
    content = .null
    members.append((key, node))
    content = .object(members)
    return node
  }

  func element() -> Node {
    let node = Node()
    var elements: [Node] = []
    if case .array(let present) = content { elements = present }
    content = .null
    elements.append(node)
    content = .array(elements)
    return node
  }

  func write(to bytes: inout [UInt8]) {
    switch content {
    case .null: bytes += "null".utf8
    case .literal(let text): bytes += text.utf8
    case .string(let text): Self.writeString(text, to: &bytes)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        element.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.writeString(member.key, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func writeString(_ text: String, to bytes: inout [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 10: bytes += "\\n".utf8
      case 13: bytes += "\\r".utf8
      case 9: bytes += "\\t".utf8
      case 0..<32, 127: bytes += "\\u00".utf8 + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

private struct NodeEncoder: Encoder {
  let node: Node
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    if case .object = node.content {} else { node.content = .object([]) }
    return KeyedEncodingContainer(KeyedContainer<Key>(node: node, codingPath: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    if case .array = node.content {} else { node.content = .array([]) }
    return UnkeyedContainer(node: node, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    ValueContainer(node: node, codingPath: codingPath)
  }
}

private struct KeyedContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let node: Node
  let codingPath: [any CodingKey]

  mutating func encodeNil(forKey key: Key) {
    node.member(key.stringValue).content = .null
  }

  mutating func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
    try value.encode(
      to: NodeEncoder(node: node.member(key.stringValue), codingPath: codingPath + [key]))
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    NodeEncoder(node: node.member(key.stringValue), codingPath: codingPath + [key])
      .container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    NodeEncoder(node: node.member(key.stringValue), codingPath: codingPath + [key])
      .unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder {
    NodeEncoder(node: node.member("super"), codingPath: codingPath)
  }

  mutating func superEncoder(forKey key: Key) -> any Encoder {
    NodeEncoder(node: node.member(key.stringValue), codingPath: codingPath + [key])
  }
}

private struct UnkeyedContainer: UnkeyedEncodingContainer {
  let node: Node
  let codingPath: [any CodingKey]
  private(set) var count = 0

  init(node: Node, codingPath: [any CodingKey]) {
    self.node = node
    self.codingPath = codingPath
  }

  private mutating func next() -> NodeEncoder {
    count += 1
    return NodeEncoder(node: node.element(), codingPath: codingPath)
  }

  mutating func encodeNil() { _ = next() }

  mutating func encode<T: Encodable>(_ value: T) throws { try value.encode(to: next()) }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> { next().container(keyedBy: type) }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    next().unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder { next() }
}

private struct ValueContainer: SingleValueEncodingContainer {
  let node: Node
  let codingPath: [any CodingKey]

  mutating func encodeNil() { node.content = .null }
  mutating func encode(_ value: Bool) { node.content = .literal(value ? "true" : "false") }
  mutating func encode(_ value: String) { node.content = .string(value) }
  mutating func encode(_ value: Float) throws { try encode(Double(value)) }
  mutating func encode(_ value: Int) { node.content = .literal(String(value)) }
  mutating func encode(_ value: Int8) { node.content = .literal(String(value)) }
  mutating func encode(_ value: Int16) { node.content = .literal(String(value)) }
  mutating func encode(_ value: Int32) { node.content = .literal(String(value)) }
  mutating func encode(_ value: Int64) { node.content = .literal(String(value)) }
  mutating func encode(_ value: UInt) { node.content = .literal(String(value)) }
  mutating func encode(_ value: UInt8) { node.content = .literal(String(value)) }
  mutating func encode(_ value: UInt16) { node.content = .literal(String(value)) }
  mutating func encode(_ value: UInt32) { node.content = .literal(String(value)) }
  mutating func encode(_ value: UInt64) { node.content = .literal(String(value)) }

  mutating func encode(_ value: Double) throws {
    guard value.isFinite else {
      throw EncodingError.invalidValue(
        value, .init(codingPath: codingPath, debugDescription: "JSON has no \(value)"))
    }
    let whole = value.rounded() == value && abs(value) < 9e15
    node.content = .literal(whole ? String(Int64(value)) : String(value))
  }

  mutating func encode<T: Encodable>(_ value: T) throws {
    try value.encode(to: NodeEncoder(node: node, codingPath: codingPath))
  }
}
