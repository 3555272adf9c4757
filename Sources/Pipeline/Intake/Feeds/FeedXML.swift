import CLibXML2

/// Reads a feed's XML by libxml2's events: an element at a time, an item let go once it is read.
final class FeedXML {
  /// Elements that are open, outermost first.
  private var open: [FeedElement] = []
  private var feed: Feed?
  private var rootName: String?
  /// How many items are open: an `item` within one is part of it.
  private var openItems = 0
  /// The text since the last tag, and whether it is of a CDATA section; gathered here, since a string within an element
  /// within a list is copied whenever it grows.
  private var pending = ""
  private var isPendingLiteral = false

  /// The feed in these bytes of UTF-8.
  static func feed(_ bytes: [UInt8]) throws(Refusal.Reason) -> Feed {
    let reader = FeedXML()
    let fault = reader.parse(FeedMarkup.mended(bytes))
    while !reader.open.isEmpty { reader.end() }
    guard var feed = reader.feed else {
      throw .notAFeed(reader.rootName.map { "its root is <\($0.prefix(32))>" } ?? "no element")
    }
    if feed.format == .sitemap, reader.rootName == "sitemapindex" {
      throw .notAFeed("a list of sitemaps")
    }
    if let fault { feed.warnings.append(fault) }
    return feed
  }

