/// Whether a text was copied from a page, with its title and furniture, or is plain text.
///
/// A copied page shows it in one of two ways: a line of its first ten, after the title, is little more than a date or
/// a time ("World 22:22 02.11.2018", "By A. Writer, 2 November 2018"), or at least three short lines of the whole are
/// nothing but a time or a date, as in a list of headlines. Numbers are looked at, words are not, so that the rule holds
/// in every language. Anything else is plain text, kept to the letter.
struct CopiedTextEvidence {
  /// A line with this many bytes or more is prose, whatever dates it names.
  private static let longestDateLine = 96
  private static let headLines = 10

  let isCopied: Bool

  init(_ content: ArraySlice<UInt8>) {
    var number = 0
    var dated = 0
    var titled = false
    for line in content.split(separator: 10) {
      let line = Self.trimmed(line)
      if line.isEmpty { continue }
      number += 1
      guard line.count < Self.longestDateLine, number > 1, Self.hasDate(line) else { continue }
      if number <= Self.headLines, !Self.endsSentence(line) { titled = true }
      if Self.isMostlyNumbers(line) { dated += 1 }
    }
    isCopied = titled || dated >= 3
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line
    while let last = line.last, last <= 32 { line.removeLast() }
    while let first = line.first, first <= 32 { line.removeFirst() }
    return line
  }

  private static func endsSentence(_ line: ArraySlice<UInt8>) -> Bool {
    guard let last = line.last, last == UInt8(ascii: ".") || last == UInt8(ascii: "?") else {
      return false
    }
    // "5 p.m." and "2018 г." end in a stop too, but their last word is short.
    let lastWord = line.dropLast().reversed().prefix { $0 > 32 }
    return lastWord.count > 4
  }

  /// A clock time, a date in numbers, or a day and a year.
  private static func hasDate(_ line: ArraySlice<UInt8>) -> Bool {
    var numbers: [(value: Int, digits: Int, after: UInt8)] = []
    var at = line.startIndex
    while at < line.endIndex {
      guard isDigit(line[at]) else {
        at += 1
        continue
      }
      var value = 0
      let start = at
      while at < line.endIndex, isDigit(line[at]) {
        value = min(value * 10 + Int(line[at] - 48), 99_999)
        at += 1
      }
      numbers.append((value, at - start, at < line.endIndex ? line[at] : 0))
    }
    for (index, number) in numbers.enumerated() {
      let next = index + 1 < numbers.count ? numbers[index + 1] : nil
      let third = index + 2 < numbers.count ? numbers[index + 2] : nil
      if number.after == UInt8(ascii: ":"), number.value < 24, let next, next.digits == 2,
        next.value < 60
      {
        return true
      }
      if let next, let third, number.after == next.after,
        [UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "-")].contains(number.after)
      {
        let (first, middle, last) = (number.value, next.value, third.value)
        let dayFirst = (1...31).contains(first) && (1...31).contains(middle)
        if dayFirst, (1900...2199).contains(last) || third.digits == 2 { return true }
        if (1900...2199).contains(first), (1...12).contains(middle), (1...31).contains(last) {
          return true
        }
      }
      if (1900...2199).contains(number.value), number.digits == 4 {
        let beside = [index > 0 ? numbers[index - 1] : nil, next].compactMap { $0 }
        if beside.contains(where: { (1...31).contains($0.value) && $0.digits <= 2 }) { return true }
      }
    }
    return false
  }

  private static func isMostlyNumbers(_ line: ArraySlice<UInt8>) -> Bool {
    var digits = 0
    var others = 0
    for byte in line where byte > 32 {
      if isDigit(byte) { digits += 1 } else if byte & 0xC0 != 0x80 { others += 1 }
    }
    return digits >= 3 && others <= digits * 2
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
