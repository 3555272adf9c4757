import Foundation
import Record

@testable import Storage

/// A store in a folder of its own.
struct Scratch {
  let folder: URL
  var path: String { folder.appendingPathComponent("news.db").path }

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("newsline-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func archive() throws -> Archive { try Archive(path: path, for: .writing) }

  func remove() { try? FileManager.default.removeItem(at: folder) }
}

/// Gives a store to a test and takes it away again.
func withArchive(_ body: (Archive) throws -> Void) throws {
  let scratch = try Scratch()
  defer { scratch.remove() }
  let archive = try scratch.archive()
  try body(archive)
  try archive.close()
}

/// When the tests' documents are read.
let readAt = Date(timeIntervalSince1970: 1_616_100_000)

/// A page by hand, with an article unless told otherwise.
func samplePage(
  _ name: String = "harbour", text: String = "Arland invited Borovia to talks in Port Ost.",
  title: String? = "Arland invites Borovia", url: String? = nil, site: String? = "post.example",
  section: String? = "World", published: String? = "2021-03-18T09:40+01:00",
  updated: String? = nil, model: String = "m", newsLine: [Headline] = []
) -> PageRecord {
  PageRecord(
    input: "\(name).html", producer: Producer(version: "1", model: model, lexicons: "l"),
    url: nil, canonicalURL: url ?? "https://www.post.example/\(name)", site: site, title: title,
    section: section, language: "en",
    published: published.map { Stamp(start: $0, grain: $0.count > 10 ? .minute : .day) },
    updated: updated.map { Stamp(start: $0, grain: .minute) }, text: text,
    blocks: text.isEmpty
      ? [] : [Block(kind: .paragraph, start: 0, end: text.unicodeScalars.count)],
    newsLine: newsLine)
}

/// A record with two states, a person whom only it knows, a refusal, a meeting and a statement.
func sample(_ page: PageRecord = samplePage()) -> Document {
  var document = Document(page: page)
  let end = min(44, page.text.unicodeScalars.count)
  document.sentences = [Span(start: 0, end: end)]
  document.mentions = [
    Mention(id: "m1", start: 0, end: 6, text: "Arland", actor: "state/arland", rule: "name"),
    Mention(id: "m2", start: 15, end: 22, text: "Borovia", actor: "state/borovia", rule: "name"),
    Mention(id: "m3", start: 0, end: 6, text: "the envoy", actor: "local/1", rule: "noun"),
    Mention(
      id: "m4", start: 0, end: 6, text: "both", actor: nil, members: ["m1", "m2"], rule: "plural"),
  ]
  document.actors = [
    Actor(
      id: "state/arland", name: "Arland", kind: .state, country: "ARL", sectors: [.government],
      roles: [], code: "ARLGOV"),
    Actor(id: "state/borovia", name: "Borovia", kind: .state, country: "BOR", code: "BOR"),
    Actor(
      id: "local/1", name: "the envoy", kind: .person, role: "Envoy of Arland",
      roles: [
        Actor.Role(title: "Envoy of Arland", start: "2019", source: .text),
        Actor.Role(title: "Mayor of Port Ost", start: "2012", end: "2016", source: .knowledge),
      ], code: "ARLGOV"),
  ]
  document.places = [
    Place(
      id: "p1", start: 35, end: 43, name: "Port Ost", country: "BOR", latitude: 60.5,
      longitude: 10.25, rule: "gazetteer")
  ]
  document.times = [
    TimeExpression(
      id: "t1", startOffset: 0, endOffset: 6, text: "Monday", type: .date, start: "2021-03-22",
      end: "2021-03-22", grain: .day, rule: "weekday")
  ]
  document.statements = [
    Statement(
      id: "s1", start: 0, end: end, act: .say, cue: Span(start: 7, end: 14), speaker: "m3",
      speakerKind: .office, quote: .indirect, content: [Span(start: 15, end: end)], rule: "verb")
  ]
  document.events = [
    Event(
      id: "e1", sentence: 0, type: .consult, status: .invited, category: .agree, cameo: "036",
      score: 4, actors: ["m4"], time: When(start: "2021-03-22", end: "2021-03-22", grain: .day),
      place: "p1", trigger: Span(start: 7, end: 14), span: Span(start: 0, end: end),
      statement: "s1", confidence: 0.8, rule: "frame"),
    Event(
      id: "e2", sentence: 0, type: .reject, status: .happened, category: .reject, cameo: "120",
      score: -4, actors: ["m2"], recipients: ["m1"], trigger: Span(start: 7, end: 14),
      span: Span(start: 15, end: end), confidence: 0.7, rule: "frame"),
  ]
  return document
}
