import Syntax

/// How far each word's noun phrase reaches: from its determiner through its last restrictive phrase.
///
/// Relative clauses, appositions after a comma, further conjuncts and whatever stands beyond them are left out.
/// Cost: linear in the words; every extent is computed once, from the leaves up.
struct NounPhrases: Sendable {
  /// The first word of the phrase that each word heads.
  private(set) var starts: [Int]
  /// One past its last.
  private(set) var ends: [Int]

  /// Computes the phrases of a tree.
  ///
  /// - Parameter isTime: for each word, whether a time expression holds it.
  init(_ tree: SyntaxTree, lexicon: MentionLexicon, names: NameTable, isTime: [Bool]) {
    starts = Array(tree.words.indices)
    ends = tree.words.indices.map { $0 + 1 }
    var lowest = starts
    for word in Self.leavesFirst(tree) {
      for dependent in tree.dependents[word] { lowest[word] = min(lowest[word], lowest[dependent]) }
      starts[word] = start(of: word, in: tree, lowest: lowest, isTime: isTime)
      let end = end(of: word, in: tree, lowest: lowest, lexicon: lexicon, isTime: isTime)
      // A name is never cut in two.
      ends[word] = max(end, names.name(at: end - 1)?.words.upperBound ?? end)
    }
  }

  /// The words of the phrase that a word heads.
  subscript(head: Int) -> Range<Int> { starts[head]..<ends[head] }

  /// All words, dependents before heads.
  private static func leavesFirst(_ tree: SyntaxTree) -> [Int] {
    var order: [Int] = []
    order.reserveCapacity(tree.words.count)
    for (index, word) in tree.words.enumerated() where word.head == nil { order.append(index) }
    var next = 0
    while next < order.count {
      order.append(contentsOf: tree.dependents[order[next]])
      next += 1
    }
    return order.reversed()
  }

  private func start(
    of head: Int, in tree: SyntaxTree, lowest: [Int], isTime: [Bool]
  ) -> Int {
    var start = head
    for dependent in tree.dependents[head].reversed() where dependent < head {
      switch tree.words[dependent].relation.universal {
      case "det", "amod", "nummod", "compound", "flat", "nmod":
        // A phrase with a preposition of its own on the left is no modifier: "of the group, six …".
        if tree.words[dependent].relation.name == "nmod",
          tree.dependents[dependent].contains(where: { isPreposition($0, in: tree) })
        {
          return start
        }
        // "last month's party congress"; a clause that the tree hangs on the noun.
        if isTime[dependent] || opensClause(lowest[dependent], in: tree) { return start }
        start = lowest[dependent]
        while start < head, tree.words[start].upos == .punct { start += 1 }
      case "punct":
        if [",", ":", ";", "(", ")"].contains(tree.words[dependent].form) { return start }
      case "advmod", "appos", "dep", "goeswith", "acl":
        break
      default:
        return start
      }
    }
    return start
  }

  private func opensClause(_ word: Int, in tree: SyntaxTree) -> Bool {
    tree.words[word].upos == .sconj || tree.words[word].xpos == "WRB"
  }

  private func isPreposition(_ word: Int, in tree: SyntaxTree) -> Bool {
    tree.words[word].relation.universal == "case" && tree.words[word].xpos != "POS"
  }

  private func end(
    of head: Int, in tree: SyntaxTree, lowest: [Int], lexicon: MentionLexicon, isTime: [Bool]
  ) -> Int {
    var end = head + 1
    var pendingPunctuation = false
    for dependent in tree.dependents[head] where dependent > head {
      let word = tree.words[dependent]
      if isComma(lowest[dependent], in: tree) { return end }
      // What does not follow at once (words of another head lie between) is out of reach.
      if lowest[dependent] > end + (pendingPunctuation ? 1 : 0) { return end }
      switch word.relation.universal {
      case "flat", "fixed", "goeswith", "compound", "nummod":
        end = max(end, ends[dependent])
      case "nmod", "amod", "obl":
        guard !pendingPunctuation, !isTime[dependent], !isClause(dependent, in: tree) else {
          return end
        }
        let prepositions = tree.dependents[dependent].filter { isPreposition($0, in: tree) }
        if let preposition = prepositions.first, word.relation.universal != "amod" {
          guard preposition < dependent,
            lexicon.restrictivePrepositions.contains(tree.words[preposition].form.lowercased())
          else { return end }
        }
        end = max(end, ends[dependent])
        for conjunct in tree.dependents[dependent]
        where conjunct > dependent && tree.words[conjunct].relation.universal == "conj" {
          guard !hasComma(between: end, and: conjunct, in: tree) else { break }
          end = max(end, ends[conjunct])
        }
      case "appos":
        guard !pendingPunctuation, word.upos == .propn else { return end }
        end = max(end, ends[dependent])
      case "punct":
        if word.form != "-" && word.form != "–" && word.form != "." { return end }
        pendingPunctuation = word.form != "."
        continue
      default:
        return end
      }
      pendingPunctuation = false
    }
    return end
  }

  /// A noun with a subject of its own is the predicate of a clause.
  private func isClause(_ word: Int, in tree: SyntaxTree) -> Bool {
    tree.dependents[word].contains {
      ["nsubj", "cop", "csubj"].contains(tree.words[$0].relation.universal)
    }
  }

  private func isComma(_ word: Int, in tree: SyntaxTree) -> Bool {
    [",", "(", "[", ":", ";"].contains(tree.words[word].form)
  }

  private func hasComma(between left: Int, and right: Int, in tree: SyntaxTree) -> Bool {
    guard left < right else { return false }
    return (left..<min(right, left + 4)).contains { tree.words[$0].form == "," }
  }
}
