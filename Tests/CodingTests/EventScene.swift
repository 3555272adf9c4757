import Knowledge
import Record
import Syntax

@testable import Coding

/// A sentence with its tree and parties, written by hand.
///
/// Words are parted by blanks, each `form/lemma/TAG/xpos/head/relation`, heads from 1, 0 for the root; `@` at the end
/// makes the word a party's mention.
struct EventScene {
  var reading: Reading

  init(_ lines: String..., published: CalendarDay? = nil) {
    var text = ""
    var words: [Word] = []
    var sentences: [Sentence] = []
    var mentions: [MentionFound] = []
    for (number, line) in lines.enumerated() {
      let first = words.count
      let start = text.utf8.count
      for token in line.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        let isParty = token.last == "@"
        let cells = (isParty ? token.dropLast() : token).split(separator: "/").map(String.init)
        let from = text.utf8.count
        text += cells[0]
        let head = Int(cells[4]) ?? 0
        words.append(
          Word(
            form: cells[0], lemma: cells[1], upos: UPOS(rawValue: cells[2]) ?? .x,
            xpos: cells[3], head: head == 0 ? nil : first + head - 1,
            relation: Relation(cells[5]), range: from..<text.utf8.count, sentence: number))
        text += " "
        let index = words.count - 1
        if isParty {
          mentions.append(
            MentionFound(
              words: index..<index + 1, head: index, isPronoun: cells[2] == "PRON", rule: "test"))
        }
      }
      sentences.append(
        Sentence(words: first..<words.count, range: start..<text.utf8.count - 1))
      text += "\n"
    }
    reading = Reading(
      tree: SyntaxTree(text: text, words: words, sentences: sentences), published: published)
    reading.mentions = mentions
    for (index, mention) in mentions.enumerated() { reading.mentionOfHead[mention.head] = index }
  }

  /// Adds a time expression at a word (from 1).
  func with(time word: Int, start: String, modifier: String? = nil) -> EventScene {
    var scene = self
    scene.reading.times.append(
      TimeFound(
        words: word - 1..<word, kind: .date, start: start, end: start, grain: .month,
        modifier: modifier, rule: "test"))
    return scene
  }

  /// Adds a place at a word (from 1).
  func with(place word: Int) -> EventScene {
    var scene = self
    scene.reading.places.append(
      PlaceFound(
        words: word - 1..<word, head: word - 1, name: reading.tree.words[word - 1].form,
        rule: "test"))
    return scene
  }

  /// Adds a statement over the words from one on to the end, by the party at another word.
  func with(contentFrom word: Int, speaker: Int, cue: Int) -> EventScene {
    var scene = self
    let end = reading.tree.sentences[0].range.upperBound
    scene.reading.statements.append(
      StatementFound(
        range: 0..<end, act: .say, cueHead: cue - 1, cue: cue - 1..<cue,
        speaker: reading.mentionOfHead[speaker - 1], quote: .indirect,
        content: [reading.tree.words[word - 1].range.lowerBound..<end], rule: "test"))
    return scene
  }

  /// The reading with its events.
  func read() throws -> Reading {
    var found = reading
    try EventReader(knowledge: KnowledgeBase()).read(&found)
    return found
  }

  /// The events, each as `TYPE.mode status actors > recipients`, parties by their heads' forms.
  func events() throws -> [String] {
    let found = try read()
    func names(_ parties: [Int]) -> String {
      parties.map { found.tree.words[found.mentions[$0].head].form }.joined(separator: "+")
    }
    return found.events.map { event in
      let mode = event.mode.map { ".\($0)" } ?? ""
      return
        "\(event.type.rawValue)\(mode) \(event.status.rawValue) \(names(event.actors))"
        + " > \(names(event.recipients))"
    }
  }
}
