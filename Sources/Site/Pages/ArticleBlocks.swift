import Record

/// The article's blocks, cut where a statement or an event's words begin and end.
struct ArticleBlocks {
  let record: Document
  let notes: ArticleNotes

  /// A passage that leads to the note of what rests on it.
  private struct Passage {
    let span: Span
    let item: String
    let kind: String
  }

  /// The blocks for the template; a text without blocks is one paragraph.
  var views: [[String: Any]] {
    let text = Array(record.page.text.unicodeScalars)
    let passages =
      record.events.map { Passage(span: $0.trigger, item: $0.id, kind: "did") }
      + record.statements.flatMap { statement in
        ([statement.cue] + statement.content).map {
          Passage(span: $0, item: statement.id, kind: "said")
        }
      }
    return record.page.blocks.enumerated().map { index, block in
      let inside = passages.filter { $0.span.overlaps(Span(start: block.start, end: block.end)) }
      var view: [String: Any] = [
        "block": "p\(index + 1)", "isHeading": block.kind == .heading,
        "pieces": pieces(of: block, text, inside),
        "notes": notes.views(in: block),
      ]
      if [.listItem, .quote].contains(block.kind) { view["class"] = block.kind.rawValue }
      return view
    }
  }

  /// The block's text, piece by piece; of passages over the same words an event's comes first, then the shorter.
  private func pieces(
    of block: Block, _ text: [Unicode.Scalar], _ passages: [Passage]
  ) -> [[String: Any]] {
    let edges = Set(
      passages.flatMap { [$0.span.start, $0.span.end] }.filter {
        $0 > block.start && $0 < block.end
      }
        + [block.start, block.end]
    ).sorted()
    let ranked = passages.sorted {
      ($0.kind, $0.span.end - $0.span.start) < ($1.kind, $1.span.end - $1.span.start)
    }
    return zip(edges, edges.dropFirst()).map { start, end in
      var scalars = String.UnicodeScalarView()
      scalars.append(contentsOf: text[start..<end])
      var view: [String: Any] = ["text": String(scalars)]
      if let passage = ranked.first(where: { $0.span.start <= start && end <= $0.span.end }) {
        view["href"] = "#\(passage.item)"
        view["class"] = passage.kind
      }
      return view
    }
  }
}
