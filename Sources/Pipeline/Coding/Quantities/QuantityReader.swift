import Knowledge
import Record
import Syntax
import Tables

/// Finds amounts with what they count.
struct QuantityReader: Sendable {
  let knowledge: KnowledgeBase

  init(knowledge: KnowledgeBase) throws { self.knowledge = knowledge }

  func read(_ reading: inout Reading) {}
}
