/// The elements that the reader tells apart; all others are `other`.
enum HTMLTag: UInt8, CaseIterable, Sendable {
  case text, other
  case html, head, body, title, meta, link, base, script, style, noscript, template
  case article, section, main, nav, aside, header, footer, address, hgroup, search
  case h1, h2, h3, h4, h5, h6, p, hr, pre, blockquote, ol, ul, menu, li, dl, dt, dd, figure
  case figcaption, div, center, details, summary, dialog
  case a, em, strong, small, s, cite, q, dfn, abbr, data, time, code, `var`, samp, kbd, sub, sup
  case i, b, u, mark, rt, rp, bdi, bdo, span, br, wbr, font, ins, del, strike, big, tt, acronym,
    nobr
  case picture, source, img, iframe, embed, object, param, video, audio, track, map, area, svg, math
  case canvas, applet, noframes, noembed, frameset, frame
  case table, caption, colgroup, col, tbody, thead, tfoot, tr, td, th
  case form, label, input, button, select, datalist, optgroup, option, textarea, output, progress
  case meter, fieldset, legend

  /// The tag of a name's hash, as ``NameHash`` makes it; `other` for one that the reader does not tell apart.
  static func named(_ hash: UInt64) -> HTMLTag {
    byHash[hash].flatMap { HTMLTag(rawValue: $0) } ?? .other
  }

  /// Its name's bytes.
  var name: [UInt8] { Self.names[Int(rawValue)] }

  private static let names = allCases.map { Array(String(describing: $0).utf8) }

  private static let byHash = NameTable(
    allCases.filter { $0 != .text && $0 != .other }.map {
      (NameHash.of(String(describing: $0)), $0.rawValue)
    })

  /// Elements that have no content and no end tag.
  var isVoid: Bool {
    switch self {
    case .area, .base, .br, .col, .embed, .frame, .hr, .img, .input, .link, .meta, .param, .source,
      .track, .wbr:
      true
    default: false
    }
  }

  /// Elements that stand on lines of their own.
  var isBlock: Bool {
    switch self {
    case .html, .body, .article, .section, .main, .nav, .aside, .header, .footer, .address, .hgroup,
      .search, .h1, .h2, .h3, .h4, .h5, .h6, .p, .hr, .pre, .blockquote, .ol, .ul, .menu, .li, .dl,
      .dt, .dd, .figure, .figcaption, .div, .center, .details, .summary, .dialog, .table, .caption,
      .tbody, .thead, .tfoot, .tr, .td, .th, .form, .fieldset, .legend, .iframe, .video, .audio:
      true
    default: false
    }
  }

  /// Elements whose start ends an open paragraph.
  var closesParagraph: Bool {
    switch self {
    case .td, .th, .tr, .tbody, .thead, .tfoot, .caption, .html, .body, .iframe, .video, .audio,
      .legend:
      false
    default: isBlock
    }
  }

  /// Elements that an end tag inside them does not reach beyond.
  var isScope: Bool {
    switch self {
    case .html, .table, .td, .th, .caption, .object, .template, .applet: true
    default: false
    }
  }

  /// Headings.
  var isHeading: Bool {
    switch self {
    case .h1, .h2, .h3, .h4, .h5, .h6: true
    default: false
    }
  }

  /// Elements that may stand in the head.
  var belongsInHead: Bool {
    switch self {
    case .title, .meta, .link, .base, .script, .style, .noscript, .template, .head, .html: true
    default: false
    }
  }
}

/// The attributes that the reader keeps.
enum HTMLAttribute: UInt8, CaseIterable, Sendable {
  case `class`, id, href, content, value, property, name, itemprop, itemtype, datetime, rel, type,
    lang
  case style, src, role, hidden, charset, alt, title
  case httpEquiv, ariaHidden, xmlLang, dataTestid, dataComponent, dataType, dataDate, dataTimestamp
  case dataTime, ariaLabel

  private var spelling: String {
    switch self {
    case .httpEquiv: "http-equiv"
    case .ariaHidden: "aria-hidden"
    case .xmlLang: "xml:lang"
    case .dataTestid: "data-testid"
    case .dataComponent: "data-component"
    case .dataType: "data-type"
    case .dataDate: "data-date"
    case .dataTimestamp: "data-timestamp"
    case .dataTime: "data-time"
    case .ariaLabel: "aria-label"
    default: String(describing: self)
    }
  }

  /// The attribute of a name's hash; nil for one that the reader does not keep.
  static func named(_ hash: UInt64) -> HTMLAttribute? {
    byHash[hash].flatMap { HTMLAttribute(rawValue: $0) }
  }

  private static let byHash = NameTable(allCases.map { (NameHash.of($0.spelling), $0.rawValue) })
}

/// FNV-1a over ASCII letters in lower case: names are compared as numbers.
struct NameHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ byte: UInt8) {
    let low = (65...90).contains(byte) ? byte | 32 : byte
    value = (value ^ UInt64(low)) &* 0x100_0000_01B3
  }

  static func of(_ name: some StringProtocol) -> UInt64 {
    var hash = NameHash()
    for byte in name.utf8 { hash.add(byte) }
    return hash.value
  }
}

/// Small numbers by the hashes of names, found without hashing once more.
struct NameTable: Sendable {
  private static let size = 512
  /// A hash and its number; a hash of zero is an empty place.
  private var places = [(hash: UInt64, value: UInt8)](repeating: (0, 0), count: size)

  /// A table of at most half as many names as it has places.
  init(_ names: [(hash: UInt64, value: UInt8)]) {
    precondition(names.count <= Self.size / 2, "more names than the table is for")
    for name in names {
      var place = Self.place(name.hash)
      while places[place].hash != 0 { place = (place + 1) % Self.size }
      places[place] = name
    }
  }

  /// The number of a name's hash; nil where the table has none.
  subscript(hash: UInt64) -> UInt8? {
    var place = Self.place(hash)
    while places[place].hash != hash {
      if places[place].hash == 0 { return nil }
      place = (place + 1) % Self.size
    }
    return places[place].value
  }

  private static func place(_ hash: UInt64) -> Int { Int((hash ^ hash >> 32) % UInt64(size)) }
}
