import Foundation
import Knowledge
import Record
import Tables
import Testing

@Suite struct UserLexiconTests {
  static let invented = [
    "countries.tsv":
      "QZA\tQZ\tQZA\t-\t-\tthe Republic of Quzam\tOldport\tQuzam|Q.Z.\tQuzami|Quzamis\tOldport|the Blue Tower",
    "organisations.tsv": "Harbour Guild of Quzam\tngo\tQZA\tLAB|NGO\tHarbour Guild",
    "armed-groups.tsv": "al-Vardiya\tarmed_group\tQZA\tREB\tal Vardia",
    "people.tsv": "Ilmar van der Toom\tQZA\t\tthe Old Fox",
    "offices.tsv": """
    Ilmar van der Toom\tPresident\tQZA\t2001-03-05\t2009
    Oda Brell\tPresident\tQZA\t2009\t2015-02
    Oda Brell\tForeign Minister\tQZA\t2016-01-02
    """,
    "regions.tsv": "Greyfen\tQZA\tMarches\t10.5\t-20.25",
    "aliases.tsv": "the Guild\tthe Harbourers\nthe Harbourers\tHarbour Guild",
  ]

  func base() throws -> KnowledgeBase {
    let folder = try LexiconFolder(Self.invented)
    return try KnowledgeBase(folders: [folder.path])
  }

