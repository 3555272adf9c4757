import Syntax

extension SyntaxTree {
  /// The index of the first word that begins at or after a byte.
  func firstWord(at byte: Int) -> Int {
    words.partitioningIndex { $0.range.lowerBound < byte }
  }

  /// The words that begin within bytes.
  func words(in bytes: Range<Int>) -> Range<Int> {
    let first = firstWord(at: bytes.lowerBound)
    return first..<max(first, firstWord(at: bytes.upperBound))
  }
}
