import Record

/// What a page shows: a template with its view, and the values behind it for the JSON twin.
struct PageContent {
  /// The template's name.
  let template: String
  /// The page's title.
  let title: String
  /// What the template names, as text: the template escapes it.
  var view: [String: Any]
  /// Whether new headlines are put into it.
  var isLive = false
  /// The address of the page's own Atom feed, where it has one.
  var feed: String?
  private let value: any Encodable

  init(
    _ template: String, title: String, view: [String: Any], isLive: Bool = false,
    value: any Encodable
  ) {
    self.template = template
    self.title = title
    self.view = view
    self.isLive = isLive
    self.value = value
  }

  /// The twin.
  func json() throws -> String { try JSONLineEncoder().encode(value) + "\n" }
}
