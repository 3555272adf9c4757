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

  /// What stands around a verb itself.
  struct Auxiliaries {
    var status: EventStatus?
    var isNegated = false
    var isProgressive = false
    var isInfinitive = false
    var hasAny = false
    /// Whether a passive is an infinitive: "be shot".
    var isBare = false
    var mark: String?
    /// Whether "yet to" says that it has not come about so far.
    var isYet = false
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
        } else if isYet(dependent) {
          found.isYet = true
          found.evidence.append("negation \(piece.form) to")
        } else if ["nearly", "almost"].contains(lemma), dependent + 1 == word {
          found.isNegated = true
          found.evidence.append("negation \(piece.form)")
        }
      case "det":
        // "There is no evidence that": of a noun which speaks of an act.
        if lemma == "no", tree.words[word].upos == .noun {
          found.isNegated = true
          found.evidence.append("negation \(piece.form)")
        }
      case "xcomp":
        // "Was found not guilty": what is not said of somebody is not found of him.
        if piece.upos == .adj, isNegated(dependent, reader: reader) {
          found.isNegated = true
          found.evidence.append("negation of \(piece.form)")
        }
      case "nsubj", "obj":
        if ["nobody", "none", "nothing"].contains(lemma) {
          found.isNegated = true
          found.evidence.append("negation \(piece.form)")
        }
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
    if let inverted = inversion(of: word, reader: reader) {
      found.status = inverted
      found.evidence.append("inversion")
    } else if found.isYet {
      found.status = .denied
    } else if hasHave, found.status == .planned || found.status == .calledFor {
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

  /// Whether a word is the "yet" of "has yet to sign", which negates what follows.
  func isYet(_ word: Int) -> Bool {
    tree.words[word].form.lowercased() == "yet" && word + 1 < tree.words.count
      && tree.words[word + 1].form.lowercased() == "to"
  }

  /// Whether "not" or "never" stands at a word itself.
  func isNegated(_ word: Int, reader: ArgumentReader) -> Bool {
    reader.dependents(word).contains {
      tree.words[$0].relation.universal == "advmod"
        && ["not", "n't", "never"].contains(reader.lowercased(tree.words[$0].lemma))
    }
  }

  /// What an auxiliary before its subject says in a clause that depends on another: "had they attacked", "should they".
  private func inversion(of word: Int, reader: ArgumentReader) -> EventStatus? {
    guard tree.words[word].relation.universal == "advcl",
      let auxiliary = reader.dependents(word).first, auxiliary < word,
      tree.words[auxiliary].relation.universal == "aux",
      reader.dependents(word).contains(where: {
        $0 > auxiliary && $0 < word && tree.words[$0].relation.universal == "nsubj"
      })
    else { return nil }
    switch tree.words[auxiliary].form.lowercased() {
    case "had": return .denied
    case "should", "were": return .possible
    default: return nil
    }
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
}
