import Record
import Syntax

/// Refusals to speak that are shown rather than said, or said of what one wishes.
extension CueFinder {
  /// "Waved away questions", "hung up", "did not wish to talk", "chose not to answer".
  func evasiveAct(at word: Int) -> Cue? {
    guard text.tree.words[word].upos == .verb else { return nil }
    let lemma = text.lemma(word)
    if lexicon.contains(lemma, in: .evade), let cue = evaded(at: word) { return cue }
    if lemma == "turn" || lemma == "reject" || lemma == "rebuff", let cue = turnedDown(at: word) {
      return cue
    }
    if lemma == "hang", let cue = hungUp(at: word) { return cue }
    if lexicon.contains(lemma, in: .wish) || lexicon.contains(lemma, in: .choose) {
      return unwished(at: word)
    }
    return nil
  }

  /// "Waved away questions", "dodged a question about".
  private func evaded(at word: Int) -> Cue? {
    guard !text.isNegated(word, lexicon), !isPassive(word), let object = asked(by: word),
      let speaker = speaker(of: word)
    else { return nil }
    return silent(word, through: object, .declineComment, speaker, rule: "evaded")
  }

  /// "Turned down requests for an interview".
  private func turnedDown(at word: Int) -> Cue? {
    guard !text.isNegated(word, lexicon), !isPassive(word),
      let object = text.dependent(of: word, ["obj"]), object > word,
      text.subtree[object].prefix(10).contains(where: {
        ["comment", "interview"].contains(text.lemma($0))
      }), lexicon.contains(text.lemma(object), in: .request) || text.lemma(object) == "interview",
      let speaker = speaker(of: word)
    else { return nil }
    return silent(word, through: object, .declineComment, speaker, rule: "declined")
  }

  /// The question or request right behind a verb, whatever the tree makes of it.
  func asked(by word: Int) -> Int? {
    let end = min(text.sentence(of: word).upperBound, word + 6)
    for at in word + 1..<max(word + 1, end) {
      let upos = text.tree.words[at].upos
      if lexicon.contains(text.lemma(at), in: .request), upos == .noun { return at }
      guard
        [.adp, .adv, .det, .adj, .num, .noun, .pron, .part].contains(upos)
          || text.relation(at) == "amod"
      else { return nil }
    }
    return nil
  }

  /// "Hung up when asked about", "hung up on a reporter".
  private func hungUp(at word: Int) -> Cue? {
    guard word + 1 < text.tree.words.count, text.form(word + 1) == "up",
      let speaker = speaker(of: word),
      text.tree.dependents[word].contains(where: { dependent in
        dependent > word
          && text.subtree[dependent].prefix(12).contains {
            lexicon.contains(text.lemma($0), in: .press)
          }
      })
    else { return nil }
    return silent(word, through: word + 1, .declineComment, speaker, rule: "hung-up")
  }

  /// "Did not wish to comment", "preferred not to say", "chose not to answer".
  private func unwished(at word: Int) -> Cue? {
    let isWish = lexicon.contains(text.lemma(word), in: .wish)
    guard
      let below = text.tree.dependents[word].first(where: {
        $0 > word && ["xcomp", "advcl", "ccomp"].contains(text.relation($0))
          && lexicon.contains(text.lemma($0), in: .utter)
      }), text.isNegated(isWish ? word : below, lexicon), !isPassive(below),
      let speaker = speaker(of: word)
    else { return nil }
    var cue = silent(word, through: below, .declineComment, speaker, rule: "unwished")
    cue.governor = below
    cue.frames = [.that, .object]
    return cue
  }
}
