import Knowledge
import Record
import Tables
import Testing

/// What the compiled-in lexicons say.
@Suite struct LexiconTests {
  static let base = try? KnowledgeBase()

  @Test("The lexicons hold at least what the documentation says")
  func sizes() throws {
    let base = try #require(Self.base)
    #expect(base.countries.count >= 200)
    #expect(base.entries.count >= 2_000)
    #expect(base.offices.count >= 2_000)
    #expect(base.entries.count + base.countries.count >= 14_500)
    #expect(base.roles.count >= 350)
    #expect(base.localities.count >= 12_000)
    #expect(base.digest.count == 64)
  }

  @Test(
    "A name stands first for what it is best known for",
    arguments: [
      ("Afghanistan", "AFG"), ("Afghans", "AFG"), ("U.S.", "USA"), ("the United States", "USA"),
      ("Kabul", "AFG"), ("the Kremlin", "RUS"), ("the White House", "USA"), ("Ankara", "TUR"),
      ("Baku", "AZE"), ("Soviet", "SUN"), ("Türkiye", "TUR"), ("Turkiye", "TUR"),
      ("Côte d'Ivoire", "CIV"), ("Cote d’Ivoire", "CIV"), ("People's Republic of China", "CHN"),
      ("Great Britain", "GBR"),
    ])
  func countryNames(name: String, alpha3: String) throws {
    let base = try #require(Self.base)
    let index =
      switch try #require(base.referents(ofName: name).first) {
      case .country(let index), .demonym(let index), .seat(let index): index
      default: -1
      }
    #expect(base.countries.indices.contains(index))
    #expect(base.countries[index].alpha3 == alpha3)
  }

  @Test(
    "Parties are known by their names in the news",
    arguments: [
      ("UN", "igo/united-nations"), ("NATO", "igo/north-atlantic-treaty-organization"),
      ("Afghan Taliban", "armed_group/taliban"),
      ("Pakistani Taliban", "armed_group/tehrik-i-taliban-pakistan"),
      ("ISIS", "armed_group/islamic-state"), ("al-Qaida", "armed_group/al-qaeda"),
      ("Mujahiddin", "armed_group/afghan-mujahideen"), ("FSB", "office/federal-security-service"),
      ("Knesset", "office/knesset"), ("Reuters", "media/reuters"),
      ("Médecins Sans Frontières", "ngo/doctors-without-borders"),
      ("Volodymyr Zelensky", "person/volodymyr-zelenskyy"),
    ])
  func parties(name: String, id: String) throws {
    let base = try #require(Self.base)
    guard case .entry(let index) = base.referents(ofName: name).first else {
      Issue.record("\(name) is no party")
      return
    }
    #expect(base.entries[index].id == id)
  }

  @Test(
    "Offices have their holders of the day, by any wording of the title",
    arguments: [
      ("president", "AFG", "2018-11-02", "Ashraf Ghani"),
      ("President of Afghanistan", "AFG", "2010-01-01", "Hamid Karzai"),
      ("president", "USA", "2018-11-02", "Donald Trump"),
      ("foreign minister", "RUS", "2018-11-02", "Sergei Lavrov"),
      ("secretary of state", "USA", "2018-11-02", "Mike Pompeo"),
      ("premier", "CHN", "2018-11-02", "Li Keqiang"),
      ("chancellor", "DEU", "2015-07-01", "Angela Merkel"),
      ("defense minister", "TUR", "2020-01-01", "Hulusi Akar"),
      ("president", "AZE", "2024-11-12", "Ilham Aliyev"),
      ("president", "GEO", "2024-05-10", "Salome Zourabichvili"),
      ("FM", "ARM", "2024-05-10", "Ararat Mirzoyan"),
    ])
  func holders(title: String, country: String, day: String, name: String) throws {
    let base = try #require(Self.base)
    let day = try #require(CalendarDay(iso: day))
    let held = base.holders(ofTitle: title, country: country, on: day)
    #expect(held.compactMap { base.entry(id: $0.person)?.name } == [name])
  }

  @Test("No two people hold at once an office that one person at a time can hold")
  func noOverlap() throws {
    let base = try #require(Self.base)
    #expect(
      base.exclusiveTitles.isSuperset(of: ["president", "prime minister", "foreign minister"]))
    for country in base.countries {
      for title in base.exclusiveTitles {
        let held = base.holdings(ofTitle: title, country: country.alpha3)
        for (index, office) in held.enumerated() {
          for later in held[(index + 1)...] where later.person != office.person {
            // Successors take over on the day, or in the month or year, in which their predecessors leave.
            let fineness = min(office.end?.count ?? 10, later.start.count)
            let isOver =
              office.end.map { $0.prefix(fineness) <= later.start.prefix(fineness) } ?? false
            #expect(isOver, "\(office) \(later)")
          }
        }
      }
    }
  }

  @Test("Every state of ISO 3166-1 is there, and no two have one code")
  func codes() throws {
    let base = try #require(Self.base)
    let current = base.countries.filter { !Self.past.contains($0.alpha3) }
    // The 249 of the standard, and Kosovo by custom.
    #expect(current.count == 250)
    #expect(current.contains { $0.alpha3 == "XKX" })
    for code in [
      Set(base.countries.map(\.alpha3)), Set(base.countries.map(\.name)),
      Set(base.countries.map(\.cameo)),
    ] {
      #expect(code.count == base.countries.count)
    }
    #expect(Set(current.map(\.alpha2)).count == current.count)
    for codes in [current.compactMap(\.fips), current.compactMap { $0.cow.map(String.init) }] {
      #expect(Set(codes).count == codes.count)
    }
    for country in base.countries {
      #expect(country.alpha2.utf8.count == 2 && country.alpha2.utf8.allSatisfy(Self.isCapital))
      #expect(country.alpha3.utf8.count == 3 && country.alpha3.utf8.allSatisfy(Self.isCapital))
      #expect(country.cameo.utf8.count == 3, "\(country.name)")
      #expect(country.fips.map { $0.utf8.count == 2 } ?? true, "\(country.name)")
      #expect(country.cow.map { (1...999).contains($0) } ?? true, "\(country.name)")
    }
    // The members of the United Nations but none else have a number of the Correlates of War, Kosovo and Taiwan aside.
    #expect(current.filter { $0.cow != nil }.count == 195)
  }

  /// States that are no more, by ISO 3166-3 or, before it, by custom.
  private static let past: Set<String> = [
    "SUN", "YUG", "SCG", "CSK", "DDR", "YMD", "VDR", "ANT",
  ]

  private static func isCapital(_ byte: UInt8) -> Bool { (65...90).contains(byte) }

  @Test("Every office ends on or after its first day and has a title and sectors")
  func officeDates() throws {
    let base = try #require(Self.base)
    for office in base.offices {
      if let end = office.end {
        #expect(end.prefix(office.start.count) >= office.start.prefix(end.count), "\(office)")
      }
      #expect(!office.title.isEmpty && !office.sectors.isEmpty, "\(office)")
    }
  }

  @Test("Every place lies on the globe, in a known country or in none")
  func places() throws {
    let base = try #require(Self.base)
    var ids: Set<Int> = []
    for place in base.localities {
      #expect(!place.name.isEmpty)
      #expect(abs(place.latitude) <= 90 && abs(place.longitude) <= 180, "\(place)")
      #expect(place.latitude != 0 || place.longitude != 0, "\(place)")
      #expect(place.country.isEmpty || place.country.count == 3, "\(place)")
      if let id = place.geonames { #expect(ids.insert(id).inserted, "\(place)") }
    }
  }

  @Test("Every state of the United Nations' size has its capital in the gazetteer")
  func capitals() throws {
    let base = try #require(Self.base)
    for country in ["AFG", "RUS", "USA", "GBR", "AZE", "ARM", "TUR", "IRN", "PAK", "SYR", "UKR"] {
      let capital = try #require(base.country(alpha3: country)?.capital)
      let found = base.referents(ofName: capital).contains { referent in
        guard case .locality(let index) = referent else { return false }
        return base.localities[index].country == country
      }
      #expect(found, "\(capital)")
    }
  }

  @Test(
    "A role noun gives its bearer's sectors, the longest noun at the phrase's end first",
    arguments: [
      ("senior government officials", [Actor.Sector.government], Actor.Kind.person),
      ("foreign ministry spokeswoman", [.government], .person),
      ("taliban insurgents", [.rebel], .person),
      ("gunmen", [.unaffiliatedForces], .person),
      ("policewomen", [.police], .person),
      ("opposition politicians", [.opposition], .person),
      ("refugees", [.refugee], .population),
      ("foreign ministry", [.government], .office),
    ])
  func roles(phrase: String, sectors: [Actor.Sector], kind: Actor.Kind) throws {
    let base = try #require(Self.base)
    let role = try #require(base.role(ofNoun: phrase))
    #expect(role.sectors == sectors)
    #expect(role.kind == kind)
  }

  @Test("A noun that is no role gives none", arguments: ["", "table", "official document"])
  func noRole(phrase: String) throws {
    let base = try #require(Self.base)
    #expect(base.role(ofNoun: phrase) == nil)
  }

  @Test(
    "Whom a state was served by is known for the years that the lists tell",
    arguments: [
      ("Natiq Aliyev", "2009-05-05", "AZE"), ("Polad Bulbuloglu", "2003-06-01", "AZE"),
      ("Ralph Goodale", "2004-01-01", "CAN"), ("Ryozo Kato", "2003-05-01", "JPN"),
    ])
  func service(name: String, day: String, country: String) throws {
    let base = try #require(Self.base)
    let day = try #require(CalendarDay(iso: day))
    let found = base.referents(ofName: name).compactMap { referent in
      if case .entry(let index) = referent { index } else { nil }
    }
    let index = try #require(found.first)
    #expect(base.entries[index].kind == .person)
    let held = base.affiliations(ofEntry: index).filter { $0.covers(day) }
    #expect(held.map(\.country) == [country])
    #expect(held.allSatisfy { $0.sectors.first == .government && $0.source == "P" })
  }

  @Test(
    "Nobody bears the service of somebody else of a like name, who bears it",
    arguments: [
      ("Aung San Suu Kyi", "Kyi Aung", "2004-06-01"),
      ("Min Aung Hlaing", "Aung Min", "2006-06-01"),
      ("Lee Jae-myung", "Lee Jae-yong", "2005-09-01"),
      ("Kim Jong-pil", "Kim Jong-min", "2007-06-01"),
      ("Tsutomu Hata", "Tsutomu Sato", "2009-03-01"),
      ("Zillur Rahman", "Hossain Zillur Rahman", "2008-06-01"),
      ("Khalid al-Attiyah", "Abdallah bin Khalid al-Attiyah", "2004-06-01"),
    ])
  func likeNames(known: String, served: String, day: String) throws {
    let base = try #require(Self.base)
    let day = try #require(CalendarDay(iso: day))
    func held(by name: String) -> [Int] {
      base.referents(ofName: name).flatMap { referent -> [Int] in
        guard case .entry(let index) = referent else { return [] }
        return base.affiliations(ofEntry: index).filter { $0.covers(day) }.map { _ in index }
      }
    }
    #expect(held(by: known) == [])
    #expect(held(by: served).count == 1)
  }

  @Test(
    "Every line of the compiled-in lexicons would pass the check of a folder, and has its source")
  func compiledIn() throws {
    var files: [String: String] = [:]
    for path in EmbeddedFile.paths where path.hasPrefix("lexicons/knowledge/") {
      guard !path.hasSuffix("place-words.tsv"), let file = EmbeddedFile(path) else { continue }
      files[String(path.dropFirst("lexicons/knowledge/".count))] = file.text
    }
    let sourced = [
      "offices.tsv": 7, "people.tsv": 5, "organisations.tsv": 5, "affiliations.tsv": 6,
    ]
    for (name, column) in sourced {
      let text = try #require(files[name])
      for line in text.split(separator: "\n") where !line.hasPrefix("#") {
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
        #expect(cells.count > column && ["G", "P", "G,P"].contains(cells[column]), "\(line)")
      }
    }
    let folder = try LexiconFolder(files)
    let found = try KnowledgeBase.check(folder: folder.path)
    #expect(found.faults.map(\.description) == [])
    #expect(found.entries >= 39_000)
  }

  @Test("There are more than ten thousand dated affiliations beside the offices")
  func affiliationCount() throws {
    let base = try #require(Self.base)
    var count = 0
    for index in base.entries.indices {
      let service = base.affiliations(ofEntry: index)
      count += service.count
      for held in service {
        #expect(!held.start.isEmpty && !held.sectors.isEmpty, "\(base.entries[index])")
      }
    }
    #expect(count >= 10_500)
  }
}
