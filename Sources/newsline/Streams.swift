import ArgumentParser
import Glibc

/// Standard output, whose failures (a full disk) are errors.
enum StandardOutput {
  static func write(_ text: String) throws {
    guard Descriptor.write(text, to: STDOUT_FILENO) else {
      Report.failure("standard output: \(String(cString: strerror(errno)))")
      throw ExitCode(1)
    }
  }
}

/// What people are told, on standard error.
enum Report {
  /// A line of its own; a progress bar on the terminal makes way for it.
  static func line(_ text: String) {
    let erase = isatty(STDERR_FILENO) == 1 ? "\r\u{1B}[K" : ""
    draw("\(erase)\(text)\n")
  }

  /// Why an input could not be read, or another failure that ends the command.
  static func failure(_ text: String) { line("newsline: \(text)") }

  /// Text as it is; standard error that is closed is nobody's loss.
  static func draw(_ text: String) { _ = Descriptor.write(text, to: STDERR_FILENO) }
}

private enum Descriptor {
  /// Writes all of a text; false where the system refuses some of it.
  static func write(_ text: String, to descriptor: Int32) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var done = 0
      while done < bytes.count {
        let count = Glibc.write(
          descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        done += count
      }
      return true
    }
  }
}
