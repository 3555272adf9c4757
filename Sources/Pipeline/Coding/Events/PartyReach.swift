import Record
import Syntax

/// Looks for a recipient beyond the slots that a frame names: phrases hang on the wrong noun as often as not, and
/// "lifted the sanctions imposed on Rome" names Rome two words below.
extension EventSearch {
  /// How deep below an act's arguments a party is looked for.
  private static let depth = 4
  /// How many words are looked at for one event.
  private static let breadth = 48
  /// Prepositions that bring in whom an act is done to.
  private static let directed: Set<String> = [
    "to", "for", "with", "on", "against", "from", "of", "into", "between", "over", "toward",
    "towards", "upon", "among", "at", "onto",
  ]
  /// Prepositions that bring in where it is done.
  static let located: Set<String> = ["in", "inside", "across", "within", "near", "through"]
  /// Acts whose place, a country or town, is what they are done to if nothing else is named.
  private static let local: Set<EventType> = [
    .aid, .assault, .coerce, .mobilize, .sanction, .threaten, .concede, .retreat, .agree,
  ]

  /// What a candidate sends, gives or moves, or what its frame has asked for by name.
  mutating func things(of candidate: EventCandidate) -> Set<Int> {
    var found: Set<Int> = []
    let arguments = reader.arguments(of: candidate.head)
    for condition in candidate.frame.conditions
    where !condition.negated && !condition.values.isEmpty {
      found.formUnion(arguments.words(condition.slots))
    }
    if !candidate.isVerb, case .event(.agree, _) = candidate.frame.act {
      // "A pledge of more soldiers" is not made to them.
      found.formUnion(arguments.words(.preposition("of")))
    }
    for word in candidate.complement.prefix(1) {
      let inner = reader.arguments(of: word)
      for condition in candidate.complementFrame?.conditions ?? []
      where !condition.negated && !condition.values.isEmpty {
        found.formUnion(inner.words(condition.slots))
      }
    }
    return found
  }

  /// Whether a party is "I" or "we": who needs to act himself asks nobody.
  func isFirstPerson(_ party: Int) -> Bool {
    party < mentions.count
      && ["i", "we"].contains(reader.lowercased(tree.words[mentions[party].head].form))
  }

  /// Whether two mentions refer to one actor.
  func isSame(_ one: Int, _ other: Int) -> Bool {
    if one == other { return true }
    guard one < mentions.count, other < mentions.count, let actor = mentions[one].actor else {
      return false
    }
    return actor == mentions[other].actor
  }

  /// The nearest parties below the words, other than those given.
  ///
  /// - Parameters:
  ///   - things: words that are what is sent, given or moved, and no party to the act.
  ///   - mode: the act's mode.
  mutating func reach(
    from starts: [Int], avoiding known: [Int], things: Set<Int>, type: EventType, mode: String?
  ) -> [Int] {
    let directed = reach(
      from: starts, avoiding: known, things: things, prepositions: Self.directed,
      isMild: type.quadClass <= 2 || type == .request
    ).filter { type != .retreat || !isPossessivePronoun($0) }
    if !directed.isEmpty || !isLocal(type, mode) || known.isEmpty { return directed }
    return reach(
      from: starts, avoiding: known, things: things,
      prepositions: Self.directed.union(Self.located),
      isMild: type.quadClass <= 2 || type == .request, takesAreas: true)
  }

  /// Whether an act's place may be what it is done to; who resigns or surrenders somewhere does it to nobody there.
  func isLocal(_ type: EventType, _ mode: String?) -> Bool {
    mode == "visit" || Self.local.contains(type) && mode != "resign" && mode != "disarm"
  }

  /// Whether a party is one's own: "extended their mission", "mobilised its men".
  func isOwn(_ party: Int) -> Bool {
    guard let head = party < mentions.count ? mentions[party].head : parties.added.head(of: party)
    else { return false }
    return hasPronounOwner(head)
  }

  /// Whether a party is named only as whose a thing is: "laid down their arms".
  private func isPossessivePronoun(_ party: Int) -> Bool {
    guard party < mentions.count, mentions[party].isPronoun else { return false }
    return tree.words[mentions[party].head].relation.name == "nmod:poss"
  }

  /// Whether "its", "their" or the like stands before a noun.
  private func hasPronounOwner(_ noun: Int) -> Bool {
    reader.dependents(noun).contains {
      tree.words[$0].relation.name == "nmod:poss" && tree.words[$0].upos == .pron
    }
  }

  private mutating func reach(
    from starts: [Int], avoiding known: [Int], things: Set<Int>, prepositions: Set<String>,
    isMild: Bool, takesAreas: Bool = false
  ) -> [Int] {
    var waiting = starts.map { (word: $0, depth: 0) }
    var things = things
    var next = 0
    while next < waiting.count, next < Self.breadth {
      let (word, depth) = waiting[next]
      next += 1
      if !reader.isVerb(word), !things.contains(word) {
        let found = parties.parties(of: word, reader: reader).filter { party in
          !known.contains { isSame($0, party) } && !isOwn(party)
        }
        if !found.isEmpty { return found }
        let isArea = takesAreas && lexicon.classes["area"]?.contains(lemma(word)) == true
        if isUnknownParty(word) || isArea, !hasPronounOwner(word) {
          return [parties.role(ofHead: word)]
        }
        // Not of a meeting: "attended a cabinet meeting".
        if frame(of: word) == nil, depth < Self.depth, let owner = owner(of: word),
          !known.contains(parties.role(ofHead: owner))
        {
          return [parties.role(ofHead: owner)]
        }
      }
      guard depth < Self.depth else { continue }
      if depth == 0 {
        // "Condemned the attack and the threats made by Norway": whose they are, and no further.
        for dependent in reader.dependents(word)
        where tree.words[dependent].relation.universal == "conj"
          && tree.words[dependent].upos == .noun
        {
          waiting.append((dependent, Self.depth))
        }
      }
      if things.contains(word) {
        // "$400 million in aid to Norway": what a sum is of is given with it.
        for dependent in reader.dependents(word)
        where tree.words[dependent].relation.universal == "nmod" && dependent > word
          && ["in", "of", "worth"].contains(reader.preposition(of: dependent) ?? "")
          && parties.mention(at: dependent) == nil && !places.contains(dependent)
          && waiting.count < Self.breadth
        {
          things.insert(dependent)
          waiting.append((dependent, depth + 1))
        }
      }
      for dependent in reader.dependents(word)
      where leads(dependent, prepositions) && !isTopic(dependent, of: word)
        && !waiting.contains(where: { $0.word == dependent })
      {
        if things.contains(word),
          !["nmod", "acl"].contains(tree.words[dependent].relation.universal)
        {
          continue
        }
        // "Arms for tribesmen who fight the rebels": those whom others attack are not helped.
        if isMild, reader.isVerb(dependent), isAttack(dependent) { continue }
        waiting.append((dependent, depth + 1))
      }
    }
    return []
  }

