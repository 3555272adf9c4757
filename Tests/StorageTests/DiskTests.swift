import Foundation
import GRDB
import Record
import Testing

@testable import Storage

@Suite(
  .enabled(if: SmallDisk.isAvailable, "only root can mount the small disks that these tests need"))
struct DiskTests {
  private func documents(_ numbers: Range<Int>) -> [Document] {
    numbers.map { number in
      let words = (0..<200).map { "word\(number * 7919 + $0 * 104_729)" }.joined(separator: " ")
      return sample(samplePage("p\(number)", text: words, title: "Title \(number)"))
    }
  }

  @Test("A full disk is told, what was stored before stays, and goes on once there is room")
  func full() throws {
    let disk = try #require(SmallDisk(kilobytes: 3000))
    defer { disk.remove() }
    let archive = try Archive(path: disk.path, for: .writing)
    var stored = 0
    let error = #expect(throws: ArchiveError.self) {
      for start in stride(from: 0, to: 3000, by: 10) {
        stored += try archive.store(documents(start..<(start + 10)), readAt: readAt).count
      }
    }
    #expect(error == .full(path: disk.path))
    #expect(stored >= 10)
    #expect(try archive.counts().documents == stored)
    #expect(disk.grow(toKilobytes: 30_000))
    #expect(try archive.store(documents(stored..<(stored + 10)), readAt: readAt).count == 10)
    try archive.close()
    let again = try Archive(path: disk.path, for: .reading)
    #expect(try again.counts().documents == stored + 10)
    #expect(try again.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") } == ["ok"])
  }

  @Test("A disk that is full from the start is told, and no store is half made")
  func fullFromTheStart() throws {
    let disk = try #require(SmallDisk(kilobytes: 64))
    defer { disk.remove() }
    #expect(throws: ArchiveError.full(path: disk.path)) {
      try Archive(path: disk.path, for: .writing)
    }
    #expect(disk.grow(toKilobytes: 30_000))
    let archive = try Archive(path: disk.path, for: .writing)
    #expect(try archive.store(documents(0..<10), readAt: readAt).count == 10)
  }

  @Test("A store on a read-only disk can be read, and writing is refused")
  func readOnly() throws {
    let disk = try #require(SmallDisk(kilobytes: 3000))
    defer { disk.remove() }
    let archive = try Archive(path: disk.path, for: .writing)
    try archive.store(documents(0..<10), readAt: readAt)
    try archive.close()
    #expect(disk.makeReadOnly())
    let reader = try Archive(path: disk.path, for: .reading)
    #expect(try reader.counts().documents == 10)
    #expect(try reader.search(SearchQuery("type:REJECT")).total == 10)
    #expect(throws: ArchiveError.readOnly(path: disk.path)) {
      try Archive(path: disk.path, for: .writing)
    }
  }
}
