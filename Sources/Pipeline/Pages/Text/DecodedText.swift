import Glibc

/// A page's text out of its bytes.
///
/// The encoding is told by, in this order: a mark of the byte order; that the bytes are UTF-8; what the page declares;
/// what the bytes look like. Bytes that mean nothing become U+FFFD and are counted.
struct DecodedText {
  let text: String
  /// The encoding's name.
  let encoding: String
  /// How many bytes meant nothing.
  let replaced: Int

  /// - Parameter declared: what the page says its encoding is.
  init(_ bytes: [UInt8], declared: String? = nil) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      self.init(utf8: bytes[3...])
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self.init(bytes[2...], encoding: "UTF-16BE")
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      self.init(bytes[2...], encoding: "UTF-16LE")
    } else if let text = String(validating: bytes, as: UTF8.self) {
      self.init(text: text, encoding: "UTF-8", replaced: 0)
    } else {
      let census = ByteCensus(bytes)
      if census.isMostlyUTF8 {
        self.init(utf8: bytes[...])
      } else {
        self.init(bytes[...], encoding: EncodingLabels.name(of: declared) ?? census.likelyEncoding)
      }
    }
  }

  private init(text: String, encoding: String, replaced: Int) {
    self.text = text
    self.encoding = encoding
    self.replaced = replaced
  }

  private init(utf8 bytes: ArraySlice<UInt8>) {
    let text = String(decoding: bytes, as: UTF8.self)
    var marks = 0
    for scalar in text.unicodeScalars where scalar == "\u{FFFD}" { marks += 1 }
    var own = 0
    var at = bytes.startIndex
    while at + 2 < bytes.endIndex {
      if bytes[at] == 0xEF, bytes[at + 1] == 0xBF, bytes[at + 2] == 0xBD { own += 1 }
      at += 1
    }
    self.init(text: text, encoding: "UTF-8", replaced: max(0, marks - own))
  }

  private init(_ bytes: ArraySlice<UInt8>, encoding: String) {
    let (decoded, replaced) = Conversion.utf8(from: bytes, encoding: encoding)
    self.init(
      text: String(decoding: decoded, as: UTF8.self), encoding: encoding, replaced: replaced)
  }
}

/// The C library's conversion of encodings.
private enum Conversion {
  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  static func utf8(from bytes: ArraySlice<UInt8>, encoding: String) -> ([UInt8], replaced: Int) {
    let invalid = iconv_t(bitPattern: -1)
    guard let converter = iconv_open("UTF-8", encoding), converter != invalid else {
      return latin(bytes)
    }
    defer { iconv_close(converter) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 2)
    var replaced = 0
    var piece = [CChar](repeating: 0, count: 1 << 14)
    bytes.withUnsafeBytes { source in
      // iconv reads, and never writes, through its input; both pointers stay within their buffers by its counts.
      var input = UnsafeMutablePointer(
        mutating: source.bindMemory(to: CChar.self).baseAddress)
      var left = source.count
      while left > 0 {
        let before = left
        let written = piece.withUnsafeMutableBufferPointer { target -> Int in
          var output = target.baseAddress
          var room = target.count
          _ = iconv(converter, &input, &left, &output, &room)
          return target.count - room
        }
        result.append(contentsOf: piece[0..<written].lazy.map { UInt8(bitPattern: $0) })
        if written == 0, left == before || left > 0 {
          // Neither room nor input was wanting: this byte means nothing.
          result += replacement
          replaced += 1
          input = input?.advanced(by: 1)
          left -= 1
        }
      }
    }
    return (result, replaced)
  }

  /// Each byte as the code point of its number, for encodings that the C library lacks.
  private static func latin(_ bytes: ArraySlice<UInt8>) -> ([UInt8], replaced: Int) {
    var result: [UInt8] = []
    for byte in bytes {
      if byte < 128 {
        result.append(byte)
      } else {
        result += [0xC0 | byte >> 6, 0x80 | byte & 0x3F]
      }
    }
    return (result, 0)
  }
}

