import Syntax

/// A sentence's tree as text: a word a line below its head, with tag and relation.
struct TreeDrawing {
  let tree: SyntaxTree

  /// The lines of a sentence's tree.
  ///
  /// Cost: linear in its words and their depth.
  func lines(ofSentence sentence: Int) -> [String] {
    var lines: [String] = []
    let words = tree.sentences[sentence].words
    // A stack rather than recursion: a tree may be as deep as its sentence is long.
    var stack = words.filter { tree.words[$0].head == nil }.reversed().map {
      (word: $0, indent: "", last: true)
    }
    while let (word, indent, last) = stack.popLast() {
      let entry = tree.words[word]
      let branch = entry.head == nil ? "" : last ? "└─ " : "├─ "
      lines.append("\(indent)\(branch)\(entry.form)  \(entry.upos.rawValue) \(entry.relation)")
      let below = entry.head == nil ? "" : indent + (last ? "   " : "│  ")
      let dependents = tree.dependents[word]
      for dependent in dependents.reversed() {
        stack.append((dependent, String(below.suffix(120)), dependent == dependents.last))
      }
    }
    return lines
  }
}
