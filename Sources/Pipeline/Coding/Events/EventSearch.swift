import Knowledge
import Record
import Syntax

/// Matches frames against the tree of one document.
struct EventSearch {
  let tree: SyntaxTree
  let lexicon: EventLexicon
  let mentions: [MentionFound]
  let actors: [Actor]
  var reader: ArgumentReader
  var standings: StandingReader
  var parties: PartyFinder
  private var frames: [Int: Frame?] = [:]
  /// At how many words a condition looks for what stands below them.
  private static let breadth = 8
  /// The heads of places, and the words of names of places.
  let places: Set<Int>
  /// The heads of countries' names that tell where.
  let countries: Set<Int>
  let nationalities: Nationalities

  init(_ reading: Reading, lexicon: EventLexicon, knowledge: KnowledgeBase) {
    tree = reading.tree
    self.lexicon = lexicon
    mentions = reading.mentions
    actors = reading.actors
    reader = ArgumentReader(tree: reading.tree)
    standings = StandingReader(tree: reading.tree, lexicon: lexicon)
    parties = PartyFinder(reading)
    var places = Set(reading.places.map(\.head))
    for name in reading.tree.names where name.kind == .location { places.formUnion(name.words) }
    self.places = places
    countries = Set(reading.places.filter { $0.isCountry(in: knowledge) }.map(\.head))
    nationalities = Nationalities(knowledge)
  }

  /// A word's lemma as lexicons have it.
  func lemma(_ word: Int) -> String {
    let lemma = Lemmas.lemma(of: tree.words[word], in: lexicon)
    // "cease-fire" in three tokens.
    guard word > 1, tree.words[word - 1].form == "-", !tree.words[word - 2].spaceAfter else {
      return lemma
    }
    let joined = tree.words[word - 2].form.lowercased() + "-" + lemma
    return lexicon.knows(joined) ? joined : lemma
  }

  /// The frame that a word matches with its arguments; nil where there is none or it says no event.
  mutating func frame(of word: Int) -> Frame? {
    if let found = frames[word] { return found }
    // A frame that asks for itself through its arguments finds nothing.
    frames[word] = .some(nil)
    var found: Frame?
    if speaksAsVerb(word) {
      // "captured soldiers": what a participle before a noun says is not told but taken as known.
      if !reader.isVerb(word) || tree.words[word].relation.universal != "amod" {
        found = verbFrame(word)
      }
    } else if tree.words[word].upos == .noun || reader.isVerb(word) {
      found = nounFrame(word)
    }
    if case .nothing? = found?.act { found = nil }
    frames[word] = .some(found)
    return found
  }

  /// Whether a word is read by a verb's frames; a verb that only nouns know was a noun mistaken.
  func speaksAsVerb(_ word: Int) -> Bool {
    guard reader.isVerb(word) else { return predicate(word) != nil }
    let lemma = lemma(word)
    return lexicon.verbs[lemma] != nil || lexicon.nouns[lemma] == nil
      || lexicon.accompanied.contains(lemma)
        && companions(of: word).contains { lexicon.verbs[lemma + "_" + self.lemma($0)] != nil }
  }

  /// The frames of an adjective that something is said to be: "is critical of", under `be_critical`.
  private func predicate(_ word: Int) -> [Frame]? {
    guard tree.words[word].upos == .adj else { return nil }
    if tree.words[word].relation.universal == "amod" {
      // "A report critical of Norway" says what its author does; "forces loyal to Norway" only tells which.
      guard let noun = tree.words[word].head, noun < word,
        lexicon.classes["utterance"]?.contains(lemma(noun)) == true
      else { return nil }
    }
    return lexicon.verbs["be_" + lemma(word)]
  }

  private mutating func verbFrame(_ word: Int) -> Frame? {
    if let frames = predicate(word) { return match(frames, word) }
    let lemma = lemma(word)
    for companion in companions(of: word) {
      if let frames = lexicon.verbs[lemma + "_" + self.lemma(companion)] {
        let found = match(frames, word)
        // With a particle it is another verb; beside an object or adverb the verb may mean what it means alone.
        if found != nil || tree.words[companion].relation.universal == "compound" { return found }
      }
    }
    return match(lexicon.verbs[lemma] ?? [], word)
  }

  /// Whether some frame fits a verb, be it one that says no event.
  mutating func speaks(of verb: Int) -> Bool { verbFrame(verb) != nil }

  /// The words that may make one expression with a verb: its particle, adverb, object or predicate ("set free").
  private func companions(of verb: Int) -> [Int] {
    var found: [Int] = []
    for dependent in reader.dependents(verb) where dependent > verb {
      switch tree.words[dependent].relation.universal {
      case "compound", "advmod", "obj", "xcomp", "advcl": found.append(dependent)
      case "obl":
        // "pulled out of the valley": the adverb stands with the preposition.
        found += reader.dependents(dependent).filter {
          tree.words[$0].relation.universal == "case"
            && ArgumentReader.adverbs.contains(reader.lowercased(tree.words[$0].lemma))
        }
      default: break
      }
    }
    return found
  }

  private mutating func nounFrame(_ word: Int) -> Frame? {
    let lemma = lemma(word)
    // "hunger strike", "martial law": two words, one act.
    for dependent in reader.dependents(word)
    where ["compound", "amod"].contains(tree.words[dependent].relation.universal) {
      let joined = reader.lowercased(tree.words[dependent].form) + "_" + lemma
      if let frame = lexicon.nouns[joined].flatMap({ match($0, word) }) { return frame }
    }
    return lexicon.nouns[lemma].flatMap { match($0, word) }
  }

