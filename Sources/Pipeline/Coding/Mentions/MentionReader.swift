import Knowledge
import Record
import Syntax
import Tables

/// Finds references to parties, and whom they refer to.
struct MentionReader: Sendable {
  let knowledge: KnowledgeBase

  init(knowledge: KnowledgeBase) throws { self.knowledge = knowledge }

  func read(_ reading: inout Reading) {}
}