  @Test(
    "A name is found word by word, however it is split, marked or capitalised",
    arguments: [
      (["Quzam"], 1, "QZA"), (["Q.Z."], 1, "QZA"), (["QZ"], 1, "QZA"),
      (["Blue", "Tower", "said"], 2, "QZA"), (["QUZAMIS", "MARCH"], 1, "QZA"),
      (["Republic", "of", "Quzam", "and"], 3, "QZA"),
    ])
  func countryNames(words: [String], length: Int, country: String) throws {
    let base = try base()
    let found = try #require(base.longestName(in: words, at: 0))
    #expect(found.length == length)
    let index =
      switch try #require(found.referents.first) {
      case .country(let index), .demonym(let index), .seat(let index): index
      default: -1
      }
    #expect(base.countries.indices.contains(index))
    #expect(base.countries[index].alpha3 == country)
  }

  @Test(
    "Hyphens, apostrophes and marks do not part a name from its spellings",
    arguments: [
      ["al-Vardiya"], ["al", "-", "Vardiya"], ["Al", "Vardiya"], ["AL-VARDIYA"], ["el-Várdiya"],
      ["al", "Vardia"],
    ])
  func spellings(words: [String]) throws {
    let base = try base()
    let found = try #require(base.longestName(in: words + ["struck"], at: 0))
    #expect(found.length == words.count)
    #expect(base.referents(ofName: "al-Vardiya") == found.referents)
  }

  @Test(
    "Other case, other words and punctuation are no name",
    arguments: [
      ["quzam"], ["Quzams"], ["blue", "tower"], ["Blue", ",", "Tower"], ["-"], ["."], [""],
    ])
  func noNames(words: [String]) throws {
    #expect(try base().longestName(in: words, at: 0) == nil)
  }

  @Test("Aliases lead through others to the entry")
  func aliases() throws {
    let base = try base()
    #expect(base.referents(ofName: "the Guild") == base.referents(ofName: "Harbour Guild"))
    #expect(!base.referents(ofName: "Guild").isEmpty)
  }

  @Test(
    "A surname is known with and without its particles",
    arguments: ["Toom", "van der Toom"])
  func surnames(surname: String) throws {
    let base = try base()
    #expect(
      base.people(surname: surname).map { base.entries[$0].id } == ["person/ilmar-van-der-toom"])
  }

  @Test(
    "The holder of an office is the one of that day, as finely as its dates are known",
    arguments: [
      ("2001-03-04", []), ("2001-03-05", ["person/ilmar-van-der-toom"]),
      ("2009-07-01", ["person/oda-brell", "person/ilmar-van-der-toom"]),
      ("2015-02-28", ["person/oda-brell"]), ("2015-03-01", []),
    ])
  func holders(day: String, people: [String]) throws {
    let day = try #require(CalendarDay(iso: day))
    let held = try base().holders(ofTitle: "President", country: "QZA", on: day)
    #expect(held.map(\.person) == people)
  }

  @Test("A person's offices come latest first, titles with their country")
  func offices() throws {
    let offices = try base().offices(ofPerson: "person/oda-brell")
    #expect(
      offices.map(\.title)
        == ["Foreign Minister of the Republic of Quzam", "President of the Republic of Quzam"])
    #expect(offices.map(\.end) == [nil, "2015-02"])
  }

  @Test("A place has its coordinates")
  func places() throws {
    let base = try base()
    guard case .locality(let index) = base.referents(ofName: "Greyfen").first else {
      Issue.record("no place of that name")
      return
    }
    let place = base.localities[index]
    #expect(place.latitude == 10.5)
    #expect(place.longitude == -20.25)
    #expect(place.admin1 == "Marches")
    #expect(place.geonames == nil)
  }

  @Test("Another folder's lexicons replace what earlier ones said of the same id")
  func overriding() throws {
    let first = try LexiconFolder(Self.invented)
    let second = try LexiconFolder([
      "armed-groups.tsv": "al-Vardiya\tarmed_group\tQZA\tPRM"
    ])
    let base = try KnowledgeBase(folders: [first.path, second.path])
    #expect(base.entry(id: "armed_group/al-vardiya")?.sectors == [.paramilitary])
    #expect(base.digest != (try KnowledgeBase(folders: [first.path])).digest)
  }

  @Test(
    "What is wrong in a lexicon is named by file, line and column",
    arguments: [
      (["people.tsv": "# a\nA B\t\t\t\t\t\t\t"], "people.tsv:2: 8 columns"),
      (["people.tsv": "A B\tQQQ"], "people.tsv:1: column 2 (country): 'QQQ'"),
      (["people.tsv": "A B\t\tXYZ"], "people.tsv:1: column 3 (sectors): 'XYZ'"),
      (["people.tsv": "A B\n\nA. B"], "people.tsv:3: column 1 (name): 'person/a-b' is defined"),
      (["organisations.tsv": "A B\tclub"], "organisations.tsv:1: column 2 (kind): 'club'"),
      (["organisations.tsv": "A B"], "organisations.tsv:1: column 2 (kind): is empty"),
      (["countries.tsv": "ab\t-\t-\t-\t-\tA"], "countries.tsv:1: column 1 (alpha3): 'ab'"),
      (
        ["countries.tsv": "QQQ\t-\t-\tx\t-\tA"], "countries.tsv:1: column 4 (COW): 'x'"
      ),
      (
        ["offices.tsv": "A B\tMayor\t\t2018-02-30"],
        "offices.tsv:1: column 4 (start): '2018-02-30' is no date"
      ),
      (
        ["offices.tsv": "A B\tMayor\t\t2018-02\t2017"],
        "offices.tsv:1: column 5 (end): '2017' is before"
      ),
      (["aliases.tsv": "A\tB\nB\tA"], "aliases.tsv:1: column 2 (name): the alias 'A' leads back"),
      (["aliases.tsv": "A\tNobody Known"], "aliases.tsv:1: column 2 (name): no lexicon knows"),
      (
        ["affiliations.tsv": "A B\tclub\tAFG\tGOV"],
        "affiliations.tsv:1: column 2 (kind): 'club' is no kind"
      ),
      (
        ["affiliations.tsv": "A B\tperson\tQQQ\tGOV"],
        "affiliations.tsv:1: column 3 (country): 'QQQ' is no alpha-3 code"
      ),
      (
        ["affiliations.tsv": "A B\tperson\tAFG\tGOV\t<2010-13"],
        "affiliations.tsv:1: column 5 (from): '<2010-13' is no date"
      ),
      (
        ["affiliations.tsv": "A B\tperson\tAFG\tGOV\t2010\t>2009-01"],
        "affiliations.tsv:1: column 6 (to): '2009-01' is before the start, 2010"
      ),
      (["titles.tsv": "a\tb\ttwo"], "titles.tsv:1: column 3 (holders): 'two' is neither"),
      (["regions.tsv": "A\t\t\t91\t0"], "regions.tsv:1: column 4 (latitude): '91'"),
      (["organizations.tsv": "A"], "organizations.tsv:0: no lexicon has this name"),
    ])
  func complaints(files: [String: String], beginning: String) throws {
    let complaint = try #require(try complaint(about: files))
    #expect(complaint.hasPrefix(beginning), "\(complaint)")
  }

  @Test("A folder that is not there is refused")
  func absentFolder() {
    #expect(throws: TabSeparatedTable.Malformed.self) {
      try KnowledgeBase(folders: ["/nowhere/at/all"])
    }
  }

  @Test("All faults of a folder are found, by file and line, not the first alone")
  func check() throws {
    let folder = try LexiconFolder([
      "people.tsv": "A B\tQQQ\nA C\tAFG\nA C\tAFG",
      "offices.tsv": "A C\tMayor\tAFG\t2018-02-30\nA C\tMayor\tAFG\t2018\t2017\nx",
      "aliases.tsv": "A\tB\nB\tA\nC\tNobody Known",
      "peple.tsv": "",
    ])
    let faults = try KnowledgeBase.check(folder: folder.path).faults
    #expect(
      faults.map { "\($0.file.dropFirst(folder.path.count + 1)):\($0.line)" } == [
        "aliases.tsv:1", "aliases.tsv:2", "aliases.tsv:3", "offices.tsv:1", "offices.tsv:2",
        "offices.tsv:3", "people.tsv:1", "people.tsv:3", "peple.tsv:0",
      ])
  }

  @Test("A folder without faults gives none, and the number of its entries")
  func checkOfGood() throws {
    let folder = try LexiconFolder(Self.invented)
    let found = try KnowledgeBase.check(folder: folder.path)
    #expect(found.faults.isEmpty)
    #expect(found.entries == 10)
    #expect(found.files == Self.invented.keys.sorted())
  }

  static let serving = [
    "countries.tsv": "QZA\tQZ\tQZA\t-\t-\tQuzam\tOldport",
    "people.tsv": "Oda Brell\tQZA",
    "affiliations.tsv": """
    Oda Brell\tperson\tQZA\tGOV\t2001-03-05\t2009-01\tX\tOda M. Brell
    Ilmar Toom\tperson\tQZA\tLEG\t<1999\t>2003-04-30\tX
    Ilmar Toom\tperson\tQZA\tGOV|MIL\t2005\t\tX
    """,
  ]

  private func index(of name: String, in base: KnowledgeBase) throws -> Int {
    guard case .entry(let index) = try #require(base.referents(ofName: name).first) else {
      Issue.record("\(name) is no party")
      return 0
    }
    return index
  }

  @Test(
    "Service to a state holds from its first day to its last, and a year beyond where these are open",
    arguments: [
      ("Oda Brell", "2001-03-04", []), ("Oda Brell", "2009-01-31", [Actor.Sector.government]),
      ("Oda M. Brell", "2005-01-01", [.government]), ("Ilmar Toom", "1999-01-01", [.legislature]),
      ("Ilmar Toom", "1998-03-01", [.legislature]), ("Ilmar Toom", "1997-12-31", []),
      ("Ilmar Toom", "2004-12-31", [.legislature]), ("Oda Brell", "2009-02-01", []),
      ("Ilmar Toom", "2020-01-01", [.government, .military]),
    ])
  func affiliations(name: String, day: String, sectors: [Actor.Sector]) throws {
    let folder = try LexiconFolder(Self.serving)
    let base = try KnowledgeBase(folders: [folder.path])
    let day = try #require(CalendarDay(iso: day))
    let held = base.affiliations(ofEntry: try index(of: name, in: base)).filter { $0.covers(day) }
    #expect(held.flatMap(\.sectors) == sectors)
  }

  @Test("Somebody whom people.tsv has stays one entry, and others get one of their own")
  func bearers() throws {
    let folder = try LexiconFolder(Self.serving)
    let base = try KnowledgeBase(folders: [folder.path])
    let known = try index(of: "Oda Brell", in: base)
    #expect(!base.isKnownByAffiliation(known))
    #expect(try index(of: "Oda M. Brell", in: base) == known)
    let other = base.entries[try index(of: "Ilmar Toom", in: base)]
    #expect(other.id == "person/ilmar-toom")
    #expect(other.country == "QZA")
    #expect(base.people(surname: "Toom").isEmpty)
  }

  @Test("A later folder's lines on a name replace those of earlier ones")
  func overridingAffiliations() throws {
    let first = try LexiconFolder(Self.serving)
    let second = try LexiconFolder([
      "affiliations.tsv": "Ilmar Toom\tperson\tQZA\tOPP\t2001"
    ])
    let base = try KnowledgeBase(folders: [first.path, second.path])
    let held = base.affiliations(ofEntry: try index(of: "Ilmar Toom", in: base))
    #expect(held.map(\.sectors) == [[.opposition]])
  }

  @Test(
    "A name of ten thousand letters is entered and found whole, and looked for in vain without haste"
  )
  func longName() throws {
    let name = String(repeating: "a", count: 10_000) + " Brell"
    let folder = try LexiconFolder(["people.tsv": "A\(name)\tAFG"])
    let base = try KnowledgeBase(folders: [folder.path])
    #expect(base.referents(ofName: "A\(name)").count == 1)
    #expect(base.referents(ofName: name).isEmpty)
  }
}
