import Record

/// A run of text that stands on lines of its own: what becomes a block, a caption, or nothing.
struct PageSegment: Sendable {
  /// Where in the page it stands.
  struct Place: OptionSet, Sendable {
    let rawValue: UInt16
    static let article = Place(rawValue: 1)
    static let main = Place(rawValue: 2)
    static let aside = Place(rawValue: 4)
    static let footer = Place(rawValue: 8)
    static let header = Place(rawValue: 16)
    static let navigation = Place(rawValue: 32)
    static let figure = Place(rawValue: 64)
    static let form = Place(rawValue: 128)
    static let table = Place(rawValue: 256)
    static let list = Place(rawValue: 512)
    static let quote = Place(rawValue: 1024)
    static let paragraph = Place(rawValue: 2048)
    static let time = Place(rawValue: 4096)
  }

  var kind: Record.Block.Kind
  /// The heading's level; 0 for anything else.
  var level = 0
  /// The text, white space squeezed; line breaks are kept.
  var text: String
  /// Characters.
  var length: Int
  /// Characters within links.
  var linkLength: Int
  /// The block element that it stands in.
  var node: Int
  /// What its elements are said to be.
  var roles: ClassWords.Roles
  var place: Place

  /// How much of it is links.
  var linkShare: Double { length == 0 ? 0 : Double(linkLength) / Double(length) }
}
