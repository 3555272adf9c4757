import Record
import Storage

/// Text as XML has it; characters that XML forbids become U+FFFD.
func xmlEscaped(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result.append(contentsOf: "&amp;".unicodeScalars)
    case "<": result.append(contentsOf: "&lt;".unicodeScalars)
    case ">": result.append(contentsOf: "&gt;".unicodeScalars)
    case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
    case "\t", "\n", "\r": result.append(scalar)
    case "\0"..<" ", "\u{FFFE}", "\u{FFFF}": result.append("\u{FFFD}")
    default: result.append(scalar)
    }
  }
  return String(result)
}

/// The latest stored articles as an Atom feed (RFC 4287).
struct AtomFeed {
  /// Scheme and host, without a slash.
  let base: String
  /// The feed's own path.
  let path: String
  let title: String

  /// The feed; of articles without a zone or clock the time is taken as UTC.
  func xml(_ articles: [NewsLineItem]) -> String {
    let page = path == "/feed.xml" ? "/" : String(path.dropLast("/feed.xml".count))
    var lines = [
      #"<?xml version="1.0" encoding="utf-8"?>"#, #"<feed xmlns="http://www.w3.org/2005/Atom">"#,
      "<title>\(xmlEscaped(title))</title>", "<id>\(xmlEscaped(base + page))</id>",
      #"<link rel="self" href="\#(xmlEscaped(base + path))"/>"#,
      #"<link href="\#(xmlEscaped(base + page))"/>"#,
      "<updated>\(articles.first.map(moment) ?? "1970-01-01T00:00:00Z")</updated>",
      "<author><name>Newsline</name></author>",
    ]
    for article in articles {
      guard let document = article.document else { continue }
      let address = xmlEscaped(base + Address.article(document))
      lines += [
        "<entry>", "<title>\(xmlEscaped(article.title))</title>",
        "<id>\(address)</id>", #"<link href="\#(address)"/>"#,
        "<updated>\(moment(article))</updated>",
        "<summary>\(xmlEscaped(article.opening ?? ""))</summary>", "</entry>",
      ]
    }
    return lines.joined(separator: "\n") + "\n</feed>\n"
  }

  private func moment(_ article: NewsLineItem) -> String {
    guard let start = article.published?.start, let day = CalendarDay(iso: start) else {
      return article.firstRead
    }
    var clock = String(start.dropFirst(11))
    if clock.isEmpty { return "\(day)T00:00:00Z" }
    let zone = clock.dropFirst(5).first.map { "Z+-".contains($0) } ?? true
    if zone { clock.insert(contentsOf: ":00", at: clock.index(clock.startIndex, offsetBy: 5)) }
    let hasZone = clock.dropFirst(8).contains { "Z+-".contains($0) }
    return "\(day)T\(clock)" + (hasZone ? "" : "Z")
  }
}

/// The addresses of all stored articles (sitemaps.org, at most 50,000).
struct SiteMap {
  private static let limit = 50_000
  let base: String

  func xml(_ archive: Archive) throws -> String {
    var lines = [
      #"<?xml version="1.0" encoding="utf-8"?>"#,
      #"<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">"#,
      "<url><loc>\(xmlEscaped(base))/</loc></url>",
    ]
    var key: PageKey?
    repeat {
      let page = try archive.articles(after: key, limit: 1000)
      lines += page.items.map {
        "<url><loc>\(xmlEscaped(base + Address.article($0.document)))</loc></url>"
      }
      key = page.next
    } while key != nil && lines.count < Self.limit
    return lines.joined(separator: "\n") + "\n</urlset>\n"
  }
}
