extension Reading {
  /// Adds mentions for speakers that have none, so that every statement names its source in the text.
  ///
  /// Mentions stay in the order of the text; indices that point at them are moved along. Cost: linear in the mentions,
  /// but for sorting the new ones.
  mutating func addMentions(heads: [Int], words: (Int) -> Range<Int>) {
    var added: [MentionFound] = []
    for head in heads.sorted() where added.last?.head != head {
      added.append(
        MentionFound(words: words(head), head: head, rule: "speaker"))
    }
    guard !added.isEmpty else { return }
    let order = (mentions + added).enumerated().sorted {
      ($0.element.words.lowerBound, -$0.element.words.upperBound, $0.offset)
        < ($1.element.words.lowerBound, -$1.element.words.upperBound, $1.offset)
    }
    var place = [Int](repeating: 0, count: order.count)
    for (index, item) in order.enumerated() { place[item.offset] = index }
    mentions = order.map { item in
      var mention = item.element
      mention.members = mention.members.map { place[$0] }
      return mention
    }
    mentionOfHead = mentionOfHead.mapValues { place[$0] }
    for (index, mention) in mentions.enumerated() where mentionOfHead[mention.head] == nil {
      mentionOfHead[mention.head] = index
    }
  }
}
