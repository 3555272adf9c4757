/// State that a page's script gets as what a function returns, its repeated values handed over as arguments
/// (`__NUXT__=(function(a,b){a.title="…";return {list:[a],name:b}}({},"…"))`).
///
/// The script is read, not run: arguments that are literals are put in for the parameters' names, what is set on a
/// parameter becomes an object of its own, and whatever would have to be computed is null. Cost: linear in the script.
struct CalledState {
  /// The objects that the function fills, in the order of their first mention, and what it returns.
  private(set) var values: [JSONValue] = []

  private static let function = Array("function".utf8)
  private static let result = Array("return".utf8)
  /// What is set begins within so many bytes.
  private static let longestTarget = 200

  /// Reads a script that sets something to what a function returns; nil where it does nothing of the kind.
  ///
  /// - Parameter start: where the value that is set begins.
  init?(_ script: ArraySlice<UInt8>, from start: Int) {
    var at = start
    while at < script.endIndex, script[at] <= 32 || "(!".utf8.contains(script[at]) { at += 1 }
    guard script[at...].starts(with: Self.function),
      let open = script[at...].prefix(Self.longestTarget).firstIndex(of: UInt8(ascii: "(")),
      let close = script[open...].firstIndex(of: UInt8(ascii: ")"))
    else { return nil }
    let names = script[(open + 1)..<close].split(separator: UInt8(ascii: ","))
      .map { String(decoding: $0, as: UTF8.self).trimmedSpace() }
    var reader = JSONReader(script, at: close + 1, names: [:])
    reader.skipSpace()
    guard reader.at < script.endIndex, script[reader.at] == UInt8(ascii: "{") else { return nil }
    let body = reader.at + 1
    let end = Self.end(of: body, in: script)
    reader.at = end + 1
    guard let arguments = Self.arguments(&reader) else { return nil }
    read(
      script[..<min(end, script.endIndex)], from: body,
      names: Dictionary(zip(names, arguments.map { ($0, $0.length) })) { first, _ in first })
  }

  /// Where the bracket stands that ends what begins at a place.
  private static func end(of start: Int, in script: ArraySlice<UInt8>) -> Int {
    var reader = JSONReader(script, at: start, names: [:])
    while reader.at < script.endIndex {
      reader.skipExpression()
      guard reader.at < script.endIndex, script[reader.at] != UInt8(ascii: "}") else { break }
      reader.at += 1
    }
    return reader.at
  }

  /// What the function is called with; nil where it is not.
  private static func arguments(_ reader: inout JSONReader) -> [JSONValue]? {
    let script = reader.bytes
    while reader.at < script.endIndex,
      script[reader.at] <= 32 || script[reader.at] == UInt8(ascii: ")")
    {
      reader.at += 1
    }
    guard reader.at < script.endIndex, script[reader.at] == UInt8(ascii: "(") else { return nil }
    reader.at += 1
    var values: [JSONValue] = []
    while reader.at < script.endIndex, let value = reader.value(depth: 0) {
      values.append(value)
      reader.skipExpression()
      guard reader.at < script.endIndex, script[reader.at] == UInt8(ascii: ",") else { break }
      reader.at += 1
    }
    return values
  }

  private mutating func read(
    _ script: ArraySlice<UInt8>, from start: Int, names: [String: JSONReader.Named]
  ) {
    var reader = JSONReader(script, at: start, names: names)
    var objects: [(name: String, members: [(key: String, value: JSONValue)])] = []
    var places: [String: Int] = [:]
    while reader.at < script.endIndex {
      reader.skipSpace()
      let rest = script[min(reader.at, script.endIndex)...]
      if rest.starts(with: Self.result) {
        reader.at += Self.result.count
        if let value = reader.value(depth: 0) { values.append(value) }
        break
      }
      if let sign = rest.prefix(Self.longestTarget).firstIndex(of: UInt8(ascii: "=")),
        let (name, key) = Self.target(rest[..<sign])
      {
        reader.at = sign + 1
        if let value = reader.value(depth: 0) {
          let place = places[name] ?? objects.count
          if place == objects.count { objects.append((name, [])) }
          places[name] = place
          objects[place].members.append((key, value))
        }
      }
      let before = reader.at
      reader.skipExpression()
      // A comma, a semicolon or a bracket out of its place.
      if reader.at < script.endIndex { reader.at += 1 }
      if reader.at == before { break }
    }
    values =
      objects.map { object in
        let isList = object.members.allSatisfy { Int($0.key) != nil }
        return isList ? .array(object.members.map(\.value)) : .object(object.members)
      } + values
  }

  /// The name and the key of what is set: `a.title`, `a["title"]`, `a[0]`.
  private static func target(_ bytes: ArraySlice<UInt8>) -> (name: String, key: String)? {
    let parts = bytes.split { ".[]\"' ".utf8.contains($0) }
    guard parts.count >= 2, let name = parts.first, let key = parts.last,
      !bytes.contains(where: { "(){};,".utf8.contains($0) })
    else { return nil }
    return (String(decoding: name, as: UTF8.self), String(decoding: key, as: UTF8.self))
  }
}
