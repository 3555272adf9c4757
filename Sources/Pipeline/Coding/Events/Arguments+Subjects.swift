import Syntax

/// Subjects that a word has not itself: through control, conjunction, clauses and predicates.
extension ArgumentReader {
  /// The subject that a verb without one of its own shares with another or takes from what governs it.
  mutating func impliedSubject(of verb: Int, depth: Int) -> Int? {
    guard depth < Self.depth, let head = tree.words[verb].head else { return nil }
    let relation = tree.words[verb].relation
    switch relation.universal {
    case "conj":
      return isVerb(head)
        ? argumentsBelow(head, depth: depth + 1).surfaceSubject
        : subject(ofPredicate: head, depth: depth)
    case "xcomp", "ccomp":
      // "urged Kabul to talk": whom the governor acts on; "promised Kabul to talk": who promises.
      guard isVerb(head) else { return subject(ofPredicate: head, depth: depth) }
      // "Sue him, the senator said": nobody is told to be the one.
      if relation.universal == "ccomp", head > verb, tree.words[verb].xpos == "VB",
        !hasInfinitiveMark(verb)
      {
        return nil
      }
      if relation.universal == "ccomp", let own = displacedSubject(of: verb, below: head) {
        return own
      }
      let governor = argumentsBelow(head, depth: depth + 1)
      if !Self.selfDirected.contains(lowercased(tree.words[head].lemma)),
        let object = governor.word(.object) ?? governor.word(.indirectObject), object != verb,
        !isVerb(object)
      {
        return object
      }
      return governor.surfaceSubject
    case "advcl":
      guard isVerb(head) else { return subject(ofPredicate: head, depth: depth) }
      let governor = argumentsBelow(head, depth: depth + 1)
      let mark = dependents(verb).first { tree.words[$0].relation.universal == "mark" }
      if let mark,
        ["of", "from", "for", "against", "into"].contains(lowercased(tree.words[mark].lemma)),
        let object = governor.word(.object)
      {
        return object
      }
      return governor.surfaceSubject
    case "acl":
      if relation.name == "acl:relcl" {
        // A relative clause without a pronoun of its own: the noun is its object, unless it has no subject at all.
        return head
      }
      guard tree.words[verb].xpos == "VB" || hasInfinitiveMark(verb) else {
        // "is among those planning": whoever is among them plans.
        return tree.words[head].upos == .pron || tree.words[head].upos == .det
          ? subject(ofPredicate: head, depth: depth) ?? head : head
      }
      // A headline's "Norway to visit Chad" hangs all on the name.
      return nounOwner(head, depth: depth + 1)
        ?? (tree.words[head].relation.universal == "root" && head < verb ? head : nil)
    default: return nil
    }
  }

  /// Verbs whose subject does what the infinitive below them says, though they have an object: "promised him to come",
  /// "phoned him to congratulate him".
  private static let selfDirected: Set<String> = [
    "promise", "vow", "threaten", "call", "phone", "telephone", "ring", "visit", "meet",
  ]

  /// Whether a verb stands after "is to", which some trees take for a copula.
  func isToBe(_ verb: Int) -> Bool {
    hasInfinitiveMark(verb)
      && dependents(verb).contains {
        $0 < verb && tree.words[$0].relation.universal == "cop"
          && ["VBD", "VBZ", "VBP"].contains(tree.words[$0].xpos)
      }
  }

  /// Whether "have" says that something must be done, "had to go", not that somebody gets it done.
  func isObliged(_ have: Int) -> Bool {
    dependents(have).contains {
      tree.words[$0].relation.universal == "xcomp" && hasInfinitiveMark($0)
    }
  }

  /// Whether "to" marks a verb as an infinitive.
  func hasInfinitiveMark(_ verb: Int) -> Bool {
    dependents(verb).contains {
      tree.words[$0].relation.universal == "mark" && lowercased(tree.words[$0].lemma) == "to"
    }
  }

  /// Of whom a noun predicates: "is among those planning": its subject; "able to visit" likewise.
  mutating func subject(ofPredicate word: Int, depth: Int) -> Int? {
    for dependent in dependents(word)
    where tree.words[dependent].relation.universal == "nsubj" {
      return dependent
    }
    guard depth < Self.depth, let head = tree.words[word].head else { return nil }
    switch tree.words[word].relation.universal {
    case "conj", "xcomp", "advcl":
      return isVerb(head)
        ? argumentsBelow(head, depth: depth + 1).surfaceSubject
        : subject(ofPredicate: head, depth: depth + 1)
    case "amod", "acl": return head
    case "parataxis" where [.noun, .propn, .pron].contains(tree.words[head].upos) && head < word:
      // A long subject that the tree takes for the sentence: "The mayor, who …, is among those …".
      return head
    default: return nil
    }
  }

  /// Whose plan, decision or right it is: the possessor, else whom a participle names ("a motion tabled by Peru"), else who
  /// has, makes or announces it.
  mutating func nounOwner(_ noun: Int, depth: Int) -> Int? {
    for dependent in dependents(noun) {
      let word = tree.words[dependent]
      if word.relation.name == "nmod:poss" { return dependent }
      if word.relation.universal == "nmod", ["by", "of"].contains(preposition(of: dependent)) {
        return dependent
      }
    }
    if let making = dependents(noun).first(where: {
      tree.words[$0].relation.name == "acl" && tree.words[$0].xpos == "VBN"
    }), let agent = dependents(making).first(where: { preposition(of: $0) == "by" }) {
      return agent
    }
    if dependents(noun).contains(where: { tree.words[$0].relation.universal == "cop" }) {
      return subject(ofPredicate: noun, depth: depth)
    }
    guard depth < Self.depth, let head = tree.words[noun].head, isVerb(head),
      !["ccomp", "parataxis"].contains(tree.words[noun].relation.universal)
    else { return nil }
    // Who rejects a plan, of "the plan was rejected by the court", has it not.
    let governor = argumentsBelow(head, depth: depth + 1)
    let owner = governor.isPassive ? nil : governor.word(.subject)
    return owner == noun ? nil : owner
  }
}
