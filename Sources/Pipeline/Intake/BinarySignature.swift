/// The formats that files are often found in where a page was meant, by their first bytes.
enum BinarySignature {
  /// Each format's first bytes, from the offset at which they stand (PRONOM, and the formats' own standards).
  private static let table: [(offset: Int, bytes: [UInt8], name: String)] = [
    (0, [0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
    (0, [0xFF, 0xD8, 0xFF], "a JPEG picture"),
    (0, Array("GIF8".utf8), "a GIF picture"),
    (8, Array("WEBP".utf8), "a WebP picture"),
    (8, Array("WAVE".utf8), "a WAVE recording"),
    (4, Array("ftypavif".utf8), "an AVIF picture"),
    (4, Array("ftypheic".utf8), "a HEIC picture"),
    (4, Array("ftyp".utf8), "an MPEG-4 film"),
    (0, Array("ID3".utf8), "an MP3 recording"),
    (0, Array("OggS".utf8), "an Ogg recording"),
    (0, Array("fLaC".utf8), "a FLAC recording"),
    (0, [0x1A, 0x45, 0xDF, 0xA3], "a Matroska film"),
    (0, Array("%PDF-".utf8), "a PDF document"),
    (0, Array("{\\rtf".utf8), "an RTF document"),
    (0, Array("%!PS".utf8), "a PostScript document"),
    (0, [0xD0, 0xCF, 0x11, 0xE0], "an old Office document"),
    (0, [0x50, 0x4B, 0x03, 0x04], "a ZIP archive or an Office document"),
    (0, [0x50, 0x4B, 0x05, 0x06], "an empty ZIP archive"),
    (0, [0x1F, 0x8B], "gzip within gzip"),
    (0, Array("BZh".utf8), "a bzip2 archive"),
    (0, [0xFD, 0x37, 0x7A, 0x58, 0x5A], "an xz archive"),
    (0, [0x28, 0xB5, 0x2F, 0xFD], "a Zstandard archive"),
    (0, [0x37, 0x7A, 0xBC, 0xAF], "a 7-Zip archive"),
    (0, Array("Rar!".utf8), "a RAR archive"),
    (257, Array("ustar".utf8), "a tar archive"),
    (0, Array("filedesc://".utf8), "an ARC archive, the format before WARC"),
    (0, [0x7F, 0x45, 0x4C, 0x46], "a program"),
    (0, Array("SQLite format 3".utf8), "an SQLite database"),
    (0, Array("wOFF".utf8), "a font"),
    (0, Array("wOF2".utf8), "a font"),
    (0, [0x00, 0x00, 0x01, 0x00], "an icon"),
    (0, [0x00, 0x61, 0x73, 0x6D], "a WebAssembly program"),
  ]

  /// What the first bytes are, where they are no text; nil where they may be text.
  static func name(of bytes: ArraySlice<UInt8>) -> String? {
    for entry in table where bytes.dropFirst(entry.offset).starts(with: entry.bytes) {
      return entry.name
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return nil }
    // Text may hold a stray control character; a tenth of them, or zero bytes by the dozen, it does not.
    var zeros = 0
    var controls = 0
    for byte in bytes where byte < 32 && byte != 9 && byte != 10 && byte != 13 && byte != 12 {
      controls += 1
      if byte == 0 { zeros += 1 }
    }
    let many = bytes.count / 10
    return zeros > bytes.count / 50 || controls > many ? "binary data" : nil
  }
}
