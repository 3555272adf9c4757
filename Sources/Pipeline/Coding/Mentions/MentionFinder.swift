import Knowledge
import Record
import Syntax

/// Finds the noun phrases that refer to parties, without yet asking to whom.
///
/// Cost: linear in the words (each word looks at its own dependents and a few neighbours).
struct MentionFinder {
  let tree: SyntaxTree
  let knowledge: KnowledgeBase
  let lexicon: MentionLexicon
  let names: NameTable
  let phrases: NounPhrases
  let isTime: [Bool]
  /// Whether each sentence is a heading.
  let isHeading: [Bool]

  /// All mentions, in the order of the text: by their first word, the longer before the shorter.
  func drafts() -> [Draft] {
    var drafts: [Int: Draft] = [:]
    var order: [Int] = []
    var absorbed: Set<Int> = []
    for word in tree.words.indices {
      guard !isTime[word], !absorbed.contains(word), let draft = draft(at: word) else { continue }
      guard drafts[draft.head] == nil else { continue }
      // A title takes the name beside it in; the name's own head then heads nothing of its own.
      absorbed.formUnion(draft.otherHeads)
      for other in draft.otherHeads where drafts[other] != nil {
        drafts[other] = nil
        order.removeAll { $0 == other }
      }
      drafts[draft.head] = draft
      order.append(draft.head)
    }
    // "which" and "that" are parties only where what they take up is one.
    let heads = Set(order).union(order.flatMap { drafts[$0]?.otherHeads ?? [] })
    let kept = order.compactMap { drafts[$0] }.filter { draft in
      draft.pronoun?.use != .relative || draft.sameAs.map(heads.contains) ?? false
    }
    return kept.sorted {
      ($0.words.lowerBound, -$0.words.upperBound, $0.head)
        < ($1.words.lowerBound, -$1.words.upperBound, $1.head)
    }
  }

  private func draft(at word: Int) -> Draft? {
    let upos = tree.words[word].upos
    if upos == .pron || upos == .det { return pronoun(at: word) }
    if let name = names.name(at: word) {
      return name.head == word ? named(name) : nil
    }
    guard isPhraseHead(word) else { return nil }
    switch upos {
    case .noun, .propn:
      if let known = names.knownName(at: word), known.head == word { return named(known) }
      return described(word)
    case .num:
      return measured(word)
    case .adj:
      return lexicon.measures.contains(lemma(word)) ? measured(word) : nil
    default:
      return nil
    }
  }

  /// Whether the word heads a phrase rather than modifying the head of one.
  func isPhraseHead(_ word: Int) -> Bool {
    let relation = tree.words[word].relation
    switch relation.universal {
    // No name is an adverb or a sigh, whatever the tree calls it.
    case "advmod" where tree.words[word].upos == .propn,
      "discourse" where tree.words[word].upos == .propn:
      return true
    case "compound", "flat", "fixed", "goeswith", "det", "amod", "case", "mark", "cc", "punct",
      "aux", "cop", "advmod", "discourse", "expl", "nummod", "reparandum":
      return false
    case "nmod":
      return relation.name != "nmod:desc"
    default:
      return true
    }
  }

  func lemma(_ word: Int) -> String {
    let lemma = tree.words[word].lemma
    return (lemma.isEmpty || lemma == "_" ? tree.words[word].form : lemma).lowercased()
  }

  func isPlural(_ word: Int) -> Bool {
    let xpos = tree.words[word].xpos
    return xpos == "NNS" || xpos == "NNPS" || tree.words[word].features.contains("Number=Plur")
  }

  /// Whether the phrase is definite: "the", "this", a possessor.
  func isDefinite(_ head: Int) -> Bool {
    tree.dependents[head].contains { dependent in
      let word = tree.words[dependent]
      if word.relation.universal == "det" {
        return ["the", "this", "that", "these", "those"].contains(word.form.lowercased())
      }
      return word.relation.name == "nmod:poss" && dependent < head
    }
  }

  /// The words without a leading article.
  func withoutArticle(_ words: Range<Int>) -> Range<Int> {
    guard let first = words.first, words.count > 1,
      ["the", "a", "an"].contains(tree.words[first].form.lowercased())
    else { return words }
    return (first + 1)..<words.upperBound
  }

  // MARK: - Pronouns

  private func pronoun(at word: Int) -> Draft? {
    guard names.knownAt[word] == nil,
      let form = lexicon.pronouns[tree.words[word].form.lowercased()]
    else { return nil }
    let relation = tree.words[word].relation
    switch form.use {
    case .relative:
      guard let antecedent = antecedent(of: word) else { return nil }
      var draft = Draft(
        words: word..<(word + 1), head: word, sort: .pronoun(form), rule: "relative")
      draft.sameAs = antecedent
      return draft
    case .demonstrative:
      guard isPhraseHead(word),
        tree.dependents[word].contains(where: {
          tree.words[$0].relation.universal == "acl" && $0 > word
        })
      else { return nil }
      var draft = Draft(
        words: word..<(word + 1), head: word, sort: .measure(of: nil), rule: "those")
      draft.isPlural = true
      return draft
    default:
      guard relation.universal != "expl", relation.universal != "det" || form.use != .personal
      else { return nil }
      var draft = Draft(words: word..<(word + 1), head: word, sort: .pronoun(form), rule: "pronoun")
      draft.isPlural = form.number == .plural
      return draft
    }
  }

