import Knowledge

/// Chooses which of the places of one name a text means: by its people, and by the countries that the text names.
struct PlaceResolver {
  /// A country or a place of the gazetteer.
  enum Choice: Equatable {
    case country(Int)
    case locality(Int)
  }

  /// What speaks for a place, in powers of ten of people.
  private enum Weight {
    /// Regions and others whose people are not counted are as well known as a city of a million.
    static let uncounted = 6.0
    static let country = 8.0
    static let capital = 1.5
    static let namedInText = 1.0
    static let namedMost = 2.5
    static let namedInSentence = 1.0
    static let container = 20.0
  }

  let knowledge: KnowledgeBase
  /// How often the text names each country, by name, seat or people.
  let named: [String: Int]
  private let most: Double

  init(knowledge: KnowledgeBase, named: [String: Int]) {
    self.knowledge = knowledge
    self.named = named
    most = Double(named.values.max() ?? 1)
  }

  /// The best of the referents that are places; nil where none is.
  func choose(
    among referents: [KnowledgeBase.Referent], sentence: Set<String>, container: String?
  ) -> Choice? {
    var best: (choice: Choice, score: Double)?
    for referent in referents {
      let choice: Choice
      let score: Double
      switch referent {
      case .country(let index):
        choice = .country(index)
        score = Weight.country + context(knowledge.countries[index].alpha3, sentence, container)
      case .locality(let index):
        let locality = knowledge.localities[index]
        choice = .locality(index)
        score = known(locality) + context(locality.country, sentence, container)
      default: continue
      }
      if score > best?.score ?? -1 { best = (choice, score) }
    }
    return best?.choice
  }

  private func known(_ locality: KnowledgeBase.Locality) -> Double {
    var score = Weight.uncounted
    if locality.population > 0 {
      // The number of bits is all that the order of magnitude needs.
      score = Double(Int.bitWidth - locality.population.leadingZeroBitCount) * 0.301
    }
    if knowledge.country(alpha3: locality.country)?.capital == locality.name {
      score += Weight.capital
    }
    return score
  }

  private func context(_ country: String, _ sentence: Set<String>, _ container: String?) -> Double {
    var score = 0.0
    if let count = named[country] {
      score += Weight.namedInText + Weight.namedMost * Double(count) / most
    }
    if sentence.contains(country) { score += Weight.namedInSentence }
    if container == country { score += Weight.container }
    return score
  }

  /// The capital of a country in the gazetteer.
  func capital(of country: KnowledgeBase.Country) -> KnowledgeBase.Locality? {
    for case .locality(let index) in knowledge.referents(ofName: country.capital) {
      let locality = knowledge.localities[index]
      if locality.country == country.alpha3 { return locality }
    }
    return nil
  }
}
