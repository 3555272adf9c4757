import Record
import Syntax

/// The standing of the act that a word speaks of, as its clause and what governs it tell.
struct Standing: Sendable {
  /// The standing.
  var status: EventStatus = .happened
  /// Whether it is one that somebody will not let come about: "will not attend".
  var isRefusal = false
  /// Whether nobody says that it came about or should: "should not attack".
  var isDropped = false
  /// The words that decided, for explanations.
  var evidence: [String] = []
  /// Governing words that gave a status of their own.
  var governors: [Int] = []
}

/// Reads standings off auxiliaries, negation, marks, and the words that a clause or noun depends on.
struct StandingReader {
  let tree: SyntaxTree
  let lexicon: EventLexicon
  /// What evidence calls an act that is another's purpose.
  static let purpose = "infinitive of purpose"

  private var known: [Int: Standing] = [:]

  init(tree: SyntaxTree, lexicon: EventLexicon) {
    self.tree = tree
    self.lexicon = lexicon
  }

  /// The key under which a word's operators stand: with its particle if the lexicon has that.
  func key(of word: Int, reader: ArgumentReader) -> String {
    let lemma = Lemmas.lemma(of: tree.words[word], in: lexicon)
    for dependent in reader.dependents(word)
    where tree.words[dependent].relation.name == "compound:prt" {
      let joined = lemma + "_" + reader.lowercased(tree.words[dependent].lemma)
      if lexicon.operators[joined] != nil { return joined }
    }
    return lemma
  }

  /// The standing of what a verb, or another word that heads a clause, says.
  mutating func standing(
    of word: Int, reader: inout ArgumentReader, depth: Int = 0
  ) -> Standing {
    if let found = known[word] { return found }
    guard depth < ArgumentReader.depth else { return Standing() }
    let found = read(word, reader: &reader, depth: depth)
    known[word] = found
    return found
  }

  private struct Auxiliaries {
    var status: EventStatus?
    var isNegated = false
    var isProgressive = false
    var isInfinitive = false
    var hasAny = false
    /// Whether a passive is an infinitive: "be shot".
    var isBare = false
    var mark: String?
    var evidence: [String] = []
  }

  private func auxiliaries(of word: Int, reader: ArgumentReader) -> Auxiliaries {
    var found = Auxiliaries()
    var hasHave = false
    var conditional = false
    for dependent in reader.dependents(word) {
      let piece = tree.words[dependent]
      let lemma = reader.lowercased(piece.lemma)
      switch piece.relation.universal {
      case "aux":
        if lemma == "be", piece.xpos == "VB", piece.relation.name == "aux:pass" {
          // "leave or be shot", "to be tried": as bare as an active infinitive.
          found.isBare = true
          continue
        }
        found.hasAny = true
        switch lemma {
        case "will", "shall", "’ll", "'ll", "wo": found.status = .planned
        case "would", "’d", "'d": found.status = .planned
        case "can", "could", "may", "might", "ca": found.status = .possible
        case "must", "should", "ought": found.status = .calledFor
        case "have": hasHave = true
        case "be":
          if tree.words[word].xpos == "VBG", piece.relation.name == "aux" {
            found.isProgressive = true
          }
        default: continue
        }
        found.evidence.append("auxiliary \(piece.form)")
      case "advmod":
        let isNoLonger =
          lemma == "long"
          && reader.dependents(dependent).contains { tree.words[$0].form.lowercased() == "no" }
        if isNoLonger
          || ["not", "n't", "n’t", "never", "hardly", "nor", "neither"].contains(lemma)
        {
          found.isNegated = true
          found.evidence.append("negation \(piece.form)")
        }
      case "nsubj", "obj":
        for inner in reader.dependents(dependent)
        where tree.words[inner].relation.universal == "det" {
          let determiner = reader.lowercased(tree.words[inner].lemma)
          if ["no", "neither"].contains(determiner) {
            found.isNegated = true
            found.evidence.append("negation \(tree.words[inner].form)")
          }
        }
      case "mark":
        if found.mark == nil { found.mark = lemma }
        if lemma == "to" {
          found.isInfinitive = true
          // "are to be released", "is to visit".
          if isBeforeInfinitive(dependent, of: word, reader: reader) {
            found.hasAny = true
            found.status = .planned
            found.evidence.append("auxiliary be to")
          }
        }
      case "advcl":
        if reader.dependents(dependent).contains(where: {
          tree.words[$0].relation.universal == "mark"
            && ["if", "unless"].contains(reader.lowercased(tree.words[$0].lemma))
        }) {
          conditional = true
        }
      default: break
      }
    }
    if hasHave, found.status == .planned || found.status == .calledFor {
      // "would have attended": it did not come about.
      found.status = .denied
    } else if conditional, found.status == .planned {
      found.evidence.append("condition")
    }
    if tree.words[word].xpos == "VB" || found.isBare, found.mark == nil, !found.hasAny {
      found.isInfinitive = true
    }
    if let mark = found.mark, ["if", "unless", "whether", "lest", "until", "till"].contains(mark),
      found.status == nil
    {
      found.status = .possible
      found.evidence.append("mark \(mark)")
    }
    return found
  }

