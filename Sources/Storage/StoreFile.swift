import FoundationEssentials
import GRDB
import Glibc

/// The store's file before it is a store: what lies there, and the ways to open it.
struct StoreFile {
  let path: String

  /// The schema's version in the file; nil where there is no file; 0 for an empty database.
  ///
  /// Nothing is written: another program's database is found out before its journal mode is touched.
  func inspect() throws -> Int? {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == EACCES { throw ArchiveError.noPermission(path: path) }
      let folder = self.folder
      guard access(folder, F_OK) == 0 else { throw ArchiveError.missingFolder(path: path) }
      return nil
    }
    if status.st_mode & S_IFMT == S_IFDIR { throw ArchiveError.folder(path: path) }
    if status.st_size == 0 { return 0 }
    guard access(path, R_OK) == 0 else { throw ArchiveError.noPermission(path: path) }
    let reader = try openForReading()
    defer { try? reader.close() }
    return try archiveErrors(path) {
      try reader.read { db in
        let id = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
        if id == 0 && isEmpty { return 0 }
        guard id == Schema.applicationID else {
          throw ArchiveError.otherProgram(path: path, applicationID: Int(id))
        }
        return try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      }
    }
  }

  private var folder: String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return "." }
    return parts.count == 2 && parts[0].isEmpty ? "/" : parts.dropLast().joined(separator: "/")
  }

  /// A pool of readers; on read-only media, where the log's index cannot be made, one that takes the file as settled.
  func openForReading() throws -> any DatabaseReader {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(Archive.patience)
    // Readers wait for nobody; the number bounds what a crowd of requests opens.
    configuration.maximumReaderCount = 8
    return try archiveErrors(path) {
      do {
        let pool = try DatabasePool(path: path, configuration: configuration)
        _ = try pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") }
        return pool
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN {
        // Without leave to write its folder the log's index cannot be made. Where the log is empty, all is in the file.
        var log = stat()
        guard stat(path + "-wal", &log) != 0 || log.st_size == 0 else { throw error }
        return try DatabaseQueue(path: immutableAddress, configuration: configuration)
      }
    }
  }

  /// A pool with one writer, which makes the file where it is missing.
  func openForWriting() throws -> DatabasePool {
    guard access(path, F_OK) != 0 || access(path, W_OK) == 0 else {
      throw ArchiveError.readOnly(path: path)
    }
    guard access(folder, W_OK) == 0 else { throw ArchiveError.readOnly(path: path) }
    var configuration = Configuration()
    configuration.busyMode = .timeout(Archive.patience)
    return try archiveErrors(path) {
      // SQLite does not wait where two connections turn a new file to its log mode at once: so it is tried again.
      for _ in 0..<200 {
        do { return try DatabasePool(path: path, configuration: configuration) } catch let error
          as DatabaseError where error.resultCode == .SQLITE_BUSY
        { usleep(20_000) }
      }
      return try DatabasePool(path: path, configuration: configuration)
    }
  }

  /// SQLite's address of the file as one that nobody changes.
  private var immutableAddress: String {
    let digits = Array("0123456789ABCDEF".utf8)
    var address = Array("file:".utf8)
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        address.append(byte)
      default: address += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: address, as: UTF8.self) + "?immutable=1"
  }
}
