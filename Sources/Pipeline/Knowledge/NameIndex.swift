/// From names, word by word, to what they stand for.
///
/// An open-addressed table of the hashes of all names and of the beginnings of those of several words: a text is
/// followed while its words begin a name. Cost: one probe a word for most words of a text.
struct NameIndex<Value: Equatable & Sendable>: Sendable {
  private struct Node: Sendable {
    let exact: UInt64
    let value: Value
    var next: Int32
  }

  private var keys: [UInt64]
  /// The first and last node of a slot's chain; −1 for a mere beginning.
  private var heads: [Int32]
  private var tails: [Int32]
  private var nodes: [Node] = []
  private var count = 0

  /// In all-capital text a name is known without its case from so many letters on: "IRAN", but "US" is itself.
  private static var capitalsTrusted: Int { 4 }

  /// An empty index with room for so many names.
  init(capacity: Int) {
    var size = 1024
    while size < capacity * 3 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    heads = Array(repeating: -1, count: size)
    tails = Array(repeating: -1, count: size)
    nodes.reserveCapacity(capacity)
  }

  /// Adds what a name stands for, after what it stood for before.
  mutating func add(_ name: UnsafeBufferPointer<UInt8>, _ value: Value) {
    var hasher = NameHasher()
    _ = hasher.absorb(name, onPiece: { _ = reserve($0) })
    guard hasher.pieces > 0 else { return }
    let slot = reserve(hasher.folded)
    append(Node(exact: hasher.exact, value: value, next: -1), to: slot)
    // "al-Shabaab" begins a sentence as "Al-Shabaab".
    if hasher.capitalised != hasher.exact {
      append(Node(exact: hasher.capitalised, value: value, next: -1), to: slot)
    }
  }

  /// Adds what a name stands for.
  mutating func add(_ name: String, _ value: Value) {
    var name = name
    name.withUTF8 { add($0, value) }
  }

  /// The longest name that begins at a word.
  func longest(in words: [String], at start: Int) -> (length: Int, values: [Value])? {
    var hasher = NameHasher()
    var best: (length: Int, values: [Value])?
    var index = start
    while index < words.count {
      var word = words[index]
      let contribution = word.withUTF8 { hasher.absorb($0) }
      if contribution == .barrier { break }
      index += 1
      if contribution == .nothing {
        if index == start + 1 { break }
        continue
      }
      guard let slot = find(hasher.folded) else { break }
      let values = values(at: slot, hasher)
      if !values.isEmpty { best = (index - start, values) }
    }
    return best
  }

  /// What a whole name stands for.
  func values(of name: String) -> [Value] {
    var name = name
    return name.withUTF8 { values(of: $0) }
  }

  /// What a whole name stands for.
  func values(of name: UnsafeBufferPointer<UInt8>) -> [Value] {
    var hasher = NameHasher()
    guard hasher.absorb(name) == .piece, let slot = find(hasher.folded) else { return [] }
    return values(at: slot, hasher)
  }

  private func values(at slot: Int, _ hasher: NameHasher) -> [Value] {
    let anyCase =
      !hasher.hasLowerCase && (hasher.letters >= Self.capitalsTrusted || hasher.pieces > 1)
    var values: [Value] = []
    var node = heads[slot]
    while node >= 0 {
      let found = nodes[Int(node)]
      if anyCase || found.exact == hasher.exact, !values.contains(found.value) {
        values.append(found.value)
      }
      node = found.next
    }
    return values
  }

  private func find(_ key: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: key) & (keys.count - 1)
    while keys[slot] != 0 {
      if keys[slot] == key { return slot }
      slot = (slot + 1) & (keys.count - 1)
    }
    return nil
  }

  private mutating func reserve(_ key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key) & (keys.count - 1)
    while keys[slot] != 0 {
      if keys[slot] == key { return slot }
      slot = (slot + 1) & (keys.count - 1)
    }
    if count * 2 > keys.count {
      grow()
      return reserve(key)
    }
    keys[slot] = key
    count += 1
    return slot
  }

  private mutating func append(_ node: Node, to slot: Int) {
    let position = Int32(nodes.count)
    nodes.append(node)
    if tails[slot] >= 0 { nodes[Int(tails[slot])].next = position } else { heads[slot] = position }
    tails[slot] = position
  }

  private mutating func grow() {
    let (oldKeys, oldHeads, oldTails) = (keys, heads, tails)
    keys = Array(repeating: 0, count: oldKeys.count * 2)
    heads = Array(repeating: -1, count: keys.count)
    tails = heads
    for (old, key) in oldKeys.enumerated() where key != 0 {
      var slot = Int(truncatingIfNeeded: key) & (keys.count - 1)
      while keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
      (keys[slot], heads[slot], tails[slot]) = (key, oldHeads[old], oldTails[old])
    }
  }
}
