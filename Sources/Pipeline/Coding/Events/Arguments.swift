import Syntax

/// What stands around a verb or noun, by logical slot.
struct Arguments: Sendable {
  /// The slots that are filled, in the order of the text.
  var filled: [(slot: Slot, word: Int)] = []
  /// The grammatical subject, found through control, relatives and conjunction where it isn't the word's own.
  var surfaceSubject: Int?
  /// Whether the verb is passive.
  var isPassive = false
  /// The verb's particle.
  var particle: Int?

  /// The words in any of the slots.
  func words(_ slots: [Slot]) -> [Int] {
    filled.filter { slots.contains($0.slot) }.map(\.word)
  }

  /// The words in a slot.
  func words(_ slot: Slot) -> [Int] {
    filled.filter { $0.slot == slot }.map(\.word)
  }

  /// The first word in a slot.
  func word(_ slot: Slot) -> Int? {
    filled.first { $0.slot == slot }?.word
  }

  /// The slot that a word fills.
  func slot(of word: Int) -> Slot? {
    filled.first { $0.word == word }?.slot
  }
}

/// Reads arguments off the tree, each word's once.
///
/// Cost: linear in the words, because a word looks at no more than ``breadth`` dependents and ``depth`` governors.
struct ArgumentReader {
  let tree: SyntaxTree
  private var known: [Int: Arguments] = [:]

  /// No clause that people write has more dependents.
  static let breadth = 64
  /// How many governors are climbed for a subject.
  static let depth = 8

  init(tree: SyntaxTree) { self.tree = tree }

  /// A word's dependents, of a sane number.
  func dependents(_ word: Int) -> ArraySlice<Int> {
    tree.dependents[word].prefix(Self.breadth)
  }

  /// Whether the word heads a clause.
  func isVerb(_ word: Int) -> Bool {
    let tag = tree.words[word].upos
    if tag == .verb { return true }
    // Copulas and auxiliaries that head a clause themselves, as in "is to visit".
    return tag == .aux && tree.words[word].relation.universal != "aux"
      && tree.words[word].relation.universal != "cop"
  }

  /// The arguments of a word.
  mutating func arguments(of word: Int) -> Arguments {
    if let found = known[word] { return found }
    let found = isVerb(word) ? verbArguments(word, depth: 0) : nounArguments(word)
    known[word] = found
    return found
  }

  /// Adverbs that stand before a preposition and belong to the verb: "pulled out of Rome".
  static let adverbs: Set<String> = ["out", "back", "away", "up", "down", "off"]

  /// The lemma of the preposition that brings a word in; nil where none does.
  func preposition(of word: Int) -> String? {
    var cases = dependents(word).filter { tree.words[$0].relation.universal == "case" }
    if cases.isEmpty, let first = dependents(word).first, first < word,
      ["nmod", "compound", "amod", "nummod"].contains(tree.words[first].relation.universal)
    {
      // "with the Somali President Farmajo": some trees hang the preposition on the title.
      cases = dependents(first).filter {
        $0 < first && tree.words[$0].relation.universal == "case" && tree.words[$0].upos == .adp
      }
    }
    if cases.count > 1, let first = cases.first,
      Self.adverbs.contains(lowercased(tree.words[first].lemma))
    {
      cases.removeFirst()
    }
    for dependent in cases {
      let lemma = lowercased(tree.words[dependent].lemma)
      if lemma == "'s" || lemma == "’s" { return nil }
      // "together with", "along with": what follows counts.
      if lemma == "along" || lemma == "together" { return "with" }
      return lemma
    }
    return nil
  }

  /// A lemma as lexicons have it.
  func lowercased(_ lemma: String) -> String {
    lemma.utf8.contains { $0 >= 65 && $0 <= 90 || $0 >= 128 } ? lemma.lowercased() : lemma
  }

  /// Whether a word stands alone in brackets, as the short form of a name does: "(WHO)".
  func isBracketed(_ word: Int) -> Bool {
    word > 0 && word + 1 < tree.words.count && tree.words[word - 1].form == "("
      && tree.words[word + 1].form == ")"
  }

  private func isParticiple(_ word: Int) -> Bool { tree.words[word].xpos == "VBN" }

