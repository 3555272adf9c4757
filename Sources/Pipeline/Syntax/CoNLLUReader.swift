/// Gathers a tree from the lines of a CoNLL-U file.
struct CoNLLUReader {
  private static let columns = [
    "ID", "FORM", "LEMMA", "UPOS", "XPOS", "FEATS", "HEAD", "DEPREL", "DEPS", "MISC",
  ]

  /// A word's line, not yet placed in the text.
  private struct Row {
    var word: Word
    var head: Int
    var line: Int
  }

  /// A multiword token's line.
  private struct Multiword {
    var numbers: ClosedRange<Int>
    var form: String
    var spaceAfter: Bool
  }

  private var bytes: [UInt8] = []
  private var words: [Word] = []
  private var sentences: [Sentence] = []
  private var names: [Name] = []
  private var rows: [Row] = []
  private var multiwords: [Multiword] = []
  private var name: (kind: Name.Kind, first: Int)?
  private var givenText: [UInt8] = []
  /// What parts the next sentence from the last.
  private var separator: [UInt8] = []
  private var relations: [Substring: Relation] = [:]

  /// The tree gathered so far.
  var tree: SyntaxTree {
    SyntaxTree(
      text: String(decoding: bytes, as: UTF8.self), words: words, sentences: sentences,
      names: names)
  }

  /// Takes a line, without its line end.
  mutating func take(_ line: Substring, number: Int) throws(CoNLLU.Malformed) {
    if line.isEmpty { return try endSentence() }
    if line.utf8.first == UInt8(ascii: "#") && !line.utf8.contains(9) {
      return takeComment(line)
    }
    let cells = line.utf8.split(separator: 9, omittingEmptySubsequences: false).map(Substring.init)
    guard cells.count == 10 else {
      throw CoNLLU.Malformed(
        line: number, column: nil, reason: "\(cells.count) columns where CoNLL-U has 10")
    }
    if let empty = cells.firstIndex(where: \.isEmpty) {
      throw CoNLLU.Malformed(
        line: number, column: Self.columns[empty], reason: "empty; an absent value is written _")
    }
    if cells[0].contains(".") { return }
    if let dash = cells[0].firstIndex(of: "-") {
      guard let first = Int(cells[0][..<dash]), let last = Int(cells[0][dash...].dropFirst()),
        first == rows.count + 1, last >= first, last - first < 100
      else { throw malformedID(cells[0], line: number) }
      let misc = cells[9].split(separator: "|")
      multiwords.append(
        Multiword(
          numbers: first...last, form: String(cells[1]), spaceAfter: !misc.contains("SpaceAfter=No")
        ))
      return
    }
    guard Int(cells[0]) == rows.count + 1 else { throw malformedID(cells[0], line: number) }
    try takeWord(cells, line: number)
  }

  private func malformedID(_ found: Substring, line: Int) -> CoNLLU.Malformed {
    CoNLLU.Malformed(
      line: line, column: "ID", reason: "\(found) where word \(rows.count + 1) was to come")
  }

  private mutating func takeComment(_ line: Substring) {
    if line.hasPrefix("# text = ") {
      givenText = Array(line.utf8.dropFirst(9))
    } else if !sentences.isEmpty && (line.hasPrefix("# newpar") || line.hasPrefix("# newdoc")) {
      separator = [10, 10]
    }
  }

  private mutating func takeWord(_ cells: [Substring], line: Int) throws(CoNLLU.Malformed) {
    guard let upos = cells[3] == "_" ? UPOS.x : UPOS(rawValue: String(cells[3])) else {
      throw CoNLLU.Malformed(
        line: line, column: "UPOS", reason: "\(cells[3]) is not one of the 17 universal tags")
    }
    guard let head = cells[6] == "_" ? 0 : Int(cells[6]), head >= 0, head != rows.count + 1 else {
      throw CoNLLU.Malformed(
        line: line, column: "HEAD", reason: "\(cells[6]) is not another word's number, or 0")
    }
    let relation = relations[cells[7]] ?? Relation(cells[7] == "_" ? "root" : String(cells[7]))
    relations[cells[7]] = relation
    var word = Word(
      form: String(cells[1]), lemma: cells[2] == "_" && cells[1] != "_" ? "" : String(cells[2]),
      upos: upos, xpos: cells[4] == "_" ? "" : String(cells[4]),
      features: cells[5] == "_" ? "" : String(cells[5]), relation: relation, range: 0..<0,
      sentence: sentences.count)
    var tag: Substring?
    for entry in cells[9].split(separator: "|") {
      if entry == "SpaceAfter=No" { word.spaceAfter = false }
      if entry.hasPrefix("Name=") { tag = entry.dropFirst(5) }
    }
    try takeName(tag, line: line)
    rows.append(Row(word: word, head: head, line: line))
  }

