import Record
import Syntax

/// Finds the parties that an argument names.
struct PartyFinder {
  let tree: SyntaxTree
  let mentionOfHead: [Int: Int]
  private var known: [Int: [Int]] = [:]
  private var covering: [Int?]
  private let pronouns: Set<Int>
  private var outside: [Bool]
  /// The mentions that events add.
  private(set) var added: RoleMentions

  init(_ reading: Reading) {
    tree = reading.tree
    mentionOfHead = reading.mentionOfHead
    covering = Array(repeating: nil, count: reading.tree.words.count)
    outside = Array(repeating: false, count: reading.tree.words.count)
    added = RoleMentions(first: reading.mentions.count)
    for time in reading.times { for word in time.words { outside[word] = true } }
    for word in DateLines.words(of: reading.tree) { outside[word] = true }
    // Shorter mentions lie inside longer ones and win; a name's inner words lead to its mention
    // where the tree hangs the argument on one of them.
    let bySize = reading.mentions.indices.sorted {
      let (a, b) = (reading.mentions[$0].words.count, reading.mentions[$1].words.count)
      return a != b ? a > b : $0 < $1
    }
    for index in bySize {
      guard let name = reading.mentions[index].name else { continue }
      for word in name where word < covering.count { covering[word] = index }
    }
    pronouns = Set(reading.mentions.indices.filter { reading.mentions[$0].isPronoun })
  }

  /// The mention that a word heads, or whose name it stands in.
  func mention(at word: Int) -> Int? {
    outside[word] ? nil : mentionOfHead[word] ?? covering[word]
  }

  /// Whether a word tells when or stands in the date line, so that it names no party.
  func isTime(_ word: Int) -> Bool { outside[word] }

  /// The mention of a party that has none yet.
  mutating func role(ofHead head: Int) -> Int { mention(at: head) ?? added.mention(ofHead: head) }

  /// The mentions that an argument names: its own and its conjuncts'; of a thing, those whose it is.
  mutating func parties(of word: Int, reader: ArgumentReader, depth: Int = 0) -> [Int] {
    if depth == 0, let found = known[word] { return found }
    var found: [Int] = []
    if isNobody(word, reader: reader) { return [] }
    if let own = mention(at: word) {
      found.append(own)
    } else if reader.isRelativePronoun(word) {
      if depth < 3, let noun = reader.antecedent(of: word) {
        found = parties(of: noun, reader: reader, depth: depth + 1)
      }
    } else if depth < 2, tree.words[word].upos != .verb || isAttribute(word) {
      for dependent in reader.dependents(word) where owns(dependent, reader: reader) {
        for party in parties(of: dependent, reader: reader, depth: depth + 1)
        where !found.contains(party) {
          found.append(party)
        }
      }
      if found.isEmpty { found = agents(ofMaking: word, reader: reader, depth: depth) }
    }
    if depth < 3 {
      for dependent in reader.dependents(word)
      where tree.words[dependent].relation.universal == "conj" {
        if let mention = mention(at: dependent), !found.contains(mention) {
          found.append(mention)
        }
      }
    }
    if depth == 0 { known[word] = found }
    return found
  }

  /// Whether "no" stands before a noun: "no group has claimed the attack".
  func isNobody(_ word: Int, reader: ArgumentReader) -> Bool {
    reader.dependents(word).contains {
      tree.words[$0].relation.universal == "det" && reader.lowercased(tree.words[$0].form) == "no"
    }
  }

  /// Who made a thing that a participle tells of: "missiles fired by the army".
  private mutating func agents(
    ofMaking word: Int, reader: ArgumentReader, depth: Int
  ) -> [Int] {
    for dependent in reader.dependents(word)
    where tree.words[dependent].relation.name == "acl" && tree.words[dependent].xpos == "VBN" {
      for agent in reader.dependents(dependent)
      where tree.words[agent].relation.universal == "obl" && reader.preposition(of: agent) == "by" {
        let found = parties(of: agent, reader: reader, depth: depth + 1)
        if !found.isEmpty { return found }
      }
    }
    return []
  }

  /// Whether a participle stands before its noun, as in "a Norwegian-led raid", where it names who leads.
  private func isAttribute(_ word: Int) -> Bool {
    tree.words[word].relation.universal == "amod" && tree.words[word].xpos == "VBN"
  }

  /// Whether a dependent tells whose thing its head is.
  private func owns(_ dependent: Int, reader: ArgumentReader) -> Bool {
    let relation = tree.words[dependent].relation
    switch relation.universal {
    case "nmod":
      if relation.name == "nmod:poss" { return true }
      return ["of", "by", "from", "between", "among", "in"]
        .contains(reader.preposition(of: dependent) ?? "")
    case "amod", "compound", "appos", "flat": return true
    default: return false
    }
  }
}
