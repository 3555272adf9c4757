import Knowledge
import Record
import Syntax

/// What is reported: from trees and knowledge to the record of one document.
///
/// Immutable; the same tree, date and lexicons give the same record. Cost: linear in the words.
public struct Coder: Sendable {
  private let times: TimeReader
  private let quantities: QuantityReader
  private let mentions: MentionReader
  private let places: PlaceReader
  private let statements: StatementReader
  private let events: EventReader

  /// A coder over this knowledge.
  ///
  /// - Parameters:
  ///   - proposesEvents: whether it gives all events that might be, undecided, with the features that the learned
  ///     layer is trained on.
  ///   - frames: a folder whose events' lexicons stand for the compiled-in ones of their names.
  public init(
    knowledge: KnowledgeBase, proposesEvents: Bool = false, frames: String? = nil
  ) throws {
    times = try TimeReader(knowledge: knowledge)
    quantities = try QuantityReader(knowledge: knowledge)
    mentions = try MentionReader(knowledge: knowledge)
    places = try PlaceReader(knowledge: knowledge)
    statements = try StatementReader(knowledge: knowledge)
    events = try EventReader(knowledge: knowledge, proposes: proposesEvents, frames: frames)
  }

  /// Reads what a document reports.
  public func code(
    _ tree: SyntaxTree, published: CalendarDay?, headings: [Range<Int>] = []
  ) -> Reading {
    var reading = resolve(tree, published: published, headings: headings)
    statements.read(&reading)
    events.read(&reading)
    statements.link(&reading, typeOfNoun: { events.type(ofNoun: $0) })
    return reading
  }

  /// Reads who, where, when and how many alone: the mentions, places, times and quantities of a document.
  public func resolve(
    _ tree: SyntaxTree, published: CalendarDay?, headings: [Range<Int>] = []
  ) -> Reading {
    var reading = Reading(
      tree: tree.withoutSmallNames().withNouns(), published: published, headings: headings)
    times.read(&reading)
    quantities.read(&reading)
    mentions.read(&reading)
    places.read(&reading)
    return reading
  }
}
