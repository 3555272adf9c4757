import Knowledge
import Record
import Syntax

/// Parties that no earlier stage mentions: whose a thing is, and in whose country a state acts.
extension EventSearch {
  /// How many words below a verb's phrases its country is looked for.
  private static let placeBreadth = 12

  /// Whose thing a noun is, by a body or people before it, else by the country of an adjective: "Syrian government
  /// missiles", "Turkish jets", "imports of Egyptian goods".
  func owner(of noun: Int) -> Int? {
    guard [.noun, .propn].contains(tree.words[noun].upos), !parties.isTime(noun) else { return nil }
    var country: Int?
    var body: Int?
    for dependent in reader.dependents(noun) where dependent < noun {
      switch tree.words[dependent].relation.universal {
      case "compound", "nmod", "amod":
        if tree.words[dependent].upos == .noun,
          lexicon.classes["body"]?.contains(lemma(dependent)) == true
        {
          body = dependent
          country = country ?? reader.dependents(dependent).first { isNationality($0) }
        }
        if country == nil, isNationality(dependent) { country = dependent }
        // "a Norwegian-led raid"
        if country == nil, tree.words[dependent].xpos == "VBN" {
          country = reader.dependents(dependent).first {
            tree.words[$0].relation.universal == "compound" && isNationality($0)
          }
        }
      default: continue
      }
    }
    // A body of which nothing more is told may be anybody's: "a town hall".
    return country == nil ? maker(of: noun) : body ?? country
  }

  /// Who made a thing, by a participle: "the plan proposed by the council".
  private func maker(of noun: Int) -> Int? {
    for making in reader.dependents(noun)
    where tree.words[making].relation.name == "acl" && tree.words[making].xpos == "VBN"
      && lexicon.classes["enact"]?.contains(lemma(making)) == true
    {
      return reader.dependents(making).first {
        tree.words[$0].relation.universal == "obl" && reader.preposition(of: $0) == "by"
          && isUnknownParty($0)
      }
    }
    return nil
  }

  /// Whether a party of an act is the actor's own force or body: "mobilised its men", "extended their mission".
  ///
  /// One's own people are others: "silenced his wife".
  func isOwnForce(_ party: Int, of candidate: EventCandidate) -> Bool {
    guard isOwn(party),
      let head = party < mentions.count ? mentions[party].head : parties.added.head(of: party)
    else { return false }
    if case .event(.mobilize, _) = candidate.frame.act { return true }
    return ["forces", "body"].contains { lexicon.classes[$0]?.contains(lemma(head)) == true }
  }

  /// Whether a word tells a country by its people: "Egyptian".
  func isNationality(_ word: Int) -> Bool {
    let form = tree.words[word]
    guard form.upos == .adj || form.upos == .propn, !parties.isTime(word),
      form.form.utf8.first.map({ (65...90).contains($0) }) ?? false
    else { return false }
    return nationalities.country(of: form.form) != nil
  }

  /// The country in which something was done that only states do and whose agent nobody names: "was arrested in Norway".
  mutating func stateOfPlace(_ candidate: EventCandidate) -> Int? {
    guard candidate.isVerb, candidate.isPassive, isStateAct(candidate.frame) else { return nil }
    var waiting = reader.arguments(of: candidate.head).filled.compactMap { slot, word in
      switch slot {
      case .preposition("in"), .preposition("from"): word
      default: nil as Int?
      }
    }
    var next = 0
    while next < waiting.count, next < Self.placeBreadth {
      let word = waiting[next]
      next += 1
      if countries.contains(word) { return parties.role(ofHead: word) }
      guard parties.mention(at: word) == nil else { continue }
      waiting += reader.dependents(word).filter {
        tree.words[$0].relation.universal == "nmod" && reader.preposition(of: $0) == "in"
      }
    }
    return nil
  }

  /// Acts that are a state's: arrest, sentence, release from prison.
  private func isStateAct(_ frame: Frame) -> Bool {
    switch frame.act {
    case .event(.coerce, "arrest"), .event(.coerce, "deport"), .event(.coerce, "censor"),
      .event(.sanction, "convict"), .event(.sanction, "expel"), .event(.retreat, "release"):
      return true
    default: return false
    }
  }
}

