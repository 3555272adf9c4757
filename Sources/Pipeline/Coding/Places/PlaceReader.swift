import Knowledge
import Record
import Syntax
import Tables

/// Finds places and where they lie.
///
/// A name is a place where the sentence makes it one ("in Kabul", "Kabul airport", "reached Kabul"); "Kabul" as a
/// subject is a government, which is left to the mentions. Which place of the name is meant is told by its size and
/// by the countries that the text names. Cost: linear in the words.
struct PlaceReader: Sendable {
  private let knowledge: KnowledgeBase
  private let words: PlaceWords

  init(knowledge: KnowledgeBase) throws {
    self.knowledge = knowledge
    words = try PlaceWords()
  }

  func read(_ reading: inout Reading) {
    let tree = reading.tree
    let sightings = tree.sentences.map { self.sightings(in: $0.words, of: tree) }
    var named: [String: Int] = [:]
    for sighting in sightings.joined() {
      for country in sighting.countries { named[country, default: 0] += 1 }
    }
    let use = PlaceUse(tree: tree, words: words)
    let resolver = PlaceResolver(knowledge: knowledge, named: named)
    let surnames = use.surnames()
    for (sentence, seen) in zip(tree.sentences, sightings) {
      var found: [PlaceFound] = []
      let countries = Set(seen.flatMap(\.countries))
      for (position, sighting) in seen.enumerated() {
        let next = position + 1 < seen.count ? seen[position + 1] : nil
        let container = self.container(of: sighting, next: next, in: tree)
        if let place = place(
          sighting, use: use, resolver: resolver, countries: countries, container: container,
          surnames: surnames)
        {
          found.append(place)
        }
      }
      let capitals = self.capitals(
        in: sentence, seen: seen, found: found, use: use, resolver: resolver)
      // "The capital of Afghanistan" is one place.
      found.removeAll { place in capitals.contains { $0.words.overlaps(place.words) } }
      found += capitals
      reading.places += found.sorted { $0.words.lowerBound < $1.words.lowerBound }
    }
  }

  /// A known name in the text.
  private struct Sighting {
    var words: Range<Int>
    var head: Int
    var referents: [KnowledgeBase.Referent]
    /// The country that it speaks of, where it can speak of but one.
    var countries: [String]
    var isSeat: Bool
    var isDemonym: Bool
  }

  private func sightings(in sentence: Range<Int>, of tree: SyntaxTree) -> [Sighting] {
    let forms = sentence.map { tree.words[$0].form }
    var sightings: [Sighting] = []
    var index = 0
    while index < forms.count {
      guard let (length, referents) = knowledge.longestName(in: forms, at: index) else {
        index += 1
        continue
      }
      let start = sentence.lowerBound + index
      let words = start..<start + length
      index += length
      let head = words.first { tree.words[$0].head.map { !words.contains($0) } ?? true } ?? start
      var countries: [String] = []
      var (isSeat, isDemonym) = (false, false)
      // "Tripoli" speaks of no country while it may be either city.
      let places = Set(referents.compactMap { country(of: $0) })
      for referent in referents {
        switch referent {
        case .country(let index):
          countries.append(knowledge.countries[index].alpha3)
          isSeat = true
        case .demonym(let index):
          countries.append(knowledge.countries[index].alpha3)
          isDemonym = true
        case .seat(let index):
          if places.count < 2 { countries.append(knowledge.countries[index].alpha3) }
          isSeat = true
        default: break
        }
      }
      if countries.isEmpty, let place = places.first, places.count == 1 { countries = [place] }
      sightings.append(
        Sighting(
          words: words, head: head, referents: referents, countries: countries, isSeat: isSeat,
          isDemonym: isDemonym))
    }
    return sightings
  }

  private func country(of referent: KnowledgeBase.Referent) -> String? {
    switch referent {
    case .entry(let index): knowledge.entries[index].country
    case .locality(let index): Optional(knowledge.localities[index].country)
    default: nil
    }
  }

  /// The country after a comma: "Kandahar, Afghanistan".
  private func container(of sighting: Sighting, next: Sighting?, in tree: SyntaxTree) -> String? {
    guard let next, next.words.lowerBound == sighting.words.upperBound + 1,
      tree.words[sighting.words.upperBound].form == ",", !next.isDemonym
    else { return nil }
    for case .country(let index) in next.referents { return knowledge.countries[index].alpha3 }
    for case .locality(let index) in next.referents { return knowledge.localities[index].country }
    return nil
  }