/// What the bytes past ASCII look like.
private struct ByteCensus {
  private var whole = 0
  private var broken = 0
  private var letters = 0
  private var high = 0
  /// Bytes from 0xC0 to 0xDF, and from 0xE0 on.
  private var low = (0, 0)

  init(_ bytes: [UInt8]) {
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte < 128 {
        if (97...122).contains(byte | 32) { letters += 1 }
        at += 1
        continue
      }
      high += 1
      if (0xC0...0xDF).contains(byte) { low.0 += 1 }
      if byte >= 0xE0 { low.1 += 1 }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 0
      if length > 0, at + length <= bytes.count,
        bytes[(at + 1)..<(at + length)].allSatisfy({ $0 & 0xC0 == 0x80 })
      {
        whole += 1
        at += length
      } else {
        broken += 1
        at += 1
      }
    }
  }

  /// Whether the bytes are UTF-8 but for a few.
  var isMostlyUTF8: Bool { whole > broken * 4 }

  /// Where a third of the letters are past ASCII the text is Cyrillic, whose small letters are the more frequent:
  /// windows-1251 has them from 0xE0 on, KOI8-R below.
  var likelyEncoding: String {
    guard high * 3 > letters + high else { return "WINDOWS-1252" }
    return low.0 > low.1 ? "KOI8-R" : "WINDOWS-1251"
  }
}

/// The names that pages call encodings by, and what they mean by them (WHATWG Encoding Standard).
enum EncodingLabels {
  private static let names: [String: String] = [
    "iso-8859-1": "WINDOWS-1252", "iso8859-1": "WINDOWS-1252", "latin1": "WINDOWS-1252",
    "latin-1": "WINDOWS-1252", "us-ascii": "WINDOWS-1252", "ascii": "WINDOWS-1252",
    "iso_8859-1": "WINDOWS-1252", "cp1252": "WINDOWS-1252", "x-cp1252": "WINDOWS-1252",
    "iso-8859-9": "WINDOWS-1254", "latin5": "WINDOWS-1254", "iso8859-9": "WINDOWS-1254",
    "iso-8859-11": "CP874", "tis-620": "CP874", "windows-874": "CP874",
    "gb2312": "GB18030", "gbk": "GB18030", "gb_2312-80": "GB18030", "x-gbk": "GB18030",
    "shift_jis": "CP932", "shift-jis": "CP932", "sjis": "CP932", "x-sjis": "CP932",
    "windows-31j": "CP932", "euc-kr": "CP949", "ks_c_5601-1987": "CP949", "big5": "BIG5-HKSCS",
    "x-euc-jp": "EUC-JP", "cp1251": "WINDOWS-1251", "x-cp1251": "WINDOWS-1251", "koi8": "KOI8-R",
    "cp1254": "WINDOWS-1254", "cp1256": "WINDOWS-1256", "utf-16": "UTF-16LE",
    "unicode": "UTF-16LE", "iso-8859-8-i": "ISO-8859-8", "macintosh": "MACINTOSH",
    "x-mac-cyrillic": "MAC-CYRILLIC", "cp866": "CP866", "ibm866": "CP866",
  ]
  private static let known: Set<String> = [
    "windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254", "windows-1255",
    "windows-1256", "windows-1257", "windows-1258", "iso-8859-2", "iso-8859-3", "iso-8859-4",
    "iso-8859-5", "iso-8859-6", "iso-8859-7", "iso-8859-8", "iso-8859-10", "iso-8859-13",
    "iso-8859-14", "iso-8859-15", "iso-8859-16", "koi8-r", "koi8-u", "gb18030", "euc-jp",
    "iso-2022-jp", "utf-16le", "utf-16be", "big5-hkscs",
  ]

  /// The C library's name; nil where the label is unknown, or UTF-8, which these bytes are not.
  static func name(of label: String?) -> String? {
    guard let label = label?.lowercased().trimmedSpace() else { return nil }
    return names[label] ?? (known.contains(label) ? label.uppercased() : nil)
  }
}