/// What verbs of giving hand over, and to whom.
extension EventSearch {
  /// How many words below an object are looked at for whom it was handed to.
  private static let handedBreadth = 12

  /// The words in a slot; of a verb of giving also to whom, where the tree hangs that on what is given.
  func phrases(_ slot: Slot, of word: Int) -> [Int] {
    var reader = reader
    let own = reader.arguments(of: word).words(slot)
    if !own.isEmpty { return own }
    if case .preposition(let name) = slot, Self.shared.contains(name), !reader.isVerb(word) {
      return belowAgent(name, of: word)
    }
    return displaced(slot, of: word)
  }

  /// The words in a slot where the tree hangs them on a word between.
  func displaced(_ slot: Slot, of word: Int) -> [Int] {
    switch slot {
    case .preposition("to"):
      if let handed = handed(by: word) { return [handed] }
      return belowObject("to", of: word)
    case .preposition("by"): return agent(ofNoun: word).map { [$0] } ?? []
    case .preposition(let name) where Self.shared.contains(name):
      return belowObject(name, of: word)
    default: return []
    }
  }

  /// Prepositions whose phrases trees hang on a verb's object as often as on the verb.
  private static let shared: Set<String> = ["with", "on", "from", "against", "for", "into", "upon"]

  /// What a preposition brings in below a verb's object: "developed a missile with Norway".
  private func belowObject(_ preposition: String, of verb: Int) -> [Int] {
    guard reader.isVerb(verb) else { return [] }
    for object in reader.dependents(verb)
    where object > verb && tree.words[object].relation.universal == "obj" {
      for noun in [object, content(of: object) ?? object] {
        let found = reader.dependents(noun).filter {
          $0 > noun && tree.words[$0].relation.universal == "nmod"
            && reader.preposition(of: $0) == preposition
        }
        if !found.isEmpty { return found }
      }
    }
    return []
  }

  /// What a preposition brings in below who does what a noun says: "the attack by rebels on the town".
  private func belowAgent(_ preposition: String, of noun: Int) -> [Int] {
    for agent in reader.dependents(noun)
    where agent > noun && tree.words[agent].relation.universal == "nmod"
      && reader.preposition(of: agent) == "by"
    {
      let found = reader.dependents(agent).filter {
        $0 > agent && tree.words[$0].relation.universal == "nmod"
          && reader.preposition(of: $0) == preposition
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// Who does what a noun says where the tree hangs that on whom it is done to: "the ambush on a convoy by rebels".
  private func agent(ofNoun noun: Int) -> Int? {
    guard !reader.isVerb(noun) else { return nil }
    for phrase in reader.dependents(noun)
    where phrase > noun && tree.words[phrase].relation.universal == "nmod"
      && lexicon.nouns[lemma(phrase)] == nil
    {
      if let agent = reader.agentBelow([phrase], of: noun) { return agent }
    }
    return nil
  }

  /// To whom a verb of giving hands its object, where the tree hangs that on a word below the object: "returned a ring
  /// engraved with a name to its owner".
  func handed(by verb: Int) -> Int? {
    guard reader.isVerb(verb), lexicon.classes["transfer"]?.contains(lemma(verb)) == true else {
      return nil
    }
    var waiting = reader.dependents(verb).filter {
      $0 > verb && tree.words[$0].relation.universal == "obj"
    }
    var next = 0
    while next < waiting.count, next < Self.handedBreadth {
      let word = waiting[next]
      next += 1
      for dependent in reader.dependents(word) where dependent > word {
        switch tree.words[dependent].relation.universal {
        case "nmod", "obl":
          if reader.preposition(of: dependent) == "to" { return dependent }
          waiting.append(dependent)
        case "conj": waiting.append(dependent)
        case "acl" where tree.words[dependent].xpos == "VBN": waiting.append(dependent)
        default: continue
        }
      }
    }
    return nil
  }
}

/// Countries by what their people are called; asked once for each word.
struct Nationalities: Sendable {
  private let knowledge: KnowledgeBase

  init(_ knowledge: KnowledgeBase) { self.knowledge = knowledge }

  /// The index of the country whose people or attribute a form is.
  func country(of form: String) -> Int? {
    for case .demonym(let index) in knowledge.referents(ofName: form) { return index }
    return nil
  }
}
