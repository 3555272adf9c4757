import Syntax

/// Verbs of speaking that a tree takes for something else.
extension CueFinder {
  /// Whether a verb that the tree hangs on a noun as a participle is the sentence's own: "Residents reached by telephone
  /// confirmed that …".
  ///
  /// So it is where a clause with "that" follows and no finite verb stands before it. Cost: forty words.
  func isMisreadParticiple(_ word: Int) -> Bool {
    let words = text.tree.words
    guard words[word].xpos == "VBN", text.relation(word) == "acl",
      lexicon.verbs[text.lemma(word)]?.frames.contains(.that) == true,
      !text.tree.dependents[word].contains(where: {
        text.relation($0) == "aux" || text.caseMarker($0) == "by" && $0 > word
      })
    else { return false }
    let sentence = text.sentence(of: word)
    let before = max(sentence.lowerBound, word - 40)..<word
    guard !before.contains(where: { ["VBD", "VBZ", "VBP", "MD"].contains(words[$0].xpos) }) else {
      return false
    }
    let after = word + 1..<min(sentence.upperBound, word + 12)
    guard let that = after.first(where: { text.form($0) == "that" && words[$0].upos == .sconj })
    else { return false }
    return !text.hasVerb(in: word + 1..<that)
      && !(word + 1..<that).contains { text.form($0) == "," }
  }

  /// The subject of a sentence whose own verb was misread: the noun at the top, or the subject of the participle there.
  func mainSubject(above word: Int) -> Int? {
    var top = word
    for _ in 0..<8 {
      guard let head = text.tree.words[top].head else { break }
      top = head
    }
    if text.tree.words[top].upos == .verb { return text.dependent(of: top, ["nsubj"]) }
    return top < word ? top : nil
  }
}