  /// The word that a relative pronoun's clause modifies; nil for a "who" that asks and a "that" that joins.
  private func antecedent(of word: Int) -> Int? {
    guard let verb = tree.words[word].head,
      ["nsubj", "obj", "iobj", "obl"].contains(tree.words[word].relation.universal)
    else { return nil }
    if tree.words[verb].relation.name == "acl:relcl" { return tree.words[verb].head }
    guard ["who", "whom"].contains(tree.words[word].form.lowercased()), word > 0 else { return nil }
    // Whatever the tree says, a "who" behind a noun takes it up.
    var before = word - 1
    if tree.words[before].form == ",", before > 0 { before -= 1 }
    guard tree.words[before].sentence == tree.words[word].sentence else { return nil }
    var steps = 0
    while steps < 16, let up = tree.words[before].head, up < word, up != verb,
      phrases[up].upperBound > before
    {
      before = up
      steps += 1
    }
    return [.noun, .propn, .pron, .num].contains(tree.words[before].upos) ? before : nil
  }

  // MARK: - Names

  private func named(_ name: NamedSpan) -> Draft? {
    let head = name.head
    let isModifier = !isPhraseHead(head)
    let sort: Draft.Sort
    switch reading(of: name, isModifier: isModifier) {
    case .party(let found): sort = found
    case .description:
      if isModifier { return nil }
      // Of a name built flat ("Serbian Army") the last word is the noun.
      let last = name.words.upperBound - 1
      return described(head, noun: tree.words[last].relation.universal == "flat" ? last : head)
    case .place: return nil
    }
    if isModifier {
      // "Taliban leaders", "U.S. sanctions": the noun before the noun is a party, too.
      guard tree.words[head].relation.universal == "compound", sort != .person else { return nil }
      if case .people = sort { return nil }
      var draft = Draft(words: name.words, head: head, sort: sort, rule: "name-modifier")
      draft.name = name.words
      return draft
    }
    // A name inside a longer phrase whose head is another noun of the name: "Ghani government".
    var draft = Draft(words: words(of: name), head: head, sort: sort, rule: rule(of: sort))
    draft.name = name.words
    draft.isPlural = isPlural(head) && sort != .person
    draft.isDefinite = true
    if case .people = sort {
      draft.isPlural = isPlural(head) || tree.words[head].upos == .adj
      draft.isDefinite = isDefinite(head)
    }
    if sort == .person || sort == .organisation { addTitle(to: &draft) }
    draft.sameAs = apposition(head) ?? predicate(head)
    return draft
  }

  private func words(of name: NamedSpan) -> Range<Int> {
    let phrase = phrases[name.head]
    // What stands behind a name tells when or where, not who.
    return min(phrase.lowerBound, name.words.lowerBound)..<name.words.upperBound
  }

  private func rule(of sort: Draft.Sort) -> String {
    switch sort {
    case .person: "name-person"
    case .country: "name-country"
    case .seat: "seat-of-government"
    case .people: "nationality"
    case .entry: "name-known"
    case .organisation: "name-organisation"
    case .locality: "place-for-people"
    default: "name"
    }
  }

  /// What a name is here.
  private enum NameReading {
    case party(Draft.Sort)
    case description
    case place
  }

  private func reading(of name: NamedSpan, isModifier: Bool) -> NameReading {
    if name.kind == .person, let reading = readingAsPerson(name) { return reading }
    for referent in name.referents {
      switch referent {
      case .country(let index):
        return isPlace(name, isSeat: false) ? .place : .party(.country(index))
      case .seat(let index):
        // A town is a seat only where it acts; a house (the Kremlin) everywhere.
        let isTown =
          knowledge.countries[index].capital.hasPrefix(text(name.words))
          || name.referents.contains { if case .locality = $0 { true } else { false } }
        if isTown, isModifier || isPlace(name, isSeat: true) { return .place }
        return .party(.seat(index))
      case .demonym(let index):
        if isModifier { return .place }
        return isPeople(name) ? .party(.people(index)) : .description
      case .entry(let index):
        let kind = knowledge.entries[index].kind
        // Parts of the world stand among the populations.
        if kind == .population, isModifier || isPlace(name, isSeat: false) { return .place }
        if kind != .person, isOfAnotherCountry(name, index) { return .description }
        return .party(kind == .person ? .person : .entry(index))
      case .locality(let index):
        if name.kind == .organisation || name.kind == .person { continue }
        return !isModifier && standsAlone(name) ? .party(.locality(index)) : .place
      }
    }
    switch name.kind {
    case .organisation:
      // "U.S. Embassy": a description whose words are capitals.
      if partyNoun(at: name.words.upperBound - 1) != nil { return .description }
      return .party(.organisation)
    case .location:
      // The model takes "U.S. Embassy" for a place.
      return partyNoun(at: name.words.upperBound - 1)?.form == .body ? .description : .place
    default: return .description
    }
  }