  private mutating func verbArguments(_ verb: Int, depth: Int) -> Arguments {
    var found = Arguments()
    var agent: Int?
    var passiveSubject: Int?
    var activeSubject: Int?
    var obliques: [(String, Int)] = []
    var others: [(slot: Slot, word: Int)] = []
    var hasAuxiliary = false
    var purpose: Int?
    var infinitive: (subject: Int, clause: Int)?
    for dependent in dependents(verb) {
      let word = tree.words[dependent]
      switch word.relation.universal {
      case "nsubj", "csubj":
        if word.relation.name.hasSuffix(":pass") {
          passiveSubject = passiveSubject ?? dependent
        } else if word.relation.name != "nsubj:outer" || isToBe(verb), !isBracketed(dependent) {
          // Of two subjects the one nearer to the verb is its own; the other is a date line's or a topic.
          if activeSubject == nil || dependent < verb { activeSubject = dependent }
        }
      case "obj": others.append((.object, dependent))
      case "iobj": others.append((.indirectObject, dependent))
      case "obl":
        if word.relation.name == "obl:agent" {
          agent = dependent
        } else if let preposition = preposition(of: dependent) {
          obliques.append((preposition, dependent))
        }
      case "xcomp":
        others.append((.complement, dependent))
        // "Called for the mayor to resign."
        if let mark = dependents(dependent).first, isFor(mark), mark < dependent {
          obliques.append(("for", dependent))
        }
      case "ccomp":
        others.append((.clause, dependent))
        // "Urged Kabul to talk": the tree may take whom it acts on for the subject of what it asks.
        if dependent > verb, hasInfinitiveMark(dependent),
          let subject = dependents(dependent).first(where: {
            tree.words[$0].relation.name == "nsubj" && $0 < dependent && $0 > verb
          }), !dependents(dependent).contains(where: { isFor($0) && $0 < subject })
        {
          infinitive = (subject, dependent)
        }
      case "advcl":
        // "accused of sending", "prevented from entering": clauses that a preposition brings in.
        if let mark = dependents(dependent).first(where: {
          tree.words[$0].relation.universal == "mark"
        }) {
          let lemma = lowercased(tree.words[mark].lemma)
          obliques.append((lemma, dependent))
          // "asked Kabul to leave": parsers take some complements for clauses of purpose.
          if lemma == "to" { purpose = purpose ?? dependent }
        }
      case "compound":
        if word.relation.name == "compound:prt" { found.particle = dependent }
      case "aux":
        hasAuxiliary = true
        if word.relation.name == "aux:pass" { found.isPassive = true }
      default: break
      }
    }
    // "Dropped bombs on villages": of two objects one that a preposition brings in is none.
    if others.count(where: { $0.slot == .object }) > 1 {
      for (slot, word) in others where slot == .object {
        guard let preposition = preposition(of: word) else { continue }
        obliques.append((preposition, word))
        others.removeAll { $0.word == word }
      }
    }
    if !others.contains(where: { $0.slot == .complement || $0.slot == .clause }),
      let told = obliques.compactMap({ clauseTold(in: $0.1) }).first
    {
      others.append((.clause, told))
    }
    if let whom = others.first(where: { $0.slot == .indirectObject })?.word,
      !others.contains(where: { $0.slot == .object }),
      others.contains(where: { $0.slot == .clause || $0.slot == .complement })
    {
      // "Warned the council that", "let a plane land": whom one tells or lets is the only object.
      others.append((.object, whom))
    }
    if let purpose, !others.contains(where: { $0.slot == .complement || $0.slot == .clause }) {
      others.append((.complement, purpose))
    }
    if let infinitive, !others.contains(where: { $0.slot == .object }) {
      others.append((.object, infinitive.subject))
      others.append((.complement, infinitive.clause))
    }
    let relation = tree.words[verb].relation
    let hasObject = others.contains { $0.slot == .object }
    if passiveSubject != nil { found.isPassive = true }
    if !found.isPassive, isParticiple(verb), !hasAuxiliary, activeSubject == nil, !hasObject,
      ["acl", "advcl", "amod"].contains(relation.universal), relation.name != "acl:relcl"
    {
      found.isPassive = true
    }
    if relation.universal == "conj", let head = tree.words[verb].head, isVerb(head),
      !found.isPassive, isParticiple(verb), !hasAuxiliary, activeSubject == nil, !hasObject
    {
      found.isPassive = depth < Self.depth && argumentsBelow(head, depth: depth + 1).isPassive
    }
    found.surfaceSubject =
      passiveSubject ?? activeSubject ?? impliedSubject(of: verb, depth: depth)
      ?? (found.isPassive ? nil : subjectByPosition(of: verb))
    if found.isPassive {
      if agent == nil, let position = obliques.firstIndex(where: { $0.0 == "by" }) {
        agent = obliques[position].1
        obliques.remove(at: position)
      }
      if agent == nil {
        let near = others.filter { $0.slot == .object || $0.slot == .complement }.map(\.word)
        agent = agentBelow(near + obliques.map(\.1), of: verb) ?? sharedAgent(of: verb)
      }
      if let agent { found.filled.append((.subject, agent)) }
      if let subject = found.surfaceSubject {
        // "Kabul was given rifles": the grammatical subject is whom it was given to.
        found.filled.append((hasObject ? .indirectObject : .object, subject))
      }
    } else if let subject = found.surfaceSubject {
      found.filled.append((.subject, subject))
    }
    if let agent, !found.isPassive { obliques.append(("by", agent)) }
    if !hasObject, !found.isPassive, let object = objectOfNext(verb) {
      others.append((.object, object))
    } else if !hasObject, !found.isPassive,
      !others.contains(where: { $0.slot == .complement && $0.word != purpose }),
      let object = objectByPosition(of: verb)
    {
      others.append((.object, object))
    }
    found.filled += others
    found.filled += obliques.map { (.preposition($0.0), $0.1) }
    if relation.universal == "conj", let head = tree.words[verb].head, isVerb(head),
      depth < Self.depth, !found.isPassive
    {
      // "arrested and deported migrants": what follows the last conjunct belongs to all.
      for (slot, word) in argumentsBelow(head, depth: depth + 1).filled
      where word > verb && slot != .subject && !found.filled.contains(where: { $0.slot == slot }) {
        found.filled.append((slot, word))
      }
    }
    if !found.isPassive, !hasObject, let gap = relativeGap(of: verb, found) {
      found.filled.append((.object, gap))
    }
    return found
  }

