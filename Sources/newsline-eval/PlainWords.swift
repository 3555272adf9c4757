import Syntax

/// Words and sentences by plain rules, without tags or trees: what readers of times make of a text by words alone.
enum PlainWords {
  /// A tree whose words are parted by spaces and marks, and whose sentences end at line ends and full stops.
  static func tree(_ text: String) -> SyntaxTree {
    let bytes = Array(text.utf8)
    var words: [Word] = []
    var sentences: [Sentence] = []
    var first = 0
    var index = 0

    func close(_ end: Int) {
      guard words.count > first else { return }
      sentences.append(
        Sentence(words: first..<words.count, range: words[first].range.lowerBound..<end))
      first = words.count
    }

    while index < bytes.count {
      let byte = bytes[index]
      if byte == 10 || byte == 32 || byte == 9 || byte == 13 {
        if byte == 10, index + 1 < bytes.count, bytes[index + 1] == 10 { close(index) }
        index += 1
        continue
      }
      var end = index + 1
      if isLetter(byte) { while end < bytes.count, isLetter(bytes[end]) { end += 1 } }
      words.append(
        Word(
          form: String(decoding: bytes[index..<end], as: UTF8.self), range: index..<end,
          sentence: sentences.count, spaceAfter: end < bytes.count && bytes[end] <= 32))
      let isStop = byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?")
      if isStop, end + 1 < bytes.count, bytes[end] == 32, isCapital(bytes[end + 1]),
        end - first > 1, words.count > 1, words[words.count - 2].form.utf8.count > 4
      {
        close(end)
      }
      index = end
    }
    close(bytes.count)
    return SyntaxTree(text: text, words: words, sentences: sentences)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 32) >= UInt8(ascii: "a") && (byte | 32) <= UInt8(ascii: "z")
      || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private static func isCapital(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
  }
}
