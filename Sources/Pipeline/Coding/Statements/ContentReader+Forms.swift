import Syntax

/// What phrases, nouns and refusals introduce.
extension ContentReader {
  /// "According to X": the sentence or clause without the phrase.
  func ofPhrase(_ cue: Cue) -> CueContent {
    let sentence = text.sentence(of: cue.head)
    var clause = cue.words
    if let speaker = cue.speaker {
      clause = cue.words.lowerBound..<max(cue.words.upperBound, speaker + 1)
      let reach = text.subtree[speaker]
      if reach.lowerBound >= cue.words.lowerBound {
        clause = clause.lowerBound..<max(clause.upperBound, reach.upperBound)
      }
    }
    let isFirst = text.trimmed(sentence.lowerBound..<clause.lowerBound).isEmpty
    let isLast = text.trimmed(clause.upperBound..<sentence.upperBound).isEmpty
    let said = [sentence.lowerBound..<clause.lowerBound, clause.upperBound..<sentence.upperBound]
    if isFirst || isLast {
      return CueContent(said: said.map(text.trimmed).filter { !$0.isEmpty }, clause: clause)
    }
    // Amid the sentence: the clause that it hangs in.
    var head = cue.speaker
    for _ in 0..<8 {
      guard let word = head, let up = text.tree.words[word].head else { break }
      head = up
      if [.verb, .aux].contains(text.tree.words[up].upos)
        || text.dependent(of: up, ["cop", "nsubj"]) != nil
      {
        break
      }
    }
    let around = head.map { text.subtree[$0] } ?? sentence
    return CueContent(
      said: [
        around.lowerBound..<max(around.lowerBound, clause.lowerBound),
        min(around.upperBound, clause.upperBound)..<around.upperBound,
      ].map(text.trimmed).filter { !$0.isEmpty }, clause: clause)
  }

  /// What a noun of saying introduces: "the claim that …", "the promise to …", "the announcement of …".
  static func complement(ofNoun word: Int, _ prepositions: [String], _ text: StatementText) -> Int?
  {
    let own = text.tree.dependents[word].first { dependent in
      guard dependent > word else { return false }
      if text.tree.words[dependent].relation.name == "acl:relcl" {
        return isWhole(dependent, text)
      }
      let marker = text.caseMarker(dependent) ?? ""
      switch text.relation(dependent) {
      case "acl", "ccomp":
        return marker == "that" || marker == "to" && text.tree.words[dependent].xpos == "VB"
          || prepositions.contains(marker)
      case "nmod": return prepositions.contains(marker)
      default: return false
      }
    }
    if own != nil { return own }
    // "Joined his call for an inquiry": the tree may hang the phrase elsewhere.
    guard word + 1 < text.tree.words.count, prepositions.contains(text.form(word + 1)),
      text.relation(word + 1) == "case", let noun = text.tree.words[word + 1].head, noun > word
    else { return nil }
    return noun
  }

  /// Whether a clause behind "that" lacks nothing, so that "that" stands for none of its parts: "the confirmation that
  /// it had used the weapon", unlike "the claim that it had made".
  private static func isWhole(_ clause: Int, _ text: StatementText) -> Bool {
    let first = text.subtree[clause].lowerBound
    guard text.form(first) == "that", let subject = text.dependent(of: clause, ["nsubj"]),
      subject != first
    else { return false }
    return text.tree.dependents[clause].contains {
      $0 > clause && ["obj", "ccomp", "xcomp"].contains(text.relation($0))
    }
  }

  func ofNoun(_ cue: Cue) -> CueContent {
    let clause = Self.complement(ofNoun: cue.head, cue.prepositions, text)
    var own = cue.words
    for dependent in text.tree.dependents[cue.head] where dependent != clause {
      let range = text.subtree[dependent]
      if range.contains(cue.head) || dependent > (clause ?? .max) { continue }
      own = min(own.lowerBound, range.lowerBound)..<max(own.upperBound, range.upperBound)
    }
    let said = clause.map { [text.trimmed(text.subtree[$0])] } ?? []
    return CueContent(said: said, clause: own)
  }

  func ofSilence(_ cue: Cue) -> CueContent {
    let heads = cue.frames.isEmpty ? [] : silentHeads(cue)
    let clause = clause(of: cue, without: [])
    let said = heads.map { text.trimmed(text.subtree[$0]) }.filter {
      !$0.isEmpty && !$0.contains(cue.head)
    }
    return CueContent(said: said, clause: clause)
  }

  private func silentHeads(_ cue: Cue) -> [Int] {
    let verb = cue.governor ?? cue.head
    let question = text.tree.dependents[verb].first {
      $0 > verb && ["ccomp", "xcomp", "advcl", "obj"].contains(text.relation($0))
    }
    // "Declined to comment on the report": what it is about.
    let topic = text.tree.dependents[verb].first {
      $0 > verb && text.relation($0) == "obl"
        && ["on", "about", "regarding"].contains(text.caseMarker($0) ?? "")
    }
    return (question ?? topic).map { [$0] } ?? []
  }
}
