import Tables

/// Under which names sites are registered, as far as a small table tells.
struct SiteSuffixes: Sendable {
  private var labels: Set<String> = []
  private var hosts: Set<String> = []

  init() throws(TabSeparatedTable.Malformed) {
    let table = try TabSeparatedTable(
      embedded: "lexicons/pages/site_suffixes.tsv", columns: 2, required: 2)
    for row in table.rows {
      if row[1] == "host" { hosts.insert(row[0]) } else { labels.insert(row[0]) }
    }
  }

  /// The registrable host of an address: "example.co.uk" of "https://news.example.co.uk/a".
  func site(of url: String) -> String? {
    guard let host = Self.host(of: url) else { return nil }
    let parts = host.split(separator: ".")
    guard parts.count > 2, parts.contains(where: { Int($0) == nil }) else { return host }
    func last(_ count: Int) -> String { parts.suffix(count).joined(separator: ".") }
    for count in [2, 3] where parts.count > count && hosts.contains(last(count)) {
      return last(count + 1)
    }
    let isSecondLevel =
      parts[parts.count - 1].count == 2 && labels.contains(String(parts[parts.count - 2]))
    return last(isSecondLevel ? 3 : 2)
  }

  /// The host of an address in lower case, without user and port.
  static func host(of url: String) -> String? {
    guard let scheme = url.firstRange(of: "://") else { return nil }
    let rest = url[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let host = rest.split(separator: "@").last?.prefix { $0 != ":" }.lowercased() ?? ""
    return host.contains(".") ? host : nil
  }
}
