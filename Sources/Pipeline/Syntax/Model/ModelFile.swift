/// The sections of a model, by name, used where they lie.
///
/// Layout: `NWSYNTX2`; the number of sections (4 bytes); for each its name (16 bytes, padded with zeros), offset and
/// size (4 bytes each, little-endian); the sections.
package struct ModelFile: Sendable {
  private static let magic = Array("NWSYNTX2".utf8)
  /// Lies in a constant array that lives as long as the process.
  nonisolated(unsafe) private let bytes: UnsafeRawBufferPointer

  /// The model in these bytes, which must stay where they are; nil where they are none.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= 12, bytes.prefix(8).elementsEqual(Self.magic) else { return nil }
    self.bytes = bytes
  }

  /// The bytes of a section; nil where there is none of that name.
  package func section(_ name: String) -> UnsafeRawBufferPointer? {
    let count = Int(bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self))
    guard bytes.count >= 12 + count * 24 else { return nil }
    for index in 0..<count {
      let at = 12 + index * 24
      let label = bytes[at..<at + 16].prefix { $0 != 0 }
      guard label.elementsEqual(name.utf8) else { continue }
      let offset = Int(bytes.loadUnaligned(fromByteOffset: at + 16, as: UInt32.self))
      let size = Int(bytes.loadUnaligned(fromByteOffset: at + 20, as: UInt32.self))
      guard offset + size <= bytes.count else { return nil }
      return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + size])
    }
    return nil
  }

  /// A section of lines as text.
  package func lines(_ name: String) -> [String] {
    guard let section = section(name) else { return [] }
    return section.split(separator: 10, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// A section of numbers; nil where there is none of that name or it is cut short.
  package func floats(_ name: String) -> [Float]? {
    guard let section = section(name), section.count % 4 == 0 else { return nil }
    return stride(from: 0, to: section.count, by: 4).map {
      section.loadUnaligned(fromByteOffset: $0, as: Float.self)
    }
  }

  /// The bytes of a model of these sections.
  package static func bytes(of sections: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    func littleEndian(_ value: Int) -> [UInt8] {
      (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
    var header = magic + littleEndian(sections.count)
    var offset = header.count + sections.count * 24
    for section in sections {
      header +=
        Array(section.name.utf8) + [UInt8](repeating: 0, count: 16 - section.name.utf8.count)
      header += littleEndian(offset) + littleEndian(section.bytes.count)
      offset += section.bytes.count
    }
    return sections.reduce(into: header) { $0 += $1.bytes }
  }
}
