/// Finds passages in quotation marks, those within others left out.
///
/// Reads “ ” " „ ‟ « » ‘ ’ ' ‚ ‹ › and `` ''. A mark's neighbours tell opening from closing where its form does not;
/// apostrophes are no marks; a single mark that nothing closes is none either. Cost: linear in the bytes.
struct QuotationScanner {
  /// What a mark may be paired with.
  private enum Family { case double, single, guillemet }

  /// A mark and what its form and neighbours allow it to be.
  private struct Mark {
    var range: Range<Int>
    var family: Family
    var opens: Bool
    var closes: Bool
    /// Whether a word's own letters may explain it: "leaders’ talks".
    var mayBeApostrophe = false
  }

  private let bytes: [UInt8]

  /// A scanner of this text.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The quotations of a text, in order, none within another.
  func quotations(in paragraphs: [Range<Int>]) -> [Quotation] {
    var found: [Quotation] = []
    for (index, paragraph) in paragraphs.enumerated() {
      pair(marks(in: paragraph), paragraph: paragraph, index: index, into: &found)
    }
    return found
  }

  // MARK: - Marks

  private func marks(in paragraph: Range<Int>) -> [Mark] {
    var marks: [Mark] = []
    var at = paragraph.lowerBound
    while at < paragraph.upperBound {
      let byte = bytes[at]
      if byte == 0x22 || byte == 0x27 || byte == 0x60 {
        at = addPlain(at, paragraph, &marks)
      } else if byte == 0xC2, at + 1 < paragraph.upperBound,
        bytes[at + 1] == 0xAB || bytes[at + 1] == 0xBB
      {
        let mark = at..<at + 2
        let pointsLeft = bytes[at + 1] == 0xAB
        // French « … » and German » … «: the side that white space is on decides.
        marks.append(
          Mark(
            range: mark, family: .guillemet, opens: pointsLeft || beginsWord(mark, paragraph),
            closes: !pointsLeft || endsWord(mark, paragraph)))
        at += 2
      } else if byte == 0xE2, at + 2 < paragraph.upperBound, bytes[at + 1] == 0x80 {
        addCurly(at, paragraph, &marks)
        at += 3
      } else {
        at += 1
      }
    }
    return marks
  }

  private func addPlain(_ at: Int, _ paragraph: Range<Int>, _ marks: inout [Mark]) -> Int {
    let byte = bytes[at]
    let isDoubled = at + 1 < paragraph.upperBound && bytes[at + 1] == byte && byte != 0x22
    if byte == 0x60 && !isDoubled { return at + 1 }
    let mark = at..<at + (isDoubled ? 2 : 1)
    let family: Family = byte == 0x22 || isDoubled ? .double : .single
    let opens = byte == 0x60 || beginsWord(mark, paragraph)
    let closes = byte != 0x60 && endsWord(mark, paragraph)
    if family == .double {
      // A mark with white space on neither side belongs to the word that it touches.
      marks.append(
        Mark(
          range: mark, family: family, opens: opens || (!closes && !followsDigit(mark)),
          closes: closes || !opens))
    } else if opens != closes {
      marks.append(single(mark, opens: opens, closes: closes, in: paragraph))
    }
    return mark.upperBound
  }

  private func addCurly(_ at: Int, _ paragraph: Range<Int>, _ marks: inout [Mark]) {
    let mark = at..<at + 3
    switch bytes[at + 2] {
    case 0x9C, 0x9F:  // “ opens in English and closes in German.
      marks.append(
        Mark(range: mark, family: .double, opens: true, closes: endsWord(mark, paragraph)))
    case 0x9D:  // ”
      marks.append(Mark(range: mark, family: .double, opens: false, closes: true))
    case 0x9E:  // „
      marks.append(Mark(range: mark, family: .double, opens: true, closes: false))
    case 0x98:  // ‘
      if beginsWord(mark, paragraph) {
        marks.append(single(mark, opens: true, closes: false, in: paragraph))
      }
    case 0x99:  // ’
      if endsWord(mark, paragraph) && !beginsWord(mark, paragraph) {
        marks.append(single(mark, opens: false, closes: true, in: paragraph))
      }
    case 0x9A:  // ‚
      marks.append(Mark(range: mark, family: .single, opens: true, closes: false))
    case 0xB9:  // ‹
      marks.append(Mark(range: mark, family: .guillemet, opens: true, closes: false))
    case 0xBA:  // ›
      marks.append(Mark(range: mark, family: .guillemet, opens: false, closes: true))
    default:
      break
    }
  }

  private func single(
    _ mark: Range<Int>, opens: Bool, closes: Bool, in paragraph: Range<Int>
  ) -> Mark {
    var mark = Mark(range: mark, family: .single, opens: opens, closes: closes)
    let before = mark.range.lowerBound - 1
    let after = mark.range.upperBound
    if closes, before >= paragraph.lowerBound, bytes[before] | 0x20 == UInt8(ascii: "s"),
      after + 1 < paragraph.upperBound, bytes[after] == 32, isLower(bytes[after + 1])
    {
      mark.mayBeApostrophe = true
    }
    // ’90s and rock ’n’ roll: figures and a clipped "and" begin with an apostrophe, not with a quotation.
    if opens, after + 1 < paragraph.upperBound {
      let isClipped =
        bytes[after] | 0x20 == UInt8(ascii: "n") && [0x27, 0xE2].contains(bytes[after + 1])
      if isDigit(bytes[after]) || isClipped { mark.opens = false }
    }
    return mark
  }

