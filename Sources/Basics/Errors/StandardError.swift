import Glibc

/// The one writer to the standard error stream: whole lines, unbuffered.
package enum StandardError {
  /// Lets a run go on where nobody reads what it says any more.
  package static func surviveClosedPipe() {
    _ = signal(SIGPIPE, SIG_IGN)
  }

  package static func write(_ text: String) {
    clearPassing()
    write("\(text)\n", to: 2)
  }

  /// Whether the terminal shows a line that does not stay.
  private static let isPassingShown = Locked(false)
  /// To the beginning of the line, and all of it away (ECMA-48, CR and EL).
  private static let lineCleared = "\r\u{1B}[K"

  /// Shows a line on the terminal that the next one takes the place of.
  static func showPassing(_ line: String) {
    isPassingShown.withLock { isShown in
      isShown = true
      write(lineCleared + line, to: 2)
    }
  }

  /// Takes away the line that does not stay, if there is one.
  static func clearPassing() {
    isPassingShown.withLock { isShown in
      if isShown { write(lineCleared, to: 2) }
      isShown = false
    }
  }

  fileprivate static func write(_ text: String, to descriptor: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Says what went wrong without keeping the run from its result.
  package static func warn(_ problem: RunError.Problem) {
    write(problem.description(as: "warning"))
  }
}

/// The one writer to the standard output stream, for what somebody asked to see.
package enum StandardOutput {
  package static func write(_ text: String) {
    StandardError.write("\(text)\n", to: 1)
  }
}

extension RunError {
  /// Ends the program with the error and its exit status, where no error can be thrown: nothing is
  /// published by then, since that is the last thing that a run does.
  package func endProgram() -> Never {
    StandardError.write(description)
    _exit(kind.status.rawValue)
  }
}

/// How many processors this process may use.
package enum ProcessorCount {
  package static var available: Int {
    max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }
}
