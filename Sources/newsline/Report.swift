import Glibc

/// What people are told, on standard error.
enum Report {
  /// A line of its own; a progress bar on the terminal makes way for it.
  static func line(_ text: String) {
    let erase = isatty(STDERR_FILENO) == 1 ? "\r\u{1B}[K" : ""
    fputs("\(erase)\(text)\n", stderr)
  }

  /// A failure to name an input's reason, or another that ends the command.
  static func failure(_ text: String) { line("newsline: \(text)") }
}
