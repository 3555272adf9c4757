import FoundationEssentials

/// Reads JSON Lines: a capture a line, or why that line was refused.
final class JSONLinesReader {
  /// One line's object; other members are passed over.
  private struct Item: Decodable {
    /// An id that may have been written as a number.
    struct Identifier: Decodable {
      let text: String
      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int.self) {
          text = String(number)
        } else {
          text = try container.decode(String.self)
        }
      }
    }

    let text: String
    let id: Identifier?
    let url: String?
    let title: String?
    let published: String?
    let section: String?
    let language: String?
  }

  private let path: String
  /// How much of the file has been read, where its size is known.
  var share: Double? { source.share }

  private let source: ByteSource
  private let limit: Int
  private let decoder = JSONDecoder()
  private var line = 0
  private var failed = false

  init(path: String, source: ByteSource, limit: Int) {
    self.path = path
    self.source = source
    self.limit = limit
  }

  /// The next line's capture; blank lines are passed over.
  func next() -> Result<Capture, Refusal>? {
    guard !failed else { return nil }
    while true {
      line += 1
      do {
        guard let found = try source.nextLine(limit: limit) else { return nil }
        switch found {
        case .tooLong: return refusal(.lineTooLong(limit: limit))
        case .bytes(var bytes):
          if line == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
          if bytes.allSatisfy({ $0 == 32 || $0 == 9 || $0 == 13 }) { continue }
          return capture(bytes)
        }
      } catch {
        failed = true
        return refusal(error)
      }
    }
  }

  private func refusal(_ reason: Refusal.Reason) -> Result<Capture, Refusal> {
    .failure(Refusal(input: "\(path):\(line)", reason: reason))
  }

  private func capture(_ bytes: [UInt8]) -> Result<Capture, Refusal> {
    do {
      let item = try decoder.decode(Item.self, from: Data(bytes))
      func given(_ value: String?) -> String? { value?.isEmpty == true ? nil : value }
      return .success(
        Capture(
          input: given(item.id?.text) ?? "\(path):\(line)", kind: .text,
          bytes: Array(item.text.utf8),
          fields: Capture.Fields(
            url: given(item.url), title: given(item.title), published: given(item.published),
            section: given(item.section), language: given(item.language))))
    } catch let error as DecodingError {
      return refusal(.line(Self.words(error)))
    } catch {
      return refusal(.line("is no JSON"))
    }
  }

  private static func words(_ error: DecodingError) -> String {
    func member(_ context: DecodingError.Context) -> String {
      context.codingPath.first.map { "\"\($0.stringValue)\"" } ?? "the line"
    }
    switch error {
    case .keyNotFound(let key, _): return "has no \"\(key.stringValue)\""
    case .typeMismatch(_, let context):
      return context.codingPath.isEmpty ? "is no object" : "\(member(context)) is no string"
    case .valueNotFound(_, let context):
      return context.codingPath.isEmpty ? "is no object" : "\(member(context)) is null"
    case .dataCorrupted: return "is no whole JSON object in UTF-8"
    @unknown default: return "is no JSON"
    }
  }
}
