import Syntax

extension SyntaxTree {
  /// The tree without names in small letters alone, their words and other small-lettered proper nouns as common ones.
  ///
  /// News capitalises names; the model, which reads posts and headlines too, takes "vice president" for one now and then.
  /// Particles within a name ("bin", "de") stay. Linear in the words.
  func withoutSmallNames() -> SyntaxTree {
    var tree = self
    tree.names = names.filter { name in
      name.words.contains { !Self.isSmall(words[$0].form) }
    }
    let named = Set(tree.names.flatMap(\.words))
    for word in words.indices
    where words[word].upos == .propn && !named.contains(word) && Self.isSmall(words[word].form) {
      tree.words[word].upos = .noun
    }
    return tree
  }

  /// Whether a form begins with a small letter and has no capital (ASCII).
  private static func isSmall(_ form: String) -> Bool {
    form.utf8.first.map { (97...122).contains($0) } ?? false
      && !form.utf8.contains { (65...90).contains($0) }
  }
}
