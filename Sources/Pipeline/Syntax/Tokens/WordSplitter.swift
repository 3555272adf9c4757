/// Divides a run of characters without blanks into words by the treebanks' conventions.
///
/// Looks at each byte a bounded number of times, whatever the bytes are.
struct WordSplitter {
  private let lexicon: TokenLexicon
  private let bytes: UnsafeBufferPointer<UInt8>
  private var tokens: [Token] = []
  private var end = 0
  /// Whether a single quotation mark stands open, so that an apostrophe after `s` may close it.
  private var isQuoted = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ lexicon: TokenLexicon) {
    self.bytes = bytes
    self.lexicon = lexicon
  }

  /// Forgets open quotation marks: a new block begins.
  mutating func beginBlock() { isQuoted = false }

  /// The words of a run.
  mutating func split(_ run: Range<Int>) -> [Token] {
    tokens.removeAll(keepingCapacity: true)
    end = run.upperBound
    if isEmoticon(run) || isAddress(run) {
      splitAddress(run)
      return tokens
    }
    var at = run.lowerBound
    while at < end { at = takeOne(at) }
    return tokens
  }

  private mutating func add(_ range: Range<Int>, continues: Bool = false) {
    if !range.isEmpty { tokens.append(Token(range: range, continues: continues)) }
  }

  private func byte(_ at: Int) -> UInt8 { at < end ? bytes[at] : 0 }

  /// The position after a run of one byte.
  private func skip(_ value: UInt8, _ from: Int) -> Int {
    var at = from
    while at < end && bytes[at] == value { at += 1 }
    return at
  }

  /// Takes the token at a position; gives the position after it.
  private mutating func takeOne(_ at: Int) -> Int {
    if let (mark, size) = Mark.at(at, in: bytes, before: end) {
      if mark == .apostrophe || mark == .openQuote {
        return takeApostrophe(at, size, opens: mark == .openQuote)
      }
      var next = at + size
      // Runs of the same character stay together.
      if mark == .ellipsis || mark == .dash || mark == .other {
        while next + size <= end, (0..<size).allSatisfy({ bytes[next + $0] == bytes[at + $0] }) {
          next += size
        }
      }
      add(at..<next)
      return next
    }
    let first = bytes[at]
    if ByteKind.isWord(first) { return takeWord(at) }
    switch first {
    case UInt8(ascii: "'"): return takeApostrophe(at, 1, opens: false)
    case UInt8(ascii: "."):
      if ByteKind.isDigit(byte(at + 1)) { return takeWord(at) }
      let next = skip(first, at)
      add(at..<next)
      return next
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      var next = at
      while byte(next) == UInt8(ascii: "!") || byte(next) == UInt8(ascii: "?") { next += 1 }
      add(at..<next)
      return next
    case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "*"), UInt8(ascii: "<"),
      UInt8(ascii: ">"), UInt8(ascii: "~"), UInt8(ascii: "`"), UInt8(ascii: "^"), UInt8(ascii: "+"),
      UInt8(ascii: "$"):
      let next = skip(first, at)
      add(at..<next)
      return next
    case UInt8(ascii: "#"), UInt8(ascii: "@"):
      // Tags and handles: "#ceasefire", "@newsdesk".
      var next = at + 1
      if ByteKind.isLetter(byte(next)) {
        while ByteKind.isWord(byte(next)) { next += 1 }
      }
      add(at..<next)
      return next
    default:
      add(at..<at + 1)
      return at + 1
    }
  }

  /// An apostrophe or single quotation mark that no word has taken.
  private mutating func takeApostrophe(_ at: Int, _ size: Int, opens: Bool) -> Int {
    let next = at + size
    if !opens && size == 1 && byte(next) == UInt8(ascii: "'") {
      add(at..<next + 1)
      return next + 1
    }
    // '90s, and clitics that stand alone.
    if ByteKind.isDigit(byte(next)) && ByteKind.isDigit(byte(next + 1)) && next + 3 >= end - 2 {
      var last = next + 2
      if byte(last) == UInt8(ascii: "s") { last += 1 }
      if !ByteKind.isWord(byte(last)) {
        add(at..<last)
        return last
      }
    }
    if let clitic = clitic(at, size) {
      add(at..<clitic)
      return clitic
    }
    if ByteKind.isWord(byte(next)) { isQuoted = true } else { isQuoted = false }
    add(at..<next)
    return next
  }

  /// The end of a clitic such as 's that begins at an apostrophe and is the rest of its run of letters.
  private func clitic(_ at: Int, _ size: Int) -> Int? {
    for clitic in lexicon.clitics where clitic[0] == UInt8(ascii: "'") {
      let stop = at + size + clitic.count - 1
      guard stop <= end, !ByteKind.isWord(byte(stop)) else { continue }
      let letters = bytes[(at + size)..<stop].map { ByteKind.isUpper($0) ? $0 + 32 : $0 }
      if letters.elementsEqual(clitic.dropFirst()) { return stop }
    }
    return nil
  }

  // MARK: Words

  /// Takes the word, or the words, that begin with a letter or digit.
  private mutating func takeWord(_ start: Int) -> Int {
    var at = start
    var apostrophe: (at: Int, size: Int)?
    scan: while at < end {
      if let (mark, size) = Mark.at(at, in: bytes, before: end) {
        guard mark == .apostrophe, at > start, at + size < end,
          ByteKind.isLetter(bytes[at + size]) || bytes[at + size] >= 0xc3
        else { break }
        apostrophe = (at, size)
        at += size
        continue
      }
      let current = bytes[at]
      if ByteKind.isWord(current) {
        at += 1
        continue
      }
      let next = byte(at + 1)
      let last = at > start ? bytes[at - 1] : 0
      switch current {
      case UInt8(ascii: "'"), UInt8(ascii: "`"):
        guard ByteKind.isLetter(next) || next >= 0xc3 else { break scan }
        apostrophe = (at, 1)
      case UInt8(ascii: "."):
        guard ByteKind.isWord(next), Mark.at(at + 1, in: bytes, before: end) == nil,
          joinsStop(at, start)
        else { break scan }
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        guard ByteKind.isDigit(last), ByteKind.isDigit(next) else { break scan }
      case UInt8(ascii: "/"):
        guard ByteKind.isDigit(last), ByteKind.isDigit(next) else { break scan }
      case UInt8(ascii: "&"):
        guard ByteKind.isUpper(last), ByteKind.isUpper(next) else { break scan }
      case UInt8(ascii: "-"):
        guard joinsHyphen(at, start) else { break scan }
      default: break scan
      }
      at += 1
    }
    return addWord(start, at, apostrophe)
  }

  /// Whether a stop between two characters belongs to a word: a decimal, an abbreviation, an address.
  private func joinsStop(_ at: Int, _ start: Int) -> Bool {
    let (last, next) = (byte(at - 1), byte(at + 1))
    if at == start || ByteKind.isDigit(last) && ByteKind.isDigit(next) { return true }
    // U.S, a.m, D.C.
    if ByteKind.isLetter(next) && !ByteKind.isWord(byte(at + 2))
      || ByteKind.isLetter(last) && (at - 1 == start || byte(at - 2) == UInt8(ascii: "."))
    {
      return true
    }
    // A sentence's end without a blank: "home.The".
    return !(ByteKind.isLower(last) && ByteKind.isUpper(next))
  }

  /// Whether a hyphen stays within a word: after a prefix, in a telephone number, in an amount of digits.
  private func joinsHyphen(_ at: Int, _ start: Int) -> Bool {
    let next = byte(at + 1)
    // What is longer is no number; the bound keeps long runs of digits and hyphens cheap.
    guard at > start, at - start < 24, ByteKind.isWord(next) else { return false }
    let before = bytes[start..<at]
    if lexicon.isPrefix(before) { return true }
    guard ByteKind.isDigit(next), before.allSatisfy({ ByteKind.isDigit($0) || $0 == 45 }) else {
      return false
    }
    var after = at + 1
    while ByteKind.isDigit(byte(after)) { after += 1 }
    let digits = before.reversed().prefix { $0 != 45 }.count
    return before.contains(45) || byte(after) == 45 && ByteKind.isDigit(byte(after + 1))
      || digits == 3 && after - at == 5
  }

  /// Adds a run of word characters as one token or several; gives the position after what was taken.
  private mutating func addWord(_ start: Int, _ stop: Int, _ apostrophe: (at: Int, size: Int)?)
    -> Int
  {
    // A stop that belongs to an abbreviation.
    if byte(stop) == UInt8(ascii: "."), byte(stop + 1) != UInt8(ascii: "."),
      isAbbreviation(start..<stop)
    {
      add(start..<stop + 1)
      return stop + 1
    }
    if let length = lexicon.contraction(bytes[start..<stop]) {
      add(start..<start + length)
      add(start + length..<stop, continues: true)
      return stop
    }
    if let apostrophe, let split = cliticStart(start, stop, apostrophe), split > start {
      add(start..<split)
      add(split..<stop, continues: true)
      return stop
    }
    if let split = unitStart(start, stop) {
      add(start..<split)
      add(split..<stop)
      return stop
    }
    add(start..<stop)
    return addPossessive(start, stop)
  }

  /// The apostrophe after a plural: students'.
  private mutating func addPossessive(_ start: Int, _ stop: Int) -> Int {
    guard !isQuoted, stop - start > 2, byte(stop - 1) | 32 == UInt8(ascii: "s") else { return stop }
    var next = stop
    if byte(stop) == UInt8(ascii: "'") {
      next = stop + 1
    } else if let (mark, size) = Mark.at(stop, in: bytes, before: end), mark == .apostrophe {
      next = stop + size
    }
    guard next > stop, !ByteKind.isWord(byte(next)), byte(next) != UInt8(ascii: "'") else {
      return stop
    }
    add(stop..<next, continues: true)
    return next
  }

  private func isAbbreviation(_ range: Range<Int>) -> Bool {
    let form = bytes[range]
    if form.count == 1 && ByteKind.isUpper(form[range.lowerBound]) { return true }
    // Letters each followed by a stop.
    if form.count > 1 && form.count < 12 && form.count % 2 == 1
      && form.enumerated().allSatisfy({
        $0.offset % 2 == 0 ? ByteKind.isLetter($0.element) : $0.element == UInt8(ascii: ".")
      })
    {
      return true
    }
    guard let known = lexicon.abbreviation(form) else { return false }
    if known != .numeral { return true }
    let next = range.upperBound + 2
    return next < bytes.count && bytes[next - 1] == 32 && ByteKind.isDigit(bytes[next])
  }

  /// Where a clitic begins at the end of a word, its apostrophe straight or curly.
  private func cliticStart(_ start: Int, _ stop: Int, _ apostrophe: (at: Int, size: Int)) -> Int? {
    let tail = bytes[(apostrophe.at + apostrophe.size)..<stop]
    guard tail.count <= 2 else { return nil }
    let letters = tail.map { ByteKind.isUpper($0) ? $0 + 32 : $0 }
    for clitic in lexicon.clitics {
      guard let mark = clitic.firstIndex(of: UInt8(ascii: "'")) else { continue }
      guard letters.elementsEqual(clitic[(mark + 1)...]) else { continue }
      let from = apostrophe.at - mark
      guard from >= start else { continue }
      if (0..<mark).allSatisfy({ bytes[from + $0] | 32 == clitic[$0] }) { return from }
    }
    return nil
  }

  /// Where a unit begins after digits: 35mm.
  private func unitStart(_ start: Int, _ stop: Int) -> Int? {
    guard ByteKind.isDigit(byte(start)) else { return nil }
    var at = start
    while at < stop
      && (ByteKind.isDigit(bytes[at]) || bytes[at] == 46 || bytes[at] == 44 || bytes[at] == 58)
    { at += 1 }
    return at < stop && lexicon.isUnit(bytes[at..<stop]) ? at : nil
  }

  // MARK: Addresses

  private func isEmoticon(_ run: Range<Int>) -> Bool {
    guard (2...3).contains(run.count) else { return false }
    let first = byte(run.lowerBound)
    let last = byte(run.upperBound - 1)
    guard first == 58 || first == 59 || first == 61 else { return false }
    if run.count == 3 && byte(run.lowerBound + 1) != 45 { return false }
    return [40, 41, 68, 80, 79, 47].contains(last)
  }

  private func isAddress(_ run: Range<Int>) -> Bool {
    guard run.count > 4 else { return false }
    var signs = 0
    var at = run.lowerBound
    while at < run.upperBound {
      let current = bytes[at]
      // Archives show of an address its beginning and three stops: "somebo...@example.org".
      if current == UInt8(ascii: "@") && at > run.lowerBound
        && (ByteKind.isWord(bytes[at - 1]) || bytes[at - 1] == UInt8(ascii: "."))
        && ByteKind.isWord(byte(at + 1))
      {
        signs += 1
      }
      if current == 58 && byte(at + 1) == 47 && byte(at + 2) == 47 { return true }
      at += 1
    }
    if signs == 1 { return true }
    var start = run.lowerBound
    while start < run.upperBound && !ByteKind.isWord(bytes[start]) { start += 1 }
    return byte(start) | 32 == 119 && byte(start + 1) | 32 == 119 && byte(start + 2) | 32 == 119
      && byte(start + 3) == 46
  }

  /// An address is one word; marks before and after it are not of it.
  private mutating func splitAddress(_ run: Range<Int>) {
    var start = run.lowerBound
    var stop = run.upperBound
    if !isEmoticon(run) {
      while start < stop && bytes[start] < 128 && !ByteKind.isWord(bytes[start])
        && bytes[start] != UInt8(ascii: "@")
      { start += 1 }
      while stop > start
        && (bytes[stop - 1] < 128 && !ByteKind.isWord(bytes[stop - 1])
          && bytes[stop - 1] != UInt8(ascii: "/"))
      { stop -= 1 }
    }
    for at in run.lowerBound..<start { add(at..<at + 1) }
    add(start..<stop)
    for at in stop..<run.upperBound { add(at..<at + 1) }
  }
}
