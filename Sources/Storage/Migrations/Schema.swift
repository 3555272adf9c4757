import GRDB

/// The versions of a store's tables, each a step from the one before it.
///
/// Steps are only ever appended. All that a store lacks are applied in one IMMEDIATE transaction that reads the
/// store's version inside it, so two processes that open a new store at once do not both lay it out; that is why
/// GRDB's own migrator, which looks before it takes the lock, does not run them.
struct Schema: Sendable {
  /// A step to the next version.
  typealias Step = @Sendable (Database) throws -> Void

  /// What SQLite's `application_id` says of a store: "NwsL".
  static let applicationID: Int32 = 0x4E77_734C

  /// The steps of this Newsline; the store's version is their number.
  static let current = Schema(steps: [version1])

  let steps: [Step]

  var version: Int { steps.count }

  /// Brings the store to this version; does nothing where it is there already.
  func apply(to writer: some DatabaseWriter, path: String) throws {
    try writer.writeWithoutTransaction { db in
      if try Int.fetchOne(db, sql: "PRAGMA user_version") == version { return }
      try db.inTransaction(.immediate) {
        let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard found <= version else {
          throw ArchiveError.newer(path: path, found: found, known: version)
        }
        for step in steps[found...] { try step(db) }
        try db.execute(sql: "PRAGMA application_id = \(Self.applicationID)")
        try db.execute(sql: "PRAGMA user_version = \(version)")
        return .commit
      }
    }
  }
}
