/// Text without the differences that are none to a word list: case, the dots of Turkish i, two forms of Arabic letters.
func folded(_ text: some StringProtocol) -> String {
  if text.utf8.allSatisfy({ $0 < 128 }) { return text.lowercased() }
  var result = String.UnicodeScalarView()
  for scalar in text.lowercased().unicodeScalars {
    switch scalar.value {
    case 0x307, 0x640, 0x200C, 0x200D, 0x200E, 0x200F, 0xAD: continue
    case 0x131: result.append("i")
    case 0x643: result.append("\u{6A9}")
    case 0x64A, 0x649: result.append("\u{6CC}")
    case 0x451: result.append("\u{435}")
    case 0xA0: result.append(" ")
    case 0x2019, 0x2BC: result.append("'")
    default: result.append(scalar)
    }
  }
  return String(result)
}

extension Unicode.Scalar {
  /// White space in the sense of pages, which use no-break, zero-width and ideographic blanks too.
  var isPageSpace: Bool {
    switch value {
    case 9...13, 32, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000,
      0xFEFF, 0x2060:
      true
    default: false
    }
  }

  /// The value of a decimal digit: European, Arabic, Persian, Devanagari or full-width.
  var digit: Int? {
    switch value {
    case 48...57: Int(value) - 48
    case 0x660...0x669: Int(value) - 0x660
    case 0x6F0...0x6F9: Int(value) - 0x6F0
    case 0x966...0x96F: Int(value) - 0x966
    case 0xFF10...0xFF19: Int(value) - 0xFF10
    default: nil
    }
  }

  /// Whether it is part of a word: a letter, or a mark set on one.
  var isWordPart: Bool {
    value < 128
      ? (97...122).contains(value | 32)
      : properties.isAlphabetic || properties.generalCategory == .nonspacingMark
        || value == 0x200C || value == 0x2BC
  }
}

extension StringProtocol {
  /// Whether a word stands anywhere in the text, compared by bytes.
  ///
  /// The standard library's own search builds a table for each call, which short words do not repay.
  func holds(_ word: String) -> Bool {
    let text = Array(utf8)
    let word = Array(word.utf8)
    guard let first = word.first, word.count <= text.count else { return word.isEmpty }
    for start in 0...(text.count - word.count) where text[start] == first {
      var at = 1
      while at < word.count, text[start + at] == word[at] { at += 1 }
      if at == word.count { return true }
    }
    return false
  }

  /// Whether a digit may stand in the text: one of ASCII, or any character of the scripts that have their own.
  var mayHoldDigits: Bool { utf8.contains { (48...57).contains($0) || $0 >= 0xD9 } }

  /// The text without white space at its ends.
  func trimmedSpace() -> String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isPageSpace }),
      let last = scalars.lastIndex(where: { !$0.isPageSpace })
    else { return "" }
    return String(String.UnicodeScalarView(scalars[first...last]))
  }

  /// The text with each run of white space made one blank, and none at its ends.
  func squeezedSpace() -> String {
    var result = String.UnicodeScalarView()
    var pending = false
    for scalar in unicodeScalars {
      if scalar.isPageSpace {
        pending = !result.isEmpty
      } else {
        if pending { result.append(" ") }
        pending = false
        result.append(scalar)
      }
    }
    return String(result)
  }
}
