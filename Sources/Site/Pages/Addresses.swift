import Record

/// Where things are on the site.
enum Address {
  /// An article by its document's or revision's id.
  static func article(_ id: String, item: String? = nil) -> String {
    "/articles/\(id.prefix(16))" + (item.map { "#\($0)" } ?? "")
  }

  /// An actor by its id in the store.
  static func actor(_ id: String) -> String {
    "/actors/" + id.split(separator: "/").map { escaped(String($0)) }.joined(separator: "/")
  }

  /// An event by its id outside its document: where it stands in the article.
  static func event(_ id: String) -> String {
    let parts = id.split(separator: "-")
    guard parts.count == 2 else { return "/events" }
    return article(String(parts[0]), item: String(parts[1]))
  }

  /// A place by GeoNames' number or its name.
  static func place(_ id: String) -> String { "/places/\(escaped(id))" }

  static func source(_ name: String) -> String { "/sources/\(escaped(name))" }

  static func section(_ name: String) -> String { "/sections/\(escaped(name))" }

  static func day(_ day: String) -> String { "/days/\(day)" }

  /// A page with these parameters; those that are nil are left out.
  static func page(_ path: String, _ query: [(String, String?)]) -> String {
    let present = query.compactMap { name, value in value.map { "\(name)=\(escaped($0))" } }
    return present.isEmpty ? path : path + "?" + present.joined(separator: "&")
  }

  /// Percent-encoded but for the unreserved characters of RFC 3986.
  static func escaped(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    var result = String.UnicodeScalarView()
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        result.append(Unicode.Scalar(byte))
      default:
        result.append("%")
        result.append(digits[Int(byte >> 4)])
        result.append(digits[Int(byte & 15)])
      }
    }
    return String(result)
  }
}
