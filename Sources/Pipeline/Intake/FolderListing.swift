import Glibc

/// The entries of a folder that are gone through: files and folders, hidden ones left out, in byte order.
///
/// A link to a file counts as the file; a link to a folder is left out, lest one be gone through for ever.
struct FolderListing {
  let entries: [String]

  init(_ path: String) throws(Refusal.Reason) {
    guard let folder = opendir(path) else { throw .unreadable(systemWords(errno)) }
    defer { closedir(folder) }
    var names: [[UInt8]] = []
    while let entry = readdir(folder) {
      let name = Self.name(of: entry)
      if name.first == UInt8(ascii: ".") { continue }
      names.append(name)
    }
    names.sort { $0.lexicographicallyPrecedes($1) }
    var kept: [String] = []
    for name in names {
      let name = String(decoding: name, as: UTF8.self)
      var status = stat()
      guard lstat(path + "/" + name, &status) == 0 else {
        kept.append(name)  // opening it will tell why it cannot be read
        continue
      }
      var format = status.st_mode & S_IFMT
      if format == S_IFLNK, stat(path + "/" + name, &status) == 0 {
        format = status.st_mode & S_IFMT
        if format == S_IFDIR { continue }
      }
      if format == S_IFREG || format == S_IFDIR || format == S_IFLNK { kept.append(name) }
    }
    entries = kept
  }

  /// The bytes of an entry's name, read where they lie.
  ///
  /// The C library gives an entry as much room as its name needs, not the 256 bytes that the type declares: copying the
  /// whole member reads past it, and past the page at times.
  private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return [] }
    let start = UnsafeRawPointer(entry).advanced(by: offset)
      .assumingMemoryBound(to: UInt8.self)
    return Array(
      UnsafeBufferPointer(start: start, count: strlen(UnsafePointer<CChar>(OpaquePointer(start)))))
  }

  /// Whether a path leads to a folder.
  static func isFolder(_ path: String) throws(Refusal.Reason) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable(systemWords(errno))
    }
    return status.st_mode & S_IFMT == S_IFDIR
  }
}

/// The system's words for an error number.
func systemWords(_ number: Int32) -> String {
  var words = [CChar](repeating: 0, count: 256)
  guard strerror_r(number, &words, words.count) == 0 else { return "error \(number)" }
  return String(decoding: words.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
