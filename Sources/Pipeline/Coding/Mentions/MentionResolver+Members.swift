import Syntax

/// Plurals that stand for several who are named.
extension MentionResolver {
  /// "countries including China and Iran": the list is what the plural stands for.
  mutating func gatherMembers() {
    for index in drafts.indices where drafts[index].isPlural && drafts[index].members.isEmpty {
      let head = drafts[index].head
      for dependent in tree.dependents[head] where dependent > head {
        guard draftOfHead[dependent] != nil, introducesMembers(dependent) else { continue }
        drafts[index].members = conjuncts(of: dependent)
        break
      }
    }
    for index in drafts.indices where drafts[index].isPlural && drafts[index].members.isEmpty {
      drafts[index].members = pair(index)
    }
    // A "who" behind such a plural stands for the same, and so does a "they" that means it.
    var latest: [Int: [Int]] = [:]
    for index in drafts.indices {
      guard let party = drafts[index].party else { continue }
      if !drafts[index].members.isEmpty {
        latest[party] = drafts[index].members
      } else if drafts[index].pronoun != nil, let members = latest[party] {
        drafts[index].members = members
      }
    }
    for index in drafts.indices {
      guard drafts[index].pronoun?.use == .relative, drafts[index].members.isEmpty,
        let antecedent = drafts[index].sameAs, let target = draftOfHead[antecedent]
      else { continue }
      drafts[index].members = drafts[target].members
    }
  }

  private func introducesMembers(_ word: Int) -> Bool {
    tree.dependents[word].contains { dependent in
      guard tree.words[dependent].relation.universal == "case", dependent < word else {
        return false
      }
      let form = tree.words[dependent].form.lowercased()
      if form == "such" { return true }
      return form == "including"
    }
  }

  /// How many sentences and mentions "the two countries" reaches back.
  private static var pairSentences: Int { 2 }
  private static var pairMentions: Int { 30 }

  /// "The two countries", "both leaders": the only two of their kind that the last sentences name.
  private func pair(_ index: Int) -> [Int] {
    let draft = drafts[index]
    guard case .description = draft.sort, let noun = draft.noun, saysTwo(draft) else { return [] }
    let sentence = tree.words[draft.head].sentence
    // Of each, the head of its latest mention.
    var found: [(key: String, head: Int)] = []
    for other in stride(from: index - 1, through: max(0, index - Self.pairMentions), by: -1) {
      let candidate = drafts[other]
      guard sentence - tree.words[candidate.head].sentence <= Self.pairSentences else { break }
      guard candidate.name != nil, let party = candidate.party, let key = pairKey(party, noun),
        !found.contains(where: { $0.key == key })
      else { continue }
      found.append((key, candidate.head))
      if found.count > 2 { return [] }
    }
    return found.count == 2 ? found.map(\.head).sorted() : []
  }

  private func saysTwo(_ draft: Draft) -> Bool {
    let forms = tree.dependents[draft.head].map { tree.words[$0].form.lowercased() }
    return forms.contains("both") || (draft.isDefinite && forms.contains("two"))
  }

  /// What tells two parties of the kind that a noun calls apart: a state and its government are one.
  private func pairKey(_ party: Int, _ noun: PartyNoun) -> String? {
    let actor = book[party].actor
    switch (noun.form, actor.kind) {
    case (.person, .person): return book[party].isPerson ? "person \(party)" : nil
    case (.country, .state), (.country, .government), (.body, .state), (.body, .government):
      return actor.country
    case (.body, .armedGroup), (.body, .party), (.body, .company): return "body \(party)"
    default: return nil
    }
  }
}
