import Syntax

/// Who speaks: a verb's subject, its own or another's, and whether it can be one who speaks.
extension CueFinder {
  /// The word that heads the subject of a verb, which a verb without one has from another.
  func speaker(of word: Int, steps: Int = 8) -> Int? {
    if isMisreadParticiple(word) { return mainSubject(above: word) }
    if let subject = ownSubject(of: word) { return subject }
    if hasPassiveSubject(word) { return nil }
    guard steps > 0, let head = text.tree.words[word].head else { return nil }
    switch text.relation(word) {
    case "conj":
      // "Had been approached and declined": who is done to in the first verb does the second.
      if isPassive(head), !isPassive(word), let subject = subject(of: head, beside: word) {
        return subject
      }
      let first = speaker(of: head, steps: steps - 1)
      // "The garage confirmed that it had sold it but denied knowing": the tree may take the second verb for a part of
      // what is said; "it" is who speaks either way.
      if let first, text.form(first) == "it", text.relation(head) == "ccomp",
        let outer = text.tree.words[head].head, entry(of: outer) != nil
      {
        return speaker(of: outer, steps: steps - 1) ?? first
      }
      return first
    case "xcomp":
      // "Was quoted as saying", "is expected to say": the subject of the passive is the one who speaks.
      if let subject = subject(of: head, beside: word) { return subject }
      return speaker(of: head, steps: steps - 1)
    case "advcl", "parataxis", "ccomp":
      if text.relation(word) == "ccomp", !text.isAside(word) { return nil }
      guard isNonfinite(word) else { return subject(ofParticiple: head, beside: word) }
      if let subject = subject(of: head, beside: word) { return subject }
      return speaker(of: head, steps: steps - 1)
    case "acl":
      guard isNonfinite(word), text.tree.words[word].relation.name != "acl:relcl" else {
        return nil
      }
      return issuer(of: head) ?? head
    default:
      return nil
    }
  }

  /// The subject that stands with the verb, by order where the tree has none.
  private func ownSubject(of word: Int) -> Int? {
    let order = SubjectOrder(text: text, lexicon: lexicon)
    if let subject = order.inverted(word) ?? order.closing(word) { return subject }
    // A subject is in the same quotation as its verb.
    let subject = text.tree.dependents[word].first {
      text.relation($0) == "nsubj" && text.quotation[$0] == text.quotation[word]
        && (text.tree.words[$0].relation.name != "nsubj:pass" || !isPassive(word))
        && (text.tree.words[$0].upos != .verb || text.isNominal($0))
    }
    if let subject { return subject }
    if isPassive(word) { return nil }
    // "It said", "it was unable to comment": the tree may take a body's "it" for one that stands for nothing.
    return order.before(word) ?? swallowed(before: word)
      ?? text.tree.dependents[word].first { text.relation($0) == "expl" && text.form($0) == "it" }
  }

  private func subject(of head: Int, beside word: Int) -> Int? {
    text.tree.dependents[head].first {
      text.relation($0) == "nsubj" && text.quotation[$0] == text.quotation[word]
    } ?? swallowed(before: head)
  }

  /// Of "two of them, approached outside, declined" who declined, where the tree takes the participle for the
  /// sentence's verb.
  private func subject(ofParticiple head: Int, beside word: Int) -> Int? {
    guard text.relation(word) == "parataxis", head < word, head > 0, text.form(head - 1) == ",",
      text.form(word - 1) == ",", ["VBD", "VBN"].contains(text.tree.words[head].xpos),
      let subject = subject(of: head, beside: word), subject < head
    else { return nil }
    return subject
  }

  /// The subject that an aside between commas took: "The foundation, contacted in April, has replied".
  private func swallowed(before verb: Int) -> Int? {
    let aside = text.tree.dependents[verb].first {
      $0 < verb && ["advcl", "ccomp"].contains(text.relation($0))
        && ["VBD", "VBN"].contains(text.tree.words[$0].xpos) && $0 > 0 && text.form($0 - 1) == ","
    }
    return aside.flatMap { text.dependent(of: $0, ["nsubj"]) }.flatMap {
      $0 < verb && text.quotation[$0] == text.quotation[verb] ? $0 : nil
    }
  }