  /// Parses; what is wrong with the XML, where something is.
  private func parse(_ bytes: [UInt8]) -> String? {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    // The pointer that each event brings is to this reader, which lives until parsing ends.
    handler.startElementNs = { context, name, prefix, uri, _, _, count, _, attributes in
      guard let context, let name else { return }
      let reader = Unmanaged<FeedXML>.fromOpaque(context).takeUnretainedValue()
      reader.start(
        name: String(cString: name), prefix: prefix.map { String(cString: $0) },
        uri: uri.map { String(cString: $0) },
        attributes: FeedXML.attributes(attributes, count: Int(count)))
    }
    handler.endElementNs = { context, _, _, _ in
      guard let context else { return }
      Unmanaged<FeedXML>.fromOpaque(context).takeUnretainedValue().end()
    }
    handler.characters = { context, bytes, count in
      guard let context, let bytes else { return }
      let text = String(
        decoding: UnsafeBufferPointer(start: bytes, count: Int(count)), as: UTF8.self)
      Unmanaged<FeedXML>.fromOpaque(context).takeUnretainedValue().add(text, isLiteral: false)
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = { context, bytes, count in
      guard let context, let bytes else { return }
      let text = String(
        decoding: UnsafeBufferPointer(start: bytes, count: Int(count)), as: UTF8.self)
      Unmanaged<FeedXML>.fromOpaque(context).takeUnretainedValue().add(text, isLiteral: true)
    }
    return bytes.withUnsafeBytes { buffer -> String? in
      guard let start = buffer.baseAddress, buffer.count <= Int(Int32.max),
        let context = xmlCreateMemoryParserCtxt(start, Int32(buffer.count))
      else { return nil }
      defer { xmlFreeParserCtxt(context) }
      let options: [xmlParserOption] = [
        XML_PARSE_RECOVER, XML_PARSE_NOERROR, XML_PARSE_NOWARNING, XML_PARSE_NONET,
        XML_PARSE_IGNORE_ENC,
      ]
      xmlCtxtUseOptions(context, Int32(bitPattern: options.reduce(0) { $0 | $1.rawValue }))
      return withUnsafeMutablePointer(to: &handler) { handler -> String? in
        let own = context.pointee.sax
        context.pointee.sax = handler
        context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
        xmlParseDocument(context)
        // The context frees the handler that it came with.
        context.pointee.sax = own
        guard context.pointee.wellFormed == 0, let message = context.pointee.lastError.message
        else { return nil }
        return "the feed's XML is broken: "
          + FeedElement.trimmed(String(cString: message))
      }
    }
  }

  /// Attributes by name, with the prefix where they have one: libxml2 hands them over five pointers each.
  private static func attributes(
    _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
  ) -> [String: String] {
    guard let list, count > 0 else { return [:] }
    var result: [String: String] = [:]
    for index in 0..<count {
      let entry = list + index * 5
      guard let name = entry[0], let start = entry[3], let end = entry[4] else { continue }
      let value = String(
        decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
      let prefix = entry[1].map { String(cString: $0) + ":" } ?? ""
      result[prefix + String(cString: name)] = Self.unescaped(value)
    }
    return result
  }

  /// libxml2 leaves an escaped ampersand in an attribute as `&#38;` to its event handlers.
  private static func unescaped(_ value: String) -> String {
    guard value.utf8.contains(UInt8(ascii: "&")) else { return value }
    var result = ""
    var rest = Substring(value)
    while let found = rest.firstRange(of: "&#38;") {
      result += rest[..<found.lowerBound] + "&"
      rest = rest[found.upperBound...]
    }
    return result + rest
  }

  // MARK: Events

  private func start(name: String, prefix: String?, uri: String?, attributes: [String: String]) {
    settle()
    if rootName == nil { begin(root: name.lowercased(), uri: uri) }
    let outer = open.last?.base
    let base = attributes["xml:base"].map { FeedElement.resolved($0, base: outer) } ?? outer
    let element = FeedElement(
      name: name, vocabulary: .of(prefix: prefix, uri: uri), attributes: attributes, base: base)
    if isItem(element) { openItems += 1 }
    open.append(element)
  }

  private func begin(root: String, uri: String?) {
    rootName = root
    switch root {
    case "rss": feed = Feed(format: .rss)
    case "rdf": feed = Feed(format: .rdf)
    case "feed": feed = Feed(format: .atom)
    case "urlset", "sitemapindex": feed = Feed(format: .sitemap)
    default: break
    }
  }

  private func isItem(_ element: FeedElement) -> Bool {
    guard element.vocabulary == .core || element.vocabulary == .atom else { return false }
    switch feed?.format {
    case .rss, .rdf: return element.name.lowercased() == "item"
    case .atom: return element.name == "entry"
    case .sitemap: return element.name == "url"
    default: return false
    }
  }

  private func end() {
    settle()
    guard let element = open.popLast(), let format = feed?.format else { return }
    if isItem(element) {
      openItems -= 1
      if openItems == 0 {
        feed?.items.append(FeedFields.item(element, format: format))
        return
      }
    }
    let isHead =
      format == .atom
      ? open.isEmpty : open.count == 1 && element.name.lowercased() == "channel"
    if isHead, openItems == 0 {
      feed?.head = FeedFields.head(element, format: format)
    } else if !open.isEmpty {
      open[open.count - 1].parts.append(.element(element))
    }
  }

  /// Adds a piece of text; long texts come in many.
  private func add(_ text: String, isLiteral: Bool) {
    guard !open.isEmpty else { return }
    if isLiteral != isPendingLiteral { settle() }
    isPendingLiteral = isLiteral
    pending += text
  }

  /// Makes the pieces of text since the last tag a part of the open element.
  private func settle() {
    guard !pending.isEmpty else { return }
    if !open.isEmpty {
      open[open.count - 1].parts.append(isPendingLiteral ? .literal(pending) : .text(pending))
    }
    pending = ""
  }
}

extension FeedElement.Vocabulary {
  /// The vocabulary of a namespace; of a prefix, where none is declared.
  static func of(prefix: String?, uri: String?) -> FeedElement.Vocabulary {
    guard let uri = uri.map(FeedElement.trimmed), !uri.isEmpty else {
      return prefix.map { prefixes[$0] ?? .other } ?? .core
    }
    if let known = namespaces[uri] { return known }
    if uri.hasPrefix("http://www.google.com/schemas/sitemap-news") { return .news }
    if uri.lowercased().hasPrefix("http://www.itunes.com/dtds/podcast") { return .podcast }
    if uri.hasPrefix("http://search.yahoo.com/mrss") { return .media }
    return prefix.map { prefixes[$0] ?? .other } ?? .core
  }

  private static let prefixes: [String: FeedElement.Vocabulary] = [
    "atom": .atom, "a10": .atom, "content": .content, "dc": .dublinCore,
    "dcterms": .dublinCoreTerms, "media": .media, "news": .news, "itunes": .podcast,
    "xhtml": .xhtml, "rdf": .rdf,
  ]

  private static let namespaces: [String: FeedElement.Vocabulary] = [
    "http://www.w3.org/2005/Atom": .atom, "http://purl.org/atom/ns#": .atom,
    "http://purl.org/rss/1.0/": .core, "http://my.netscape.com/rdf/simple/0.9/": .core,
    "http://channel.netscape.com/rdf/simple/0.9/": .core,
    "http://backend.userland.com/rss2": .core, "http://blogs.law.harvard.edu/tech/rss": .core,
    "http://www.sitemaps.org/schemas/sitemap/0.9": .core,
    "http://purl.org/rss/1.0/modules/content/": .content,
    "http://purl.org/dc/elements/1.1/": .dublinCore,
    "http://purl.org/dc/elements/1.0/": .dublinCore,
    "http://purl.org/dc/terms/": .dublinCoreTerms, "http://www.w3.org/1999/xhtml": .xhtml,
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": .rdf,
  ]
}
