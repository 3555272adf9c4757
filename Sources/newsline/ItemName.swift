import Record

/// The name of an item of a record: its own id, perhaps after the document's.
struct ItemName {
  /// The document's first 16 characters, where told.
  let document: String?
  /// `e3`, or `all`.
  let item: String

  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let last = parts.last, parts.count <= 2 else { return nil }
    let isHex = { (part: Substring) in
      part.utf8.count == 16 && part.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
    }
    if parts.count == 2, !isHex(parts[0]) { return nil }
    guard last == "all" || "estmpq".contains(last.first ?? " ") && Int(last.dropFirst()) ?? 0 > 0
    else { return nil }
    document = parts.count == 2 ? String(parts[0]) : nil
    item = String(last)
  }

  /// Whether the name can mean an item of this document.
  func belongs(to record: Document) -> Bool {
    document.map { record.page.id.hasPrefix($0) } ?? true
  }
}
