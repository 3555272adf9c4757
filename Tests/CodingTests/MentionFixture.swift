import Foundation
import Knowledge
import Record
import Syntax
import Testing

@testable import Coding

/// An invented part of the world, and trees written by hand over it.
enum MentionFixture {
  static let knowledge: KnowledgeBase? = {
    let files = [
      "countries.tsv": """
      QNA\tQN\tQNA\t-\t-\tVardia\tVell\tVardia\tVardian|Vardians\tVell|the Citadel
      QSU\tQS\tQSU\t-\t-\tSuland\tOssport\tthe United Shires\tSulander|Sulanders\tOssport
      """,
      "armed-groups.tsv": "Red Lanterns\tarmed_group\tQNA\tREB",
      "organisations.tsv": "Harvest Party\tparty\tQNA\tPTY",
      "people.tsv": "Edda Marrow\tQNA\nOlin Tressel\tQSU",
      "affiliations.tsv": "Ada Fennick\tperson\tQSU\tGOV\t2010-03\t2014-02\tX",
      "offices.tsv": """
      Edda Marrow\tPresident of Vardia\tQNA\t2011-05-01\t2016-05-01\tGOV
      Olin Tressel\tPresident of Suland\tQSU\t2014-01-01\t\tGOV
      Mara Quill\tPrime Minister\tQSU\t2014-03-01\t\tGOV
      Mara Quill\tForeign Minister\tQSU\t2015-02-01\t\tGOV
      """,
    ]
    let path = FileManager.default.temporaryDirectory.path + "/mentions-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: path) }
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      for (name, text) in files {
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
      }
      return try KnowledgeBase(folders: [path])
    } catch {
      return nil
    }
  }()

  /// A tree of sentences, each a line of words.
  ///
  /// A word is `form/XPOS/head/relation`, the head counted from 1 in the sentence; a fifth part is a name's tag. The
  /// lemma is the form in lower case, plurals and pasts cut where regular.
  private static func tree(_ sentences: [String]) throws -> SyntaxTree {
    var lines: [String] = []
    for sentence in sentences {
      for (index, item) in sentence.split(separator: " ").enumerated() {
        let parts = item.split(separator: "/").map(String.init)
        let name = parts.count > 4 ? "Name=\(parts[4])" : "_"
        let xpos = parts[1]
        lines.append(
          "\(index + 1)\t\(parts[0])\t\(lemma(parts[0], xpos))\t\(upos(xpos))\t\(xpos)\t_\t"
            + "\(parts[2])\t\(parts[3])\t_\t\(name)")
      }
      lines.append("")
    }
    return try CoNLLU.read(lines.joined(separator: "\n") + "\n")
  }

  private static func lemma(_ form: String, _ xpos: String) -> String {
    let form = form.lowercased()
    if form == "said" { return "say" }
    if form == "met" { return "meet" }
    if form == "was" || form == "is" || form == "were" { return "be" }
    if xpos == "NNS", form.hasSuffix("ies") { return form.dropLast(3) + "y" }
    if xpos == "NNS", form.hasSuffix("s") { return String(form.dropLast()) }
    if xpos == "VBD", form.hasSuffix("ed") { return String(form.dropLast(2)) }
    return form
  }

  private static func upos(_ xpos: String) -> String {
    switch xpos {
    case "NN", "NNS": "NOUN"
    case "NNP", "NNPS": "PROPN"
    case "JJ": "ADJ"
    case "DT": "DET"
    case "IN", "TO": "ADP"
    case "PRP", "PRP$", "WP": "PRON"
    case "CD": "NUM"
    case "CC": "CCONJ"
    case "POS": "PART"
    case "RB": "ADV"
    case "AUX", "MD": "AUX"
    case ",", ".", "``", "''", "HYPH": "PUNCT"
    default: xpos.hasPrefix("V") ? "VERB" : "X"
    }
  }

  /// The mentions read of a tree on a day of 2018.
  static func read(_ sentences: String..., on day: String = "2018-06-01") throws -> Found {
    let knowledge = try #require(knowledge)
    let tree = try tree(sentences)
    var reading = Reading(tree: tree, published: CalendarDay(iso: day))
    try MentionReader(knowledge: knowledge).read(&reading)
    return Found(reading: reading)
  }

  /// What was read, by the words of the mentions.
  struct Found {
    let reading: Reading

    /// The first mention of these words.
    func mention(_ words: String) -> MentionFound? {
      reading.mentions.first { text($0) == words }
    }

    /// All mentions of these words.
    func mentions(_ words: String) -> [MentionFound] {
      reading.mentions.filter { text($0) == words }
    }

    func text(_ mention: MentionFound) -> String {
      mention.words.map { reading.tree.words[$0].form }.joined(separator: " ")
    }

    var texts: [String] { reading.mentions.map(text) }

    func actor(_ words: String) -> Actor? {
      mention(words)?.actor.map { reading.actors[$0] }
    }
  }
}
