/// One line of a copied text, and what it looks like.
struct CopiedLine {
  /// Without white space at its ends.
  let text: String
  /// Whether a blank line, or the text's start, stands before it.
  let afterBlank: Bool
  /// What it tells of dates, where it is short.
  let dateLine: DateLine?
  /// What furniture it is, if any.
  let furniture: FurnitureWords.Kind?
  /// Characters, counted as Unicode scalars.
  let length: Int

  init(text: String, afterBlank: Bool, rules: PageRules) {
    self.text = text
    self.afterBlank = afterBlank
    length = text.unicodeScalars.count
    dateLine = DateLine(text, rules: rules)
    furniture = rules.furniture.kind(of: text)
  }

  /// The lines of a text that are not blank.
  static func lines(of text: String, rules: PageRules) -> [CopiedLine] {
    var lines: [CopiedLine] = []
    var afterBlank = true
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let trimmed = line.trimmedSpace()
      if trimmed.isEmpty {
        afterBlank = true
      } else {
        lines.append(CopiedLine(text: trimmed, afterBlank: afterBlank, rules: rules))
        afterBlank = false
      }
    }
    return lines
  }

  /// Whether it ends as a sentence does, closing quotation marks and brackets apart.
  var endsSentence: Bool {
    for scalar in text.unicodeScalars.reversed() {
      if "\"'”’»)]“‘".unicodeScalars.contains(scalar) { continue }
      return ".!?…。！？؟۔:।".unicodeScalars.contains(scalar)
    }
    return false
  }

  /// Whether it reads as a paragraph of prose rather than as a heading, a headline or a label.
  var isProse: Bool {
    if isBareDate { return false }
    return length >= 200 || endsSentence && length >= 60
  }

  /// Whether nothing stands there but dates or times.
  var isBareDate: Bool { dateLine?.isBare == true }

  /// How many words it has.
  var words: Int { text.split(whereSeparator: \.isWhitespace).count }

  /// The text after a bullet, where it has one.
  var listItem: String? {
    guard let first = text.unicodeScalars.first, "•●▪◦‣·*–-".unicodeScalars.contains(first) else {
      return nil
    }
    let rest = text.dropFirst()
    guard let next = rest.unicodeScalars.first, next.isPageSpace else { return nil }
    return rest.trimmedSpace()
  }

  /// Whether it ends in the middle of a sentence that `next` goes on with.
  func isContinued(by next: CopiedLine) -> Bool {
    guard !next.afterBlank, !endsSentence, length >= 40, next.dateLine == nil else { return false }
    return next.text.unicodeScalars.first?.properties.isLowercase == true
  }
}
