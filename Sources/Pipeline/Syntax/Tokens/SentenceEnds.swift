import Tables

/// Where sentences end beyond what the rules see, by what treebanks teach: lines without a stop, headings, signatures.
///
/// A sum of whole weights over sixteen keys of a gap (the words, shapes and blanks around it, the sentence's length so
/// far) decides, greedily from left to right. The rules' ends stay; a gap within a multiword token, before a small
/// letter after a letter, or after a mark that goes on (a colon, a dash) is never one. Learned by
/// tools/syntax/sentences.py, which computes the same keys. Cost: linear in the words.
struct SentenceEnds: Sendable {
  /// The model that is compiled in; nil where it cannot be read (a test reads it).
  static let standard = EmbeddedFile("models/sentences.model")
    .flatMap { ModelFile(UnsafeRawBufferPointer($0.bytes)) }.flatMap { SentenceEnds($0) }

  private let weights: ValueTable
  private let bias: Int

  init?(_ file: ModelFile) {
    guard let weights = file.section("sentence ends").flatMap({ ValueTable($0) }),
      let bias = file.section("sentence bias"), bias.count == 4
    else { return nil }
    self.weights = weights
    self.bias = Int(bias.loadUnaligned(as: Int32.self))
  }

  /// The sentences of tokens that the rules cut into `ruled`.
  func sentences(
    of tokens: [Token], in bytes: UnsafeBufferPointer<UInt8>, ruled: [Range<Int>]
  ) -> [Range<Int>] {
    var endsByRule = [Bool](repeating: false, count: tokens.count)
    for sentence in ruled { endsByRule[sentence.upperBound - 1] = true }
    let words = tokens.map { GapAtoms(UnsafeBufferPointer(rebasing: bytes[$0.range])) }
    var sentences: [Range<Int>] = []
    var (paragraph, start) = (0..<0, 0)
    for at in tokens.indices {
      if at == paragraph.upperBound {
        paragraph = at..<((at + 1..<tokens.count).first { tokens[$0].breakBefore } ?? tokens.count)
      }
      let next = at + 1
      guard
        next == paragraph.upperBound || endsByRule[at]
          || !tokens[next].continues
            && (next - start >= SentenceSplitter.longest
              || isOpen(words[at], words[next])
                && weight(at, of: words, paragraph, tokens[next], next - start) > 0)
      else { continue }
      sentences.append(start..<next)
      start = next
    }
    return sentences
  }

  /// Whether the model has a say on a gap.
  private func isOpen(_ word: GapAtoms, _ next: GapAtoms) -> Bool {
    !(word.ends == .goingOn || word.ends == .plain && next.beginsSmall)
  }

  private func weight(
    _ at: Int, of words: [GapAtoms], _ paragraph: Range<Int>, _ next: Token, _ length: Int
  ) -> Int {
    func word(_ index: Int) -> GapAtoms { paragraph.contains(index) ? words[index] : .edge }
    let (before2, before, here) = (word(at - 2), word(at - 1), words[at])
    let (after, after2, after3) = (word(at + 1), word(at + 2), word(at + 3))
    let context: UInt64 = next.spaceBefore ? 1 : 0
    let long = Self.step(of: length)
    var (sum, number): (Int, UInt64) = (bias, 0)
    func add(_ values: UInt64...) {
      number += 1
      let key = values.reduce(number) { FeatureKey.mix($0, $1) }
      if let value = weights[key] { sum += value - 32768 }
    }
    add(context, here.shape, after.shape)
    add(context, here.lower)
    add(context, after.lower, after.shape)
    add(here.lower, after.lower)
    add(here.lower, after.shape, after2.shape)
    add(before.shape, here.shape, after.lower)
    add(before.shape, here.shape, after.shape, after2.shape)
    add(after2.lower, after.shape)
    add(before.lower, here.shape, after.shape)
    add(long, here.shape, after.shape, context)
    add(here.lower, long)
    add(after.lower, after2.lower, after.shape)
    add(here.last3, after.shape, after.lower)
    add(here.last2, here.shape, after.shape)
    add(before.lower, here.lower)
    add(before2.shape, before.shape, here.shape, after.shape, after2.shape, after3.shape)
    return sum
  }

