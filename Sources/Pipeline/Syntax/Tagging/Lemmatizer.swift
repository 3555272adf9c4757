/// Dictionary forms by rules that were learned: for a word with its tag, else for its ending with its tag.
package struct Lemmatizer: Sendable {
  /// How a form becomes a lemma: what is cut from its end and what comes there.
  package struct Rule: Sendable, Hashable {
    /// Whether capitals stay.
    package let keepsCase: Bool
    /// The bytes to cut.
    package let cut: Int
    /// What comes in their place.
    package let ending: String

    package init(keepsCase: Bool, cut: Int, ending: String) {
      self.keepsCase = keepsCase
      self.cut = cut
      self.ending = ending
    }

    /// The rule that makes this lemma of this form.
    package init(from form: String, to lemma: String) {
      let form = Lemmatizer.straightened(form)
      func shared(_ a: String) -> Int {
        var count = 0
        for (x, y) in zip(a.utf8, lemma.utf8) {
          if x != y { break }
          count += 1
        }
        // A cut within a character would not be UTF-8.
        while count > 0 && Array(a.utf8)[..<count].last.map({ $0 >= 128 }) ?? false { count -= 1 }
        return count
      }
      let lower = form.lowercased()
      let (kept, lowered) = (shared(form), shared(lower))
      keepsCase = kept > lowered
      let count = max(kept, lowered)
      cut = form.utf8.count - count
      ending = String(decoding: lemma.utf8.dropFirst(count), as: UTF8.self)
    }

    /// The lemma of a form.
    package func lemma(of form: String) -> String {
      let form = Lemmatizer.straightened(form)
      let base = keepsCase ? form : form.lowercased()
      if cut == 0 && ending.isEmpty { return base }
      guard base.utf8.count >= cut else { return base }
      return String(decoding: base.utf8.dropLast(cut), as: UTF8.self) + ending
    }

    /// `k` or `l`, the cut and the ending, parted by tabs.
    package var line: String { "\(keepsCase ? "k" : "l")\t\(cut)\t\(ending)" }

    /// The rule of a line.
    package init?(line: String) {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count == 3, let cut = Int(cells[1]) else { return nil }
      self.init(keepsCase: cells[0] == "k", cut: cut, ending: String(cells[2]))
    }
  }

  /// The longest ending that is looked up, in bytes.
  package static let longestEnding = 5

  private let rules: [Rule]
  private let table: any Lookup

  /// Rules and where they apply.
  package init(rules: [Rule], table: any Lookup) {
    self.rules = rules
    self.table = table
  }

  /// The lemma of a word with a tag.
  package func lemma(of form: String, tag: UInt8) -> String {
    rule(for: form, tag: tag).map { rules[$0].lemma(of: form) } ?? form
  }

  /// The number of the rule for a word with a tag: that of the word itself, else of its longest known ending.
  package func rule(for form: String, tag: UInt8) -> Int? {
    var lower = Self.straightened(form).lowercased()
    return lower.withUTF8 { bytes in
      guard !bytes.isEmpty else { return nil }
      if let known = table[Self.key(bytes, tag)] { return known }
      for length in stride(from: min(Self.longestEnding, bytes.count - 1), through: 0, by: -1) {
        if let known = table[Self.key(ending: bytes, length, tag)] { return known }
      }
      return nil
    }
  }

  /// The key of a whole form in lower case.
  package static func key(_ form: UnsafeBufferPointer<UInt8>, _ tag: UInt8) -> UInt64 {
    FeatureKey.of(1, FeatureKey.of(bytes: form), UInt64(tag))
  }

  /// The key of the ending of a form in lower case.
  package static func key(
    ending form: UnsafeBufferPointer<UInt8>, _ length: Int, _ tag: UInt8
  ) -> UInt64 {
    let ending = UnsafeBufferPointer(rebasing: form[(form.count - length)...])
    return FeatureKey.of(2 + UInt64(length), FeatureKey.of(bytes: ending), UInt64(tag))
  }

  /// Curly apostrophes and quotation marks as straight ones.
  package static func straightened(_ form: String) -> String {
    guard form.utf8.contains(0xe2) else { return form }
    var scalars = String.UnicodeScalarView()
    for scalar in form.unicodeScalars {
      switch scalar {
      case "\u{2018}", "\u{2019}": scalars.append("'")
      case "\u{201c}", "\u{201d}": scalars.append("\"")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
