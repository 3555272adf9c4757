import Foundation
import Record
import Testing

/// The record's JSON Schema, held against what the binary prints.
enum Schema {
  // Debian's validator: the package mirror has none in Swift.
  private static let validator = """
    import json, sys
    from jsonschema import Draft202012Validator
    check = Draft202012Validator(json.load(open(sys.argv[1], encoding="utf-8")))
    for number, line in enumerate(sys.stdin, 1):
        for error in check.iter_errors(json.loads(line)):
            where = "/".join(map(str, error.absolute_path))
            print(f"line {number}, {where}: {error.message[:200]}")
    """

  /// Expects each line to be a record that keeps the contract, by schema and by the record's own check.
  static func expectRecords(
    _ outcome: Binary.Outcome, whole: Bool = true, at location: SourceLocation = #_sourceLocation
  ) throws {
    let schema = Binary.checkout.appendingPathComponent("Documentation/record.schema.json").path
    let faults = try Binary.run(
      ["/usr/bin/python3", "-c", validator, schema], input: Data(outcome.output.utf8))
    #expect(faults.status == 0, "\(faults.error)", sourceLocation: location)
    #expect(faults.output == "", sourceLocation: location)
    guard whole else { return }
    for line in outcome.lines {
      let document = try JSONDecoder().decode(Document.self, from: Data(line.utf8))
      #expect(document.inconsistencies == [], sourceLocation: location)
    }
  }
}
