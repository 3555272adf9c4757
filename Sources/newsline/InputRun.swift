import ArgumentParser
import Fetching
import Glibc
import Intake
import Storage

/// What one document adds to standard output, and what people should know of it.
struct Printed: Sendable {
  var text: String
  var warnings: [String] = []
}

/// What a piece of work made of one document, and what people should know of it.
struct Worked<Value: Sendable>: Sendable {
  var value: Value
  var warnings: [String] = []
}

/// Reads all inputs, works on them in parallel, and hands the results on in their order.
///
/// An input that cannot be read is named with its reason and the others are done; then the exit status is 1.
struct InputRun {
  let options: InputOptions
  /// Where addresses are fetched by; without it they are refused.
  var fetcher: Fetcher?

  /// Prints what the work gives.
  func run(work: @escaping @Sendable (Capture) throws -> Printed) async throws {
    let refused = try await run(
      work: { capture in
        let printed = try work(capture)
        return Worked(value: printed.text, warnings: printed.warnings)
      }, emit: { text, _ in try StandardOutput.write(text) })
    if refused > 0 { throw ExitCode(1) }
  }

  /// Hands each result on with the bar, which must be taken away before anything is printed; the number of refused inputs.
  func run<Value>(
    work: @escaping @Sendable (Capture) throws -> Worked<Value>,
    emit: (Value, inout Progress) throws -> Void
  ) async throws -> Int {
    let inputs = try options.required()
    let intake = Intake(kind: options.kind)
    var captures = intake.captures(of: inputs).makeIterator()
    var progress = Progress(quiet: options.quiet)
    var documents = 0
    var share: Double?
    var refused = 0
    let cores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    try await OrderedWork(threads: options.threads ?? cores).run(
      next: { () -> Taken? in
        defer { share = captures.share }
        return captures.next().map { Taken(capture: $0, notes: captures.takeNotes()) }
      },
      work: { [fetcher, kind = options.kind] (taken: Taken) in
        let capture = taken.capture
        if let fetcher, case .failure(let refusal) = capture, refusal.reason == .address {
          do throws(FetchFailure) {
            let fetched = try await fetcher.captures(of: refusal.input, as: kind)
            return Outcome(fetched.map { .success($0) }, work: work, after: taken.notes)
          } catch {
            return Outcome(refused: error.description, after: taken.notes)
          }
        }
        return Outcome([capture], work: work, after: taken.notes)
      },
      emit: { (outcome: Outcome<Value>) in
        report(outcome.notes)
        for part in outcome.parts {
          for warning in part.warnings where !options.quiet {
            Report.line("newsline: \(part.input): \(warning)")
          }
          switch part.result {
          case .failure(let failure):
            if let fatal = failure.fatal { throw fatal }
            Report.failure(failure.reason)
            refused += 1
          case .success(let value):
            try emit(value, &progress)
            documents += 1
          }
        }
        progress.advance(documents: documents, share: share)
      })
    progress.finish()
    report(captures.takeNotes())
    return refused
  }

  private func report(_ notes: [String]) {
    for note in notes where !options.quiet { Report.line("newsline: \(note)") }
  }
}

/// What the intake gave, and what it noted of the inputs before.
private struct Taken: Sendable {
  var capture: Result<Capture, Refusal>
  var notes: [String]
}

/// What became of one input: of each capture that it holds, which are several of a feed at an address.
private struct Outcome<Value: Sendable>: Sendable {
  struct Failure: Error {
    var reason: String
    /// An error of the store's, after which no input can be done.
    var fatal: ArchiveError?
  }

  struct Part: Sendable {
    var input = ""
    var warnings: [String] = []
    var result: Result<Value, Failure>
  }

  /// What was noted before this input.
  var notes: [String]
  var parts: [Part]

  init(refused reason: String, after notes: [String]) {
    self.notes = notes
    parts = [Part(result: .failure(Failure(reason: reason)))]
  }

  init(
    _ captures: [Result<Capture, Refusal>], work: @Sendable (Capture) throws -> Worked<Value>,
    after notes: [String]
  ) {
    self.notes = notes
    parts = captures.map { capture in
      switch capture {
      case .failure(let refusal):
        return Part(result: .failure(Failure(reason: refusal.description)))
      case .success(let capture):
        do {
          let worked = try work(capture)
          return Part(
            input: capture.input, warnings: worked.warnings, result: .success(worked.value))
        } catch {
          return Part(
            input: capture.input,
            result: .failure(
              Failure(reason: "\(capture.input): \(error)", fatal: error as? ArchiveError)))
        }
      }
    }
  }
}
