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
    // A "who" behind such a plural stands for the same.
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
}
