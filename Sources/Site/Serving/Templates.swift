import Mustache
import Tables

/// The compiled-in templates.
struct Templates: Sendable {
  private let library: MustacheLibrary

  init() throws {
    var templates: [String: MustacheTemplate] = [:]
    for path in EmbeddedFile.paths where path.hasPrefix("site/") && path.hasSuffix(".mustache") {
      guard let file = EmbeddedFile(path) else { continue }
      let name = String(path.dropFirst("site/".count).dropLast(".mustache".count))
      templates[name] = try MustacheTemplate(string: file.text)
    }
    library = MustacheLibrary(templates: templates)
  }

  /// A template filled in; text is escaped by it.
  func render(_ name: String, _ view: [String: Any]) throws -> String {
    guard let html = library.render(view, withTemplate: name) else { throw Missing(name: name) }
    return html
  }

  /// A template that the binary does not carry.
  struct Missing: Error { let name: String }
}
