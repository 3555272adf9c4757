import Syntax

/// What a number counts: the noun behind it with what stands between.
struct UnitPhrase: Equatable {
  /// Its words, the last of which is the noun.
  let words: Range<Int>
  /// Lemmas of the words, names as they are written.
  let lemmas: [String]

  /// The noun phrase that begins at a word and has no determiner; nil where none does.
  ///
  /// Tags say where it ends, and the number's head in the tree cuts it: in "12 countries Friday" that is "countries".
  init?(at start: Int, number: Int, in tree: SyntaxTree) {
    guard start < tree.words.count else { return nil }
    let limit = tree.sentences[tree.words[number].sentence].words.upperBound
    var last: Int?
    var index = start
    while index < limit, index < start + 8 {
      let word = tree.words[index]
      switch word.upos {
      case .noun, .propn: last = index
      case .adj: break
      case .verb where ["amod", "compound"].contains(word.relation.universal): break
      case .punct where word.form == "-" && !tree.words[index - 1].spaceAfter && !word.spaceAfter:
        break
      default: index = limit
      }
      if index < limit, tree.words[index].upos == .noun,
        tree.words[number].relation.universal == "nummod", tree.words[number].head == index
      {
        break
      }
      index += 1
    }
    guard let last else { return nil }
    words = start..<(last + 1)
    lemmas = words.filter { tree.words[$0].upos != .punct }.map { Self.lemma(tree.words[$0]) }
  }

  private static func lemma(_ word: Word) -> String {
    if word.upos == .propn { return word.form }
    // "Afghan officials", "registered voters": adjectives of names keep their capital, participles their form.
    if word.upos == .verb { return word.form.lowercased() }
    if word.upos == .adj, let first = word.form.unicodeScalars.first, first.properties.isUppercase {
      return word.form
    }
    return word.lemma.isEmpty ? word.form.lowercased() : word.lemma.lowercased()
  }
}
