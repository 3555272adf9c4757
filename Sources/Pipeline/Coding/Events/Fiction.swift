import Syntax

/// Tells acts that a film, a book, a game or an anniversary is about from acts that are reported.
extension EventSearch {
  /// How many governors are climbed.
  private static let height = 6

  /// Whether a word stands below a work or observance, or is what one is said to depict: "the film tells of the attack".
  mutating func isFiction(_ word: Int) -> Bool {
    guard let works = lexicon.classes["fiction"] else { return false }
    var word = word
    for _ in 0..<Self.height {
      guard let head = tree.words[word].head else { return false }
      let relation = tree.words[word].relation.universal
      if ["nmod", "appos", "compound"].contains(relation), tree.words[head].upos == .noun,
        works.contains(lemma(head))
      {
        return true
      }
      // A memoir that says, a game that ended because of something, report what happened.
      if ["obl", "obj", "ccomp"].contains(relation), reader.isVerb(head),
        lexicon.classes["depict"]?.contains(lemma(head)) == true,
        let subject = reader.arguments(of: head).word(.subject), subject < head,
        tree.words[subject].upos == .noun, works.contains(lemma(subject))
      {
        return true
      }
      word = head
    }
    return false
  }
}
