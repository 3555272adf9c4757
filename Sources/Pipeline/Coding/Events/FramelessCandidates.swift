import Record
import Syntax

/// Verbs of which no frame speaks, or none with their arguments, for the learned layer to judge.
extension EventSearch {
  /// The roles of a verb of which nothing is known but its arguments.
  private static let unknown = Frame(
    source: EventFeatures.frameless, lemma: "", conditions: [], act: .event(.consult, mode: nil),
    status: nil, isReciprocal: false, cameo: "01", actors: RoleSpecification("subj"),
    recipients: RoleSpecification("obj|to|on|against|with|for|from|of"))

  /// The candidate that a verb without any frame that fits makes; nil for other words.
  mutating func frameless(at word: Int) -> EventCandidate? {
    guard tree.words[word].upos == .verb, tree.words[word].relation.universal != "amod",
      !isFiction(word)
    else { return nil }
    let lemma = lemma(word)
    guard !speaks(of: word) else { return nil }
    var frame = Self.unknown
    frame.lemma = lemma
    var candidate = EventCandidate(head: word, frame: frame, isVerb: true)
    candidate.standing = standings.standing(of: word, reader: &reader)
    candidate.governors = candidate.standing.governors
    candidate.isPassive = reader.arguments(of: word).isPassive
    candidate.isSubordinate = ["advcl", "acl"].contains(tree.words[word].relation.universal)
    if candidate.standing.isDropped { return nil }
    // Of verbs that the lexicon knows, whose other senses are everyday, only what came about.
    let isKnown = lexicon.verbs[lemma] != nil || lexicon.operators[lemma] != nil
    return isKnown && candidate.standing.status != .happened ? nil : candidate
  }
}
