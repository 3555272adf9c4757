/// Text to words and sentences by the conventions of the English treebanks of Universal Dependencies.
///
/// Hyphenated words are divided except after prefixes, clitics are words of their own within a multiword token, and a
/// closing quotation mark belongs to the sentence that it closes. Cost: linear in the text, whatever stands in it.
package struct Tokenizer: Sendable {
  /// The tokenizer with the lexicons that are compiled in.
  package static let standard = Tokenizer()

  private let lexicon = TokenLexicon()

  /// Words and sentences; tags and trees are yet to come.
  ///
  /// - Parameters:
  ///   - breaks: offsets in bytes at which a sentence ends in any case.
  ///   - byRulesAlone: whether sentences end where the rules say, without the trained model's word.
  package func read(
    _ text: String, breaks: [Int], byRulesAlone: Bool = false
  ) -> SyntaxTree {
    var text = text
    let sorted = breaks.sorted()
    let (words, sentences): ([Token], [Range<Int>]) = text.withUTF8 { bytes in
      let words = tokens(in: bytes, breaks: sorted)
      let ruled = SentenceSplitter(lexicon: lexicon, bytes: bytes, tokens: words).sentences()
      guard !byRulesAlone, let ends = SentenceEnds.standard else { return (words, ruled) }
      return (words, ends.sentences(of: words, in: bytes, ruled: ruled))
    }
    return tree(text, words, sentences)
  }

  private func tokens(in bytes: UnsafeBufferPointer<UInt8>, breaks: [Int]) -> [Token] {
    var tokens: [Token] = []
    var splitter = WordSplitter(bytes, lexicon)
    var breaks = breaks[...]
    var at = 0
    while at < bytes.count {
      let blanks = at
      at = afterBlanks(at, bytes)
      guard at < bytes.count else { break }
      var breaksHere = holdsEmptyLine(bytes[blanks..<at])
      while let next = breaks.first, next <= at {
        breaksHere = breaksHere || next > 0
        breaks.removeFirst()
      }
      let start = at
      let limit = min(bytes.count, breaks.first ?? bytes.count)
      at = endOfRun(at, bytes, limit)
      if breaksHere { splitter.beginBlock() }
      let found = splitter.split(start..<at)
      for (index, token) in found.enumerated() {
        var token = token
        if index == 0 {
          token.spaceBefore = start > blanks
          token.breakBefore = breaksHere && !tokens.isEmpty
        }
        tokens.append(token)
      }
    }
    return tokens
  }

  private func blank(_ at: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    if bytes[at] <= 32 || bytes[at] == 127 { return 1 }
    guard bytes[at] >= 0xc2, let (mark, size) = Mark.at(at, in: bytes, before: bytes.count),
      mark == .blank
    else { return 0 }
    return size
  }

  private func afterBlanks(_ from: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var at = from
    while at < bytes.count {
      let size = blank(at, bytes)
      if size == 0 { break }
      at += size
    }
    return at
  }

  private func endOfRun(_ from: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ limit: Int) -> Int {
    var at = from + 1
    while at < limit && blank(at, bytes) == 0 { at += 1 }
    return max(from + 1, min(at, limit))
  }

  private func holdsEmptyLine(_ blanks: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var lines = 0
    for byte in blanks where byte == 10 {
      lines += 1
      if lines == 2 { return true }
    }
    return false
  }

  private func tree(_ text: String, _ tokens: [Token], _ sentences: [Range<Int>]) -> SyntaxTree {
    var tree = SyntaxTree(text: text, words: [], sentences: [])
    tree.words.reserveCapacity(tokens.count)
    for (number, range) in sentences.enumerated() {
      for index in range {
        let token = tokens[index]
        let end = token.range.upperBound
        tree.words.append(
          Word(
            form: tree.passage(token.range), range: token.range, sentence: number,
            spaceAfter: index + 1 < tokens.count
              ? tokens[index + 1].range.lowerBound > end : end < tree.bytes.count,
            multiword: multiword(index, tokens)))
      }
      tree.sentences.append(
        Sentence(
          words: range,
          range: tokens[range.lowerBound].range
            .lowerBound..<tokens[range.upperBound - 1].range.upperBound))
    }
    tree.linkDependents()
    return tree
  }

  private func multiword(_ index: Int, _ tokens: [Token]) -> Range<Int>? {
    var first = index
    while tokens[first].continues { first -= 1 }
    var end = index + 1
    while end < tokens.count && tokens[end].continues { end += 1 }
    return end - first > 1 ? first..<end : nil
  }
}
