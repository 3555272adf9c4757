/// What the bytes past ASCII look like, for texts that no one tells the encoding of.
struct ByteCensus {
  private var whole = 0
  private var broken = 0
  private var letters = 0
  private var high = 0
  /// Bytes from 0xC0 to 0xDF, and from 0xE0 on.
  private var low = (0, 0)
  private var pairs = PairCensus()
  /// Bytes of windows-1256 that are Arabic letters, of those past ASCII.
  private var arabic = 0

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
      if Self.arabicFrequent.contains(byte) { arabic += 1 }
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
    if !isMostlyUTF8 { pairs = PairCensus(bytes) }
  }

  /// The eight most frequent letters of Arabic and Persian in windows-1256: alef, lam, ya, mim, nun, waw, ra, ta.
  private static let arabicFrequent: Set<UInt8> = [
    0xC7, 0xE1, 0xED, 0xE3, 0xE4, 0xE6, 0xD1, 0xCA,
  ]

  /// Whether the bytes are UTF-8 but for some: in any other encoding whole characters of it are the rarer.
  var isMostlyUTF8: Bool { whole > broken }

  /// The label of the encoding that the bytes look most like.
  ///
  /// The double-byte encodings are told by which bytes stand first and second in pairs (``PairCensus``). Where fewer than
  /// a third of the letters are past ASCII, the text is Western. Arabic is told by its eight most frequent letters, which
  /// are half of any text; the rest is Cyrillic, whose small letters are the more frequent: windows-1251 has them from 0xE0
  /// on, KOI8-R below.
  var likelyEncoding: String {
    if let label = pairs.likelyEncoding { return label }
    guard high * 3 > letters + high else { return "windows-1252" }
    if arabic * 5 > high * 2, high > 8 { return "windows-1256" }
    return low.0 > low.1 ? "koi8-r" : "windows-1251"
  }
}

/// The pairs of bytes that a text in a double-byte encoding would consist of.
struct PairCensus {
  private var pairs = 0
  /// Bytes past ASCII that stand in no pair.
  private var single = 0
  private var shortTrails = 0
  /// First bytes of pairs: of kana in EUC-JP, of Hangul in EUC-KR, of kana in Shift_JIS.
  private var eucKana = 0
  private var hangul = 0
  private var shiftedKana = 0
  /// First bytes below 0xA1, which the EUC family has none of.
  private var lowLeads = 0
  /// First bytes of GB 2312's punctuation and of its more frequent half of characters.
  private var frequentHan = 0

  init() {}

  init(_ bytes: [UInt8]) {
    var at = 0
    while at < bytes.count {
      let lead = bytes[at]
      guard lead >= 0x81, lead <= 0xFE, at + 1 < bytes.count else {
        if lead >= 0x80 { single += 1 }
        at += 1
        continue
      }
      let trail = bytes[at + 1]
      guard trail >= 0x40, trail != 0x7F, trail != 0xFF else {
        single += 1
        at += 1
        continue
      }
      pairs += 1
      if trail < 0x80 { shortTrails += 1 }
      if lead < 0xA1 { lowLeads += 1 }
      if (0x82...0x83).contains(lead) { shiftedKana += 1 }
      if trail >= 0xA1 {
        if (0xA4...0xA5).contains(lead) { eucKana += 1 }
        if (0xB0...0xC8).contains(lead) { hangul += 1 }
        if (0xB0...0xD7).contains(lead) || (0xA1...0xA3).contains(lead) { frequentHan += 1 }
      }
      at += 2
    }
  }

  /// The label of the double-byte encoding that the pairs speak for; nil where they speak for none.
  ///
  /// Few bytes stand alone in such a text, whereas half the words of a single-byte one leave a byte over. A third of Japanese is kana, in Shift_JIS with first bytes below 0xA1; nearly
  /// all of Korean is Hangul; two fifths of Big5's second bytes are below 0x80, and GB 2312's none.
  var likelyEncoding: String? {
    guard pairs >= 8, single * 20 < pairs else { return nil }
    if shiftedKana * 5 > pairs, lowLeads * 2 > pairs { return "shift_jis" }
    if eucKana * 5 > pairs, lowLeads * 50 < pairs { return "euc-jp" }
    if hangul * 20 > pairs * 17, lowLeads * 20 < pairs { return "euc-kr" }
    // In a Western text nearly every second byte would be a plain letter.
    if shortTrails * 5 > pairs, shortTrails * 10 < pairs * 7, lowLeads * 20 < pairs {
      return "big5"
    }
    return pairs >= 16 && frequentHan * 10 > pairs * 7 ? "gb18030" : nil
  }
}
