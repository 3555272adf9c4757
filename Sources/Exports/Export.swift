import Record
import Storage

/// What a store holds, as lines of a format.
public struct Export: Sendable {
  /// What is exported.
  public enum Content: String, Sendable, CaseIterable {
    case documents, events, statements, actors
    case newsLine = "news-line"
  }

  /// In which form.
  public enum Format: String, Sendable, CaseIterable { case jsonl, csv }

  private let content: Content
  private let format: Format

  /// An export of this content in this form.
  public init(_ content: Content, as format: Format) {
    self.content = content
    self.format = format
  }

  /// Hands on line after line, each with its end.
  ///
  /// Nothing is held but a line.
  public func write(_ archive: Archive, to line: (String) throws -> Void) throws {
    switch content {
    case .documents where format == .jsonl:
      try archive.exportDocuments { try line(String(decoding: $0, as: UTF8.self) + "\n") }
    case .documents:
      try line(head(ArticleSummary.self))
      try archive.exportSummaries { try line(text(of: $0)) }
    case .events:
      try line(head(StoredEvent.self))
      try archive.exportEvents { try line(text(of: $0)) }
    case .statements:
      try line(head(StoredStatement.self))
      try archive.exportStatements { try line(text(of: $0)) }
    case .actors:
      try line(head(StoredActor.self))
      try archive.exportActors { try line(text(of: $0)) }
    case .newsLine:
      try line(head(NewsLineItem.self))
      try archive.exportNewsLine { try line(text(of: $0)) }
    }
  }

  /// The names of the columns, in a format that has them.
  private func head<Item: CSVRow>(_ item: Item.Type) -> String {
    format == .csv ? CSV.line(item.columns) : ""
  }

  private func text(of item: some CSVRow & Encodable) throws -> String {
    switch format {
    case .jsonl: try JSONLineEncoder().encode(item) + "\n"
    case .csv: CSV.line(item.fields)
    }
  }
}
