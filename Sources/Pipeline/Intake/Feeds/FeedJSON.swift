import FoundationEssentials

/// Reads JSON Feed, 1.0 and 1.1 (jsonfeed.org).
enum FeedJSON {
  /// The feed in these bytes of UTF-8.
  static func feed(_ bytes: [UInt8]) throws(Refusal.Reason) -> Feed {
    let whole: Whole
    do {
      whole = try JSONDecoder().decode(Whole.self, from: Data(bytes))
    } catch {
      throw .notAFeed("no whole JSON object")
    }
    guard whole.items != nil || whole.title != nil else {
      throw .notAFeed("JSON without \"items\"")
    }
    var feed = Feed(format: .json)
    feed.head.title = filled(whole.title).map { Feed.Text($0, isMarkup: false) }
    feed.head.link = filled(whole.home)
    feed.head.address = filled(whole.address)
    feed.head.language = filled(whole.language)
    feed.head.authors = names(whole.authors, whole.author)
    for entry in whole.items ?? [] {
      guard let value = entry.value else {
        feed.warnings.append("an item is no object of JSON Feed's")
        continue
      }
      feed.items.append(item(value))
    }
    return feed
  }

  private static func item(_ entry: Entry) -> Feed.Item {
    var item = Feed.Item()
    item.id = entry.id?.text
    item.link = filled(entry.url) ?? filled(entry.external)
    item.title = filled(entry.title).map { Feed.Text($0, isMarkup: false) }
    item.content =
      filled(entry.html).map { Feed.Text($0, isMarkup: true) }
      ?? filled(entry.text).map { Feed.Text($0, isMarkup: false) }
    item.summary = filled(entry.summary).map { Feed.Text($0, isMarkup: false) }
    item.published = filled(entry.published)
    item.updated = filled(entry.modified)
    item.authors = names(entry.authors, entry.author)
    item.categories = (entry.tags ?? []).filter { !$0.isEmpty }
    item.language = filled(entry.language)
    return item
  }

  private static func filled(_ text: String?) -> String? { text?.isEmpty == false ? text : nil }

  private static func names(_ list: [Person]?, _ one: Person?) -> [String] {
    let people = list.flatMap { $0.isEmpty ? nil : $0 } ?? [one].compactMap { $0 }
    return people.compactMap { filled($0.name) }
  }

  // MARK: The objects

  private struct Whole: Decodable {
    let title: String?
    let home: String?
    let address: String?
    let language: String?
    let authors: [Person]?
    let author: Person?
    let items: [Lenient<Entry>]?

    enum CodingKeys: String, CodingKey {
      case title, language, authors, author, items
      case home = "home_page_url"
      case address = "feed_url"
    }
  }

  private struct Person: Decodable {
    let name: String?
  }

  private struct Entry: Decodable {
    let id: Identifier?
    let url: String?
    let external: String?
    let title: String?
    let html: String?
    let text: String?
    let summary: String?
    let published: String?
    let modified: String?
    let language: String?
    let authors: [Person]?
    let author: Person?
    let tags: [String]?

    enum CodingKeys: String, CodingKey {
      case id, url, title, summary, language, authors, author, tags
      case external = "external_url"
      case html = "content_html"
      case text = "content_text"
      case published = "date_published"
      case modified = "date_modified"
    }
  }

  /// An id that may have been written as a number.
  private struct Identifier: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int.self) {
        text = String(number)
      } else {
        text = try container.decode(String.self)
      }
    }
  }

  /// A value, or nil where it is another than it should be: one bad item must not cost the others.
  private struct Lenient<Value: Decodable>: Decodable {
    let value: Value?

    init(from decoder: any Decoder) throws { value = try? Value(from: decoder) }
  }
}
