import Syntax

/// The words of date lines, which name where a report was written and not who acts: "CAIRO (AP) —".
enum DateLines {
  /// A date line is no longer.
  private static let longest = 12
  private static let dashes: Set<String> = ["-", "--", "–", "—", ":"]

  /// The words of all date lines.
  ///
  /// Cost: linear in the sentences.
  static func words(of tree: SyntaxTree) -> [Int] {
    var found: [Int] = []
    for sentence in tree.sentences {
      guard let first = sentence.words.first, isCapitals(tree.words[first].form) else { continue }
      for word in sentence.words.prefix(longest).dropFirst() {
        guard dashes.contains(tree.words[word].form) else {
          if tree.words[word].upos == .verb || tree.words[word].upos == .aux { break }
          continue
        }
        // "US-led": a hyphen within a word is no dash.
        let isFree = tree.words[word - 1].spaceAfter || tree.words[word - 1].form == ")"
        if isFree || tree.words[word].form != "-" { found += first...word }
        break
      }
    }
    return found
  }

  private static func isCapitals(_ form: String) -> Bool {
    form.utf8.count > 2 && form.utf8.allSatisfy { $0 >= 65 && $0 <= 90 || $0 == 46 || $0 == 45 }
  }
}
