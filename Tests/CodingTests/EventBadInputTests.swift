import Knowledge
import Record
import Testing

@testable import Coding

@Suite("Events: input that is no news")
struct EventBadInputTests {
  @Test("A sentence without a verb says no event")
  func noVerb() throws {
    let found = try EventScene(
      "Norway/Norway/PROPN/NNP/0/root ,/,/PUNCT/,/1/punct Chad/Chad/PROPN/NNP/1/conj@"
    ).events()
    #expect(found.isEmpty)
  }

  @Test("A quotation that never closes hides no event")
  func openQuotation() throws {
    let found = try EventScene(
      "\"/\"/PUNCT/``/3/punct Rebels/rebel/NOUN/NNS/3/nsubj@ attacked/attack/VERB/VBD/0/root soldiers/soldier/NOUN/NNS/3/obj@"
    ).events()
    #expect(found == ["ASSAULT happened Rebels > soldiers"])
  }

  @Test("Every word under the root: what can be told is told, once")
  func flat() throws {
    let words =
      ["Rebels/rebel/NOUN/NNS/2/dep@", "attacked/attack/VERB/VBD/0/root"]
      + Array(repeating: "soldiers/soldier/NOUN/NNS/2/dep@", count: 500)
    let found = try EventScene(words.joined(separator: " ")).events()
    #expect(found.count <= 1)
  }

  @Test("Time grows with the words, not with their square", arguments: [true, false])
  func linear(isFlat: Bool) throws {
    func seconds(_ words: Int) throws -> Double {
      let text = (1...words).map { number -> String in
        let head = number == 1 ? 0 : isFlat ? 1 : number - 1
        let relation = number == 1 ? "root" : number % 2 == 0 ? "obj" : "xcomp"
        return number % 2 == 0
          ? "talks\(number % 7)/talk/NOUN/NNS/\(head)/\(relation)@"
          : "demanded/demand/VERB/VBD/\(head)/\(relation)"
      }
      var reading = EventScene(text.joined(separator: " ")).reading
      let reader = try EventReader(knowledge: KnowledgeBase())
      let time = ContinuousClock().measure { reader.read(&reading) }
      return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    }
    _ = try seconds(100)
    let short = try seconds(1000)
    let long = try seconds(5000)
    // Five times the words; a square would take 25 times as long.
    #expect(long < max(short * 15, 0.5), "\(short) s, \(long) s")
  }
}
