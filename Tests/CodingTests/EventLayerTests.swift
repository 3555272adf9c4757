import Knowledge
import Record
import Tables
import Testing

@testable import Coding

@Suite("Events: the learned layer")
struct EventLayerTests {
  private func layer(_ text: String) throws -> EventLayer {
    try Array(text.utf8).withUnsafeBufferPointer { try EventLayer(file: "made.tsv", bytes: $0) }
  }

  private let made = """
    # a comment
    categories	AGREE SUPPORT NONE
    bias	0 0 0
    t:sign	0 110 0
    a:treaty	0 110 -50
    """

  private func event(_ features: [String]) -> EventFound {
    var event = EventFound(
      head: 0, trigger: 0..<1, range: 0..<1, type: .agree, status: .happened, cameo: "030",
      confidence: 0.5, rule: "verb:sign")
    event.actors = [0]
    event.recipients = [1]
    event.features = features
    return event
  }

  @Test("Likelihoods sum to one and follow the weights")
  func likelihoods() throws {
    let likely = try layer(made).likelihoods(["t:sign", "a:treaty", "w:unseen"])
    #expect(abs(likely.reduce(0, +) - 1) < 1e-12)
    #expect(likely[1] > 0.8 && likely[2] < likely[0])
  }

  @Test("Where the layer is surer by the margin it decides, and says so with its reasons")
  func changes() throws {
    let decision = EventDecision(layer: try layer(made), weights: ["margin": 0.2, "logit": 1])
    var event = event(["t:sign", "a:treaty"])
    decision.decide(&event, isVerb: true)
    #expect(event.type == .support)
    #expect(event.cameo == "050")
    #expect(event.rule == "verb:sign|model:SUPPORT")
    #expect(event.evidence.contains { $0.contains("but SUPPORT") && $0.contains("t:sign +1.10") })
    #expect(event.confidence > 0.8)
  }

  @Test("Below the margin the frame's word stands")
  func stands() throws {
    let decision = EventDecision(layer: try layer(made), weights: ["margin": 0.9, "logit": 1])
    var event = event(["t:sign"])
    decision.decide(&event, isVerb: true)
    #expect(event.type == .agree)
    #expect(event.rule == "verb:sign")
    #expect(event.confidence < 0.5)
  }

  @Test(
    "An act of one party, or one that is denied, keeps the frame's word",
    arguments: [([0], [], EventStatus.happened), ([0], [1], .denied)])
  func unjudged(actors: [Int], recipients: [Int], status: EventStatus) throws {
    let decision = EventDecision(layer: try layer(made), weights: ["margin": 0.2, "logit": 1])
    var event = event(["t:sign", "a:treaty"])
    (event.actors, event.recipients, event.status) = (actors, recipients, status)
    decision.decide(&event, isVerb: true)
    #expect(event.type == .agree)
  }

  @Test("What the manual settles by a mode is never changed")
  func settled() throws {
    let text = "categories\tCOERCE ASSAULT\nt:hack\t0 900\n"
    let decision = EventDecision(layer: try layer(text), weights: ["margin": 0.1])
    var event = event(["t:hack"])
    (event.type, event.mode) = (.coerce, "cyber")
    decision.decide(&event, isVerb: true)
    #expect(event.type == .coerce)
    event.mode = nil
    decision.decide(&event, isVerb: true)
    #expect(event.type == .assault)
  }

  @Test(
    "A verb without a frame needs both parties and a likelihood",
    arguments: [
      (["t:sign", "a:treaty"], true, true), (["t:sign", "a:treaty"], false, false),
      ([], true, false),
    ])
  func additions(features: [String], hasRecipient: Bool, isAdded: Bool) throws {
    let decision = EventDecision(
      layer: try layer(made), weights: ["likely enough": 0.6, "logit": 1])
    var event = event(features)
    if !hasRecipient { event.recipients = [] }
    #expect(decision.add(&event) == isAdded)
    if isAdded { #expect(event.rule == "model:SUPPORT") }
  }

  @Test(
    "A row without a weight for each category is named",
    arguments: [
      ("categories\tAGREE NONE\nt:sign\t1\n", "made.tsv:2: column 2: 1 weights; allowed: 2"),
      ("categories\tAGREE NONE\nt:sign\n", "made.tsv:2: column 2 is empty"),
    ])
  func malformed(text: String, message: String) throws {
    let error = #expect(throws: TabSeparatedTable.Malformed.self) { try layer(text) }
    #expect(error?.description == message)
  }

  @Test(
    "The exponential agrees with what is known of it",
    arguments: [
      (0.0, 1.0), (1.0, 2.718281828459045), (-5.0, 0.006737946999085467), (20, 485165195.4097903),
    ])
  func exponential(exponent: Double, value: Double) {
    #expect(abs(Exponential.of(exponent) / value - 1) < 1e-11)
    #expect(abs(Exponential.logarithm(of: value) - exponent) < 1e-9)
  }

  @Test(
    "An act and its standing fold as the marked sentences do",
    arguments: [
      (EventType.consult, EventStatus.planned, "AGREE"), (.aid, .calledFor, "REQUEST"),
      (.retreat, .happened, "YIELD"), (.assault, .planned, "THREATEN"),
      (.assault, .calledFor, "ACCUSE"), (.consult, .refused, "REJECT"),
      (.accuse, .planned, "ACCUSE"),
    ])
  func folding(type: EventType, status: EventStatus, root: String) {
    var event = event([])
    (event.type, event.status) = (type, status)
    #expect(EventDecision.root(of: event) == root)
  }
}