  /// Whether a verb says that somebody is fought.
  private mutating func isAttack(_ verb: Int) -> Bool {
    if case .event(.assault, _)? = frame(of: verb)?.act { return true }
    return false
  }

  /// Whether a phrase tells what knowledge is about: "intelligence on rebels", which some trees hang on "share".
  private func isTopic(_ dependent: Int, of word: Int) -> Bool {
    guard reader.preposition(of: dependent) == "on", let known = lexicon.classes["intel"] else {
      return false
    }
    if known.contains(lemma(word)) { return true }
    return reader.isVerb(word)
      && reader.dependents(word).contains {
        tree.words[$0].relation.universal == "obj" && known.contains(lemma($0))
      }
  }

  /// Whether a dependent may lead on to whom an act is done to.
  func leads(_ dependent: Int, _ prepositions: Set<String>) -> Bool {
    if parties.isTime(dependent) { return false }
    let relation = tree.words[dependent].relation
    switch relation.universal {
    case "obj", "iobj", "xcomp", "appos": return true
    case "acl": return relation.name == "acl"
    case "advcl":
      return reader.dependents(dependent).contains {
        tree.words[$0].relation.universal == "mark"
          && ["to", "of", "from", "for"]
            .contains(reader.lowercased(tree.words[$0].lemma))
      }
    case "nmod", "obl":
      if relation.name == "nmod:poss" { return true }
      return reader.preposition(of: dependent).map(prepositions.contains) ?? false
    case "compound", "amod": return tree.words[dependent].upos == .propn
    default: return false
    }
  }

  /// Whether a word is a name, a place, or a noun for people or a body, that no earlier stage took for a party.
  func isUnknownParty(_ word: Int) -> Bool {
    if parties.isTime(word) || parties.isNobody(word, reader: reader) { return false }
    if lexicon.classes["nameless"]?.contains(reader.lowercased(tree.words[word].form)) == true {
      return false
    }
    if places.contains(word) || tree.words[word].upos == .propn && hasCapital(word) { return true }
    guard tree.words[word].upos == .noun else { return false }
    if isAcronym(word) || isSide(word) { return true }
    let lemma = lemma(word)
    return lexicon.classes["people"]?.contains(lemma) == true
      || lexicon.classes["body"]?.contains(lemma) == true
  }

  /// Whether a noun stands for all who are in something: "both sides", "the warring parties".
  private func isSide(_ word: Int) -> Bool {
    ["side", "party", "faction", "camp"].contains(lemma(word))
      && reader.dependents(word).contains {
        lexicon.classes["opposed"]?.contains(reader.lowercased(tree.words[$0].form)) == true
      }
  }

  /// Whether what "on", "against" or "of" brings in below a noun of violence is what it is done to: "a strike on a bus".
  mutating func isTarget(_ word: Int, of frame: Frame) -> Bool {
    guard case .event(.assault, _) = frame.act, tree.words[word].upos == .noun,
      !parties.isTime(word)
    else { return false }
    return belongs(word, to: "@building") || belongs(word, to: "@vessel")
      || belongs(word, to: "@area")
  }

  /// Whether the object of an act of violence or arrest is what it is done to though it is no known party.
  mutating func isHarmed(_ word: Int, by frame: Frame) -> Bool {
    guard tree.words[word].upos == .noun, !parties.isTime(word),
      lexicon.nouns[lemma(word)] == nil || belongs(word, to: "@building")
    else { return false }
    switch frame.act {
    case .event(.assault, _), .event(.coerce, "arrest"), .event(.coerce, "deport"): return true
    case .event(.coerce, "seize"), .event(.retreat, "release"):
      return belongs(word, to: "@building") || belongs(word, to: "@vessel")
    default: return false
    }
  }

  /// Whether a noun is written in capitals alone where the sentence is not, as short names of bodies are.
  private func isAcronym(_ word: Int) -> Bool {
    let isUpper = { (form: String) in
      form.utf8.count > 2 && form.utf8.allSatisfy { $0 >= 65 && $0 <= 90 }
    }
    guard isUpper(tree.words[word].form) else { return false }
    let words = tree.sentences[tree.words[word].sentence].words
    let near = max(words.lowerBound, word - 4)..<min(words.upperBound, word + 5)
    return near.contains { $0 != word && tree.words[$0].form.utf8.first.map { $0 > 96 } == true }
  }

  private func hasCapital(_ word: Int) -> Bool {
    tree.words[word].form.utf8.first.map { $0 < 97 || $0 > 122 } ?? false
  }
}
