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
      (["words.tsv": "x"], "words.tsv:0: no lexicon has this name"),
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
    let (outcome, folder) = try check(["people.tsv": "A B\tAFG\nA C\tAFG"])
    #expect(outcome.status == 0)
    #expect(outcome.output == "\(folder): 2 entries, nothing wrong: people.tsv\n")
  }

  @Test("A folder that is not there is named, and the status is 1")
  func absent() throws {
    let outcome = try Binary.newsline("actors", "check", "/nowhere/at/all")
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(outcome.error.contains("/nowhere/at/all"))
  }
}