  /// Whether a word is the "for" before a noun or clause.
  func isFor(_ word: Int) -> Bool {
    ["mark", "case"].contains(tree.words[word].relation.universal)
      && lowercased(tree.words[word].lemma) == "for"
  }

  /// The noun that an object relative is about: "the town that they seized", "the town they seized".
  private func relativeGap(of verb: Int, _ found: Arguments) -> Int? {
    let word = tree.words[verb]
    guard word.relation.name == "acl:relcl", let noun = word.head,
      let subject = found.surfaceSubject, subject != noun, !isRelativePronoun(subject),
      !found.filled.contains(where: { isRelativePronoun($0.word) })
    else { return nil }
    return noun
  }

  /// Whether a word is a relative pronoun.
  func isRelativePronoun(_ index: Int) -> Bool {
    let word = tree.words[index]
    guard word.upos == .pron || word.upos == .det || word.upos == .sconj else { return false }
    return ["who", "whom", "which", "that", "whose"].contains(lowercased(word.lemma))
      && word.xpos.first == "W"
  }

  /// The noun that a relative pronoun stands for.
  func antecedent(of pronoun: Int) -> Int? {
    var word = pronoun
    for _ in 0..<4 {
      guard let head = tree.words[word].head else { return nil }
      if tree.words[word].relation.name == "acl:relcl" { return head }
      word = head
    }
    return nil
  }

  mutating func argumentsBelow(_ head: Int, depth: Int) -> Arguments {
    if let found = known[head] { return found }
    let found = isVerb(head) ? verbArguments(head, depth: depth) : nounArguments(head)
    // At the limit of depth a subject may be missing that a direct look would find.
    if depth < Self.depth { known[head] = found }
    return found
  }

  private mutating func nounArguments(_ noun: Int) -> Arguments {
    var found = Arguments()
    for dependent in dependents(noun) {
      let word = tree.words[dependent]
      switch word.relation.universal {
      case "nmod", "obl":
        if word.relation.name == "nmod:poss" {
          found.filled.append((.possessor, dependent))
        } else if let preposition = preposition(of: dependent) {
          found.filled.append((.preposition(preposition), dependent))
        }
      case "amod": found.filled.append((.modifier, dependent))
      case "compound":
        if word.relation.name == "compound" { found.filled.append((.compound, dependent)) }
      case "acl":
        if word.relation.name == "acl" {
          found.filled.append((.complement, dependent))
          // "Approval for the agency to deliver": for whom.
          if let mark = dependents(dependent).first, isFor(mark),
            let subject = dependents(dependent).first(where: {
              tree.words[$0].relation.universal == "nsubj" && $0 > mark && $0 < dependent
            })
          {
            found.filled.append((.preposition("for"), subject))
          }
        }
      case "nsubj":
        // "The drivers are on strike."
        found.surfaceSubject = dependent
        found.filled.append((.subject, dependent))
      default: break
      }
    }
    if tree.words[noun].upos == .adj, found.surfaceSubject == nil,
      let subject = subject(ofPredicate: noun, depth: 1)
    {
      // "Remained critical of": whoever remained so.
      found.filled.append((.subject, subject))
    }
    // "Drivers began a strike": who does what the noun says.
    if let head = tree.words[noun].head, tree.words[noun].relation.universal == "obj",
      isVerb(head), let subject = argumentsBelow(head, depth: 1).word(.subject)
    {
      found.filled.append((.subject, subject))
    }
    return found
  }
}
