import Record
import Syntax

/// Passives of speaking: who they are done by, and those that name nobody but tell a claim.
extension CueFinder {
  /// Who a passive verb is done by, which may stand below where it was done: "denied in a statement by the court".
  func agent(of word: Int) -> Int? {
    let phrases = text.tree.dependents[word].filter { $0 > word && text.relation($0) == "obl" }
    if let agent = phrases.first(where: { text.caseMarker($0) == "by" }) { return agent }
    for phrase in phrases where text.caseMarker(phrase) == "in" {
      if let owner = text.tree.dependents[phrase].first(where: {
        $0 > phrase && text.relation($0) == "nmod"
          && (text.caseMarker($0) == "by"
            || text.caseMarker($0) == "from"
              && lexicon.nouns[text.lemma(phrase)]?.isDocument == true)
      }) {
        return owner
      }
    }
    return nil
  }

  /// "It was confirmed that …", "the report was denied": told by nobody, and yet a claim.
  func agentless(_ cue: Cue) -> Cue? {
    let verb = cue.head
    guard lexicon.contains(text.lemma(verb), in: .agentless), !isIrreal(verb),
      !text.tree.dependents[verb].contains(where: {
        text.tree.words[$0].xpos == "MD" || lexicon.contains(text.form($0), in: .unreal)
      }), ["root", "conj", "parataxis", "ccomp"].contains(text.relation(verb)),
      let subject = text.dependent(of: verb, ["nsubj", "expl"]), subject < verb
    else { return nil }
    let tellsClause =
      text.form(subject) == "it"
      && text.tree.dependents[verb].contains {
        $0 > verb && ["ccomp", "csubj"].contains(text.relation($0))
          && text.caseMarker($0) == "that"
      }
    let answersClaim =
      (cue.act == .confirm || cue.act == .deny)
      && lexicon.contains(text.lemma(subject), in: .claim)
    guard tellsClause || answersClaim else { return nil }
    var cue = cue
    cue.isAgentless = true
    cue.rule = "passive-agentless"
    return cue
  }

  /// The claim that a verb takes, which the tree may hang on a particle: "shrugged off the claims".
  func claim(of verb: Int, isPassive: Bool) -> Int? {
    guard !isPassive else {
      return text.dependent(of: verb, ["nsubj"]).flatMap(asClaim)
    }
    if let object = text.dependent(of: verb, ["obj"]), let claim = asClaim(object) { return claim }
    return text.tree.dependents[verb].first {
      $0 > verb && text.relation($0) == "obl" && asClaim($0) != nil
        && text.tree.dependents[$0].contains { $0 == verb + 1 && text.relation($0) == "case" }
    }
  }

  /// "Dismissed the figures as fantasy": whatever it is, it is called untrue.
  func isCalledUntrue(below verb: Int) -> Bool {
    let own = text.tree.dependents[verb].filter { $0 > verb }
    // The tree may hang the phrase on the object.
    let below = own.filter { text.relation($0) == "obj" }.flatMap { text.tree.dependents[$0] }
    return (own + below).contains {
      text.caseMarker($0) == "as" && lexicon.contains(text.lemma($0), in: .untrue)
    }
  }

  private func asClaim(_ word: Int) -> Int? {
    lexicon.contains(text.lemma(word), in: .claim) ? word : nil
  }

  /// "Official confirmation came from the palace", "the denial came a day after": that it was given, and by whom.
  func arrival(of noun: Int) -> (speaker: Int?, verb: Int)? {
    guard text.relation(noun) == "nsubj", let verb = text.tree.words[noun].head,
      lexicon.contains(text.lemma(verb), in: .carry), !text.isNegated(noun, lexicon),
      !text.isNegated(verb, lexicon),
      !text.tree.dependents[verb].contains(where: { text.tree.words[$0].xpos == "MD" })
    else { return nil }
    let from = text.tree.dependents[verb].first { $0 > verb && text.caseMarker($0) == "from" }
    return (from, verb)
  }
}
