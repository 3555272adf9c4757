import Record
import Syntax

/// Gives events their times, places and quantities, each to the nearest event above it in the tree.
///
/// Cost: linear in the document, because each expression climbs a fixed number of governors.
struct EventCircumstances {
  /// A word that belongs to an event.
  struct Part {
    /// The event's index.
    var event: Int
    /// Whether it tells the act's standing ("postponed") and not the act.
    var isStanding: Bool
  }

  /// How many governors are climbed.
  private static let reach = 5

  let tree: SyntaxTree
  /// The event that each word is a part of.
  var parts: [Int: Part] = [:]

  /// Attaches what the reading has found.
  func attach(to events: inout [EventFound], _ reading: Reading) {
    for (index, time) in reading.times.enumerated() {
      guard time.kind == .date || time.kind == .time, let when = When(time, index: index),
        let part = owner(of: head(of: time.words), through: reading, isPlace: false)
      else { continue }
      if part.isStanding, !isAhead(when, of: reading) {
        if events[part.event].statusTime == nil { events[part.event].statusTime = when }
      } else if events[part.event].time == nil {
        events[part.event].time = when
      }
    }
    for (index, place) in reading.places.enumerated() where isLocated(place.head) {
      if let part = owner(of: place.head, through: reading, isPlace: true),
        events[part.event].place == nil
      {
        events[part.event].place = index
      }
    }
    for (index, quantity) in reading.quantities.enumerated() {
      let word = quantity.unitWord ?? quantity.number
      if let part = owner(of: word, through: reading, isPlace: false) {
        events[part.event].quantities.append(index)
      }
    }
  }

  /// Whether a time, or the end of one with no beginning, is still to come: nobody has planned on such a day.
  private func isAhead(_ when: When, of reading: Reading) -> Bool {
    guard let edge = when.start ?? when.end, let day = reading.published?.description else {
      return false
    }
    return edge.prefix(day.count) > day
  }

  /// The word of a range on which the others hang.
  func head(of words: Range<Int>) -> Int {
    for word in words {
      guard let head = tree.words[word].head else { return word }
      if !words.contains(head) { return word }
    }
    return words.lowerBound
  }

  /// Whether a preposition of place brings the word in.
  private func isLocated(_ word: Int) -> Bool {
    let prepositions: Set<String> = [
      "in", "at", "near", "to", "on", "outside", "inside", "across", "around", "into", "over",
      "off", "along", "within", "throughout", "toward", "towards", "from",
    ]
    return tree.dependents[word].prefix(ArgumentReader.breadth).contains {
      tree.words[$0].relation.universal == "case"
        && prepositions.contains(tree.words[$0].lemma.lowercased())
    }
  }

  /// The nearest part of an event above a word.
  private func owner(of word: Int, through reading: Reading, isPlace: Bool) -> Part? {
    if !isPlace, let part = parts[word] { return part }
    var word = word
    for step in 0..<Self.reach {
      let relation = tree.words[word].relation.universal
      // Another clause's circumstances are its own.
      if ["parataxis", "root"].contains(relation) { return nil }
      if step > 0,
        ["ccomp", "advcl"].contains(relation)
          || tree.words[word].relation.name == "acl:relcl"
      {
        return nil
      }
      guard let head = tree.words[word].head else { return nil }
      if let part = parts[head] { return part }
      if tree.words[head].upos == .verb { return nil }
      // What locates or dates a party does not locate the act.
      if isPlace, reading.mentionOfHead[head] != nil {
        // But "met the leaders in Doha", "killed eight people in Kabul": there the act took place.
        let relation = tree.words[head].relation
        guard relation.universal == "obj" || relation.name == "nsubj:pass" else { return nil }
      }
      word = head
    }
    return nil
  }
}

extension When {
  /// The value of a time expression; nil where it has none.
  init?(_ time: TimeFound, index: Int) {
    guard time.start != nil || time.end != nil else { return nil }
    var (start, end) = (time.start, time.end)
    switch time.modifier {
    case "since", "after": end = nil
    case "until", "before": start = nil
    default: break
    }
    self.init(
      start: start, end: end, grain: time.grain, modifier: time.modifier,
      expression: "t\(index + 1)")
  }
}
