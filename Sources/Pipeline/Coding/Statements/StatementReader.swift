import Knowledge
import Record
import Syntax
import Tables

/// Finds who said what, to whom, when.
struct StatementReader: Sendable {
  let knowledge: KnowledgeBase

  init(knowledge: KnowledgeBase) throws { self.knowledge = knowledge }

  func read(_ reading: inout Reading) {}
}
