import Intake

@testable import Pages

/// A page of our own, read.
func read(_ html: String, url: String? = nil) throws -> Page {
  var fields = Capture.Fields()
  fields.url = url
  return try PageReader().read(
    Capture(input: "page.html", kind: .html, bytes: Array(html.utf8), fields: fields))
}

/// Paragraphs of our own, long enough to be prose.
enum Prose {
  static let first =
    "The harbour of Lindow was closed on Monday after a storm had torn two cranes from their rails, the port authority said."
  static let second =
    "“Nobody was hurt,” said the harbour master, who had watched the cranes fall from his office window above the quay."
  static let third =
    "Ferries to the islands were sent to Marby, forty kilometres to the north, where the old pier had been made ready."

  /// The three as paragraphs of an article below a title, with what stands between.
  static func page(head: String = "", top: String = "", middle: String = "", end: String = "")
    -> String
  {
    """
    <html lang="en"><head><title>Storm closes Lindow harbour</title>\(head)</head><body><article>
    <h1>Storm closes Lindow harbour</h1>\(top)<div class="text"><p>\(first)</p><p>\(second)</p>\(middle)
    <p>\(third)</p>\(end)</div></article></body></html>
    """
  }

  static let text = [first, second, third].joined(separator: "\n\n")
}
