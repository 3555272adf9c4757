import Syntax

/// Trains the taggers: words' tags, and names.
struct TaggerTrainer {
  let classes: Int
  let epochs: Int
  let seed: UInt64

  /// Trains on the sentences of these numbers.
  func train(on numbers: [Int], of sentences: [Treebank.Sentence]) -> PerceptronTable {
    let table = PerceptronTable(classes: classes)
    var random = TrainingRandom(seed: seed)
    let keys = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: TagFeatures.count)
    let scores = UnsafeMutablePointer<Int32>.allocate(capacity: classes)
    defer {
      keys.deallocate()
      scores.deallocate()
    }
    for _ in 0..<epochs {
      for at in random.order(numbers.count) {
        let number = numbers[at]
        let sentence = sentences[number]
        var tags = [UInt8](repeating: 0, count: sentence.tags.count)
        for index in tags.indices {
          TagFeatures.fill(
            keys, at: index, of: sentence.atoms, tags: tags)
          tags[index] = learn(sentence.tags[index], from: UnsafeBufferPointer(keys), table, scores)
        }
        table.step += 1
      }
    }
    return table
  }

  /// Trains a tagger of names; `tags` are those that a tagger gave.
  func trainNames(on sentences: [Treebank.Sentence], tags: [[UInt8]]) -> PerceptronTable {
    let table = PerceptronTable(classes: classes)
    var random = TrainingRandom(seed: seed)
    let room = NameTagger<PerceptronTable>.features
    let keys = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: room)
    let scores = UnsafeMutablePointer<Int32>.allocate(capacity: classes)
    defer {
      keys.deallocate()
      scores.deallocate()
    }
    for _ in 0..<epochs {
      for number in random.order(sentences.count) {
        guard let names = sentences[number].names else { continue }
        var found = [UInt8](repeating: 0, count: names.count)
        for index in names.indices {
          let count = NameTagger<PerceptronTable>.fill(
            keys, at: index, of: sentences[number].atoms, tags: tags[number], found: found)
          found[index] = learn(
            names[index], from: UnsafeBufferPointer(rebasing: keys[..<count]), table, scores)
        }
        table.step += 1
      }
    }
    return table
  }

  /// Guesses, corrects the weights where the guess is wrong, and gives the guess.
  private func learn(
    _ gold: UInt8, from keys: UnsafeBufferPointer<UInt64>, _ table: PerceptronTable,
    _ scores: UnsafeMutablePointer<Int32>
  ) -> UInt8 {
    scores.initialize(repeating: 0, count: classes)
    table.add(keys, to: scores)
    var best = 0
    for index in 1..<classes where scores[index] > scores[best] { best = index }
    if best != Int(gold) {
      table.update(keys, Int(gold), by: 1)
      table.update(keys, best, by: -1)
    }
    return UInt8(best)
  }
}
