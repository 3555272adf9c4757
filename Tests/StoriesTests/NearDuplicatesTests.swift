import Stories
import Testing

struct NearDuplicatesTests {
  private static let text = """
    Fishermen in the northern ports refused to land their catch on Monday after the ministry cut \
    quotas by a third. The ministry said stocks of herring had fallen faster than its own scientists \
    feared, and promised aid to the smallest boats before winter.
    """

  @Test("A text and its copy with a changed word are one")
  func findsCopies() {
    let changed = Self.text.replacing("a third", with: "a quarter")
    #expect(
      NearDuplicates().originals(of: [Self.text, "Something else altogether.", changed]) == [
        0, 1, 0,
      ])
  }

  @Test("Texts on one matter in other words are not copies")
  func keepsRetellings() {
    let retold = """
      Herring boats stayed full in northern harbours on Monday: crews protest against quotas that \
      the ministry has reduced by a third because scientists found fewer fish.
      """
    #expect(NearDuplicates().originals(of: [Self.text, retold]) == [0, 1])
  }

  @Test("An extract is taken for its source")
  func findsExtracts() {
    let extract = String(Self.text.prefix(125))
    #expect(NearDuplicates().originals(of: [Self.text, extract]) == [0, 0])
  }

  @Test("Copies of copies have one original")
  func followsChains() {
    let second = Self.text.replacing("Monday", with: "Tuesday")
    let third = second.replacing("smallest", with: "poorest")
    #expect(NearDuplicates().originals(of: [third, Self.text, second]) == [0, 0, 0])
  }

  @Test("Texts too short for a shingle are never copies", arguments: ["", "Four words are few"])
  func leavesShortTexts(text: String) {
    #expect(NearDuplicates().originals(of: [text, text]) == [0, 1])
  }
}
