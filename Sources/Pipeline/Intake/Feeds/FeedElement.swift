import CLibXML2
import Glibc

/// An element of a feed with all that it holds.
struct FeedElement {
  /// The vocabularies that feeds are written in.
  enum Vocabulary {
    /// The format's own: RSS, Atom or the sitemap's.
    case core
    case atom, content, dublinCore, dublinCoreTerms, media, news, podcast, xhtml, rdf, other
  }

  /// What an element holds, in order.
  enum Part {
    case text(String)
    /// A CDATA section, whose markup is the feed's text.
    case literal(String)
    case element(FeedElement)
  }

  /// The name without prefix.
  let name: String
  let vocabulary: Vocabulary
  let attributes: [String: String]
  /// What relative addresses within stand below.
  let base: String?
  var parts: [Part] = []

  /// The elements within, in order.
  var children: some Sequence<FeedElement> {
    parts.lazy.compactMap { part in
      if case .element(let child) = part { return child }
      return nil
    }
  }

  /// The text of this element's own, without that of elements within, and without white space at its ends.
  var ownText: String {
    var text = ""
    for part in parts {
      switch part {
      case .text(let piece), .literal(let piece): text += piece
      case .element: break
      }
    }
    return Self.trimmed(text)
  }

  /// What stands within as the source of HTML: the text where there are no elements, else the elements' markup too.
  var source: String {
    var holdsElements = false
    for part in parts { if case .element = part { holdsElements = true } }
    guard holdsElements else { return ownText }
    var markup = ""
    Self.write(parts, to: &markup, isInline: false)
    return Self.trimmed(markup)
  }

  /// What stands within as the source of HTML, where its text is text and not markup that is escaped.
  private var inlineSource: String {
    var markup = ""
    Self.write(parts, to: &markup, isInline: true)
    return Self.trimmed(markup)
  }

  /// The same without the `div` that Atom asks XHTML to be wrapped in.
  ///
  /// - Parameter isInline: whether the text within is text, rather than escaped markup.
  func unwrapped(isInline: Bool) -> String {
    let source = isInline ? inlineSource : source
    var inner: FeedElement?
    for part in parts {
      switch part {
      case .element(let child):
        guard inner == nil, child.name == "div" else { return source }
        inner = child
      case .text(let text), .literal(let text):
        guard text.utf8.allSatisfy({ $0 <= 32 }) else { return source }
      }
    }
    return inner.map { isInline ? $0.inlineSource : $0.source } ?? source
  }

  private static func write(_ parts: [Part], to markup: inout String, isInline: Bool) {
    for part in parts {
      switch part {
      case .literal(let text) where !isInline: markup += text
      case .text(let text), .literal(let text): append(text, to: &markup)
      case .element(let element):
        markup += "<" + element.name
        for (name, value) in element.attributes.sorted(by: { $0.key < $1.key })
        where !name.contains(":") {
          markup += " " + name + "=\""
          append(value, to: &markup)
          markup += "\""
        }
        markup += ">"
        write(element.parts, to: &markup, isInline: isInline)
        if !voids.contains(element.name) { markup += "</" + element.name + ">" }
      }
    }
  }

  private static let voids: Set<String> = ["br", "hr", "img", "wbr", "source", "input", "embed"]

  private static func append(_ text: String, to markup: inout String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": markup += "&amp;"
      case "<": markup += "&lt;"
      case ">": markup += "&gt;"
      case "\"": markup += "&quot;"
      default: markup.unicodeScalars.append(scalar)
      }
    }
  }

  static func trimmed(_ text: String) -> String {
    let bytes = text.utf8.drop { $0 <= 32 }
    let blanks = bytes.reversed().prefix { $0 <= 32 }.count
    return String(bytes.dropLast(blanks)) ?? ""
  }

  /// Where a link leads; an empty one to the base.
  var target: String? {
    guard let reference = attributes["href"] else { return nil }
    return reference.isEmpty ? base : address(reference)
  }

  /// An address as it stands, or below the base where it is a relative one (RFC 3986, by libxml2).
  func address(_ reference: String) -> String? {
    let reference = Self.trimmed(reference)
    guard !reference.isEmpty else { return nil }
    return Self.resolved(reference, base: base)
  }

  static func resolved(_ reference: String, base: String?) -> String {
    guard let base, reference.utf8.count < 4_096, !reference.contains("://"),
      let built = xmlBuildURI(reference, base)
    else { return reference }
    // What libxml2's own function frees by, unless a program sets another.
    defer { free(built) }
    return String(cString: built)
  }
}
