import Record
import Syntax

/// Tells how a speaker is known, how many spoke, and which words name them.
struct SpeakerReader {
  let text: StatementText
  let lexicon: CueLexicon
  /// The actors that some mention calls by a name of their own.
  let namedActors: Set<Int>

  /// A reader of speakers in a document whose mentions are known.
  init(text: StatementText, lexicon: CueLexicon, mentions: [MentionFound]) {
    self.text = text
    self.lexicon = lexicon
    namedActors = Set(
      mentions.compactMap { mention in
        mention.name?.contains(mention.head) == true ? mention.actor : nil
      })
  }

  /// How the speaker is known.
  func kind(of head: Int, mention: MentionFound?, reading: Reading) -> Statement.SpeakerKind? {
    let actor = mention?.actor.map { reading.actors[$0] }
    let word = text.tree.words[head]
    if word.upos == .pron || mention?.isPronoun == true {
      return pronounKind(head, mention, actor, reading)
    }
    if let actor {
      switch actor.kind {
      case .person where isNamed(mention, reading): return .named
      case .state, .government, .igo, .company, .media, .ngo: return .institution
      case .party, .armedGroup, .population:
        return isGroupOfPeople(head) ? plural(head) : .collective
      case .office: return .office
      default: break
      }
    }
    return kind(ofNoun: head)
  }

  private func kind(ofNoun head: Int) -> Statement.SpeakerKind {
    if isNamedPerson(head) { return .named }
    var noun = head
    if text.tree.words[head].upos != .noun, let of = text.dependent(of: head, ["nmod"]),
      text.caseMarker(of) == "of"
    {
      noun = of
    }
    let lemma = text.lemma(noun)
    if lexicon.nouns[lemma]?.isDocument == true { return .document }
    if isPlural(noun) || isPlural(head) { return plural(head) }
    if lexicon.contains(lemma, in: .institution) { return .institution }
    if text.tree.words[noun].upos == .propn { return nameKind(noun) }
    if lexicon.contains(lemma, in: .office), isDefinite(head) { return .office }
    if lexicon.contains(lemma, in: .collective),
      [
        "public", "opposition", "majority", "community", "crowd", "nation", "movement", "party",
        "population", "family", "lobby",
      ].contains(lemma)
    {
      return .collective
    }
    return .anonymous
  }

  private func nameKind(_ word: Int) -> Statement.SpeakerKind {
    guard let name = text.name[word] else { return .named }
    return name.kind == .person ? .named : .institution
  }

  private func pronounKind(
    _ head: Int, _ mention: MentionFound?, _ actor: Actor?, _ reading: Reading
  ) -> Statement.SpeakerKind? {
    if ["who", "which", "that"].contains(text.form(head)), let antecedent = antecedent(of: head) {
      let index = reading.mentionOfHead[antecedent]
      return kind(of: antecedent, mention: index.map { reading.mentions[$0] }, reading: reading)
    }
    guard let actor else { return nil }
    switch actor.kind {
    case .person:
      return isNamed(mention, reading) ? .named : .anonymous
    case .state, .government, .igo, .company, .media, .ngo: return .institution
    case .party, .armedGroup, .population: return .collective
    case .office: return .office
    }
  }

  private func antecedent(of relative: Int) -> Int? {
    guard let verb = text.tree.words[relative].head else { return nil }
    var clause: Int? = verb
    for _ in 0..<6 {
      guard let at = clause else { return nil }
      if text.tree.words[at].relation.name == "acl:relcl" {
        return text.tree.words[at].head.flatMap { text.tree.words[$0].upos == .pron ? nil : $0 }
      }
      clause = text.tree.words[at].head
    }
    return nil
  }

  /// Whether a person's name stands in the mention, or in another of the same person.
  private func isNamed(_ mention: MentionFound?, _ reading: Reading) -> Bool {
    guard let mention else { return false }
    if isNamedPerson(mention.head) || mention.name?.contains(mention.head) == true { return true }
    return mention.actor.map(namedActors.contains) ?? false
  }

