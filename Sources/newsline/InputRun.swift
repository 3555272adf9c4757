import ArgumentParser
import Glibc
import Intake

/// What one document adds to standard output, and what people should know of it.
struct Printed: Sendable {
  var text: String
  var warnings: [String] = []
}

/// Reads all inputs, works on them in parallel, and prints in their order.
///
/// An input that cannot be read is named with its reason and the others are done; then the exit status is 1.
struct InputRun {
  let options: InputOptions

  func run(work: @escaping @Sendable (Capture) throws -> Printed) async throws {
    let inputs = try options.required()
    let intake = Intake(kind: options.kind)
    var captures = intake.captures(of: inputs).makeIterator()
    var progress = Progress(quiet: options.quiet)
    var documents = 0
    var share: Double?
    var refused = 0
    let cores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    try await OrderedWork(threads: options.threads ?? cores).run(
      next: {
        defer { share = captures.share }
        return captures.next()
      },
      work: { (capture: Result<Capture, Refusal>) in Outcome(capture, work: work) },
      emit: { outcome in
        for warning in outcome.printed.warnings where !options.quiet {
          Report.line("newsline: \(outcome.input): \(warning)")
        }
        if let failure = outcome.failure {
          Report.failure(failure)
          refused += 1
        } else {
          try StandardOutput.write(outcome.printed.text)
          documents += 1
        }
        progress.advance(documents: documents, share: share)
      })
    progress.finish()
    if refused > 0 { throw ExitCode(1) }
  }
}

/// What became of one input.
private struct Outcome: Sendable {
  var input = ""
  var printed = Printed(text: "")
  var failure: String?

  init(
    _ capture: Result<Capture, Refusal>, work: @Sendable (Capture) throws -> Printed
  ) {
    switch capture {
    case .failure(let refusal): failure = refusal.description
    case .success(let capture):
      input = capture.input
      do { printed = try work(capture) } catch { failure = "\(capture.input): \(error)" }
    }
  }
}
