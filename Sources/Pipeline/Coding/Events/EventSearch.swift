import Record
import Syntax

/// An event that a word may say, before parties and circumstances are final.
struct EventCandidate: Sendable {
  /// The word that says it.
  var head: Int
  /// The frame that matched.
  var frame: Frame
  /// Whether the frame is a verb's.
  var isVerb: Bool
  /// Verbs that only carry the noun, and words that give it its standing; nearest first.
  var governors: [Int] = []
  /// The slot that the word fills below each governor.
  var slots: [Slot] = []
  /// What is spoken of: the complement's chain of words.
  var complement: [Int] = []
  /// The frame of the act spoken of.
  var complementFrame: Frame?
  /// The standing.
  var standing = Standing()
  /// Whether a definite act may be taken up from earlier.
  var takesUp = false
  /// Whether the verb is passive.
  var isPassive = false
  /// Whether the word stands in a relative or adverbial clause, which tells more in passing.
  var isSubordinate = false
}

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
  /// The heads of places, and the words of names of places.
  let places: Set<Int>

  init(_ reading: Reading, lexicon: EventLexicon) {
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
      if tree.words[word].relation.universal != "amod" { found = verbFrame(word) }
    } else if tree.words[word].upos == .noun || reader.isVerb(word) {
      found = nounFrame(word)
    }
    if case .nothing? = found?.act { found = nil }
    frames[word] = .some(found)
    return found
  }

  /// Whether a word is read by a verb's frames; a verb that only nouns know was a noun mistaken.
  func speaksAsVerb(_ word: Int) -> Bool {
    guard reader.isVerb(word) else { return false }
    let lemma = lemma(word)
    return lexicon.verbs[lemma] != nil || lexicon.nouns[lemma] == nil
  }

  private mutating func verbFrame(_ word: Int) -> Frame? {
    let lemma = lemma(word)
    for companion in companions(of: word) {
      if let frames = lexicon.verbs[lemma + "_" + self.lemma(companion)] {
        return match(frames, word)
      }
    }
    return match(lexicon.verbs[lemma] ?? [], word)
  }

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
      for condition in frame.conditions where !satisfies(arguments, condition) {
        holds = false
        break
      }
      if holds { return frame }
    }
    return nil
  }

  private mutating func satisfies(_ arguments: Arguments, _ condition: Frame.Condition) -> Bool {
    let words = arguments.words(condition.slots)
    var holds = !words.isEmpty
    if holds, !condition.values.isEmpty {
      holds = false
      for word in words where !holds {
        for value in condition.values where !holds { holds = belongs(word, to: value) }
      }
    }
    return holds != condition.negated
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
    if depth < 2, let inner = content(of: word) {
      return belongs(inner, to: value, depth: depth + 1)
    }
    return false
  }

  /// What a measuring noun measures: "a series of attacks".
  func content(of word: Int) -> Int? {
    guard lexicon.classes["measure"]?.contains(lemma(word)) == true else { return nil }
    return reader.dependents(word).first {
      tree.words[$0].relation.universal == "nmod" && reader.preposition(of: $0) == "of"
    }
  }

  /// The measuring noun above a word, if there is one.
  func measure(of word: Int) -> Int? {
    guard tree.words[word].relation.universal == "nmod", let head = tree.words[word].head,
      content(of: head) == word
    else { return nil }
    return head
  }

  /// The candidate that a word makes, with what carries it and how it stands; nil where it says no event.
  mutating func candidate(at word: Int) -> EventCandidate? {
    guard let frame = frame(of: word) else { return nil }
    let isVerb = speaksAsVerb(word)
    if isVerb, carriesNoun(word, frame) { return nil }
    var candidate = EventCandidate(head: word, frame: frame, isVerb: isVerb)
    if isVerb {
      candidate.standing = standings.standing(of: word, reader: &reader)
      candidate.governors = candidate.standing.governors
    } else {
      climb(&candidate)
    }
    readComplement(&candidate)
    candidate.isPassive = isVerb && reader.arguments(of: word).isPassive
    let clause = isVerb ? word : candidate.governors.first ?? word
    candidate.isSubordinate = ["advcl", "acl"].contains(tree.words[clause].relation.universal)
    return candidate
  }

  /// The pattern that matched, with the lemmas that it matched: `verb:reject/obj=invitation`.
  mutating func rule(of candidate: EventCandidate) -> String {
    let arguments = reader.arguments(of: candidate.head)
    var wanted: [String] = []
    for condition in candidate.frame.conditions where !condition.negated {
      var matched: String?
      for word in arguments.words(condition.slots) where matched == nil && !condition.values.isEmpty
      {
        for value in condition.values where belongs(word, to: value) {
          matched = value.first == "@" ? value : lemma(content(of: word) ?? word)
          break
        }
      }
      wanted.append(
        condition.slots.map(\.name).joined(separator: "|") + (matched.map { "=" + $0 } ?? ""))
    }
    let kind = candidate.isVerb ? "verb:" : "noun:"
    return kind + candidate.frame.lemma
      + (wanted.isEmpty ? "" : "/" + wanted.joined(separator: ","))
  }

  /// The acts that a noun which a frame has used up speaks of itself.
  mutating func spokenOfBelow(_ word: Int) -> [Int]? {
    guard let frame = frame(of: word) else { return nil }
    var candidate = EventCandidate(head: word, frame: frame, isVerb: speaksAsVerb(word))
    readComplement(&candidate)
    return candidate.complement
  }

  /// Whether a verb only carries an event noun: "held talks"; a frame that wants this very argument goes first.
  private mutating func carriesNoun(_ verb: Int, _ frame: Frame) -> Bool {
    if frame.conditions.contains(where: { !$0.values.isEmpty && !$0.negated }) { return false }
    return carried(by: verb) != nil
  }

  /// The event noun that a support verb carries.
  mutating func carried(by verb: Int) -> Int? {
    let key = standings.key(of: verb, reader: reader)
    guard let operations = lexicon.operators[key] else { return nil }
    let arguments = reader.arguments(of: verb)
    for (slot, word) in arguments.filled {
      guard operations.contains(where: { $0.slot == slot && $0.isSupport }) else { continue }
      let inner = content(of: word) ?? word
      if tree.words[inner].upos == .noun, frame(of: inner) != nil { return inner }
    }
    return nil
  }

  /// Finds what carries a noun, and reads its standing there.
  private mutating func climb(_ candidate: inout EventCandidate) {
    var word = candidate.head
    readModifiers(word, &candidate)
    for _ in 0..<4 {
      if let measure = measure(of: word) { word = measure }
      // "talks and consultations": a conjunct is governed as the first is.
      if tree.words[word].relation.universal == "conj", let first = tree.words[word].head,
        tree.words[first].upos == .noun
      {
        word = first
      }
      guard let governor = tree.words[word].head else { return }
      let slot: Slot
      if reader.isVerb(governor) {
        guard let found = reader.arguments(of: governor).slot(of: word) else { return }
        slot = found
      } else if let preposition = reader.preposition(of: word) {
        slot = .preposition(preposition)
      } else {
        return
      }
      let key = standings.key(of: governor, reader: reader)
      guard let operation = lexicon.operation(key, slot),
        let applied = standings.apply(governor, slot, reader: &reader, depth: 0)
      else { return }
      candidate.governors.append(governor)
      candidate.slots.append(slot)
      candidate.takesUp = candidate.takesUp || operation.takesUp
      let modified = candidate.standing.status
      candidate.standing = applied
      if modified != .happened, applied.status == .happened { candidate.standing.status = modified }
      if reader.isVerb(governor) {
        for outer in applied.governors where !candidate.governors.contains(outer) {
          candidate.governors.append(outer)
        }
        return
      }
      word = governor
    }
  }

  private func readModifiers(_ noun: Int, _ candidate: inout EventCandidate) {
    for dependent in reader.dependents(noun) {
      let word = tree.words[dependent]
      guard ["amod", "det", "acl"].contains(word.relation.universal) else { continue }
      let form = reader.lowercased(word.form)
      if word.relation.universal == "det", form != "no" { continue }
      if let operation = lexicon.operation(form, .preposition("mod")),
        let status = operation.status
      {
        candidate.standing.status = status
        candidate.standing.evidence.append("\(operation.source) \(form)")
      }
    }
  }

  /// Finds the act that a speech act is about.
  private mutating func readComplement(_ candidate: inout EventCandidate) {
    var speaks = candidate.frame.conditions.contains {
      // "refused to attend the summit": a frame that names the act spoken of speaks of it, too.
      !$0.negated && !$0.values.isEmpty && $0.slots.contains(.complement)
    }
    if case .aboutComplement = candidate.frame.act { speaks = true }
    guard speaks || candidate.frame.status != nil else { return }
    let arguments = reader.arguments(of: candidate.head)
    let slots: [Slot] = [
      .complement, .clause, .preposition("for"), .preposition("to"), .preposition("on"),
      .preposition("with"), .preposition("against"), .preposition("from"), .preposition("of"),
      .preposition("in"), .preposition("over"), .object,
    ]
    for slot in slots {
      for word in arguments.words(slot) {
        if let (chain, frame) = spokenOf(word) {
          candidate.complement = chain
          candidate.complementFrame = frame
          readInnerComplement(&candidate)
          return
        }
      }
    }
  }

  /// Looks through a request or offer that is itself spoken of: "rejected calls for a truce".
  private mutating func readInnerComplement(_ candidate: inout EventCandidate) {
    for _ in 0..<2 {
      guard let frame = candidate.complementFrame, let word = candidate.complement.first,
        case .aboutComplement = frame.act
      else { return }
      var inner = EventCandidate(head: word, frame: frame, isVerb: speaksAsVerb(word))
      inner.frame.status = nil
      let arguments = reader.arguments(of: word)
      for slot: Slot in [.complement, .clause, .preposition("for"), .preposition("of"), .object] {
        guard inner.complementFrame == nil, let next = arguments.word(slot),
          let (chain, found) = spokenOf(next)
        else { continue }
        inner.complement = chain
        inner.complementFrame = found
      }
      guard let found = inner.complementFrame else { return }
      candidate.complement = inner.complement + candidate.complement
      candidate.complementFrame = found
    }
  }

  /// The act that a complement speaks of, and the words that lead to it.
  mutating func spokenOf(_ word: Int, depth: Int = 0) -> (chain: [Int], frame: Frame)? {
    guard depth < 4 else { return nil }
    if reader.isVerb(word) {
      if let frame = frame(of: word), !speaksAsVerb(word) || !carriesNoun(word, frame) {
        return ([word], frame)
      }
      if let noun = carried(by: word), let frame = frame(of: noun) { return ([noun, word], frame) }
      let arguments = reader.arguments(of: word)
      let key = standings.key(of: word, reader: reader)
      for (slot, argument) in arguments.filled {
        guard lexicon.operation(key, slot) != nil || slot == .complement, argument != word else {
          continue
        }
        if let (chain, frame) = spokenOf(argument, depth: depth + 1) {
          return (chain + [word], frame)
        }
      }
      return nil
    }
    let inner = content(of: word) ?? word
    if tree.words[inner].upos == .noun, let frame = frame(of: inner) { return ([inner], frame) }
    return nil
  }
}
