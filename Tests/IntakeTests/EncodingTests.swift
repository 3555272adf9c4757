import Testing

@testable import Intake

@Suite("Bytes to text")
struct EncodingTests {
  @Test(
    "bytes are read by their encoding, and those that mean nothing are counted",
    arguments: [
      ([0xEF, 0xBB, 0xBF, 0x61], "a", 0), ([0xFF, 0xFE, 0x61, 0, 0xE9, 0], "aé", 0),
      ([0xFE, 0xFF, 0, 0x61, 0, 0xE9], "aé", 0),
      ([0x63, 0x61, 0x66, 0xE9, 0x20, 0x6E, 0x6F, 0x69, 0x72], "café noir", 0),
      ([0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2], "Привет", 0),
      (Array("один два три четыре".utf8) + [0xFF], "один два три четыре\u{FFFD}", 1),
    ] as [([UInt8], String, Int)])
  func bytes(bytes: [UInt8], text: String, replaced: Int) {
    let decoded = DecodedText(bytes)
    #expect(decoded.text == text)
    #expect(decoded.replaced == replaced)
  }

  @Test(
    "a label means what the Encoding Standard says it does",
    arguments: [
      ("windows-1251", [0xCD, 0xEE, 0xE2, 0xEE, 0xF1, 0xF2, 0xE8], "Новости"),
      ("koi8-r", [0xEE, 0xCF, 0xD7, 0xCF, 0xD3, 0xD4, 0xC9], "Новости"),
      ("KOI8-U", [0xEB, 0xC9, 0xA7, 0xD7], "Київ"),
      ("iso-8859-1", [0x93, 0x61, 0x94, 0xE9], "“a”é"), ("latin5", [0xDD, 0xFE], "İş"),
      ("windows-1254", [0xD0, 0xF0], "Ğğ"),
      ("windows-1256", [0xC3, 0xCE, 0xC8, 0xC7, 0xD1], "أخبار"),
      ("iso-8859-2", [0xA3, 0xF3, 0x64, 0xBC], "Łódź"), ("ISO-8859-7", [0xCD, 0xDD, 0xE1], "Νέα"),
      (" gb2312 ", [0xD0, 0xC2, 0xCE, 0xC5], "新闻"),
      ("gb18030", [0x81, 0x30, 0x81, 0x36], "\u{86}"), ("gbk", [0x80, 0xD0, 0xC2], "€新"),
      ("big5", [0xB7, 0x73, 0xBB, 0x44], "新聞"), ("Shift_JIS", [0x90, 0x56, 0x95, 0xB7], "新聞"),
      ("x-sjis", [0x83, 0x6A, 0x83, 0x85], "ニュ"), ("euc-jp", [0xBF, 0xB7, 0xCA, 0xB9], "新聞"),
      ("euc-kr", [0xB4, 0xBA, 0xBD, 0xBA], "뉴스"),
      ("iso-2022-jp", [0x1B, 0x24, 0x42, 0x3F, 0x37, 0x4A, 0x39, 0x1B, 0x28, 0x42], "新聞"),
      ("windows-1252", [0x81, 0xE9], "\u{81}é"),
    ] as [(String, [UInt8], String)])
  func labels(label: String, bytes: [UInt8], text: String) {
    let decoded = DecodedText(bytes, told: label)
    #expect(decoded.text == text)
    #expect(decoded.replaced == 0)
  }

  @Test("every label of the table is one that the C library converts")
  func table() {
    for label in [
      "ibm866", "l3", "greek", "hebrew", "logical", "l6", "mac", "x-mac-ukrainian",
      "dos-874", "ms932", "korean", "unicodefffe", "ucs-2", "cp1258", "iso-8859-16", "l9",
    ] {
      let encoding = EncodingLabels.encoding(of: label)
      #expect(encoding != nil, "\(label)")
      if let encoding {
        let plain: [UInt8] =
          encoding == .utf16LE ? [97, 0] : encoding == .utf16BE ? [0, 97] : [97]
        #expect(EncodingConversion.utf8(from: plain[...], encoding: encoding).0 == [97], "\(label)")
      }
    }
  }

