import Record

/// A line that tells little more than when: its dates, and what stands beside them.
struct DateLine {
  /// When it says that the page was published.
  var published: PrintedTime?
  /// When it says that it was changed.
  var updated: PrintedTime?
  /// Whatever else stands there, in pieces: a section, a byline.
  var rest: [String] = []

  /// A line with this many bytes or more is prose, whatever dates it names.
  static let longest = 160

  /// Reads a line; nil where it holds no date or time.
  init?(_ line: String, rules: PageRules) {
    guard line.utf8.count < Self.longest else { return nil }
    let times = rules.dates.find(in: line)
    guard !times.isEmpty else { return nil }
    let bytes = Array(line.utf8)
    var at = 0
    var isUpdate = false
    for time in times {
      let piece = String(decoding: bytes[at..<time.range.lowerBound], as: UTF8.self)
      at = time.range.upperBound
      let (words, label) = Self.withoutLabel(piece, rules: rules)
      if let label { isUpdate = label == .updated }
      rest += words
      if isUpdate {
        updated = updated ?? time
      } else if published?.day == nil, time.day != nil || published == nil {
        published = time
      }
    }
    let (words, _) = Self.withoutLabel(String(decoding: bytes[at...], as: UTF8.self), rules: rules)
    rest += words
  }

  /// Whether nothing but dates stands there.
  var isBare: Bool { rest.isEmpty }

  private enum Label { case published, updated }

  /// Whether a piece ends in a label of several words for a change: "article mis à jour le".
  private static func endsInUpdate(_ low: String, _ words: DateWords) -> Bool {
    let all = low.split(separator: " ")
    guard (3...8).contains(all.count) else { return false }
    return (2..<min(5, all.count)).contains {
      words.updatedLabels.contains(all.suffix($0).joined(separator: " "))
    }
  }

  /// The pieces of a text between separators, without weekdays, labels and the words that join dates.
  private static func withoutLabel(_ text: String, rules: PageRules) -> ([String], Label?) {
    let words = rules.dates.words
    var label: Label?
    var pieces: [String] = []
    for piece in text.split(whereSeparator: { "|•·,;()[]—–:/".contains($0) || $0.isNewline }) {
      var piece = piece.trimmedSpace()
      while let first = piece.first, "-.".contains(first) { piece.removeFirst() }
      while let last = piece.last, "-.".contains(last) { piece.removeLast() }
      piece = piece.trimmedSpace()
      let low = folded(piece)
      if low.isEmpty || !low.unicodeScalars.contains(where: { $0.isWordPart || $0.digit != nil }) {
        continue
      }
      if words.publishedLabels.contains(low) {
        label = .published
      } else if words.updatedLabels.contains(low) {
        label = .updated
      } else if endsInUpdate(low, words) {
        label = .updated
        pieces.append(piece)
      } else if !words.weekdays.contains(low), !words.fillers.contains(low),
        !words.hours.contains(low)
      {
        pieces.append(piece)
      }
    }
    return (pieces, label)
  }
}