  /// Of "Senior Taliban members" the name tells a group, not who they are.
  private func isNamedPerson(_ head: Int) -> Bool {
    let naming = isGroupOfPeople(head) ? ["flat", "appos"] : ["flat", "appos", "compound"]
    return ([head] + text.tree.dependents[head].filter { naming.contains(text.relation($0)) })
      .contains { text.name[$0]?.kind == .person }
  }

  private func isGroupOfPeople(_ head: Int) -> Bool {
    text.tree.words[head].upos == .noun && isPlural(head)
  }

  /// Several unnamed people: counted ones are sources, a bare or vague plural is a crowd.
  private func plural(_ head: Int) -> Statement.SpeakerKind {
    if count(of: head, quantities: []) != nil { return .anonymous }
    let isVague = text.tree.dependents[head].contains {
      ["det", "amod", "nummod"].contains(text.relation($0))
        && lexicon.contains(text.form($0), in: .vague)
    }
    return isVague || lexicon.contains(text.lemma(head), in: .collective) ? .collective : .anonymous
  }

  private func isPlural(_ word: Int) -> Bool {
    let xpos = text.tree.words[word].xpos
    return xpos == "NNS" || xpos == "NNPS" || text.tree.words[word].features.contains("Number=Plur")
  }

  private func isDefinite(_ head: Int) -> Bool {
    let first = text.tree.dependents[head].first {
      ["det"].contains(text.relation($0)) || text.tree.words[$0].relation.name == "nmod:poss"
    }
    guard let first else { return true }
    return !["a", "an", "another", "one"].contains(text.form(first))
  }

  // MARK: - How many

  /// "Three officials" is 3, "six of the eight leaders" 6 of 8.
  func count(of head: Int, quantities: [QuantityFound]) -> Statement.Count? {
    if text.tree.words[head].upos == .num {
      guard let value = number(head) else { return nil }
      let whole = text.tree.dependents[head].first {
        text.relation($0) == "nmod" && text.caseMarker($0) == "of"
      }
      return Statement.Count(value: value, of: whole.flatMap(counted))
    }
    guard let value = counted(head) else {
      // "Leaders" heading "six of the eight leaders".
      return nil
    }
    return Statement.Count(value: value)
  }

  private func counted(_ noun: Int) -> Int? {
    for dependent in text.tree.dependents[noun]
    where text.relation(dependent) == "nummod" && dependent < noun {
      return number(dependent)
    }
    return nil
  }

  private static let numerals = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "dozen": 12, "hundred": 100,
  ]

  private func number(_ word: Int) -> Int? {
    let form = text.form(word)
    if let value = Self.numerals[form] {
      guard value == 12 || value == 100, form != "twelve", word > 0,
        let times = Self.numerals[text.form(word - 1)]
      else { return value }
      return value * times
    }
    let digits = form.replacing(",", with: "")
    guard let value = Int(digits), value > 0, value < 1_000_000 else { return nil }
    return value
  }

  // MARK: - Words

  /// The noun phrase of a speaker that no mention covers: determiner through last restrictive phrase.
  func phrase(of head: Int) -> Range<Int> {
    var lower = head
    var upper = head + 1
    for dependent in text.tree.dependents[head] {
      let range = text.subtree[dependent]
      if dependent < head {
        if !["punct", "cc", "mark", "case"].contains(text.relation(dependent)),
          !range.contains(head)
        {
          lower = min(lower, range.lowerBound)
        }
      } else if ["flat", "compound", "nmod", "fixed", "nummod"].contains(text.relation(dependent)),
        range.lowerBound == upper, text.quotation[dependent] == text.quotation[head]
      {
        upper = range.upperBound
      } else if upper <= dependent {
        break
      }
    }
    while lower < head, text.quotation[lower] != text.quotation[head] || text.isPunctuation(lower) {
      lower += 1
    }
    return lower..<upper
  }
}
