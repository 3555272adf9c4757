import Syntax

/// A run of letters, a run of digits, or a single mark: what time expressions and numbers are read from.
///
/// Words are cut so because tokenizers differ over "mid-2016", "10am", "1990s" and "02.11.2018"; a piece knows its word,
/// so what is found is told in words of the tree.
struct Piece: Sendable, Equatable {
  /// Lower-case; dashes and apostrophes of every form are "-" and "'".
  let text: String
  /// The index of its word in the tree.
  let word: Int
  /// Whether it touches the piece before it.
  let isGlued: Bool
  /// Whether it begins with a capital.
  let isCapital: Bool
  /// How many digits it has; 0 of letters and marks.
  let digits: Int
  /// The digits' value; nil where they are none or too many.
  let number: Int?

  /// Whether it is a run of letters.
  var isLetters: Bool {
    guard digits == 0, let first = text.utf8.first else { return false }
    return first >= UInt8(ascii: "a") && first <= UInt8(ascii: "z") || first >= 0xC3
  }

  /// The pieces of a range of the tree's words.
  static func pieces(of words: Range<Int>, in tree: SyntaxTree) -> [Piece] {
    var pieces: [Piece] = []
    pieces.reserveCapacity(words.count * 5 / 4)
    var end = -1
    for word in words {
      let start = tree.words[word].range.lowerBound
      append(tree.words[word].form, word: word, glued: start == end, to: &pieces)
      end = tree.words[word].range.upperBound
    }
    return pieces
  }

  private enum Kind { case letter, digit, mark }

  private static func kind(_ scalar: Unicode.Scalar) -> Kind {
    switch scalar {
    case "0"..."9": .digit
    case "a"..."z", "A"..."Z": .letter
    default: scalar.value > 0x7F && scalar.properties.isAlphabetic ? .letter : .mark
    }
  }

  private static func append(_ form: String, word: Int, glued: Bool, to pieces: inout [Piece]) {
    var glued = glued
    let scalars = form.unicodeScalars
    var start = scalars.startIndex
    while start < scalars.endIndex {
      let kind = kind(scalars[start])
      var end = scalars.index(after: start)
      if kind != .mark {
        while end < scalars.endIndex, self.kind(scalars[end]) == kind {
          end = scalars.index(after: end)
        }
      }
      let run = String(scalars[start..<end])
      let digits = kind == .digit ? run.utf8.count : 0
      pieces.append(
        Piece(
          text: kind == .mark ? folded(scalars[start]) : run.lowercased(), word: word,
          isGlued: glued, isCapital: kind == .letter && scalars[start].properties.isUppercase,
          digits: digits, number: (1...15).contains(digits) ? Int(run) : nil))
      glued = true
      start = end
    }
  }

  private static func folded(_ mark: Unicode.Scalar) -> String {
    switch mark {
    case "\u{2010}"..."\u{2015}", "\u{2212}", "~": "-"
    case "\u{2018}", "\u{2019}", "\u{02BC}", "`": "'"
    default: String(mark)
    }
  }
}
