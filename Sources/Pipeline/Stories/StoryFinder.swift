import Record

/// Puts documents into stories: those that tell of the same events.
///
/// Copies of one text are set together first and count once. The rest are compared by their weightiest terms (words,
/// actors, places, days; tf–idf), and groups merged by their mean similarity. The documents' order plays no part: they
/// are sorted by day and name. Cost: linear in the words, and in the pairs of documents that share a weighty term.
public struct StoryFinder: Sendable {
  /// What decides.
  public let thresholds: StoryThresholds

  /// A finder with these thresholds.
  public init(thresholds: StoryThresholds = StoryThresholds()) {
    self.thresholds = thresholds
  }

  /// The stories of these documents, each in one, by their first documents.
  public func stories(of documents: [StoryInput]) -> [Story] {
    let documents = documents.sorted { left, right in
      let (first, second) = (left.published?.description ?? "", right.published?.description ?? "")
      return first != second ? first < second : left.name < right.name
    }
    let originals = NearDuplicates(thresholds: thresholds).originals(of: documents.map(\.text))
    let leaders = documents.indices.filter { originals[$0] == $0 }
    let terms = leaders.map { StoryTerms(documents[$0], thresholds) }
    let pairs = pairs(StoryVectors(terms, thresholds), leaders.map { documents[$0] })
    let clusters = AverageLinkage.clusters(
      leaders.count, pairs: pairs, threshold: thresholds.linkage)
    var copies: [Int: [Int]] = [:]
    for (index, original) in originals.enumerated() { copies[original, default: []].append(index) }
    let central = centrality(pairs, leaders.count, clusters)
    return clusters.map { cluster in
      let members = cluster.flatMap { copies[leaders[$0]] ?? [] }.sorted()
      let names = members.map { documents[$0].name }
      let best = cluster.max { (central[$0], $1) < (central[$1], $0) } ?? cluster[0]
      return Story(id: names[0], title: title(of: documents[leaders[best]]), documents: names)
    }
  }

  /// The pairs of documents that appeared near enough to each other, with their similarity.
  private func pairs(
    _ vectors: StoryVectors, _ documents: [StoryInput]
  ) -> [(first: Int, second: Int, similarity: Double)] {
    var pairs: [(first: Int, second: Int, similarity: Double)] = []
    for (index, others) in vectors.similarities(least: thresholds.least).enumerated() {
      for (other, similarity) in others where areNear(documents[index], documents[other]) {
        pairs.append((other, index, similarity))
      }
    }
    return pairs
  }

  private func areNear(_ first: StoryInput, _ second: StoryInput) -> Bool {
    guard let first = first.published, let second = second.published else { return true }
    guard let edge = first.adding(days: -thresholds.days) else { return true }
    return second >= edge
  }

  /// For each document the sum of its similarities to the others of its story.
  private func centrality(
    _ pairs: [(first: Int, second: Int, similarity: Double)], _ count: Int, _ clusters: [[Int]]
  ) -> [Double] {
    var cluster = Array(repeating: 0, count: count)
    for (number, members) in clusters.enumerated() {
      for member in members { cluster[member] = number }
    }
    var sums = Array(repeating: 0.0, count: count)
    for pair in pairs where cluster[pair.first] == cluster[pair.second] {
      sums[pair.first] += pair.similarity
      sums[pair.second] += pair.similarity
    }
    return sums
  }

  /// A document's title, or the beginning of its text.
  private func title(of document: StoryInput) -> String {
    if let title = document.title, !title.isEmpty { return title }
    let line = document.text.split(whereSeparator: \.isNewline).first ?? ""
    return line.count <= 100 ? String(line) : line.prefix(99) + "…"
  }
}
