import Record
import Syntax

/// Pronouns, where the evidence is good.
extension MentionResolver {
  /// How many sentences back a pronoun finds its antecedent, and how many mentions are looked at.
  private static var sentences: Int { 2 }
  private static var candidates: Int { 40 }
  /// By how much the best antecedent must outdo the next for one to be sure.
  private static var margin: Double { 0.5 }
  /// What the best antecedent must reach.
  private static var threshold: Double { 2.5 }

  mutating func resolvePronoun(_ index: Int, _ form: PronounForm) {
    switch form.use {
    case .relative: relative(index)
    case .first, .demonstrative: break
    case .personal, .possessive:
      if let found = subjectOfAttitude(index, form) ?? antecedent(index, form) {
        drafts[index].party = drafts[found].party
        drafts[index].members = drafts[found].members
        if let party = drafts[index].party, let gender = form.gender, book[party].gender == nil {
          book[party].gender = gender
        }
      }
    }
  }

  /// "who" is whom it modifies; with a plural verb behind a list, all in it.
  private mutating func relative(_ index: Int) {
    guard var antecedent = drafts[index].sameAs, var target = draftOfHead[antecedent] else {
      return
    }
    let verb = tree.words[drafts[index].head].head
    if let verb, drafts[target].isPlural, isSingularVerb(verb),
      let up = tree.words[antecedent].head, let higher = draftOfHead[up], !drafts[higher].isPlural
    {
      (antecedent, target) = (up, higher)
    }
    if let party = party(ofHead: antecedent) {
      drafts[index].party = party
      // "an expert close to the ministry who writes": the one who is a person.
      if finder.lemma(drafts[index].head).hasPrefix("who"), !book[party].isPlural,
        ![.person, .population].contains(book[party].actor.kind),
        let person = personBefore(index), verb.map({ !isPluralVerb($0) }) ?? true
      {
        drafts[index].party = person
        return
      }
    }
    drafts[index].members = drafts[target].members
    guard let verb, isPluralVerb(verb) else { return }
    let list = conjuncts(of: antecedent)
    guard list.count > 1, !finder.isPlural(antecedent) || book.isNamed(drafts[target].party) else {
      return
    }
    drafts[index].members = list
    drafts[index].party = nil
    drafts[index].isPlural = true
  }

  /// The last person mentioned in the sentence, a few mentions back at most.
  private func personBefore(_ index: Int) -> Int? {
    let sentence = tree.words[drafts[index].head].sentence
    for other in stride(from: index - 1, through: max(0, index - 4), by: -1) {
      guard tree.words[drafts[other].head].sentence == sentence else { return nil }
      if let party = drafts[other].party, book[party].isPerson { return party }
    }
    return nil
  }

  private func isSingularVerb(_ verb: Int) -> Bool {
    let candidates =
      [verb]
      + tree.dependents[verb].filter {
        ["aux", "cop"].contains(tree.words[$0].relation.universal)
      }
    return candidates.contains {
      ["is", "was", "has", "does"].contains(tree.words[$0].form.lowercased())
        || tree.words[$0].xpos == "VBZ"
    }
  }

  private func isPluralVerb(_ verb: Int) -> Bool {
    let plural: Set<String> = ["are", "were", "have", "do", "'re", "'ve"]
    let candidates =
      [verb]
      + tree.dependents[verb].filter {
        ["aux", "cop"].contains(tree.words[$0].relation.universal)
      }
    return candidates.contains {
      plural.contains(tree.words[$0].form.lowercased()) || tree.words[$0].xpos == "VBP"
    }
  }

  /// All mentions coordinated with the one that a word heads, it included, in order.
  func conjuncts(of head: Int) -> [Int] {
    var first = head
    var steps = 0
    while tree.words[first].relation.universal == "conj", steps < 64,
      let up = tree.words[first].head, draftOfHead[up] != nil
    {
      first = up
      steps += 1
    }
    var list = [first]
    var next = 0
    while next < list.count, list.count < 64 {
      for dependent in tree.dependents[list[next]]
      where tree.words[dependent].relation.universal == "conj" && draftOfHead[dependent] != nil {
        list.append(dependent)
      }
      next += 1
    }
    return list.sorted()
  }

  // MARK: - He, she, it, they

  /// The subject of the saying or thinking whose content the pronoun stands in, quotations aside.
  private mutating func subjectOfAttitude(_ index: Int, _ form: PronounForm) -> Int? {
    let word = drafts[index].head
    guard !isQuoted[word] else { return nil }
    var at = word
    for _ in 0..<8 {
      guard let up = tree.words[at].head else { return nil }
      let relation = tree.words[at].relation.universal
      if ["ccomp", "xcomp", "advcl", "acl", "conj", "parataxis"].contains(relation),
        lexicon.attitude.contains(finder.lemma(up)), relation != "conj"
      {
        for dependent in tree.dependents[up] {
          guard tree.words[dependent].relation.name == "nsubj", dependent < word,
            let target = draftOfHead[dependent], target != index
          else { continue }
          guard drafts[target].party != nil || !drafts[target].members.isEmpty,
            fits(target, form)
          else { return nil }
          return target
        }
      }
      at = up
    }
    return nil
  }

