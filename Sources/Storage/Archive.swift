import FoundationEssentials
import GRDB
import Glibc

/// The store: documents with their revisions and records, and what can be looked up in them, in one SQLite file.
///
/// Any number of processes may read it while one writes; writers take turns. What ``store(_:readAt:)`` has returned is
/// kept through a kill of the process; a power failure may take the last moments with it, never the rest.
public struct Archive: Sendable {
  /// What it is opened for.
  public enum Access: Sendable {
    /// The file must be there and is never written, unless its tables are an older version's.
    case reading
    /// The file is made where it is missing.
    case writing
  }

  /// How long, in seconds, a writer waits for its turn.
  static let patience = 60.0

  /// Where it lies.
  public let path: String
  let reader: any DatabaseReader
  private let writer: DatabasePool?

  /// Opens the store, or makes it.
  ///
  /// - Throws: ``ArchiveError``.
  public init(path: String, for access: Access) throws {
    try self.init(path: path, for: access, schema: .current)
  }

  init(path: String, for access: Access, schema: Schema) throws {
    self.path = path
    let file = StoreFile(path: path)
    let found = try file.inspect()
    switch (found, access) {
    case (.none, .reading): throw ArchiveError.missing(path: path)
    case (.some(let version), _) where version > schema.version:
      throw ArchiveError.newer(path: path, found: version, known: schema.version)
    case (.some(let version), .reading) where version == schema.version:
      reader = try file.openForReading()
      writer = nil
    default:
      do {
        let pool = try file.openForWriting()
        try archiveErrors(path) { try schema.apply(to: pool, path: path) }
        reader = pool
        writer = pool
      } catch ArchiveError.readOnly where access == .reading {
        throw ArchiveError.older(path: path, found: found ?? 0, known: schema.version)
      }
    }
  }

  /// Reads in one snapshot.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try archiveErrors(path) { try reader.read(body) }
  }

  /// Writes in one transaction that holds the writer's lock from its start.
  func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
    guard let writer else { throw ArchiveError.readOnly(path: path) }
    return try archiveErrors(path) { try writer.write(body) }
  }

  /// Gives the file back; a store opened for writing puts its log into the file first, if nobody is reading.
  public func close() throws {
    if let writer {
      // The pool's readers close last, and may not do what SQLite leaves to the last: so it is done before.
      try? writer.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA busy_timeout = 200")
        try db.checkpoint(.truncate)
      }
    }
    try archiveErrors(path) { try reader.close() }
  }
}

/// Runs a piece of work whose SQLite errors become ``ArchiveError``.
func archiveErrors<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
  do { return try body() } catch let error as DatabaseError {
    throw ArchiveError(error, path: path)
  }
}