  private func hasPassiveSubject(_ word: Int) -> Bool {
    isPassive(word)
      && text.tree.dependents[word].contains {
        text.tree.words[$0].relation.name == "nsubj:pass"
      }
  }

  /// Of "issued a statement saying" who issued it.
  func issuer(of noun: Int) -> Int? {
    guard lexicon.nouns[text.lemma(noun)] != nil else { return nil }
    if let owner = text.tree.dependents[noun].first(where: {
      text.tree.words[$0].relation.name == "nmod:poss"
        || text.relation($0) == "nmod" && ["by", "from"].contains(text.caseMarker($0) ?? "")
    }) {
      return owner
    }
    guard ["obj", "obl"].contains(text.relation(noun)), let verb = text.tree.words[noun].head else {
      return nil
    }
    // "rejected a demand to": the demand is another's.
    if lexicon.contains(text.lemma(verb), in: .received) { return nil }
    if isPassive(verb) { return agent(of: verb) }
    return speaker(of: verb, steps: 2)
  }

  private func isNonfinite(_ word: Int) -> Bool {
    let xpos = text.tree.words[word].xpos
    return ["VBG", "VBN", "VB"].contains(xpos) || text.form(word).hasSuffix("ing")
  }

  /// Whether a subject can be one who speaks with this verb.
  func isSpeaker(_ speaker: Int, of verb: Int, _ entry: CueVerb) -> Bool {
    let word = text.tree.words[speaker]
    if lexicon.contains(text.form(speaker), in: .nobody) {
      return standsForSpeaker(speaker, of: verb, entry)
    }
    if word.upos == .verb && !text.isNominal(speaker)
      || word.upos == .num && entry.frames.contains(.weak) && !isCounted(speaker)
    {
      return false
    }
    return true
  }

  /// Whether a pronoun that mostly stands for a thing can stand for one who speaks: "It said", "those surveyed say".
  ///
  /// It has to be the verb's own subject.
  private func standsForSpeaker(_ pronoun: Int, of verb: Int, _ entry: CueVerb) -> Bool {
    let isSpoken = entry.frames.contains(.that) && !entry.frames.contains(.weak)
    guard text.tree.words[pronoun].head == verb, entry.frames.contains(.that) else { return false }
    switch text.form(pronoun) {
    case "it": return isSpoken || opensQuotation(after: verb)
    case "which", "that":
      guard text.tree.words[pronoun].xpos != "IN",
        text.tree.words[verb].relation.name == "acl:relcl",
        let antecedent = text.tree.words[verb].head
      else { return false }
      return opensQuotation(after: verb)
        || lexicon.nouns[text.lemma(antecedent)]?.isDocument == true
        || lexicon.contains(text.lemma(antecedent), in: .institution)
        || isSpoken && text.name[antecedent] != nil
    case "those":
      return text.tree.dependents[pronoun].contains {
        $0 > pronoun && ["acl", "advmod", "amod"].contains(text.relation($0))
      }
    case "one":
      return entry.frames.contains(.strong) && text.dependent(of: verb, ["aux"]) == nil
    default: return false
    }
  }

  /// "It read “…”": what is quoted right behind a verb is the subject's.
  private func opensQuotation(after verb: Int) -> Bool {
    guard text.quotation[verb] == nil else { return false }
    let next = (verb + 1..<min(text.tree.words.count, verb + 4)).first {
      ![",", ":"].contains(text.form($0))
    }
    return next.map { text.quotation[$0] != nil } ?? false
  }

  private func isCounted(_ number: Int) -> Bool {
    text.tree.dependents[number].contains { text.relation($0) == "nmod" }
  }
}
