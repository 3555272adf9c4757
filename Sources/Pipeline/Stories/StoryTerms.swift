import Glibc

/// A document's terms and how often each stands in it, in hundredths.
struct StoryTerms {
  /// Terms by name: words cut to their stems; actors, places and days marked as such.
  private(set) var counts: [String: Int] = [:]

  init(_ input: StoryInput, _ thresholds: StoryThresholds) {
    if let title = input.title { add(words: title, lead: .max, lead: thresholds.title, thresholds) }
    add(words: input.text, lead: thresholds.lead, lead: 2, thresholds)
    for actor in input.actors {
      counts["actor:" + actor, default: 0] += Int(thresholds.actor * 100)
    }
    for place in input.places {
      counts["place:" + place, default: 0] += Int(thresholds.place * 100)
    }
    for day in input.days { counts["day:" + day, default: 0] += Int(thresholds.day * 100) }
  }

  private mutating func add(
    words text: String, lead: Int, lead weight: Double, _ thresholds: StoryThresholds
  ) {
    var position = 0
    StoryWords.forEach(in: text) { word, isCapital, isFigure in
      defer { position += 1 }
      guard word.utf8.count > 1, !StopWords.all.contains(word) else { return }
      let kind = isFigure ? thresholds.figures : isCapital ? thresholds.capitalised : 1
      let count = Int((position < lead ? weight : 1) * kind * 100)
      counts[isFigure ? word : StoryWords.stem(word), default: 0] += count
    }
  }
}

/// The words of a text, for comparing texts rather than reading them.
enum StoryWords {
  /// Calls for each run of letters, and each of digits with the points and colons in it.
  static func forEach(
    in text: String, _ body: (_ word: String, _ isCapital: Bool, _ isFigure: Bool) -> Void
  ) {
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      let first = bytes[index]
      var end = index + 1
      if isLetter(first) {
        while end < bytes.count, isLetter(bytes[end]) { end += 1 }
        let word = String(decoding: bytes[index..<end], as: UTF8.self)
        let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first)
        body(word.lowercased(), isCapital, false)
      } else if isDigit(first) {
        while end < bytes.count {
          let isJoint = [UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":")].contains(
            bytes[end])
          guard isDigit(bytes[end]) || isJoint && end + 1 < bytes.count && isDigit(bytes[end + 1])
          else { break }
          end += 1
        }
        body(String(decoding: bytes[index..<end], as: UTF8.self), false, true)
      }
      index = end
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 32)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// A word without its inflection, where four letters are left.
  static func stem(_ word: String) -> String {
    for suffix in ["ing", "ed", "es", "s"]
    where word.utf8.count - suffix.utf8.count >= 4 && word.hasSuffix(suffix) {
      return String(word.dropLast(suffix.utf8.count))
    }
    return word
  }
}

/// Documents as vectors of weighted terms, of length one.
///
/// Weight is (1 + ln count) · ln((N + background) / (n + 1))^1.5, in whole numbers up to the last step, so that the
/// sums, and with them every decision, are the same on every machine.
struct StoryVectors {
  /// For each document its terms' numbers, ascending, with their weights.
  let vectors: [[(term: Int, weight: Double)]]
  let termCount: Int

  init(_ documents: [StoryTerms], _ thresholds: StoryThresholds) {
    var frequency: [String: Int] = [:]
    for document in documents {
      for term in document.counts.keys { frequency[term, default: 0] += 1 }
    }
    let terms = frequency.keys.sorted()
    var numbers: [String: Int] = [:]
    for (number, term) in terms.enumerated() { numbers[term] = number }
    let all = Double(documents.count + thresholds.background)
    vectors = documents.map { document in
      var weighted: [(term: Int, weight: Int)] = []
      for (term, count) in document.counts {
        guard let number = numbers[term], let shared = frequency[term] else { continue }
        let rarity = log(all / Double(shared + 1))
        let weight = (1 + log(max(1, Double(count) / 100))) * rarity * rarity.squareRoot()
        weighted.append((number, Int((weight * 1024).rounded())))
      }
      weighted.sort { ($1.weight, $0.term) < ($0.weight, $1.term) }
      let kept = weighted.prefix(thresholds.terms).sorted { $0.term < $1.term }
      let length = Double(kept.reduce(0) { $0 + $1.weight * $1.weight }).squareRoot()
      return kept.map { ($0.term, length > 0 ? Double($0.weight) / length : 0) }
    }
    termCount = terms.count
  }

  /// For each document the earlier ones that are at least so similar to it, ascending, with the cosine of each pair.
  func similarities(least: Double) -> [[(other: Int, similarity: Double)]] {
    var postings: [[(document: Int, weight: Double)]] = Array(repeating: [], count: termCount)
    var sums = Array(repeating: 0.0, count: vectors.count)
    var found: [[(other: Int, similarity: Double)]] = []
    for (index, vector) in vectors.enumerated() {
      var touched: [Int] = []
      for (term, weight) in vector {
        for posting in postings[term] {
          if sums[posting.document] == 0 { touched.append(posting.document) }
          sums[posting.document] += weight * posting.weight
        }
        postings[term].append((index, weight))
      }
      touched.sort()
      found.append(touched.compactMap { sums[$0] >= least ? ($0, sums[$0]) : nil })
      for other in touched { sums[other] = 0 }
    }
    return found
  }
}