  /// A sentence's length so far in nine steps.
  private static func step(of length: Int) -> UInt64 {
    switch length {
    case ..<4: UInt64(length)
    case ..<7: 4
    case ..<12: 5
    case ..<20: 6
    case ..<40: 7
    default: 8
    }
  }
}

/// What the model of sentence ends sees of a word.
struct GapAtoms: Sendable {
  /// Hashes of the form in small letters (digits as 0), and of its last two and three bytes.
  let lower, last2, last3: UInt64
  /// The kinds of the first eight characters, a byte each, runs cut to two.
  let shape: UInt64
  /// What the last character is.
  let ends: End
  /// Whether the first byte is a small letter of ASCII.
  let beginsSmall: Bool

  /// The kinds of last characters: a letter or digit of ASCII, a mark after which a sentence goes on, others.
  enum End {
    case plain, goingOn, other
  }

  /// What stands beyond a paragraph's ends.
  static let edge = GapAtoms()

  private init() {
    (lower, last2, last3, shape) = (0x51ed_270b, 1, 2, 1)
    (ends, beginsSmall) = (.other, false)
  }

  /// The atoms of a form's bytes, of which the first 64 are looked at; a curly quotation mark counts as a straight one.
  init(_ form: UnsafeBufferPointer<UInt8>) {
    guard let straight = Self.straight(form) else {
      self.init(straight: form.prefix(64), ends: Self.end(of: form))
      return
    }
    self = withUnsafePointer(to: straight) {
      GapAtoms(straight: UnsafeBufferPointer(start: $0, count: 1).prefix(1), ends: .other)
    }
  }

  private init(straight form: Slice<UnsafeBufferPointer<UInt8>>, ends: End) {
    (lower, last2, last3) = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { small in
      for (index, byte) in form.enumerated() {
        small[index] =
          ByteKind.isUpper(byte) ? byte + 32 : ByteKind.isDigit(byte) ? UInt8(ascii: "0") : byte
      }
      let all = UnsafeBufferPointer(rebasing: small[..<form.count])
      func end(_ count: Int) -> UInt64 {
        FeatureKey.of(bytes: UnsafeBufferPointer(rebasing: all.suffix(count)))
      }
      return (FeatureKey.of(bytes: all), end(2), end(3))
    }
    shape = Self.shape(of: form)
    self.ends = ends
    beginsSmall = form.first.map(ByteKind.isLower) ?? false
  }

  private static func straight(_ form: UnsafeBufferPointer<UInt8>) -> UInt8? {
    guard form.count == 3, form[0] == 0xe2, form[1] == 0x80 else { return nil }
    switch form[2] {
    case 0x98, 0x99: return UInt8(ascii: "'")
    case 0x9c, 0x9d: return UInt8(ascii: "\"")
    default: return nil
    }
  }

  private static func end(of form: UnsafeBufferPointer<UInt8>) -> End {
    guard let last = form.last else { return .other }
    if ByteKind.isLetter(last) || ByteKind.isDigit(last) { return .plain }
    if last == UInt8(ascii: ":") || last == UInt8(ascii: ";") || last == UInt8(ascii: ",") {
      return .goingOn
    }
    // Long dashes.
    return form.suffix(3).elementsEqual([0xe2, 0x80, 0x93])
      || form.suffix(3).elementsEqual([0xe2, 0x80, 0x94]) ? .goingOn : .other
  }

  private static func shape(of form: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
    var (value, last): (UInt64, UInt64) = (0, 0)
    var (run, count) = (0, 0)
    for byte in form where count < 8 {
      let kind: UInt64
      switch byte {
      case 65...90: kind = UInt64(UInt8(ascii: "A"))
      case 97...122: kind = UInt64(UInt8(ascii: "a"))
      case 48...57: kind = UInt64(UInt8(ascii: "9"))
      case 192...: kind = UInt64(UInt8(ascii: "u"))
      case 128...: continue
      default: kind = UInt64(byte)
      }
      run = kind == last ? run + 1 : 1
      last = kind
      count += 1
      if run <= 2 { value = value << 8 | kind }
    }
    return value
  }
}
