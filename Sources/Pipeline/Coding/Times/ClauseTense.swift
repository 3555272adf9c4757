import Syntax
import Tables

/// Tells whether the clause that an expression stands in speaks of what is to come.
struct ClauseTense: Sendable {
  private let classes: [String: String]

  init() throws {
    let table = try TabSeparatedTable(
      embedded: "lexicons/times/tense.tsv", columns: 2, required: 2)
    var classes: [String: String] = [:]
    for row in table.rows {
      guard ["future", "plan", "report"].contains(row[1]) else {
        throw TabSeparatedTable.Malformed(
          file: table.file, line: row.line, reason: "no class \"\(row[1])\"")
      }
      classes[row[0]] = row[1]
    }
    self.classes = classes
  }

  /// The tense around a word: of the verb that it hangs on, or, in a sentence without a tree, of its words.
  func tense(at word: Int, in tree: SyntaxTree) -> TimeContext.Tense {
    let words = tree.sentences[tree.words[word].sentence].words
    guard words.contains(where: { tree.words[$0].head != nil }) else {
      return words.contains { classes[tree.words[$0].form.lowercased()] == "future" }
        ? .future : .unknown
    }
    var index = word
    // A chain of heads is at most as long as the sentence; what hangs deeper than this tells little.
    for _ in 0..<12 {
      if let tense = tense(ofHead: index, in: tree) { return tense }
      guard let head = tree.words[index].head else { return .unknown }
      index = head
    }
    return .unknown
  }

  private func tense(ofHead index: Int, in tree: SyntaxTree) -> TimeContext.Tense? {
    let word = tree.words[index]
    let kind = classes[word.lemma]
    guard
      word.upos == .verb || word.upos == .aux || kind == "plan" && word.upos == .adj
        || tree.dependents[index].contains(where: { tree.words[$0].relation.universal == "cop" })
    else { return nil }
    var isPast = word.xpos == "VBD"
    var isInfinitive = false
    var isPresent = word.xpos == "VBZ" || word.xpos == "VBP"
    for child in tree.dependents[index] {
      let dependent = tree.words[child]
      guard ["aux", "cop", "mark"].contains(dependent.relation.universal) else { continue }
      if classes[dependent.lemma] == "future" || classes[dependent.form.lowercased()] == "future" {
        return .future
      }
      if dependent.lemma == "to", dependent.relation.universal == "mark" { isInfinitive = true }
      if dependent.xpos == "VBD" || dependent.lemma == "have" { isPast = true }
      if dependent.xpos == "VBZ" || dependent.xpos == "VBP" { isPresent = true }
    }
    // "is due on", "scheduled for": a participle of planning looks ahead even from the past.
    if kind == "plan", word.xpos == "VBN" || word.upos == .adj { return .future }
    if isInfinitive || word.xpos == "VBG" && !isPast && !isPresent {
      guard let head = word.head else { return isInfinitive ? .future : nil }
      if classes[tree.words[head].lemma] == "plan" { return .future }
      return nil
    }
    if isPast { return .past }
    if isPresent { return kind == "report" || word.upos != .verb ? .unknown : .present }
    return word.xpos == "VBN" ? .past : nil
  }
}
