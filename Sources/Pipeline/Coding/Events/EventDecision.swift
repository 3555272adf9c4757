import Record
import Tables

/// Decides on what frames say: the learned layer's word, where it is surer by a margin, and how sure the event is.
struct EventDecision: Sendable {
  private let layer: EventLayer
  private let weights: [String: Double]

  /// Modes whose category the manual settles, whatever sets of sentences say.
  private static let settled: Set<String> = ["COERCE.cyber", "SANCTION.discontinue"]
  /// How many features an explanation names.
  private static let named = 5
  private static let path = "lexicons/events/confidence.tsv"
  private static let signs = [
    "bias", "logit", "actor missing", "recipient missing", "noun", "changed", "added", "margin",
    "likely enough",
  ]

  /// Reads the compiled-in tables.
  init() throws {
    layer = try EventLayer()
    var weights: [String: Double] = [:]
    let table = try TabSeparatedTable(embedded: Self.path, columns: 2, required: 2)
    for row in table.rows {
      guard Self.signs.contains(row[0]), let value = Int(row[1]) else {
        throw TabSeparatedTable.Malformed(
          file: table.file, line: row.line,
          reason: "\(row[0]) \(row[1]); allowed: a whole number behind one of "
            + Self.signs.joined(separator: ", "))
      }
      weights[row[0]] = Double(value) / 1000
    }
    self.weights = weights
  }

  /// A decision by a layer and weights of one's own.
  init(layer: EventLayer, weights: [String: Double]) {
    self.layer = layer
    self.weights = weights
  }

  /// What was decided.
  private struct Verdict {
    var category: Int
    var likelihood: Double
    var isChanged = false
    var isAdded = false
  }

  /// Lets the layer speak on an event that a frame says.
  func decide(_ event: inout EventFound, isVerb: Bool) {
    var likely = layer.likelihoods(event.features)
    if let none = number(EventLayer.none) {
      let rest = 1 - likely[none]
      likely[none] = 0
      likely = likely.map { $0 / max(rest, 1e-12) }
    }
    guard let own = number(Self.root(of: event)),
      let best = likely.indices.max(by: { likely[$0] < likely[$1] })
    else { return }
    var verdict = Verdict(category: own, likelihood: likely[own])
    let isSettled =
      event.mode.map { Self.settled.contains("\(event.type.rawValue).\($0)") } ?? false
    let name = layer.categories[best]
    if best != own, name != Self.folded(event.type), !isSettled, Self.isJudged(event),
      likely[best] - likely[own] > weights["margin", default: 1]
    {
      event.evidence.append(
        "learned layer: \(layer.categories[own]) \(hundredths(likely[own])), but \(name) \(hundredths(likely[best])) by "
          + layer.reasons(event.features, for: best, against: own, most: Self.named)
          .joined(separator: ", "))
      event.rule += "|model:\(name)"
      change(&event, to: name)
      verdict = Verdict(category: best, likelihood: likely[best], isChanged: true)
    } else {
      let second = likely.indices.filter { $0 != own }.max { likely[$0] < likely[$1] } ?? own
      event.evidence.append(
        "learned layer: \(layer.categories[own]) \(hundredths(likely[own])) before \(layer.categories[second]) by "
          + layer.reasons(event.features, for: own, against: second, most: Self.named)
          .joined(separator: ", "))
    }
    event.confidence = confidence(event, verdict, isVerb: isVerb)
  }

  /// Lets the layer speak on a verb that no frame knows; false: it tells of no event.
  func add(_ event: inout EventFound) -> Bool {
    let likely = layer.likelihoods(event.features)
    guard !event.actors.isEmpty, !event.recipients.isEmpty,
      let best = likely.indices.max(by: { likely[$0] < likely[$1] }),
      layer.categories[best] != EventLayer.none,
      likely[best] > weights["likely enough", default: 1], let none = number(EventLayer.none)
    else { return false }
    let name = layer.categories[best]
    event.rule = "model:\(name)"
    event.evidence.append(
      "learned layer: no frame, \(name) \(hundredths(likely[best])) by "
        + layer.reasons(event.features, for: best, against: none, most: Self.named)
        .joined(separator: ", "))
    change(&event, to: name)
    event.confidence = confidence(
      event, Verdict(category: best, likelihood: likely[best], isAdded: true), isVerb: true)
    return true
  }

  /// Whether the layer has learned to judge such an event: of two parties, as all marked ones are, and not denied.
  private static func isJudged(_ event: EventFound) -> Bool {
    let isPair = event.actors.count > 1 || (!event.actors.isEmpty && !event.recipients.isEmpty)
    return isPair && event.status != .denied
  }

  private func number(_ category: String) -> Int? { layer.categories.firstIndex(of: category) }

  /// What is performed is the new category's act; denied and lasting acts stay so.
  private func change(_ event: inout EventFound, to category: String) {
    event.type = EventType(rawValue: category) ?? .concede
    event.mode = nil
    event.cameo = Self.codes[event.type] ?? "010"
    if event.status != .denied, event.status != .ongoing { event.status = .happened }
  }

  private func confidence(_ event: EventFound, _ verdict: Verdict, isVerb: Bool) -> Double {
    let likelihood = min(max(verdict.likelihood, 0.01), 0.99)
    var score = weights["bias", default: 0]
    score +=
      weights["logit", default: 0] * Exponential.logarithm(of: likelihood / (1 - likelihood))
    if event.actors.isEmpty { score += weights["actor missing", default: 0] }
    if event.recipients.isEmpty, event.actors.count < 2 {
      score += weights["recipient missing", default: 0]
    }
    if !isVerb { score += weights["noun", default: 0] }
    if verdict.isChanged { score += weights["changed", default: 0] }
    if verdict.isAdded { score += weights["added", default: 0] }
    let sure = 1 / (1 + Exponential.of(-score))
    return min(max((sure * 100).rounded() / 100, 0.01), 0.99)
  }

  private func hundredths(_ share: Double) -> String {
    let whole = Int((share * 100).rounded())
    return "0.\(whole < 10 ? "0" : "")\(min(whole, 99))"
  }

  /// A category as the layer has it.
  private static func folded(_ type: EventType) -> String {
    type == .concede || type == .retreat ? EventLayer.yield : type.rawValue
  }

  /// The one category of an act and its standing, as the layer's sentences are marked.
  static func root(of event: EventFound) -> String {
    if event.status == .refused || event.status == .cancelled { return EventType.reject.rawValue }
    if event.type == .sanction, event.mode == "convict" { return EventType.accuse.rawValue }
    let type = folded(event.type)
    switch event.type {
    case .agree, .consult, .support, .cooperate, .aid, .concede, .retreat:
      switch event.status {
      case .planned, .proposed, .invited, .possible, .postponed: return EventType.agree.rawValue
      case .calledFor: return EventType.request.rawValue
      default: return type
      }
    case .protest, .sanction, .mobilize, .coerce, .assault:
      switch event.status {
      case .planned, .proposed, .possible: return EventType.threaten.rawValue
      case .calledFor: return EventType.accuse.rawValue
      default: return type
      }
    default: return type
    }
  }

  /// CAMEO's code for a category of which no more is known.
  private static let codes: [EventType: String] = [
    .agree: "030", .consult: "040", .support: "050", .concede: "080", .cooperate: "060",
    .aid: "070", .retreat: "087", .request: "020", .accuse: "110", .reject: "120",
    .threaten: "130", .protest: "140", .sanction: "160", .mobilize: "150", .coerce: "170",
    .assault: "180",
  ]
}
