import Foundation

/// A file system in memory of the test's own, which only root can mount.
struct SmallDisk {
  static let isAvailable = getuid() == 0 && trial()

  let folder: URL
  var path: String { folder.appendingPathComponent("news.db").path }

  init?(kilobytes: Int) {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("newsline-disk-\(UUID().uuidString)")
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    guard Self.run(["mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", folder.path])
    else {
      remove()
      return nil
    }
  }

  func makeReadOnly() -> Bool { Self.run(["mount", "-o", "remount,ro", folder.path]) }

  func grow(toKilobytes kilobytes: Int) -> Bool {
    Self.run(["mount", "-o", "remount,size=\(kilobytes)k", folder.path])
  }

  func remove() {
    _ = Self.run(["umount", folder.path])
    try? FileManager.default.removeItem(at: folder)
  }

  private static func trial() -> Bool {
    guard let disk = SmallDisk(kilobytes: 64) else { return false }
    disk.remove()
    return true
  }

  private static func run(_ command: [String]) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
