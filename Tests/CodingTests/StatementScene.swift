import Knowledge
import Record
import Syntax
import Testing

@testable import Coding

/// A text with a tree written by hand, and the statements read of it.
struct StatementScene {
  /// What was read.
  let reading: Reading

  /// Reads a text.
  ///
  /// Each of `sentences` is a line of words, `form/XPOS/head/relation`, the head counted from 1; its text follows the
  /// forms, a word glued to the one before where it is a mark that needs no space. `|` before a sentence begins a
  /// paragraph.
  init(_ sentences: String..., times: [TimeFound] = []) throws {
    try self.init(sentences: sentences, times: times)
  }

  /// Reads a text.
  init(sentences: [String], times: [TimeFound] = []) throws {
    var lines: [String] = []
    for sentence in sentences {
      if sentence.hasPrefix("|") { lines.append("# newpar") }
      var isOpen = false
      let items = sentence.split(separator: " ").filter { $0 != "|" }.map {
        $0.split(separator: "/", maxSplits: 3).map(String.init)
      }
      for (index, item) in items.enumerated() {
        let (form, xpos) = (item[0], item[1])
        if form == "\"" { isOpen.toggle() }
        let next = index + 1 < items.count ? items[index + 1][0] : ""
        let opens = ["“", "„", "«"].contains(form) || form == "\"" && isOpen
        let closes =
          [",", ".", "?", "!", ":", "”", "»", "n’t"].contains(next) || next == "\"" && isOpen
        lines.append(
          "\(index + 1)\t\(form)\t\(Self.lemma(form, xpos))\t\(Self.upos(xpos))\t\(xpos)\t_\t"
            + "\(item[2])\t\(item[3])\t_\t\(opens || closes ? "SpaceAfter=No" : "_")")
      }
      lines.append("")
    }
    var reading = Reading(
      tree: try CoNLLU.read(lines.joined(separator: "\n") + "\n"),
      published: CalendarDay(iso: "2021-03-04"))
    reading.times = times
    try StatementReader(knowledge: try KnowledgeBase()).read(&reading)
    self.reading = reading
  }

  /// The only statement.
  func statement() throws -> StatementFound {
    try #require(reading.statements.count == 1, "\(reading.statements)")
    return reading.statements[0]
  }

  /// What a statement says, passage by passage.
  func content(_ statement: StatementFound) -> [String] {
    statement.content.map(reading.tree.passage)
  }

  /// The words of a statement's speaker.
  func speaker(_ statement: StatementFound) -> String? {
    statement.speaker.map { index in
      reading.tree.passage(reading.bytes(of: reading.mentions[index].words))
    }
  }

  private static let lemmas = [
    "said": "say", "told": "tell", "was": "be", "were": "be", "is": "be", "did": "do",
    "has": "have", "had": "have", "wrote": "write", "confirmed": "confirm", "denied": "deny",
    "declined": "decline", "refused": "refuse", "accused": "accuse", "added": "add",
    "announced": "announce", "stealing": "steal", "requests": "request", "sounded": "sound",
    "warned": "warn", "hopes": "hope", "promised": "promise", "commented": "comment",
    "reached": "reach", "called": "call", "officials": "official", "delegates": "delegate",
    "asked": "ask", "calls": "call", "reports": "report", "residents": "resident",
    "suggests": "suggest", "cars": "car", "us": "we", "got": "get", "hung": "hang",
    "questions": "question", "findings": "finding", "minutes": "minute", "attacked": "attack",
    "ignored": "ignore", "pleaded": "plead", "dismissed": "dismiss",
  ]

  private static func lemma(_ form: String, _ xpos: String) -> String {
    lemmas[form.lowercased()] ?? form.lowercased()
  }

  private static func upos(_ xpos: String) -> String {
    switch xpos {
    case "NN", "NNS": "NOUN"
    case "NNP", "NNPS": "PROPN"
    case "JJ": "ADJ"
    case "DT": "DET"
    case "IN": "ADP"
    case "SC": "SCONJ"
    case "PRP", "PRP$", "WP": "PRON"
    case "CD": "NUM"
    case "CC": "CCONJ"
    case "TO", "NOT": "PART"
    case "RB": "ADV"
    case "AUX", "MD": "AUX"
    default: xpos.hasPrefix("V") ? "VERB" : "PUNCT"
    }
  }
}
