/// The ten-column form of Universal Dependencies' trees: https://universaldependencies.org/format.html.
///
/// Names stand in MISC as `Name=B-PER` and `Name=I-PER`. Enhanced dependencies and other MISC entries are left out;
/// empty nodes are skipped.
public enum CoNLLU {
  /// What is wrong with a file, and where.
  public struct Malformed: Error, CustomStringConvertible, Equatable {
    /// The line, from 1.
    public let line: Int
    /// The column's name, such as `HEAD`; nil where the whole line is meant.
    public let column: String?
    /// What was found and what would do.
    public let reason: String

    /// An error of this line and column.
    public init(line: Int, column: String?, reason: String) {
      self.line = line
      self.column = column
      self.reason = reason
    }

    /// `line 3, HEAD: REASON`.
    public var description: String {
      "line \(line)" + (column.map { ", \($0)" } ?? "") + ": \(reason)"
    }
  }

  /// Reads trees.
  ///
  /// The text is put together from the forms and `SpaceAfter=No`, sentences parted by a space, or by an empty line at
  /// `# newpar` and `# newdoc`; where a sentence has a `# text` that the forms fit into, that is its text.
  ///
  /// - Throws: ``Malformed`` for a line that is no word of a tree. Cost: linear in the text.
  public static func read(_ text: String) throws(Malformed) -> SyntaxTree {
    var reader = CoNLLUReader()
    var number = 0
    for line in text.utf8.split(separator: 10, omittingEmptySubsequences: false) {
      number += 1
      var line = line
      if line.last == 13 { line = line.dropLast() }
      try reader.take(Substring(line), number: number)
    }
    try reader.endSentence()
    return reader.tree
  }

  /// Writes trees; every sentence ends with an empty line.
  ///
  /// A word without a head that is not its sentence's first such is still written as it stands, with head 0.
  public static func write(_ tree: SyntaxTree) -> String {
    var output = ""
    output.reserveCapacity(tree.words.count * 48)
    let tags = nameTags(of: tree)
    for (index, sentence) in tree.sentences.enumerated() {
      output += "# sent_id = \(index + 1)\n# text = "
      appendOnOneLine(tree.passage(sentence.range), to: &output)
      output += "\n"
      for position in sentence.words {
        let word = tree.words[position]
        if let multiword = word.multiword, multiword.lowerBound == position {
          appendMultiword(multiword, of: tree, in: sentence, to: &output)
        }
        append(word, at: position, in: sentence, name: tags[position], to: &output)
      }
      output += "\n"
    }
    return output
  }

  /// `B-PER`, `I-PER` or nil for each word.
  private static func nameTags(of tree: SyntaxTree) -> [String?] {
    var tags = [String?](repeating: nil, count: tree.words.count)
    for name in tree.names {
      for position in name.words {
        tags[position] = (position == name.words.lowerBound ? "B-" : "I-") + name.kind.rawValue
      }
    }
    return tags
  }

  private static func append(
    _ word: Word, at position: Int, in sentence: Sentence, name: String?, to output: inout String
  ) {
    let first = sentence.words.lowerBound
    output += "\(position - first + 1)\t"
    appendOnOneLine(word.form, to: &output)
    output += "\t"
    appendOnOneLine(word.lemma.isEmpty ? "_" : word.lemma, to: &output)
    output += "\t\(word.upos.rawValue)\t\(word.xpos.isEmpty ? "_" : word.xpos)"
    output += "\t\(word.features.isEmpty ? "_" : word.features)"
    output += "\t\(word.head.map { $0 - first + 1 } ?? 0)\t\(word.relation.name)\t_\t"
    var misc: [String] = []
    if let name { misc.append("Name=\(name)") }
    if !word.spaceAfter && word.multiword == nil { misc.append("SpaceAfter=No") }
    output += misc.isEmpty ? "_" : misc.joined(separator: "|")
    output += "\n"
  }

  private static func appendMultiword(
    _ multiword: Range<Int>, of tree: SyntaxTree, in sentence: Sentence, to output: inout String
  ) {
    let offset = 1 - sentence.words.lowerBound
    let last = tree.words[multiword.upperBound - 1]
    let range = tree.words[multiword.lowerBound].range.lowerBound..<last.range.upperBound
    output += "\(multiword.lowerBound + offset)-\(multiword.upperBound - 1 + offset)\t"
    appendOnOneLine(tree.passage(range), to: &output)
    output += "\t_\t_\t_\t_\t_\t_\t_\t\(last.spaceAfter ? "_" : "SpaceAfter=No")\n"
  }

  /// The format knows no escapes, so tabs and line ends become spaces.
  private static func appendOnOneLine(_ text: String, to output: inout String) {
    if text.utf8.contains(where: { $0 < 32 }) {
      output += String(
        decoding: text.utf8.map { $0 < 32 ? 32 : $0 }, as: UTF8.self)
    } else {
      output += text
    }
  }
}
