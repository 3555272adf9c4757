import Knowledge
import Record
import Syntax
import Tables

/// Finds places and where they lie.
struct PlaceReader: Sendable {
  let knowledge: KnowledgeBase

  init(knowledge: KnowledgeBase) throws { self.knowledge = knowledge }

  func read(_ reading: inout Reading) {}
}
