/// How a form becomes a lemma: what is cut from its end and what comes there.
package struct LemmaRule: Sendable, Hashable {
  /// Whether capitals stay.
  package let keepsCase: Bool
  /// The bytes to cut.
  package let cut: Int
  /// What comes in their place.
  package let ending: String

  /// The rule of a line: `k` or `l` (small letters), the cut and the ending, parted by tabs.
  package init?(line: String) {
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard cells.count == 3, let cut = Int(cells[1]) else { return nil }
    keepsCase = cells[0] == "k"
    self.cut = cut
    ending = String(cells[2])
  }

  /// The lemma of a form; the form itself, in the rule's case, where it is too short to be cut.
  package func lemma(of form: String) -> String {
    let form = Self.straightened(form)
    let base = keepsCase ? form : form.lowercased()
    if cut == 0 && ending.isEmpty { return base }
    guard base.utf8.count > cut || (base.utf8.count == cut && !ending.isEmpty) else { return base }
    return String(decoding: base.utf8.dropLast(cut), as: UTF8.self) + ending
  }

  /// Curly apostrophes and quotation marks as straight ones.
  private static func straightened(_ form: String) -> String {
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
