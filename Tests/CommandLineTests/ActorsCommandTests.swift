import Foundation
import Testing

struct ActorsCommandTests {
  private func check(_ files: [String: String]) throws -> (Binary.Outcome, String) {
    let scratch = try Scratch()
    defer { scratch.remove() }
    for (name, text) in files { _ = try scratch.text(name, text) }
    let folder = scratch.folder.path
    return (try Binary.newsline("actors", "check", folder), folder)
  }

  @Test(
    "Each fault of a folder of lexicons is a line of output, and the status is 1",
    arguments: [
      (["people.tsv": "A B\tAFG\t\t\t\t\t\t\tx"], "people.tsv:1: 9 columns where the table has 6"),
      (["people.tsv": "A B\tQQQ"], "people.tsv:1: column 2 (country): 'QQQ'"),
      (["people.tsv": "A B\tAFG\tXXX"], "people.tsv:1: column 3 (sectors): 'XXX'"),
      (["organisations.tsv": "A B\tclub"], "organisations.tsv:1: column 2 (kind): 'club'"),
      (
        ["people.tsv": "A B\nA B"], "people.tsv:2: column 1 (name): 'person/a-b' is defined already"
      ),
      (
        ["aliases.tsv": "A\tA"],
        "aliases.tsv:1: column 2 (name): the alias 'A' leads back to itself"
      ),
      (
        ["offices.tsv": "A B\tMayor\t\t2018-02-30"], "offices.tsv:1: column 4 (start): '2018-02-30'"
      ),
      (["offices.tsv": "A B\tMayor\t\t0000"], "offices.tsv:1: column 4 (start): '0000' is no date"),
      (
        ["offices.tsv": "A B\tMayor\t\t2018\t2017"],
        "offices.tsv:1: column 5 (end): '2017' is before"
      ),
      (["verbs.tsv": "x"], "verbs.tsv:0: no lexicon has this name"),
      (["festivals.tsv": "Harvest Day\t02-30"], "festivals.tsv:1: \"02-30\" is no rule for a date"),
      (
        ["festivals.tsv": "Harvest Day\t09-14\n\nHarvest Day\t09-15"],
        "festivals.tsv:3: \"Harvest Day\" is defined already at line 1"
      ),
      (
        ["quantities.tsv": "florin\tcoin\tQZF"], "quantities.tsv:1: \"coin\" is no class; there are"
      ),
      (["numerals.tsv": "gross\tscale\tmany"], "numerals.tsv:1: the value \"many\" is no number"),
      (["words.tsv": "thirteenth\tmonth\t13"], "words.tsv:1: \"13\" is no number from 1 to 12"),
      (["patterns.tsv": "new\tMOON\tdate\tyear"], "patterns.tsv:1: no class \"MOON\""),
    ])
  func faults(files: [String: String], beginning: String) throws {
    let (outcome, folder) = try check(files)
    #expect(outcome.status == 1)
    #expect(outcome.lines.count == 1)
    #expect(outcome.output.hasPrefix("\(folder)/\(beginning)"), "\(outcome.output)")
    #expect(outcome.error.isEmpty)
  }

  @Test("A folder that would do is said to hold nothing wrong")
  func good() throws {
    let (outcome, folder) = try check([
      "people.tsv": "A B\tAFG\nA C\tAFG", "festivals.tsv": "Harvest Day\t09-14",
    ])
    #expect(outcome.status == 0)
    #expect(outcome.output == "\(folder): 3 entries, nothing wrong: festivals.tsv, people.tsv\n")
  }

  @Test("A folder that is not there is named, and the status is 1")
  func absent() throws {
    let outcome = try Binary.newsline("actors", "check", "/nowhere/at/all")
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(outcome.error.contains("/nowhere/at/all"))
  }
}
