import Record

/// A place beside a trigger that a party or thing may fill.
///
/// Slots are logical: the object of a passive verb is its grammatical subject.
enum Slot: Hashable, Sendable {
  case subject, object, indirectObject
  /// An open clause (`xcomp`), "refused to attend"; of a noun its infinitive, "a plan to attend".
  case complement
  /// A closed clause (`ccomp`), "demanded that it leave".
  case clause
  case possessor, modifier, compound
  /// Who says the sentence; no argument fills it.
  case speaker
  /// What a preposition brings in, by the preposition's lemma.
  case preposition(String)

  /// The slot by the name that lexicons use; any name but the fixed ones is a preposition's.
  init(_ name: String) {
    switch name {
    case "subj": self = .subject
    case "obj": self = .object
    case "iobj": self = .indirectObject
    case "xcomp": self = .complement
    case "ccomp": self = .clause
    case "poss": self = .possessor
    case "amod": self = .modifier
    case "compound": self = .compound
    case "speaker": self = .speaker
    default: self = .preposition(name)
    }
  }

  /// The name that lexicons use.
  var name: String {
    switch self {
    case .subject: "subj"
    case .object: "obj"
    case .indirectObject: "iobj"
    case .complement: "xcomp"
    case .clause: "ccomp"
    case .possessor: "poss"
    case .modifier: "amod"
    case .compound: "compound"
    case .speaker: "speaker"
    case .preposition(let lemma): lemma
    }
  }
}

/// Where a role's parties stand: alternatives, of which the first that yields a party counts.
///
/// Written `with+between|obj`: what "with" and "between" bring in together, else the object; `obj.of` is what "of"
/// brings in below the object.
struct RoleSpecification: Sendable, Hashable {
  /// Each alternative: paths that are taken together, each a chain of slots.
  let alternatives: [[[Slot]]]

  /// Whether it is whoever says the sentence.
  var isSpeaker: Bool { alternatives == [[[.speaker]]] }

  /// Reads the notation; empty for an empty cell.
  init(_ text: String) {
    alternatives = text.split(separator: "|").map { alternative in
      alternative.split(separator: "+").map { path in
        path.split(separator: ".").map { Slot(String($0)) }
      }
    }
  }
}