  @Test(
    "an undecodable byte becomes U+FFFD and is counted, what stands around it is kept",
    arguments: [
      ("koi8-r", [0xEE, 0x41], "НA", 0), ("euc-jp", [0xBF, 0xB7, 0xFF, 0x41], "新\u{FFFD}A", 1),
      ("windows-1253", [0xCD, 0xD2, 0x41], "Ν\u{FFFD}A", 1), ("big5", [0xB7], "\u{FFFD}", 1),
    ] as [(String, [UInt8], String, Int)])
  func undecodable(label: String, bytes: [UInt8], text: String, replaced: Int) {
    let decoded = DecodedText(bytes, told: label)
    #expect(decoded.text == text)
    #expect(decoded.replaced == replaced)
  }

  @Test("what the server tells stands above what the page declares, and UTF-8 above both")
  func order() {
    let bytes: [UInt8] = [0xD2, 0xE5, 0xF1, 0xF2]
    #expect(DecodedText(bytes, told: "windows-1251", declared: "koi8-r").text == "Тест")
    #expect(DecodedText(bytes, told: "nonsense", declared: "windows-1251").text == "Тест")
    #expect(DecodedText(Array("Тест".utf8), told: "windows-1251").encoding == "UTF-8")
    #expect(DecodedText([0x3C, 0, 0x70, 0, 0x3E, 0, 0xE9, 0]).text == "<p>é")
    #expect(DecodedText(Array("<p>caf".utf8) + [0xE9], declared: "utf-16").text == "<p>café")
  }

  @Test(
    "a page's declaration is read as browsers do",
    arguments: [
      ("<meta charset=windows-1251>", "windows-1251"), ("<META CHARSET = \"koi8-r\" >", "koi8-r"),
      ("<meta http-equiv='Content-Type' content='text/html; charset=big5'>", "big5"),
      ("<meta content=\"text/html;charset='euc-kr'\" http-equiv=content-type>", "euc-kr"),
      ("<!-- <meta charset=big5> --><meta charset=gbk>", "gbk"),
      ("<?xml version=\"1.0\" encoding='ISO-8859-2'?><rss>", "ISO-8859-2"),
      ("<metacharset=big5><meta name=charset content=x><meta charset=utf-8>", "utf-8"),
      ("<meta name=description content='charset=big5'>", nil), ("charset=big5", nil),
      ("<meta", nil),
      ("<!-- <meta charset=big5>", nil), ("", nil), ("<meta charset='", nil),
    ] as [(String, String?)])
  func declarations(markup: String, label: String?) {
    #expect(DeclaredEncoding.label(in: Array(markup.utf8)) == label)
  }

  @Test(
    "a text that no one tells the encoding of is known by its bytes",
    arguments: [
      ("shift_jis", "きょうの天気は晴れ、あすは雨になるところが多いでしょう。"),
      ("euc-jp", "きょうの天気は晴れ、あすは雨になるところが多いでしょう。"),
      ("euc-kr", "오늘 항구에는 비가 내렸고 배는 새벽에 떠났다. 다친 사람은 없었다고 한다."),
      ("gb2312", "今天港口下了雨，渡轮在黎明时分离开，没有人受伤，市长说明天会更好。"),
      ("big5", "今天港口下了雨，渡輪在黎明時分離開，沒有人受傷，市長說明天會更好。"),
      ("windows-1251", "Сегодня в порту шёл дождь, паром ушёл на рассвете."),
      ("koi8-r", "Сегодня в порту шёл дождь, паром ушёл на рассвете."),
      ("windows-1256", "هطل المطر اليوم على الميناء وغادرت العبارة عند الفجر"),
      (
        "windows-1252",
        "Le bateau a quitté le port à l'aube, près de la forêt; rien n'a été blessé."
      ),
    ])
  func census(label: String, text: String) throws {
    let encoding = try #require(EncodingLabels.encoding(of: label))
    let bytes = try #require(converted(text, to: encoding.systemName))
    #expect(DecodedText(bytes).text == text)
  }
}
