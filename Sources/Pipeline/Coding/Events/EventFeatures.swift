import Record
import Syntax

/// What the learned layer sees of an event: named features of the tree, the frame and the parties.
///
/// A feature is `GROUP:VALUE`; tools/events/train.py weighs them by the same names. Cost: a fixed number of words a feature group.
struct EventFeatures {
  /// The group of the sentence's other words, whose weights are averaged and not summed.
  static let surroundings = "w:"
  /// The frame of a candidate that no frame speaks of.
  static let frameless = "none"
  /// How many arguments are looked at.
  private static let arguments = 12
  /// How far on each side of the trigger the sentence's words count.
  private static let reach = 24
  private static let modifiers: Set<String> = ["amod", "compound", "nmod", "acl", "nummod"]

  private(set) var names: [String] = []
  private var seen: Set<String> = []

  /// The features of a candidate as it was read by rules alone.
  init(of candidate: EventCandidate, read event: EventFound, _ search: inout EventSearch) {
    frame(candidate, event, &search)
    clause(candidate, &search)
    arguments(candidate, &search)
    parties(event.actors, "actor", search)
    parties(event.recipients, "recipient", search)
    for context in event.contexts { add("context:" + context) }
    sentence(candidate.head, &search)
  }

  private mutating func add(_ name: String) {
    if seen.insert(name).inserted { names.append(name) }
  }

  private mutating func frame(
    _ candidate: EventCandidate, _ event: EventFound, _ search: inout EventSearch
  ) {
    add("t:" + search.lemma(candidate.head))
    add(candidate.isVerb ? "is:verb" : "is:noun")
    if candidate.frame.source == Self.frameless {
      add("frame:" + Self.frameless)
    } else {
      add("frame:" + event.type.rawValue)
      if let mode = event.mode { add("mode:\(event.type.rawValue).\(mode)") }
      add("status:\(event.type.rawValue).\(event.status.rawValue)")
      if candidate.frame.lemma.contains("_") { add("t:" + candidate.frame.lemma) }
      for condition in candidate.frame.conditions where !condition.negated {
        for slot in condition.slots.prefix(1) {
          add("wants:\(event.type.rawValue).\(slot.name)")
        }
      }
    }
    if let inner = candidate.complementFrame, case .event(let type, let mode) = inner.act {
      add("about:" + type.rawValue)
      if let mode { add("about:\(type.rawValue).\(mode)") }
    }
    for word in candidate.complement.prefix(3) { add("c:" + search.lemma(word)) }
    for (word, slot) in zip(candidate.governors, candidate.slots) {
      add("g:\(search.lemma(word))")
      add("under:\(slot.name)")
    }
    for word in candidate.governors.dropFirst(candidate.slots.count).prefix(3) {
      add("g:" + search.lemma(word))
    }
  }

  private mutating func clause(_ candidate: EventCandidate, _ search: inout EventSearch) {
    if candidate.isPassive { add("is:passive") }
    if candidate.isSubordinate { add("is:subordinate") }
    if candidate.standing.isRefusal { add("is:refusal") }
    add("stands:" + candidate.standing.status.rawValue)
    let clause = candidate.governors.first { search.reader.isVerb($0) } ?? candidate.head
    for dependent in search.reader.dependents(clause) {
      switch search.tree.words[dependent].relation.universal {
      case "aux", "mark": add("aux:" + search.lemma(dependent))
      case "advmod": add("adv:" + search.lemma(dependent))
      default: break
      }
    }
    if let head = search.tree.words[candidate.head].head {
      add("above:" + search.lemma(head))
    } else {
      add("is:root")
    }
    add("rel:" + search.tree.words[candidate.head].relation.name)
  }

  private mutating func arguments(_ candidate: EventCandidate, _ search: inout EventSearch) {
    var heads = [candidate.head]
    heads += candidate.governors.filter { search.reader.isVerb($0) }.prefix(1)
    for head in heads {
      for (slot, word) in search.reader.arguments(of: head).filled.prefix(Self.arguments)
      where word != candidate.head && !search.parties.isTime(word) {
        add("slot:" + slot.name)
        let inner = search.content(of: word) ?? word
        let lemma = search.lemma(inner)
        if search.tree.words[inner].upos != .propn {
          add("a:" + lemma)
          add("\(slot.name)=\(lemma)")
          for dependent in search.reader.dependents(inner).prefix(Self.arguments)
          where Self.modifiers.contains(search.tree.words[dependent].relation.universal)
            && search.tree.words[dependent].upos != .propn
          {
            add("a:" + search.lemma(dependent))
          }
        }
        if let kind = kind(of: search.parties.mention(at: inner), search) {
          add("\(slot.name):\(kind)")
        }
      }
    }
  }

  private func kind(of mention: Int?, _ search: EventSearch) -> String? {
    guard let mention else { return nil }
    guard mention < search.mentions.count else { return "new" }
    if search.mentions[mention].isPronoun { return "pronoun" }
    return search.mentions[mention].actor.map { search.actors[$0].kind.rawValue } ?? "unknown"
  }

  private mutating func parties(_ parties: [Int], _ role: String, _ search: EventSearch) {
    add("\(role)s:\(min(parties.count, 2))")
    for party in parties.prefix(2) {
      if let kind = kind(of: party, search) { add("\(role):\(kind)") }
      guard party < search.mentions.count, let actor = search.mentions[party].actor else {
        continue
      }
      for sector in search.actors[actor].sectors.prefix(2) { add("\(role):\(sector.rawValue)") }
    }
  }

  private mutating func sentence(_ head: Int, _ search: inout EventSearch) {
    let words = search.tree.sentences[search.tree.words[head].sentence].words
    let near = max(words.lowerBound, head - Self.reach)..<min(words.upperBound, head + Self.reach)
    for word in near where word != head {
      switch search.tree.words[word].upos {
      case .noun, .verb, .adj: add(Self.surroundings + search.lemma(word))
      default: break
      }
    }
  }
}
