/// Takes out of a page the tags that would make libxml2's time grow with the square of its size.
///
/// libxml2 looks for an end tag's element through all that are open. Pages nest some dozens deep; where one opens more
/// than ``deepest`` elements without closing them, tags beyond that, and end tags of which no element is open, become
/// spaces, and the text between them stays. Other pages are not touched. Cost: one pass.
struct NestingLimit {
  /// How many elements may be open at once, as in browsers.
  static let deepest = HTMLParser.deepest

  private var bytes: [UInt8]
  private var at = 0
  /// How many elements of each name, by its hash, are open.
  private var open: [UInt64: Int] = [:]
  private var depth = 0
  private var isExceeded = false

  /// The page, its tags taken out where they nest too deep.
  static func applied(to bytes: [UInt8]) -> [UInt8] {
    var limit = NestingLimit(bytes: bytes)
    limit.scan(removing: false)
    guard limit.isExceeded else { return bytes }
    limit = NestingLimit(bytes: bytes)
    limit.scan(removing: true)
    return limit.bytes
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func scan(removing: Bool) {
    while at < bytes.count, removing || !isExceeded {
      guard bytes[at] == UInt8(ascii: "<") else {
        at += 1
        continue
      }
      let start = at
      let isEnd = start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "/")
      at += isEnd ? 2 : 1
      guard at < bytes.count, (97...122).contains(bytes[at] | 32) else { continue }
      let name = readName()
      while at < bytes.count, bytes[at] != UInt8(ascii: ">") { at += 1 }
      let keeps = isEnd ? close(name) : begin(name)
      if removing, !keeps {
        for index in start..<min(at + 1, bytes.count) { bytes[index] = 32 }
      }
      if !isEnd, name == Self.script { skipScript() }
    }
  }

  private static let script = NameHash.of("script")
  /// Elements that nothing can stand in, or that the next of their kind closes.
  private static let closedByThemselves: Set<UInt64> = Set(
    HTMLTag.allCases.filter(\.isVoid).map { NameHash.of(String(describing: $0)) }
      + ["p", "li", "dt", "dd", "option"].map { NameHash.of($0) })

  private mutating func readName() -> UInt64 {
    var hash = NameHash()
    while at < bytes.count, bytes[at] > 32, bytes[at] != UInt8(ascii: ">"),
      bytes[at] != UInt8(ascii: "/")
    {
      hash.add(bytes[at])
      at += 1
    }
    return hash.value
  }

  private mutating func begin(_ name: UInt64) -> Bool {
    if Self.closedByThemselves.contains(name) {
      open[name, default: 0] += 1
      return true
    }
    guard depth < Self.deepest else {
      isExceeded = true
      return false
    }
    depth += 1
    open[name, default: 0] += 1
    return true
  }

  private mutating func close(_ name: UInt64) -> Bool {
    guard let count = open[name], count > 0 else { return false }
    open[name] = count - 1
    if !Self.closedByThemselves.contains(name) { depth -= 1 }
    return true
  }

  private mutating func skipScript() {
    let end = Array("</script".utf8)
    while at + end.count <= bytes.count {
      if bytes[at] == end[0], zip(bytes[at...], end).allSatisfy({ $0 | 32 == $1 | 32 }) { return }
      at += 1
    }
    at = bytes.count
  }
}
