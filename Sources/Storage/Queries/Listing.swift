/// A page of a list, and where the next one begins.
public struct Listing<Item: Sendable>: Sendable {
  /// The items, in the list's order.
  public var items: [Item]
  /// After which key the next page goes on; nil at the end.
  public var next: PageKey?
}

extension Listing: Equatable where Item: Equatable {}

/// A place in a list that is sorted by day or moment, newest first, and then by number.
///
/// It stays right while items are added, as a page's number would not.
public struct PageKey: Sendable, Hashable, CustomStringConvertible {
  let sort: String
  let number: Int64

  init(sort: String, number: Int64) {
    self.sort = sort
    self.number = number
  }

  /// Reads what ``description`` wrote; nil for anything else.
  public init?(_ text: some StringProtocol) {
    guard let dot = text.lastIndex(of: "."), let number = Int64(text[text.index(after: dot)...]),
      number >= 0
    else { return nil }
    let sort = text[..<dot]
    guard sort.utf8.count <= 32, sort.utf8.allSatisfy({ "0123456789-:TZ".utf8.contains($0) })
    else { return nil }
    self.init(sort: String(sort), number: number)
  }

  /// Such as `2018-11-02T18:22:00Z.17`: fit for an address.
  public var description: String { "\(sort).\(number)" }
}

extension Listing {
  /// Cuts one more than the page off: what lies beyond it tells that there is a next page.
  init(_ found: [Item], limit: Int, key: (Item) -> PageKey) {
    items = Array(found.prefix(limit))
    next = found.count > limit ? items.last.map(key) : nil
  }
}