  // MARK: - Neighbours

  /// Whether what stands before a mark is what a quotation begins after.
  private func beginsWord(_ mark: Range<Int>, _ paragraph: Range<Int>) -> Bool {
    let before = mark.lowerBound - 1
    guard before >= paragraph.lowerBound else { return true }
    let after = mark.upperBound
    guard after < paragraph.upperBound, !isSpace(bytes[after]) else { return false }
    return isSpace(bytes[before]) || [0x28, 0x5B, 0x7B, 0x2F, 0x3A].contains(bytes[before])
      || bytes[before] == 0x2D && !followsLetter(before)
      || isWide(before, lastBytes: [0x93, 0x94, 0x9C, 0x98, 0x9E])
      || bytes[before] == 0x22 && mark.count == 1 && bytes[mark.lowerBound] == 0x27
      || before > paragraph.lowerBound && bytes[before] == 0xA0 && bytes[before - 1] == 0xC2
  }

  /// Whether what stands after a mark is what follows a quotation.
  private func endsWord(_ mark: Range<Int>, _ paragraph: Range<Int>) -> Bool {
    let after = mark.upperBound
    guard after < paragraph.upperBound else { return true }
    let byte = bytes[after]
    if mark.lowerBound == paragraph.lowerBound { return false }
    if byte >= 0x80 {
      // Dashes, the ellipsis, closing marks and the no-break space; letters beyond ASCII go on.
      if byte == 0xC2 {
        return after + 1 < paragraph.upperBound && [0xA0, 0xBB].contains(bytes[after + 1])
      }
      return byte == 0xE2 && after + 2 < paragraph.upperBound && bytes[after + 1] == 0x80
        && [0x93, 0x94, 0x99, 0x9D, 0xA6].contains(bytes[after + 2])
    }
    return !isAlphanumeric(byte) && byte != 0x28 && byte != 0x5B
  }

  /// Whether the character that ends at a byte is U+20xx with one of these last bytes.
  private func isWide(_ last: Int, lastBytes: [UInt8]) -> Bool {
    last >= 2 && bytes[last - 2] == 0xE2 && bytes[last - 1] == 0x80
      && lastBytes.contains(bytes[last])
  }

  private func followsDigit(_ mark: Range<Int>) -> Bool {
    mark.lowerBound > 0 && isDigit(bytes[mark.lowerBound - 1])
  }

  private func followsLetter(_ at: Int) -> Bool { at > 0 && isAlphanumeric(bytes[at - 1]) }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
  private func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
  private func isLower(_ byte: UInt8) -> Bool { (97...122).contains(byte) }
  private func isAlphanumeric(_ byte: UInt8) -> Bool {
    isDigit(byte) || (97...122).contains(byte | 0x20) || byte >= 0x80
  }

  // MARK: - Pairs

  private func pair(
    _ marks: [Mark], paragraph: Range<Int>, index: Int, into found: inout [Quotation]
  ) {
    let closings = nextClosings(marks)
    let isNested = nests(marks)
    /// The families of the open marks, the outermost first, and the outermost's place.
    var open: [Family] = []
    var start = paragraph.lowerBound..<paragraph.lowerBound
    func end(_ inner: Int, _ outer: Int, closed: Bool) {
      if inner > start.upperBound {
        found.append(
          Quotation(
            outer: start.lowerBound..<outer, inner: start.upperBound..<inner, paragraph: index,
            isClosed: closed))
      }
    }
    for (position, mark) in marks.enumerated() {
      if mark.closes, let depth = open.lastIndex(of: mark.family) {
        if mark.mayBeApostrophe && closings[position] != nil && depth == open.count - 1 { continue }
        open.removeSubrange(depth...)
        if open.isEmpty { end(mark.range.lowerBound, mark.range.upperBound, closed: true) }
      } else if mark.opens {
        if mark.family == .single && closings[position] == nil { continue }
        if open.first == mark.family && !(isNested && mark.family == .double) {
          // An opening mark where a closing one was due: the first quotation was left open.
          end(trimmed(mark.range.lowerBound, paragraph), mark.range.lowerBound, closed: false)
          open.removeAll()
        }
        if open.isEmpty { start = mark.range }
        if open.count < 8 { open.append(mark.family) }
      }
    }
    if !open.isEmpty { end(paragraph.upperBound, paragraph.upperBound, closed: false) }
  }

  /// For each mark the next single one that closes for sure.
  private func nextClosings(_ marks: [Mark]) -> [Int?] {
    var next: Int?
    var closings = [Int?](repeating: nil, count: marks.count)
    for position in marks.indices.reversed() {
      closings[position] = next
      let mark = marks[position]
      if mark.family == .single {
        if mark.opens { next = nil } else if mark.closes { next = position }
      }
    }
    return closings
  }

  /// Whether double marks within double marks are balanced, so that the inner ones are quotations within one.
  private func nests(_ marks: [Mark]) -> Bool {
    var depth = 0
    for mark in marks where mark.family == .double {
      if mark.opens && !(mark.closes && depth > 0) { depth += 1 } else { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0
  }

  private func trimmed(_ end: Int, _ paragraph: Range<Int>) -> Int {
    var end = end
    while end > paragraph.lowerBound, isSpace(bytes[end - 1]) { end -= 1 }
    return end
  }
}
