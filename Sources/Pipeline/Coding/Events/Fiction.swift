import Syntax

/// Tells acts that a film, a book, a game or an anniversary is about from acts that are reported.
extension EventSearch {
  /// How many governors are climbed.
  private static let height = 6

  /// Whether a word stands below a work or observance, or in the clause of one: "the film tells of the attack".
  mutating func isFiction(_ word: Int) -> Bool {
    guard let works = lexicon.classes["fiction"] else { return false }
    var word = word
    for _ in 0..<Self.height {
      guard let head = tree.words[word].head else { return false }
      let relation = tree.words[word].relation.universal
      if ["nmod", "acl", "appos", "compound"].contains(relation), tree.words[head].upos == .noun,
        works.contains(lemma(head)), !isMade(word)
      {
        return true
      }
      if ["obl", "obj", "ccomp", "advcl"].contains(relation), reader.isVerb(head),
        let subject = reader.arguments(of: head).word(.subject), subject < head,
        tree.words[subject].upos == .noun, works.contains(lemma(subject))
      {
        return true
      }
      word = head
    }
    return false
  }

  /// Whether a clause tells what was done with the work itself: "the book banned by the ministry".
  private func isMade(_ word: Int) -> Bool {
    tree.words[word].xpos == "VBN" && tree.words[word].relation.universal == "acl"
  }
}