  private mutating func takeName(_ tag: Substring?, line: Int) throws(CoNLLU.Malformed) {
    let position = words.count + rows.count
    guard let tag else { return endName(before: position) }
    guard let kind = Name.Kind(rawValue: String(tag.dropFirst(2))),
      tag.hasPrefix("B-") || tag.hasPrefix("I-") && name?.kind == kind
    else {
      throw CoNLLU.Malformed(
        line: line, column: "MISC",
        reason: "Name=\(tag) neither begins nor continues a name of PER, ORG or LOC")
    }
    if tag.hasPrefix("B-") {
      endName(before: position)
      name = (kind, position)
    }
  }

  private mutating func endName(before position: Int) {
    if let name { names.append(Name(kind: name.kind, words: name.first..<position)) }
    name = nil
  }

  /// Places the gathered rows in the text; does nothing where there are none.
  mutating func endSentence() throws(CoNLLU.Malformed) {
    guard let last = rows.last else { return }
    let first = words.count
    if let row = rows.first(where: { $0.head > rows.count }) {
      throw CoNLLU.Malformed(
        line: row.line, column: "HEAD",
        reason: "\(row.head) where the sentence has \(rows.count) words")
    }
    if let multiword = multiwords.last, multiword.numbers.upperBound > rows.count {
      throw CoNLLU.Malformed(
        line: last.line, column: "ID",
        reason: "the sentence ends within the multiword token \(multiword.form)")
    }
    try refuseCycles()
    endName(before: first + rows.count)
    if !sentences.isEmpty { bytes += separator }
    let start = bytes.count
    place(from: first)
    let spaceAfter = words.last?.spaceAfter ?? true
    let end = words.last?.range.upperBound ?? start
    bytes.removeSubrange(end...)
    sentences.append(Sentence(words: first..<words.count, range: start..<end))
    separator = spaceAfter ? [32] : []
    rows.removeAll(keepingCapacity: true)
    multiwords.removeAll(keepingCapacity: true)
    givenText.removeAll()
  }

  private func refuseCycles() throws(CoNLLU.Malformed) {
    // The walk that first reached each word: meeting one's own trace is a cycle.
    var walk = [Int](repeating: 0, count: rows.count + 1)
    for start in rows.indices {
      var number = start + 1
      while number != 0 && walk[number] == 0 {
        walk[number] = start + 1
        number = rows[number - 1].head
      }
      if number != 0 && walk[number] == start + 1 {
        throw CoNLLU.Malformed(
          line: rows[number - 1].line, column: "HEAD", reason: "the heads form a cycle")
      }
    }
  }

  private mutating func place(from first: Int) {
    var next = multiwords.startIndex
    var position = 0
    /// How far the sentence's own text has been used; nil once a form did not fit.
    var used: Int? = givenText.isEmpty ? nil : 0
    while position < rows.count {
      var end = position + 1
      var form = Array(rows[position].word.form.utf8)
      var spaceAfter = rows[position].word.spaceAfter
      var isMultiword = false
      if next < multiwords.endIndex, multiwords[next].numbers.lowerBound == position + 1 {
        end = multiwords[next].numbers.upperBound
        form = Array(multiwords[next].form.utf8)
        spaceAfter = multiwords[next].spaceAfter
        isMultiword = true
        next += 1
      }
      if let at = used, givenText[at...].starts(with: form) {
        var after = at + form.count
        bytes += form
        let spaces = after
        while after < givenText.count && givenText[after] == 32 { after += 1 }
        bytes += givenText[spaces..<after]
        if after < givenText.count { spaceAfter = after > spaces }
        addWords(position..<end, from: first, length: form.count, blanks: after - spaces)
        used = after
      } else {
        used = nil
        bytes += form
        if spaceAfter { bytes.append(32) }
        addWords(position..<end, from: first, length: form.count, blanks: spaceAfter ? 1 : 0)
      }
      for index in position..<end {
        words[first + index].spaceAfter = spaceAfter && index == end - 1
        if isMultiword { words[first + index].multiword = first + position..<first + end }
      }
      position = end
    }
  }

  /// Adds the words of a token of `length` bytes that ends `blanks` bytes before the text's end.
  private mutating func addWords(_ range: Range<Int>, from first: Int, length: Int, blanks: Int) {
    let token = bytes.count - blanks - length..<bytes.count - blanks
    let parts = range.map { rows[$0].word.form.utf8.count }
    let divides =
      parts.reduce(0, +) == length
      && range.flatMap { Array(rows[$0].word.form.utf8) }.elementsEqual(bytes[token])
    var at = token.lowerBound
    for (index, size) in zip(range, parts) {
      var word = rows[index].word
      word.range = divides ? at..<at + size : token
      at += size
      word.head = rows[index].head == 0 ? nil : first + rows[index].head - 1
      words.append(word)
    }
  }
}
