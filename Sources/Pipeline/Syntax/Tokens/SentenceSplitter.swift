/// Finds where sentences end.
struct SentenceSplitter {
  /// A sentence of more words is cut, so that text without punctuation stays cheap.
  static let longest = 1000

  let lexicon: TokenLexicon
  let bytes: UnsafeBufferPointer<UInt8>
  let tokens: [Token]

  /// The ranges of tokens that are sentences.
  func sentences() -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    var at = 0
    while at < tokens.count {
      var end = at + 1
      if ends(at, since: start) {
        end = afterClosing(end)
        if continues(end, past: at) {
          at = end
          continue
        }
      } else if end < tokens.count && !tokens[end].breakBefore
        && (end - start < Self.longest || tokens[end].continues)
      {
        at = end
        continue
      }
      sentences.append(start..<end)
      start = end
      at = end
    }
    if start < tokens.count { sentences.append(start..<tokens.count) }
    return sentences
  }

  private func form(_ index: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
    bytes[tokens[index].range]
  }

  private func first(_ index: Int) -> UInt8 { bytes[tokens[index].range.lowerBound] }

  /// Whether a token may end a sentence, by itself and what follows.
  private func ends(_ at: Int, since start: Int) -> Bool {
    let last = bytes[tokens[at].range.upperBound - 1]
    switch last {
    case UInt8(ascii: "."):
      if tokens[at].range.count == 1 {
        return !isNumbering(at, since: start)
          && (startsSentence(at + 1) || startsSmall(at + 1, after: at - 1, since: start))
      }
      if first(at) == UInt8(ascii: ".") { return startsSentence(at + 1) }
      return abbreviationEnds(at)
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return startsSentence(at + 1)
    case 0xa6:
      return tokens[at].range.count % 3 == 0 && first(at) == 0xe2 && startsSentence(at + 1)
    default: return false
    }
  }

  /// "1." at the beginning numbers what follows.
  private func isNumbering(_ at: Int, since start: Int) -> Bool {
    at == start + 1 && tokens[start].range.count < 3 && form(start).allSatisfy(ByteKind.isDigit)
  }

  private func abbreviationEnds(_ at: Int) -> Bool {
    let next = at + 1
    guard next < tokens.count, !tokens[next].breakBefore else { return true }
    let known = lexicon.abbreviation(form(at).dropLast())
    if known == .title { return false }
    if known == .number || known == .numeral, ByteKind.isDigit(first(next)) { return false }
    let opens = openingQuote(next) && next + 1 < tokens.count ? next + 1 : next
    return ByteKind.isUpper(first(opens)) && lexicon.isOpener(form(opens))
  }

  /// Whether what follows can begin a sentence: not what begins with a small letter or a mark.
  private func startsSentence(_ index: Int) -> Bool {
    var index = index
    while index < tokens.count && !tokens[index].breakBefore {
      if closing(index) || openingQuote(index) {
        index += 1
        continue
      }
      let byte = first(index)
      return ByteKind.isUpper(byte) || ByteKind.isDigit(byte) || byte >= 0xc3
        || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "*")
        || byte == UInt8(ascii: "-") && tokens[index].spaceBefore
        || byte == UInt8(ascii: "<")
    }
    return true
  }

  /// Whether a small letter begins a sentence: after a blank and a word too long for an abbreviation.
  private func startsSmall(_ index: Int, after last: Int, since start: Int) -> Bool {
    guard index < tokens.count, last >= start, tokens[index].spaceBefore else { return false }
    return tokens[last].range.count > 4 && ByteKind.isLower(first(index))
      && form(last).allSatisfy(ByteKind.isWord)
  }

  /// Whether a token closes what was quoted or in brackets: it stands close to what is before it.
  private func closing(_ index: Int) -> Bool {
    guard index < tokens.count, !tokens[index].breakBefore else { return false }
    let form = form(index)
    if form.elementsEqual([0xe2, 0x80, 0x9d]) || form.elementsEqual([0xe2, 0x80, 0x99])
      || form.elementsEqual([0xc2, 0xbb])
    {
      return true
    }
    guard let byte = form.first, form.count <= 2 else { return false }
    if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") { return true }
    return (byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")) && !tokens[index].spaceBefore
  }

  private func openingQuote(_ index: Int) -> Bool {
    guard index < tokens.count else { return false }
    let form = form(index)
    guard let byte = form.first else { return false }
    if form.count == 3 && byte == 0xe2 && form.dropFirst().first == 0x80 {
      return form.last == 0x9c || form.last == 0x98
    }
    if form.elementsEqual([0xc2, 0xab]) { return true }
    return form.count <= 2
      && (byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "(")
        || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "`"))
  }

  private func afterClosing(_ index: Int) -> Int {
    var index = index
    while true {
      if closing(index) {
        index += 1
      } else if isCitation(index) {
        index += 3
      } else {
        return index
      }
    }
  }

  /// Whether a number in square brackets stands here: [12].
  private func isCitation(_ index: Int) -> Bool {
    guard index + 2 < tokens.count, first(index) == UInt8(ascii: "["),
      first(index + 2) == UInt8(ascii: "]"),
      !tokens[index].breakBefore && !tokens[index + 1].breakBefore
        && !tokens[index + 2].breakBefore
    else { return false }
    return form(index + 1).count < 4 && form(index + 1).allSatisfy(ByteKind.isDigit)
  }

  /// Whether the sentence goes on after a closing quotation mark: "Why?" she asked.
  private func continues(_ end: Int, past at: Int) -> Bool {
    guard end > at + 1, end < tokens.count, !tokens[end].breakBefore else { return false }
    let last = bytes[tokens[at].range.upperBound - 1]
    guard last == UInt8(ascii: "?") || last == UInt8(ascii: "!") || last == UInt8(ascii: ".") else {
      return false
    }
    return ByteKind.isLower(first(end))
  }
}
