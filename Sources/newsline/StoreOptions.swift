import ArgumentParser
import Glibc
import Storage

/// Where the store is.
struct StoreOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The store (default: NEWSLINE_DB, or else newsline.db in this folder).", valueName: "path"))
  var db: String?

  var path: String {
    if let db { return db }
    guard let variable = getenv("NEWSLINE_DB"), variable.pointee != 0 else { return "newsline.db" }
    return String(cString: variable)
  }

  func open(for access: Archive.Access) throws -> Archive {
    try Archive(path: path, for: access)
  }

  func validate() throws {
    if db == "" { throw ValidationError("--db takes a store's file, not nothing.") }
  }
}
