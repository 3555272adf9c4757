import Record
import Syntax

/// Verbs of which no frame speaks, or none with their arguments.
extension EventSearch {
  /// The source that events name of an act which only its standing makes one: "said that Norway must ensure".
  static let asked = "standing"

  /// The candidate that a verb without a frame makes where it is called for of a party by its name; events only where
  /// somebody else says so.
  mutating func asked(at word: Int) -> EventCandidate? {
    guard tree.words[word].upos == .verb, tree.words[word].relation.universal != "amod",
      standings.standing(of: word, reader: &reader).status == .calledFor, !speaks(of: word),
      !standings.isNegated(word, reader: reader),
      lexicon.classes["stative"]?.contains(lemma(word)) != true
    else { return nil }
    let arguments = reader.arguments(of: word)
    guard !arguments.isPassive, isObliged(word), let subject = arguments.word(.subject),
      isNamed(subject)
    else {
      return nil
    }
    var frame = Self.unknown
    frame.source = Self.asked
    frame.lemma = lemma(word)
    frame.recipients = RoleSpecification("")
    var candidate = EventCandidate(head: word, frame: frame, isVerb: true)
    candidate.standing = standings.standing(of: word, reader: &reader)
    candidate.governors = candidate.standing.governors
    return candidate.standing.isDropped ? nil : candidate
  }

  /// Whether a verb itself is what must be done, not what must be let.
  private func isObliged(_ word: Int) -> Bool {
    let isAsked = reader.dependents(word).contains {
      tree.words[$0].relation.universal == "mark"
        && ["whether", "if", "unless"].contains(reader.lowercased(tree.words[$0].lemma))
    }
    if isAsked { return false }
    let isModal = reader.dependents(word).contains {
      tree.words[$0].relation.universal == "aux"
        && ["must", "should", "ought"].contains(reader.lowercased(tree.words[$0].lemma))
    }
    guard !isModal, let above = tree.words[word].head else { return isModal }
    return reader.hasInfinitiveMark(word) && ["need", "have", "ought"].contains(lemma(above))
  }

  /// Whether a word names somebody, or a body, rather than people at large.
  private func isNamed(_ word: Int) -> Bool {
    if tree.words[word].upos == .propn {
      return parties.mention(at: word) != nil || places.contains(word)
    }
    return tree.words[word].upos == .noun && lexicon.classes["body"]?.contains(lemma(word)) == true
  }

  /// The roles of a verb of which nothing is known but its arguments.
  private static let unknown = Frame(
    source: EventFeatures.frameless, lemma: "", conditions: [], act: .event(.consult, mode: nil),
    status: nil, isReciprocal: false, cameo: "01", actors: RoleSpecification("subj"),
    recipients: RoleSpecification("obj|to|on|against|with|for|from|of"))

  /// The candidate that a verb without any frame that fits makes, for the learned layer to judge; nil for other words.
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