  private mutating func match(_ frames: [Frame], _ word: Int) -> Frame? {
    guard !frames.isEmpty else { return nil }
    let arguments = reader.arguments(of: word)
    for frame in frames {
      var holds = true
      for condition in frame.conditions where !satisfies(arguments, condition, of: word) {
        holds = false
        break
      }
      if holds { return frame }
    }
    return nil
  }

  private mutating func satisfies(
    _ arguments: Arguments, _ condition: Frame.Condition, of verb: Int
  ) -> Bool {
    var words = arguments.words(condition.slots)
    if words.isEmpty, condition.slots.count == 1 {
      words = displaced(condition.slots[0], of: verb)
    }
    words = below(words, condition.below)
    if condition.values.isEmpty {
      words.removeAll { parties.isTime($0) }
    } else if condition.slots.allSatisfy({ $0 == .complement || $0 == .clause }) {
      // "Promised not to attack" is about no attack.
      words.removeAll { reader.isVerb($0) && standings.isNegated($0, reader: reader) }
    }
    var holds = !words.isEmpty
    if holds, !condition.values.isEmpty {
      holds = false
      for word in words where !holds {
        for value in condition.values where !holds { holds = belongs(word, to: value) }
      }
    }
    return holds != condition.negated
  }

  /// The words that some slots lead to from others, slot by slot.
  private mutating func below(_ words: [Int], _ path: [[Slot]]) -> [Int] {
    var found = words
    for slots in path {
      var next: [Int] = []
      for word in found.prefix(Self.breadth) { next += reader.arguments(of: word).words(slots) }
      found = next
    }
    return found
  }

  /// Whether a word, or what it is a number or kind of, is of a class or has the lemma.
  mutating func belongs(_ word: Int, to value: String, depth: Int = 0) -> Bool {
    if value.first != "@" {
      if lemma(word) == value { return true }
      // "a ceasefire agreement" is a ceasefire.
      if lexicon.classes["generic"]?.contains(lemma(word)) == true {
        for dependent in reader.dependents(word)
        where tree.words[dependent].relation.universal == "compound" {
          if tree.words[dependent].form.lowercased() == value { return true }
        }
      }
    } else {
      let name = String(value.dropFirst())
      switch name {
      case "act": if reader.isVerb(word) { return true }
      case "place": if places.contains(word) { return true }
      case "party": if parties.mention(at: word) != nil || isUnknownParty(word) { return true }
      case "person", "state", "group":
        if let kind = parties.mention(at: word).flatMap({ mentions[$0].actor })
          .map({ actors[$0].kind })
        {
          let isPerson = kind == .person || kind == .population
          let isState = kind == .state || kind == .government || kind == .igo
          if name == "person" ? isPerson : name == "state" ? isState : !isPerson && !isState {
            return true
          }
        }
      default:
        if let members = lexicon.classes[name] {
          if members.contains(lemma(word)) { return true }
        } else if let type = EventType(rawValue: name) {
          if reader.isVerb(word) {
            if case .event(type, _)? = frame(of: word)?.act { return true }
          } else if lexicon.type(ofNoun: lemma(word)) == type {
            return true
          }
        }
      }
    }
    guard depth < 2 else { return false }
    if let inner = content(of: word) { return belongs(inner, to: value, depth: depth + 1) }
    // "A truce which Norway accepted": the noun that the pronoun stands for.
    if reader.isRelativePronoun(word), let noun = reader.antecedent(of: word) {
      return belongs(noun, to: value, depth: depth + 1)
    }
    return false
  }

  /// What a measuring noun measures: "a series of attacks".
  func content(of word: Int) -> Int? {
    let lemma = lemma(word)
    let preposition: String
    if lexicon.classes["measure"]?.contains(lemma) == true {
      preposition = "of"
    } else if lexicon.classes["growth"]?.contains(lemma) == true {
      preposition = "in"
    } else {
      return nil
    }
    return reader.dependents(word).first {
      tree.words[$0].relation.universal == "nmod" && reader.preposition(of: $0) == preposition
    }
  }

  /// The measuring noun above a word, if there is one.
  func measure(of word: Int) -> Int? {
    guard tree.words[word].relation.universal == "nmod", let head = tree.words[word].head,
      content(of: head) == word
    else { return nil }
    return head
  }

  /// The pattern that matched, with the lemmas that it matched: `verb:reject/obj=invitation`.
  mutating func rule(of candidate: EventCandidate) -> String {
    let arguments = reader.arguments(of: candidate.head)
    var wanted: [String] = []
    for condition in candidate.frame.conditions where !condition.negated {
      var matched: String?
      for word in below(arguments.words(condition.slots), condition.below)
      where matched == nil && !condition.values.isEmpty {
        for value in condition.values where belongs(word, to: value) {
          matched = value.first == "@" ? value : lemma(content(of: word) ?? word)
          break
        }
      }
      wanted.append(condition.name + (matched.map { "=" + $0 } ?? ""))
    }
    let kind = candidate.isVerb ? "verb:" : "noun:"
    return kind + candidate.frame.lemma
      + (wanted.isEmpty ? "" : "/" + wanted.joined(separator: ","))
  }
}