  /// "Vardia's Defence Ministry" is none of the entry's country.
  private func isOfAnotherCountry(_ name: NamedSpan, _ entry: Int) -> Bool {
    guard let country = knowledge.entries[entry].country,
      partyNoun(at: name.words.upperBound - 1) != nil
    else { return false }
    var before = name.words.lowerBound - 1
    if before >= 0, tree.words[before].xpos == "POS" { before -= 1 }
    guard before >= 0, let other = names.knownName(at: before),
      other.words.upperBound == before + 1,
      tree.words[before].sentence == tree.words[name.head].sentence
    else { return false }
    switch other.referents.first {
    case .country(let index), .demonym(let index), .seat(let index):
      return knowledge.countries[index].alpha3 != country
    default:
      return false
    }
  }

  /// A name that the model takes for a person's.
  private func readingAsPerson(_ name: NamedSpan) -> NameReading? {
    if name.words.count == 1 {
      // One word that knowledge has as a country or group outweighs a guess; so does a noun.
      switch name.referents.first {
      case .country, .demonym, .seat: return nil
      case .entry(let index) where knowledge.entries[index].kind != .person: return nil
      case .entry, .locality: return .party(.person)
      case nil: break
      }
      return partyNoun(at: name.head) != nil ? .description : .party(.person)
    }
    for case .entry(let index) in name.referents where knowledge.entries[index].kind != .person {
      return isOfAnotherCountry(name, index) ? .description : .party(.entry(index))
    }
    // "Slovak Soldiers", "Defence Ministry": no person's name ends so.
    let last = name.words.upperBound - 1
    if let noun = partyNoun(at: last), noun.form != .person || isPlural(last) {
      return .description
    }
    return .party(.person)
  }

  private func text(_ words: Range<Int>) -> String {
    guard let first = words.first, let last = words.last else { return "" }
    return tree.passage(tree.words[first].range.lowerBound..<tree.words[last].range.upperBound)
  }

  /// Whether the demonym calls people rather than a language or an attribute.
  private func isPeople(_ name: NamedSpan) -> Bool {
    let head = name.head
    if tree.words[head].upos == .adj {
      return tree.dependents[head].contains { tree.words[$0].relation.universal == "det" }
    }
    if isPlural(head) { return true }
    return tree.dependents[head].contains {
      ["det", "nummod"].contains(tree.words[$0].relation.universal)
    }
  }

  /// Whether the name tells where: "in Kabul", "travel to Moscow".
  private func isPlace(_ name: NamedSpan, isSeat: Bool) -> Bool {
    let head = name.head
    var holder = head
    // A conjunct stands where the first one does.
    var steps = 0
    while tree.words[holder].relation.universal == "conj", steps < 20,
      !hasPreposition(holder), let up = tree.words[holder].head
    {
      holder = up
      steps += 1
    }
    let relation = tree.words[holder].relation.universal
    guard relation == "obl" || relation == "nmod" || hasPreposition(holder) else {
      return isSeat && !(relation.hasPrefix("nsubj") || relation == "obj" || relation == "root")
    }
    guard let preposition = preposition(of: holder) else { return false }
    let form = tree.words[preposition].form.lowercased()
    if form == "of", let governor = tree.words[holder].head {
      // "the town of Vell"; "the University of Vell's museum".
      if isSeat || lexicon.settlement.contains(lemma(governor)) { return true }
    }
    if tree.words[holder].relation.name == "nmod:poss" { return false }
    if lexicon.placePrepositions.contains(form) { return true }
    if form == "to" || form == "from" || form == "for" {
      guard let governor = tree.words[holder].head else { return isSeat }
      if lexicon.motion.contains(lemma(governor)) { return true }
    }
    return false
  }

  private func hasPreposition(_ word: Int) -> Bool { preposition(of: word) != nil }

  func preposition(of word: Int) -> Int? {
    tree.dependents[word].first {
      tree.words[$0].relation.universal == "case" && tree.words[$0].xpos != "POS"
    }
  }

  /// A town's name that is a whole sentence, as in a list or a caption.
  private func standsAlone(_ name: NamedSpan) -> Bool {
    let word = tree.words[name.head]
    let sentence = tree.sentences[word.sentence].words
    return sentence.count <= name.words.count + 1
  }
}
