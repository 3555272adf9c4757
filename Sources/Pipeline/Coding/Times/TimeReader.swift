import Knowledge
import Record
import Syntax
import Tables

/// Finds time expressions and their calendar values.
struct TimeReader: Sendable {
  let knowledge: KnowledgeBase

  init(knowledge: KnowledgeBase) throws { self.knowledge = knowledge }

  func read(_ reading: inout Reading) {}
}
