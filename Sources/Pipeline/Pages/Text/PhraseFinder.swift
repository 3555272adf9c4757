/// Many phrases looked for at once, anywhere in a text.
///
/// A bit for each pair of bytes that a phrase begins with passes over nearly all places; the phrases of a pair are then
/// compared one by one. Cost: linear in the text, times the phrases that begin alike.
struct PhraseFinder: Sendable {
  private struct Phrase: Sendable {
    var range: Range<Int>
    /// The next phrase that begins with the same bytes; −1 for none.
    var next: Int32
  }

  /// A phrase has at least as many bytes as tell it from most others.
  private static let prefix = 4
  private static let slots = 1 << 12

  private var pairs = [UInt64](repeating: 0, count: 1 << 10)
  private var heads = [Int32](repeating: -1, count: slots)
  private var phrases: [Phrase] = []
  private var bytes: [UInt8] = []
  /// Phrases of fewer bytes than ``prefix``.
  private var short: [String] = []

  /// A finder of these phrases, which are folded.
  init(_ list: [String]) {
    for phrase in list {
      let start = bytes.count
      bytes += phrase.utf8
      guard bytes.count - start >= Self.prefix else {
        bytes.removeLast(bytes.count - start)
        short.append(phrase)
        continue
      }
      let pair = Int(bytes[start]) << 8 | Int(bytes[start + 1])
      pairs[pair >> 6] |= 1 << UInt64(pair & 63)
      let slot = Self.slot(bytes[start], bytes[start + 1], bytes[start + 2], bytes[start + 3])
      phrases.append(Phrase(range: start..<bytes.count, next: heads[slot]))
      heads[slot] = Int32(phrases.count - 1)
    }
  }

  /// Whether any phrase stands in the folded text.
  func isFound(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    if !short.isEmpty {
      let text = String(decoding: text, as: UTF8.self)
      if short.contains(where: text.holds) { return true }
    }
    guard text.count >= Self.prefix else { return false }
    return pairs.withUnsafeBufferPointer { pairs in
      var pair = Int(text[0])
      for at in 0...(text.count - Self.prefix) {
        pair = (pair << 8 | Int(text[at + 1])) & 0xFFFF
        if pairs[pair >> 6] >> UInt64(pair & 63) & 1 != 0, begins(text, at) { return true }
      }
      return false
    }
  }

  private func begins(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    var next = heads[Self.slot(text[at], text[at + 1], text[at + 2], text[at + 3])]
    while next >= 0 {
      let phrase = phrases[Int(next)]
      if phrase.range.count <= text.count - at,
        phrase.range.allSatisfy({ bytes[$0] == text[at + $0 - phrase.range.lowerBound] })
      {
        return true
      }
      next = phrase.next
    }
    return false
  }

  private static func slot(_ a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8) -> Int {
    let word = UInt32(a) << 24 | UInt32(b) << 16 | UInt32(c) << 8 | UInt32(d)
    return Int((word &* 0x9E37_79B1) >> 20)
  }
}

/// Words by which texts begin, by their first byte.
struct PrefixTable: Sendable {
  private var byFirst = [[[UInt8]]](repeating: [], count: 256)
  /// The bytes of the longest.
  private(set) var longest = 0

  /// A table of these words, which are folded; of those of one first byte the earlier come first.
  init(_ words: [String]) {
    for word in words {
      guard let first = word.utf8.first else { continue }
      byFirst[Int(first)].append(Array(word.utf8))
      longest = max(longest, word.utf8.count)
    }
  }

  /// The first word that a folded text begins with and that a test lets through; nil where there is none.
  ///
  /// - Parameter accepts: is given the word and where the text goes on.
  func first(
    of text: UnsafeBufferPointer<UInt8>, where accepts: ([UInt8]) -> Bool
  ) -> [UInt8]? {
    guard let first = text.first else { return nil }
    return byFirst[Int(first)].first { word in
      word.count <= text.count && word.indices.allSatisfy { word[$0] == text[$0] } && accepts(word)
    }
  }
}
