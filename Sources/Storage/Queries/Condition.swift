import GRDB

/// The conditions of a query, joined by AND, with their arguments in order.
struct Conditions {
  private(set) var clauses: [String] = []
  private(set) var arguments: StatementArguments = []

  mutating func add(_ clause: String, _ values: StatementArguments = []) {
    clauses.append(clause)
    arguments += values
  }

  /// Adds `column = value` where there is a value.
  mutating func equal(_ column: String, _ value: String?) {
    if let value { add("\(column) = ?", [value]) }
  }

  /// Adds the days from one through another; each may be a year or month.
  mutating func days(_ column: String, since: String?, until: String?) {
    if let since { add("\(column) >= ?", [since]) }
    // "2018" takes in all that begins with it; an unknown day is no day before it.
    if let until { add("\(column) < ? AND \(column) <> ''", [until + "~"]) }
  }

  /// Goes on after a key, newest first.
  mutating func after(_ key: PageKey?, _ columns: String) {
    if let key { add("(\(columns)) < (?, ?)", [key.sort, key.number]) }
  }

  /// `WHERE …`, or nothing.
  var sql: String { clauses.isEmpty ? "" : "WHERE " + clauses.joined(separator: " AND ") }
}

extension Sequence where Element == String {
  /// So many placeholders: `?, ?, ?`.
  var placeholders: String { map { _ in "?" }.joined(separator: ", ") }
}
