import Record

/// A portal's pages, made up from patterns: each has an address, a time, paragraphs, and the portal's news line.
struct SyntheticNews {
  private let count: Int
  private let seed: UInt64
  private let minutesApart = 7

  init(count: Int, seed: UInt64) {
    self.count = count
    self.seed = seed
  }

  /// The page of this number, by itself: any page can be made without those before it.
  func page(_ index: Int) -> String {
    let title = headline(index)
    var source = Chooser(seed: seed, stream: UInt64(index) * 2 + 1)
    let paragraphs = (0..<(4 + source.below(4))).map { _ in
      (0..<(1 + source.below(3))).map { _ in sentence(&source) }.joined(separator: " ")
    }
    let day = dateLine(index)
    let neighbours = (1...8).map { (index + count - $0) % count }.filter { $0 != index }
    let list = neighbours.map {
      "<li><time datetime=\"\(dateLine($0))\">\(dateLine($0).suffix(5))</time> "
        + "<a href=\"/\(section($0).lowercased())/\($0)\">\(headline($0))</a></li>"
    }
    return """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><title>\(title) | The Northern Post</title>
      <link rel="canonical" href="https://www.northernpost.example/\(section(index).lowercased())/\(index)">
      <meta property="article:published_time" content="\(day)">
      <meta property="article:section" content="\(section(index))"></head>
      <body><nav><a href="/">Home</a> <a href="/world">World</a> <a href="/economy">Economy</a></nav>
      <main><article><h1>\(title)</h1>
      \(paragraphs.map { "<p>\($0)</p>" }.joined(separator: "\n"))
      </article><aside><h3>Latest news</h3><ul>
      \(list.joined(separator: "\n"))
      </ul></aside></main><footer><p>© The Northern Post. <a href="/about">About us</a></p></footer>
      </body></html>

      """
  }

  /// Minutes and days from a fixed morning on.
  private func dateLine(_ index: Int) -> String {
    let minutes = 6 * 60 + index * minutesApart
    let first = CalendarDay(year: 2019, month: 1, day: 7)
    let day = first?.adding(days: minutes / 1440)?.description ?? "2019-01-07"
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
    return "\(day)T\(two(minutes % 1440 / 60)):\(two(minutes % 60))"
  }

  private func section(_ index: Int) -> String {
    var source = Chooser(seed: seed, stream: UInt64(index) * 2)
    return source.one(of: Self.sections)
  }

  private func headline(_ index: Int) -> String {
    var source = Chooser(seed: seed, stream: UInt64(index) * 2)
    _ = source.one(of: Self.sections)
    return filled(source.one(of: Self.headlines), &source) + ", day \(index)"
  }

  private func sentence(_ source: inout Chooser) -> String {
    filled(source.one(of: Self.sentences), &source)
  }

  /// A pattern with its places filled: A and B are different states, C is A's capital, N a number, P a person, T a topic, W a weekday.
  private func filled(_ pattern: String, _ source: inout Chooser) -> String {
    let first = source.below(Self.states.count)
    let second = (first + 1 + source.below(Self.states.count - 1)) % Self.states.count
    var text = ""
    var isPlace = false
    for character in pattern {
      if character == "$" {
        isPlace = true
        continue
      }
      guard isPlace else {
        text.append(character)
        continue
      }
      isPlace = false
      switch character {
      case "A": text += Self.states[first].name
      case "B": text += Self.states[second].name
      case "C": text += Self.states[first].capital
      case "N": text += String(2 + source.below(400))
      case "P": text += source.one(of: Self.givenNames) + " " + source.one(of: Self.familyNames)
      case "T": text += source.one(of: Self.topics)
      default: text += source.one(of: Self.weekdays)
      }
    }
    return text
  }
}

/// Choices that are the same wherever they are made (SplitMix64; Steele, Lea and Flood 2014).
private struct Chooser {
  private var state: UInt64

  init(seed: UInt64, stream: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 ^ stream &* 0xD1B5_4A32_D192_ED03
  }

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ mixed >> 31) % UInt64(limit))
  }

  mutating func one<Item>(of items: [Item]) -> Item { items[below(items.count)] }
}

extension SyntheticNews {
  fileprivate static let sections = ["World", "Economy", "Politics", "Sea", "Science"]

  fileprivate static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]

  fileprivate static let topics = [
    "fishing rights", "the border crossing", "gas prices", "the ceasefire", "grain exports",
    "prisoner exchanges", "the new bridge", "shipping lanes", "tariffs", "the climate fund",
  ]

  fileprivate static let givenNames = [
    "Anna", "Jonas", "Mara", "Tomas", "Ilse", "Peter", "Rana", "Omar", "Lena", "Viktor",
  ]

  fileprivate static let familyNames = [
    "Falk", "Lindqvist", "Moreau", "Adeyemi", "Castell", "Hartono", "Novik", "Berger", "Sato",
    "Quist",
  ]

  fileprivate static let states: [(name: String, capital: String)] = [
    ("Norway", "Oslo"), ("Iceland", "Reykjavik"), ("Russia", "Moscow"), ("Turkey", "Ankara"),
    ("France", "Paris"), ("Germany", "Berlin"), ("Poland", "Warsaw"), ("Ukraine", "Kyiv"),
    ("India", "New Delhi"), ("Pakistan", "Islamabad"), ("Iran", "Tehran"), ("Iraq", "Baghdad"),
    ("Egypt", "Cairo"), ("Sudan", "Khartoum"), ("Kenya", "Nairobi"), ("Japan", "Tokyo"),
    ("China", "Beijing"), ("Vietnam", "Hanoi"), ("Brazil", "Brasilia"), ("Chile", "Santiago"),
    ("Canada", "Ottawa"), ("Mexico", "Mexico City"), ("Qatar", "Doha"), ("Spain", "Madrid"),
  ]

  fileprivate static let headlines = [
    "$A invites $B to talks on $T", "$B rejects $A's offer on $T", "$A and $B sign deal on $T",
    "$A accuses $B over $T", "Protests in $C over $T", "$A sends aid to $B",
    "$A threatens $B with sanctions", "$A and $B postpone meeting on $T",
  ]

  fileprivate static let sentences = [
    "$A has invited $B to talks on $T in $C next month.",
    "$B refused to take part in the meeting, its foreign ministry said on $W.",
    "“We want to settle $T this year,” said $P, a spokesman for the government of $A.",
    "The president of $A met the prime minister of $B in $C on $W.",
    "$A accused $B of blocking $T.", "$P denied the reports.",
    "More than $N people protested in $C on $W.",
    "$A imposed sanctions on $B after talks on $T failed.",
    "The two countries signed an agreement on $T in $C.",
    "$A will send $N trucks of food to $B, $P told reporters.",
    "Police in $C arrested $N people.",
    "Soldiers from $A attacked a village near the border with $B.",
    "$B demanded that $A release $N prisoners.", "The meeting between $A and $B was postponed.",
    "An official in $C declined to comment on $T.",
    "$A welcomed the decision and promised to support $B.",
    "The United Nations condemned the attack and called for an end to the fighting.",
    "According to $P, $B withdrew $N soldiers on $W.",
  ]
}
