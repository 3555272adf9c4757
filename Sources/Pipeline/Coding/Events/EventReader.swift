import Knowledge
import Record
import Syntax
import Tables

/// Finds who did what to whom, and whether it came about.
struct EventReader: Sendable {
  let knowledge: KnowledgeBase

  init(knowledge: KnowledgeBase) throws { self.knowledge = knowledge }

  func read(_ reading: inout Reading) {}
}
