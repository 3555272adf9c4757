/// A JSON value, read as leniently as pages write it.
///
/// Line ends within strings, commas too many and comments around the whole are passed over; what is broken ends the
/// value, and what was read of it stays. Nested at most 64 deep. Cost: linear in the text.
enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  /// Reads the first value of a text; nil where it holds none.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard
      let start = bytes.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") })
    else { return nil }
    var reader = JSONReader(bytes, at: start)
    guard let value = reader.value(depth: 0) else { return nil }
    self = value
  }

  /// The first member of a name.
  subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == name }?.value
  }

  /// A string or a number as text; of an array its first.
  var text: String? {
    switch self {
    case .string(let text): text.isEmpty ? nil : text
    case .number(let text): text
    case .array(let values): values.first?.text
    default: nil
    }
  }

  /// How many bytes its keys and strings have, those within it included.
  ///
  /// Cost: linear in the values.
  var length: Int {
    switch self {
    case .string(let text), .number(let text): text.utf8.count
    case .array(let values): values.reduce(0) { $0 + $1.length }
    case .object(let members): members.reduce(0) { $0 + $1.key.utf8.count + $1.value.length }
    case .null, .bool: 0
    }
  }

  /// An array's values; anything else alone.
  var values: [JSONValue] {
    switch self {
    case .array(let values): values
    case .null: []
    default: [self]
    }
  }
}
