import Glibc
import Record

/// The time zone of pages that print local times without saying so.
///
/// Offsets come from the system's zone files by the C library: Foundation's need its 30 MB of locale data. The C
/// library knows one zone at a time, so a process can have one only.
public struct LocalZone: Sendable {
  /// Why a zone cannot be used.
  public struct Unknown: Error, CustomStringConvertible {
    /// What the caller named.
    public let name: String

    /// What was asked for and what would do.
    public var description: String {
      "no time zone \"\(name)\" in \(LocalZone.folder) (a name such as Asia/Baku; Debian: tzdata)"
    }
  }

  private static let folder = "/usr/share/zoneinfo"
  private let name: String

  /// The zone of an IANA name; it becomes the process's.
  public init(_ name: String) throws(Unknown) {
    let plain = name.utf8.allSatisfy {
      switch $0 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "_"),
        UInt8(ascii: "-"), UInt8(ascii: "+"):
        true
      default: false
      }
    }
    var status = stat()
    guard plain, !name.isEmpty, name.first != "/", stat("\(Self.folder)/\(name)", &status) == 0,
      status.st_mode & S_IFMT == S_IFREG
    else { throw Unknown(name: name) }
    self.name = name
    setenv("TZ", ":\(name)", 1)
    tzset()
  }

  /// The stamp with its offset from UTC; one that has a zone, or is no finer than a day, stays as it is.
  public func placed(_ stamp: Stamp) -> Stamp {
    guard [.second, .minute, .hour].contains(stamp.grain), stamp.start.utf8.count >= 16,
      let day = CalendarDay(iso: stamp.start)
    else { return stamp }
    let clock = stamp.start.dropFirst(11)
    guard !clock.contains(where: { $0 == "Z" || $0 == "+" || $0 == "-" }) else { return stamp }
    let parts = clock.split(separator: ":").map { Int32($0) ?? 0 }
    var time = tm()
    time.tm_year = Int32(day.year - 1900)
    time.tm_mon = Int32(day.month - 1)
    time.tm_mday = Int32(day.day)
    time.tm_hour = parts.first ?? 0
    time.tm_min = parts.count > 1 ? parts[1] : 0
    time.tm_isdst = -1
    guard mktime(&time) != -1 else { return stamp }
    let minutes = abs(time.tm_gmtoff) / 60
    func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let sign = time.tm_gmtoff < 0 ? "-" : "+"
    return Stamp(
      start: "\(stamp.start)\(sign)\(padded(minutes / 60)):\(padded(minutes % 60))",
      grain: stamp.grain)
  }
}