  private func place(
    _ sighting: Sighting, use: PlaceUse, resolver: PlaceResolver, countries: Set<String>,
    container: String?, surnames: Set<String>
  ) -> PlaceFound? {
    let tree = use.tree
    let word = tree.words[sighting.head]
    guard word.upos != .adj, word.upos != .verb, word.upos != .aux, word.upos != .adp,
      tree.words[sighting.words.lowerBound].form.first?.isUppercase ?? false,
      !use.isPart(sighting.words),
      let choice = resolver.choose(
        among: sighting.referents, sentence: countries, container: container),
      let rule = use.rule(
        for: sighting.words, head: sighting.head, isSeat: sighting.isSeat)
    else { return nil }
    switch choice {
    case .country(let index):
      let country = knowledge.countries[index]
      return PlaceFound(
        words: sighting.words, head: sighting.head, name: country.name, country: country.alpha3,
        rule: rule)
    case .locality(let index):
      // A name that a bare subject or object bears is rather a person's or a team's, but of great places.
      let locality = knowledge.localities[index]
      if locality.population > 0, use.hasDeterminer(sighting.head) { return nil }
      if isPerson(sighting, population: locality.population, surnames: surnames, in: tree) {
        return nil
      }
      if rule == "name", word.upos != .propn || (1..<100_000).contains(locality.population) {
        return nil
      }
      return found(
        locality, words: sighting.words, head: sighting.head,
        name: sighting.words.map { tree.words[$0].form }.joined(separator: " "), rule: rule)
    }
  }

  /// Whether a town's name is rather a surname here: "Clinton" where the text has named a Clinton, or the world knows one.
  private func isPerson(
    _ sighting: Sighting, population: Int, surnames: Set<String>, in tree: SyntaxTree
  ) -> Bool {
    guard sighting.words.count == 1, !sighting.isSeat, population > 0 else { return false }
    let form = tree.words[sighting.head].form
    if surnames.contains(form) { return true }
    return population < 500_000 && !knowledge.people(surname: form).isEmpty
  }

  private func found(
    _ locality: KnowledgeBase.Locality, words: Range<Int>, head: Int, name: String, rule: String
  ) -> PlaceFound {
    PlaceFound(
      words: words, head: head, name: name,
      country: locality.country.isEmpty ? nil : locality.country, admin1: locality.admin1,
      latitude: locality.latitude, longitude: locality.longitude, geonames: locality.geonames,
      rule: rule)
  }

  /// "in the Afghan capital", "in Afghanistan's capital", "in the capital of Afghanistan".
  private func capitals(
    in sentence: Sentence, seen: [Sighting], found: [PlaceFound], use: PlaceUse,
    resolver: PlaceResolver
  ) -> [PlaceFound] {
    let tree = use.tree
    var capitals: [PlaceFound] = []
    let cities = found.filter { $0.latitude != nil }
    let heads = Set(cities.map(\.head))
    let starts = Set(cities.map(\.words.lowerBound))
    var owners: [Int: Sighting] = [:]
    for sighting in seen where !sighting.countries.isEmpty {
      guard let governor = tree.words[sighting.head].head, owners[governor] == nil else { continue }
      owners[governor] = sighting
    }
    for index in sentence.words where use.lemma(index) == "capital" {
      guard tree.words[index].upos == .noun, use.afterPreposition(index) != nil,
        // Where the capital is named beside it, its name is the place.
        !starts.contains(index + 1), !starts.contains(index + 2),
        !tree.dependents[index].contains(where: heads.contains),
        let owner = owners[index],
        let country = knowledge.country(alpha3: owner.countries[0]),
        let capital = resolver.capital(of: country)
      else { continue }
      let members = tree.dependents[index].filter {
        ["det", "amod", "nmod", "compound"].contains(tree.words[$0].relation.universal)
      }
      let start = (members + [index] + Array(owner.words)).min() ?? index
      let end = max(index + 1, owner.words.upperBound)
      capitals.append(
        self.found(
          capital, words: start..<end, head: index, name: country.capital, rule: "capital"))
    }
    return capitals
  }
}
