import GRDB

/// Why a store could not be opened, read or written.
public enum ArchiveError: Error, Sendable, Equatable {
  /// There is no such file, and it was not to be made.
  case missing(path: String)
  /// The folder in which the store would be made does not exist.
  case missingFolder(path: String)
  /// The path is a folder.
  case folder(path: String)
  /// The file holds something else than a database.
  case notADatabase(path: String)
  /// The file is another program's database.
  case otherProgram(path: String, applicationID: Int)
  /// The store's tables are of a version that this Newsline does not know.
  case newer(path: String, found: Int, known: Int)
  /// The store's tables are of an earlier version, and it cannot be written to bring them up.
  case older(path: String, found: Int, known: Int)
  /// The file or its folder may be read but not written.
  case readOnly(path: String)
  /// The file may not even be read.
  case noPermission(path: String)
  /// No room is left on the disk.
  case full(path: String)
  /// Another process kept the store locked for longer than one waits.
  case busy(path: String, seconds: Int)
  /// The database is damaged.
  case damaged(path: String, detail: String)
  /// Another failure, in SQLite's words.
  case failed(path: String, detail: String)

  /// The case that SQLite's result code stands for.
  init(_ error: DatabaseError, path: String) {
    let detail = error.message ?? error.description
    switch error.resultCode {
    case .SQLITE_NOTADB: self = .notADatabase(path: path)
    case .SQLITE_READONLY: self = .readOnly(path: path)
    case .SQLITE_PERM, .SQLITE_AUTH: self = .noPermission(path: path)
    case .SQLITE_FULL: self = .full(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self = .busy(path: path, seconds: Int(Archive.patience))
    case .SQLITE_CORRUPT: self = .damaged(path: path, detail: detail)
    case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE:
      // The shared index beside the log could not grow, which only a full disk refuses.
      self = .full(path: path)
    default: self = .failed(path: path, detail: detail)
    }
  }
}

extension ArchiveError: CustomStringConvertible {
  /// What happened, and what would do.
  public var description: String {
    switch self {
    case .missing(let path):
      "\(path): no store is there; `newsline read INPUT... --db \(path)` makes one"
    case .missingFolder(let path):
      "\(path): the folder to hold the store does not exist; make it, or name another with --db"
    case .folder(let path):
      "\(path): is a folder; --db takes the store's file, such as \(path)/newsline.db"
    case .notADatabase(let path):
      "\(path): is no database; --db takes a store that `newsline read` made, or a new file's name"
    case .otherProgram(let path, let id):
      "\(path): is a database of another program (application id \(id)); it is left as it is"
    case .newer(let path, let found, let known):
      "\(path): made by a newer Newsline: schema \(found), this one knows \(known); "
        + "use that Newsline or another store"
    case .older(let path, let found, let known):
      "\(path): made by an older Newsline (schema \(found), now \(known)) and not writable here; "
        + "open it once with leave to write and it is brought up"
    case .readOnly(let path):
      "\(path): may be read but not written; give leave to write the file and its folder"
    case .noPermission(let path):
      "\(path): may not be read; give leave to read the file and its folder"
    case .full(let path):
      "\(path): no room is left on the disk; what was reported is stored, and once there is room "
        + "the same command goes on from there"
    case .busy(let path, let seconds):
      "\(path): another process kept the store locked for over \(seconds) seconds; try again"
    case .damaged(let path, let detail):
      "\(path): the store is damaged (\(detail)); read into a new one, or restore a copy"
    case .failed(let path, let detail): "\(path): \(detail)"
    }
  }
}