  /// Whether a form of "be" with a tense of its own stands before an infinitive's "to".
  private func isBeforeInfinitive(_ mark: Int, of word: Int, reader: ArgumentReader) -> Bool {
    reader.dependents(word).contains {
      $0 < mark && ["aux", "cop"].contains(tree.words[$0].relation.universal)
        && reader.lowercased(tree.words[$0].lemma) == "be"
        && ["VBD", "VBZ", "VBP"].contains(tree.words[$0].xpos)
    }
  }

  private mutating func read(
    _ word: Int, reader: inout ArgumentReader, depth: Int
  ) -> Standing {
    let own = auxiliaries(of: word, reader: reader)
    var standing = Standing()
    standing.evidence = own.evidence
    if let status = own.status {
      standing.status = status
      if own.isNegated {
        switch status {
        case .planned:
          standing.status = .refused
          standing.isRefusal = true
        case .calledFor: standing.isDropped = true
        default: standing.status = .denied
        }
      }
      return standing
    }
    var outer = governed(word, own, reader: &reader, depth: depth)
    if own.isNegated {
      standing.status = outer.status == .planned ? .refused : .denied
      standing.isRefusal = outer.status == .planned
      standing.governors = outer.governors
      return standing
    }
    if own.isProgressive, outer.status == .happened { outer.status = .ongoing }
    outer.evidence = own.evidence + outer.evidence
    return outer
  }

  /// What the clause's place in the sentence says of it.
  private mutating func governed(
    _ word: Int, _ own: Auxiliaries, reader: inout ArgumentReader, depth: Int
  ) -> Standing {
    guard let head = tree.words[word].head else { return Standing() }
    let relation = tree.words[word].relation
    let xpos = tree.words[word].xpos
    let isFinite = ["VBD", "VBZ", "VBP"].contains(xpos) || own.hasAny
    switch relation.universal {
    case "conj":
      if own.hasAny || own.mark != nil { return Standing() }
      if reader.dependents(word).contains(where: {
        tree.words[$0].relation.universal == "nsubj"
      }) {
        return Standing()
      }
      let headHasModal = xpos == "VB" || own.isBare || !isFinite
      return headHasModal ? standing(of: head, reader: &reader, depth: depth + 1) : Standing()
    case "xcomp", "ccomp", "csubj", "advcl", "acl", "obj", "obl", "nmod":
      let slot: Slot
      switch relation.universal {
      case "xcomp": slot = .complement
      case "ccomp": slot = .clause
      case "acl":
        if relation.name == "acl:relcl" { return Standing() }
        slot = .complement
      case "obj": slot = .object
      default:
        slot = own.mark.map { .preposition($0) } ?? .complement
      }
      if let applied = apply(head, slot, reader: &reader, depth: depth) { return applied }
      if isFinite { return Standing() }
      if relation.universal == "xcomp" {
        return standing(of: head, reader: &reader, depth: depth + 1)
      }
      if own.isInfinitive, relation.universal == "advcl" || relation.universal == "acl" {
        // "Will not go to Rome to meet the envoy" refuses the meeting too.
        if relation.universal == "advcl", reader.isVerb(head) {
          let outer = standing(of: head, reader: &reader, depth: depth + 1)
          if outer.isRefusal { return outer }
        }
        return Standing(status: .planned, evidence: [Self.purpose])
      }
      if xpos == "VBG", relation.universal == "acl" {
        return Standing(status: .ongoing, evidence: ["participle"])
      }
      if relation.universal == "advcl", own.mark == nil, reader.isVerb(head) {
        let outer = standing(of: head, reader: &reader, depth: depth + 1)
        return outer.status == .planned ? outer : Standing()
      }
      return Standing()
    default: return Standing()
    }
  }

  /// What an operator makes of the act that fills one of its slots; nil where the governor is none.
  mutating func apply(
    _ governor: Int, _ slot: Slot, reader: inout ArgumentReader, depth: Int
  ) -> Standing? {
    let lemma = key(of: governor, reader: reader)
    guard let operation = lexicon.operation(lemma, slot) else { return nil }
    var outer = standing(of: governor, reader: &reader, depth: depth + 1)
    outer.governors.insert(governor, at: 0)
    outer.evidence.insert("\(operation.source) \(lemma)/\(slot.name)", at: 0)
    guard let status = operation.status else { return outer }
    switch outer.status {
    case .denied, .refused:
      // "does not plan to attend" refuses; "has not postponed" leaves the act as it was.
      if status == .planned {
        outer.status = .refused
        outer.isRefusal = true
      } else {
        outer.isDropped = true
      }
    default: outer.status = status
    }
    return outer
  }
}
