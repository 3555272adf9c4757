import Syntax

/// Arguments where the tree has none or hangs them elsewhere: English puts them right beside the verb.
extension ArgumentReader {
  /// The noun phrase that follows a verb at once though the tree hangs it elsewhere.
  ///
  /// Trees err most in long names and hyphened words; English puts an object right behind its verb.
  func objectByPosition(of verb: Int) -> Int? {
    let sentence = tree.sentences[tree.words[verb].sentence].words
    let longest = 8
    var last: Int?
    var word = verb + 1
    scan: while word < sentence.upperBound, word <= verb + longest {
      switch tree.words[word].upos {
      case .noun, .propn, .pron, .sym: last = word
      case .det, .adj, .num: break
      case .adv: if last != nil { break scan }
      case .part: if tree.words[word].xpos != "POS" { break scan }
      case .punct: if tree.words[word].form != "-" { break scan }
      case .verb: if tree.words[word - 1].form != "-" { break scan }
      default:
        // "at least nineteen"
        let isQuantifier =
          word + 1 < sentence.upperBound
          && ["least", "most"].contains(lowercased(tree.words[word + 1].form))
        if !isQuantifier { break scan }
      }
      word += 1
    }
    guard let last, let head = tree.words[last].head else { return nil }
    let relation = tree.words[last].relation
    if ["nsubj", "csubj", "nmod", "vocative"].contains(relation.universal) { return nil }
    if relation.name == "obl:unmarked" || relation.name == "obl:tmod" { return nil }
    guard head == verb || head > verb && head < word else { return nil }
    return tree.words[last].upos == .pron && isRelativePronoun(last) ? nil : last
  }

  /// The noun that stands right before a finite verb without a subject though the tree hangs it elsewhere: "In terms of
  /// trade, Norway first opened …".
  func subjectByPosition(of verb: Int) -> Int? {
    guard ["VBD", "VBZ", "VBP"].contains(tree.words[verb].xpos),
      ["root", "ccomp", "parataxis"].contains(tree.words[verb].relation.universal)
    else { return nil }
    let first = tree.sentences[tree.words[verb].sentence].words.lowerBound
    var word = verb - 1
    while word >= first, [.adv, .aux].contains(tree.words[word].upos) { word -= 1 }
    guard word >= first, [.noun, .propn].contains(tree.words[word].upos) else { return nil }
    // The head of the words' own phrase; what a preposition brings in is another's.
    while let head = tree.words[word].head, head < word, head >= first,
      tree.words[word].relation.universal == "flat"
    {
      word = head
    }
    let isBroughtIn = dependents(word).contains {
      ["case", "mark"].contains(tree.words[$0].relation.universal)
    }
    return isBroughtIn || tree.words[word].relation.universal == "nsubj" ? nil : word
  }

  /// Who a passive verb is done by where the tree hangs that on a word between: "freed from captivity by the rebels",
  /// "promised a boat by Norway", "set free by the gang".
  func agentBelow(_ phrases: [Int], of verb: Int) -> Int? {
    for phrase in phrases
    where phrase > verb && [.noun, .adj].contains(tree.words[phrase].upos) {
      if let agent = dependents(phrase).first(where: {
        $0 > phrase && ["nmod", "obl"].contains(tree.words[$0].relation.universal)
          && preposition(of: $0) == "by"
      }) {
        return agent
      }
    }
    return nil
  }

  /// What a verb says in a letter or speech, where the tree hangs that on the noun: "warned Norway in a letter that".
  func clauseTold(in noun: Int) -> Int? {
    dependents(noun).first { clause in
      clause > noun && tree.words[clause].relation.universal == "acl"
        && dependents(clause).contains {
          $0 < clause && tree.words[$0].upos == .sconj
            && lowercased(tree.words[$0].lemma) == "that"
        }
    }
  }

  /// The object that a verb shares with the verb joined to it at once, where the tree hangs it on that: "met and thanked the
  /// rescuers".
  func objectOfNext(_ verb: Int) -> Int? {
    guard verb + 2 < tree.words.count, tree.words[verb + 1].upos == .cconj,
      let next = dependents(verb).first(where: {
        $0 == verb + 2 && tree.words[$0].relation.universal == "conj"
          && tree.words[$0].xpos == tree.words[verb].xpos
      })
    else { return nil }
    return dependents(next).first { $0 > next && tree.words[$0].relation.universal == "obj" }
  }

  /// Who does what a passive verb beside another says, where the tree hangs that on the other: "was struck and killed by
  /// rebels".
  func sharedAgent(of verb: Int) -> Int? {
    var beside = dependents(verb).filter {
      $0 > verb && tree.words[$0].relation.universal == "conj" && tree.words[$0].xpos == "VBN"
        && !dependents($0).contains { tree.words[$0].relation.universal == "nsubj" }
    }
    if tree.words[verb].relation.universal == "conj", let head = tree.words[verb].head,
      tree.words[head].xpos == "VBN"
    {
      beside.append(head)
    }
    for other in beside {
      if let agent = dependents(other).first(where: {
        $0 > max(verb, other) && tree.words[$0].relation.name == "obl:agent"
      }) {
        return agent
      }
    }
    return nil
  }

  /// Of "the emir called him on Friday, his office said", where the tree hangs both subjects on the last verb, the first.
  func displacedSubject(of verb: Int, below head: Int) -> Int? {
    guard verb < head, ["VBD", "VBZ", "VBP"].contains(tree.words[verb].xpos) else { return nil }
    let subjects = dependents(head).filter {
      tree.words[$0].relation.name == "nsubj" && $0 < head && !isBracketed($0)
    }
    guard subjects.count > 1, let first = subjects.first, first < verb,
      subjects.contains(where: { $0 > verb })
    else { return nil }
    return first
  }
}
