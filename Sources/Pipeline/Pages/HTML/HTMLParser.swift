/// Parses HTML as it is found, after the WHATWG rules as far as they bear on reading.
///
/// Own code, for speed and for the browsers' own rules: libxml2's parser alone takes half the time that a page may take
/// here, follows HTML 4, and closes tags in quadratic time. It never fails: whatever is not markup is text. Left out of
/// the rules are what no article needs: active formatting elements, foster parenting, frames. Cost: linear in the bytes.
/// Source: the HTML standard, "Parsing HTML documents".
struct HTMLParser {
  /// How deep elements may stand in one another, as in browsers.
  static let deepest = HTMLTreeBuilder.deepest

  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0
  private var builder: HTMLTreeBuilder
  /// Elements that no end tag of was found any more: none is looked for again.
  private var endless: Set<HTMLTag> = []

  /// The tree of a document in UTF-8.
  static func tree(of bytes: [UInt8]) -> HTMLTree {
    // A zero byte is a line break to segments.
    let bytes = bytes.contains(0) ? bytes.map { $0 == 0 ? 32 : $0 } : bytes
    return bytes.withUnsafeBufferPointer { buffer in
      var parser = HTMLParser(bytes: buffer, builder: HTMLTreeBuilder(size: buffer.count))
      parser.parse()
      return parser.builder.finish()
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, builder: HTMLTreeBuilder) {
    self.bytes = bytes
    self.builder = builder
  }

  private mutating func parse() {
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "<"), readMarkup() { continue }
      let start = at
      repeat { at += 1 } while at < bytes.count && bytes[at] != UInt8(ascii: "<")
      builder.text(slice(start, at))
    }
  }

  private func slice(_ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  private func byte(_ offset: Int) -> UInt8 {
    at + offset < bytes.count ? bytes[at + offset] : 0
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 32) &- 97 < 26 }

  // MARK: Markup

  /// Reads what a `<` begins; false where it begins nothing.
  private mutating func readMarkup() -> Bool {
    let next = byte(1)
    if Self.isLetter(next) {
      at += 1
      readStartTag()
    } else if next == UInt8(ascii: "/"), Self.isLetter(byte(2)) {
      at += 2
      let name = readName()
      // What looks like attributes is none, but may hold a `>` within its quotation marks.
      skipAttributes()
      builder.close(HTMLTag.named(name), name: name)
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
      if bytes[at] == UInt8(ascii: "-"), byte(1) == UInt8(ascii: "-") {
        if byte(2) == UInt8(ascii: ">") {
          at += 3
          return
        }
        if byte(2) == UInt8(ascii: "!"), byte(3) == UInt8(ascii: ">") {
          at += 4
          return
        }
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
    let name = readName()
    let tag = HTMLTag.named(name)
    let first = builder.beginAttributes()
    let isSelfClosing = readAttributes(keeping: true)
    let isRaw = builder.start(
      tag, name: name, attributesFrom: first, isSelfClosing: isSelfClosing)
    if isRaw, !isSelfClosing || tag == .script || tag == .style { readRaw(tag) }
  }

  private mutating func skipAttributes() { _ = readAttributes(keeping: false) }

  // MARK: Attributes

  /// Reads up to the tag's `>`; true where a slash stands before it.
  private mutating func readAttributes(keeping: Bool) -> Bool {
    var isSlashed = false
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: ">") {
        at += 1
        return isSlashed
      }
      if byte <= 32 || byte == UInt8(ascii: "/") {
        isSlashed = byte == UInt8(ascii: "/")
        at += 1
        continue
      }
      isSlashed = false
      var hash = NameHash()
      repeat {
        hash.add(bytes[at])
        at += 1
      } while at < bytes.count && bytes[at] > 32 && bytes[at] != UInt8(ascii: "=")
        && bytes[at] != UInt8(ascii: ">") && bytes[at] != UInt8(ascii: "/")
      let value = readValue()
      if keeping, let name = HTMLAttribute.named(hash.value) { builder.attribute(name, value) }
    }
    return isSlashed
  }

  private mutating func readValue() -> UnsafeBufferPointer<UInt8> {
    let afterName = at
    while at < bytes.count, bytes[at] <= 32 { at += 1 }
    guard byte(0) == UInt8(ascii: "=") else {
      at = afterName
      return slice(at, at)
    }
    at += 1
    while at < bytes.count, bytes[at] <= 32 { at += 1 }
    let quote = byte(0)
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      at += 1
      let start = at
      while at < bytes.count, bytes[at] != quote { at += 1 }
      defer { at = min(at + 1, bytes.count) }
      return slice(start, at)
    }
    let start = at
    while at < bytes.count, bytes[at] > 32, bytes[at] != UInt8(ascii: ">") { at += 1 }
    return slice(start, at)
  }

  // MARK: Raw content

  /// Passes over content that holds no markup, up to its end tag.
  ///
  /// Where there is none, what is left of the page is a script's or a style's, but markup after anything else.
  private mutating func readRaw(_ tag: HTMLTag) {
    let start = at
    if !endless.contains(tag), let end = endOfRaw(tag) {
      at = end
      builder.raw(slice(start, end), from: start)
      skip(past: UInt8(ascii: ">"))
    } else if tag == .script || tag == .style {
      at = bytes.count
      builder.raw(slice(start, at), from: start)
    } else {
      endless.insert(tag)
    }
  }

  private func endOfRaw(_ tag: HTMLTag) -> Int? {
    let name = tag.name
    var search = at
    while search + name.count + 2 <= bytes.count {
      guard bytes[search] == UInt8(ascii: "<"), bytes[search + 1] == UInt8(ascii: "/") else {
        search += 1
        continue
      }
      if name.indices.allSatisfy({ bytes[search + 2 + $0] | 32 == name[$0] }) { return search }
      search += 2
    }
    return nil
  }
}
