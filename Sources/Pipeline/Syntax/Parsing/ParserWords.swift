/// What the parser sees of a sentence's words: hashes of form, tag and both; position -1 stands for no word.
package struct ParserWords {
  package let count: Int
  package let forms: [UInt64]
  package let tags: [UInt64]
  package let universal: [UInt64]
  package let both: [UInt64]
  /// Fine and coarse groups of words that are used alike.
  package let fine: [UInt64]
  package let coarse: [UInt64]
  /// How many verbs, commas and conjunctions stand before each position.
  package let verbs: [Int32]
  package let commas: [Int32]

  /// The words of a sentence.
  ///
  /// - Parameters:
  ///   - tags: the number of each word's tag.
  ///   - kinds: what each tag number means to the parser.
  package init(_ words: [WordAtoms], tags: [UInt8], kinds: [TagKind]) {
    count = words.count
    forms = [0x77] + words.map(\.lower)
    self.tags = [254] + tags.map { UInt64($0) }
    universal = [254] + tags.map { UInt64(kinds[Int($0)].universal) }
    fine = [0xffff] + words.map(\.fine)
    coarse = [0xffff] + words.map(\.coarse)
    both = zip(forms, self.tags).map { FeatureKey.of(200, $0, $1) }
    var verbs: [Int32] = [0]
    var commas: [Int32] = [0]
    for tag in tags {
      let kind = kinds[Int(tag)]
      verbs.append((verbs.last ?? 0) + (kind.isVerb ? 1 : 0))
      commas.append((commas.last ?? 0) + (kind.isPunctuation ? 1 : 0))
    }
    self.verbs = verbs
    self.commas = commas
  }
}

/// What a tag means to the parser.
package struct TagKind: Sendable {
  package let universal: UInt8
  package let isVerb: Bool
  package let isPunctuation: Bool

  package init(_ upos: UPOS) {
    universal = UInt8(UPOS.allCases.firstIndex(of: upos) ?? 0)
    isVerb = upos == .verb || upos == .aux
    isPunctuation = upos == .punct
  }
}