  /// The mention that the pronoun takes up, by recency, role and standing; nil where two are near.
  private mutating func antecedent(_ index: Int, _ form: PronounForm) -> Int? {
    let word = drafts[index].head
    let sentence = tree.words[word].sentence
    if form.isNeuter, !isSubjectOfPartyVerb(word, form) { return nil }
    var scores: [(party: Int, members: [Int], draft: Int, score: Double, times: Int)] = []
    var other = index - 1
    let lowest = max(0, index - Self.candidates)
    while other >= lowest {
      defer { other -= 1 }
      let head = drafts[other].head
      let distance = sentence - tree.words[head].sentence
      if distance > Self.sentences { break }
      guard head < word, distance >= 0, fits(other, form), !sharesClause(other, index, form) else {
        continue
      }
      // Who speaks is not "he" in his own words.
      if isQuoted[word] != isQuoted[head], distance == 0, form.use == .personal { continue }
      let party = drafts[other].party ?? -1
      if let known = scores.firstIndex(where: {
        $0.party == party && $0.members == drafts[other].members
      }) {
        // The best of its mentions counts, and that there are several, not how many.
        scores[known].score = max(scores[known].score, score(other, index, distance, form))
        scores[known].times += 1
        continue
      }
      scores.append((party, drafts[other].members, other, score(other, index, distance, form), 1))
    }
    for known in scores.indices where scores[known].times > 1 { scores[known].score += 0.25 }
    let ranked = scores.sorted { ($0.score, $0.draft) > ($1.score, $1.draft) }
    guard let best = ranked.first, best.score >= Self.threshold else { return nil }
    if ranked.count > 1, best.score - ranked[1].score < Self.margin { return nil }
    return best.draft
  }

  private func score(_ other: Int, _ index: Int, _ distance: Int, _ form: PronounForm) -> Double {
    let draft = drafts[other]
    var score = 3.0 - 2.25 * Double(distance) - 0.03 * Double(index - other)
    // A conjunct has the part in the clause that the first one has.
    let holder = firstConjunct(draft.head)
    let relation = tree.words[holder].relation
    switch relation.universal {
    case "nsubj":
      score += 1.5
      if let verb = tree.words[holder].head, tree.words[verb].relation.universal == "root" {
        score += 0.75
      }
    case "obj", "iobj": score += 0.5
    case "nmod", "obl": score -= 0.5
    case "compound": score -= 1
    default: break
    }
    if draft.pronoun != nil { score += 0.5 }
    // What is quoted seldom takes up what the writer said a sentence before.
    if distance > 0, isQuoted[drafts[index].head] != isQuoted[draft.head] { score -= 2 }
    if let party = draft.party {
      score += 0.15 * Double(min(book[party].timesSeen, 4))
      if let gender = form.gender, book[party].gender == gender { score += 0.5 }
      if form.number == .plural, !book[party].isPlural {
        score -= book[party].actor.kind == .state ? 3 : 1.5
      }
    }
    // A pronoun before its verb takes up a subject.
    let own = tree.words[drafts[index].head].relation.universal
    if own == "nsubj" {
      if relation.universal == "nsubj" { score += 0.5 }
      if ["obl", "nmod", "compound"].contains(relation.universal) { score -= 1 }
    }
    return score
  }

  private func firstConjunct(_ head: Int) -> Int {
    var head = head
    var steps = 0
    while tree.words[head].relation.universal == "conj", steps < 16, let up = tree.words[head].head
    {
      head = up
      steps += 1
    }
    return head
  }

  /// Whether a mention may be what such a pronoun stands for.
  private func fits(_ index: Int, _ form: PronounForm) -> Bool {
    let draft = drafts[index]
    if let pronoun = draft.pronoun, pronoun.use == .first { return false }
    guard let party = draft.party else {
      return form.number == .plural && draft.members.count > 1
    }
    let found = book[party]
    if form.number == .plural {
      if found.isPlural { return true }
      // A body is "they" at times, a single person never.
      return found.actor.kind != .person && found.actor.kind != .office
    }
    guard !found.isPlural || (form.isNeuter && found.actor.kind == .armedGroup && draft.name != nil)
    else { return false }
    if form.isNeuter { return found.actor.kind != .person && found.actor.kind != .population }
    guard found.actor.kind == .person else { return false }
    return form.gender == nil || found.gender == nil || found.gender == form.gender
  }

  /// Whether the two are arguments of one verb, so that a pronoun (but no possessive) must be somebody else.
  private func sharesClause(_ other: Int, _ index: Int, _ form: PronounForm) -> Bool {
    let (left, right) = (drafts[other].head, drafts[index].head)
    if drafts[other].words.contains(right) { return true }
    guard form.use == .personal else { return false }
    return tree.words[left].head == tree.words[right].head
  }

  /// "it" is a party where its verb is one that parties are subject of, or where it possesses in such a clause.
  private func isSubjectOfPartyVerb(_ word: Int, _ form: PronounForm) -> Bool {
    if form.use == .possessive { return true }
    let relation = tree.words[word].relation.universal
    guard let verb = tree.words[word].head else { return false }
    if relation == "nsubj" {
      return lexicon.partyVerbs.contains(finder.lemma(verb))
        && tree.words[word].relation.name != "nsubj:pass"
    }
    return false
  }
}

extension PartyBook {
  /// Whether a party is one by name.
  func isNamed(_ party: Int?) -> Bool {
    guard let party else { return false }
    return parties[party].noun == nil
  }
}
