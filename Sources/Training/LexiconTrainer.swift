import Syntax

/// What is counted rather than trained: lemmas, features, and which tags a word takes.
struct LexiconTrainer {
  let treebank: Treebank

  /// Rules and their table.
  func lemmas() -> (rules: [Lemmatizer.Rule], table: [UInt64: Int]) {
    var numbers: [Lemmatizer.Rule: Int] = [:]
    var rules: [Lemmatizer.Rule] = []
    var whole: [UInt64: [Int: Int]] = [:]
    // By length of the ending, so that a longer one is kept only where it says something else.
    var endings = [[UInt64: [Int: Int]]](repeating: [:], count: Lemmatizer.longestEnding + 1)
    var examples: [UInt64: (form: String, tag: UInt8)] = [:]
    var parents: [UInt64: UInt64] = [:]
    for sentence in treebank.sentences {
      for (word, tag) in zip(treebank.words(of: sentence), sentence.tags) where word.lemma != "" {
        let rule = Lemmatizer.Rule(from: word.form, to: word.lemma)
        let number = numbers[rule] ?? rules.count
        if number == rules.count {
          numbers[rule] = number
          rules.append(rule)
        }
        var lower = Lemmatizer.straightened(word.form).lowercased()
        lower.withUTF8 { bytes in
          let key = Lemmatizer.key(bytes, tag)
          whole[key, default: [:]][number, default: 0] += 1
          examples[key] = (word.form, tag)
          for length in 0...min(Lemmatizer.longestEnding, bytes.count - 1) {
            let ending = Lemmatizer.key(ending: bytes, length, tag)
            endings[length][ending, default: [:]][number, default: 0] += 1
            if length > 0 {
              parents[ending] = Lemmatizer.key(ending: bytes, length - 1, tag)
            }
          }
        }
      }
    }
    func commonest(_ counts: [Int: Int]) -> Int {
      counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? 0
    }
    var table: [UInt64: Int] = [:]
    /// What each ending comes to, be it kept or not.
    var meaning: [UInt64: Int] = [:]
    for length in endings.indices {
      for (key, counts) in endings[length] {
        let best = commonest(counts)
        let inherited = parents[key].flatMap { meaning[$0] }
        // One word says nothing about its ending's others.
        if length > 0 && counts.values.reduce(0, +) < 2 {
          meaning[key] = inherited
        } else {
          meaning[key] = best
          if best != inherited { table[key] = best }
        }
      }
    }
    let learned = Lemmatizer(rules: rules, table: table)
    var exceptions: [UInt64: Int] = [:]
    for (key, counts) in whole {
      guard let (form, tag) = examples[key] else { continue }
      let best = commonest(counts)
      if learned.rule(for: form, tag: tag).map({ rules[$0].lemma(of: form) })
        != rules[best].lemma(of: form)
      {
        exceptions[key] = best
      }
    }
    return (rules, table.merging(exceptions) { _, new in new })
  }

  /// The features' texts and their table: by tag, and by word and tag where that says something else.
  func features() -> (texts: [String], table: [UInt64: Int]) {
    var numbers: [String: Int] = [:]
    var texts: [String] = []
    var byTag: [UInt64: [Int: Int]] = [:]
    var byWord: [UInt64: [Int: Int]] = [:]
    var tagKeys: [UInt64: UInt64] = [:]
    for sentence in treebank.sentences {
      for (index, word) in treebank.words(of: sentence).enumerated() {
        let tag = UInt64(sentence.tags[index])
        let number = numbers[word.features] ?? texts.count
        if number == texts.count {
          numbers[word.features] = number
          texts.append(word.features)
        }
        let key = FeatureKey.of(100, sentence.atoms[index].lower, tag)
        byTag[FeatureKey.of(101, tag), default: [:]][number, default: 0] += 1
        byWord[key, default: [:]][number, default: 0] += 1
        tagKeys[key] = FeatureKey.of(101, tag)
      }
    }
    func commonest(_ counts: [Int: Int]) -> Int {
      counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? 0
    }
    var table = byTag.mapValues(commonest)
    for (key, counts) in byWord {
      let best = commonest(counts)
      if let tagKey = tagKeys[key], table[tagKey] != best { table[key] = best }
    }
    return (texts, table)
  }

  /// For words that are not rare, the number of the set of tags that they take.
  func wordClasses(least: Int = 3) -> [UInt64: Int] {
    var counts: [UInt64: [UInt8: Int]] = [:]
    for sentence in treebank.sentences {
      for (atoms, tag) in zip(sentence.atoms, sentence.tags) {
        counts[atoms.lower, default: [:]][tag, default: 0] += 1
      }
    }
    var numbers: [[UInt8]: Int] = [:]
    var table: [UInt64: Int] = [:]
    for (key, tags) in counts.sorted(by: { $0.key < $1.key }) {
      let total = tags.values.reduce(0, +)
      guard total >= least else { continue }
      let set = tags.filter { $0.value * 20 >= total }.sorted {
        ($1.value, $0.key) < ($0.value, $1.key)
      }
      .map(\.key)
      let number = numbers[set] ?? numbers.count
      numbers[set] = number
      table[key] = number
    }
    return table
  }
}
