/// What the taggers see of a word's form: hashes of it, of its ends and of its shape.
///
/// Curly quotation marks count as straight ones, every digit as 0 in ``lower``.
package struct WordAtoms {
  /// The form in lower case (ASCII), digits as 0.
  package let lower: UInt64
  /// The fine and the coarse group of words that are used alike; 0 for a word in none.
  package var fine: UInt64 = 0
  package var coarse: UInt64 = 0
  /// Which tags the word takes, as a number; 0 for a rare word.
  package var group: UInt64 = 0
  /// Endings of one to four bytes, and beginnings of one to three, in lower case.
  package let suffixes: (UInt64, UInt64, UInt64, UInt64)
  package let prefixes: (UInt64, UInt64, UInt64)
  /// Which kinds of characters there are, runs as one.
  package let shape: UInt64
  /// Whether the first character is an upper-case ASCII letter.
  package let isCapitalised: Bool

  package init(_ form: String) {
    var form = form
    self = form.withUTF8 { WordAtoms(bytes: $0) }
  }

  /// The atoms of a form, with what a model's tables know about it.
  package init(_ form: String, groups: some Lookup, clusters: some Lookup) {
    self.init(form)
    group = UInt64((groups[lower] ?? -1) + 1)
    let cluster = clusters[lower] ?? 0
    fine = UInt64(cluster >> 6)
    coarse = UInt64(cluster & 63)
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) {
    // Beyond this length only beginning and end are looked at, so that no word costs more than a line.
    let limit = 64
    self = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: limit) { buffer in
      var count = 0
      var index = 0
      while index < bytes.count && count < limit {
        if index == limit / 2 && bytes.count > limit { index = bytes.count - limit / 2 }
        var byte = bytes[index]
        index += 1
        if byte == 0xe2 && index + 1 < bytes.count && bytes[index] == 0x80 {
          let mark = bytes[index + 1]
          if mark == 0x98 || mark == 0x99 {
            byte = UInt8(ascii: "'")
            index += 2
          } else if mark == 0x9c || mark == 0x9d {
            byte = UInt8(ascii: "\"")
            index += 2
          }
        }
        buffer[count] = byte
        count += 1
      }
      return WordAtoms(normalised: UnsafeMutableBufferPointer(rebasing: buffer[..<count]))
    }
  }

  private init(normalised buffer: UnsafeMutableBufferPointer<UInt8>) {
    var shape: UInt64 = 0
    var last: UInt64 = 0
    isCapitalised = buffer.first.map { (65...90).contains($0) } ?? false
    for index in buffer.indices {
      let byte = buffer[index]
      var kind: UInt64
      switch byte {
      case 65...90: kind = 1
      case 97...122: kind = 2
      case 48...57: kind = 3
      case 128...: kind = 4
      case UInt8(ascii: "-"): kind = 5
      case UInt8(ascii: "."): kind = 6
      default: kind = 7
      }
      if kind == 1 { buffer[index] = byte + 32 }
      if kind == 3 { buffer[index] = 48 }
      // A single capital and a run of them tell initials from acronyms.
      if kind == 1 && last == 1 { kind = 8 }
      if kind != last && shape < 1 << 56 { shape = shape << 4 | kind }
      last = kind
    }
    self.shape = shape
    func hash(_ range: Range<Int>) -> UInt64 {
      FeatureKey.of(bytes: UnsafeBufferPointer(rebasing: buffer[range]))
    }
    let count = buffer.count
    lower = hash(0..<count)
    suffixes = (
      hash(max(0, count - 1)..<count), hash(max(0, count - 2)..<count),
      hash(max(0, count - 3)..<count), hash(max(0, count - 4)..<count)
    )
    prefixes = (hash(0..<min(1, count)), hash(0..<min(2, count)), hash(0..<min(3, count)))
  }
}
