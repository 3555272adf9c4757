import Knowledge
import Record
import Testing

/// What the compiled-in lexicons say.
@Suite struct LexiconTests {
  static let base = try? KnowledgeBase()

  @Test("The lexicons hold at least what the documentation says")
  func sizes() throws {
    let base = try #require(Self.base)
    #expect(base.countries.count >= 200)
    #expect(base.entries.count >= 2_000)
    #expect(base.offices.count >= 1_500)
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

  @Test(
    "No two people hold at once an office that only one can hold",
    arguments: [
      "president", "prime minister", "foreign minister", "defence minister", "interior minister",
      "finance minister", "supreme leader", "king", "crown prince", "speaker of parliament",
      "chief of the general staff", "national security adviser",
    ])
  func noOverlap(title: String) throws {
    let base = try #require(Self.base)
    for country in base.countries {
      // The days on which an office is known to the day to begin: nobody else may hold it the day after.
      let offices = base.offices.filter { $0.country == country.alpha3 && $0.start.count == 10 }
      for office in offices {
        guard let day = CalendarDay(iso: office.start)?.adding(days: 1), office.covers(day) else {
          continue
        }
        let held = base.holders(ofTitle: title, country: country.alpha3, on: day)
          .filter { ($0.end?.count ?? 10) == 10 && $0.start.count == 10 }
          // Successors take over on the day that their predecessors leave.
          .filter { $0.end != day.description }
        #expect(
          Set(held.map(\.person)).count <= 1,
          "\(country.name), \(title), \(day): \(held.map(\.person))")
      }
    }
  }

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
}
